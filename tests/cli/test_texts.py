#!/usr/bin/env python3
"""The checker of texts can fail: the shipped method with one thing wrong in it at a time, and a case,
a rule pack, an addition and a table of sources that are each wrong in one place."""

import copy
import json
import os
import sys
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from harness import tap  # noqa: E402
from texts_case import check_case, opened  # noqa: E402
from texts_method import check_addition, check_catalogue, check_method, check_rules, check_sources  # noqa: E402
from texts_words import Faults  # noqa: E402

METHOD = json.loads((SOURCE / "data/methods/tre-roster.json").read_text(encoding="utf-8"))
CATALOGUE = json.loads((SOURCE / "data/catalogue/technologies.json").read_text(encoding="utf-8"))
TECHNOLOGIES = CATALOGUE["technologies"]
TEXT = {"sv": "Ett ord", "en": "A word", "zh": "一个词"}
LONG = {"sv": "ord " * 40 + "ord", "en": "word " * 40 + "word", "zh": "字" * 70}


def question(method, number):
    return next(q for stage in method["stages"] for q in stage["questions"] if q["number"] == number)


def field(method, number, name):
    return next(one for one in question(method, number)["fields"] if one["id"] == name)


def gate(method, number):
    return next(one for one in method["gates"] if one["id"] == f"g{number}")


def put(thing, **members):
    thing.update(members)


def sv(text, words):
    text["sv"] = words


WRONG = [
    ("a language is missing", lambda m: question(m, 1)["why"].pop("zh"), "questions/q1/why/zh: is missing"),
    ("a space at the end", lambda m: sv(question(m, 1)["why"], "Ja "), "q1/why/sv: has spaces"),
    ("an unknown placeholder", lambda m: sv(question(m, 1)["why"], "Ja {name}."), "there is no placeholder {name}"),
    ("a date outside an outcome", lambda m: sv(question(m, 1)["why"], "Ja {date}."), "there is no placeholder {date}"),
    ("another person where nobody else is meant", lambda m: sv(m["consents"][0]["question"], "Får {other} se?"),
     "consents/c1/question/sv: there is no placeholder {other}"),
    ("a sentence begins with a small letter", lambda m: sv(question(m, 1)["why"], "Ja. {technology} finns."),
     "begins a sentence with a name in small letters"),
    ("an s at a name", lambda m: sv(question(m, 1)["why"], "Det är {person}s val."), "puts an s at a name"),
    ("a long title", lambda m: sv(question(m, 1)["title"], "Det som är viktigast"), "q1/title/sv: more than 3"),
    ("a long question", lambda m: put(question(m, 1), question=LONG), "q1/question/sv: more than 20"),
    ("long words for the resident", lambda m: put(question(m, 1), resident=LONG), "q1/resident/zh: more than 28"),
    ("a long question for relatives", lambda m: put(question(m, 1), relatives=LONG), "q1/relatives/en: more than 20"),
    ("hard words for the resident", lambda m: sv(question(m, 1)["resident"], "Prioriterade vardagsaktiviteter?"),
     "q1/resident/sv: LIX"),
    ("hard words in an item", lambda m: sv(question(m, 4)["items"][0]["resident"], "Trygghetsupplevelsen nattetid?"),
     "q4/security/sv: LIX"),
    ("hard words in a field", lambda m: sv(field(m, 10, "who")["resident"], "Ställföreträdande beslutsfattare?"),
     "q10/who/sv: LIX"),
    ("the profession's word", lambda m: sv(question(m, 1)["resident"], "Har du autonomi?"), "profession's word “autonomi”"),
    ("a hard consent", lambda m: sv(m["consents"][1]["question"], "Samtycker personuppgiftsbehandlingen?"),
     "c2/question/sv: LIX"),
    ("a long consent", lambda m: put(m["consents"][1], question=LONG), "c2/question/en: more than 34"),
    ("a consent out of turn", lambda m: put(m["consents"][1], number=4), "c2: stands where c2 is expected"),
    ("an unknown scale", lambda m: question(m, 15)["scales"].update(staff="stars"), "q15: there is no scale “stars”"),
    ("a scale of somebody not asked", lambda m: question(m, 9).update(scales={"staff": "effect"}), "q9: has a scale for “staff”"),
    ("a field of somebody not asked", lambda m: field(m, 9, "when")["voices"].append("staff"), "q9/when: is filled in by “staff”"),
    ("a choice of nothing", lambda m: field(m, 9, "ways").pop("options"), "q9/ways: has nothing to choose from"),
    ("options of a line", lambda m: field(m, 9, "when").update(options=field(m, 9, "ways")["options"]),
     "q9/when: has options that can't be chosen"),
    ("the same option twice", lambda m: field(m, 9, "ways")["options"].append(field(m, 9, "ways")["options"][0]), "is there twice"),
    ("a unit of words", lambda m: field(m, 9, "when").update(unit=TEXT), "q9/when: has a unit but counts nothing"),
    ("the resident's words of a field are left out", lambda m: field(m, 10, "who").pop("resident"), "q10/who: wants words"),
    ("a long label", lambda m: put(field(m, 9, "when"), label=LONG), "q9/when/sv: more than 16"),
    ("a long task", lambda m: put(m["stages"][0]["tasks"][0], label=LONG), "more than 16"),
    ("the same task twice", lambda m: m["stages"][8]["tasks"].append(m["stages"][0]["tasks"][0]), "tasks: the id"),
    ("a stage of nothing", lambda m: m["stages"][0].pop("tasks"), "prepare: has neither questions nor tasks"),
    ("minutes that don't add up", lambda m: put(question(m, 1), minutes=9), "need: takes 10 minutes, but its questions take 17"),
    ("stages in another order", lambda m: m["stages"].reverse(), "follow-up: is number 8, but stands where 0 is expected"),
    ("a question is left out", lambda m: m["stages"][1]["questions"].pop(0), "questions: there are 27; 28 are expected"),
    ("a question on another path", lambda m: put(question(m, 3), path="short"), "the short path: found"),
    ("nothing is urgent", lambda m: question(m, 2).pop("urgent"), "the questions of an urgent case: found"),
    ("a gate with a way round that may have none", lambda m: put(gate(m, 3), kind="hard-with-override"),
     "the gates with a way round: found"),
    ("a gate is left out", lambda m: m["gates"].pop(), "gates: there are 18; 19 are expected"),
    ("a need leads nowhere", lambda m: put(gate(m, 1)["needs"][0], goto="q99"), "g1/needs/0: leads to “q99”"),
    ("a warning forbids", lambda m: put(gate(m, 17)["needs"][0], forbids=True), "g17/needs/0: forbids"),
    ("a long need", lambda m: put(gate(m, 1)["needs"][0], missing=LONG), "g1/needs/0/missing/sv: more than 32"),
    ("a long button", lambda m: put(gate(m, 1)["needs"][0], action=LONG), "g1/needs/0/action/sv: more than 6"),
    ("no safeguard is asked for", lambda m: m["scales"][-1]["options"][2].pop("needsSafeguard"), "weight: a safeguard"),
    ("no weight scale", lambda m: m.pop("weightScale"), "weightScale: there is no scale “None”"),
    ("little jargon", lambda m: m["jargon"]["sv"].clear(), "jargon/sv: has 0 words"),
    ("jargon in capitals", lambda m: m["jargon"]["sv"].append("ADL"), "jargon/sv: “ADL” is looked for in small letters"),
]

CONDITIONS = [
    ("a question", "answered('q99', 'resident')", "there is no question “q99”"),
    ("a voice", "answered('q10', 'king')", "there is no voice “king”"),
    ("a tick", "'whim' in ticks('q2')", "ticks('q2') can't be “whim”"),
    ("a stance", "stance('q10', 'resident') = {'maybe'}", "stance('q10', 'resident') can't be “maybe”"),
    ("a field", "filled(field('q9', 'mood'))", "there is no field “mood”"),
    ("a choice", "'song' in choices('q9', 'ways')", "choices('q9', 'ways') can't be “song”"),
    ("a consent", "consent_required('c9')", "there is no consent “c9”"),
    ("a state of a consent", "consent('c2') = {'perhaps'}", "consent('c2') can't be “perhaps”"),
    ("a weight", "weight('q18') = 'heavy'", "weight('q18') can't be “heavy”"),
    ("too few names", "answered('q10')", "answered wants question and voice"),
]

CASE = {
    "method": {"id": METHOD["id"], "version": METHOD["version"]},
    "catalogue": {"id": CATALOGUE["id"], "version": CATALOGUE["version"]},
    "card": {"id": "invented", "technology": TECHNOLOGIES[0]["id"], "functions": [], "urgent": True, "done": ["show"]},
    "people": [{"id": "anna", "voice": "resident"}, {"id": "per", "voice": "relatives"}, {"id": "lena", "voice": "facilitator"}],
    "statements": [
        {"id": "s1", "question": "q2", "person": "anna", "words": "Kylan.", "ticks": ["resident-risk"]},
        {"id": "s2", "question": "q2", "person": "per", "nonAnswer": "not-asked", "reason": "Sover."},
        {"id": "s3", "question": "q5", "person": "anna", "words": "Gå ut."},
        {"id": "s4", "question": "q5", "person": "per", "words": "Gå ut."},
        {"id": "s5", "question": "q5", "person": "lena", "words": "Gå ut."},
        {"id": "s6", "question": "q10", "person": "anna", "stances": {"answer": "yes"}, "fields": {"how": "words calm"}},
    ],
    "consents": [{"id": "k1", "consent": "c4", "person": "anna", "about": "per"}],
    "weights": [{"id": "q18", "weight": "strong-reason", "safeguard": "Bara på natten."}],
    "overrides": [{"id": "g13", "name": "Karin"}],
    "decision": {"outcome": "introduce"},
}

CASES = [
    ("another method", lambda c: c["method"].update(version="0.0"), "was begun with another method"),
    ("an unknown task", lambda c: c["card"]["done"].append("dance"), "has done what nobody asked for: ['dance']"),
    ("a stance that can't be chosen", lambda c: c["statements"][5]["stances"].update(answer="perhaps"), "“answer: perhaps”"),
    ("an unknown tick", lambda c: c["statements"][0]["ticks"].append("whim"), "“whim” can't be ticked in q2"),
    ("an unknown field", lambda c: c["statements"][5]["fields"].update(mood="x"), "“mood” can't be filled in by resident"),
    ("an unknown choice", lambda c: c["statements"][5]["fields"].update(how="song"), "“song” can't be chosen in how of q10"),
    ("no answer where one is expected", lambda c: c["statements"].pop(), "q10 is open but has nothing from anna"),
    ("a non-answer without a reason", lambda c: c["statements"][1].pop("reason"), "the reason is missing"),
    ("a consent about nobody", lambda c: c["consents"][0].pop("about"), "“k1” is about nobody"),
    ("a weight where nothing is weighed", lambda c: c["weights"][0].update(id="q1"), "“q1: strong-reason” can't be weighed"),
    ("no safeguard", lambda c: c["weights"][0].pop("safeguard"), "the safeguard of q18 is missing"),
    ("a hard gate overruled", lambda c: c["overrides"][0].update(id="g3"), "“g3” can't be overruled"),
    ("an outcome of another meeting", lambda c: c["decision"].update(outcome="continue"), "belongs to another meeting"),
]

OPENS = [({"answer": "yes"}, [], False), ({"answer": "no"}, [], False), ({"answer": "unsure"}, [], True), ({"answer": "yes"}, ["doubt"], True)]


def method_faults(method):
    faults = Faults()
    check_method(faults, method, TECHNOLOGIES)
    return faults


def expect(faults, said):
    assert any(said in fault for fault in faults), f"“{said}” is not in: {faults}"


def what_ships_is_right(step):
    with step("the method"):
        assert method_faults(METHOD) == [], method_faults(METHOD)


def one_wrong_thing_is_named_with_its_place(step):
    for name, change, said in WRONG:
        with step(name):
            method = copy.deepcopy(METHOD)
            change(method)
            expect(method_faults(method), said)


def a_condition_names_only_what_is_there(step):
    for name, condition, said in CONDITIONS:
        with step(name):
            method = copy.deepcopy(METHOD)
            gate(method, 1)["needs"][0]["closed"] = condition
            expect(method_faults(method), f"g1/needs/0/closed: {said}")
    with step("in what opens a question"):
        method = copy.deepcopy(METHOD)
        question(method, 11)["opens"] = "'whim' in ticks('q10')"
        expect(method_faults(method), "q11/opens: ticks('q10') can't be “whim”")


def a_case_says_only_what_can_be_said(step):
    with step("a right one"):
        faults = Faults()
        check_case(faults, CASE, METHOD, CATALOGUE)
        assert faults == [], faults
    for name, change, said in CASES:
        with step(name):
            case, faults = copy.deepcopy(CASE), Faults()
            change(case)
            check_case(faults, case, METHOD, CATALOGUE)
            expect(faults, said)


def an_unclear_answer_opens_questions(step):
    for stances, ticks, expected in OPENS:
        with step(f"{stances} {ticks}"):
            case = copy.deepcopy(CASE)
            case["statements"][5].update(stances=stances, ticks=ticks)
            assert opened(question(METHOD, 11)["opens"], case) is expected
    with step("a reason instead of an answer"):
        case = copy.deepcopy(CASE)
        case["statements"][5] = {"question": "q10", "person": "anna", "nonAnswer": "not-asked", "reason": "Sover."}
        assert opened(question(METHOD, 11)["opens"], case)


def what_stands_beside_the_method_is_read(step):
    names = [q["id"] for stage in METHOD["stages"] for q in stage["questions"]] + [g["id"] for g in METHOD["gates"]]
    rows = [f"| `{name}` | built on | answers |" for name in names]
    for name, lines, said in (("a whole table", rows, None), ("no row", rows[1:], "q1 has no row"),
                              ("two rows", rows + rows[:1], "q1 has 2 rows"),
                              ("an empty row", ["| `q1` | | |"] + rows[1:], "q1 does not say"),
                              ("a row of nothing", rows + ["| `q99` | built on | answers |"], "q99 has a row but is not")):
        with step(name):
            faults = Faults()
            check_sources(faults, "\n".join(lines), METHOD)
            assert not faults if said is None else any(said in fault for fault in faults), faults
    pack = {"id": "xx", "references": [{"id": "law"}], "roads": [], "retention": {"references": ["law"]},
            "impactAssessment": {"references": ["law"]}, "consents": [{"consent": "c9", "references": ["rumour"]}],
            "followUp": [{"level": 1}]}
    with step("a rule pack"):
        faults = Faults()
        check_rules(faults, pack, METHOD)
        for said in ("there is no consent “c9”", "there is no reference “rumour”", "follows up other levels"):
            expect(faults, said)
    addition = {"id": "town", "on": {"method": METHOD["id"], "version": "0.1"}, "removes": ["g3"],
                "questions": [{"stage": "attic", "question": dict(question(METHOD, 9), id="town-one", resident=LONG)}],
                "prompts": [{"technology": "kite", "question": "q1", "text": TEXT}]}
    with step("an addition"):
        faults = Faults()
        check_addition(faults, addition, METHOD, TECHNOLOGIES)
        for said in ("written for another", "removes “g3”", "no stage “attic”", "town-one/resident/sv: more than 12", "“kite”"):
            expect(faults, said)
    with step("the catalogue"):
        catalogue, faults = copy.deepcopy(CATALOGUE), Faults()
        catalogue["technologies"][0]["prompts"] = [{"question": "q99", "text": TEXT}]
        catalogue["technologies"].reverse()
        check_catalogue(faults, catalogue, {"q1"})
        for said in ("“q99”, which is not there", "stands where 1 is expected"):
            expect(faults, said)


if __name__ == "__main__":
    tap.run(what_ships_is_right, one_wrong_thing_is_named_with_its_place, a_condition_names_only_what_is_there,
            a_case_says_only_what_can_be_said, an_unclear_answer_opens_questions, what_stands_beside_the_method_is_read,
            seconds=60)
