"""Hears what the program says to a screen reader.

Use it after a Desktop was entered: the buses are taken from the environment then."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .bus import OTHER_NAMES  # noqa: E402
from .waiting import PATIENCE, wait  # noqa: E402


class Ear:
    """Hears what the program announces to a screen reader and where the focus goes."""

    KINDS = ("object:announcement", "object:state-changed:focused")

    def __init__(self):
        self.announced, self.focused = [], []
        self._listener = Atspi.EventListener.new(self._heard)
        for kind in self.KINDS:
            self._listener.register(kind)

    def _heard(self, event):
        if event.type.startswith("object:announcement"):
            self.announced.append(str(event.any_data))
        elif event.detail1 and event.source is not None:
            try:
                role = event.source.get_role_name()
                self.focused.append((OTHER_NAMES.get(role, role), event.source.get_name()))
            except GLib.Error:  # what had the focus is gone by now
                pass

    def hears(self, wanted, seconds=PATIENCE):
        """Waits for an announcement that matches; a text counts when it is part of one."""
        pattern = wanted if isinstance(wanted, re.Pattern) else re.compile(re.escape(wanted))
        wait(lambda: any(pattern.search(said) for said in self.announced),
             lambda: f"“{pattern.pattern}” was not announced; heard: {self.announced}", seconds)

    def close(self):
        for kind in self.KINDS:
            self._listener.deregister(kind)
