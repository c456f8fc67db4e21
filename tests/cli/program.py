"""What the tests of euphoria-cli share: running it, and files that are wrong in one place."""

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
BUILD = Path(os.environ["EUP_BUILD"])
PROGRAM = BUILD / "src" / "cli" / "euphoria-cli"
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

METHOD = "data/methods/tre-roster.json"
CATALOGUE = "data/catalogue/technologies.json"
CASE = "tests/data/cases/gps-alarm.json"


def run(*arguments, seconds=20, program=PROGRAM, **more):
    """Nothing that the program is given may make it crash or wait: returns what it ended with."""
    ended = subprocess.run([program, *arguments], capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL, **more)
    ended.stdout = ended.stdout.decode("utf-8")
    ended.stderr = ended.stderr.decode("utf-8")
    assert ended.returncode >= 0, f"it died of signal {-ended.returncode}: {ended.stderr}"
    for sign in ("CRITICAL", "WARNING", "assertion", "Sanitizer"):
        assert sign not in ended.stderr, ended.stderr
    return ended


def changed(name, *steps):
    """The JSON of a good file after changes: (path…, value) sets, (path…, DELETE) removes."""
    document = json.loads((SOURCE / name).read_text())
    for *path, last, value in steps:
        parent = document
        for key in path:
            parent = parent[key]
        if value is DELETE:
            del parent[last]
        else:
            parent[last] = value
    return json.dumps(document, ensure_ascii=False).encode()


DELETE = object()


def expect_lines(ended, code, lines):
    """Exactly these lines on the standard error; an ending … in a line stands for anything, and a last
    line that is … alone for any number of them."""
    found = ended.stderr.splitlines()
    assert ended.returncode == code, f"it ended with {ended.returncode}, not {code}: {ended.stderr}"
    if lines and lines[-1] == "…" and len(found) >= len(lines) - 1:
        lines = lines[:-1]
        found = found[:len(lines)]
    assert len(found) == len(lines), f"expected {len(lines)} lines:\n{ended.stderr}"
    for line, wanted in zip(found, lines):
        good = line.startswith(wanted[:-1]) if wanted.endswith("…") else line == wanted
        assert good, f"expected {wanted}\nfound    {line}"


def run_rows(report, rows, try_row):
    """One line of the report a row; a row is a tuple that begins with its name."""
    for name, *rest in rows:
        try:
            try_row(*rest)
            report.line(True, name)
        except Exception as error:  # what went wrong is told, the other rows still run
            report.line(False, name)
            report.note(f"{type(error).__name__}: {error}")


def end(report):
    print(f"1..{report.number}", flush=True)
    sys.exit(1 if report.failed else 0)
