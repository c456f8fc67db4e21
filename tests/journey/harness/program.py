"""The program under test as a process: started, killed, its log kept."""

import os
import re
import signal
import time

from . import children, windows

# What the toolkit says on a screen without a compositor, and nothing else.
HARMLESS = re.compile(r"vulkan|Vulkan|MESA|libEGL|DRI3|dri3|portal|theme parser|GdkPixbuf|dconf|accessibility bus|"
                      r"gvfs|Unable to acquire session bus|"
                      r"style-(?:dark|hc|hc-dark)\.css is deprecated|"  # libadwaita 1.8 and later
                      r"gdk_frame_timings_submitted\(\) called on submitted frame|"  # GTK 4.24, once, when the first popover opens
                      # the toolkit's own file chooser, now and then, about names that it offers to complete
                      r"gtk_tree_store_remove: assertion 'VALID_ITER", re.IGNORECASE)


class Program:
    def __init__(self, desktop, command, **environment):
        self.desktop, self.command = desktop, [str(word) for word in command]
        self.environment = {name: str(value) for name, value in environment.items()}
        self.logs = []
        self.process = self.application = None

    def start(self, *arguments):
        """Starts it and waits until it can be reached; returns its accessible tree."""
        from .application import Application
        self._launch(arguments)
        self.application = Application(self.pid, alive=self.is_running)
        self._wait_for_window()
        return self.application

    def _launch(self, arguments):
        self.logs.append(self.desktop.folder / f"program-{len(self.logs) + 1}.log")
        with open(self.logs[-1], "wb") as log:
            self.process = children.start(self.command + list(arguments), env={**os.environ, **self.environment},
                                          stdout=log, stderr=log)

    def _wait_for_window(self, seconds=15):
        deadline = time.monotonic() + seconds
        while not windows.of_process(self.pid):
            if not self.is_running():
                return  # an ended program is for the test to find
            assert time.monotonic() < deadline, f"no window on the screen, which holds:\n{windows.outline()}"
            time.sleep(0.05)

    @property
    def pid(self):
        return self.process.pid

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def window(self, title):
        """The X window (not the accessible one) with this title."""
        return windows.find(self.pid, title)

    def kill(self):
        """As a power cut: no chance to save anything."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def wait_for_end(self, seconds=10):
        deadline = time.monotonic() + seconds
        while self.is_running():
            assert time.monotonic() < deadline, "the program does not end"
            time.sleep(0.02)
        return self.process.returncode

    def close(self):
        if self.process is not None:
            children.end(self.process)

    def log(self):
        return "".join(path.read_text(errors="replace") for path in self.logs)

    def complaints(self):
        """Warnings and worse that the program wrote."""
        return [line for line in self.log().splitlines()
                if re.search(r"WARNING|CRITICAL|ERROR|runtime error|AddressSanitizer", line) and not HARMLESS.search(line)]
