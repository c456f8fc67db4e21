"""X windows by title: bring one to the front, give it a size, take its picture."""

import re
import subprocess
import time

from . import moment


def _run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=20)
    return done.stdout if done.returncode == 0 else ""


class Window:
    def __init__(self, number):
        self.number = number

    @property
    def title(self):
        return _run("xdotool", "getwindowname", self.number).strip()

    def raise_(self):
        """In front of the others and with the keyboard."""
        _run("xdotool", "windowactivate", "--sync", self.number)
        moment.passes()

    def is_active(self):
        return _run("xdotool", "getactivewindow").strip() == str(self.number)

    def shadow(self):
        """Left, right, top, bottom: how much of the X window is the shadow that GTK draws around it."""
        found = re.findall(r"\d+", _run("xprop", "-id", self.number, "_GTK_FRAME_EXTENTS").partition("=")[2])
        return tuple(map(int, found)) if len(found) == 4 else (0, 0, 0, 0)

    def place(self):
        """x, y, width and height on the screen, without the shadow."""
        found = dict(re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", _run("xdotool", "getwindowgeometry", "--shell", self.number)))
        left, right, top, bottom = self.shadow()
        return (int(found["X"]) + left, int(found["Y"]) + top,
                int(found["WIDTH"]) - left - right, int(found["HEIGHT"]) - top - bottom)

    def set_size(self, width, height, x=0, y=0):
        left, right, top, bottom = self.shadow()
        _run("xdotool", "windowsize", "--sync", self.number, width + left + right, height + top + bottom)
        _run("xdotool", "windowmove", self.number, x - left, y - top)
        moment.passes()

    def picture(self, desktop):
        return desktop.still_picture().crop(*self.place())


def of_process(pid):
    """The visible windows of a program, oldest first; with None all that the desktop has."""
    process = [] if pid is None else ["--pid", pid]
    return [Window(int(word)) for word in _run("xdotool", "search", "--onlyvisible", *process, "--name", ".").split()]


def outline():
    """Every window there is, mapped or not, for the report of a failed start."""
    return "".join(f"#   {line}\n" for line in _run("xwininfo", "-root", "-tree").splitlines()[:60])


def find(pid, title, seconds=30):
    """The window with this title; title is a compiled pattern or a part of the text."""
    deadline = time.monotonic() + seconds
    while True:
        seen = of_process(pid)
        for window in seen:
            if title.search(window.title) if hasattr(title, "search") else title in window.title:
                return window
        if time.monotonic() > deadline:
            raise AssertionError(f"no window is called {title!r}; there are {[window.title for window in seen]}")
        time.sleep(0.02)
