#!/usr/bin/env python3
"""One byte of a record changed after the other; none may verify as unchanged.

check-flips.py MAKE-SIGNED FLIP EUPHORIA-CLI: the night-camera case as a record, signed once, signed twice, and on
the last level for archives (B-LTA). 700 bytes of each at random; with EUP_LONG=1 every byte of each."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CASE = Path(os.environ["EUP_SOURCE"]) / "tests/data/cases/night-camera.json"


def main():
    make_signed, flip, program = sys.argv[1:]
    many = "all" if os.environ.get("EUP_LONG") == "1" else "700"
    with tempfile.TemporaryDirectory(prefix="euphoria-flips.") as folder:
        record = Path(folder) / "record.pdf"
        subprocess.run([program, "record", CASE, "-o", record], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([make_signed, folder, record], check=True, stdout=subprocess.DEVNULL)
        files = [Path(folder) / f"{name}.pdf" for name in ("sealed", "signed", "archived")]
        return subprocess.run([flip, many, *files]).returncode


if __name__ == "__main__":
    sys.exit(main())
