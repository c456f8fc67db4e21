#!/usr/bin/env python3
"""flatpak-devel.py [--check]: makes the .Devel manifest out of the one beside it, or says whether it is still
the same. It is installed beside the real program, with an id, a name and cases of its own."""

import json
import sys
from pathlib import Path

ID = "io.github.euphoria_care.Euphoria"
FOLDER = Path(__file__).resolve().parents[2] / "flatpak"


def devel(manifest):
    """The same manifest for an unfinished program: nothing more is allowed, and nothing else is built."""
    program = manifest["modules"][-1]
    modules = [*manifest["modules"][:-1], {**program, "config-opts": ["-Ddevel=true", *program["config-opts"]]}]
    renamed = {"id": f"{ID}.Devel", "desktop-file-name-suffix": " (Devel)"}
    comment = {"//": f"Made from {ID}.json by build-aux/dev/flatpak-devel.py. Do not change it here."}
    return {**comment, **renamed, **{key: value for key, value in manifest.items() if key not in ("//", "id", "modules")},
            "modules": modules}


def text_of(folder):
    manifest = json.loads((folder / f"{ID}.json").read_text(encoding="utf-8"))
    return json.dumps(devel(manifest), indent=2, ensure_ascii=False) + "\n"


def main(arguments):
    path = FOLDER / f"{ID}.Devel.json"
    if arguments == ["--check"]:
        return 0 if path.exists() and path.read_text(encoding="utf-8") == text_of(FOLDER) else 1
    path.write_text(text_of(FOLDER), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
