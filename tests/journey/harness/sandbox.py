"""The program in its Flatpak. Nobody outside knows it by its process id: it has another one inside, and
speaks through a proxy. So it must be the only program on the desktop."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import children
from .desktop import Desktop
from .euphoria import NOW, Euphoria
from .waiting import wait

ID = os.environ.get("EUP_FLATPAK_ID") or "io.github.euphoria_care.Euphoria"
SERVICES = Path("/usr/share/dbus-1/services")
KEPT = ("org.a11y.Bus", "org.freedesktop.Flatpak", "org.freedesktop.portal.Documents", "org.freedesktop.impl.portal.PermissionStore")
BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""


class SandboxDesktop(Desktop):
    """A desktop with the parts that a sandbox asks for, and no other of this machine's: portal=False is one
    on which nobody has installed a portal."""

    def __init__(self, language="sv", portal=True):
        super().__init__(language)
        self.portal = portal

    def _bus_command(self):
        services = self.folder / "services"
        services.mkdir()
        for name in KEPT if self.portal else KEPT[:2]:
            shutil.copy(SERVICES / f"{name}.service", services)
        (self.folder / "bus.conf").write_text(BUS.format(folder=self.folder), encoding="utf-8")
        return ["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--print-address=1", "--nopidfile"]

    def _start(self):
        super()._start()
        del os.environ["GDK_DEBUG"]  # in a sandbox it is the portal that opens files
        if self.portal:
            self._start_portal()

    def _start_portal(self):
        """Every dialog for files is answered with documents/record.*"""
        (self.folder / "documents").mkdir()
        portal = children.start([sys.executable, Path(__file__).with_name("portal.py"), self.folder / "documents", ID],
                                stdout=subprocess.PIPE, stderr=self.log)
        if portal.stdout.readline().strip() != b"ready":
            raise RuntimeError("the stand-in for the portal did not start: " + self.tail())


class Sandboxed(Euphoria):
    """options: more of those of flatpak run."""

    desktop_class = SandboxDesktop

    def __init__(self, desktop, language="sv", options=(), **environment):
        super().__init__(desktop, language, ["flatpak", "run", *options, ID], **environment)
        del self.environment["EUPHORIA_LOCALEDIR"]
        if self.environment["EUPHORIA_DATA"] == str(self.data):
            del self.environment["EUPHORIA_DATA"]
        self.own = Path(os.environ["HOME"]) / ".var" / "app" / ID
        self.documents = desktop.folder / "documents" if desktop.portal else None

    @property
    def pid(self):
        return None

    def close(self):
        """The process that was started is only at the door of the sandbox. Whoever looks for the only program on the
        desktop must not find this one any more."""
        subprocess.run(["flatpak", "kill", ID], capture_output=True)
        super().close()
        if self.application is not None:
            wait(lambda: self.application.bus.find_owner(None) != self.application.owner, "the program stays on the desktop")

    def folder(self):
        """A folder that the program sees, as it sees it."""
        folder = self.own / "data" / "exchange"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def inside(*command, options=(), check=True, **environment):
    """Runs a command in the sandbox; its exit code and what it printed."""
    given = [f"--env={name}={value}" for name, value in {"EUPHORIA_NOW": NOW, "LANGUAGE": "en", **environment}.items()]
    done = subprocess.run(["flatpak", "run", *options, *given, f"--command={command[0]}", ID, *map(str, command[1:])],
                          capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert not check or done.returncode == 0, done.stderr + done.stdout
    return done.returncode, done.stdout + done.stderr
