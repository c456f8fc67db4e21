"""The keyboard and the pointer by way of XTEST, as real ones."""

import subprocess

from . import moment

AT_HAND = 0.004  # seconds from one report of a mouse to the next


def _xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=60, capture_output=True)
    moment.passes()


def press(*names):
    """Keys by their X names: press("Tab"), press("ctrl+n"), press("shift+Tab", "Return")."""
    _xdotool("key", "--clearmodifiers", "--delay", 12, *names)


def write(text):
    """Types the text; only letters of the Swedish keyboard."""
    _xdotool("type", "--clearmodifiers", "--delay", 12, "--", text)


def click(x, y):
    """Clicks on a point of the screen."""
    _xdotool("mousemove", x, y, "click", 1)


def draw(way, aside):
    """Draws through these points of the screen with the first button held down, then moves the pointer aside. As fast
    as a hand: of moves in no time at all the X server tells only some."""
    words = ["mousemove", *way[0], "sleep", AT_HAND, "mousedown", 1]
    for point in way[1:]:
        words += ["sleep", AT_HAND, "mousemove", *point]
    _xdotool(*words, "sleep", AT_HAND, "mouseup", 1, "sleep", AT_HAND, "mousemove", *aside)


def wheel(x, y, steps):
    """Turns the wheel over a point of the screen: down, or up when negative."""
    _xdotool("mousemove", x, y, "click", "--repeat", abs(steps), 5 if steps > 0 else 4)
