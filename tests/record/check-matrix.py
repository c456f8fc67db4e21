#!/usr/bin/env python3
"""Records of the sample cases in their languages, with the data beside and inside, after one, two and five
signatures: the rules of PDF/A and PDF/UA, the tools of others and our verifier agree each time. Speaks TAP.

check-matrix.py SOURCE EUPHORIA-CLI: two cases; all twelve in both kinds with EUP_LONG=1.
"""

import importlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from archival import Document, faults

signed = importlib.import_module("check-signed")

SOURCE, CLI = Path(sys.argv[1]), sys.argv[2]
COUNTS = (0, 1, 2, 5)
FEW = [("urgent-door-lock.en", "2a"), ("night-camera.zh", "3a")]
SIGNERS = (("Åsa Ek", "rsa"), ("Bo Dahl", "ec"))  # they sign in turn


def rows():
    if os.environ.get("EUP_LONG") != "1":
        return FEW
    return [(path.stem, profile) for path in sorted((SOURCE / "tests/data/cases").glob("*.json"))
            for profile in ("2a", "3a")]


def make_certificates(folder):
    (folder / "password").write_text("hemligt\n")
    for number, (name, key) in enumerate(SIGNERS, 1):
        subprocess.run([SOURCE / "build-aux/dev/certificate.sh", folder / f"{number}.p12", folder / "password", name,
                        "--key", key, "--authority", folder / f"authority-{number}.pem", "--authority-key",
                        folder / f"authority-{number}.key"], check=True, capture_output=True)


def follows_the_rules(path, _count):
    found = faults(Document(path))
    return not found, "\n".join(found[:20])


def make(folder, case, profile):
    """Yields the record before and after each signature."""
    stem = ("attached-" if profile == "3a" else "") + case  # as the check of our verifier knows them
    path = folder / f"{stem}-0.pdf"
    subprocess.run([CLI, "record", SOURCE / "tests/data/cases" / f"{case}.json", "-o", path, "--profile", profile],
                   check=True, capture_output=True)
    yield 0, path
    for count in range(1, COUNTS[-1] + 1):
        before, path = path, folder / f"{stem}-{count}.pdf"
        subprocess.run([CLI, "sign", before, "-o", path, "--certificate", folder / f"{(count - 1) % 2 + 1}.p12",
                        "--password-file", folder / "password", *(["--certify"] if count == 1 else [])],
                       check=True, capture_output=True)
        before.unlink()
        yield count, path
    path.unlink()


def main():
    number = failed = 0
    checks = [follows_the_rules, *signed.CHECKS]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_certificates(folder)
        for case, profile in rows():
            for count, path in make(folder, case, profile):
                for check in checks if count in COUNTS else ():
                    number += 1
                    good, text = check(path, count)
                    failed += not good
                    print(f"{'ok' if good else 'not ok'} {number} {check.__name__} {case} {profile} {count}", flush=True)
                    if not good:
                        print("\n".join("# " + line for line in text.splitlines()))
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
