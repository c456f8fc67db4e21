#!/usr/bin/env python3
"""The installed .Devel Flatpak from outside: sandboxed_devel.py OUT. Run by ./dev flatpak --devel, which sets
EUP_FLATPAK_ID and, as EUP_BUILD, a folder with the program's own catalogues.

What the desktop is told of it goes by its own id, and it starts beside the real program. Prints TAP."""

import configparser
import subprocess
import sys
from pathlib import Path

from harness import tap
from harness.sandbox import ID, Sandboxed, SandboxDesktop

OUT = Path(sys.argv[1]).resolve()
REAL = ID.removesuffix(".Devel")
ICONS = {"scalable/apps": f"{ID}.svg", "symbolic/apps": f"{ID}-symbolic.svg", "scalable/mimetypes": f"{ID}-case.svg"}


def exported():
    """What it shows to the desktop outside."""
    said = subprocess.run(["flatpak", "info", "--user", "--show-location", ID], capture_output=True, text=True, check=True)
    return Path(said.stdout.strip()) / "export" / "share"


def read(path):
    keys = configparser.ConfigParser(interpolation=None)
    keys.optionxform = str
    keys.read(path, encoding="utf-8")
    return keys


def the_desktop_is_told_of_another_program(step):
    share = exported()
    with step("everything goes by its own id, nothing by that of the real one"):
        assert ID != REAL
        files = [path for path in share.rglob("*") if not path.is_dir()]
        assert files and all(path.name.startswith(ID) for path in files), files
    entry = read(share / "applications" / f"{ID}.desktop")["Desktop Entry"]
    with step("it has a name of its own, in each language"):
        names = [entry["Name"], entry["Name[sv]"], entry["Name[zh_CN]"]]
        assert all(name.endswith(" (Devel)") for name in names), names
    with step("it has icons of its own"):
        assert entry["Icon"] == ID
        for place, name in ICONS.items():
            assert (share / "icons" / "hicolor" / place / name).read_bytes(), name
        assert "#f2b84b" in (share / "icons" / "hicolor" / "scalable" / "apps" / f"{ID}.svg").read_text(encoding="utf-8")
    with step("what the desktop starts by D-Bus is this program"):
        service = read(share / "dbus-1" / "services" / f"{ID}.service")["D-BUS Service"]
        assert entry["DBusActivatable"] == "true" and service["Name"] == ID, dict(service)
        assert f" {ID} --gapplication-service" in service["Exec"], service["Exec"]
    with step("its case files have its icon"):
        assert f'"{ID}-case"' in (share / "mime" / "packages" / f"{ID}.xml").read_text(encoding="utf-8")


def it_starts(step):
    with SandboxDesktop() as desktop, Sandboxed(desktop) as program:
        with step("its window opens, with no case in it"):
            program.start()
            program.main().find("label", program.words("No Cases Yet"))
            program.window(program.main().name).picture(desktop).save(OUT / "devel.png")
        with step("the session bus knows it by its own id and not by the real one's"):
            owned = [name for name in (ID, REAL) if has_owner(name)]
            assert owned == [ID], owned
        with step("it keeps its cases in a folder of its own"):
            assert list((program.own / "data").rglob("*.db*")), list(program.own.rglob("*"))
        with step("it complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


def has_owner(name):
    said = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                           "org.freedesktop.DBus.NameHasOwner", f"string:{name}"], capture_output=True, text=True, check=True)
    return said.stdout.split() == ["boolean", "true"]


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    tap.run(the_desktop_is_told_of_another_program, it_starts, seconds=120)
