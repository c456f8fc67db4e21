"""A desktop of our own for one journey: folders, D-Bus, accessibility bus, screen, window manager.

Nothing of the person's session is read or written, and everything is gone afterwards."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from . import children, screen

WIDTH, HEIGHT = 1920, 1080
ENVIRONMENT = {
    "GSETTINGS_BACKEND": "keyfile",  # kept in our own XDG_CONFIG_HOME, so that it outlives a crash
    "GDK_BACKEND": "x11",
    "GDK_DEBUG": "no-portals",
    "ADW_DISABLE_PORTAL": "1",
    "GIO_USE_VFS": "local",
    "GSK_RENDERER": "cairo",
    "GTK_A11Y": "atspi",
    "G_DEBUG": "gc-friendly",  # a complaint does not end the program, as with its users: journeys find it in the log
    "NO_AT_BRIDGE": "0",
    "TZ": "UTC",
}
FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "share",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "HOME": "home",
}
NOT_OURS = ("WAYLAND_DISPLAY", "DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "LC_ALL", "AT_SPI_BUS_ADDRESS",
            "GTK_THEME", "GTK_MODULES", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")


class Desktop:
    """with Desktop() as desktop: … — os.environ is that of the desktop meanwhile."""

    def __init__(self, language="sv"):
        self.locale = {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}[language]
        self.language = {"zh": "zh_CN"}.get(language, language)
        self.folder = None
        self._before = None

    def __enter__(self):
        children.adopt_orphans()
        self._before = dict(os.environ)
        self.folder = Path(tempfile.mkdtemp(prefix="euphoria-journey."))
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def _start(self):
        for name in NOT_OURS:
            os.environ.pop(name, None)
        os.environ.update(ENVIRONMENT, LANG=self.locale, LANGUAGE=self.language)
        for variable, name in FOLDERS.items():
            path = self.folder / name
            path.mkdir(mode=0o700)
            os.environ[variable] = str(path)
        settings = self.folder / "config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir()
        settings.write_text("[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n")
        self.log = open(self.folder / "desktop.log", "wb")
        os.environ["DISPLAY"] = self._start_screen()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self._start_window_manager()
        self._turn_accessibility_on()

    def _start_screen(self):
        (self.folder / "screen").mkdir()
        read, write = os.pipe()
        children.start(["Xvfb", "-displayfd", write, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir",
                        self.folder / "screen", "-nolisten", "tcp", "-noreset", "-ac"],
                       pass_fds=[write], stdout=self.log, stderr=self.log)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start: " + self.tail())
        # Typed å, ä and ö are keys of this layout; xdotool's way of adding keys as it types loses some. The option:
        # where Ctrl+Alt+F1 leads to a console, xdotool takes from newer keyboard files that F1 wants Alt.
        subprocess.run(["setxkbmap", "-display", f":{number}", "-option", "srvrkeys:none", "se"],
                       check=True, stdout=self.log, stderr=self.log)
        return f":{number}"

    def _bus_command(self):
        return ["dbus-daemon", "--session", "--nofork", "--print-address=1", "--nopidfile", f"--address=unix:path={self.folder}/bus"]

    def _start_bus(self):
        bus = children.start(self._bus_command(), stdout=subprocess.PIPE, stderr=self.log)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise RuntimeError("the session bus did not start: " + self.tail())
        return address

    def _start_window_manager(self):
        # One workspace only: a turn of the wheel beside the windows must not lead to an empty one.
        settings = re.sub(r"(<desktops>.*?<number>)\d+(</number>)", r"\g<1>1\2",
                          Path("/etc/xdg/openbox/rc.xml").read_text(encoding="utf-8"), flags=re.S)
        (self.folder / "openbox.xml").write_text(settings, encoding="utf-8")
        children.start(["openbox", "--config-file", self.folder / "openbox.xml"], stdout=self.log, stderr=self.log)
        self._until(lambda: "window id" in self._output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
                    "openbox did not start")
        # It says so before it listens: a window that comes in between stays unmapped for ever. So it is asked
        # for something until it does it.
        for number in (2, 1):
            self._until(lambda: self._has_workspaces(number), "openbox does not answer")

    def _has_workspaces(self, number):
        subprocess.run(["xdotool", "set_num_desktops", str(number)], check=True, stdout=self.log, stderr=self.log)
        return self._output("xprop", "-root", "_NET_NUMBER_OF_DESKTOPS").strip().endswith(f"= {number}")

    def _turn_accessibility_on(self):
        """As a screen reader does when it starts: the toolkits build their trees for it. A newer bus knows of no
        second property."""
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                            "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}",
                            "variant:boolean:true"], check=name == "IsEnabled", stdout=self.log, stderr=self.log, timeout=20)

    @staticmethod
    def _output(*command):
        return subprocess.run(command, capture_output=True, text=True, timeout=20).stdout

    def _until(self, condition, complaint, seconds=20):
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise RuntimeError(f"{complaint}: {self.tail()}")
            time.sleep(0.02)

    def tail(self):
        self.log.flush()
        return (self.folder / "desktop.log").read_text(errors="replace")[-2000:]

    def picture(self):
        """What the whole screen shows now."""
        return screen.read_dump(self.folder / "screen" / "Xvfb_screen0")

    def still_picture(self, seconds=10):
        """What the screen shows once nothing on it moves any more."""
        before, deadline = None, time.monotonic() + seconds
        while True:
            now = self.picture()
            if before is not None and now.rgb == before.rgb or time.monotonic() > deadline:
                return now
            before = now
            time.sleep(0.15)

    def close(self):
        children.end_all()
        if self._before is not None:
            os.environ.clear()
            os.environ.update(self._before)
            self._before = None
        if self.folder is not None:
            self.log.close()
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None
