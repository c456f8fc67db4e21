#!/usr/bin/env python3
"""Our schema checker beside python3-jsonschema: the same documents, good ones and thousands that have
been broken in one place, must be found wrong in the same places by both.

Where our checker is stricter on purpose, nothing here asks: a $ in a pattern that ends before a line
break (Python's does, JSON Schema's does not)."""

import copy
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
from referencing import Registry, Resource

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
BUILD = Path(os.environ["EUP_BUILD"])
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

CHANGES = 800  # of each kind of file
REPLACEMENTS = [None, True, 0, 1, -1, 1.0, 1.5, 1e30, "", "x", "A b", "a-1", "å外", "x" * 2001, "2026-02-30", "2024-02-29",
                "2026-11-26T13:30:00+01:00", "2026-11-26 13:30", [], {}, [1, 1], {"x y": 1}]
CASE = {
    "format": 1, "kind": "case", "method": {"id": "small", "version": "1.2", "digest": "0" * 64},
    "card": {"id": "c", "number": "SA 1", "alias": "Elsa", "technology": "gps", "functions": ["talk", "area"],
             "language": "sv", "meeting": "2026-11-26T13:30:00+01:00"},
    "people": [{"id": "elsa", "name": "Elsa", "voice": "resident", "presence": "room"},
               {"id": "kim", "name": "Kim", "voice": "staff", "decides": True}],
    "statements": [{"id": "s1", "question": "want", "person": "elsa", "stances": {"answer": "no"}, "ticks": ["a"],
                    "words": "Nej", "summary": False, "how": "meeting", "language": "sv",
                    "said": "2026-11-26T13:35:00Z"}],
    "reveals": [{"id": "want", "at": "2026-11-26T13:36:00Z"}],
    "attempts": [{"id": "a1", "question": "want", "date": "2026-11-20", "method": "pictures", "by": "Kim"}],
    "alternatives": [{"id": "al", "title": "Walk together", "withoutTechnology": True}],
    "conditions": [{"id": "c1", "text": "Off at night", "date": "2026-12-01"}],
    "dissents": [{"id": "elsa", "answer": "none"}],
    "decision": {"id": "decision", "outcome": "without", "because": "She said no", "followUpDate": "2027-01-01"},
    "record": {"format": 1, "documentId": "SA-1-1", "language": "sv", "level": 3, "draft": False, "program": "Euphoria 0.1.0",
               "gates": [{"id": "g1", "kind": "hard", "state": "open"}],
               "differences": [{"question": "want", "kind": "sides", "statements": ["s1"]}]},
}

checker = jsonschema.FormatChecker(formats=[])


@checker.checks("date", raises=ValueError)
def _is_date(value):
    return not isinstance(value, str) or (len(value) == 10 and bool(datetime.date.fromisoformat(value)))


@checker.checks("date-time", raises=ValueError)
def _is_time(value):
    return not isinstance(value, str) or ("T" in value and datetime.datetime.fromisoformat(value).tzinfo is not None)


def member(path, key):
    if isinstance(key, int):
        return f"{path}[{key}]"
    plain = key.replace("_", "a").replace("-", "a").isalnum() and key.isascii() and not key[0].isdigit()
    return f"{path}.{key}" if plain else f"{path}[{json.dumps(key, ensure_ascii=False)}]"


def peer_places(validator, document):
    places = set()
    for error in validator.iter_errors(document):
        path = "$"
        for key in error.absolute_path:
            path = member(path, key)
        if error.validator == "additionalProperties":
            places |= {member(path, key) for key in error.instance if key not in error.schema["properties"]}
        else:
            places.add(path)
    return places


def nodes(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from nodes(value[key], path + (key,))
    elif isinstance(value, list):
        for i, entry in enumerate(value):
            yield from nodes(entry, path + (i,))


def changed(document, chance):
    """The document with one place broken (or, at times, not)."""
    document = copy.deepcopy(document)
    path = chance.choice([p for p in nodes(document) if p])
    parent = document
    for key in path[:-1]:
        parent = parent[key]
    target = parent[path[-1]]
    kind = chance.randrange(5)
    if kind == 0:
        del parent[path[-1]]
    elif kind == 1 and isinstance(target, dict):
        target[chance.choice(["x", "x y", "1a", "å", "id"])] = chance.choice(REPLACEMENTS)
    elif kind == 2 and isinstance(target, list) and target:
        target.append(copy.deepcopy(chance.choice(target)))
    else:
        parent[path[-1]] = copy.deepcopy(chance.choice(REPLACEMENTS))
    return document


def ask_ours(schema, documents):
    lines = "".join(f"{schema}\t{json.dumps(d, ensure_ascii=False)}\n" for d in documents)
    answer = subprocess.run([BUILD / "tests/unit/schema-judge"], input=lines, capture_output=True, text=True, check=True)
    answers = answer.stdout.split("\n")[:-1]
    assert len(answers) == len(documents), "an answer for each document"
    return [set(line.split("\t")) - {""} for line in answers]


def registry():
    """All our schemas by file name: one refers to definitions of another."""
    paths = sorted((SOURCE / "data/schemas").glob("*.json"))
    return Registry().with_resources((p.name, Resource.from_contents(json.loads(p.read_text()))) for p in paths)


def compare(kind, documents):
    name = f"{kind}.schema.json"
    schema = json.loads((SOURCE / "data/schemas" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker, registry=registry())
    good = 0
    for document, ours in zip(documents, ask_ours(name, documents)):
        peer = peer_places(validator, document)
        assert ours == peer, f"ours {sorted(ours)}, the peer {sorted(peer)} in {json.dumps(document)[:3000]}"
        good += not peer
    return good, len(documents) - good


def agree(kind, document):
    chance = random.Random(f"euphoria {kind}")
    good, bad = compare(kind, [document])
    assert good == 1, "the document itself is good"
    good, bad = compare(kind, [changed(document, chance) for _ in range(CHANGES)])
    tap.Report.note(f"{kind}: {good} good, {bad} wrong")
    assert good > CHANGES // 50 and bad > CHANGES // 2, "both kinds are among them"


def methods_are_judged_alike(_step):
    agree("method", json.loads((SOURCE / "tests/data/methods/small.json").read_text()))


def catalogues_are_judged_alike(_step):
    agree("catalogue", json.loads((SOURCE / "tests/data/catalogues/small.json").read_text()))


def cases_are_judged_alike(_step):
    agree("case", CASE)


def rule_packs_are_judged_alike(_step):
    agree("rules", json.loads((SOURCE / "tests/data/models/sample/rules.json").read_text()))


def additions_are_judged_alike(_step):
    """Their schema takes definitions from two others."""
    agree("addition", json.loads((SOURCE / "data/additions/bjorkdalen.json").read_text()))


def shipped_files_are_judged_alike(_step):
    for kind, path in (("method", "methods/tre-roster.json"), ("catalogue", "catalogue/technologies.json"),
                       ("rules", "rules/se.json"), ("rules", "rules/cn.json")):
        good, _bad = compare(kind, [json.loads((SOURCE / "data" / path).read_text())])
        assert good == 1, path


def the_command_line_says_the_same(_step):
    """euphoria-cli check refuses what the peer refuses, and takes what it takes."""
    chance = random.Random("euphoria cli")
    good = json.loads((SOURCE / "tests/data/catalogues/small.json").read_text())
    schema = json.loads((SOURCE / "data/schemas/catalogue.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.json"
        for document in [good] + [changed(good, chance) for _ in range(40)]:
            path.write_text(json.dumps(document))
            ours = subprocess.run([BUILD / "src/cli/euphoria-cli", "check", path], capture_output=True, text=True)
            wrong = bool(peer_places(validator, document))
            if wrong:
                assert ours.returncode == 1, f"{document} was taken"
            elif ours.returncode != 0:  # wrong beyond the schema, such as a language that is missing
                assert any(words in ours.stderr for words in ("missing", "stands already", "can't lower")), ours.stderr


tap.run(methods_are_judged_alike, catalogues_are_judged_alike, rule_packs_are_judged_alike, additions_are_judged_alike,
        cases_are_judged_alike, shipped_files_are_judged_alike, the_command_line_says_the_same)
