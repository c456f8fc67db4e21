#!/usr/bin/env python3
"""bench_flatpak.py TREE ROOT [PAIRS]: the start in the sandbox as a ratio to the start outside, in the same run,
and what the installed program takes on disk. Run by ./dev bench flatpak.

ROOT is the Debian 13 root in which the program outside runs, / for this machine itself. Both programs have an
empty store; both are optimised alike. Outside, a root is entered by bubblewrap too."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench import Eye, in_pairs, row, time_to_first_frame  # noqa: E402
from harness.sandbox import ID, SandboxDesktop  # noqa: E402

TREE, ROOT = Path(sys.argv[1]), sys.argv[2]
PAIRS = int(sys.argv[3]) if len(sys.argv) > 3 else 9
LARGE = 200_000  # bytes from which a file is named
GOAL = 15_000_000
QUIET = {"G_DEBUG": "", "EUPHORIA_NOW": "2026-11-26T13:30:00+01:00"}


class Kept:
    """A process as bench.py ends it; in a sandbox, ending what was started is not enough."""

    @staticmethod
    def end():
        subprocess.run(["flatpak", "kill", ID], capture_output=True)


def inside(eye, empty):
    took = time_to_first_frame(eye, empty, ["flatpak", "run", ID], QUIET)
    Kept.end()
    eye.wait_for(empty)
    return took


def outside(eye, empty, folder):
    program = TREE / "_build" / "debug" / "src" / "ui" / "euphoria"
    command = [program] if ROOT == "/" else [TREE / "build-aux" / "dev" / "enter.sh", ROOT, program]
    environment = {**QUIET, "EUPHORIA_DATA": str(folder / "data"), "EUPHORIA_LOCALEDIR": str(TREE / "_build" / "debug" / "po")}
    return time_to_first_frame(eye, empty, command, environment)


def start():
    with SandboxDesktop() as desktop:
        eye = Eye(desktop)
        empty = eye.looks()
        mine, other = in_pairs(lambda: inside(eye, empty), lambda: outside(eye, empty, desktop.folder), PAIRS)
    return row("start to first frame, empty store", "outside", mine, other)


def size():
    """Every byte of the installed files, and the largest of them."""
    location = Path(subprocess.run(["flatpak", "info", "--show-location", ID], check=True, capture_output=True, text=True).stdout.strip())
    files = {path.relative_to(location / "files"): path.stat().st_size for path in (location / "files").rglob("*")
             if path.is_file() and not path.is_symlink()}
    return sum(files.values()), sorted(files.items(), key=lambda item: -item[1])


def main():
    total, files = size()
    print(f"installed: {total / 1e6:.1f} MB in {len(files)} files; the goal is less than {GOAL / 1e6:.0f} MB"
          f"{'' if total < GOAL else ': MISSED'}")
    for path, bytes_ in files:
        if bytes_ >= LARGE:
            print(f"  {bytes_ / 1e6:6.2f} MB  {path}")
    print(f"  {sum(bytes_ for _, bytes_ in files if bytes_ < LARGE) / 1e6:6.2f} MB  {sum(1 for _, bytes_ in files if bytes_ < LARGE)} smaller ones")
    print(f"{PAIRS} pairs in alternating order; the ratio is the median of the pairs' ratios; {os.cpu_count()} cores")
    for line in (("measure", "peer", "in the sandbox", "outside", "ratio", "middle half"), start()):
        print("  ".join(word.ljust(34 if number == 0 else 14) for number, word in enumerate(line)).rstrip())


if __name__ == "__main__":
    main()
