"""Cases laid out, and their pages read with poppler's and qpdf's tools; what holds for every page."""

import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import archival

LAY_OUT = sys.argv[1]
SOURCE = Path(os.environ["EUP_SOURCE"])
CASES = SOURCE / "tests" / "data" / "cases"
WORDS = json.loads((SOURCE / "data" / "words" / "record.json").read_text())
METHOD = json.loads((SOURCE / "data" / "methods" / "tre-roster.json").read_text())
NAMES = sorted(path.stem for path in CASES.glob("*.json"))
LANGUAGES = ["sv", "en", "zh"]
PAIRS = ["sv,zh", "zh,sv", "en,zh", "zh,en", "sv,en", "en,sv"]
MM = 72 / 25.4

TYPED = {
    "card": ["number", "alias", "name", "personalNumber", "product", "purpose", "authority", "unit", "place", "facilitator",
             "urgentReason", "earlier", "impactAssessment", "secondReader", "secondReaderRole", "secondReaderView"],
    "people": ["name", "role", "reason", "interestWords"],
    "statements": ["words", "reason", "source", "translation", "translator", "enteredBy"],
    "confirmations": ["before", "words"],
    "attempts": ["occasion", "method", "by", "note"],
    "sittings": ["place", "by", "note"],
    "sittingAnswers": ["words"],
    "alternatives": ["title", "meetsNeed", "intrusion", "humanTime", "cost", "reason"],
    "conditions": ["text", "owner"],
    "dissents": ["words"],
    "consents": ["explained", "askedBy", "words", "withdrawnTo", "withdrawnWords"],
    "weights": ["reason", "safeguard"],
    "acknowledgements": ["words", "witness"],
    "overrides": ["name", "role", "reason"],
    "decision": ["because", "although", "therefore", "followUpOwner", "decider", "deciderRole", "delegation",
                 "content", "presenter", "others", "removalConfirmedBy"],
}
FACES = r"SourceSans3-(Regular|Semibold|It)|GentiumBookPlus|Noto(Sans|Serif|Naskh)[A-Z]\w+-(Regular|Bold)|Symbola|Unifont"
METHOD_GATES = {gate["id"]: gate for gate in METHOD["gates"]}
QUESTIONS = {question["id"]: question for stage in METHOD["stages"] for question in stage.get("questions", [])}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeeze(text):
    """The letters alone: lines, spaces and soft hyphens are the page's, not the person's."""
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFC", text))


class Record:
    """A laid out record and what the tools say about it."""

    def __init__(self, folder, case, language, *options):
        self.case = case
        source = Path(folder) / "case.json"
        self.path = Path(folder) / "record.pdf"
        source.write_text(json.dumps(case, ensure_ascii=False))
        run(LAY_OUT, str(source), language, str(self.path), *options)
        self.twin = json.loads(Path(str(self.path) + ".json").read_text())
        self.id, self.language = self.twin["record"]["documentId"], self.twin["record"]["language"]
        self.pages = run("pdftotext", "-raw", str(self.path), "-").split("\f")[:-1]

    def word(self, key):
        return WORDS[key][self.language]

    def content(self):
        """The text without heads and feet: these come last in each page's stream, the foot first."""
        foot = self.word("document").split("{")[0] + self.id
        return squeeze("".join(page[: page.rindex(foot)] for page in self.pages))

    def boxes(self):
        """For each page its words with their places in points."""
        tree = ET.fromstring(run("pdftotext", "-bbox", str(self.path), "-"))
        space = "{http://www.w3.org/1999/xhtml}"
        for page in tree.iter(space + "page"):
            yield [(word.text, *(float(word.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")))
                   for word in page.iter(space + "word")]


def typed(case):
    for kind, names in TYPED.items():
        parts = case.get(kind, [])
        for part in parts if isinstance(parts, list) else [parts]:
            for name in names:
                for paragraph in part.get(name, "").split("\n"):
                    if paragraph.strip():
                        yield f"{kind}.{name}", paragraph


def filled_in(case, language):
    """What was filled in beside the words: as it was typed, or the chosen options in words."""
    for statement in case["statements"]:
        question = QUESTIONS.get(statement["question"], {"fields": []})
        for field in question.get("fields", []):
            value = statement.get("fields", {}).get(field["id"], "")
            if field["kind"] in ("choice", "choices"):
                labels = {option["id"]: option["label"][language] for option in field["options"]}
                yield from ((f"{question['id']}.{field['id']}", labels[chosen]) for chosen in value.split())
            elif field["kind"] != "date":
                yield from ((f"{question['id']}.{field['id']}", part) for part in value.split("\n") if part.strip())


def check_strings(record):
    text = record.content()
    for place, words in [*typed(record.case), *filled_in(record.case, record.language)]:
        assert squeeze(words) in text, f"{place} is not on the pages: {words[:60]}"


def check_file(record):
    out = subprocess.run(["qpdf", "--check", str(record.path)], capture_output=True, text=True)
    assert out.returncode == 0 and "WARNING" not in out.stdout + out.stderr, out.stdout + out.stderr
    rows = run("pdffonts", str(record.path)).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r" yes yes yes +\d+ +\d+$", row), f"not embedded, no subset or no ToUnicode: {row}"
        assert re.search(FACES, row), row


def check_glyphs(record):
    """Every glyph can be drawn: text that is there for search alone is not on the page."""
    out = subprocess.run(["mutool", "draw", "-r", "20", "-F", "pgm", "-o", "/dev/null", str(record.path)],
                         capture_output=True, text=True)
    assert out.returncode == 0 and "glyph" not in out.stderr.lower(), out.stderr


def check_numbers(record):
    total = len(record.pages)
    for i, page in enumerate(record.pages, 1):
        assert f"{i} ({total})" in page.replace("\u00a0", " "), f"page {i} does not say {i} ({total})"
        assert record.id in page


def overlap(a, b):
    return min(a[3], b[3]) - max(a[1], b[1]), min(a[4], b[4]) - max(a[2], b[2])


def check_places(record):
    """Every word inside the margins, and no word on another."""
    for number, words in enumerate(record.boxes(), 1):
        words.sort(key=lambda word: word[2])
        for i, word in enumerate(words):
            assert 22 * MM - 0.6 <= word[1] and word[3] <= 190 * MM + 0.8, f"page {number}: {word} is in the margin"
            assert word[4] < 292 * MM, f"page {number}: {word} is below the footer"
            for other in words[i + 1:]:
                if other[2] > word[4]:
                    break
                across, down = overlap(word, other)
                # boxes are as high as the font's line: lines may touch, letters may not
                height = min(word[4] - word[2], other[4] - other[2])
                assert across < 0.5 or down < 0.5 * height, f"page {number}: {word} stands on {other}"


PAINTS = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}


def check_marks(record):
    """Everything painted belongs to exactly one piece of content or to an artifact."""
    plain = Path(str(record.path) + ".qdf")
    run("qpdf", "--qdf", "--object-streams=disable", str(record.path), str(plain))
    streams = 0
    for stream in re.findall(rb"stream\n(.*?)\nendstream", plain.read_bytes(), re.S):
        if b" BDC" not in stream:
            continue
        streams += 1
        depth = artifacts = 0
        text = re.sub(rb"\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>", b"", stream).decode("latin-1")
        # a space at the end of a line is written as a Span with ActualText inside its paragraph
        text = re.sub(r"/Span\s*<<\s*/ActualText\s*>>\s*BDC(.*?)EMC", r" \1 ", text, flags=re.S)
        for token in text.split():
            if token in ("BDC", "BMC"):
                depth += 1
                assert depth == 1, "marked content inside marked content"
            elif token == "EMC":
                depth -= 1
            elif token == "/Artifact":
                artifacts += 1
            elif token in PAINTS:
                assert depth == 1, f"{token} paints outside of content and artifacts"
        assert depth == 0 and artifacts == 1, f"{artifacts} artifacts on a page"
    assert streams == len(record.pages)


def check_first_page(record):
    """The summary ends above the footer, and page 2 begins with another part."""
    words = next(record.boxes())
    foot = [w for w in words if w[4] > 277 * MM]
    assert max(w[4] for w in words if w not in foot) < 277 * MM
    assert min(w[2] for w in foot) > 279 * MM, "the summary runs into the footer"
    assert squeeze(record.word("meeting")) in squeeze(record.pages[1])


def check_all(record):
    check_file(record)
    check_strings(record)
    check_numbers(record)
    check_places(record)
    check_marks(record)
    check_glyphs(record)
    check_first_page(record)


def load(name):
    return json.loads((CASES / f"{name}.json").read_text())


def seal(case):
    case["decision"]["sealed"] = case["card"]["meeting"][:11] + "15:31:00+01:00"
    return case


LONG_SWEDISH = ("Jag har bott vid sjön i hela mitt liv och känner varje sten på stigen, också i mörker. "
                "Min mor gick där före mig, och hon frågade aldrig någon om lov. ")
LONG_CHINESE = "我在湖边住了一辈子，路上的每一块石头都认得，天黑了也一样。我妈妈以前也走这条路，从来不用问谁。"


def long_words(sentence, length):
    """Paragraphs of different lengths, numbered so that no two are the same."""
    paragraphs, n = [], 0
    while sum(map(len, paragraphs)) < length:
        n += 1
        paragraphs.append(f"({n}) " + sentence * (1 + n % 4))
    return "\n\n".join(paragraphs)[:length]


def long_case(sentence, language):
    case = seal(load("gps-alarm"))
    statement = next(s for s in case["statements"] if s.get("words") and s["person"] == case["people"][0]["id"])
    statement["words"] = long_words(sentence, 10000)
    statement["language"] = language
    return case, statement


def full_case():
    """Everything that could make page 1 overflow."""
    case = seal(load("gps-alarm"))
    for name in ("because", "although", "therefore"):
        case["decision"][name] = long_words(LONG_SWEDISH, 4000)
    case["conditions"] = [{"id": f"c-{i}", "text": f"Villkor nummer {i}: " + LONG_SWEDISH * 2, "owner": "Maria Ek " * 5}
                          for i in range(1, 13)]
    case["people"] += [{"id": f"p-{i}", "name": f"Barnbarn nummer {i} med ett långt namn", "voice": "relatives",
                        "presence": "absent", "reason": "Bor i Göteborg"} for i in range(9)]
    case["card"]["purpose"] = (LONG_SWEDISH * 8)[:1000]
    case["card"]["product"] = "Larm " * 60
    case["card"]["authority"] = "Sjöviks kommuns vård- och omsorgsförvaltning " * 4
    case["card"]["alias"] = "Anna-Margareta Bergman i Granliden"
    case["alternatives"][0]["reason"] = long_words(LONG_SWEDISH, 3000)
    case["decision"]["delegation"] = "Delegation " * 40
    return urgent(past_gates(case, ["g9", "g13", "g18"]))


def past_gates(case, gates):
    """Nothing is known of what these gates wait for, and somebody goes ahead all the same."""
    case["card"].pop("impactAssessment", None)
    case["statements"] = [s for s in case["statements"] if s["question"] != "q23"]
    case["overrides"] = [{"id": gate, "name": "Karin Lund", "role": "enhetschef", "at": "2026-11-26T15:02:00+01:00",
                          "reason": f"Provet kan inte vänta, sagt om {gate}."} for gate in gates]
    return case


def urgent(case):
    case["card"].update(urgent=True, urgentReason="Anna gick vilse i natt, och det är sju grader kallt.")
    case["decision"].update(outcome="trial", until="2026-12-09")
    return case


def date(iso, language):
    """As the record writes it, without spaces."""
    months = {"sv": "januari februari mars april maj juni juli augusti september oktober november december",
              "en": "January February March April May June July August September October November December"}
    year, month, day = (int(part) for part in iso[:10].split("-"))
    if language == "zh":
        return f"{year}年{month}月{day}日"
    return f"{day}{months[language].split()[month - 1]}{year}"


def said(record, key, **names):
    """The record's own words as they stand on the pages, without spaces."""
    text = record.word(key)
    for name, value in names.items():
        text = text.replace("{%s}" % name, value)
    return squeeze(text)


def elements(doc, value):
    """All structure elements below one, depth first."""
    value = doc.resolve(value)
    for kid in value if isinstance(value, list) else [value]:
        kid = doc.resolve(kid)
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements(doc, kid.get("/K", []))


def languages_of(record):
    doc = archival.Document(record.path)
    return [(e["/S"], e["/Lang"]) for e in elements(doc, doc.resolve(doc.root["/StructTreeRoot"])["/K"]) if "/Lang" in e]
