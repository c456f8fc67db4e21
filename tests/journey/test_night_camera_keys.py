#!/usr/bin/env python3
"""The night-camera meeting once more, by keyboard alone: every press, choice and word is a key.

The tree is only looked at. Same steps and checks as test_night_camera.py."""

from harness import hands, tap
from harness.euphoria import Sample
from test_night_camera import the_whole_meeting

OTHER_KEYS = str.maketrans({"’": "'", "–": "-", "…": "...", "“": '"', "”": '"', "\u00a0": " "})


def typed(value):
    """With the letters that the keyboard has."""
    if isinstance(value, dict):
        return {key: typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [typed(one) for one in value]
    return value.translate(OTHER_KEYS) if isinstance(value, str) else value


def the_whole_meeting_by_keyboard(step):
    sample = Sample("night-camera")
    sample.case = typed(sample.case)
    sample.people = {person["id"]: person for person in sample.case["people"]}
    hands.only_keys = True
    the_whole_meeting(step, sample)


if __name__ == "__main__":
    tap.run(the_whole_meeting_by_keyboard, seconds=5000)
