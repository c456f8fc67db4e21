"""The accessible tree: find things by role and name, act on them, hear what is announced.

Import after a Desktop was entered: libatspi takes its buses from the environment then. Everything
waits for a condition with a deadline and looks again; nothing sleeps and hopes."""

import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from . import keys, windows  # noqa: E402

PATIENCE = 10.0
PAUSE_MS = 15
OTHER_NAMES = {"push button": "button", "entry": "text", "frame": "window", "dialog": "window", "alert": "window",
               "radio button": "radio", "check box": "check", "toggle button": "toggle", "switch": "toggle",
               "list item": "row", "table row": "row", "page tab": "tab", "heading": "label", "static": "label",
               "text box": "text", "radio menu item": "menu item", "check menu item": "menu item"}
_context = GLib.MainContext.default()


class NotFound(AssertionError):
    pass


def turn():
    """Lets events in: one short turn of the main loop."""
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


def _safe(call, *arguments, otherwise=None):
    """A thing may go away while we ask about it; that is an answer, not an error."""
    try:
        return call(*arguments)
    except GLib.Error:
        return otherwise


class Node:
    """One accessible thing of the program."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    @property
    def role(self):
        role = _safe(self.accessible.get_role_name, otherwise="gone") or "gone"
        return OTHER_NAMES.get(role, role)

    @property
    def name(self):
        return _safe(self.accessible.get_name, otherwise="") or ""

    @property
    def description(self):
        return _safe(self.accessible.get_description, otherwise="") or ""

    @property
    def pid(self):
        return _safe(self.accessible.get_process_id, otherwise=0)

    def has(self, *states):
        """states: 'showing', 'sensitive', 'checked', 'focused', …; all must hold."""
        held = _safe(self.accessible.get_state_set)
        return held is not None and all(
            held.contains(getattr(Atspi.StateType, state.upper())) for state in states)

    @property
    def children(self):
        count = _safe(self.accessible.get_child_count, otherwise=0) or 0
        found = (_safe(self.accessible.get_child_at_index, index) for index in range(count))
        return [Node(child) for child in found if child is not None]

    @property
    def parent(self):
        parent = _safe(self.accessible.get_parent)
        return Node(parent) if parent is not None else None

    def walk(self, hidden=False):
        """This node and everything below it in reading order; what is not shown only when hidden."""
        if not hidden and self.role not in ("application", "gone") and not self.has("showing"):
            return
        yield self
        for child in self.children:
            yield from child.walk(hidden)

    @property
    def text(self):
        """The content of a text field, or the name."""
        interface = _safe(self.accessible.get_text_iface)
        if interface is None:
            return self.name
        count = _safe(Atspi.Text.get_character_count, interface, otherwise=0)
        return _safe(Atspi.Text.get_text, interface, 0, count, otherwise="") or ""

    def texts(self, hidden=False):
        """Every name, description and content below here: what a screen reader could say."""
        said = []
        for node in self.walk(hidden):
            said += [part for part in dict.fromkeys((node.name, node.description, node.text)) if part]
        return said

    def all(self, role=None, name=None, hidden=False):
        return [node for node in self.walk(hidden)
                if (role is None or node.role == role) and matches(name, node.name)]

    def find(self, role=None, name=None, seconds=PATIENCE, hidden=False, index=None):
        """The one thing with this role and name, waited for. Several: say which with index."""
        def look():
            found = self.all(role, name, hidden)
            if index is not None:
                return found[index] if -len(found) <= index < len(found) else None
            return found[0] if len(found) == 1 else None

        return wait(look, lambda: self._complain(role, name, hidden), seconds)

    def has_no(self, role=None, name=None, seconds=PATIENCE):
        """Waits until nothing with this role and name is shown any more."""
        shown = getattr(name, "pattern", name)
        wait(lambda: not self.all(role, name), f"there is still a {role or 'thing'} called “{shown}”", seconds)

    def _complain(self, role, name, hidden):
        wanted = getattr(name, "pattern", name)
        found = len(self.all(role, name, hidden))
        near = [f"{node.role} “{node.name}”" for node in self.walk(hidden)
                if (node.role == role if role else False) or (isinstance(name, str) and name.lower() in node.name.lower())]
        return (f"{'no' if not found else found} {role or 'thing'} called “{wanted}” in {self.role} “{self.name}”; "
                f"near it: {', '.join(near[:25]) or 'nothing'}")

    def outline(self, depth=0, hidden=False):
        """The tree as indented text, for the report of a failed journey."""
        if not hidden and depth and not self.has("showing"):
            return ""
        marks = [state for state in ("focused", "checked", "selected", "expanded", "busy") if self.has(state)]
        marks += [] if self.has("sensitive") else ["insensitive"]
        text = self.text if self.role == "text" else ""
        line = "  " * depth + f"{self.role} “{self.name}”" + (f" = “{text}”" if text else "")
        line += f" [{', '.join(marks)}]" if marks else ""
        return "\n".join([line] + [part for part in (child.outline(depth + 1, hidden) for child in self.children) if part])

    # Acting.

    def actions(self):
        interface = _safe(self.accessible.get_action_iface)
        count = _safe(Atspi.Action.get_n_actions, interface, otherwise=0) if interface is not None else 0
        return [_safe(Atspi.Action.get_action_name, interface, index) for index in range(count)]

    def act(self, name):
        index = self.actions().index(name)
        assert _safe(Atspi.Action.do_action, self.accessible.get_action_iface(), index), \
            f"{self.role} “{self.name}” refused “{name}”"

    def ready(self):
        """Waits until the thing can be used."""
        wait(lambda: self.has("sensitive"), f"{self.role} “{self.name}” is not sensitive")
        return self

    def press(self):
        """What a click does. Where the toolkit offers no action (rows, check buttons), it is a click."""
        self.ready()
        offered = self.actions()
        for name in ("click", "toggle"):
            if name in offered:
                self.act(name)
                return
        self.click()

    def click(self):
        """A click of the pointer on its middle, scrolled to when it is out of sight."""
        outside = self.outside()
        if not outside.is_active():
            outside.raise_()
        wait(lambda: self.place()[2] > 0, f"{self.role} “{self.name}” has no place")
        self._scroll_to(outside)
        keys.click(*self._middle(outside))

    def outside(self):
        """The X window that it is in."""
        window = self._window()
        return windows.find(self.pid, re.compile("^" + re.escape(window.name) + "$"))

    def _middle(self, outside):
        left, top, _, _ = outside.place()
        x, y, width, height = self.place()
        return left + x + width // 2, top + y + height // 2

    def _scroll_to(self, outside):
        """Turns the wheel over the scrolled area around it until its middle is inside."""
        pane = self.parent
        while pane is not None and pane.role not in ("scroll pane", "application"):
            pane = pane.parent
        if pane is None or pane.role != "scroll pane":
            return
        for _ in range(200):
            x, y = self._middle(outside)
            left, top, _, _ = outside.place()
            pane_x, pane_y, width, height = pane.place()
            above, below = y < top + pane_y, y >= top + pane_y + height
            if not above and not below:
                return
            before = self.place()
            keys.wheel(left + pane_x + width // 2, top + pane_y + height // 2, -1 if above else 1)
            wait(lambda: self.place() != before, f"{self.role} “{self.name}” can't be scrolled to")

    def toggle(self, on=True):
        """Presses until it is on (or off) and says so."""
        if self.is_on() != on:
            switch = next((node for node in self.walk() if "toggle" in node.actions()), self)
            switch.press()
        wait(lambda: self.is_on() == on, lambda: f"{self.role} “{self.name}” does not turn {'on' if on else 'off'}")

    def is_on(self):
        return self.has("checked") or self.has("pressed")

    def _window(self):
        """The window of the window manager, not a dialog inside it."""
        window = self
        while window.parent is not None and window.parent.role != "application":
            window = window.parent
        return window

    def place(self):
        """x, y, width, height within the window."""
        def box(node):
            return Atspi.Component.get_extents(node.accessible.get_component_iface(), Atspi.CoordType.WINDOW)
        mine, whole = box(self), box(self._window())
        return mine.x - whole.x, mine.y - whole.y, mine.width, mine.height

    def set_text(self, text):
        """Replaces the content of a text field and makes sure that it stands there."""
        self.ready()
        interface = _safe(self.accessible.get_editable_text_iface)
        assert interface is not None, f"{self.role} “{self.name}” is no text field"
        self.accessible.set_text_contents(text)
        wait(lambda: self.text == text, lambda: f"{self.role} “{self.name}” holds “{self.text}”, not “{text}”")

    def choose(self, wanted):
        """Opens a combo box and chooses what bears this name, by its keys."""
        outside = self.outside()
        if not outside.is_active():
            outside.raise_()
        self.press()
        pane = self.find("scroll pane")
        row = wait(lambda: next((row for row in pane.all("row") if row.all("label", wanted)), None),
                   lambda: f"“{self.name}” offers no “{wanted}” but {[label.name for label in pane.all('label')]}")
        keys.press("Down", "Home")
        for _ in range(len(pane.all("row")) + 1):
            wait(lambda: any(one.has("focused") for one in pane.all("row")), f"no row of “{self.name}” has the focus")
            if row.has("focused"):
                break
            keys.press("Down")
            wait(lambda: row.has("focused") or True, "")
        keys.press("Return")
        self.has_no("scroll pane")
        self.find("label", wanted)

    def set_value(self, value):
        Atspi.Value.set_current_value(self.accessible.get_value_iface(), value)


class Application(Node):
    """The program with this process id, once it is on the accessibility bus."""

    def __init__(self, pid, seconds=30, alive=lambda: True):
        self._pid = pid

        def look():
            assert alive(), "the program ended before it could be reached"
            Atspi.get_desktop(0).clear_cache()
            return next((node for node in Node(Atspi.get_desktop(0)).children if node.pid == pid), None)

        super().__init__(wait(look, f"the program {pid} does not show up on the accessibility bus", seconds).accessible)
        self.accessible.set_cache_mask(Atspi.Cache.NONE)

    def windows(self):
        return [node for node in self.children if node.has("showing")]

    def window(self, title, seconds=PATIENCE):
        """The window with this title: a pattern or the text itself."""
        return wait(lambda: next((node for node in self.windows() if matches(title, node.name)), None),
                    lambda: f"no window “{getattr(title, 'pattern', title)}”; there are {[n.name for n in self.windows()]}",
                    seconds)

    def focused(self):
        """What has the keyboard in the active window, or None."""
        for window in self.windows():
            if window.has("active"):
                return next((node for node in window.walk() if node.has("focused")), None)
        return None


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
            self.focused.append((Node(event.source).role, Node(event.source).name))

    def hears(self, wanted, seconds=PATIENCE):
        """Waits for an announcement that matches; a text counts when it is part of one."""
        pattern = wanted if isinstance(wanted, re.Pattern) else re.compile(re.escape(wanted))
        wait(lambda: any(pattern.search(said) for said in self.announced),
             lambda: f"“{pattern.pattern}” was not announced; heard: {self.announced}", seconds)

    def close(self):
        for kind in self.KINDS:
            self._listener.deregister(kind)
