#!/usr/bin/env python3
"""Runs the test suites and closes with one line that counts every case in them.

tests.py BUILD-FOLDER [SUITE...]: meson runs the programs; the cases are counted from what each of
them reported. A program that crashes or times out counts as at least one failed case, whatever it
reported before. A program can be named too, as "suite/name".
tests.py BUILD-FOLDER --failed: names the programs that failed in the last run, a line each.

EUP_TIMEOUT_MULTIPLIER gives programs more time, where they are built to be slow."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

SUITES = ["unit", "record", "cli", "ui", "journey"]
LONG = ["long"]  # only when named
LINES = 30  # of a failed case that are shown
COMPLAINT = re.compile(r"^not ok\b.*\n(?:#.*\n?){0,%d}" % LINES, re.M)
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
    return tuple(map(sum, zip(*map(count_program, read(log))))) or (0, 0, 0)


def read(log):
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]


def failed_programs(log):
    """As "suite/name"; meson writes "project:suite / name"."""
    for entry in read(log):
        if entry["result"] not in (*GOOD, "SKIP"):
            place, _, name = entry["name"].rpartition(" / ")
            yield f"{place.rpartition(':')[2]}/{name}"


def complaints(log):
    """What the failed cases said, which meson keeps for its log."""
    for entry in read(log):
        for said in COMPLAINT.findall(entry.get("stdout") or "") if entry["result"] not in GOOD else ():
            yield f"{entry['name']}: {said.rstrip()}"


def main():
    build = Path(sys.argv[1])
    if sys.argv[2:] == ["--failed"]:
        print("\n".join(failed_programs(build / "meson-logs" / "testlog.json")))
        return 0
    suites = [name for name in sys.argv[2:] if "/" not in name]
    programs = [name.partition("/")[2] for name in sys.argv[2:] if "/" in name]
    wrong = [name for name in suites if name not in SUITES + LONG]
    if wrong:
        sys.exit(f"./dev test: there is no suite “{wrong[0]}”; there are {', '.join(SUITES + LONG)}.")
    report = build / "meson-logs" / "testlog.json"
    report.unlink(missing_ok=True)
    command = ["meson", "test", "-C", str(build), "--no-rebuild", "--print-errorlogs", "--num-processes", "2"]
    command += ["--timeout-multiplier", os.environ.get("EUP_TIMEOUT_MULTIPLIER", "1")]
    for name in suites or dict.fromkeys(name.partition("/")[0] for name in sys.argv[2:]) or SUITES:
        command += ["--suite", name]
    command += programs
    ended = subprocess.run(command, stdin=subprocess.DEVNULL).returncode
    if not report.exists():
        print("0 passed, 1 failed")
        return 1
    for said in complaints(report):
        print(said)
    passed, failed, skipped = count(report)
    if ended and not failed:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
