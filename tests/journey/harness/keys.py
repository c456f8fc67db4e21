"""The keyboard and the pointer by way of XTEST, as real ones."""

import subprocess

from . import moment


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


def wheel(x, y, steps):
    """Turns the wheel over a point of the screen: down, or up when negative."""
    _xdotool("mousemove", x, y, "click", "--repeat", abs(steps), 5 if steps > 0 else 4)
