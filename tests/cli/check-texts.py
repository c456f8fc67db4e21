#!/usr/bin/env python3
"""Reads the method, the catalogue and the sample cases and says which text breaks which limit.

usage: check-texts.py SOURCE_FOLDER
Exit status 1 when anything is found.
"""

import json
import re
import sys
from pathlib import Path

import jsonschema

LANGUAGES = ("sv", "en", "zh")
# The most that a question may hold: words in Swedish and English, characters in Chinese.
QUESTION = {"sv": 20, "en": 20, "zh": 40}
RESIDENT = {"sv": 12, "en": 12, "zh": 28}
TITLE = {"sv": 3, "en": 3, "zh": 8}
LONGEST_LIX = 30
PLACEHOLDERS = {"person", "technology", "date"}
DECISION_PLACES = {"decision-outcome", "decision-follow-up", "decision-alternatives"}
ALIAS = {"sv": "Anna", "en": "Anna", "zh": "安娜"}

found = []


def complain(where, what):
    found.append(f"{where}: {what}")


def words(text):
    return re.findall(r"[\w’'-]*\w", text)


def lix(text):
    """Words a sentence, and the share of words above six letters: below 30 is easy to read."""
    all_words = words(text)
    sentences = len(re.findall(r"[.!?…]+", text)) or 1
    long_words = sum(1 for word in all_words if len(word) > 6)
    return len(all_words) / sentences + 100 * long_words / len(all_words)


def length(text, language):
    return len(text) if language == "zh" else len(words(text))


def is_text(value):
    return isinstance(value, dict) and value and all(key in LANGUAGES for key in value)


def check_every_text(where, value):
    """Every text has all languages, known placeholders and no space at its ends."""
    if is_text(value):
        for language in LANGUAGES:
            text = value.get(language, "")
            if not text.strip():
                complain(f"{where}/{language}", "is missing")
            if text != text.strip() or "  " in text:
                complain(f"{where}/{language}", f"has spaces that don't belong: “{text}”")
            for name in re.findall(r"\{(.*?)\}", text):
                if name not in PLACEHOLDERS:
                    complain(f"{where}/{language}", f"there is no placeholder {{{name}}}")
    elif isinstance(value, dict):
        for key, part in value.items():
            check_every_text(f"{where}/{key}", part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            check_every_text(f"{where}/{part.get('id', index) if isinstance(part, dict) else index}", part)


def check_unique(where, things):
    seen = set()
    for thing in things:
        if thing["id"] in seen:
            complain(where, f"the id “{thing['id']}” is there twice")
        seen.add(thing["id"])
    return seen


def check_limit(where, text, limits, technologies):
    """Counts with the placeholders filled in, for each technology."""
    for technology in technologies:
        for language in LANGUAGES:
            filled = text[language].replace("{person}", ALIAS[language])
            filled = filled.replace("{technology}", technology["definite"][language])
            if length(filled, language) > limits[language]:
                complain(f"{where}/{language}", f"more than {limits[language]}: “{filled}”")


def check_easy(where, text, technologies):
    for technology in technologies:
        filled = text["sv"].replace("{technology}", technology["definite"]["sv"]).replace("{person}", "Anna")
        if lix(filled) > LONGEST_LIX:
            complain(f"{where}/sv", f"LIX {lix(filled):.0f}, more than {LONGEST_LIX}: “{filled}”")


def check_question(question, scales, technologies):
    where = question["id"]
    check_limit(f"{where}/title", question["title"], TITLE, technologies)
    check_limit(f"{where}/question", question["question"], QUESTION, technologies)
    easy = [(f"{where}/resident", question["resident"])]
    easy += [(f"{where}/{item['id']}", item["resident"]) for item in question.get("items", []) if "resident" in item]
    for place, text in easy:
        check_limit(place, text, RESIDENT, technologies)
        check_easy(place, text, technologies)
    if "relatives" in question:
        check_limit(f"{where}/relatives", question["relatives"], QUESTION, technologies)
    for voice, scale in question.get("scales", {}).items():
        if scale not in scales:
            complain(where, f"there is no scale “{scale}”")
        if voice not in question["voices"]:
            complain(where, f"has a scale for “{voice}”, which it does not ask")
    for part in ("items", "ticks"):
        check_unique(f"{where}/{part}", question.get(part, []))


def check_gate(gate, questions):
    if gate["goto"] not in set(questions) | DECISION_PLACES:
        complain(gate["id"], f"leads to “{gate['goto']}”, which is not there")
    for condition in (gate["closed"], gate.get("when", "")):
        for tick, name in re.findall(r"'([^']+)' in ticks\('([^']+)'\)", condition):
            if tick not in {one["id"] for one in questions.get(name, {}).get("ticks", [])}:
                complain(gate["id"], f"{name} has no tick “{tick}”")
        for name in re.findall(r"\('(q\d+)'", condition):
            if name not in questions:
                complain(gate["id"], f"there is no question “{name}”")


def check_method(method, technologies):
    check_every_text(method["id"], method)
    questions = [question for stage in method["stages"] for question in stage["questions"]]
    scales = {scale["id"]: scale for scale in method["scales"]}
    check_unique("questions", questions)
    for part in ("scales", "nonAnswers", "stages", "gates", "outcomes"):
        check_unique(part, method[part])
    for scale in method["scales"]:
        check_unique(scale["id"], scale["options"])
    for question in questions:
        check_question(question, scales, technologies)
    by_id = {question["id"]: question for question in questions}
    for gate in method["gates"]:
        check_gate(gate, by_id)


def check_catalogue(catalogue):
    check_every_text(catalogue["id"], catalogue)
    check_unique("technologies", catalogue["technologies"])
    for technology in catalogue["technologies"]:
        check_unique(technology["id"], technology["functions"])


def level_of(card, technology):
    return max([technology["level"]] + [f["level"] for f in technology["functions"] if f["id"] in card["functions"]])


def check_statement(where, statement, question, person, method):
    voice = person["voice"]
    if voice not in question["voices"]:
        complain(where, f"{question['id']} does not ask {voice}")
    scale = question.get("scales", {}).get(voice)
    options = {o["id"] for s in method["scales"] if s["id"] == scale for o in s["options"]}
    items = {item["id"] for item in question.get("items", [])} or {"answer"}
    for item, option in statement.get("stances", {}).items():
        if item not in items or option not in options:
            complain(where, f"“{item}: {option}” can't be chosen in {question['id']}")
    for tick in statement.get("ticks", []):
        if tick not in {one["id"] for one in question.get("ticks", [])}:
            complain(where, f"“{tick}” can't be ticked in {question['id']}")
    non_answer = {one["id"]: one for one in method["nonAnswers"]}
    if "nonAnswer" in statement:
        one = non_answer.get(statement["nonAnswer"])
        if one is None:
            complain(where, f"there is no non-answer “{statement['nonAnswer']}”")
        elif one["needsReason"] and not statement.get("reason"):
            complain(where, "says why for no answer, but the reason is missing")
    elif scale and question["kind"] == "statement" and set(statement.get("stances", {})) != items:
        complain(where, f"has no stance in {question['id']}")
    elif not statement.get("words") and not statement.get("stances"):
        complain(where, "is empty")


def check_case(case, method, catalogue):
    name = case["card"]["id"]
    questions = {q["id"]: q for stage in method["stages"] for q in stage["questions"]}
    people = {person["id"]: person for person in case["people"]}
    for part in ("people", "statements", "reveals", "attempts", "alternatives", "conditions", "dissents"):
        check_unique(f"{name}/{part}", case.get(part, []))
    technology = next((t for t in catalogue["technologies"] if t["id"] == case["card"]["technology"]), None)
    if technology is None:
        complain(name, f"there is no technology “{case['card']['technology']}”")
        return
    unknown = set(case["card"]["functions"]) - {f["id"] for f in technology["functions"]}
    if unknown:
        complain(name, f"the technology has no function {sorted(unknown)}")
    told = set()
    for statement in case["statements"]:
        where = f"{name}/{statement['id']}"
        if statement["question"] not in questions or statement["person"] not in people:
            complain(where, "names a question or a person that is not there")
            continue
        person = people[statement["person"]]
        if (statement["question"], person["id"]) in told:
            complain(where, "is the second statement of the same person on the same question")
        told.add((statement["question"], person["id"]))
        check_statement(where, statement, questions[statement["question"]], person, method)
    for dissent in case.get("dissents", []):
        if dissent["id"] not in people:
            complain(name, f"the dissent of “{dissent['id']}” belongs to nobody")
    if case["decision"]["outcome"] not in {outcome["id"] for outcome in method["outcomes"]}:
        complain(name, f"there is no outcome “{case['decision']['outcome']}”")
    paths = next(l["paths"] for l in method["levels"] if l["level"] == level_of(case["card"], technology))
    for question in questions.values():
        for voice in question["voices"]:
            for person in people.values():
                expected = person["voice"] == voice and person.get("presence") not in ("later", "absent")
                if question["path"] in paths and expected and (question["id"], person["id"]) not in told:
                    complain(name, f"{question['id']} is open but has nothing from {person['id']}")


def read(path, schema):
    content = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for error in validator.iter_errors(content):
        complain(f"{path.name}/{'/'.join(str(step) for step in error.absolute_path)}", error.message)
    return content


def main():
    source = Path(sys.argv[1])
    schemas = {
        kind: json.loads((source / "data/schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        for kind in ("method", "catalogue", "case")
    }
    method = read(source / "data/methods/tre-roster.json", schemas["method"])
    catalogue = read(source / "data/catalogue/technologies.json", schemas["catalogue"])
    cases = [read(path, schemas["case"]) for path in sorted((source / "tests/data/cases").glob("*.json"))]
    if not found:
        check_method(method, catalogue["technologies"])
        check_catalogue(catalogue)
        for case in cases:
            check_case(case, method, catalogue)
    for line in dict.fromkeys(found):
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
