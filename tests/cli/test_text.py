#!/usr/bin/env python3
"""euphoria-cli text: everything that was typed is found in the record's text, in reading order."""

import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import PROGRAM, SOURCE, end, expect_lines, run, run_rows, tap

NOW = {**os.environ, "EUPHORIA_NOW": "2026-11-26T15:00:00+01:00"}
CASES = ["gps-alarm", "night-camera", "medicine-dispenser"]
LANGUAGES = ["sv", "en", "zh"]
TYPED = {  # what people write; ids, dates and choices stand in the record in words of its own
    "statements": ["words", "translation", "translator", "reason", "source"],
    "people": ["name", "role", "reason"],
    "alternatives": ["title", "meetsNeed", "intrusion", "humanTime", "cost", "reason"],
    "conditions": ["text", "owner"],
    "dissents": ["words"],
    "attempts": ["occasion", "method", "by", "note"],
    "parked": ["reason"],
    "sittings": ["place", "by", "note"],
    "sittingAnswers": ["words"],
}
TYPED_ONCE = {"decision": ["because", "although", "therefore", "followUpOwner", "decider", "deciderRole", "delegation"],
              "card": ["number", "alias", "name", "personalNumber", "product", "purpose", "authority", "unit", "place",
                       "facilitator"]}
store = Path(tempfile.mkdtemp(prefix="euphoria-text."))


def make(name, language, *options):
    output = store / f"{name}-{language}.pdf"
    if not output.exists():
        expect_lines(run("record", SOURCE / f"tests/data/cases/{name}.json", "-o", output, "--language", language, *options,
                         env=NOW), 0, [])
    return output


def read(path):
    ended = run("text", path)
    expect_lines(ended, 0, [])
    return ended.stdout


def plain(text):
    return re.sub(r"\s+", "", text)


def try_case(name, language):
    text = read(make(name, language))
    found = plain(text)
    case = json.loads((SOURCE / f"tests/data/cases/{name}.json").read_text())
    typed = [part.get(key) for kind, keys in TYPED.items() for part in case.get(kind, []) for key in keys]
    typed += [case[kind].get(key) for kind, keys in TYPED_ONCE.items() for key in keys]
    typed = [string for string in typed if string]
    missing = [string for string in typed if plain(string) not in found]
    assert len(typed) > 100 and not missing, f"{len(missing)} of {len(typed)} strings are missing: {missing[:5]}"
    assert "\ufffd" not in text, "each code has its character"
    assert not re.search(r"[^\S\n]\n|\n\n\n", text), "no blanks at the end of a line, no two empty lines"


def words_stand_in_the_order_of_the_page():
    text = read(make("gps-alarm", "sv"))
    places = [text.index(word) for word in ("Prov med GPS-larm", "Eftersom Anna vill", "trots att sonen Per", "därför provar vi")]
    assert places == sorted(places), "because, although, therefore"


def signed_record_says_the_same():
    (store / "password").write_text("hemligt\n")
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", store / "c.p12", store / "password", "Ana Lind"], check=True,
                   capture_output=True)
    unsigned = make("gps-alarm", "sv")
    signed = store / "signed.pdf"
    expect_lines(run("record", SOURCE / "tests/data/cases/gps-alarm.json", "-o", signed, "--language", "sv", "--sign",
                     store / "c.p12", "--password-file", store / "password", env=NOW), 0, [])
    assert read(signed) == read(unsigned), "signing changes nothing of what was written"


def peer_finds_the_same_words():
    """pdftotext, where each word of ours must be known; it goes by place and not by tag, so only words are compared."""
    path = make("gps-alarm", "en")
    peer = plain(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout)
    unknown = {word for word in read(path).split() if word not in peer}
    assert len(unknown) <= 5, unknown


# name, contents of FILE.pdf
BAD = [
    ("an empty file", b""),
    ("a text", b"Dear archive,\n" * 100),
    ("a head and nothing else", b"%PDF-1.7\n"),
    ("a PDF without pages", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
     b"trailer<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n"),
]


def try_bad(contents):
    path = store / "bad.pdf"
    path.write_bytes(contents)
    ended = run("text", path)
    expect_lines(ended, 1, [f"{path}: This is not a whole PDF document that can be read."])
    assert ended.stdout == "", ended.stdout


def damaged_records_do_no_harm():
    chance = random.Random("euphoria text")
    good = make("night-camera", "sv").read_bytes()
    path = store / "damaged.pdf"
    refused = 0
    for i in range(60):
        damaged = bytearray(good)
        for _ in range(chance.choice([1, 20, 1000])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.randrange(len(damaged))] if i % 6 == 0 else damaged)
        ended = run("text", path)
        assert ended.returncode in (0, 1), ended.stderr
        assert len(ended.stderr.splitlines()) == ended.returncode, ended.stderr
        refused += ended.returncode
    assert refused > 10, "much of the damage is noticed"


WRONG = [
    ("a record that is not there", ["/nowhere/a.pdf"], 1, "/nowhere/a.pdf: No such file or directory"),
    ("no record", [], 2, "euphoria-cli text: no record is named; euphoria-cli text --help says how it is called"),
    ("two records", ["a", "b"], 2, "euphoria-cli text: one record at a time, found more; euphoria-cli text --help says how it is called"),
]


def try_wrong(arguments, code, line):
    expect_lines(run("text", *arguments), code, [line])


def a_full_disk_is_told():
    with open("/dev/full", "w") as full:
        path = make("gps-alarm", "sv")
        ended = subprocess.run([PROGRAM, "text", path], stdout=full, stderr=subprocess.PIPE, text=True)
    assert ended.returncode == 1, ended.returncode
    assert ended.stderr == "euphoria-cli text: the text can't be written: No space left on device\n", ended.stderr


report = tap.Report()
print("TAP version 13", flush=True)
try:
    run_rows(report, [(f"everything typed in {name} is in the record in {language}", name, language)
                      for name in CASES for language in LANGUAGES], try_case)
    run_rows(report, BAD, try_bad)
    run_rows(report, WRONG, try_wrong)
    for function in (words_stand_in_the_order_of_the_page, signed_record_says_the_same, peer_finds_the_same_words,
                     damaged_records_do_no_harm, a_full_disk_is_told):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
finally:
    shutil.rmtree(store)
end(report)
