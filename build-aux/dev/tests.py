#!/usr/bin/env python3
"""Runs the test suites and closes with one line that counts every case in them.

tests.py BUILD-FOLDER [SUITE...]: meson runs the programs; the cases are counted from what each of
them reported. A program that crashes or times out counts as at least one failed case, whatever it
reported before."""

import json
import re
import subprocess
import sys
from pathlib import Path

SUITES = ["unit", "record", "cli", "ui", "journey"]
CASE = re.compile(r"^(not )?ok\b(?:.*?(# SKIP))?", re.M | re.I)
GOOD = ("OK", "EXPECTEDFAIL")


def count_program(entry):
    """Passed, failed and skipped cases of one program, from its line of meson's log."""
    cases = CASE.findall(entry.get("stdout") or "")
    good = entry["result"] in GOOD
    if entry["result"] == "SKIP":
        return 0, 0, max(1, len(cases))
    if not cases:
        return int(good), int(not good), 0
    skipped = sum(1 for _, skip in cases if skip)
    failed = sum(1 for bad, skip in cases if bad and not skip)
    passed = len(cases) - failed - skipped
    return passed, failed if good or failed else 1, skipped


def count(log):
    entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(map(sum, zip(*map(count_program, entries)))) or (0, 0, 0)


def main():
    build = Path(sys.argv[1])
    suites = sys.argv[2:]
    wrong = [name for name in suites if name not in SUITES]
    if wrong:
        sys.exit(f"./dev test: there is no suite “{wrong[0]}”; there are {', '.join(SUITES)}.")
    report = build / "meson-logs" / "testlog.json"
    report.unlink(missing_ok=True)
    command = ["meson", "test", "-C", str(build), "--no-rebuild", "--print-errorlogs", "--num-processes", "2"]
    for name in suites:
        command += ["--suite", name]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL).returncode
    if not report.exists():
        print("0 passed, 1 failed")
        return 1
    passed, failed, skipped = count(report)
    if ended and not failed:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
