"""Whoever has no pointer: what pressing, choosing and writing are with the keyboard alone.

With only_keys the same meeting is played by keys; the tree is then only looked at."""

from . import keys
from .waiting import wait

only_keys = False


def _around(node, role):
    while node is not None and node.role != role:
        node = node.parent
    return node


def press(node):
    """What somebody does who sees it: goes there, and presses."""
    if node.role == "menu item":
        _go_down_to(node)
        keys.press("Return")
    elif node.role == "radio":
        node._choose_radio()
    elif _around(node, "row") is not None and node.role in ("row", "label"):
        _press_row(_around(node, "row"))
    else:
        node._tab_to(node.walk())
        keys.press("Return" if node.role == "button" else "space")


def write(node, text):
    """Instead of what stands there."""
    node._tab_to([node])
    if node.text:
        keys.press("ctrl+a", "BackSpace")
    if text:
        keys.write(text)


def _go_down_to(node):
    """In a menu the arrows go round."""
    for _ in range(40):
        at = node.application.focused()
        if at == node:
            return
        keys.press("Down")
        wait(lambda: node.application.focused() != at, f"the arrow does not leave {at and at.name}")
    raise AssertionError(f"the arrows do not come to “{node.name}”")


def _press_row(row):
    """Tab comes to the list, the arrows to the row."""
    rows = row.parent.all("row") if row.parent is not None else [row]
    inside = {one: number for number, each in enumerate(rows) for one in each.walk()}
    at = row.application.focused()
    if at not in inside:
        row._tab_to(list(inside))
    for _ in range(3 * len(rows) + 3):
        at = row.application.focused()
        if at in row.walk():
            break
        keys.press("Down" if inside.get(at, 0) < inside[row] else "Up")
        wait(lambda: row.application.focused() != at, f"the arrow does not leave {at and at.name}")
    radios = row.all("radio")
    if not radios:
        keys.press("Return")
    elif not any(one.is_on() for one in radios):
        keys.press("space")
