#!/usr/bin/env python3
"""Every GError code has a test that names it.

Reads the enums that end in Error from the headers under src/ and looks for each of their codes in the
C sources under tests/."""

import re
import sys
from pathlib import Path

ENUM = re.compile(r"typedef enum\s*\{([^}]*)\}\s*(Eup\w+Error)\s*;")
CODE = re.compile(r"^\s*(EUP_\w+)", re.M)


def main():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path("tests").rglob("*.c"))
    untested = []
    found = 0
    for header in sorted(Path("src").rglob("*.h")):
        for body, _ in ENUM.findall(header.read_text(encoding="utf-8")):
            for code in CODE.findall(body):
                found += 1
                if not re.search(rf"\b{code}\b", tests):
                    untested.append(f"{header}: {code} is named by no test")
    if not found:
        untested.append("no error codes were found: the check itself is wrong")
    print("\n".join(untested))
    return 1 if untested else 0


if __name__ == "__main__":
    sys.exit(main())
