"""The accessibility bus, and what it tells of the things in a program's tree."""

import ast
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

SHOWING, VISIBLE, FOCUSED = (int(state) for state in (Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE,
                                                      Atspi.StateType.FOCUSED))
ROOT = "/org/a11y/atspi/accessible/root"
INTERFACE = "org.a11y.atspi."
OTHER_NAMES = {"push button": "button", "entry": "text", "frame": "window", "dialog": "window", "alert": "window",
               "radio button": "radio", "check box": "check", "toggle button": "toggle", "switch": "toggle",
               "list item": "row", "table row": "row", "page tab": "tab", "heading": "label", "static": "label",
               "text box": "text", "password text": "text", "radio menu item": "menu item", "check menu item": "menu item"}
NEWER_ROLES = {130: "check box"}  # numbers that an older library on this machine can't name yet, as what they were before
_context = GLib.MainContext.default()

# One thing in the printed answer of the cache: itself, its program, what it is in, at which place there,
# how many are in it, interfaces, name, role, description, states.
STRING = r"""('[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*")"""
ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[([^\]]*)\], "
                  rf"{STRING}, (\d+), {STRING}, \[(\d+), (\d+)\]\)")


class Gone:
    """What a thing says that is no longer there."""

    role, name, description, states, children, parent, interfaces = "gone", "", "", 0, (), None, ""


def plain(text):
    """What a printed text says."""
    return ast.literal_eval(text) if "\\" in text else text[1:-1]


class Item:
    __slots__ = ("path", "parent", "place", "count", "interfaces", "name", "role", "description", "states", "children")
    roles = {}

    def __init__(self, found):
        self.path, self.parent, place, count, self.interfaces, name, role, description, low, high = found
        self.place, self.count = int(place), int(count)
        self.name, self.description = plain(name), plain(description)
        self.role = self.roles.get(role) or self._learn_role(role)
        self.states = int(low) | int(high) << 32
        self.children = []

    @classmethod
    def _learn_role(cls, number):
        name = NEWER_ROLES.get(int(number)) or Atspi.role_get_name(int(number))
        return cls.roles.setdefault(number, OTHER_NAMES.get(name, name))

    def known_children(self, strangers):
        """How many there are; what is hidden does not count."""
        return sum(child.states >> VISIBLE & 1 for child in self.children if child.path not in strangers)

    def shows(self):
        return self.states >> SHOWING & 1 or self.role == "application"

    def walk(self, hidden):
        """This and everything below it in reading order."""
        below = [self]
        while below:
            item = below.pop()
            if hidden or item.shows():
                yield item
                below += reversed(item.children)


class Bus:
    """The accessibility bus."""

    _of = {}

    @classmethod
    def get(cls):
        """That of the session in the environment."""
        import os
        session = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        if session not in cls._of:
            cls._of[session] = cls(session)
        return cls._of[session]

    def __init__(self, session):
        self.connection = self._connect(session)
        address = self.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
        self.connection = self._connect(address)

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, owner, path, interface, method, arguments=None):
        return self.connection.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 20000,
                                         None).unpack()

    def print(self, owner, path, interface, method):
        """The answer as text."""
        answer = self.connection.call_sync(owner, path, interface, method, None, None, Gio.DBusCallFlags.NONE, 20000, None)
        return answer.print_(False), answer.get_child_value(0).n_children()

    def call_all(self, owner, paths, interface, method):
        """The same call to many things at once: path → answer, without those that are gone."""
        answers, waiting = {}, [len(paths)]

        def done(connection, result, path):
            waiting[0] -= 1
            try:
                answers[path] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for path in paths:
            self.connection.call(owner, path, interface, method, None, None, Gio.DBusCallFlags.NONE, 20000, None, done, path)
        while waiting[0]:
            _context.iteration(True)
        return answers

    def find_owner(self, pid):
        """The name on the bus of the program with this process id, or None. Without an id: of the only one."""
        children = self.call("org.a11y.atspi.Registry", ROOT, INTERFACE + "Accessible", "GetChildren")[0]
        if pid is None:
            return children[0][0] if len(children) == 1 else None
        for owner, _ in children:
            try:
                found = self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                  GLib.Variant("(s)", (owner,)))[0]
            except GLib.Error:
                continue
            if found == pid:
                return owner
        return None
