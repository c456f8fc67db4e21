#!/usr/bin/env python3
"""“meson install” puts every file where it belongs, and what is installed runs without the build folder."""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
BUILD = Path(os.environ.get("EUP_BUILD") or SOURCE / "_build" / "debug").resolve()
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402
from harness.desktop import Desktop  # noqa: E402
from harness.euphoria import Euphoria  # noqa: E402
from harness.tree import wait  # noqa: E402

ID = "io.github.euphoria_care.Euphoria"
PAGES = ["acknowledging", "adapting", "amending", "archive", "archivist", "closing", "first-meeting", "index", "keyboard",
         "sitting", "trouble"]
WANTED = {
    "bin/euphoria", "bin/euphoria-cli", "LIB/euphoria/libeuphoria.so",
    f"share/applications/{ID}.desktop", f"share/metainfo/{ID}.metainfo.xml", f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg", f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"share/icons/hicolor/scalable/mimetypes/{ID}-case.svg", f"share/mime/packages/{ID}.xml", f"share/dbus-1/services/{ID}.service",
    *(f"share/locale/{language}/LC_MESSAGES/euphoria.mo" for language in ("sv", "zh_CN")),
    *(f"share/help/{language}/euphoria/{page}.page" for language in ("C", "sv", "zh_CN") for page in PAGES),
}
# What the desktop wants to know besides; which of these there are is for their own tests.
MAY = re.compile(r"share/(dbus-1/services|mime/packages|icons/hicolor/\w+/(apps|mimetypes))/" + re.escape(ID) + r"[\w.-]*")
PROGRAMS = {"bin/euphoria", "bin/euphoria-cli"}


def options():
    said = subprocess.run(["meson", "introspect", str(BUILD), "--buildoptions"], capture_output=True, text=True, check=True)
    return {option["name"]: option["value"] for option in json.loads(said.stdout)}


PREFIX, LIB = Path(options()["prefix"]), options()["libdir"]


def install(**more):
    done = subprocess.run(["meson", "install", "-C", str(BUILD), "--no-rebuild"], capture_output=True, text=True,
                          env={**os.environ, **more}, umask=0o077)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


class Staged:
    """Installed under another root, as whoever packs it does."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="euphoria-install."))
        install(DESTDIR=str(self.folder))
        self.root = self.folder / PREFIX.relative_to("/")
        self.files = {str(path.relative_to(self.root)).replace(f"{LIB}/", "LIB/", 1): path
                      for path in self.root.rglob("*") if not path.is_dir()}
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


def without_symbols(path, folder):
    copy = folder / "stripped"
    subprocess.run(["strip", "-o", str(copy), str(path)], check=True)
    return copy.read_bytes()


def a_staged_installation_is_whole(step):
    with Staged() as staged:
        with step("each file is there, and nothing else"):
            there = {name for name in staged.files if name in WANTED or not MAY.fullmatch(name)}
            assert there == WANTED, f"missing: {sorted(WANTED - there)}; not expected: {sorted(there - WANTED)}"
        with step("nothing was put outside of the prefix"):
            outside = [path for path in staged.folder.rglob("*") if not path.is_dir() and staged.root not in path.parents]
            assert not outside, outside
        with step("everybody may read, nobody but the owner may write, programs run"):
            for name, path in staged.files.items():
                mode, programs = path.stat().st_mode & 0o7777, PROGRAMS | {"LIB/euphoria/libeuphoria.so"}
                assert mode == 0o755 if name in programs else mode == 0o644, f"{name}: {mode:o}"
            for path in staged.root.rglob("*"):
                assert not path.is_dir() or path.stat().st_mode & 0o7777 == 0o755, path
        with step("no file names the folder that it was built in"):
            for name, path in staged.files.items():
                held = path.read_bytes()
                if held.startswith(b"\x7fELF"):
                    held = without_symbols(path, staged.folder)
                assert str(SOURCE).encode() not in held.replace(str(PREFIX).encode(), b""), name
        with step("the programs look for the library beside them and nowhere else"):
            for name in PROGRAMS:
                said = subprocess.run(["readelf", "-d", str(staged.files[name])], capture_output=True, text=True, check=True).stdout
                assert re.findall(r"R(?:UN)?PATH\).*\[(.*)\]", said) == [str(PREFIX / LIB / "euphoria")], said


def packages():
    """Package → patterns, relative to the prefix, of what goes into it."""
    for path in sorted((SOURCE / "packaging" / "debian").glob("*.install")):
        yield path.stem, [line.removeprefix("usr/") for line in path.read_text(encoding="utf-8").split()]


def the_debian_packages_hold_all_of_it(step):
    with step("each file goes into one package"):
        for name in WANTED:
            place = name.replace("LIB/", "lib/x86_64-linux-gnu/")
            into = [package for package, patterns in packages()
                    if any(fnmatch.fnmatchcase(place, pattern) or place.startswith(f"{pattern}/") for pattern in patterns)]
            assert len(into) == 1, f"{name} goes into {into or 'no package'}"
    with step("the window is in the package that asks for the other one"):
        control = (SOURCE / "packaging/debian/control").read_text(encoding="utf-8")
        window, cli = control.split("\nPackage: ")[1:]
        assert window.startswith("euphoria\n") and "euphoria-cli (= ${binary:Version})" in window, window
        assert "bin/euphoria-cli" in dict(packages())["euphoria-cli"]
    with step("the fonts of the record come with the library"):
        owners = {"sourcesans3": "fonts-adobe-sourcesans3", "gentiumplus": "fonts-sil-gentiumplus", "opentype/noto": "fonts-noto-cjk",
                  "truetype/noto": "fonts-noto-core", "ancient-scripts": "fonts-symbola", "unifont": "fonts-unifont"}
        for folder in re.findall(r"option\('fonts_\w+', type: 'string', value: '([^']+)'", (SOURCE / "meson.options").read_text()):
            assert any(folder.endswith(end) and f" {owner}," in cli for end, owner in owners.items()), folder
    with step("the version is the program’s"):
        first = (SOURCE / "packaging/debian/changelog").read_text(encoding="utf-8").split("(")[1].split(")")[0]
        assert re.search(rf"version: '{re.escape(first)}'", (SOURCE / "meson.build").read_text()), first


def an_unfinished_program_goes_by_its_own_id(step):
    """As -Ddevel=true sets it up; the build itself is the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        code, said = run("meson", "setup", folder / "build", SOURCE, "-Ddevel=true", "-Dtests=false", folder=folder)
        assert code == 0, said[-2000:]
        said = subprocess.run(["meson", "introspect", "--installed", str(folder / "build")], capture_output=True, text=True, check=True)
        told = [Path(place) for place in json.loads(said.stdout).values()
                if re.search(r"/share/(applications|metainfo|icons|mime|dbus-1)/", place)]
        with step("the desktop is told of nothing that goes by the real one's"):
            assert len(told) == 7 and all(place.name.startswith(f"{ID}.Devel") for place in told), told
        with step("and in what it is told stands the same id"):
            made = [folder / "build" / "data" / f"{ID}.Devel{end}" for end in (".desktop.in", ".metainfo.xml.in", ".xml", ".service")]
            for path in made:
                held = path.read_text(encoding="utf-8")
                assert f"{ID}.Devel" in held and not re.search(re.escape(ID) + r"(?!\.Devel)", held), path.name


def clean(**more):
    """Nothing of the build in the environment."""
    return {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "XDG_DATA_DIRS": f"{PREFIX}/share:/usr/share", **more}


def run(*command, folder):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=folder,
                          env=clean(HOME=str(folder)))
    return done.returncode, done.stdout + done.stderr


def it_runs_from_its_prefix(step):
    assert BUILD in PREFIX.parents, f"{PREFIX} is no prefix for trying things out; set the build up by ./dev"
    shutil.rmtree(PREFIX, ignore_errors=True)
    install()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with step("euphoria-cli makes a record and verifies it"):
            case, record = SOURCE / "tests/data/cases/gps-alarm.json", folder / "record.pdf"
            code, said = run(PREFIX / "bin/euphoria-cli", "record", case, "-o", record, folder=folder)
            assert code == 0 and record.read_bytes().startswith(b"%PDF"), said
            code, said = run(PREFIX / "bin/euphoria-cli", "verify", record, folder=folder)
            assert code == 1 and "nobody has signed it" in said, said
        with step("the settings are known"):
            code, said = run("gsettings", "list-schemas", folder=folder)
            assert code == 0 and ID in said.split(), said
        with step("the icon is found"):
            script = ("import gi; gi.require_version ('Gtk', '4.0'); from gi.repository import Gtk; "
                      f"t = Gtk.IconTheme (); t.set_search_path (['{PREFIX}/share/icons']); print (t.has_icon ('{ID}'))")
            code, said = run("python3", "-c", script, folder=folder)
            assert code == 0 and said.split()[-1] == "True", said


def its_window_speaks_swedish_and_has_its_help(step):
    with Desktop(language="sv") as desktop:
        command = ["env", *(word for name in ("EUPHORIA_LOCALEDIR", "GSETTINGS_SCHEMA_DIR", "LD_LIBRARY_PATH") for word in ("-u", name)),
                   PREFIX / "bin/euphoria"]
        with Euphoria(desktop, command=command, XDG_DATA_DIRS=f"{PREFIX}/share:/usr/share") as program:
            with step("the words are found"):
                program.start()
                program.main().find("button", program.words("New _case"), index=-1)
            with step("the guide opens"):
                from harness import keys
                wait(lambda: program.application.focused(), "nothing has the focus")
                keys.press("F1")
                wait(lambda: any(window.name == program.words("Help") for window in program.application.windows()),
                     "the guide does not open")
            with step("the program complained about nothing"):
                assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(a_staged_installation_is_whole, the_debian_packages_hold_all_of_it, an_unfinished_program_goes_by_its_own_id, it_runs_from_its_prefix,
            its_window_speaks_swedish_and_has_its_help, seconds=110)
