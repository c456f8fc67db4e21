#!/usr/bin/env python3
"""The glossary checker can fail: invented texts with one wrong word each, held against the real locked
words, and texts that are right although they look wrong."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

GLOSSARY = json.loads((SOURCE / "data/glossary/glossary.json").read_text(encoding="utf-8"))
GOOD = {"sv": "Mötet", "en": "The meeting", "zh": "会议"}
WRONG = [
    ("safety stands for feeling secure", "Elsa är trygg.", "Elsa feels secure.", "艾尔莎很安全。",
     ["feeling-secure: sv has “trygg”, but zh has not “安心感”", "safety: zh has “安全”, but sv has not “säkerhet”"]),
    ("a term is left out of the English", "Uppföljning i maj", "Again in May", "五月跟进评估",
     ["follow-up: sv has “uppföljning”, but en has not “follow-up”"]),
    ("a term is only in the English", "Hon är med", "Participation", "她在场", ["sv has not “delaktighet”"]),
    ("self-care alone stands for independence", "Självständighet", "Independence", "自理",
     ["independence: zh has “自理”; the word is “独立自理”"]),
    ("the resident is called a user", "Brukaren", "The person", "本人", ["sv has “brukaren”; the word is “den enskilde”"]),
    ("the resident is called a patient", "Den enskilde", "The resident", "患者", ["zh has “患者”", "zh has not “本人”"]),
    ("bare integrity stands for privacy", "Integritet", "Integrity", "隐私与人格尊严", ["en has “integrity”"]),
    ("a court-appointed helper becomes a guardian", "God man", "Court-appointed helper", "监护人", ["zh has “监护人”"]),
    ("position and decision are mixed up", "Mötets beslut", "The meeting’s position", "会议评估意见",
     ["decision: sv has “beslut”, but en has not “decision”", "sv has not “ställningstagande”"]),
    ("staff are employees", "Personalen frågas", "Staff are asked", "询问员工", ["zh has “员工”", "zh has not “护理人员”"]),
]
RIGHT = [
    ("inflected words", "Hon blir tryggare.", "She will feel secure.", "她会更安心。"),
    ("feeling secure has safety’s two signs inside", "Trygghet", "Feeling secure", "安全感"),
    ("a compound is another word", "Trygghetslarm", "Alarm button", "一键呼叫器"),
    ("a soft hyphen inside", "Mötets ställnings\u00adtagande", "The meeting’s position", "会议评估意见"),
    ("a place on a map is no position", "En knapp utan position", "A button without position", "不带定位的按钮"),
    ("settings are no stance", "Inställningar", "Preferences", "首选项"),
    ("personal integrity is not bare integrity", "Integritet", "Personal integrity", "隐私与人格尊严"),
    ("differing views hold no consent", "Annan mening", "Differing views", "不同意见"),
    ("a language that is not there yet", "Uppföljning", "Follow-up", ""),
]


def po(english, translated):
    quoted = [json.dumps(text, ensure_ascii=False) for text in (english, translated)]
    return f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid {quoted[0]}\nmsgstr {quoted[1]}\n'


def run(words=GOOD, interface=GOOD, exceptions=(), file="data/words/record.json", more=None):
    """Exit code and words of the checker in a tree with one text in a file and one in the interface."""
    with tempfile.TemporaryDirectory(prefix="euphoria glossary.") as name:
        for path, text in ((file, json.dumps({"one": [{"id": "two", "label": words}]})),
                           ("data/glossary/glossary.json", json.dumps({**GLOSSARY, "exceptions": list(exceptions)})),
                           ("po/sv.po", po(interface["en"], interface["sv"])),
                           ("po/zh_CN.po", po(interface["en"], interface["zh"])), *(more or {}).items()):
            (Path(name) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(name) / path).write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SOURCE / "build-aux/dev/glossary.py", name],
                              capture_output=True, text=True, timeout=30)
        return done.returncode, done.stdout + done.stderr


def a_wrong_word_is_named_with_its_place(step):
    for name, sv, en, zh, said in WRONG:
        texts = {"sv": sv, "en": en, "zh": zh}
        with step(name):
            for place, (code, words) in (("data/words/record.json: /one/two/label: ", run(words=texts)),
                                         (f"po: {en}: ", run(interface=texts))):
                assert code == 1 and "Traceback" not in words, words
                for part in said:
                    assert part in words, f"“{part}” is not in: {words}"
                assert all(line.startswith(place) for line in words.splitlines()), words


def every_folder_is_read(step):
    _, sv, en, zh, said = WRONG[0]
    for file in ("data/methods/one.json", "data/catalogue/all.json", "data/words/record.json"):
        with step(file):
            code, words = run(words={"sv": sv, "en": en, "zh": zh}, file=file)
            assert code == 1 and words.startswith(f"{file}: ") and said[0] in words, words


def what_the_wall_says_is_read(step):
    wall = 'static const Wall words[] = {\n  [A_WORD] = { "Den enskilde", "The " "resident",\n               "%s" },\n};\n'
    with step("the right word"):
        assert run(more={"src/ui/eup-wall.c": wall % "本人"}) == (0, "")
    with step("a wrong word"):
        code, words = run(more={"src/ui/eup-wall.c": wall % "家属"})
        assert code == 1 and words.startswith("src/ui/eup-wall.c: A_WORD: resident: sv has “den enskilde”"), words


def right_words_pass(step):
    for name, sv, en, zh in RIGHT:
        with step(name):
            code, words = run(words={"sv": sv, "en": en, "zh": zh}, interface={"sv": sv, "en": en, "zh": zh})
            assert code == 0 and not words, words


def an_exception_excuses_only_what_it_names(step):
    texts = {"sv": "Uppföljning", "en": "Again", "zh": "跟进评估"}
    one = {"file": "data/words/record.json", "where": "/one/two/label", "term": "follow-up", "language": "en",
           "reason": "invented for this test"}
    with step("the text it names passes"):
        assert run(words=texts, exceptions=[one]) == (0, "")
    with step("another term does not"):
        code, words = run(words=texts, exceptions=[{**one, "term": "worry"}])
        assert code == 1 and "follow-up: sv has" in words, words
    with step("one that excuses nothing is a fault itself"):
        code, words = run(exceptions=[one])
        assert code == 1 and "excuses nothing" in words, words


if __name__ == "__main__":
    tap.run(a_wrong_word_is_named_with_its_place, every_folder_is_read, what_the_wall_says_is_read, right_words_pass,
            an_exception_excuses_only_what_it_names, seconds=60)
