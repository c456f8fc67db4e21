#!/usr/bin/env python3
"""Checks that files stay small: sizes.py [TREE]. Half of the .c files have at most 300 lines, none
has more than 500."""

import statistics
import sys
from pathlib import Path

MEDIAN, MOST = 300, 500


def main():
    tree = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    lines = {path.relative_to(tree): path.read_bytes().count(b"\n") for path in sorted((tree / "src").rglob("*.c"))}
    faults = [f"{path}: {count} lines, at most {MOST} are wanted; split it by topic"
              for path, count in lines.items() if count > MOST]
    middle = statistics.median(lines.values()) if lines else 0
    if middle > MEDIAN:
        faults.append(f"the median of the .c files is {middle:.0f} lines, at most {MEDIAN} are wanted")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
