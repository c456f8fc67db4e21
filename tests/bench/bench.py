#!/usr/bin/env python3
"""Benchmarks as ratios: bench.py BUILD-FOLDER [--pairs N] [NAME…].

Each measure sets Euphoria against a peer that does the same on the same machine in the same run,
in pairs whose order alternates; what counts is the median of the ratios. Absolute times are shown
to make sense of them. docs/performance.md says what is measured and keeps the figures."""

import argparse
import html
import mmap
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import children  # noqa: E402
from harness.desktop import HEIGHT, WIDTH, Desktop  # noqa: E402

CASE = SOURCE / "tests" / "data" / "cases" / "gps-alarm.json"
CASES = 1000
LINE = 4 * WIDTH


class Eye:
    """Watches the virtual screen from outside, by the file that Xvfb draws into: a grid of pixels."""

    def __init__(self, desktop):
        with open(desktop.folder / "screen" / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        first = len(self.memory) - LINE * HEIGHT
        self.grid = [first + y * LINE + 4 * x for y in range(8, HEIGHT, 24) for x in range(8, WIDTH, 24)]

    def looks(self):
        memory = self.memory
        return b"".join(memory[at:at + 3] for at in self.grid)

    def first_frame(self, empty, process, seconds=30):
        """The moment when something else than the empty screen is seen."""
        deadline = time.monotonic() + seconds
        while self.looks() == empty:
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"bench: {process.args[0]} shows no window")
            time.sleep(0.0005)
        return time.monotonic()

    def wait_for(self, picture, seconds=10):
        deadline = time.monotonic() + seconds
        while self.looks() != picture and time.monotonic() < deadline:
            time.sleep(0.01)


def time_to_first_frame(eye, empty, command, environment):
    eye.wait_for(empty)
    log = subprocess.DEVNULL
    began = time.monotonic()
    process = children.start(command, env={**os.environ, **environment}, stdout=log, stderr=log)
    seen = eye.first_frame(empty, process)
    children.end(process)
    eye.wait_for(empty)
    return seen - began


def time_of(command, environment=None):
    began = time.monotonic()
    subprocess.run([str(word) for word in command], check=True, env={**os.environ, **(environment or {})},
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.monotonic() - began


def in_pairs(ours, theirs, pairs):
    """Times of both, one pair to warm up and then pairs with alternating order."""
    ours(), theirs()
    mine, other = [], []
    for number in range(pairs):
        for measure, list_ in ((ours, mine), (theirs, other))[::1 if number % 2 == 0 else -1]:
            list_.append(measure())
    return mine, other


def milliseconds(seconds):
    return f"{1000 * seconds:.{0 if seconds >= 0.1 else 2}f} ms"


def row(name, peer, mine, other):
    ratios = sorted(a / b for a, b in zip(mine, other))
    quarter = len(ratios) // 4
    return (name, peer, milliseconds(statistics.median(mine)), milliseconds(statistics.median(other)),
            f"{statistics.median(ratios):.2f}", f"{ratios[quarter]:.2f}–{ratios[-1 - quarter]:.2f}")


def start(build, pairs, folder):
    """From exec to the first pixels of the window on the screen, with 1,000 cases in the store."""
    data = folder / "data"
    subprocess.run([build / "tests" / "bench" / "fill-store", data, CASE, str(CASES)], check=True,
                   stdout=subprocess.DEVNULL)
    with Desktop(language="sv") as desktop:
        eye = Eye(desktop)
        empty = eye.looks()
        environment = {"EUPHORIA_DATA": str(data), "EUPHORIA_LOCALEDIR": str(build / "po"), "G_DEBUG": ""}
        mine, other = in_pairs(
            lambda: time_to_first_frame(eye, empty, [build / "src" / "ui" / "euphoria"], environment),
            lambda: time_to_first_frame(eye, empty, ["gnome-text-editor", "--standalone", "--ignore-session"], environment),
            pairs)
    return row(f"start to first frame, {CASES} cases", "gnome-text-editor", mine, other)


def as_html(text):
    """The pages' text as paragraphs, in the fonts and measures of the record."""
    style = ("@page { size: A4; margin: 27mm 20mm 24mm 22mm } "
             "body { font: 10pt/13.5pt 'Source Sans 3', 'Noto Sans CJK SC' } p { margin: 0 0 4pt 43.5mm }")
    lines = "\n".join(f"<p>{html.escape(line.strip())}</p>" for line in text.splitlines() if line.strip())
    return f"<!doctype html><html lang=sv><meta charset=utf-8><title>Record</title><style>{style}</style>{lines}</html>"


def make_signer(folder):
    """A throw-away certificate as a file and in a database as pdfsig wants it."""
    (folder / "password").write_text("hemligt\n", encoding="utf-8")
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", folder / "bench.p12", folder / "password", "Ana Lind",
                    "--authority", folder / "authority.pem"], check=True, capture_output=True)
    subprocess.run([SOURCE / "tests/bench/nss.py", folder / "nss", folder / "bench.p12", folder / "password"], check=True)


def make_page(build, folder):
    """The words of the record, in reading order, as a page for WeasyPrint."""
    program, plain = build / "src" / "cli" / "euphoria-cli", folder / "plain.pdf"
    time_of([program, "record", CASE, "-o", plain])
    text = subprocess.run([program, "text", plain], check=True, capture_output=True, text=True).stdout
    (folder / "text.html").write_text(as_html(text), encoding="utf-8")
    return folder / "text.html"


def size_row(name, peer, ours, theirs):
    mine, other = ours.stat().st_size, theirs.stat().st_size
    return (name, peer, f"{mine / 1000:.0f} kB", f"{other / 1000:.0f} kB", f"{mine / other:.2f}", "–")


def record(build, pairs, folder):
    """The sample case to a finished, signed, archival PDF: against the same words as plain paragraphs in PDF/A-3u, signed
    by pdfsig. Both as programs that start, both as loops that have started, and how large the files are."""
    make_signer(folder)
    page, ours, theirs = make_page(build, folder), folder / "ours.pdf", folder / "theirs.pdf"
    command = [build / "src" / "cli" / "euphoria-cli", "record", CASE, "-o", ours, "--sign", folder / "bench.p12",
               "--password-file", folder / "password"]
    peer = ["sh", "-c", 'rm -f "$3"; weasyprint --pdf-variant pdf/a-3u "$1" "$2" && '
            'pdfsig -add-signature -nssdir "$4" -nick "Ana Lind" "$2" "$3" && test -s "$3"',
            "sh", page, folder / "plain-theirs.pdf", theirs, folder / "nss"]
    name = "WeasyPrint and pdfsig, same words"
    rows = [row("signed record", name, *in_pairs(lambda: time_of(command), lambda: time_of(peer), pairs))]
    rows.append(size_row("its size", name, ours, theirs))
    rounds = 3
    loops = {"ours": [build / "tests" / "bench" / "record", "whole", CASE, folder / "bench.p12", folder / "password", ours,
                      rounds * 5],
             "theirs": [sys.executable, SOURCE / "tests/bench/weasy.py", page, folder / "nss", theirs, rounds]}
    rows.append(row("the same, programs running", name, *in_pairs(lambda: said_by(loops["ours"]),
                                                                  lambda: said_by(loops["theirs"]), max(1, pairs // 3))))
    return rows


def said_by(command, place=0):
    """What a program of tests/bench measured itself: seconds by the clock, and of the processor."""
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True)
    return float(done.stdout.split()[place])


def drawing(build, pairs, folder):
    """The same record against cairo drawing its pages and nothing else, in the processor's time: the limit."""
    make_signer(folder)

    def time_of_rounds(what):
        return said_by([build / "tests" / "bench" / "record", what, CASE, folder / "bench.p12", folder / "password",
                        folder / "drawn.pdf", 20], 1)
    return row("signed record, programs running", "cairo drawing its pages",
               *in_pairs(lambda: time_of_rounds("whole"), lambda: time_of_rounds("draw"), pairs))


def model(build, pairs, folder):
    """Everything that ships read and checked, against json-glib parsing the same bytes; 20 times each."""
    command = build / "tests" / "bench" / "load-model"
    return row("load and check of what ships, 20 times", "json-glib, same bytes", *in_pairs(
        lambda: time_of([command, "ours", "20"]), lambda: time_of([command, "json", "20"]), pairs))


def gates(build, pairs, folder):
    """All gates of a full case, as they are asked after every answer, against json-glib parsing its file."""
    def time_of_round(what):
        program = [build / "tests" / "bench" / "gates", what, CASE]
        return float(subprocess.run(program, check=True, capture_output=True, text=True).stdout) / 1e6
    return row("gates of a full case", "json-glib, same file",
               *in_pairs(lambda: time_of_round("evaluate"), lambda: time_of_round("parse"), pairs))


def meeting(build, what):
    """One run of tests/bench/meeting.c: its figures. GLib's test messages stand between them."""
    environment = {"EUP_SOURCE": str(SOURCE), "GSETTINGS_BACKEND": "memory", "GDK_DEBUG": "no-portals", "ADW_DISABLE_PORTAL": "1",
                   "GIO_USE_VFS": "local", "GSK_RENDERER": "cairo", "TZ": "UTC", "GSETTINGS_SCHEMA_DIR": str(build / "data")}
    command = [SOURCE / "tests" / "ui" / "with-display.sh", build / "tests" / "bench" / "meeting", what, CASE.name]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment}).stdout


def frames(build, pairs, name, ours, peer, theirs):
    """Medians of both in milliseconds, and Euphoria's 99th percentile in the name."""
    late = []

    def time_of_run(what):
        median, worst = map(float, meeting(build, what).split("\n# ")[-1].split()[-2:])
        if what == ours:
            late.append(worst)
        return median / 1000
    mine, other = in_pairs(lambda: time_of_run(ours), lambda: time_of_run(theirs), max(1, pairs // 3))
    return row(f"{name}, p99 {statistics.median(late):.0f} ms", peer, mine, other)


def next_question(build, pairs, folder):
    """To the next question in a case of 28 questions and 300 statements, until its frame is painted."""
    return frames(build, pairs, "next question to frame", "next", "a page of text, same window", "floor")


def letter(build, pairs, folder):
    """One letter more in an answer of the same case, until its frame is painted."""
    return frames(build, pairs, "letter to frame", "type", "a text view, same window", "floor-type")


def durable(build, pairs, folder):
    """One letter more until it is on disk; the peer is a file of one letter, written and synced."""
    path = folder / "letter"

    def write():
        began = time.monotonic()
        with open(path, "w", encoding="utf-8") as file:
            file.write("a")
            file.flush()
            os.fsync(file.fileno())
        return time.monotonic() - began
    late = []

    def time_of_run():
        median, worst = map(float, meeting(build, "durable").split("\n# ")[-1].split()[-2:])
        late.append(worst)
        return median / 1000
    mine, other = in_pairs(time_of_run, write, max(1, pairs // 3))
    return row(f"letter to disk, p99 {statistics.median(late):.0f} ms", "fsync of one letter", mine, other)


def verify(build, pairs, folder, peer="pdfsig"):
    """A thousand records, each signed once, in one call; against pdfsig called for each, or one sha256sum of all. Both know
    the authority above the signer, and neither asks a server."""
    many = folder / f"records-{peer}"
    many.mkdir()
    make_signer(folder)
    record = folder / "verify.pdf"
    program = build / "src/cli/euphoria-cli"
    subprocess.run([program, "record", CASE, "-o", record, "--sign", folder / "bench.p12",
                    "--password-file", folder / "password"], check=True, capture_output=True)
    for i in range(CASES):
        shutil.copy(record, many / f"{i:04}.pdf")
    command = [program, "verify", "--known", folder / "authority.pem", many]
    files = sorted(many.iterdir())
    names = {"pdfsig": "a loop of pdfsig", "sha256sum": "one sha256sum of all"}
    theirs = {"pdfsig": ["sh", "-c", 'db=$1; shift; for f; do pdfsig -nssdir "$db" "$f"; done', "sh", folder / "nss", *files],
              "sha256sum": ["sha256sum", *files]}
    check_pdfsig_knows(folder, files[0])
    measured = in_pairs(lambda: time_of(command), lambda: time_of(theirs[peer]), max(1, pairs // 3))
    shutil.rmtree(many)
    return row(f"verify {CASES} records of {record.stat().st_size // 1000} kB", names[peer], *measured)


def check_pdfsig_knows(folder, file):
    """A peer that stops at the first question would be no peer."""
    said = subprocess.run(["pdfsig", "-nssdir", folder / "nss", file], check=True, capture_output=True, text=True).stdout
    if "Signature is Valid" not in said or "Certificate is Trusted" not in said:
        raise SystemExit(f"bench: pdfsig does not verify as it should:\n{said}")


def verify_digests(build, pairs, folder):
    """The same files against sha256sum, the limit of whatever reads them."""
    return verify(build, pairs, folder, "sha256sum")


def settled_memory(pid, looks=10, seconds=30):
    """The process's own share of memory in KiB, once it has been the same for some looks in a row."""
    seen, deadline = [], time.monotonic() + seconds
    while len(seen) < looks or len(set(seen[-looks:])) > 1:
        if time.monotonic() > deadline:
            raise SystemExit("bench: the peer's memory does not come to rest")
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
        seen.append(next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")))
        time.sleep(0.1)
    return seen[-1]


def memory(build, pairs, folder):
    """After a whole meeting, both windows open, against the text editor with the same words."""
    words = [line[2:] if line.startswith("# ") else line for line in meeting(build, "words").splitlines()]
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    with Desktop(language="sv") as desktop:
        eye = Eye(desktop)
        empty = eye.looks()
        process = children.start(["gnome-text-editor", "--standalone", "--ignore-session", str(folder / "words.txt")],
                                 env={**os.environ, "G_DEBUG": ""}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        eye.first_frame(empty, process)
        theirs = settled_memory(process.pid)
        children.end(process)
    ours = int(meeting(build, "memory").split("\n# ")[-1].split()[-1])
    return ("memory after a whole meeting", "gnome-text-editor, same words", f"{ours / 1024:.0f} MiB", f"{theirs / 1024:.0f} MiB",
            f"{ours / theirs:.2f}", "–")


MEASURES = {"start": start, "record": record, "drawing": drawing, "model": model, "gates": gates, "next": next_question, "letter": letter,
            "durable": durable, "memory": memory, "verify": verify, "verify-digests": verify_digests}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=lambda name: Path(name).resolve())
    parser.add_argument("names", nargs="*", choices=[*MEASURES, []])
    parser.add_argument("--pairs", type=int, default=9)
    wanted = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="euphoria-bench.", dir=shared))
    try:
        rows = []
        for name in wanted.names or MEASURES:
            (folder / name).mkdir()
            found = MEASURES[name](wanted.build, wanted.pairs, folder / name)
            rows += found if isinstance(found, list) else [found]
    finally:
        shutil.rmtree(folder)
    head = ("measure", "peer", "Euphoria", "peer's time", "ratio", "middle half")
    print(f"{wanted.pairs} pairs in alternating order; the ratio is the median of the pairs' ratios; {os.cpu_count()} cores")
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    for line in (head, *rows):
        print("  ".join(word.ljust(width) for word, width in zip(line, widths)).rstrip())


if __name__ == "__main__":
    main()
