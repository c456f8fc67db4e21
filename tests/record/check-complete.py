#!/usr/bin/env python3
"""Whatever is typed stands in the record: random cases, each string looked for by three readers.

check-complete.py LAY-OUT EUPHORIA-CLI: few cases, and many with EUP_LONG=1. The cases are the same
each time; EUP_SEED makes one alone, by the number that a failure names.
"""

import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import archival
import random_case
import tap

LAY_OUT, CLI = sys.argv[1:3]
SOURCE = Path(os.environ["EUP_SOURCE"])
SCHEMA = json.loads((SOURCE / "data" / "schemas" / "case.schema.json").read_text())
METHOD = json.loads((SOURCE / "data" / "methods" / "tre-roster.json").read_text())
CATALOGUE = json.loads((SOURCE / "data" / "catalogue" / "technologies.json").read_text())
WORDS = json.loads((SOURCE / "data" / "words" / "record.json").read_text())
CASES, CASES_LONG = 3, 100
LANGUAGES = ["sv", "en", "zh"]
PAIRS = ["sv,zh", "zh,sv", "en,zh", "zh,en", "sv,en", "en,sv"]
FROM_THE_RIGHT = re.compile("[\u0590-\u05ff\u0620-\u065f\u0671-\u06d3]+")
# Zero width: poppler, and MuPDF since 1.28, leave out what nothing is drawn for.
UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeeze(text):
    """The letters alone: lines, spaces, soft hyphens and marks of direction are the page's."""
    return re.sub(r"[\s\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", unicodedata.normalize("NFC", text))


def is_from_the_right(text):
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def without_feet(text, foot):
    """Head and foot come last in each page's stream, the foot first."""
    return squeeze("".join(page[: page.rindex(foot)] for page in text.split("\f")[:-1]))


def read(path, case_id, language):
    """What our own reader, MuPDF and poppler find."""
    foot = WORDS["document"][language].split("{")[0] + case_id
    return {"euphoria-cli": squeeze(run(CLI, "text", str(path))),
            "mutool": UNSEEN.sub("", without_feet(run("mutool", "draw", "-q", "-F", "txt", str(path)), foot)),
            "pdftotext": UNSEEN.sub("", without_feet(run("pdftotext", "-raw", str(path), "-"), foot))}


def is_found(text, words, in_table):
    """In a table that goes on over the page another column may stand between the two halves."""
    if words in text:
        return True
    if not in_table:
        return False
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if words[:middle] in text else (low, middle)
    return low > 0 and words[low:] in text[text.index(words[:low]):]


def missing(typed, found):
    """Names each string that a reader does not find. Two of the three have their own ideas about words
    that are read from the right, mixed with others: of these they are asked word by word, or not."""
    for place, words in typed:
        in_table = not place.startswith("statement.")
        for paragraph in filter(None, map(squeeze, words.split("\n"))):
            for reader, text in found.items():
                wanted = paragraph if reader == "euphoria-cli" else UNSEEN.sub("", paragraph)
                if not is_from_the_right(words) or reader == "euphoria-cli":
                    if not is_found(text, wanted, in_table):
                        yield f"{place}, by {reader}: {paragraph[:80]}"
                elif reader == "mutool":
                    for word in FROM_THE_RIGHT.findall(words):
                        if UNSEEN.sub("", squeeze(word)) not in text:
                            yield f"{place}, by {reader}: {word}"


def make(seed):
    language = LANGUAGES[seed % 3]
    generator = random_case.Generator(random.Random(seed), SCHEMA, METHOD, CATALOGUE, language)
    return generator.make(), generator.typed, language


def lay_out(folder, case, language):
    source, path = Path(folder) / "case.json", Path(folder) / "record.pdf"
    source.write_text(json.dumps(case, ensure_ascii=False))
    run(LAY_OUT, str(source), language, str(path))
    twin = json.loads(Path(str(path) + ".json").read_text())
    return path, twin


def seeds():
    return [int(os.environ["EUP_SEED"])] if "EUP_SEED" in os.environ else \
        range(CASES_LONG if os.environ.get("EUP_LONG") == "1" else CASES)


def is_complete(folder, seed, case, typed, languages):
    path, twin = lay_out(folder, case, languages)
    language = languages.split(",")[0]
    faults = list(missing(typed, read(path, twin["record"]["documentId"], language)))
    assert not faults, "\n".join([f"case {seed}, {len(faults)} of {len(typed)}:", *faults[:40]])
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert check.returncode == 0 and "WARNING" not in check.stdout + check.stderr, f"case {seed}: {check.stdout}"
    drawn = subprocess.run(["mutool", "draw", "-q", "-r", "10", "-F", "pgm", "-o", "/dev/null", str(path)],
                           capture_output=True, text=True)
    assert drawn.returncode == 0 and not re.search("glyph|error", drawn.stderr), f"case {seed}: {drawn.stderr}"
    return path


def every_string_is_found(folder):
    for seed in seeds():
        case, typed, language = make(seed)
        is_complete(folder, seed, case, typed, language)


def every_string_is_found_in_two_languages(folder):
    """Typed words stand as they are, and all of the form's words say the same twice."""
    for seed in seeds():
        case, typed, language = make(seed)
        pair = [pair for pair in PAIRS if pair.startswith(language)][seed // 3 % 2]
        path = is_complete(folder, seed, case, typed, pair)
        doc = archival.Document(path)
        faults = list(archival.faults(doc))
        assert not faults, f"case {seed}, {pair}: {faults[:10]}"


def every_part_and_every_kind_of_answer_is_tried(folder):
    """The cases hold what they promise: else nothing would be proved."""
    places, non_answers, scripts, asked, longest = set(), set(), set(), set(), 0
    for seed in range(CASES):
        case, typed, _ = make(seed)
        places |= {place for place, _ in typed}
        non_answers |= {s.get("nonAnswer") for s in case["statements"]}
        longest = max(longest, *(len(words) for _, words in typed))
        scripts |= {unicodedata.name(c, "").split(" ")[0] for _, words in typed for c in words}
        asked |= {s["question"] for s in case["statements"]}
    assert len(asked) == sum(len(stage.get("questions", [])) for stage in METHOD["stages"]), asked
    assert {answer["id"] for answer in METHOD["nonAnswers"]} <= non_answers
    assert {"CJK", "ARABIC", "HEBREW", "COMBINING", "GRINNING", "ETHIOPIC", "CYRILLIC", "ZERO"} <= scripts
    assert longest > 9900, longest
    expected = {f"{name}.{field}" for name in SCHEMA["$defs"] if name not in ("record", "pin", "sign", "card", "decision")
                and SCHEMA["$defs"][name].get("type") == "object" for field, _ in random_case.free_fields(SCHEMA, name)}
    assert expected <= places, expected - places


def a_string_that_nobody_typed_is_not_found(folder):
    case, typed, language = make(0)
    path, twin = lay_out(folder, case, language)
    found = read(path, twin["record"]["documentId"], language)
    assert len(list(missing([("nobody", "Det har ingen sagt")], found))) == 3
    readers = {fault.split(",")[1] for fault in missing([("nobody", "لميقل أحدهذا")], found)}
    assert readers == {" by euphoria-cli: لميقلأحدهذا", " by mutool: لميقل", " by mutool: أحدهذا"}, readers


TESTS = [every_part_and_every_kind_of_answer_is_tried, every_string_is_found, every_string_is_found_in_two_languages,
         a_string_that_nobody_typed_is_not_found]

sys.exit(tap.run(TESTS))
