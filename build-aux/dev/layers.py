#!/usr/bin/env python3
"""Checks the order of the layers: layers.py [TREE].

A file includes only headers of its own layer and of layers before it; store and record do not know
each other; cli and ui do not either; below ui there is no GTK, and method and assessment touch no
file and no clock of the machine."""

import re
import sys
from pathlib import Path

ORDER = ["util", "method", "assessment", "store", "record", "casework", "cli", "ui"]
STRANGERS = {("store", "record"), ("record", "store"), ("cli", "ui"), ("ui", "cli")}
TOOLKIT = re.compile(r"(gtk|gdk|gsk|adwaita|libadwaita|blueprint)\b.*\.h$")
PURE = ("method", "assessment")
IMPURE = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|time|fopen|open|g_file_new_for_path|g_file_get_contents|"
                    r"g_file_set_contents) \(")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def faults_of(path, layer, text):
    rank = ORDER.index(layer)
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if found is None:
            if layer in PURE and IMPURE.search(line) and not line.lstrip().startswith(("*", "/*", "//")):
                yield f"{path}:{number}: {layer} is pure, but here is {IMPURE.search(line).group(1)}"
            continue
        quoted, header = found.group(1) == '"', found.group(2)
        if rank < ORDER.index("ui") and TOOLKIT.match(header):
            yield f"{path}:{number}: {header} below ui"
        if not quoted:
            continue
        other = header.partition("/")[0]
        if "/" not in header and header != "eup-config.h":
            yield f"{path}:{number}: “{header}” without its folder; write “LAYER/{header}”"
        elif other in ORDER and ORDER.index(other) > rank:
            yield f"{path}:{number}: {layer} includes {header} of a later layer"
        elif (layer, other) in STRANGERS:
            yield f"{path}:{number}: {layer} and {other} do not know each other ({header})"


def main():
    tree = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    faults = []
    for layer in ORDER:
        for path in sorted((tree / "src" / layer).rglob("*.[ch]")):
            faults += faults_of(path.relative_to(tree), layer, path.read_text(encoding="utf-8"))
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
