#!/usr/bin/env python3
"""The papers beside the record: the resident's own page and the questions for somebody who can't come.

check-sheets.py EUPHORIA-CLI: makes them of the fictional cases and of hard ones.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import tap
from archival import Document, faults

CLI = sys.argv[1]
SOURCE = Path(os.environ["EUP_SOURCE"])
CASES = SOURCE / "tests" / "data" / "cases"
WORDS = json.loads((SOURCE / "data" / "words" / "record.json").read_text())
METHOD = json.loads((SOURCE / "data" / "methods" / "tre-roster.json").read_text())
QUESTIONS = [question for stage in METHOD["stages"] for question in stage.get("questions", [])]
NAMES = ["gps-alarm", "medicine-dispenser", "night-camera", "urgent-door-lock"]
LANGUAGES = ["sv", "en", "zh"]


def load(name):
    return json.loads((CASES / f"{name}.json").read_text())


def squeeze(text):
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFC", text))


def make(folder, case, kind, language, *options):
    source, out = Path(folder) / "case.json", Path(folder) / "sheet.pdf"
    source.write_text(json.dumps(case, ensure_ascii=False))
    subprocess.run([CLI, "record", str(source), "-o", str(out), "--page", kind, "--language", language, *options],
                   check=True, capture_output=True, text=True)
    assert not (Path(folder) / "sheet.json").exists()
    return out


def read(path):
    return squeeze(subprocess.run([CLI, "text", str(path)], check=True, capture_output=True, text=True).stdout)


def pages(path):
    out = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages: +(\d+)", out).group(1))


def characters(path):
    """Each character with its size and place, as MuPDF draws it."""
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", str(path)], check=True, capture_output=True, text=True).stdout
    for size, body in re.findall(r'<font name="[^"]*" size="([0-9.]+)"[^>]*>(.*?)</font>', out, re.S):
        for drawn in re.findall(r'<char ([^>]*\bc="[^ ][^>]*)/>', body):  # the attributes stand in any order
            quad = re.search(r'\bquad="([^"]+)"', drawn).group(1)
            yield float(size), [float(number) for number in quad.split()]


def check_file(path):
    found = faults(Document(path))
    assert not found, found[:10]


def check_plain(path, most):
    check_file(path)
    assert pages(path) <= most, f"{pages(path)} pages"
    drawn = list(characters(path))
    assert len(drawn) > 150, len(drawn)
    least = min(size for size, _ in drawn)
    lowest, right = max(quad[5] for _, quad in drawn), max(quad[2] for _, quad in drawn)
    assert least >= 16, f"letters of {least} points"
    assert lowest < 830 and right < 545, (lowest, right)


def the_checks_can_fail(folder):
    """The record itself has small letters and many pages."""
    source = CASES / "gps-alarm.json"
    subprocess.run([CLI, "record", str(source), "-o", f"{folder}/record.pdf"], check=True, capture_output=True)
    for most in (2, 99):
        try:
            check_plain(Path(folder) / "record.pdf", most)
        except AssertionError as error:
            assert ("pages" if most == 2 else "letters of 8") in str(error), error
        else:
            raise AssertionError("small letters were not noticed")


def the_own_page_is_one_sheet_in_large_letters(folder):
    for name in NAMES:
        for language in LANGUAGES:
            path = make(folder, load(name), "resident", language, "--draft")
            check_plain(path, 2)
            text = read(path)
            for key in ("own-page-outcome", "own-page-seen", "own-page-no", "own-page-again"):
                assert squeeze(WORDS[key][language]) in text, (name, language, key)


def the_second_language_stands_on_the_back(folder):
    case = load("gps-alarm")
    case["card"]["secondLanguage"] = "zh"
    path = make(folder, case, "resident", "sv")
    assert pages(path) == 2
    check_plain(path, 2)
    text = read(path)
    assert text.index("Anna,såhärblevdet") < text.index("结果是这样的")
    assert '"/Lang": "u:zh-CN"' in subprocess.run(["qpdf", "--json", str(path)], capture_output=True, text=True).stdout
    del case["card"]["secondLanguage"]
    assert pages(make(folder, case, "resident", "sv")) == 1


def the_own_page_says_what_goes_against_the_person(folder):
    text = read(make(folder, load("gps-alarm"), "resident", "sv"))
    for words in ("ProvmedGPS-larmtillden7januari2027.", "PerB.tyckteannorlunda.", "Någrakanse"):
        assert words in text, words
    case = load("gps-alarm")
    case["decision"].update(outcome="refrain")
    case["decision"].pop("until")
    text = read(make(folder, case, "resident", "sv"))
    assert squeeze(WORDS["own-page-level-none"]["sv"]) in text and "Någrakanse" not in text


def much_to_say_makes_no_second_sheet(folder):
    case = load("gps-alarm")
    case["conditions"] = [{"id": f"c-{i}", "text": f"Villkor {i}: " + "långa ord om hur det ska gå till varje dag " * 8,
                           "owner": "Maria Ek"} for i in range(1, 10)]
    case["decision"].update(decider="Karin Lund " * 40, followUpOwner="Maria Ek " * 50)
    case["card"]["alias"] = "Anna-Margareta Bergman i Granliden på avdelning två"
    for language in LANGUAGES:
        path = make(folder, case, "resident", language, "--draft")
        check_plain(path, 2)
        assert squeeze(WORDS["own-page-elsewhere"][language]) in read(path) or \
            squeeze(WORDS["own-page-more"][language]) in read(path)


def the_questions_go_out_without_a_word_of_the_answers(folder):
    for language in LANGUAGES:
        case = load("night-camera")
        path = make(folder, case, "send-out", language)
        check_file(path)
        text = read(path)
        asked = {s["question"] for s in case["statements"]}
        wanted = [q for q in QUESTIONS if "relatives" in q["voices"] and q["id"] in asked]
        assert len(wanted) > 10
        for question in wanted:
            words = question.get("relatives", question["question"])[language]
            for piece in re.split(r"\{\w+\}", words):
                assert squeeze(piece) in text, (language, question["id"])
        for statement in case["statements"]:
            if len(statement.get("words", "")) > 20:
                assert squeeze(statement["words"]) not in text
        for answer in METHOD["nonAnswers"][:2]:
            assert text.count("☐" + squeeze(answer["label"][language])) >= len(wanted)


def the_same_case_gives_the_same_bytes(folder):
    for kind in ("resident", "send-out"):
        first = make(folder, load("urgent-door-lock"), kind, "zh", "--draft").read_bytes()
        assert first == make(folder, load("urgent-door-lock"), kind, "zh", "--draft").read_bytes()


def a_draft_says_so(folder):
    case = load("gps-alarm")
    draft, sealed = (make(folder, case, "resident", "sv", *options) for options in (["--draft"], []))
    raw = subprocess.run(["pdftotext", str(sealed), "-"], capture_output=True, text=True).stdout
    assert squeeze(WORDS["draft"]["sv"]) not in squeeze(raw)
    make(folder, case, "resident", "sv", "--draft")
    raw = subprocess.run(["pdftotext", str(draft), "-"], capture_output=True, text=True).stdout
    assert squeeze(WORDS["draft"]["sv"]) in squeeze(raw)


TESTS = [
    the_own_page_is_one_sheet_in_large_letters,
    the_second_language_stands_on_the_back,
    the_own_page_says_what_goes_against_the_person,
    much_to_say_makes_no_second_sheet,
    the_questions_go_out_without_a_word_of_the_answers,
    the_same_case_gives_the_same_bytes,
    a_draft_says_so,
    the_checks_can_fail,
]

sys.exit(tap.run(TESTS))
