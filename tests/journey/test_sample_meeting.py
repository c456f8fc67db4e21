#!/usr/bin/env python3
"""The sample meeting from an empty program to a signed record, by the accessible tree.

The words come from tests/data/cases/gps-alarm.json, or from the case in the language that is named on
the command line (en, zh); at the end the program's own twin of the record is compared with that file,
and tools of others read the PDF."""

import json
import subprocess
import sys
from pathlib import Path

from harness import acknowledged, tap
from harness.desktop import Desktop
from harness.euphoria import SOURCE, Euphoria, Sample, cli
from harness.meeting import Meeting
from harness.shared import NOTE, SharedView
from harness.waiting import wait

PASSWORD = "ett-hemligt-ord"
KILLED_AT, GATE_AT = "q2", "q10"


def kill_and_return(meeting, question, note=NOTE, recovered=None):
    """A power cut in the middle of somebody's words. recovered: what is said of it before the meeting goes on."""
    words = "Jag var mitt i en mening när"
    lane = meeting.give_word("resident")
    meeting.own_words(lane, question).set_text(words)
    meeting.wait_until_saved()
    meeting.program.kill()
    meeting.program.start()
    meeting.program.window(meeting.window.name).set_size(1920, 1080)
    meeting.open_case(recovered)
    assert meeting.current_question() == question, "the meeting stands at another question"
    lane = meeting.give_word("resident")
    field = meeting.own_words(lane, question)
    wait(lambda: field.text == words, lambda: f"of “{words}” is left “{field.text}”")
    assert meeting.window.find("text", meeting.words("Private note")).text == note, "the private note is lost"
    meeting.open_shared_view()


def follow_a_gate(meeting, question):
    """From the decision, the gate that waits for this question leads back to it."""
    meeting.go_to_decision()
    actions = [action for action, places in meeting.open_gates().items() if question["id"] in places]
    assert actions, f"no open gate waits for {question['id']}: {list(meeting.open_gates())}"
    meeting.follow_gate(actions[0])
    assert meeting.current_question() == question, "the gate leads to another question"


def plain(case):
    """What people said and decided, without ids and times, so that two cases can be compared."""
    names = {person["id"]: person["name"] for person in case["people"]}
    statements = [{"question": one["question"], "person": names[one["person"]],
                   "stances": one.get("stances") or {}, "ticks": sorted(one.get("ticks") or []), "fields": one.get("fields") or {},
                   **{key: one.get(key) or "" for key in ("nonAnswer", "reason", "words", "source")},
                   "how": one.get("how") or "meeting", "summary": bool(one.get("summary"))}
                  for one in case["statements"]]
    keep = ("number", "alias", "name", "personalNumber", "technology", "functions", "product", "purpose", "language",
            "authority", "unit", "place", "facilitator", "impactAssessment")
    return {
        "card": {key: case["card"].get(key) for key in keep},
        "people": sorted((one["name"], one["voice"], one.get("role", ""), one.get("presence", ""), one.get("reason", ""),
                          bool(one.get("decides"))) for one in case["people"]),
        "statements": sorted(statements, key=lambda one: (one["question"], one["person"])),
        "reveals": sorted(one["id"] for one in case["reveals"]),
        "attempts": sorted((one["date"], one["method"], one["by"], one.get("note", "")) for one in case.get("attempts", ())),
        "alternatives": sorted((one["title"], bool(one.get("withoutTechnology")), bool(one.get("chosen")), one.get("reason", "")) for one in case["alternatives"]),
        "conditions": sorted((one["text"], one.get("owner", ""), one.get("date", ""), one.get("question", "")) for one in case["conditions"]),
        "consents": sorted((one["consent"], names[one["person"]], names.get(one.get("about"), ""), one["answer"], one.get("form", ""),
                            one.get("explained", ""), one.get("askedBy", ""), one.get("words", "")) for one in case.get("consents", ())),
        "weights": sorted((one["id"], one["weight"], one.get("reason", ""), one.get("safeguard", "")) for one in case.get("weights", ())),
        "dissents": sorted((names[one["id"]], one["answer"], one.get("words") or "") for one in case["dissents"]),
        "decision": {key: value for key, value in case["decision"].items() if key not in ("id", "sealed")},
    }


def expected(sample):
    """The file as this road can write it: the purpose is a sentence of all, not the facilitator's words."""
    case = json.loads(json.dumps(sample.case))
    joint = {question["id"] for question in sample.questions.values() if question["kind"] != "statement"}
    facilitators = {person["id"] for person in case["people"] if person["voice"] == "facilitator"}
    case["statements"] = [one for one in case["statements"]
                          if not (one["question"] in joint and one["person"] in facilitators)]
    for one in case["statements"]:
        if one["person"] in facilitators:
            one.pop("summary", None)
    return plain(case)


def differences(wanted, found, path=""):
    if isinstance(wanted, dict) and isinstance(found, dict):
        return [line for key in sorted({*wanted, *found}) for line in differences(wanted.get(key), found.get(key), f"{path}.{key}")]
    if isinstance(wanted, list) and isinstance(found, list):
        missing, more = [one for one in wanted if one not in found], [one for one in found if one not in wanted]
        return [f"{path}: missing {one}" for one in missing] + [f"{path}: unexpected {one}" for one in more]
    return [] if wanted == found or not wanted and not found else [f"{path}: {found!r}, not {wanted!r}"]


def squeeze(text):
    return "".join(text.replace("\u00ad", "").split())


def make_certificate(folder, name):
    (folder / "password").write_text(PASSWORD)
    subprocess.run(["bash", SOURCE / "build-aux" / "dev" / "certificate.sh", folder / "signer.p12", folder / "password", name],
                   check=True, capture_output=True)
    return folder / "signer.p12"


def hold(meeting, shared, step):
    """All questions in their order."""
    for question in meeting.questions():
        name = meeting.sample.say(question["title"])
        with step(f"{question['id']} {name}: the shared view asks and holds nothing of the answers"):
            if question["id"] == KILLED_AT:
                kill_and_return(meeting, question)
            if question["id"] == GATE_AT:
                follow_a_gate(meeting, question)
            meeting.answer(question)
            shared.check_before(question)
        with step(f"{question['id']} {name}: shown side by side"):
            meeting.reveal()
            shared.check_after(question)
            meeting.weigh(question)
    asked = {one["question"] for one in meeting.sample.case["statements"]}
    assert asked == set(meeting.asked), f"asked was {meeting.asked}"


def from_an_empty_program_to_a_signed_record(step, sample):
    clock = {"EUPHORIA_NOW": sample.case["card"]["meeting"]}
    with Desktop(sample.language) as desktop, Euphoria(desktop, sample.language, **clock) as program:
        meeting, view = Meeting(program, sample), SharedView(program, sample, NOTE)
        with step("the program starts with an empty list"):
            program.start()
            meeting.window.find("label", program.words("No Cases Yet"))
            program.window(meeting.window.name).set_size(1920, 1080)
        with step("a case is prepared"):
            meeting.begin_case()
            meeting.prepare()
        with step("the meeting begins, with a shared view and a private note"):
            meeting.begin_meeting()
            meeting.open_shared_view()
            meeting.write_note(NOTE)
        hold(meeting, view, step)
        with step("weighed together: the alternatives stand in a table, also on the shared view"):
            meeting.go_to_weighing()
            meeting.weigh_alternatives()
            shared = program.shared()
            wait(lambda: sample.case["alternatives"][0]["title"] in " ".join(shared.texts()), "the shared view shows no alternatives")
        with step("decided"):
            meeting.go_to_decision()
            meeting.decide()
            assert not meeting.open_gates(), f"still open: {list(meeting.open_gates())}"
            assert not meeting.window.all("list", program.words("Before the record can be signed")), "it can't be signed"
            view.check_never()
        with step("read back: the shared view shows the resident's own words, and a yes goes on to the next"):
            meeting.go_to_reading_back()
            own = next(one["words"] for one in sample.case["statements"]
                       if one["person"] == sample.case["people"][0]["id"] and one.get("words"))
            wait(lambda: own in " ".join(shared.texts()), "the shared view does not read back")
            meeting.read_back(1)
            view.check_never()
        with step("acknowledged: one writes on the screen with the pointer, takes a stroke back and goes on; one does not wish to"):
            meeting.go_to_decision()
            meeting.acknowledge()
        with step("sealed"):
            meeting.seal()
        certificate = make_certificate(desktop.folder, sample.case["decision"]["decider"])
        with step("signed with a certificate"):
            meeting.sign(certificate, PASSWORD)
        with step("acknowledged afterwards: somebody who was not there writes too, and the certificate seals it"):
            meeting.acknowledge_afterwards(certificate, PASSWORD)
        pdf = desktop.folder / "record.pdf"
        with step("saved as a file, with its twin"):
            meeting.export(pdf)
        check_record(step, sample, pdf, desktop.folder)
        with step("the record holds the words and the ink of those who acknowledged, and nothing that was taken back"):
            acknowledged.check(pdf, meeting)
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


def check_record(step, sample, pdf, folder):
    with step("pdfsig finds the signature valid"):
        said = subprocess.run(["pdfsig", pdf], capture_output=True, text=True).stdout
        assert "Signature is Valid" in said and sample.case["decision"]["decider"] in said, said
    with step("euphoria-cli finds it sealed and unchanged"):
        _, said = cli("verify", pdf)
        assert "sealed and unchanged" in said or "later signed by others" in said, said
    with step("every text that was typed is in the PDF"):
        text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True).stdout
        lost = [typed for typed in sample.typed() if squeeze(typed) not in squeeze(text)]
        assert not lost, f"{len(lost)} are not there: {lost[:5]}"
        assert squeeze(NOTE) not in squeeze(text), "the private note is in the record"
    with step("the twin says what the case file says"):
        twin = json.loads(next(iter(Path(pdf).parent.glob("record*.json"))).read_text(encoding="utf-8"))
        found = differences(expected(sample), plain(twin.get("case", twin)))
        assert not found, "\n".join(found[:20])
    with step("euphoria-cli makes a record of the twin with the same pages"):
        again = folder / "again.pdf"
        cli("record", next(iter(Path(pdf).parent.glob("record*.json"))), "-o", again)
        assert pages(again) == pages(pdf), "the pages differ"


def pages(pdf):
    """The text of the pages, without the lines that differ from file to file by nature."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
    return [line.strip() for line in text.splitlines() if line.strip() and "kontrollsumma" not in line]


def in_a_language(language="sv"):
    return Sample("gps-alarm" if language == "sv" else f"gps-alarm.{language}", language)


def the_sample_meeting(step):
    from_an_empty_program_to_a_signed_record(step, in_a_language(*sys.argv[1:]))


if __name__ == "__main__":
    tap.run(the_sample_meeting, seconds=1700)
