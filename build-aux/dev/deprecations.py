#!/usr/bin/env python3
"""What of the toolkit we call that is on its way out, or newer than the oldest platform: deprecations.py BUILD [TREE].

Reads each source once more (no code is made), with the promise of the build's own flags and with the
promise that nothing older than this platform's libraries is needed; the compiler then names what they have
deprecated since. Each of those must be listed in docs/platforms.md; something that the oldest platform does
not have is a fault in any case."""

import json
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LIBRARIES = {"GDK": ("gtk4", 4), "ADW": ("libadwaita-1", 1), "GLIB": ("glib-2.0", 2)}
WARNING = re.compile(r"^(?:\.\./)*([^:\s]+):\d+:\d+: warning: [‘'](\w+)[’'] is deprecated(: .*)? \[-Wdeprecated-declarations\]", re.M)
LIST = "docs/platforms.md"


def newest():
    """The macro of each library's own version; a version in the making counts as the one before."""
    macros = {}
    for macro, (package, major) in LIBRARIES.items():
        said = subprocess.run(["pkg-config", "--modversion", package], capture_output=True, text=True, check=True).stdout
        minor = int(said.split(".")[1])
        macros[macro] = f"{macro}_VERSION_{major}_{minor if macro == 'ADW' else minor - minor % 2}"
    return macros


def raised(command, macros):
    for macro, version in macros.items():
        command = re.sub(rf"-D{macro}_VERSION_(MIN_REQUIRED|MAX_ALLOWED)=\w+", rf"-D{macro}_VERSION_\1={version}", command)
    return command


def read(entry, command):
    words = shlex.split(command)
    if "-o" in words:
        at = words.index("-o")
        del words[at:at + 2]
    words = [word for word in words if word not in ("-c", "-MD") and not word.startswith("-Werror")]
    for option in ("-MQ", "-MF"):
        if option in words:
            at = words.index(option)
            del words[at:at + 2]
    done = subprocess.run([*words, "-fsyntax-only", "-Wdeprecated-declarations"], cwd=entry["directory"], capture_output=True, text=True)
    return WARNING.findall(done.stderr), done.returncode, done.stderr


def main():
    build = Path(sys.argv[1])
    tree = Path(sys.argv[2] if len(sys.argv) > 2 else ".").resolve()
    entries = [entry for entry in json.loads((build / "compile_commands.json").read_text())
               if "/src/" in f"/{entry['file']}" and "/tests/" not in f"/{entry['file']}"]
    macros = newest()
    listed = (tree / LIST).read_text(encoding="utf-8")
    faults, found = [], {}

    def look(entry):
        return read(entry, entry["command"]), read(entry, raised(entry["command"], macros))

    with ThreadPoolExecutor(2) as pool:
        for entry, (own, new) in zip(entries, pool.map(look, entries)):
            if own[1] or new[1]:
                faults.append(f"{entry['file']} can't be read: {(own[2] if own[1] else new[2])[:300]}")
            faults += [f"{file}: {name} is newer than the oldest platform{words}" for file, name, words in own[0]
                       if "Not available before" in words]
            for file, name, _ in [*own[0], *new[0]]:
                found.setdefault(name, set()).add(Path(file).name)
    for name, files in sorted(found.items()):
        print(f"{name}: {', '.join(sorted(files))}")
        if f"`{name}`" not in listed:
            faults.append(f"{name} is deprecated here and not listed in {LIST}")
    print(f"{len(entries)} files read as of {', '.join(macros.values())}: {len(found)} deprecated")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
