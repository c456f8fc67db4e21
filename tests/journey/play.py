#!/usr/bin/env python3
"""Plays the sample meeting through the real windows on a virtual display: play.py OUT.

Leaves pictures of the windows and the signed record with its twin in OUT and prints how the record
verifies: by a tool of others (pdfsig) and by ours (euphoria-cli verify)."""

import subprocess
import sys
from pathlib import Path

from harness import acknowledged
from harness.euphoria import Euphoria, Sample, cli
from harness.meeting import Meeting
from test_sample_meeting import PASSWORD, make_certificate

PICTURED = "q10"
SHARED_SIZE = 1600, 900


def say(text):
    print(text, flush=True)


class Camera:
    def __init__(self, desktop, program, out):
        self.desktop, self.program, self.out = desktop, program, out

    def take(self, name, window):
        """A picture of one window, in front of the others."""
        outside = window.outside()
        outside.raise_()
        outside.picture(self.desktop).save(self.out / f"{name}.png")


def play(out, make_program=Euphoria, certify=make_certificate, then=lambda meeting: None):
    """then: what is done with the saved record in the window, given the Meeting."""
    sample = Sample("urgent-door-lock")
    with make_program.desktop_class(language="sv") as desktop, make_program(desktop, EUPHORIA_NOW=sample.case["card"]["meeting"]) as program:
        program.start()
        meeting = Meeting(program, sample)
        camera = Camera(desktop, program, out)
        program.window(meeting.window.name).set_size(1920, 1080)
        camera.take("01-list", meeting.window)
        say("preparing …")
        meeting.begin_case()
        meeting.prepare()
        camera.take("02-prepare", meeting.window)
        meeting.begin_meeting()
        shared = meeting.open_shared_view()
        shared.outside().set_size(*SHARED_SIZE)
        for question in meeting.questions():
            say(f"asking: {sample.say(question['question'])}")
            meeting.answer(question)
            if question["id"] == PICTURED:
                camera.take("03-meeting", meeting.window)
                camera.take("04-shared", program.shared())
            meeting.reveal()
            meeting.weigh(question)
            if question["id"] == PICTURED:
                camera.take("05-revealed", program.shared())
        say("weighing and deciding …")
        meeting.go_to_weighing()
        meeting.weigh_alternatives()
        camera.take("06-weigh", meeting.window)
        meeting.go_to_decision()
        meeting.decide()
        camera.take("07-decide", meeting.window)
        say("reading back …")
        meeting.go_to_reading_back()
        camera.take("08-read-back", program.shared())
        meeting.read_back(1)
        say("acknowledging …")
        meeting.go_to_decision()
        meeting.acknowledge(lambda: camera.take("09-acknowledge", meeting.window))
        say("sealing and signing …")
        meeting.seal()
        certificate = certify(program.folder(), sample.case["decision"]["decider"])
        meeting.sign(certificate, PASSWORD)
        meeting.acknowledge_afterwards(certificate, PASSWORD)
        camera.take("10-record", meeting.window)
        saved = meeting.export(program.folder() / "record.pdf")
        for path in saved.parent.glob("record*"):
            (out / path.name).write_bytes(path.read_bytes())
        acknowledged.check(out / "record.pdf", meeting)
        then(meeting)


def tell(out, verify):
    """What the tool of others and our own say of the record; whether both call it good."""
    pdf = out / "record.pdf"
    said = subprocess.run(["pdfsig", pdf], capture_output=True, text=True).stdout
    code, verdict = verify(pdf)
    say("")
    for path in sorted(out.iterdir()):
        say(f"{path}")
    say("")
    for line in said.splitlines():
        if "Validation" in line or "Common Name" in line:
            say(f"pdfsig:            {line.strip(' -')}")
    say(f"euphoria-cli:      {verdict.strip()}")
    return code == 0 and "Signature is Valid" in said


def main():
    out = Path(sys.argv[1]).resolve()
    play(out)
    return 0 if tell(out, lambda pdf: cli("verify", pdf, check=False)) else 1


if __name__ == "__main__":
    sys.exit(main())
