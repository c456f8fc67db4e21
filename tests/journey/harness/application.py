"""The program as the accessibility bus knows it: its tree, read at once.

Use it after a Desktop was entered: the buses are taken from the environment then. Each look is one
snapshot of the whole tree in a single answer (org.a11y.atspi.Cache), read as text: turning it into
Python values takes longer than the program takes to give it. The cache holds what somebody has asked
for once, some things that are nobody's children, and some that say they are in another thing than the
one that has them; where its count of children is another than what it knows of, they are asked for. A
look holds until something is done."""

import time

from gi.repository import GLib

from . import moment
from .bus import Bus, FOCUSED, Gone, INTERFACE, ITEM, Item, ROOT
from .tree import Node
from .waiting import PATIENCE, matches, wait

LONGEST_LOOK = 0.5  # seconds after which a look is no longer believed
THOROUGH_LOOK = 5.0  # seconds after which everything is asked for its children, whatever the cache says


class Application(Node):
    """The program with this process id, once it is on the accessibility bus."""

    def __init__(self, pid, seconds=30, alive=lambda: True):
        super().__init__(self, ROOT)
        self.pid, self.bus = pid, Bus.get()
        self._thorough, self._read_before, self._settled = time.monotonic(), {}, {}
        self._seen, self._taken, self._snapshot, self.outsides = None, 0, {}, {}
        self._strangers, self._adopted = set(), {}

        def look():
            assert alive(), "the program ended before it could be reached"
            return self.bus.find_owner(pid)

        self.owner = wait(look, f"the program {pid} does not show up on the accessibility bus", seconds)

    def looks_fresh(self):
        """Whether nothing was done and little time has passed since the last look."""
        return self._seen == moment.now() and time.monotonic() - self._taken < LONGEST_LOOK

    def look(self):
        """The tree as it is in this moment: path → item."""
        if self.looks_fresh():
            return self._snapshot
        items, asked = self._get_items(), set()
        if thorough := time.monotonic() - self._thorough > THOROUGH_LOOK:
            self._thorough = time.monotonic()
            self._settled.clear()
        while differing := [path for path, item in items.items() if path not in asked and self._differs(item, thorough)]:
            asked.update(differing)
            if self._ask_for_children(items, differing):
                items = self._get_items()
        for stranger in self._strangers & items.keys():
            items[items[stranger].parent].children.remove(items[stranger])
        self._seen, self._taken, self._snapshot = moment.now(), time.monotonic(), items
        return items

    def _read(self, pieces):
        """The things by their paths. Most say what they said before, and are not read again: reading
        fifteen hundred takes longer than the program needs to tell them."""
        known = {}
        for piece in pieces:
            item = self._read_before.get(piece) or Item(ITEM.match("((" + piece).groups())
            item.children = []
            known[piece] = item
        self._read_before = known
        return {item.path: item for item in known.values()}

    def _differs(self, item, thorough):
        """Whether it may have others as children than those known here, and was not asked about just these."""
        known = item.known_children(self._strangers)
        if not thorough and (known == item.count or self._settled.get(item.path) == (known, item.count)):
            return False
        self._settled[item.path] = known, item.count
        return True

    def _ask_for_children(self, items, paths):
        """Learns which children these really have; whether that makes the tree another one. What has a
        child is believed, not what the child says it is in; others that say so are strangers."""
        changed = False
        for path, (answer,) in self.bus.call_all(self.owner, paths, INTERFACE + "Accessible", "GetChildren").items():
            children = [child for _, child in answer]
            for place, child in enumerate(children):
                if child not in items or items[child].parent != path:
                    self._adopted[child] = path, place
                    changed = True
            for child in items[path].children:
                (self._strangers.discard if child.path in children else self._strangers.add)(child.path)
            self._strangers -= {child for child in children if child in self._adopted}
        return changed

    def known(self, path):
        """The thing as it was last seen, looked for anew only when it is not known."""
        return self._snapshot.get(path) or self.look().get(path, Gone)

    def _get_items(self):
        try:
            printed, count = self.bus.print(self.owner, "/org/a11y/atspi/cache", INTERFACE + "Cache", "GetItems")
        except GLib.Error:
            return {}
        items = self._read(printed.removeprefix("([((").split(", (("))
        assert len(items) == count, f"of {count} things {len(items)} can be read"
        for path in self._adopted.keys() & items.keys():
            parent, place = self._adopted[path]
            if items[path].parent != parent:
                items[path].parent, items[path].place = parent, place
        for item in sorted(items.values(), key=lambda item: item.place):
            if item.parent in items and item.parent != item.path:
                items[item.parent].children.append(item)
        return items

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
                return next((node for node in window.walk() if node._item.states >> FOCUSED & 1), None)
        return None
