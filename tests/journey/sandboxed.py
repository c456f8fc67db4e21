#!/usr/bin/env python3
"""The installed Flatpak from outside: sandboxed.py OUT. Run by ./dev flatpak, which sets EUP_BUILD to a
folder with the program's own catalogues and lays into OUT what the program outside makes of the same case:
outside.pdf and outside.json.

Holds a sample meeting in the sandbox and leaves pictures and the signed record in OUT; then what the
sandbox may and may not do, and what happens where something is missing. Prints TAP."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from harness import keys, tap, tree, windows
from harness.euphoria import NOW, SOURCE
from harness.sandbox import ID, Sandboxed, SandboxDesktop, inside
from play import play, tell

OUT = Path(sys.argv[1]).resolve()
CASES = SOURCE / "tests" / "data" / "cases"
FEW_COLOURS = 8  # a window on which nothing is drawn has fewer
SHELL = "exec 3<>/dev/tcp/127.0.0.1/{}"


def run(command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def given(program, path):
    """A copy of the file where the sandbox sees it."""
    return Path(shutil.copy(path, program.folder()))


def a_meeting_in_the_sandbox(step):
    with step("is held, sealed, signed and saved through the document portal"):
        play(OUT, Sandboxed)
    with step("leaves the record and its data with the person, where the sandbox can't look"):
        assert (OUT / "record.pdf").stat().st_size and json.loads((OUT / "record.json").read_text(encoding="utf-8"))
    with SandboxDesktop() as desktop:
        program = Sandboxed(desktop)
        record = given(program, OUT / "record.pdf")
        given(program, OUT / "record.json")
        with step("pdfsig on the host and the program in the sandbox call the record valid"):
            assert tell(OUT, lambda _: inside("euphoria-cli", "verify", record, check=False))


def pages(pdf):
    """How the pages look, so that a difference that nobody can see is none: one picture after the other."""
    return subprocess.run(["pdftoppm", "-r", "60", "-gray", pdf], capture_output=True, check=True).stdout


def the_same_record(step):
    with SandboxDesktop() as desktop:
        program = Sandboxed(desktop)
        case = given(program, CASES / "urgent-door-lock.json")
        pdf = program.folder() / "inside.pdf"
        for name in ("inside.pdf", "again.pdf"):
            inside("euphoria-cli", "record", case, "-o", program.folder() / name)
        with step("comes out each time, byte by byte"):
            assert pdf.read_bytes() == (program.folder() / "again.pdf").read_bytes(), "two runs differ"
        with step("has the same data as outside, byte by byte"):
            assert (program.folder() / "inside.json").read_bytes() == (OUT / "outside.json").read_bytes()
        with step("has the same words at the same places as outside"):
            assert run(["pdftotext", "-bbox", pdf, "-"]) == run(["pdftotext", "-bbox", OUT / "outside.pdf", "-"])
        with step("has the same fonts as outside"):
            fonts = [[line.split()[0].partition("+")[2] for line in run(["pdffonts", path]).splitlines()[2:]]
                     for path in (pdf, OUT / "outside.pdf")]
            assert sorted(fonts[0]) == sorted(fonts[1]) and fonts[0], fonts
        with step("looks the same as outside, to the pixel"):
            assert pages(pdf) == pages(OUT / "outside.pdf")
        same = pdf.read_bytes() == (OUT / "outside.pdf").read_bytes()
        tap.Report.note("inside and outside are the same file, byte by byte" if same else
                        f"the files differ in bytes only: {pdf.stat().st_size} inside, {(OUT / 'outside.pdf').stat().st_size} outside")


def the_sandbox(step):
    with SandboxDesktop() as desktop:
        program = Sandboxed(desktop)
        with step("refuses a connection to this very machine"):
            with socket.create_server(("127.0.0.1", 0)) as server:
                port = server.getsockname()[1]
                run(["bash", "-c", SHELL.format(port)])  # it can be reached from outside
                code, said = inside("bash", "-c", SHELL.format(port), check=False)
                assert code != 0 and "refused" in said, said
        with step("shows nothing of the person's home"):
            secret = Path(os.environ["HOME"]) / "hemligt.txt"
            secret.write_text("hemligt", encoding="utf-8")
            code, said = inside("bash", "-c", f"ls -A {secret.parent}; cat {secret}", check=False)
            assert code != 0 and "hemligt\n" not in said and "secret" not in said, said
            assert said.split("\n")[0] in ("", ".var"), said
        with step("shows nothing of the machine"):
            code, said = inside("ls", "/run/host/root", "/run/host/home", "/var/lib/dpkg", check=False)
            assert said.count("No such file") == 3, said
        with step("asks for no more than its manifest says"):
            said = run(["flatpak", "info", "--show-permissions", ID])
            lines = sorted(line for line in said.splitlines() if line and not line.startswith("["))
            assert lines == ["devices=dri;", "shared=ipc;", "sockets=x11;wayland;pcsc;fallback-x11;"], lines
        with step("has a program that nobody inside can change"):
            code, said = inside("touch", "/app/bin/euphoria", "/app/new", check=False)
            assert code != 0 and said.count("Read-only file system") == 2, said
        with step("has no headers, static libraries or build tools in it"):
            _, said = inside("find", "/app", "-name", "*.a", "-o", "-name", "*.la", "-o", "-name", "*.h", "-o", "-name", "*.pc",
                             "-o", "-name", "blueprint*", "-o", "-path", "/app/include*")
            assert not said.strip(), said
        with step("has the words in each language"):
            for language, words in (("sv", "Protokoll"), ("zh", "记录")):
                case = given(program, CASES / f"urgent-door-lock{'' if language == 'sv' else '.zh'}.json")
                assert words in case.read_text(encoding="utf-8") or inside("ls", f"/app/share/locale/{language}")[1], language


@contextmanager
def started(desktop, options=(), language="sv", **environment):
    with Sandboxed(desktop, language, options=options, **environment) as program:
        program.start()
        yield program
        complaints = program.complaints()
        assert not complaints, "\n".join(complaints)


def what_is_missing(step):
    with SandboxDesktop(portal=False) as desktop:
        with step("without a portal: the program says what files need, and goes on"), started(desktop) as program:
            words = program.words
            program.main().find("button", words("_Go On")).press()
            program.main().has_no("window", words("Files Can’t Be Opened or Saved"))
            program.main().find("label", words("No Cases Yet"))
    with SandboxDesktop() as desktop:
        with step("with one: it says nothing of the kind"), started(desktop) as program:
            program.main().find("label", program.words("No Cases Yet"))
            assert not program.main().all("button", program.words("_Go On"))
        with step("a data folder that can't be written: it says so, and what to do"), \
                started(desktop, EUPHORIA_DATA="/app/share/cases") as program:
            program.main().find("label", program.words("The disk is full or can’t be written. Free some space; nothing that was saved is lost."))
    without_a_session_bus(step)
    without_a_chinese_font(step)


def without_a_session_bus(step):
    with SandboxDesktop() as desktop:
        with step("without a session bus: the window opens and draws itself"):
            del os.environ["DBUS_SESSION_BUS_ADDRESS"]
            with Sandboxed(desktop, options=["--no-session-bus", "--no-a11y-bus"], GTK_A11Y="none") as program:
                program._launch([])
                program._wait_for_window(30)
                window = windows.find(None, program.words("Euphoria"))
                assert window.picture(desktop).colours() > FEW_COLOURS
                window.picture(desktop).save(OUT / "no-bus.png")
                assert program.is_running()
                assert not program.complaints(), "\n".join(program.complaints())


def without_a_chinese_font(step):
    only_ours = "<?xml version='1.0'?><fontconfig><dir>/app/share/euphoria/fonts</dir><cachedir>/tmp/fonts</cachedir></fontconfig>"
    with SandboxDesktop() as desktop:
        program = Sandboxed(desktop)
        (program.folder() / "fonts.conf").write_text(only_ours, encoding="utf-8")
        case = given(program, CASES / "urgent-door-lock.zh.json")
        with step("without a Chinese font: a Chinese record is refused, and the font is named"):
            code, said = inside("euphoria-cli", "record", case, "-o", program.folder() / "zh.pdf", check=False,
                                FONTCONFIG_FILE=program.folder() / "fonts.conf")
            assert code != 0 and "Noto Sans CJK SC" in said, said
            assert not (program.folder() / "zh.pdf").exists()
        with step("without a Chinese font: a Swedish one is made all the same"):
            inside("euphoria-cli", "record", given(program, CASES / "urgent-door-lock.json"), "-o", program.folder() / "sv.pdf",
                   FONTCONFIG_FILE=program.folder() / "fonts.conf")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    tap.run(a_meeting_in_the_sandbox, the_same_record, the_sandbox, what_is_missing, seconds=1200)
