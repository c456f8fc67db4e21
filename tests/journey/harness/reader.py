"""A card reader at this machine with a card in it: pcscd with the reader that vpcd plays, and piv.py."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import children

SERVICE = Path("/run/pcscd/pcscd.comm")


def can_be_played():
    """pcscd is the machine's, or root's to start."""
    return SERVICE.exists() or (os.geteuid() == 0 and shutil.which("pcscd") is not None)


class Reader:
    """The card holds the key and certificate of a .p12 whose password is the first line of word."""

    def __init__(self, folder, p12, word, pin):
        self.folder, self.p12, self.word, self.pin = Path(folder), p12, word, pin
        self.running = []

    def _take_out(self, *options):
        given = ["openssl", "pkcs12", "-in", self.p12, "-passin", f"file:{self.word}", *options]
        return subprocess.run([str(word) for word in given], capture_output=True, check=True).stdout

    def __enter__(self):
        key, certificate = self.folder / "key.pem", self.folder / "certificate.der"
        key.write_bytes(self._take_out("-nocerts", "-nodes"))
        certificate.write_bytes(subprocess.run(["openssl", "x509", "-outform", "DER"], input=self._take_out("-nokeys", "-clcerts"),
                                               capture_output=True, check=True).stdout)
        if not SERVICE.exists():
            self.running.append(children.start(["pcscd", "--foreground"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        card = children.start([sys.executable, Path(__file__).with_name("piv.py"), key, certificate, self.pin],
                              stdout=subprocess.PIPE)
        self.running.append(card)
        if card.stdout.readline().strip() != b"ready":
            raise RuntimeError("the reader does not take the card: is vsmartcard-vpcd installed?")
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            children.end(process)
