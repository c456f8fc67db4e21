#!/usr/bin/env python3
"""The installed Flatpak from outside: sandboxed.py OUT [JOURNEY…]. Run by ./dev flatpak, which sets EUP_BUILD to a
folder with the program's own catalogues and lays into OUT what the program outside makes of the same case:
outside.pdf and outside.json, and the certificate signer.p12.

Holds a sample meeting in the sandbox and leaves pictures and the signed record in OUT; then what the
sandbox may and may not do, and what happens where something is missing. Prints TAP."""

import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from harness import keys, reader, tap, windows
from harness.euphoria import SOURCE
from harness.sandbox import ID, Sandboxed, SandboxDesktop, inside
from harness.waiting import wait
from play import play, tell

OUT = Path(sys.argv[1]).resolve()
CASES = SOURCE / "tests" / "data" / "cases"
CARDS = "/app/lib/opensc-pkcs11.so"
PIN = "471100"
MANY_BYTES = 100_000  # of the picture of a record
SAME_GREY = 2  # of 256: hinting makes this much of a difference
FEW_COLOURS = 8  # a window on which nothing is drawn has fewer
SHELL = "exec 3<>/dev/tcp/127.0.0.1/{}"


def run_bytes(command):
    return subprocess.run([str(word) for word in command], capture_output=True, check=True).stdout


def run(command):
    return run_bytes(command).decode()


def given(program, path):
    """A copy of the file where the sandbox sees it."""
    return Path(shutil.copy(path, program.folder()))


def look(pdf):
    """Its pages, small and grey."""
    return run_bytes(["pdftoppm", "-r", "24", "-gray", pdf])


def print_it(meeting):
    printed = meeting.program.documents / "printed.pdf"
    meeting.window.outside().raise_()
    keys.press("ctrl+p")
    wait(printed.exists, "nothing comes out of the printer", seconds=60)
    shutil.copy(printed, OUT)


def a_meeting_in_the_sandbox(step):
    with step("is held, sealed, signed, saved through the document portal and printed through its own"):
        play(OUT, Sandboxed, lambda folder, _: Path(shutil.copy(OUT / "signer.p12", folder)), print_it)
    with step("prints the pages of the record"):
        paper, screen = look(OUT / "printed.pdf"), look(OUT / "record.pdf")
        assert len(paper) == len(screen) > MANY_BYTES
        assert sum(abs(one - other) for one, other in zip(paper, screen)) < len(paper) * SAME_GREY
    with step("leaves the record and its data with the person, where the sandbox can't look"):
        assert (OUT / "record.pdf").stat().st_size and json.loads((OUT / "record.json").read_text(encoding="utf-8"))
    with SandboxDesktop() as desktop:
        program = Sandboxed(desktop)
        record = given(program, OUT / "record.pdf")
        given(program, OUT / "record.json")
        with step("pdfsig on the host and the program in the sandbox call the record valid"):
            assert tell(OUT, lambda _: inside("euphoria-cli", "verify", record, check=False))


def what_differs(pdf, other):
    """Of two records that should be the same file: which of words, places and fonts are others."""
    looks = {"the words": ["pdftotext", "-layout"], "their places": ["pdftotext", "-bbox"], "the fonts": ["pdffonts"]}
    found = [name for name, look in looks.items() if run([*look, pdf, *["-"][:look[0] == "pdftotext"]]) !=
             run([*look, other, *["-"][:look[0] == "pdftotext"]])]
    return f"{', '.join(found) or 'only bytes that nobody sees'} differ"


def the_same_record(step):
    for language in ("sv", "en"):
        with SandboxDesktop(language) as desktop:
            program = Sandboxed(desktop)
            case = given(program, CASES / "urgent-door-lock.json")
            pdf = program.folder() / "inside.pdf"
            inside("euphoria-cli", "record", case, "-o", pdf)
            with step(f"comes out as outside, byte by byte, on a desktop that speaks {language}"):
                assert pdf.read_bytes() == (OUT / "outside.pdf").read_bytes(), what_differs(pdf, OUT / "outside.pdf")
            with step(f"has the same data as outside, byte by byte, on a desktop that speaks {language}"):
                assert pdf.with_suffix(".json").read_bytes() == (OUT / "outside.json").read_bytes()


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
            asked = {line.partition("=")[0]: set(line.partition("=")[2].strip(";").split(";")) for line in said.splitlines() if "=" in line}
            assert asked == {"devices": {"dri"}, "shared": {"ipc"}, "sockets": {"x11", "wayland", "pcsc", "fallback-x11"}}, said
        with step("has a program that nobody inside can change"):
            code, said = inside("touch", "/app/bin/euphoria", "/app/new", check=False)
            assert code != 0 and said.count("Read-only file system") == 2, said
        with step("has no headers, static libraries or build tools in it"):
            _, said = inside("find", "/app", "-name", "*.a", "-o", "-name", "*.la", "-o", "-name", "*.h", "-o", "-name", "*.pc",
                             "-o", "-name", "blueprint*", "-o", "-path", "/app/include*")
            assert not said.strip(), said


def a_card(step):
    with SandboxDesktop() as desktop, reader.Reader(desktop.folder, OUT / "signer.p12", OUT / "password", PIN):
        program = Sandboxed(desktop)
        record, signed, pin = given(program, OUT / "outside.pdf"), program.folder() / "card.pdf", program.folder() / "pin"
        decider = json.loads((CASES / "urgent-door-lock.json").read_text(encoding="utf-8"))["decision"]["decider"]
        signed.unlink(missing_ok=True)

        def sign(words, check=True):
            pin.write_text(words + "\n", encoding="utf-8")
            return inside("euphoria-cli", "sign", record, "-o", signed, "--card", CARDS, "--pin-file", pin, check=check)

        with step("is found in the reader that the sandbox is let in to"):
            wait(lambda: inside("euphoria-cli", "cards", CARDS, check=False)[1].startswith(decider), "the card is not found")
        with step("refuses a wrong PIN, and nothing is written"):
            code, said = sign("000000", check=False)
            assert code != 0 and "PIN" in said and not signed.exists(), said
        with step("signs a record that pdfsig on the host calls valid"):
            sign(PIN)
            said = run(["pdfsig", signed])
            assert "Signature is Valid" in said and decider in said, said


@contextmanager
def started(desktop, expected=None, **environment):
    """expected: what it may complain about."""
    with Sandboxed(desktop, **environment) as program:
        program.start()
        yield program
        complaints = [line for line in program.complaints() if expected is None or expected not in line]
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
                started(desktop, "The data folder can't be opened", EUPHORIA_DATA="/app/share/cases") as program:
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
    journeys = [a_meeting_in_the_sandbox, the_same_record, the_sandbox, what_is_missing]
    if reader.can_be_played():
        journeys.append(a_card)
    else:
        tap.Report.note("a card is not tried: pcscd does not run here, and only root may start it")
    tap.run(*(journey for journey in journeys if journey.__name__ in sys.argv[2:] or not sys.argv[2:]), seconds=1200)
