"""Waiting for a condition with a deadline, and looking again; nothing sleeps and hopes."""

import re
import time

from gi.repository import GLib

from . import moment

PATIENCE = 15.0
PAUSE_MS = 15
_context = GLib.MainContext.default()


class NotFound(AssertionError):
    pass


def turn():
    """Lets time pass: one short turn of the main loop."""
    moment.passes()
    GLib.timeout_add(PAUSE_MS, lambda: GLib.SOURCE_REMOVE)
    _context.iteration(True)
    while _context.iteration(False):
        pass


def wait(condition, complaint, seconds=PATIENCE):
    """Until condition() is true; its last answer is returned. complaint: a text or a function that makes it."""
    deadline = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotFound(complaint() if callable(complaint) else complaint)
        turn()


def matches(wanted, text):
    """wanted: None (anything), a pattern, or the text itself."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text or ""))
    return " ".join((text or "").split()) == " ".join(wanted.split())
