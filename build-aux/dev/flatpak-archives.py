#!/usr/bin/env python3
"""flatpak-archives.py MANIFEST CACHE ROOT: finds each file that the manifest names by its SHA-256 and lays
it where flatpak-builder --extra-sources looks: CACHE/archives/downloads/SHA256/NAME.

An archive is the .orig file of a Debian source package; single files are fonts of the system in ROOT, which
carries them as they are upstream. The mirror is the one that CACHE/mirror names, as the runtime was made from it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

SUITES = ("trixie", "testing", "sid")


def wanted(manifest):
    for module in json.loads(manifest.read_text(encoding="utf-8"))["modules"]:
        for source in module["sources"]:
            if "sha256" in source:
                yield source["sha256"], source["url"].rsplit("/", 1)[1]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Debian:
    """Source packages of one suite, by apt in folders of our own."""

    def __init__(self, cache, suite):
        self.folder = cache / "apt" / suite
        for name in ("lists/partial", "cache/archives/partial", "files"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        mirror = re.search(r"^deb\s+(?:\[[^]]*\]\s+)?(\S+:\S+)", (cache / "mirror").read_text(), re.M).group(1)
        sources = self.folder / "sources.list"
        sources.write_text(f"deb-src {mirror} {suite} main\n")
        self.options = [text for name, value in (
            ("Dir::Etc::sourcelist", sources), ("Dir::Etc::sourceparts", "-"), ("Dir::State::lists", self.folder / "lists"),
            ("Dir::Cache", self.folder / "cache"), ("Acquire::Check-Valid-Until", "false"), ("APT::Sandbox::User", "root"),
        ) for text in ("-o", f"{name}={value}")]
        subprocess.run(["apt-get", *self.options, "-q", "update"], check=True)
        self.packages = {sha: package for sha, package in self._read()}

    def _read(self):
        """SHA-256 of each .orig file and the package that it belongs to."""
        for index in (self.folder / "lists").glob("*_Sources*"):
            text = subprocess.run(["/usr/lib/apt/apt-helper", "cat-file", str(index)], check=True,
                                  capture_output=True, text=True).stdout
            for entry in text.split("\n\n"):
                name = re.search(r"^Package: (\S+)", entry, re.M)
                for sha in re.findall(r"^ ([0-9a-f]{64}) \d+ \S+\.orig(?:-[\w-]+)?\.tar\.\w+$", entry, re.M):
                    yield sha, name.group(1)

    def fetch(self, sha):
        package = self.packages.get(sha)
        if package is None:
            return None
        subprocess.run(["apt-get", *self.options, "-q", "source", "--tar-only", "--download-only", package],
                       cwd=self.folder / "files", check=False)
        return next((path for path in (self.folder / "files").iterdir() if digest(path) == sha), None)


def main(manifest, cache, root, make_debian=Debian):
    files = dict(wanted(manifest))
    place = {sha: cache / "archives" / "downloads" / sha / name for sha, name in files.items()}
    missing = [sha for sha, path in place.items() if not path.exists()]
    if not missing:
        return 0
    fonts = {digest(path): path for path in (root / "usr" / "share" / "fonts").rglob("*.[ot]tf")}
    suites = []
    for sha in missing:
        found = fonts.get(sha)
        for number, suite in enumerate(SUITES):
            if found is not None:
                break
            if number == len(suites):
                suites.append(make_debian(cache, suite))
            found = suites[number].fetch(sha)
        if found is None:
            print(f"{manifest.name}: nobody has {files[sha]} with SHA-256 {sha}; name a release that Debian carries, "
                  f"or lay the file into {place[sha].parent}")
            return 1
        place[sha].parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found, place[sha])
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
