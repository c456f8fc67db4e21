#!/usr/bin/env python3
"""Amendments as files: each is an archival document of its own, signed or not, and so is what it follows.

check-amendments.py EUPHORIA-CLI: of the fictional case in three languages and in two at once, in all three kinds.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap
from archival import Document, faults

CLI = sys.argv[1]
SOURCE = Path(os.environ["EUP_SOURCE"])
CASES, WORDS = SOURCE / "tests/data/cases", SOURCE / "tests/data/amendments"
KINDS = ["correction", "changed-decision", "considered-wrong"]
ENDINGS = {"sv": "", "en": ".en", "zh": ".zh"}
TITLES = {"sv": ["Rättelse", "Ändrat beslut", "En uppgift som anses vara fel"],
          "en": ["Correction", "Changed decision", "Something considered wrong"], "zh": ["更正", "变更决定", "对记录的异议"]}
NOW = {**os.environ, "EUPHORIA_NOW": "2026-12-01T15:00:00+01:00"}


def run(*arguments):
    return subprocess.run([CLI, *map(str, arguments)], check=True, capture_output=True, text=True, env=NOW).stdout


def make_chain(folder, ending, *options):
    files = [folder / "1.pdf"]
    run("record", CASES / f"night-camera{ending}.json", "-o", files[0], *options)
    for number, kind in enumerate(KINDS, 2):
        files.append(folder / f"{number}.pdf")
        run("amend", files[-2], WORDS / f"{kind}{ending}.json", "-o", files[-1])
    return files


def check_archival(path):
    found = faults(Document(path))
    assert not found, found[:10]
    out = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert out.returncode == 0 and "WARNING" not in out.stdout + out.stderr, out.stdout + out.stderr


def check_numbers(path):
    """Every page says which document it is, its digest, and page x of y."""
    pages = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    number = re.search(r"([0-9A-Z-]+-[0-9]+)", path.with_suffix(".json").read_text().split('"documentId":"')[-1]).group(1)
    for at, page in enumerate(pages, 1):
        assert number in page and f"{at} ({len(pages)})" in re.sub(r" +", " ", page), page


def check_language(folder, language):
    files = make_chain(folder, ENDINGS[language])
    for path, title in zip(files[1:], TITLES[language]):
        check_archival(path)
        check_numbers(path)
        text = run("text", path)
        assert f"{title}\n" in text, text[:500]
    return files


def check_signed(folder, files):
    """Conformance and what other programs say, after each signature; the file before it may be signed too."""
    (folder / "password").write_text("hemligt\n")
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", folder / "a.p12", folder / "password", "Ana Lind",
                    "--authority", folder / "a.pem"], check=True, capture_output=True)
    for path in files:
        once, twice = folder / f"{path.stem}-once.pdf", folder / f"{path.stem}-twice.pdf"
        for source, target in (path, once), (once, twice):
            run("sign", source, "-o", target, "--certificate", folder / "a.p12", "--password-file", folder / "password")
            check_archival(target)
            said = subprocess.run(["pdfsig", "-nocert", str(target)], capture_output=True, text=True).stdout
            assert "Signature is Valid" in said and "not" not in re.findall(r"Signature Validation: (.*)", said)[-1], said
    chain = run("verify", folder / "1-twice.pdf", folder / "2-once.pdf", folder / "3-twice.pdf", folder / "4-once.pdf")
    assert chain.count("and the chain holds") == 3, chain


def a_fault_is_found(path):
    """The rules see the two properties more: without their schema the file is no PDF/A."""
    broken = path.with_name("broken.pdf")
    data = path.read_bytes()
    assert b"<pdfaProperty:name>amendsDigest<" in data
    broken.write_bytes(data.replace(b"<pdfaProperty:name>amendsDigest<", b"<pdfaProperty:name>amendsDigesl<"))
    assert faults(Document(broken)), "nothing was found"


def swedish_amendments_are_archival_and_say_what_they_are(folder):
    check_language(Path(folder), "sv")


def english_amendments_are_archival_and_say_what_they_are(folder):
    check_language(Path(folder), "en")


def chinese_amendments_are_archival_and_say_what_they_are(folder):
    check_language(Path(folder), "zh")


def spoken(path):
    """The languages of the document and of elements that say another."""
    return set(re.findall(rb"/Lang ?\(([a-zA-Z-]+)\)", subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], check=True, capture_output=True).stdout))


def what_follows_a_record_in_two_languages_speaks_both(folder):
    """The form's words, in the order of the record; what somebody typed stands once."""
    folder = Path(folder)
    for first, second in ("sv", "zh"), ("zh", "en"):
        files = make_chain(folder, ENDINGS[first], "--language", f"{first},{second}")
        tags = {{"zh": b"zh-CN"}.get(language, language.encode()) for language in (first, second)}
        for path, kind, title, other in zip(files[1:], KINDS, TITLES[first], TITLES[second]):
            check_archival(path)
            check_numbers(path)
            text = run("text", path)
            words = json.loads((WORDS / f"{kind}{ENDINGS[first]}.json").read_text())["amendment"]["newWords"]
            assert f"{title}\n" in text and f"{other}\n" in text and text.index(title) < text.index(other), text[:500]
            assert re.sub(r"\s", "", text).count(re.sub(r"\s", "", words)) == 1, text
            record = json.loads(path.with_suffix(".json").read_text())["record"]
            assert (record["language"], record["secondLanguage"]) == (first, second), record
            assert spoken(path) == tags, spoken(path)


def one_language_asked_for_is_one(folder):
    folder = Path(folder)
    files = make_chain(folder, ENDINGS["sv"], "--language", "sv,zh")
    run("amend", files[0], WORDS / "correction.json", "-o", folder / "one.pdf", "--language", "sv")
    assert TITLES["zh"][0] not in run("text", folder / "one.pdf")
    assert "secondLanguage" not in json.loads((folder / "one.json").read_text())["record"]
    for wrong in "sv,sv", "sv,de", "sv,en,zh":
        out = subprocess.run([CLI, "amend", files[0], WORDS / "correction.json", "-o", folder / "no.pdf", "--language", wrong],
                             capture_output=True, text=True)
        assert out.returncode == 2 and "two of them" in out.stderr, out


def they_are_signed_once_and_twice_like_a_record(folder):
    check_signed(Path(folder), make_chain(Path(folder), ENDINGS["zh"]))


def a_property_without_its_schema_is_found(folder):
    a_fault_is_found(make_chain(Path(folder), ENDINGS["en"])[1])


sys.exit(tap.run([swedish_amendments_are_archival_and_say_what_they_are, english_amendments_are_archival_and_say_what_they_are,
                  chinese_amendments_are_archival_and_say_what_they_are,
                  what_follows_a_record_in_two_languages_speaks_both, one_language_asked_for_is_one, they_are_signed_once_and_twice_like_a_record,
                  a_property_without_its_schema_is_found]))
