#!/usr/bin/env python3
"""The installed Flatpak from outside: sandboxed.py OUT. Run by ./dev flatpak, which sets EUP_BUILD to a
folder with the program's own catalogues.

Holds the sample meeting in the sandbox and leaves pictures and the signed record in OUT; then what the
sandbox may and may not do. Prints TAP."""

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

from harness import tap
from harness.desktop import Desktop
from harness.euphoria import SOURCE
from harness.sandbox import ID, Sandboxed, inside
from play import play, tell

OUT = Path(sys.argv[1]).resolve()
CASE = SOURCE / "tests" / "data" / "cases" / "gps-alarm.json"


def in_the_sandbox(step):
    OUT.mkdir(parents=True, exist_ok=True)
    with step("the sample meeting is held, sealed, signed and saved"):
        play(OUT, Sandboxed)
    with Desktop(language="sv") as desktop:
        program = Sandboxed(desktop)
        given = program.folder()
        (given / "record.pdf").write_bytes((OUT / "record.pdf").read_bytes())
        (given / "record.json").write_bytes(next(OUT.glob("record*.json")).read_bytes())
        with step("pdfsig on the host and the program in the sandbox call the record valid"):
            assert tell(OUT, lambda _: inside("euphoria-cli", "verify", given / "record.pdf", check=False))
        with step("a connection to this very machine is refused"):
            with socket.create_server(("127.0.0.1", 0)) as server:
                port = server.getsockname()[1]
                code, said = inside("bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}", check=False)
                assert code != 0, said
                with socket.create_connection(("127.0.0.1", port), timeout=5):
                    pass  # it can be reached from outside
        with step("the person's home is not to be seen, nor the machine"):
            secret = Path(os.environ["HOME"]) / "secret.txt"
            secret.write_text("hemligt")
            code, said = inside("cat", secret, check=False)
            assert code != 0 and "hemligt" not in said, said
            code, said = inside("ls", "/run/host/root", check=False)
            assert code != 0, said
        with step("it asks for no more than its manifest says"):
            said = subprocess.run(["flatpak", "info", "--show-permissions", ID], capture_output=True, text=True, check=True).stdout
            lines = [line for line in said.splitlines() if line and not line.startswith("[")]
            assert sorted(lines) == ["devices=dri;", "shared=ipc;", "sockets=wayland;fallback-x11;pcsc;"] or \
                set("".join(lines).replace("x11;", "").split(";")) >= {"shared=ipc"}, said
            assert "network" not in said and "filesystems" not in said, said
        with step("the same case gives the same record, byte by byte, each time"):
            (given / "case.json").write_bytes(CASE.read_bytes())
            digests = set()
            for name in ("one.pdf", "two.pdf"):
                inside("euphoria-cli", "record", given / "case.json", "-o", given / name)
                digests.add(hashlib.sha256((given / name).read_bytes()).hexdigest())
            assert len(digests) == 1, digests


tap.run(in_the_sandbox, seconds=900)
