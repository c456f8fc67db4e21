#!/usr/bin/env python3
"""What the pages tell of a case: gates, consents, people, acknowledgements, decision, provenance.

check-told.py LAY-OUT: lays out cases in which one thing is changed, and reads the pages.
"""

import hashlib
import json
import re
import sys

import archival
import tap
from pages import (LANGUAGES, LONG_SWEDISH, METHOD, METHOD_GATES, QUESTIONS, SOURCE, WORDS, check_all, date,
    load, long_words, past_gates, Record, run, said, seal, squeeze, urgent)


def an_exception_stands_with_name_time_and_reason(folder):
    for language in LANGUAGES:
        record = Record(folder, seal(past_gates(load("gps-alarm"), ["g13"])), language)
        check_all(record)
        gate = next(g for g in record.twin["record"]["gates"] if g["id"] == "g13")
        assert gate["state"] == "overridden" and gate["needs"] == [0], gate
        assert said(record, "overrides") in squeeze(record.pages[0]), "page 1 does not tell of the exception"
        assert "KarinLund" in squeeze(record.pages[0])
        who = said(record, "decided-by", name="Karin Lund", role="enhetschef")
        assert said(record, "overridden-by", who=who, time=date("2026-11-26", language)) in record.content()


def gates_are_told_with_the_time_at_which_it_was_so(folder):
    for language in LANGUAGES:
        record = Record(folder, seal(load("gps-alarm")), language)
        check_all(record)
        when = said(record, "gates-when", time="…").split("…")[0]
        assert when in record.content(), when
        after = record.content().split(when)[1]
        sealed = record.twin["record"]["sealed"]
        assert date(sealed[:10], language) in after[:40] and sealed[11:13] in after[:40], after[:60]
        assert any(gate["state"] == "closed" for gate in record.twin["record"]["gates"])
        draft = Record(folder, load("gps-alarm"), language, "--draft")
        assert when not in draft.content()


def a_gate_that_may_not_be_passed_stays_open(folder):
    case = seal(load("gps-alarm"))
    case["decision"].update(outcome="refrain")
    del case["decision"]["until"]
    case["statements"] = [s for s in case["statements"] if s["question"] != "q27"]
    record = Record(folder, case, "sv")
    check_all(record)
    gate = next(g for g in record.twin["record"]["gates"] if g["id"] == "g11")
    assert gate["state"] == "open" and gate["needs"], gate
    for need in gate["needs"]:
        missing = METHOD_GATES["g11"]["needs"][need]["missing"]["sv"].replace("{person}", "Anna")
        assert squeeze(missing.replace("{technology}", "GPS-larmet")) in record.content(), missing
    assert said(record, "overrides") not in squeeze(record.pages[0])


def an_urgent_yes_says_that_it_is_interim(folder):
    for language in LANGUAGES:
        record = Record(folder, urgent(seal(load("gps-alarm"))), language)
        check_all(record)
        until = said(record, "interim-until", date=date("2026-12-09", language))
        assert until in squeeze(record.pages[0]), until
        assert said(record, "urgent-limit", days="14") in record.content()
    record = Record(folder, seal(load("gps-alarm")), "sv")
    assert said(record, "interim-then") not in record.content()


def a_withdrawn_consent_keeps_what_was_said_first(folder):
    case = seal(load("gps-alarm"))
    case["consents"][0].update(withdrawn="2026-12-03T09:00:00+01:00", withdrawnTo="Ali Noor", withdrawnWords="Ta bort den.")
    record = Record(folder, case, "sv")
    check_all(record)
    text = record.content()
    assert said(record, "consent-withdrawn") + "Tabortden." in text
    assert said(record, "withdrawn-first", answer=record.word("consent-yes")) in text
    assert said(record, "withdrawn-when", date=date("2026-12-03", "sv")) in text
    assert re.search(said(record, "sources-counts").split(";")[-1].replace("{consents}", r"\d+").replace("{withdrawn}", "1"), text)


def figures(doc):
    """What stands for each figure, in reading order."""
    waiting = doc.listed(doc.get(doc.root, "/StructTreeRoot"), "/K")[::-1]
    while waiting:
        element = doc.resolve(waiting.pop())
        if isinstance(element, dict) and "/S" in element:
            if element["/S"] == "/Figure":
                yield archival.text(element.get("/Alt"))
            waiting += doc.listed(element, "/K")[::-1]


def who_acknowledges_and_who_does_not_stand_side_by_side(folder):
    for name, language in (("medicine-dispenser", "sv"), ("medicine-dispenser.en", "en"), ("medicine-dispenser.zh", "zh")):
        record = Record(folder, seal(load(name)), language)
        check_all(record)
        text = record.content()
        part = text[text.index(said(record, "acknowledgements") + said(record, "acknowledgements-note")):]
        part = part[:part.index(squeeze(record.word("provenance")))]
        drawn = [a for a in record.case["acknowledgements"] if a["answer"] == "drawn"]
        witness = record.case["card"]["facilitator"]
        for answer in ("said", "declined", "cannot", "not-asked", "open"):
            assert part.count(said(record, "acknowledged-" + answer)) == 1, (name, answer)
        assert part.count(squeeze(witness)) == 6, (name, "each with whom, and the one who is not asked yet")
        alts = list(figures(archival.Document(record.path)))
        assert len(alts) == len(drawn) == 2, (name, alts)
        assert archival.faults(archival.Document(record.path)) == []
        for acknowledgement, alt in zip(drawn, alts):
            person = next(p for p in record.case["people"] if p["id"] == acknowledgement["id"])
            assert person["name"] in alt and witness in alt, alt
            assert part.count(squeeze(person["name"])) == 1 + ("words" in acknowledgement), (name, person["name"])


def acknowledgements_are_told_in_two_languages(folder):
    """Each state, and how; what somebody added stands once."""
    for name, first, second in ("medicine-dispenser", "sv", "zh"), ("medicine-dispenser.zh", "zh", "en"):
        record = Record(folder, seal(load(name)), f"{first},{second}")
        check_all(record)
        text = record.content()
        for key in "acknowledgements", "acknowledgements-note", "acknowledged-said", "acknowledged-open", "acknowledged-words":
            assert squeeze(WORDS[key][first] + WORDS[key][second]) in text, key
        for acknowledgement in record.case["acknowledgements"]:
            words = squeeze(acknowledgement.get("words", ""))
            assert not words or text.count(words) == 1, words
        assert archival.faults(archival.Document(record.path)) == []


def an_outcome_that_changed_since_is_told(folder):
    case = seal(load("medicine-dispenser"))
    case["acknowledgements"][2]["outcome"] = "Inte nu"
    text = Record(folder, case, "sv").content()
    assert squeeze(WORDS["acknowledged-earlier"]["sv"].replace("{outcome}", "Inte nu")) in text


def where_nobody_was_asked_nothing_is_said_of_it(folder):
    record = Record(folder, load("gps-alarm"), "sv")
    assert said(record, "acknowledgements") not in record.content()


def people_stand_by_their_sentences_or_not(folder):
    case = seal(load("gps-alarm"))
    first, second, third = (s for s in case["statements"] if s["question"] == "q16" and s["person"] in ("anna", "per", "eva"))
    first.update(how="told", source="Eva B.", said="2026-11-20", changed="2026-11-26T14:29:00+01:00")
    at = "2026-11-26T14:30:00+01:00"
    case["confirmations"] = [
        {"id": first["id"], "person": first["person"], "answer": "changed", "occasion": "meeting", "before": "Hon vill ut.", "at": at},
        {"id": second["id"], "person": second["person"], "answer": "objects", "occasion": "meeting", "words": "Inte så.", "at": at},
        # this one was changed after it had been confirmed, so it holds no more
        {"id": third["id"], "person": third["person"], "answer": "yes", "occasion": "meeting", "at": "2026-11-25T10:00:00+01:00"}]
    third["changed"] = at
    record = Record(folder, case, "sv")
    check_all(record)
    text = record.content()
    time = date(at, "sv") + "kl.14.30"
    assert said(record, "how-told-by", name="Eva B.") in text
    assert said(record, "confirmed-changed", name="Anna B.", time=time) in text
    assert said(record, "confirmed-before", words="Hon vill ut.") in text
    assert said(record, "confirmed-objects", name="Per B.", time=time) in text
    assert said(record, "confirmed-wrong", words="Inte så.") in text
    assert "harhörtdetochsägerattdetstämmer,25" not in text


def people_without_their_names_are_counted(folder):
    case = seal(load("gps-alarm"))
    night = next(one for one in case["people"] if one["id"] == "natt")
    night.update(size="5")
    statement = next(s for s in case["statements"] if s["person"] == "natt" and s.get("stances", {}).get("answer"))
    statement["counts"] = {"answer/same": "2", "answer/worse": "3"}
    del statement["stances"]
    record = Record(folder, case, "sv")
    check_all(record)
    assert squeeze("3 av 5: sämre · 2 av 5: ingen skillnad") in record.content()
    assert said(record, "role-several", role=night["role"], n="5") in record.content()


def what_was_asked_and_what_a_lawyer_must_see_is_told(folder):
    case = seal(load("gps-alarm"))
    for language, country in (("sv", "se"), ("en", "se"), ("zh", "cn")):
        rules = json.loads((SOURCE / "data" / "rules" / f"{country}.json").read_text())
        unsure = {reference["id"] for reference in rules["references"] if reference.get("verify")}
        required = {each["consent"] for each in rules["consents"] if unsure & set(each["references"])}
        assert required and required != {kind["id"] for kind in METHOD["consents"]}
        case["rules"] = {"id": country, "version": rules["version"]}
        case["decision"].update(road=rules["roads"][0]["id"], provision=rules["roads"][0]["provisions"][0])
        record = Record(folder, case, language)
        table = record.content()
        table = table[table.index(said(record, "consents-note")):table.index(said(record, "sheet-note"))]
        titles = [(kind, table.find(squeeze(f"C{kind['number']}{kind['title'][language]}"))) for kind in METHOD["consents"]]
        rows = [(kind, start) for kind, start in titles if start >= 0]
        assert [kind["id"] for kind, _ in rows] == ["c1", "c2", "c4", "c5"]
        for (kind, start), end in zip(rows, [start for _, start in rows[1:]] + [len(table)]):
            row = table[start:end]
            for piece in re.split(r"\{\w+\}", kind["question"][language]):
                assert squeeze(piece) in row, f"{kind['id']} is not asked as “{piece}”"
            assert (said(record, "verify") in row) == (kind["id"] in required), f"{kind['id']}, {country}"


def each_thing_is_asked_in_the_residents_words(folder):
    for language in LANGUAGES:
        record = Record(folder, seal(load("gps-alarm")), language)
        for question in QUESTIONS.values():
            for item in question.get("items", []) if "resident" in question["voices"] else []:
                assert squeeze(item["resident"][language]) in record.content(), f"{question['id']}, {item['id']}, {language}"


def answers_to_questions_that_are_gone_stay(folder):
    before = Record(folder, seal(load("gps-alarm")), "sv")
    assert said(before, "gone-intro") not in before.content()
    for language in LANGUAGES:
        case = seal(load("gps-alarm"))
        people = [person["id"] for person in case["people"]]
        case["statements"] += [
            {"id": "gone-1", "question": "winter-way", "person": people[0], "words": long_words(LONG_SWEDISH, 1700), "how": "meeting"},
            {"id": "gone-2", "question": "winter-way", "person": people[1], "stances": {"answer": "worse"}, "ticks": ["ice"],
             "fields": {"coverage": "gaps", "note": "Isen bär inte"}},
            {"id": "gone-3", "question": "old-one", "person": people[2], "nonAnswer": "not-asked", "reason": "Hon hade gått hem"},
        ]
        record = Record(folder, case, language)
        check_all(record)
        text = record.content()
        assert said(record, "in-full-intro") not in text, "the chapter of whole statements is empty"
        for words in ("winter-way", "old-one", "answer: worse", "coverage: gaps", "note: Isen bär inte", "ice", "Hon hade gått hem"):
            assert squeeze(words) in text[text.index(said(record, "gone-intro")):], words


def position_and_decision_are_kept_apart(folder):
    case = seal(load("gps-alarm"))
    decided = Record(folder, case, "sv")
    text = decided.content()
    assert text.index(said(decided, "position")) < text.index(said(decided, "formal"))
    for key in ("label-road", "label-provision", "label-presenter", "label-others", "label-objecting", "appeal-told", "verify"):
        assert said(decided, key) in text, key
    assert "10kap.6§socialtjänstlagen(2025:400)" in text
    assert squeeze(decided.pages[0]).count(said(decided, "position-brief")) == 0
    for name in ("decided", "content", "road", "provision", "presenter", "others", "appeal"):
        case["decision"].pop(name)
    alone = Record(folder, case, "sv")
    check_all(alone)
    assert said(alone, "position-brief") in squeeze(alone.pages[0])
    assert said(alone, "formal-none") in alone.content()
    for key in ("label-road", "label-provision", "label-presenter", "label-others"):
        assert said(alone, key) not in alone.content(), key


def an_end_says_what_was_removed(folder):
    case = seal(load("gps-alarm"))
    case["card"].update(occasion="follow-up", earlier="SÄ 2025/12")
    case["decision"].update(outcome="end", removed="2026-11-27", dataDeleted="2026-11-28", removalConfirmedBy="Ali Noor")
    del case["decision"]["until"]
    for language in ("sv", "zh"):
        record = Record(folder, case, language)
        check_all(record)
        text = record.content()
        for key, day in (("removed-on", "2026-11-27"), ("data-deleted-on", "2026-11-28")):
            assert said(record, key, date=date(day, language)) in text, key
        assert said(record, "follows-up", number="SÄ2025/12") in squeeze(record.pages[0])


def what_ties_people_to_the_case_is_said(folder):
    case = seal(load("gps-alarm"))
    case["people"][1].update(interest="some", interestWords="Min fru arbetar hos leverantören", cohabits=True, interprets=True)
    case["people"].append({"id": "tolk", "name": "Wang Jun", "voice": "none", "role": "tolk", "presence": "phone", "interprets": True})
    case["card"].update(secondReader="Inger Ståhl", secondReaderRole="MAS", secondReaderView="Jag har läst allt och håller med.")
    for language in ("sv", "en"):
        record = Record(folder, case, language)
        check_all(record)
        text = record.content()
        assert said(record, "cohabits-mark", person="Anna") in text
        assert said(record, "interprets-mark") in text
        assert said(record, "interest-nobody") not in text
        assert said(record, "label-second-reader") in text
    record = Record(folder, seal(load("gps-alarm")), "zh")
    assert said(record, "interest-nobody") in record.content()


def the_data_sheet_gathers_what_the_method_marks(folder):
    record = Record(folder, seal(load("gps-alarm")), "sv")
    numbers = {q["number"] for q in QUESTIONS.values() if q.get("sheet")}
    assert numbers == {21, 25, 26, 27}
    pages = set(re.findall(said(record, "fields-elsewhere", page=record.word("page")).replace("{page}", r"(\d+)"), record.content()))
    assert len(pages) == 1, pages
    sheet = squeeze(record.pages[int(pages.pop()) - 1])
    assert said(record, "sheet") in sheet and said(record, "sheet-data") in sheet and said(record, "sheet-viewers") in sheet


def provenance_names_all_that_it_was_made_with(folder):
    addition = SOURCE / "data" / "additions" / "bjorkdalen.json"
    record = Record(folder, seal(load("gps-alarm")), "sv", "--addition", str(addition))
    check_all(record)
    last = squeeze(record.content()[record.content().index(said(record, "provenance-note")):])
    pins = [record.twin["method"], record.twin["catalogue"], record.twin["rules"], *record.twin["additions"]]
    assert [pin["id"] for pin in pins] == ["tre-roster", "technologies", "se", "bjorkdalen"]
    for pin in pins:
        assert f"({pin['id']}),version{pin['version']}{pin['digest']}" in last, pin
    assert record.twin["additions"][0]["digest"] == hashlib.sha256(addition.read_bytes()).hexdigest()


def how_long_it_is_kept_follows_from_the_birthday(folder):
    for number, kept, key in (("19420314-0000", "2032", "kept-until"), ("19420315-0000", "always", "kept-always")):
        case = seal(load("gps-alarm"))
        case["card"]["personalNumber"] = number
        record = Record(folder, case, "sv")
        assert record.twin["record"]["keepUntil"] == kept
        assert said(record, key, year=kept, years="5") in record.content()
    del case["card"]["personalNumber"]
    record = Record(folder, case, "sv")
    assert "keepUntil" not in record.twin["record"]
    assert said(record, "kept-unknown") in record.content()


TESTS = [
    an_exception_stands_with_name_time_and_reason,
    gates_are_told_with_the_time_at_which_it_was_so,
    a_gate_that_may_not_be_passed_stays_open,
    an_urgent_yes_says_that_it_is_interim,
    a_withdrawn_consent_keeps_what_was_said_first,
    who_acknowledges_and_who_does_not_stand_side_by_side,
    acknowledgements_are_told_in_two_languages,
    an_outcome_that_changed_since_is_told,
    where_nobody_was_asked_nothing_is_said_of_it,
    people_stand_by_their_sentences_or_not,
    people_without_their_names_are_counted,
    answers_to_questions_that_are_gone_stay,
    each_thing_is_asked_in_the_residents_words,
    what_was_asked_and_what_a_lawyer_must_see_is_told,
    position_and_decision_are_kept_apart,
    an_end_says_what_was_removed,
    what_ties_people_to_the_case_is_said,
    the_data_sheet_gathers_what_the_method_marks,
    provenance_names_all_that_it_was_made_with,
    how_long_it_is_kept_follows_from_the_birthday,
]

sys.exit(tap.run(TESTS))
