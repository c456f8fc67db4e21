"""The sample cases: what they say can be said in the method, and nothing that is open lacks an answer."""

import datetime
import re

from texts_words import check_unique

# In a condition that opens a question, what stands otherwise in Python.
OPENS = ((r"(?<![!<>=])=(?!=)", "=="), (r"\{\s*\}", "set()"))


def level_of(card, technology):
    return max([technology["level"]] + [f["level"] for f in technology["functions"] if f["id"] in card["functions"]])


def check_fields(faults, where, statement, question, voice):
    fields = {field["id"]: field for field in question.get("fields", [])}
    for name, filled in statement.get("fields", {}).items():
        field = fields.get(name)
        if field is None or voice not in field["voices"]:
            faults.add(where, f"“{name}” can't be filled in by {voice} in {question['id']}")
            continue
        chosen = filled.split() if field["kind"] == "choices" else [filled]
        if "options" in field and not set(chosen) <= {option["id"] for option in field["options"]}:
            faults.add(where, f"“{filled}” can't be chosen in {name} of {question['id']}")
        if field["kind"] == "number" and not filled.isdecimal():
            faults.add(where, f"“{filled}” in {name} is no number")
        if field["kind"] == "date":
            try:
                datetime.date.fromisoformat(filled)
            except ValueError:
                faults.add(where, f"“{filled}” in {name} is no day")


def check_statement(faults, where, statement, question, person, method):
    voice = person["voice"]
    if voice not in question["voices"]:
        faults.add(where, f"{question['id']} does not ask {voice}")
    scale = question.get("scales", {}).get(voice)
    options = {o["id"] for s in method["scales"] if s["id"] == scale for o in s["options"]}
    items = {item["id"] for item in question.get("items", [])} or {"answer"}
    for item, option in statement.get("stances", {}).items():
        if item not in items or option not in options:
            faults.add(where, f"“{item}: {option}” can't be chosen in {question['id']}")
    for tick in statement.get("ticks", []):
        if tick not in {one["id"] for one in question.get("ticks", [])}:
            faults.add(where, f"“{tick}” can't be ticked in {question['id']}")
    check_fields(faults, where, statement, question, voice)
    non_answer = {one["id"]: one for one in method["nonAnswers"]}
    if "nonAnswer" in statement:
        one = non_answer.get(statement["nonAnswer"])
        if one is None:
            faults.add(where, f"there is no non-answer “{statement['nonAnswer']}”")
        elif one["needsReason"] and not statement.get("reason"):
            faults.add(where, "says why for no answer, but the reason is missing")
    elif scale and question["kind"] == "statement" and set(statement.get("stances", {})) != items:
        faults.add(where, f"has no stance in {question['id']}")
    elif not any(statement.get(part) for part in ("words", "stances", "fields")):
        faults.add(where, "is empty")


def opened(condition, case):
    """Whether the condition of `opens` holds in the case."""
    def of(question, voice):
        people = {person["id"] for person in case["people"] if voice in (None, person["voice"])}
        return [s for s in case["statements"] if s["question"] == question and s["person"] in people]

    names = {
        "stance": lambda question, voice: {o for s in of(question, voice) for o in s.get("stances", {}).values()},
        "ticks": lambda question: {tick for s in of(question, None) for tick in s.get("ticks", [])},
        "reason": lambda question, voice: any("nonAnswer" in s and s.get("reason") for s in of(question, voice)),
        "answered": lambda question, voice: any("nonAnswer" not in s for s in of(question, voice)),
        "set": set,
    }
    for found, instead in OPENS:
        condition = re.sub(found, instead, condition)
    return bool(eval(condition, {"__builtins__": {}}, names))


def is_open(question, case, paths):
    if case["card"].get("urgent") and not question.get("urgent"):
        return False
    return question["path"] in paths or ("opens" in question and opened(question["opens"], case))


def is_asked(question, person, case):
    """Whether the meeting waited for this person: planned to be there and, where it was noted who was, there when the
    answers were shown."""
    if person["voice"] not in question["voices"] or person.get("presence") in ("later", "absent"):
        return False
    stays = [stay for stay in case.get("attendance", []) if stay["person"] == person["id"]]
    shown = next((reveal["at"] for reveal in case.get("reveals", []) if reveal["id"] == question["id"]), None)
    if not stays or shown is None:
        return True
    read = datetime.datetime.fromisoformat
    return any(read(stay["joined"]) <= read(shown) <= read(stay.get("left", shown)) for stay in stays)


def check_decision(faults, case, method, people):
    name = case["card"]["id"]
    questions = {q["id"]: q for stage in method["stages"] for q in stage["questions"]}
    weights = {o["id"]: o for s in method["scales"] if s["id"] == method.get("weightScale") for o in s["options"]}
    for weight in case.get("weights", []):
        if not questions.get(weight["id"], {}).get("weigh") or weight["weight"] not in weights:
            faults.add(name, f"“{weight['id']}: {weight['weight']}” can't be weighed")
        elif weights[weight["weight"]].get("needsSafeguard") and not weight.get("safeguard"):
            faults.add(name, f"the safeguard of {weight['id']} is missing")
    consents = {consent["id"]: consent for consent in method["consents"]}
    for given in case.get("consents", []):
        asked = consents.get(given["consent"])
        if asked is None or given["person"] not in people or given.get("about", given["person"]) not in people:
            faults.add(name, f"the consent “{given['id']}” names what is not there")
        elif (asked["of"] == "resident-about-each") != ("about" in given):
            faults.add(name, f"the consent “{given['id']}” is about nobody, or about somebody it can't be")
    gates = {gate["id"]: gate["kind"] for gate in method["gates"]}
    for override in case.get("overrides", []):
        if gates.get(override["id"]) != "hard-with-override":
            faults.add(name, f"“{override['id']}” can't be overruled")
    for condition in case.get("conditions", []):
        if condition.get("question", "q1") not in questions:
            faults.add(name, f"the condition “{condition['id']}” answers to no question")
    for dissent in case.get("dissents", []):
        if dissent["id"] not in people:
            faults.add(name, f"the dissent of “{dissent['id']}” belongs to nobody")
    outcome = next((o for o in method["outcomes"] if o["id"] == case["decision"]["outcome"]), None)
    if outcome is None:
        faults.add(name, f"there is no outcome “{case['decision']['outcome']}”")
    elif outcome.get("occasion", "first") != case["card"].get("occasion", "first"):
        faults.add(name, f"the outcome “{outcome['id']}” belongs to another meeting")


def check_case(faults, case, method, catalogue):
    name = case["card"]["id"]
    questions = {q["id"]: q for stage in method["stages"] for q in stage["questions"]}
    people = {person["id"]: person for person in case["people"]}
    for part in ("people", "statements", "reveals", "attempts", "alternatives", "conditions", "dissents", "consents",
                 "weights", "overrides", "sessions", "attendance", "stageTimes", "parked"):
        check_unique(faults, f"{name}/{part}", case.get(part, []))
    for pinned, thing in (("method", method), ("catalogue", catalogue)):
        if (case[pinned]["id"], case[pinned]["version"]) != (thing["id"], thing["version"]):
            faults.add(name, f"was begun with another {pinned}: {case[pinned]['id']} {case[pinned]['version']}")
    tasks = {task["id"] for stage in method["stages"] for task in stage.get("tasks", [])}
    if set(case["card"].get("done", [])) - tasks:
        faults.add(name, f"has done what nobody asked for: {sorted(set(case['card']['done']) - tasks)}")
    technology = next((t for t in catalogue["technologies"] if t["id"] == case["card"]["technology"]), None)
    if technology is None:
        faults.add(name, f"there is no technology “{case['card']['technology']}”")
        return
    unknown = set(case["card"]["functions"]) - {f["id"] for f in technology["functions"]}
    if unknown:
        faults.add(name, f"the technology has no function {sorted(unknown)}")
    told = set()
    for statement in case["statements"]:
        where = f"{name}/{statement['id']}"
        if statement["question"] not in questions or statement["person"] not in people:
            faults.add(where, "names a question or a person that is not there")
            continue
        person = people[statement["person"]]
        if (statement["question"], person["id"]) in told:
            faults.add(where, "is the second statement of the same person on the same question")
        told.add((statement["question"], person["id"]))
        check_statement(faults, where, statement, questions[statement["question"]], person, method)
    check_decision(faults, case, method, people)
    paths = next(l["paths"] for l in method["levels"] if l["level"] == level_of(case["card"], technology))
    for question in questions.values():
        if not is_open(question, case, paths):
            continue
        for person in people.values():
            if is_asked(question, person, case) and (question["id"], person["id"]) not in told:
                faults.add(name, f"{question['id']} is open but has nothing from {person['id']}")
