"""The program in its Flatpak. Nobody outside knows it by its process id: it has another one inside, and
speaks through a proxy. So it must be the only program on the desktop."""

import os
import subprocess
from pathlib import Path

from .euphoria import Euphoria

ID = "io.github.euphoria_care.Euphoria"
INSTALLATION = Path(os.environ.get("FLATPAK_USER_DIR", ""))


class Sandboxed(Euphoria):
    def __init__(self, desktop, language="sv", **environment):
        super().__init__(desktop, language, ["flatpak", "run", ID], **environment)
        for name in ("EUPHORIA_DATA", "EUPHORIA_LOCALEDIR"):
            del self.environment[name]
        self.own = Path(os.environ["HOME"]) / ".var" / "app" / ID

    @property
    def pid(self):
        return None

    def close(self):
        """The process that was started is only at the door of the sandbox."""
        subprocess.run(["flatpak", "kill", ID], capture_output=True)
        super().close()

    def folder(self):
        """A folder that the program sees, as it sees it."""
        folder = self.own / "data" / "exchange"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def inside(*command, check=True):
    """Runs a command in the sandbox; its exit code and what it printed."""
    done = subprocess.run(["flatpak", "run", f"--command={command[0]}", ID, *map(str, command[1:])],
                          capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert not check or done.returncode == 0, done.stderr + done.stdout
    return done.returncode, done.stdout + done.stderr
