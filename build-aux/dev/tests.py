#!/usr/bin/env python3
"""Runs the test suites and closes with one line that counts every case in them.

tests.py BUILD-FOLDER [SUITE...]: meson runs the programs, its JUnit report holds their cases.
A program that crashes or times out counts as at least one failed case.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

SUITES = ["unit", "record", "cli", "ui", "journey"]


def count(report):
    passed = failed = skipped = 0
    for suite in ET.parse(report).getroot().iter("testsuite"):
        cases = suite.findall("testcase")
        bad = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
        left_out = sum(1 for case in cases if case.find("skipped") is not None)
        broken = int(suite.get("errors", 0)) + int(suite.get("failures", 0))
        if broken and not bad:
            bad = broken
            passed -= 0 if not cases else min(broken, len(cases) - left_out)
        passed += len(cases) - min(bad, len(cases)) - left_out
        failed += bad
        skipped += left_out
    return passed, failed, skipped


def main():
    build = Path(sys.argv[1])
    suites = sys.argv[2:]
    wrong = [name for name in suites if name not in SUITES]
    if wrong:
        sys.exit(f"./dev test: there is no suite “{wrong[0]}”; there are {', '.join(SUITES)}.")
    report = build / "meson-logs" / "testlog.junit.xml"
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
