#!/usr/bin/env python3
"""The urgent sample, with few questions, from an empty program to a signed record.

The same road as test_sample_meeting.py goes with all 28 questions."""

from harness import tap
from harness.euphoria import Sample
from test_sample_meeting import from_an_empty_program_to_a_signed_record


def an_urgent_meeting(step):
    from_an_empty_program_to_a_signed_record(step, Sample("urgent-door-lock"))


if __name__ == "__main__":
    tap.run(an_urgent_meeting, seconds=500)
