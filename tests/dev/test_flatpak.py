#!/usr/bin/env python3
"""What the Flatpak manifest may say, and the tool that finds its archives. Each rule is tried on a manifest
that breaks it."""

import copy
import importlib
import io
import json
import os
import re
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.path += [str(SOURCE / "tests" / "journey"), str(SOURCE / "build-aux" / "dev")]
from harness import tap  # noqa: E402

archives = importlib.import_module("flatpak-archives")
making_devel = importlib.import_module("flatpak-devel")

ID = "io.github.euphoria_care.Euphoria"
ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri", "--socket=pcsc"}
CLEANED = {"/include", "/lib/pkgconfig", "*.a", "*.la"}
PLACES = ("https://gitlab.gnome.org/", "https://github.com/", "https://poppler.freedesktop.org/", "https://raw.githubusercontent.com/")


def read(name=ID):
    return json.loads((SOURCE / "flatpak" / f"{name}.json").read_text(encoding="utf-8"))


def sources(manifest):
    return [(module, source) for module in manifest["modules"] for source in module["sources"]]


def faults(manifest):
    """Everything that is wrong with a manifest, in words."""
    found = [f"may not be asked for: {one}" for one in manifest["finish-args"] if one not in ALLOWED]
    found += [f"must be asked for: {one}" for one in ALLOWED if one not in manifest["finish-args"]]
    found += [f"is not taken out: {one}" for one in CLEANED if one not in manifest["cleanup"]]
    if manifest["runtime"] != "org.gnome.Platform" or manifest["sdk"] != "org.gnome.Sdk" or int(manifest["runtime-version"]) < 48:
        found.append("is not GNOME's runtime, or one too old for libadwaita 1.7")
    for module in manifest["modules"]:
        if len(module.get("//", "")) < 20:
            found.append(f"no word why: {module['name']}")
        if "build-args" in module.get("build-options", {}) or "--share=network" in json.dumps(module):
            found.append(f"reaches the network while it is built: {module['name']}")
    for module, source in sources(manifest):
        if source["type"] == "dir" and module is manifest["modules"][-1]:
            continue
        if source["type"] not in ("archive", "file") or not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            found.append(f"not pinned by its SHA-256: {module['name']}")
        if not source.get("url", "").startswith(PLACES) or re.search(r"git.*/(main|master|HEAD|latest)/", source.get("url", "")):
            found.append(f"not a release of those who made it: {source.get('url')}")
    return found


def broken(change):
    manifest = copy.deepcopy(read())
    change(manifest)
    return manifest


BREAKS = {
    "network": lambda m: m["finish-args"].append("--share=network"),
    "the home": lambda m: m["finish-args"].append("--filesystem=home"),
    "the host": lambda m: m["finish-args"].append("--filesystem=host:ro"),
    "X11 for all": lambda m: m["finish-args"].append("--socket=x11"),
    "every device": lambda m: m["finish-args"].append("--device=all"),
    "the whole session bus": lambda m: m["finish-args"].append("--socket=session-bus"),
    "another name on the bus": lambda m: m["finish-args"].append("--talk-name=org.freedesktop.Flatpak"),
    "less than cards need": lambda m: m["finish-args"].remove("--socket=pcsc"),
    "headers left in": lambda m: m["cleanup"].remove("/include"),
    "an old runtime": lambda m: m.update({"runtime-version": "44"}),
    "a module without a reason": lambda m: m["modules"][1].pop("//"),
    "network while building": lambda m: m["modules"][1].setdefault("build-options", {}).update({"build-args": ["--share=network"]}),
    "a branch of git": lambda m: m["modules"][1]["sources"][0].update({"type": "git", "branch": "main"}),
    "an archive without a checksum": lambda m: m["modules"][1]["sources"][0].pop("sha256"),
    "an archive from elsewhere": lambda m: m["modules"][1]["sources"][0].update({"url": "http://example.org/a.tar.gz"}),
    "a moving archive": lambda m: m["modules"][1]["sources"][0].update({"url": "https://github.com/a/b/raw/main/c.tar.gz"}),
    "a folder of this machine": lambda m: m["modules"][1]["sources"].append({"type": "dir", "path": "/usr"}),
}


def the_manifest(step):
    with step("asks for what the design allows and nothing else, and pins everything"):
        assert not faults(read()), faults(read())
    for words, change in BREAKS.items():
        with step(f"would be refused with {words}"):
            assert len(faults(broken(change))) >= 1
    with step("has the id of the program"):
        assert read()["id"] == ID and f"'{ID}'" in (SOURCE / "meson.build").read_text(encoding="utf-8")


def the_devel_manifest(step):
    with step("is made from the other one"):
        assert making_devel.main(["--check"]) == 0, "run build-aux/dev/flatpak-devel.py"
    with step("is allowed no more"):
        assert not faults(read(f"{ID}.Devel"))
    with step("differs only in its id, its name and one option"):
        ours, devel = read(), read(f"{ID}.Devel")
        differing = {key for key in {*ours, *devel} if ours.get(key) != devel.get(key)}
        assert differing == {"//", "id", "desktop-file-name-suffix", "modules"}, differing
        assert ours["modules"][:-1] == devel["modules"][:-1]


class Shelf:
    """A Debian that holds one file."""

    def __init__(self, path):
        self.path, self.asked = path, []

    def __call__(self, _cache, suite):
        self.asked.append(suite)
        return self

    def fetch(self, sha):
        return self.path if archives.digest(self.path) == sha else None


def finding_archives(step):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "root" / "usr" / "share" / "fonts").mkdir(parents=True)
        good, font = folder / "good.orig.tar", folder / "root" / "usr" / "share" / "fonts" / "a.otf"
        good.write_bytes(b"good")
        font.write_bytes(b"font")
        manifest = folder / "manifest.json"

        def find(*wanted):
            listed = [{"url": f"https://x/{name}", "sha256": sha} for name, sha in wanted]
            manifest.write_text(json.dumps({"modules": [{"sources": listed}, {"sources": [{"type": "dir"}]}]}))
            shelf, said = Shelf(good), io.StringIO()
            with redirect_stdout(said):
                code = archives.main(manifest, folder, folder / "root", shelf)
            return code, said.getvalue(), shelf.asked

        with step("lays each where flatpak-builder looks for it"):
            wanted = [("v1.tar", archives.digest(good)), ("a.otf", archives.digest(font))]
            code, _, asked = find(*wanted)
            assert code == 0 and asked == ["trixie"], asked
            for kept, sha in wanted:
                assert (folder / "archives" / "downloads" / sha / kept).exists()
        with step("asks nobody for what is there"):
            good.write_bytes(b"gone")
            assert find(*wanted) == (0, "", [])
        with step("names what nobody has, and where to lay it"):
            code, said, asked = find(("other.tar", "0" * 64))
            assert code == 1 and "other.tar" in said and "0" * 64 in said and len(asked) == 3, said
            assert not (folder / "archives" / "downloads" / ("0" * 64)).exists()


if __name__ == "__main__":
    tap.run(the_manifest, the_devel_manifest, finding_archives, seconds=60)
