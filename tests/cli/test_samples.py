#!/usr/bin/env python3
"""The sample cases go the whole way, each in three languages: from the file to a sealed and signed record.

And they are not complete by chance: what is taken out of one of them holds its yes back."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import DELETE, METHOD, SOURCE, changed, end, expect_lines, run, run_rows, tap

FOLDER = "tests/data/cases"
LANGUAGES = {"sv": ".json", "en": ".en.json", "zh": ".zh.json"}
# name → level, outcome, the gates that stay open: a resident who refuses keeps them so, for ever
SAMPLES = {
    "gps-alarm": (2, "trial", set()),
    "night-camera": (3, "refrain", {"g3", "g4", "g12"}),
    "medicine-dispenser": (1, "trial", set()),
    "urgent-door-lock": (1, "trial", set()),
}
URGENT_GATES = {"g1", "g2", "g3", "g4", "g11", "g14"}
NOW = {**os.environ, "EUPHORIA_NOW": "2026-12-03T15:00:00+01:00"}
PASSWORD = "hemligt ord"
method = json.loads((SOURCE / METHOD).read_text(encoding="utf-8"))
questions = {one["id"]: one for stage in method["stages"] for one in stage["questions"]}
gates = {one["id"]: one for one in method["gates"]}
store = Path(tempfile.mkdtemp(prefix="euphoria-samples."))


def path_of(name, language):
    return SOURCE / FOLDER / (name + LANGUAGES[language])


def load(name, language):
    return json.loads(path_of(name, language).read_text(encoding="utf-8"))


def make(case, output, *options):
    expect_lines(run("check", case), 0, [])
    ended = run("record", case, "-o", output, *options, env=NOW)
    expect_lines(ended, 0, [])
    return json.loads(output.with_suffix(".json").read_text(encoding="utf-8")), ended.stdout


def squeeze(text):
    return re.sub(r"[\s\u00ad]+", "", text)


def shapes(value):
    """A case without its words: what two languages of one sample must have alike."""
    if isinstance(value, dict):
        return {key: shapes(one) for key, one in value.items()}
    return [shapes(one) for one in value] if isinstance(value, list) else type(value).__name__


def the_whole_way(name, language):
    level, outcome, open_gates = SAMPLES[name]
    case = load(name, language)
    assert case["card"]["language"] == language and case["rules"]["id"] == ("cn" if language == "zh" else "se")
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "record.pdf"
        twin, said = make(path_of(name, language), output, "--sign", store / "signer.p12", "--password-file", store / "password")
        assert "sealed and signed by" in said, said
        record = twin["record"]
        assert (record["level"], record["language"], record["draft"]) == (level, language, False), record
        assert twin["decision"]["outcome"] == outcome
        states = {one["id"]: one["state"] for one in record["gates"]}
        assert {gate for gate, state in states.items() if state != "closed"} == open_gates, states
        if case["card"].get("urgent"):
            assert set(states) <= URGENT_GATES, states
        text = squeeze(subprocess.run(["pdftotext", "-raw", output, "-"], capture_output=True, text=True, check=True).stdout)
        lost = [one["id"] for one in case["statements"] if squeeze(one.get("words", "")) not in text]
        assert not lost, f"the record lacks {lost}"
        seen = subprocess.run(["pdfsig", output], capture_output=True, text=True).stdout
        assert "Signature is Valid" in seen, seen


def one_case_in_three_languages(name):
    """The same people answer the same, whatever the language: nothing was forgotten in one of them."""
    first = load(name, "sv")
    for language in ("en", "zh"):
        other = load(name, language)
        assert len(other["people"]) == len(first["people"]) and len(other["statements"]) == len(first["statements"])
        for one, same in zip(first["statements"], other["statements"]):
            assert one["question"] == same["question"] and one.get("stances") == same.get("stances"), same["id"]
            assert one.get("ticks") == same.get("ticks") and one.get("nonAnswer") == same.get("nonAnswer"), same["id"]
            assert shapes(one.get("fields")) == shapes(same.get("fields")), same["id"]
        for part in ("alternatives", "conditions", "dissents", "consents", "weights"):
            assert len(first.get(part, [])) == len(other.get(part, [])), part
        texts = [one["words"] for one in first["statements"] if one.get("words")]
        assert not set(texts) & {one.get("words") for one in other["statements"] if one["language"] == language}


def whole_path_asks_everything(language):
    asked = {one["question"] for one in load("gps-alarm", language)["statements"]}
    assert asked == set(questions), sorted(set(questions) - asked)


def urgent_asks_what_is_urgent(language):
    asked = {one["question"] for one in load("urgent-door-lock", language)["statements"]}
    assert asked == {name for name, one in questions.items() if one.get("urgent")}, asked


def find(case, part, name):
    return next(number for number, one in enumerate(case[part]) if one["id"] == name)


# What holds the yes back: what is taken out or changed (sample, part, id, key, value), the gate
HELD_BACK = [
    ("no purpose", "gps-alarm", ("card", None, "purpose", ""), "g1"),
    ("no answer of the resident", "gps-alarm", ("statements", "s-q10-anna", None, DELETE), "g2"),
    ("no consent to the data", "gps-alarm", ("consents", "k2", None, DELETE), "g4"),
    ("no consent of the wife", "urgent-door-lock", ("consents", "k3", None, DELETE), "g4"),
    ("a doubt whose four parts are not filled in", "medicine-dispenser", ("statements", "s-q11-petra", "fields", {}), None),
    ("no representative named", "gps-alarm", ("statements", "s-q13-lena", None, DELETE), "g5"),
    ("no other way", "gps-alarm", ("alternatives", None, None, []), "g6"),
    ("no visit that makes up for the machine", "medicine-dispenser", ("conditions", "c2", "question", DELETE), "g7"),
    ("no cost", "gps-alarm", ("statements", "s-q21-lena", "fields", {}), "g8"),
    ("nothing about checks on staff", "gps-alarm", ("statements", "s-q23-maria", None, DELETE), None),
    ("nobody is told who sees", "medicine-dispenser", ("statements", "s-q25-lena", None, DELETE), "g10"),
    ("no plan for when it fails", "urgent-door-lock", ("statements", "s-q27-bosse", None, DELETE), "g11"),
    ("a question is not weighed", "gps-alarm", ("weights", "q19", None, DELETE), "g12"),
    ("no safeguard", "gps-alarm", ("weights", "q18", "safeguard", ""), "g12"),
    ("no impact assessment", "gps-alarm", ("card", None, "impactAssessment", ""), "g13"),
    ("a follow-up after the limit", "gps-alarm", ("decision", None, "followUpDate", "2027-01-08"), "g14"),
    ("an urgent case for three weeks", "urgent-door-lock", ("decision", None, "until", "2026-12-24"), "g14"),
    ("somebody was not asked", "gps-alarm", ("dissents", "maria", None, DELETE), "g15"),
]


def hold_back(name, change, gate):
    part, identity, key, value = change
    case = load(name, "sv")
    place = [part] + ([find(case, part, identity)] if identity else []) + ([key] if key else [])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_bytes(changed(f"{FOLDER}/{name}.json", (*place, value)))
        ended = run("record", path, "-o", Path(folder) / "out.pdf", env=NOW)
        if gate is None:  # others have said it as well
            expect_lines(ended, 0, [])
            return
        assert ended.returncode == 1 and not list(Path(folder).glob("*.pdf")), ended.stderr
        assert gates[gate]["title"]["en"] in ended.stderr, ended.stderr


report = tap.Report()
print("TAP version 13", flush=True)
try:
    (store / "password").write_text(PASSWORD)
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", store / "signer.p12", store / "password", "Karin Lund",
                    "--from", "-3600", "--days", "7200"], check=True, capture_output=True)  # on the day of NOW, too
    run_rows(report, [(f"{name} in {language}", name, language) for name in SAMPLES for language in LANGUAGES], the_whole_way)
    run_rows(report, [(f"{name} says the same in each language", name) for name in SAMPLES], one_case_in_three_languages)
    run_rows(report, [(f"the whole path asks all 28 questions in {language}", language) for language in LANGUAGES],
             whole_path_asks_everything)
    run_rows(report, [(f"an urgent case asks what is urgent in {language}", language) for language in LANGUAGES],
             urgent_asks_what_is_urgent)
    run_rows(report, HELD_BACK, hold_back)
finally:
    shutil.rmtree(store)
end(report)
