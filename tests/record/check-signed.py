#!/usr/bin/env python3
"""Asks tools that are not ours about a signed document: qpdf, pdfsig, openssl and mutool. Speaks TAP.

check-signed.py MAKE-SIGNED: the program that writes the documents.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = {"unsigned.pdf": 0, "sealed.pdf": 1, "signed.pdf": 2}


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.returncode, text


def qpdf_has_nothing_to_say(path, _count):
    status, text = run("qpdf", "--check", str(path))
    return (status == 0 and "WARNING" not in text), text


def pdfsig_calls_each_signature_valid(path, count):
    _status, text = run("pdfsig", "-nocert", str(path))
    return text.count("Signature is Valid.") == count and "Invalid" not in text, text


def pdfsig_finds_the_form_of_pades(path, count):
    _status, text = run("pdfsig", "-nocert", str(path))
    whole = text.count("Total document signed") + text.count("Not total document signed")
    return text.count("ETSI.CAdES.detached") == count and whole == count, text


def mutool_finds_no_change_but_later_signatures(path, count):
    _status, text = run("mutool", "sign", "-v", str(path))
    last = text.count("The document is unchanged since signing.")
    earlier = text.count("The signature is valid but there have been edits since signing.")
    return last == min(count, 1) and earlier == max(count - 1, 0), text


def parts(data):
    """The signed bytes and the CMS of each signature, cut out without our own code."""
    for found in re.finditer(rb"/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]", data):
        start, first, second, length = (int(number) for number in found.groups())
        hole = data[first + 1:second - 1]
        der = bytes.fromhex(hole.decode("ascii"))
        size = int.from_bytes(der[2:4], "big") + 4
        yield data[start:first] + data[second:second + length], der[:size]


def openssl_verifies_each_cms_as_cades(path, count):
    found = list(parts(path.read_bytes()))
    texts = [f"{len(found)} signatures"]
    good = len(found) == count
    for number, (content, cms) in enumerate(found, 1):
        (path.parent / "content").write_bytes(content)
        (path.parent / "cms").write_bytes(cms)
        status, text = run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
                           "-in", str(path.parent / "cms"), "-content", str(path.parent / "content"),
                           "-CAfile", str(path.parent / f"authority-{number}.pem"), "-purpose", "any",
                           "-out", "/dev/null")
        good = good and status == 0 and "CAdES Verification successful" in text
        texts.append(text)
    return good, "\n".join(texts)


def cms_has_no_signing_time(path, _count):
    texts = []
    for _content, cms in parts(path.read_bytes()):
        (path.parent / "cms").write_bytes(cms)
        texts.append(run("openssl", "cms", "-cmsout", "-print", "-noout", "-inform", "DER",
                         "-in", str(path.parent / "cms"))[1])
    text = "\n".join(texts)
    return "signingTime" not in text and text.count("signingCertificateV2") == len(texts), text


CHECKS = [
    qpdf_has_nothing_to_say,
    pdfsig_calls_each_signature_valid,
    pdfsig_finds_the_form_of_pades,
    mutool_finds_no_change_but_later_signatures,
    openssl_verifies_each_cms_as_cades,
    cms_has_no_signing_time,
]


def main():
    print(f"1..{len(CHECKS) * len(FILES) + 1}")
    number = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.argv[1], name], check=True)
        cases = [(path, count, check) for path, count in FILES.items() for check in CHECKS]
        for path, count, check in cases:
            number += 1
            good, text = check(folder / path, count)
            print(f"{'ok' if good else 'not ok'} {number} {check.__name__} {path}", flush=True)
            if not good:
                print("\n".join("# " + line for line in text.splitlines()))
        data = bytearray((folder / "sealed.pdf").read_bytes())
        data[100] ^= 1
        (folder / "broken.pdf").write_bytes(data)
        good = not openssl_verifies_each_cms_as_cades(folder / "broken.pdf", 1)[0]
        print(f"{'ok' if good else 'not ok'} {number + 1} these checks can fail")


main()
