"""The keyboard and the pointer by way of XTEST, as real ones."""

import subprocess


def _xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=60, capture_output=True)


def press(*names):
    """Keys by their X names: press("Tab"), press("ctrl+n"), press("shift+Tab", "Return")."""
    _xdotool("key", "--clearmodifiers", "--delay", 12, *names)


def write(text):
    """Types the text; only letters of the Swedish keyboard."""
    _xdotool("type", "--clearmodifiers", "--delay", 12, "--", text)


def click(window, node):
    """Clicks on the middle of a thing in an X window: for what offers no action, like a row."""
    left, top, _, _ = window.place()
    x, y, width, height = node.place()
    _xdotool("mousemove", "--sync", left + x + width // 2, top + y + height // 2, "click", 1)
