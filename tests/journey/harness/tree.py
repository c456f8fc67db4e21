"""The accessible tree: find things by role and name, act on them.

A thing looks itself up in the last look of its application, as long as that holds; what one thing is by
now is asked of that thing alone."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from . import hands, keys, moment, windows  # noqa: E402
from .bus import Gone, INTERFACE, ROOT  # noqa: E402
from .waiting import NotFound, PATIENCE, matches, turn, wait  # noqa: E402

EDGE = 12  # pixels of a scrolled area in which a click may miss


class Node:
    """One accessible thing of the program."""

    def __init__(self, application, path):
        self.application, self.path = application, path

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    @property
    def _item(self):
        return self.application.look().get(self.path, Gone)

    @property
    def _known(self):
        """What never changes of it needs no new look."""
        return self.application.known(self.path)

    @property
    def role(self):
        return self._known.role

    @property
    def name(self):
        return self._item.name if self.application.looks_fresh() else self._ask("Accessible", "Name", "")

    @property
    def description(self):
        return self._item.description

    def has(self, *states):
        """states: 'showing', 'sensitive', 'checked', 'focused', …; all must hold."""
        held = self._item.states if self.application.looks_fresh() else self._states()
        return all(held >> int(getattr(Atspi.StateType, state.upper())) & 1 for state in states)

    def _states(self):
        """As it is by now, without a look at everything."""
        low, high = self._call("Accessible", "GetState", otherwise=((0, 0),))[0]
        return low | high << 32

    @property
    def children(self):
        return [Node(self.application, child.path) for child in self._item.children]

    @property
    def parent(self):
        parent = self._item.parent
        return Node(self.application, parent) if parent in self.application.look() and parent != self.path else None

    def walk(self, hidden=False):
        """This node and everything below it in reading order; what is not shown only when hidden."""
        return [Node(self.application, item.path) for item in self._walk(hidden)]

    def _walk(self, hidden):
        item = self.application.look().get(self.path)
        return item.walk(hidden) if item else ()

    def _call(self, interface, method, arguments=None, otherwise=None):
        """A thing may go away while we ask about it; that is an answer, not an error."""
        try:
            return self.application.bus.call(self.application.owner, self.path, INTERFACE + interface, method, arguments)
        except GLib.Error:
            return otherwise

    def _ask(self, interface, property, otherwise=None):
        try:
            return self.application.bus.call(self.application.owner, self.path, "org.freedesktop.DBus.Properties", "Get",
                                             GLib.Variant("(ss)", (INTERFACE + interface, property)))[0]
        except GLib.Error:
            return otherwise

    def _offers(self, interface):
        return f"'{INTERFACE}{interface}'" in self._known.interfaces

    @property
    def text(self):
        """The content of a text field, or the name."""
        if self.role != "text" or not self._offers("Text"):
            return self.name
        length = self._ask("Text", "CharacterCount", 0)  # an entry does not understand “to the end”
        return self._call("Text", "GetText", GLib.Variant("(ii)", (0, length)), ("",))[0]

    def texts(self, hidden=False):
        """Every name, description and content below here: what a screen reader could say."""
        said = []
        for node in self.walk(hidden):
            said += [part for part in dict.fromkeys((node.name, node.description, node.text)) if part]
        return said

    def all(self, role=None, name=None, hidden=False):
        found = [Node(self.application, item.path) for item in self._walk(hidden)
                 if (role is None or item.role == role) and matches(name, item.name)]
        if role == "list" and name and not found:  # a newer libadwaita names the group, not the list in it
            lists = [group.all("list", "", hidden)[:1] for group in self.all("grouping", name, hidden)]
            found = list(dict.fromkeys(node for nodes in lists for node in nodes))
        return found

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
        if not self._offers("Action"):
            return []
        count = len(self._call("Action", "GetActions", otherwise=([],))[0])
        return [self._call("Action", "GetName", GLib.Variant("(i)", (index,)), ("",))[0] for index in range(0, count)]

    def act(self, name):
        index = self.actions().index(name)
        done = self._call("Action", "DoAction", GLib.Variant("(i)", (index,)), (False,))[0]
        assert done, f"{self.role} “{self.name}” refused “{name}”"
        turn()

    def ready(self):
        """Waits until the thing can be used."""
        wait(self.is_ready, lambda: f"{self.role} “{self.name}” is not sensitive")
        return self

    def is_ready(self):
        return bool(self._states() >> int(Atspi.StateType.SENSITIVE) & 1)

    def press(self):
        """What a click does. Where the toolkit offers no action, keys (check buttons) or the pointer (rows) do it."""
        self.ready()
        if hands.only_keys:
            hands.press(self)
            return
        offered = self.actions()
        for name in ("click", "toggle"):
            if name in offered:
                self.act(name)
                return
        if self.role == "radio":
            self._choose_radio()
        elif self.role == "check":
            self.focus()
            keys.press("space")
        else:
            self.click()

    def focus(self):
        """Moves the focus here with Tab, as somebody without a pointer does."""
        self._tab_to([self])

    def _choose_radio(self):
        """Tab comes to a group of radio buttons, arrows to the one of them."""
        around = self.parent
        while around.role not in ("grouping", "window"):
            around = around.parent
        group = around.all("radio")
        self._tab_to(group)
        for _ in range(3 * len(group)):
            at = self.application.focused()
            if at == self:
                break
            if at not in group:
                self._tab_to(group)
                continue
            beside = abs(at.place()[1] - self.place()[1]) < self.place()[3] // 2
            forward = group.index(at) < group.index(self)
            keys.press(("Right" if forward else "Left") if beside else ("Down" if forward else "Up"))
            wait(lambda: self.application.focused() != at, lambda: f"the arrows do not leave radio “{at.name}”")
        if not self.is_on():
            keys.press("space")

    def _tab_to(self, group):
        """Until one of the group has the focus."""
        outside = self.outside()
        if not outside.is_active():
            outside.raise_()
        way = None
        for _ in range(120):
            at = wait(lambda: self.application.focused() or True, "")
            if at in group:
                return
            if way is None:  # once chosen it is kept: the tree's order and that of the keyboard may differ
                order = list(self._window().walk())
                back = at in order and group[0] in order and order.index(at) > order.index(group[0])
                way = "shift+Tab" if back else "Tab"
            keys.press(way)
            wait(lambda: self.application.focused() != at, lambda: f"Tab does not leave {at.role} “{at.name}”")
        raise AssertionError(f"Tab does not come to {self.role} “{self.name}”")

    def click(self):
        """A click of the pointer on its middle, scrolled to when it is out of sight. GTK leaves the padding
        of what is around out of its places, so this is for what is large, like a row."""
        if hands.only_keys:
            hands.press(self)
            return
        outside = self.outside()
        if not outside.is_active():
            outside.raise_()
        wait(lambda: self.place()[2] > 0, f"{self.role} “{self.name}” has no place")
        self._scroll_to(outside)
        keys.click(*self._middle(outside))

    def outside(self):
        """The X window that it is in; it stays the same as long as the window is there."""
        window, known = self._window(), self.application.outsides
        if window.path not in known:
            known[window.path] = windows.find(self.application.pid, re.compile("^" + re.escape(window.name) + "$"))
        return known[window.path]

    def _middle(self, outside):
        left, top, _, _ = outside.place()
        x, y, width, height = self.place()
        return left + x + width // 2, top + y + height // 2

    def _scroll_to(self, outside):
        """Turns the wheel over the scrolled area around it until its middle is well inside: at the very edge
        a click goes to what borders on it. At the ends of the area as far as it goes."""
        pane = self.parent
        while pane is not None and pane.role not in ("scroll pane", "application"):
            pane = pane.parent
        if pane is None or pane.role != "scroll pane":
            return
        for _ in range(200):
            x, y = self._middle(outside)
            left, top, _, _ = outside.place()
            pane_x, pane_y, width, height = pane.place()
            edge = min(EDGE, height // 3)
            over, under = y - (top + pane_y), top + pane_y + height - 1 - y
            if min(over, under) >= edge:
                return
            before = self.place()
            keys.wheel(left + pane_x + width // 2, top + pane_y + height // 2, -1 if over < edge else 1)
            try:
                wait(lambda: self.place() != before, f"{self.role} “{self.name}” can't be scrolled to", seconds=5)
            except NotFound:
                if min(over, under) < 0:
                    raise
                return

    def toggle(self, on=True):
        """Presses until it is on (or off) and says so."""
        if self.is_on() != on:
            inside = [] if hands.only_keys else [node for node in self.walk() if "toggle" in node.actions()]
            (inside or [self])[0].press()
        wait(lambda: self.is_on() == on, lambda: f"{self.role} “{self.name}” does not turn {'on' if on else 'off'}")

    def is_on(self):
        return self.has("checked") or self.has("pressed")

    def _window(self):
        """The window of the window manager, not a dialog inside it."""
        item = self._item
        while item.parent is not None and item.parent != ROOT:
            item = self.application.known(item.parent)
        return Node(self.application, getattr(item, "path", self.path))

    def place(self):
        """x, y, width, height within the window."""
        def box(node):
            return node._call("Component", "GetExtents", GLib.Variant("(u)", (1,)), ((0, 0, 0, 0),))[0]
        mine, whole = box(self), box(self._window())
        return mine[0] - whole[0], mine[1] - whole[1], mine[2], mine[3]

    def set_text(self, text, secret=False):
        """Replaces the content of a text field and makes sure that it stands there (unless it is secret)."""
        self.ready()
        if hands.only_keys:
            hands.write(self, text)
        else:
            self._set_text(text)
        if not secret:
            wait(lambda: self.text == text, lambda: f"{self.role} “{self.name}” holds “{self.text}”, not “{text}”")

    def _set_text(self, text):
        done = self._call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)), (False,))[0]
        assert done, f"{self.role} “{self.name}” takes no text"
        moment.passes()

    def choose(self, wanted):
        """Opens a combo box and chooses what bears this name, by its keys."""
        outside = self.outside()
        if not outside.is_active():
            outside.raise_()
        (self.all("toggle") or [self])[0].press()  # a drop-down opens by the button inside, a row by itself
        pane = self.find("scroll pane")

        def at():
            """The words of the row that has the focus; a long list has only those rows that can be seen."""
            row = next((one for one in pane.all("row") if one.has("focused")), None)
            return row and [label.name for label in row.all("label")]

        wait(lambda: pane.all("row"), f"“{self.name}” offers nothing")
        keys.press("Down")
        wait(at, f"no row of “{self.name}” takes the focus")
        keys.press("Home")
        wait(lambda: [one.has("focused") for one in pane.all("row")][:1] == [True], f"the keys do not go to the top of “{self.name}”")
        passed = [wait(at, f"no row of “{self.name}” has the focus")]
        while not any(matches(wanted, name) for name in passed[-1]):
            keys.press("Down")
            try:
                passed.append(wait(lambda: at() not in (None, passed[-1]) and at(), ""))
            except NotFound:
                raise NotFound(f"“{self.name}” offers no “{wanted}” but {passed}") from None
        keys.press("Return")
        self.has_no("scroll pane")
        self.find("label", wanted)

    def set_value(self, value):
        self.application.bus.call(self.application.owner, self.path, "org.freedesktop.DBus.Properties", "Set",
                                  GLib.Variant("(ssv)", (INTERFACE + "Value", "CurrentValue", GLib.Variant("d", value))))
        moment.passes()
