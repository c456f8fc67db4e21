#!/usr/bin/env python3
"""The peer of a record without the start of a program: weasy.py TEXT.html DATABASE OUT.pdf ROUNDS.

WeasyPrint is imported once; each round makes the document and has it signed by pdfsig, which is a program of its
own and starts anew. Prints the seconds of one round by the clock, and those of the processor."""

import os
import subprocess
import sys
import time
from pathlib import Path

import weasyprint


def sign(database, source, target):
    """What pdfsig says goes nowhere: it also prints what it could not do, and ends with 0."""
    subprocess.run(["pdfsig", "-add-signature", "-nssdir", database, "-nick", "Ana Lind", source, target], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if Path(target).stat().st_size <= Path(source).stat().st_size:
        raise SystemExit("weasy: pdfsig did not sign")


def one(page, database, out):
    weasyprint.HTML(filename=page).write_pdf(out + ".plain", pdf_variant="pdf/a-3u")
    Path(out).unlink(missing_ok=True)
    sign(database, out + ".plain", out)


def used():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main():
    page, database, out, rounds = sys.argv[1:]
    one(page, database, out)  # to warm up
    began, before = time.monotonic(), used()
    for _ in range(int(rounds)):
        one(page, database, out)
    print(f"{(time.monotonic() - began) / int(rounds):.6f} {(used() - before) / int(rounds):.6f}")


if __name__ == "__main__":
    main()
