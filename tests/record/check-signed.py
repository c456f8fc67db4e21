#!/usr/bin/env python3
"""Asks tools that are not ours about a signed document: qpdf, pdfsig, openssl and mutool; and whether our
own verifier agrees with them. Speaks TAP.

check-signed.py MAKE-SIGNED EUPHORIA-CLI: the program that writes the documents, the one that verifies.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = {"unsigned.pdf": 0, "sealed.pdf": 1, "signed.pdf": 2, "open.pdf": 2, "card.pdf": 1,
         "stamped.pdf": 2, "long-term.pdf": 2, "archived.pdf": 2,
         **{f"five-{count}.pdf": count for count in range(1, 6)},
         "attached.pdf": 0, **{f"attached-{count}.pdf": count for count in range(1, 6)}}
STAMPED = ("stamped.pdf", "long-term.pdf", "archived.pdf")
FOLLOWED = ("long-term.pdf", "archived.pdf")  # something comes after the last person's signature


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
    # poppler shows the archive's time stamp as a signature that it does not understand
    return text.count("ETSI.CAdES.detached") == count and whole == count + (path.name == "archived.pdf"), text


def mutool_finds_no_change_but_later_signatures(path, count):
    _status, text = run("mutool", "sign", "-v", str(path))
    last = text.count("The document is unchanged since signing.")
    earlier = text.count("The signature is valid but there have been edits since signing.")
    wanted = 0 if path.name in FOLLOWED else min(count, 1)
    return last == wanted and earlier == count - wanted, text


def rooms(data):
    """What each signature covers and what is in its room, cut out without our own code."""
    for found in re.finditer(rb"/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]", data):
        start, first, second, length = (int(number) for number in found.groups())
        hole = data[first + 1:second - 1]
        der = bytes.fromhex(hole.decode("ascii"))
        size = int.from_bytes(der[2:4], "big") + 4
        stamp = b"/DocTimeStamp" in data[found.start() - 120:found.start()]
        yield data[start:first] + data[second:second + length], der[:size], stamp


def parts(data):
    return [(content, cms) for content, cms, stamp in rooms(data) if not stamp]


TOKEN = bytes.fromhex("060b2a864886f70d010910020e")  # id-aa-timeStampToken


def elements(der, start, end):
    while start < end:
        size, head = der[start + 1], 2
        if size & 0x80:
            head += size & 0x7f
            size = int.from_bytes(der[start + 2:start + head], "big")
        yield start, start + head, start + head + size
        start += head + size


def time_stamp(cms):
    """The stamp beside the signature, and the value that it must have been made for."""
    def inside(span, number):
        return list(elements(cms, span[1], span[2]))[number]
    signed_data = inside(inside((0, *next(elements(cms, 0, len(cms)))[1:]), 1), 0)
    signer = inside(list(elements(cms, *signed_data[1:]))[-1], 0)
    fields = list(elements(cms, *signer[1:]))
    value = cms[fields[-2][1]:fields[-2][2]]
    attribute = inside(fields[-1], 0)
    assert cms[attribute[1]:attribute[1] + len(TOKEN)] == TOKEN
    token = inside(inside(attribute, 1), 0)
    return cms[token[0]:token[2]], value


def openssl_stamp_holds(folder, token, content):
    (folder / "token").write_bytes(token)
    (folder / "data").write_bytes(content)
    return run("openssl", "ts", "-verify", "-token_in", "-in", str(folder / "token"), "-data", str(folder / "data"),
               "-CAfile", str(folder / "authority-stamp.pem"))


def openssl_verifies_each_time_stamp(path, count):
    """Beside the signatures and on the whole document, as often as there should be any."""
    folder, texts, found = path.parent, [], 0
    good = True
    for content, cms, stamp in rooms(path.read_bytes()):
        if not stamp and path.name not in STAMPED:
            continue
        token, covered = (cms, content) if stamp else time_stamp(cms)
        status, text = openssl_stamp_holds(folder, token, covered)
        other = openssl_stamp_holds(folder, token, covered + b"x")[0]
        good = good and status == 0 and other != 0
        texts.append(text)
        found += 1
    wanted = (count if path.name in STAMPED else 0) + (path.name == "archived.pdf")
    return good and found == wanted, "\n".join([f"{found} stamps", *texts])


def authority(path, number):
    if path.name == "card.pdf":
        return path.parent / "authority-card.pem"
    return path.parent / f"authority-{(number - 1) % 2 + 1}.pem"  # the two sign in turn


def openssl_verifies_each_cms_as_cades(path, count):
    found = list(parts(path.read_bytes()))
    texts = [f"{len(found)} signatures"]
    good = len(found) == count
    for number, (content, cms) in enumerate(found, 1):
        (path.parent / "content").write_bytes(content)
        (path.parent / "cms").write_bytes(cms)
        status, text = run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
                           "-in", str(path.parent / "cms"), "-content", str(path.parent / "content"),
                           "-CAfile", str(authority(path, number)), "-purpose", "any",
                           "-out", "/dev/null")
        good = good and status == 0 and "CAdES Verification successful" in text
        texts.append(text)
    return good, "\n".join(texts)


def cms_has_no_signing_time(path, _count):
    texts = []
    for _content, cms in parts(path.read_bytes()):
        (path.parent / "cms").write_bytes(cms)
        texts.append(run("openssl", "cms", "-cmsout", "-print", "-noout", "-inform", "DER",
                         "-in", str(path.parent / "cms"))[1].split("unsignedAttrs:")[0])  # a stamp has its own
    text = "\n".join(texts)
    return "signingTime" not in text and text.count("signingCertificateV2") == len(texts), text


def our_own_verifier_agrees(path, count):
    _status, text = run(sys.argv[2], "verify", "--json", str(path))
    said = json.loads(text)
    people = [one for one in said["signatures"] if not one["wholeStamp"]]
    wanted = "not-signed" if count == 0 else "sealed" if count == 1 else "signed-later"
    inside = path.name.startswith("attached")
    return said["verdict"] == wanted and len(people) == count and said["twinInside"] == inside, text


CHECKS = [
    qpdf_has_nothing_to_say,
    pdfsig_calls_each_signature_valid,
    pdfsig_finds_the_form_of_pades,
    mutool_finds_no_change_but_later_signatures,
    openssl_verifies_each_cms_as_cades,
    cms_has_no_signing_time,
    openssl_verifies_each_time_stamp,
    our_own_verifier_agrees,
]


def main():
    number = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.argv[1], name], check=True)
        cases = [(path, count, check) for path, count in FILES.items() for check in CHECKS
                 if (folder / path).exists()]  # without SoftHSM there is no card.pdf
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
    print(f"1..{number + 1}")


if __name__ == "__main__":
    main()
