#!/usr/bin/env python3
"""The night-camera meeting with seven people, in two windows, by the accessible tree alone.

All 28 questions, a pause, a blank, a power cut in the middle of a sentence, the reading back to each,
the seal. At every step the shared view is searched: for what the room must see, and for what it must
never see. test_night_camera_keys.py holds the same meeting by keyboard."""

import json
from pathlib import Path

from harness import tap
from harness.desktop import Desktop
from harness.euphoria import Euphoria, Sample, cli
from harness.meeting import Meeting
from harness.shared import SharedView
from harness.ear import Ear
from harness.waiting import wait
from test_sample_meeting import differences, expected, kill_and_return, plain

NOTE = "Birgit grät i hallen innan vi började."
PAUSED_AT, KILLED_AT, BLANKED_AT = "q5", "q12", "q15"
SLIP = {"s-q7-birgit": " Det sa läkaren."}
OBJECTION = {"s-q28-olle": "Jag sa inte att ljuset räcker."}


def blank(shared, meeting, ear):
    """Nothing of anything, until it is pressed once more."""
    before = shared.said()
    meeting.blank()
    ear.hears(meeting.words("The shared view is blank"))
    shared.check_blank()
    meeting.blank()
    wait(lambda: shared.said() == before, lambda: f"the shared view comes back as {shared.said()}")


def pause(shared, meeting, question):
    """The wall says so and nothing else; the question is there again afterwards."""
    meeting.pause()
    shared.check_pause()
    meeting.go_on()
    assert meeting.current_question() == question, "the meeting goes on at another question"


def power_cut(meeting, question, ear):
    """Killed in the middle of a sentence: what was recovered is said before the meeting goes on."""
    recovered = meeting.words.pattern("Interrupted %1$s at %2$s. Everything up to %3$s is here")
    kill_and_return(meeting, question, NOTE, recovered)
    ear.announced.clear()


def hold(meeting, shared, step, ear):
    """All questions in their order, and where people differ after each stage."""
    for question in meeting.questions():
        name = f"{question['id']} {meeting.sample.say(question['title'])}"
        if question["id"] == PAUSED_AT:
            with step(f"{name}: a pause, and on"):
                pause(shared, meeting, question)
        if question["id"] == KILLED_AT:
            with step(f"{name}: killed in the middle of a sentence, and resumed"):
                power_cut(meeting, question, ear)
        with step(f"{name}: the shared view asks and holds nothing of the answers"):
            meeting.answer(question)
            shared.check_before(question)
        if question["id"] == BLANKED_AT:
            with step(f"{name}: blank, and back"):
                blank(shared, meeting, ear)
        with step(f"{name}: shown side by side"):
            meeting.reveal()
            shared.check_after(question)
            meeting.weigh(question)


def decide(meeting, shared, step):
    sample, decision = meeting.sample, meeting.sample.case["decision"]
    with step("weighed together: the alternatives stand on the shared view"):
        meeting.go_to_weighing()
        meeting.weigh_alternatives()
        shared.shows(*(one["title"] for one in sample.case["alternatives"]))
    with step("decided: the shared view says what and why, and not whose full name"):
        meeting.go_to_decision()
        meeting.decide()
        shared.shows(decision["because"], decision["although"], decision["therefore"])


def read_back(meeting, shared, step):
    """To each their own sentences, as the wall shows them, until all have heard theirs."""
    with step("read back to each: yes, a change, an objection; the shared view shows what is read"):
        meeting.go_to_reading_back()
        while not meeting.is_read_back():
            shared.shows(*(node.name.partition(". ")[2] for node in meeting.sentences()))
            meeting.read_page(tuple(SLIP), OBJECTION)
        shared.check_never()
    assert not meeting.slips and meeting.objected == set(OBJECTION), "not everything was read"


def check_twin(step, meeting, folder):
    pdf = folder / "record.pdf"
    with step("saved as a file, with its twin"):
        meeting.export(pdf)
    with step("euphoria-cli finds it whole, and its twin; nobody has signed yet"):
        code, said = cli("verify", pdf, check=False)
        assert code == 1 and "whole, but nobody has signed it; the twin beside it belongs to it" in said, f"{code}: {said}"
    with step("the twin says what the case file says, and what was said as it was read back"):
        twin = json.loads(next(iter(Path(pdf).parent.glob("record*.json"))).read_text(encoding="utf-8"))
        case = twin.get("case", twin)
        found = differences(expected(meeting.sample), plain(case))
        assert not found, "\n".join(found[:20])
        answers = {one["answer"] for one in case["confirmations"]}
        assert answers == {"yes", "changed", "objects"}, answers
        assert NOTE not in json.dumps(case, ensure_ascii=False), "the private note is in the twin"


def the_whole_meeting(step, sample=None):
    sample = sample or Sample("night-camera")
    assert len(sample.case["people"]) == 7
    with Desktop(language="sv") as desktop, Euphoria(desktop, EUPHORIA_NOW=sample.case["card"]["meeting"]) as program:
        meeting, shared = Meeting(program, sample), SharedView(program, sample, NOTE)
        meeting.slips, meeting.at_differences = dict(SLIP), shared.check_differences
        with step("a case is prepared, with seven people"):
            program.start()
            program.window(meeting.window.name).set_size(1920, 1080)
            meeting.begin_case()
            meeting.prepare()
        with step("the meeting begins in two windows, with a private note"):
            meeting.begin_meeting()
            meeting.open_shared_view()
            meeting.write_note(NOTE)
            shared.check_never()
        ear = Ear()
        hold(meeting, shared, step, ear)
        ear.close()
        decide(meeting, shared, step)
        read_back(meeting, shared, step)
        with step("sealed"):
            meeting.seal()
        check_twin(step, meeting, desktop.folder)
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(the_whole_meeting, seconds=1700)
