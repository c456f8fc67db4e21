"""The method, what stands beside it (rule packs, additions, the table of its sources) and the catalogue."""

import re

from texts_conditions import Names
from texts_words import (ACTION, CHOICE, CONSENT, JARGON, LABEL, LANGUAGES, MISSING, QUESTION, RESIDENT, TITLE,
                         check_easy, check_every_text, check_limit, check_plain, check_unique)

PLACES = {
    "decision-outcome", "decision-reasons", "decision-follow-up", "decision-alternatives", "decision-consents",
    "decision-weights", "decision-conditions", "decision-dissent", "decision-decider", "prepare-case", "prepare-people",
}
# What the shipped method holds: see the assessment model.
SHORT = {1, 2, 4, 5, 6, 7, 9, 10, 14, 15, 16, 17, 18, 20, 21, 23, 28}
SIGNAL = {25, 26, 27}
OPENED = {11, 12, 13}
WEIGHED = {15, 16, 17, 18, 19, 20}
URGENT_QUESTIONS = {2, 5, 10, 27}
URGENT_GATES = {1, 2, 3, 4, 11, 14}
OVERRIDDEN_GATES = {9, 13, 18}
WARNINGS = {17, 19}
AT_SIGNING = {16}
COUNTS = {"questions": 28, "gates": 19, "outcomes": 10, "consents": 5, "stages": 9}


def check_options(faults, where, options, technologies):
    check_unique(faults, where, options)
    for option in options:
        check_limit(faults, f"{where}/{option['id']}", option["label"], CHOICE, technologies)


def check_field(faults, where, field, question, technologies):
    check_limit(faults, where, field["label"], LABEL, technologies)
    for voice in field["voices"]:
        if voice not in question["voices"]:
            faults.add(where, f"is filled in by “{voice}”, whom the question does not ask")
    chosen = field["kind"] in ("choice", "choices")
    if chosen != ("options" in field):
        faults.add(where, "has nothing to choose from" if chosen else "has options that can't be chosen")
    if "unit" in field and field["kind"] != "number":
        faults.add(where, "has a unit but counts nothing")
    if ("resident" in field["voices"]) != ("resident" in field):
        faults.add(where, "wants words of the resident where the resident fills it in, and only there")
    check_options(faults, where, field.get("options", []), technologies)


def residents_words(question):
    """(place, text) of all that the resident reads in a question."""
    yield f"{question['id']}/resident", question["resident"]
    for part in ("items", "fields"):
        for one in question.get(part, []):
            if "resident" in one:
                yield f"{question['id']}/{one['id']}", one["resident"]


def check_question(faults, question, names, jargon, technologies):
    where = question["id"]
    check_limit(faults, f"{where}/title", question["title"], TITLE, technologies)
    check_limit(faults, f"{where}/question", question["question"], QUESTION, technologies)
    if "relatives" in question:
        check_limit(faults, f"{where}/relatives", question["relatives"], QUESTION, technologies)
        if "relatives" not in question["voices"]:
            faults.add(where, "has words for relatives, whom it does not ask")
    for place, text in residents_words(question):
        check_limit(faults, place, text, RESIDENT, technologies)
        check_easy(faults, place, text, technologies)
        check_plain(faults, place, text, jargon)
    for voice, scale in question.get("scales", {}).items():
        if scale not in names.scales:
            faults.add(where, f"there is no scale “{scale}”")
        if voice not in question["voices"]:
            faults.add(where, f"has a scale for “{voice}”, which it does not ask")
    for part in ("items", "fields"):
        check_unique(faults, f"{where}/{part}", question.get(part, []))
    check_options(faults, f"{where}/ticks", question.get("ticks", []), technologies)
    for field in question.get("fields", []):
        check_field(faults, f"{where}/{field['id']}", field, question, technologies)
    check_condition(faults, f"{where}/opens", question.get("opens", ""), names)


def check_condition(faults, where, condition, names):
    for fault in names.faults(condition):
        faults.add(where, fault)


def check_gate(faults, gate, names, technologies):
    check_condition(faults, f"{gate['id']}/when", gate.get("when", ""), names)
    for index, need in enumerate(gate["needs"]):
        where = f"{gate['id']}/needs/{index}"
        if need["goto"] not in set(names.questions) | PLACES:
            faults.add(where, f"leads to “{need['goto']}”, which is not there")
        if need.get("forbids") and gate["kind"] != "hard":
            faults.add(where, "forbids, which only a hard gate may")
        check_limit(faults, f"{where}/missing", need["missing"], MISSING, technologies)
        check_limit(faults, f"{where}/action", need["action"], ACTION, technologies)
        for part in ("when", "closed"):
            check_condition(faults, f"{where}/{part}", need.get(part, ""), names)


def check_stages(faults, method, technologies):
    tasks = []
    for number, stage in enumerate(method["stages"]):
        where = stage["id"]
        if stage["number"] != number:
            faults.add(where, f"is number {stage['number']}, but stands where {number} is expected")
        if not stage["questions"] and not stage.get("tasks"):
            faults.add(where, "has neither questions nor tasks")
        minutes = sum(question["minutes"] for question in stage["questions"])
        if stage["questions"] and minutes != stage["minutes"]:
            faults.add(where, f"takes {stage['minutes']} minutes, but its questions take {minutes}")
        check_limit(faults, f"{where}/title", stage["title"], TITLE, technologies)
        for task in stage.get("tasks", []):
            check_limit(faults, f"{where}/{task['id']}", task["label"], LABEL, technologies)
            tasks.append(task)
    check_unique(faults, "tasks", tasks)


def check_scales(faults, method):
    weight = method.get("weightScale")
    if weight not in {scale["id"] for scale in method["scales"]}:
        faults.add("weightScale", f"there is no scale “{weight}”")
    for scale in method["scales"]:
        check_unique(faults, scale["id"], scale["options"])
        guarded = [option["id"] for option in scale["options"] if option.get("needsSafeguard")]
        if bool(guarded) != (scale["id"] == weight):
            faults.add(scale["id"], "a safeguard is asked for on the weight scale, and only there")


def check_consents(faults, method, technologies):
    for number, consent in enumerate(method["consents"], 1):
        where = consent["id"]
        if (where, consent["number"]) != (f"c{number}", number):
            faults.add(where, f"stands where c{number} is expected")
        check_limit(faults, f"{where}/question", consent["question"], CONSENT, technologies)
        check_easy(faults, f"{where}/question", consent["question"], technologies)
        check_plain(faults, f"{where}/question", consent["question"], method.get("jargon", {}))


def check_jargon(faults, method):
    for language in LANGUAGES:
        found = method.get("jargon", {}).get(language, [])
        if len(found) not in JARGON:
            faults.add(f"jargon/{language}", f"has {len(found)} words; 20 to 40 are expected")
        for word in found:
            if word != word.lower() or word != word.strip():
                faults.add(f"jargon/{language}", f"“{word}” is looked for in small letters")


def numbers(things, test):
    return {int(re.sub(r"\D", "", thing["id"]) or 0) for thing in things if test(thing)}


def check_whole(faults, method, questions):
    """The shipped method is complete; an addition can't take anything out of it."""
    gates = method["gates"]
    for part, count in COUNTS.items():
        things = questions if part == "questions" else method[part]
        if len(things) != count:
            faults.add(part, f"there are {len(things)}; {count} are expected")
    for letter, things in (("q", questions), ("g", gates)):
        for number, thing in enumerate(things, 1):
            if thing["id"] != f"{letter}{number}" or thing.get("number", number) != number:
                faults.add(thing["id"], f"stands where {letter}{number} is expected")
    for number, outcome in enumerate(method["outcomes"], 1):
        if outcome.get("number") != number:
            faults.add(outcome["id"], f"stands where outcome {number} is expected")
    for what, found, expected in (
            ("the short path", numbers(questions, lambda q: q["path"] == "short"), SHORT),
            ("the path from level 1", numbers(questions, lambda q: q["path"] == "signal"), SIGNAL),
            ("the questions that an unclear answer opens", numbers(questions, lambda q: "opens" in q), OPENED),
            ("the questions that are weighed", numbers(questions, lambda q: q.get("weigh")), WEIGHED),
            ("the questions of an urgent case", numbers(questions, lambda q: q.get("urgent")), URGENT_QUESTIONS),
            ("the gates of an urgent case", numbers(gates, lambda g: g.get("urgent")), URGENT_GATES),
            ("the gates with a way round", numbers(gates, lambda g: g["kind"] == "hard-with-override"), OVERRIDDEN_GATES),
            ("the warnings", numbers(gates, lambda g: g["kind"] == "warning"), WARNINGS),
            ("the gates at signing", numbers(gates, lambda g: g.get("at") == "sign"), AT_SIGNING)):
        if found != expected:
            faults.add(what, f"found {sorted(found)}, expected {sorted(expected)}")


def check_method(faults, method, technologies):
    check_every_text(faults, method["id"], method)
    names = Names(method)
    questions = [question for stage in method["stages"] for question in stage["questions"]]
    check_unique(faults, "questions", questions)
    for part in ("scales", "nonAnswers", "stages", "consents", "gates", "outcomes"):
        check_unique(faults, part, method[part])
    check_whole(faults, method, questions)
    check_scales(faults, method)
    check_stages(faults, method, technologies)
    check_consents(faults, method, technologies)
    check_jargon(faults, method)
    for question in questions:
        check_question(faults, question, names, method.get("jargon", {}), technologies)
    for gate in method["gates"]:
        check_gate(faults, gate, names, technologies)


def check_sources(faults, text, method):
    """Each question and gate has one row that says what it is built on and which concern it answers."""
    rows = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        name = re.fullmatch(r"\**`?([qg]\d+)`?\**", cells[0])
        if line.lstrip().startswith("|") and name:
            rows.setdefault(name.group(1), []).append(cells[1:])
    wanted = [question["id"] for stage in method["stages"] for question in stage["questions"]]
    wanted += [gate["id"] for gate in method["gates"]]
    for name in wanted:
        if name not in rows:
            faults.add("model-sources.md", f"{name} has no row")
        elif len(rows[name]) > 1:
            faults.add("model-sources.md", f"{name} has {len(rows[name])} rows")
        elif sum(1 for cell in rows[name][0] if cell) < 2:
            faults.add("model-sources.md", f"{name} does not say what it is built on and what it answers")
    for name in sorted(set(rows) - set(wanted)):
        faults.add("model-sources.md", f"{name} has a row but is not in the method")


def check_catalogue(faults, catalogue, questions):
    check_every_text(faults, catalogue["id"], catalogue)
    check_unique(faults, "technologies", catalogue["technologies"])
    for number, technology in enumerate(catalogue["technologies"], 1):
        where = technology["id"]
        if technology["number"] != number:
            faults.add(where, f"is number {technology['number']}, but stands where {number} is expected")
        check_unique(faults, where, technology["functions"])
        for prompt in technology["prompts"]:
            if prompt["question"] not in questions:
                faults.add(where, f"has a prompt for “{prompt['question']}”, which is not there")


def check_rules(faults, pack, method):
    where, names = pack["id"], Names(method)
    check_every_text(faults, where, pack)
    for part in ("references", "roads"):
        check_unique(faults, f"{where}/{part}", pack[part])
    known = {reference["id"] for reference in pack["references"]}
    for part in (*pack["consents"], *pack["roads"], pack["retention"], pack["impactAssessment"]):
        for reference in (*part["references"], *part.get("provisions", [])):
            if reference not in known:
                faults.add(where, f"there is no reference “{reference}”")
    for consent in pack["consents"]:
        if consent["consent"] not in names.consents:
            faults.add(where, f"there is no consent “{consent['consent']}”")
        check_condition(faults, f"{where}/{consent['consent']}/when", consent.get("when", ""), names)
    if [level["level"] for level in pack["followUp"]] != [0, 1, 2, 3]:
        faults.add(where, "follows up other levels than 0 to 3")


def check_addition(faults, addition, method, technologies):
    """An addition on this method: its questions and gates are held to the same limits."""
    where = addition["id"]
    check_every_text(faults, where, addition)
    if addition["on"] != {"method": method["id"], "version": method["version"]}:
        faults.add(where, "is written for another method or version")
    technologies = technologies + addition.get("technologies", [])
    stages = [dict(stage, questions=list(stage["questions"])) for stage in method["stages"]]
    by_id = {stage["id"]: stage for stage in stages}
    for added in addition.get("questions", []):
        if added["stage"] in by_id:
            by_id[added["stage"]]["questions"].append(added["question"])
        else:
            faults.add(where, f"there is no stage “{added['stage']}”")
    names = Names(dict(method, stages=stages))
    for added in addition.get("questions", []):
        check_question(faults, added["question"], names, method.get("jargon", {}), technologies)
    for gate in addition.get("gates", []):
        check_gate(faults, gate, names, technologies)
    warnings = {gate["id"] for gate in method["gates"] if gate["kind"] == "warning"}
    for gate in addition.get("removes", []):
        if gate not in warnings:
            faults.add(where, f"removes “{gate}”, which is no warning of the method")
    for prompt in addition.get("prompts", []):
        if prompt["question"] not in names.questions or prompt["technology"] not in {t["id"] for t in technologies}:
            faults.add(where, f"has a prompt for “{prompt['question']}” and “{prompt['technology']}”, one of which is not there")
