#!/usr/bin/env python3
"""What the desktop is told of the program: each file is well made by the judgement of its own tool, they agree
with each other, and a case file is known by its name and by what stands in it."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path

import sys

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
BUILD = Path(os.environ.get("EUP_BUILD") or SOURCE / "_build" / "debug")
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

ID = "io.github.euphoria_care.Euphoria"
TYPE = "application/vnd.euphoria-care.case+json"
ICON = f"{ID}-case"
LANGUAGES = ("sv", "zh_CN")
DATA = BUILD / "data"


def run(*command, **environment):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          env={**os.environ, **environment})


def judged_good(*command):
    done = run(*command)
    assert done.returncode == 0, (done.stdout + done.stderr).strip()


def read_desktop():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(DATA / f"{ID}.desktop", encoding="utf-8")
    return entry


def stage(folder):
    """The types of this machine with ours among them, as an installation makes them."""
    packages = folder / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(DATA / f"{ID}.xml", packages)
    shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
    judged_good("update-mime-database", "-V", folder / "mime")


def type_of(folder, path):
    """As the desktop's own library sees it."""
    text = ("import sys; from gi.repository import Gio;"
            "info = Gio.File.new_for_path (sys.argv[1]).query_info ('standard::content-type,standard::icon', 0, None);"
            "print (info.get_content_type (), ' '.join (info.get_icon ().get_names ()))")
    done = run(sys.executable, "-c", text, path, XDG_DATA_DIRS=folder, XDG_DATA_HOME=folder / "none", GIO_USE_VFS="local")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def description(folder, locale):
    text = f"from gi.repository import Gio; print (Gio.content_type_get_description ('{TYPE}'))"
    done = run(sys.executable, "-c", text, XDG_DATA_DIRS=folder, XDG_DATA_HOME=folder / "none", LC_ALL=locale,
               LANGUAGE=locale.partition(".")[0], GIO_USE_VFS="local")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def the_desktop_is_told(step):
    with step("the desktop file is well made"):
        judged_good("desktop-file-validate", DATA / f"{ID}.desktop")
    desktop = read_desktop()
    main = desktop["Desktop Entry"]
    with step("it is started over D-Bus, and takes case files"):
        assert main["DBusActivatable"] == "true"
        assert TYPE in main["MimeType"].split(";")
        assert re.search(r"%[FU]\b", main["Exec"]), main["Exec"]
    with step("a new case is one of its actions, by a name that is an action of the program"):
        assert main["Actions"] == "new-case;"
        action = desktop["Desktop Action new-case"]
        assert action["Exec"].endswith(" --new-case")
        assert '.name = "new-case"' in (SOURCE / "src" / "ui" / "eup-application-actions.c").read_text(encoding="utf-8")
        for language in LANGUAGES:
            assert action[f"Name[{language}]"] != action["Name"], language
    with step("the service starts the program where it is installed"):
        service = configparser.ConfigParser(interpolation=None)
        service.optionxform = str
        service.read(DATA / f"{ID}.service", encoding="utf-8")
        assert service["D-BUS Service"]["Name"] == ID
        command = shlex.split(service["D-BUS Service"]["Exec"])
        assert command[1:] == ["--gapplication-service"]
        installed = {Path(name).name: where for name, where in installed_files().items()}
        assert command[0] == installed["euphoria"], (command[0], installed["euphoria"])
    with step("the metainfo is well made, however picky one is"):
        judged_good("appstreamcli", "validate", "--pedantic", "--no-net", DATA / f"{ID}.metainfo.xml")
    with step("the settings are well made"):
        judged_good("glib-compile-schemas", "--strict", "--dry-run", SOURCE / "data")


def installed_files():
    import json
    return json.loads(run("meson", "introspect", "--installed", BUILD).stdout)


def the_store_page_says_it(step):
    root = tree.parse(DATA / f"{ID}.metainfo.xml").getroot()
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    with step("the pictures are there, with captions in every language"):
        shots = root.findall("screenshots/screenshot")
        assert len(shots) >= 3
        for shot in shots:
            told = {caption.get(lang) for caption in shot.findall("caption")}
            assert told == {None, "sv", "zh-Hans-CN"}, told
            address = shot.find("image").text
            assert address.startswith(root.find("url[@type='homepage']").text.replace("github.com", "raw.githubusercontent.com"))
            assert (SOURCE / "docs" / "pictures" / Path(address).name).exists(), address
    with step("colours, forms, contents, no network"):
        assert {colour.get("scheme_preference") for colour in root.findall("branding/color")} == {"light", "dark"}
        assert root.find("content_rating").get("type") == "oars-1.1"
        assert root.find("supports/internet").text == "offline-only"
        assert root.findall("requires/display_length") and root.find("recommends/control") is not None
        assert [one.text for one in root.findall("provides/mediatype")] == [TYPE]
        assert root.find("releases/release/description") is not None
    with step("form factors are told as telephone shells read them"):
        values = [one.text for one in root.findall("custom/value")]
        assert values == ["workstation;mobile;"], values


def a_case_file_is_known(step):
    folder = Path(tempfile.mkdtemp(prefix="euphoria-mime."))
    sample = (SOURCE / "tests" / "data" / "cases" / "gps-alarm.json").read_bytes()
    try:
        with step("its type is taken into the desktop's own list"):
            stage(folder)
        with step("by its name"):
            (folder / "Anna.euphoria.json").write_bytes(b"{}")
            assert type_of(folder, folder / "Anna.euphoria.json")[0] == TYPE
        with step("by what stands in it, where the name says nothing"):
            for written in (sample, b'{\n  "format" : 1,\n  "kind" : "case",\n', b'{"format":1,"kind":"case",'):
                (folder / "Anna").write_bytes(written)
                assert type_of(folder, folder / "Anna")[0] == TYPE, written[:60]
        with step("and nothing else is"):
            (folder / "other.json").write_bytes(b'{ "kind": "other" }')
            assert type_of(folder, folder / "other.json")[0] == "application/json"
        with step("its icon is ours, and is installed"):
            assert type_of(folder, folder / "Anna.euphoria.json")[1] == ICON
            assert (SOURCE / "data" / "icons" / "hicolor" / "scalable" / "mimetypes" / f"{ICON}.svg").exists()
        with step("it has a name in every language"):
            names = {description (folder, f"{language}.UTF-8") for language in ("en_US", "sv_SE", "zh_CN")}
            assert names == {"Ethical assessment (case)", "Etisk bedömning (ärende)", "伦理评估（个案）"}, names
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    tap.run(the_desktop_is_told, the_store_page_says_it, a_case_file_is_known, seconds=60)
