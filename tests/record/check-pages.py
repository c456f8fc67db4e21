#!/usr/bin/env python3
"""What stands on the pages: every typed string, whole words in their places, embedded fonts, in one language or two.

check-pages.py LAY-OUT: lays out the fictional cases and some hard ones, and reads the pages.
"""

import copy
import json
import re
import subprocess
import sys
from pathlib import Path

import archival
import tap
from pages import (LANGUAGES, LAY_OUT, LONG_CHINESE, LONG_SWEDISH, NAMES, PAIRS, QUESTIONS, WORDS, check_all,
    check_file, check_glyphs, check_numbers, check_places, check_strings, full_case, languages_of, load,
    long_case, overlap, Record, run, said, seal, squeeze, typed, urgent)


def cases_are_laid_out_in_their_own_language(folder):
    for name in NAMES:
        case = seal(load(name))
        check_all(Record(folder, case, case["card"]["language"]))


def a_case_is_laid_out_in_three_languages(folder):
    for language in LANGUAGES:
        check_all(Record(folder, seal(load("gps-alarm")), language))


def a_draft_says_so_on_each_page(folder):
    for language in LANGUAGES:
        record = Record(folder, load("gps-alarm"), language, "--draft")
        check_all(record)
        for page in record.pages:
            assert squeeze(record.word("draft")) in squeeze(page)


def a_sealed_record_is_no_draft(folder):
    record = Record(folder, seal(load("gps-alarm")), "sv")
    assert squeeze(record.word("draft")) not in squeeze("".join(record.pages))


def long_statement_stands_whole_on_the_page_that_is_named(folder):
    for sentence, language, shown in ((LONG_SWEDISH, "sv", "sv"), (LONG_CHINESE, "zh", "sv"), (LONG_CHINESE, "zh", "zh")):
        case, statement = long_case(sentence, language)
        record = Record(folder, case, shown)
        check_all(record)
        pattern = record.word("whole-statement").replace("{page}", record.word("page")).replace("{page}", r"(\d+)")
        pattern = re.escape(squeeze(pattern.replace("{paragraphs}", "@").replace(r"(\d+)", "#"))).replace("\\#", r"(\d+)").replace("@", r"([\d–]+)")
        match = re.search(pattern, record.content())
        assert match, "nothing says where the whole statement is"
        page = squeeze(record.pages[int(match.group(1)) - 1])
        assert squeeze(record.word("in-full")) in page
        assert squeeze(statement["words"].split("\n")[0]) in page
        paragraphs = [p for p in statement["words"].split("\n") if p.strip()]
        assert match.group(2) == f"1–{len(paragraphs)}"


def page_one_never_overflows(folder):
    for language in LANGUAGES:
        check_all(Record(folder, full_case(), language))


def page_one_never_overflows_in_two_languages(folder):
    for pair in PAIRS:
        record = Record(folder, full_case(), pair)
        check_all(record)
        for language in pair.split(","):
            for key in ("title", "summary", "for-whom", "reasons", "signatures"):
                assert squeeze(WORDS[key][language]) in squeeze(record.pages[0]), (pair, key)


def two_languages_stand_one_below_the_other(folder):
    """In each is told what the form says; what somebody typed stands once; the tags say which it is."""
    case = seal(load("gps-alarm"))
    case["card"]["recordSecondLanguage"] = "zh"
    record = Record(folder, case, "card")
    check_all(record)
    assert (record.twin["record"]["language"], record.twin["record"]["secondLanguage"]) == ("sv", "zh")
    content = record.content()
    for question in QUESTIONS.values():
        if squeeze(question["title"]["sv"]) in content:
            assert squeeze(question["title"]["sv"] + question["title"]["zh"]) in content, question["id"]
    for key in ("meeting", "consents", "gates", "conditions", "provenance", "certificates", "label-kept", "head-owner"):
        assert squeeze(WORDS[key]["sv"]) in content and squeeze(WORDS[key]["zh"]) in content, key
    once = squeeze("Anna ska kunna gå till sjön själv")
    alone = Record(folder, seal(load("gps-alarm")), "sv").content()
    assert content.count(once) == alone.count(once) > 0
    doc = archival.Document(Record(folder, case, "sv,zh").path)
    assert not archival.faults(doc), archival.faults(doc)
    spans = [lang for name, lang in languages_of(record) if name == "/Span"]
    assert len(spans) > 300 and set(spans) == {"u:zh-CN"}, (len(spans), set(spans))


def one_language_asked_for_is_one(folder):
    case = seal(load("gps-alarm"))
    case["card"]["recordSecondLanguage"] = "zh"
    record = Record(folder, case, "sv")
    assert "secondLanguage" not in record.twin["record"]
    assert not [name for name, _ in languages_of(record) if name == "/Span"]
    case["card"]["recordSecondLanguage"] = "sv"
    assert "secondLanguage" not in Record(folder, case, "card").twin["record"]


def a_short_case_has_no_empty_parts(folder):
    case = seal(load("medicine-dispenser"))
    for name in ("weights", "overrides", "conditions", "attempts"):
        case.pop(name, None)
    for name in ("impactAssessment", "secondReader"):
        case["card"].pop(name, None)
    record = Record(folder, case, "sv")
    check_all(record)
    text = record.content()
    for key in ("weights-note", "label-urgent", "label-occasion", "label-second-reader", "label-removal", "attempts"):
        assert said(record, key) not in text, key


def an_empty_case_has_pages_too(folder):
    case = load("gps-alarm")
    empty = {key: case[key] for key in ("format", "kind", "method")}
    empty["card"] = {key: case["card"][key] for key in ("id", "number", "alias", "technology", "language")}
    empty["people"], empty["statements"] = [], []
    record = Record(folder, empty, "sv", "--draft")
    check_file(record)
    check_numbers(record)
    check_places(record)


def same_case_gives_the_same_bytes(folder):
    first = Record(folder, seal(load("medicine-dispenser")), "zh").path.read_bytes()
    second = Record(folder, seal(load("medicine-dispenser")), "zh").path.read_bytes()
    assert first == second


def letters_in_chinese_text_cost_no_second_font(folder):
    """A Chinese face that draws Latin letters embeds most of itself."""
    record = Record(folder, seal(load("medicine-dispenser")), "zh")
    assert record.path.stat().st_size < 1_000_000
    faces = {name for name in re.findall(r"\+(NotoS\w+CJKsc-\w+)", run("pdffonts", str(record.path)))}
    assert len(faces) <= 3, faces


def glyphs_that_cairo_would_lose_are_drawn(folder):
    """cairo's own subset of Noto Sans CJK prints nothing for this one: a call hides behind a hint mask."""
    case = seal(load("gps-alarm"))
    case["card"]["purpose"] = "\u5982"
    record = Record(folder, case, "zh")
    check_strings(record)
    check_glyphs(record)


def a_character_without_a_font_is_named(folder):
    case = load("gps-alarm")
    case["statements"][0]["words"] = "Jag såg en \ue000 vid sjön."
    source = Path(folder) / "case.json"
    source.write_text(json.dumps(case))
    out = subprocess.run([LAY_OUT, str(source), "sv", str(Path(folder) / "x.pdf")], capture_output=True, text=True)
    assert out.returncode == 1
    assert "U+E000" in out.stderr, out.stderr
    assert not (Path(folder) / "x.pdf").exists()


def the_checks_can_fail(folder):
    """A string that nobody typed is not found, words on each other are."""
    case = seal(load("night-camera"))
    record = Record(folder, case, "sv")
    record.case = copy.deepcopy(case)
    record.case["statements"][0]["words"] = "Det här har ingen sagt."
    try:
        check_strings(record)
    except AssertionError:
        pass
    else:
        raise AssertionError("a missing string was not noticed")
    across, down = overlap(("a", 0, 0, 10, 10), ("b", 5, 1, 15, 11))
    assert across == 5 and down == 9


TESTS = [
    cases_are_laid_out_in_their_own_language,
    a_case_is_laid_out_in_three_languages,
    a_draft_says_so_on_each_page,
    a_sealed_record_is_no_draft,
    long_statement_stands_whole_on_the_page_that_is_named,
    page_one_never_overflows,
    page_one_never_overflows_in_two_languages,
    two_languages_stand_one_below_the_other,
    one_language_asked_for_is_one,
    a_short_case_has_no_empty_parts,
    an_empty_case_has_pages_too,
    same_case_gives_the_same_bytes,
    letters_in_chinese_text_cost_no_second_font,
    glyphs_that_cairo_would_lose_are_drawn,
    a_character_without_a_font_is_named,
    the_checks_can_fail,
]

sys.exit(tap.run(TESTS))
