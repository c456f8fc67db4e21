"""Rule packs and local additions that are wrong in one place: rows of name, contents of FILE, and the lines
on the standard error without "FILE: ". A … at the end of a line stands for anything."""

import copy
import json

from program import DELETE, SOURCE, changed

RULES = "data/rules/se.json"
ADDITION = "data/additions/bjorkdalen.json"
METHOD = "methods/tre-roster.json"
CATALOGUE = "catalogue/technologies.json"

BAD_RULES = [
    ("rules of a newer format", changed(RULES, ("format", 2)),
     ["$.format: made for a newer version of the program: format 2, this one reads 1"]),
    ("rules with an unknown key", changed(RULES, ("consent", [])), ["$.consent: this key is not known here"]),
    ("rules without the roads", changed(RULES, ("roads", DELETE)), ["$: the key “roads” is missing"]),
    ("rules with no road at all", changed(RULES, ("roads", [])), ["$.roads: the list has 0 entries, expected at least 1"]),
    ("rules that say too little and too much", changed(RULES, ("urgentDays", 0), ("withdrawalDays", 61), ("retention", "years", 0)),
     ["$.urgentDays: found 0, expected at least 1", "$.withdrawalDays: found 61, expected at most 60",
      "$.retention.years: found 0, expected at least 1"]),
    ("a country in small letters", changed(RULES, ("country", "se")), ['$.country: found "se", expected the form ^[A-Z]{2}$']),
    ("three levels of follow-up", changed(RULES, ("followUp", 3, DELETE)), ["$.followUp: the list has 3 entries, expected at least 4"]),
    ("five levels of follow-up", changed(RULES, ("followUp", [{"level": n % 4, "firstDays": 9, "thenDays": 9} for n in range(5)])),
     ["$.followUp: the list has 5 entries, expected at most 4"]),
    ("a level that stands twice", changed(RULES, ("followUp", 3, "level", 0)),
     ["$.followUp[3].level: the level “0” stands already at $.followUp[0].level, expected each only once"]),
    ("a reference that stands twice", changed(RULES, ("references", 1, "id", "method-limits")),
     ["$.references[64].id: the id “method-limits” stands already at $.references[1].id, expected each only once",
      "$.roads[0].provisions[3]: there is no reference “sol-8-4” in $.references", "…"]),
    ("a reference that is not there", changed(RULES, ("consents", 0, "references", 0, "sol-99")),
     ["$.consents[0].references[0]: there is no reference “sol-99” in $.references"]),
    ("a provision that is not there", changed(RULES, ("roads", 1, "provisions", 1, "sol-99")),
     ["$.roads[1].provisions[1]: there is no reference “sol-99” in $.references"]),
    ("a retention that rests on nothing", changed(RULES, ("retention", "references", ["no-such"])),
     ["$.retention.references[0]: there is no reference “no-such” in $.references"]),
    ("a month that is none", changed(RULES, ("references", 0, "read", "2025-13")),
     ['$.references[0].read: found "2025-13", expected a year, a month or a day as 2026-11-26']),
    ("a reference without its source", changed(RULES, ("references", 0, "source", DELETE)),
     ["$.references[0]: the key “source” is missing"]),
    ("a text without Chinese", changed(RULES, ("references", 2, "says", "zh", DELETE)),
     ["$.references[2].says: the Chinese (zh) words are missing"]),
    ("a language too few", changed(RULES, ("languages", ["sv", "en"])),
     ["$.languages: “zh” is missing, expected each language of the method “tre-roster”"]),
    ("a consent that the method has not", changed(RULES, ("consents", 0, "consent", "c9")),
     ["$.consents[0].consent: the method “tre-roster” has no consent “c9”"]),
    ("a consent that stands twice", changed(RULES, ("consents", 1, "consent", "c1")),
     ["$.consents[1].consent: the consent “c1” stands already at $.consents[0].consent, expected each only once"]),
    ("a condition that ends too early", changed(RULES, ("consents", 1, "when", "level >= ")),
     ["$.consents[1].when: character 10: found the end, expected a value"]),
    ("a condition on a question that is not there", changed(RULES, ("consents", 1, "when", "answered('q99', 'resident')")),
     ["$.consents[1].when: character 10: there is no question “q99”"]),
    ("a condition on an answer that nobody can give", changed(RULES, ("consents", 1, "when", "'no-such' in ticks('q2')")),
     ["$.consents[1].when: character 1: the question “q2” has no tick “no-such”"]),
    ("a condition on a word that is not known", changed(RULES, ("consents", 1, "when", "age > 80")),
     ["$.consents[1].when: character 1: the name “age” is not known"]),
    ("a consent because of a consent", changed(RULES, ("consents", 1, "when", "'no' in consent('c1')")),
     ["$.consents[1].when: character 9: a consent can’t be required because of a consent (“c1”), that would go round in a circle"]),
    ("a decision to appeal without a word on how", changed(RULES, ("roads", 1, "appeal", DELETE)),
     ["$.roads[1]: a decision on this road can be appealed, expected “appeal” to say how"]),
    ("a road that stands twice", changed(RULES, ("roads", 1, "id", "execution")),
     ["$.roads[1].id: the id “execution” stands already at $.roads[0].id, expected each only once"]),
    ("the 32nd of a month", changed(RULES, ("retention", "keepBirthDays", [5, 32])),
     ["$.retention.keepBirthDays[1]: found 32, expected at most 31"]),
    ("a kind of PDF that the program does not write", changed(RULES, ("pdfProfile", "PDF/A-1a")),
     ['$.pdfProfile: found "PDF/A-1a", expected one of ["PDF/A-2a","PDF/A-2u","PDF/A-3a"]']),
    ("a kind of PDF that is not archived", changed(RULES, ("pdfProfile", "PDF/X")),
     ['$.pdfProfile: found "PDF/X", expected one of ["PDF/A-2a","PDF/A-2u","PDF/A-3a"]']),
]

WINTER = ("questions", 1, "question")
GATE = ("gates", 0)


def with_more(name, *more):
    """The addition with copies of entries: (list, index, {path: value})."""
    document = json.loads((SOURCE / name).read_text())
    for key, index, changes in more:
        entry = copy.deepcopy(document[key][index])
        for path, value in changes.items():
            *parents, last = path.split(".")
            target = entry
            for parent in parents:
                target = target[parent]
            target[last] = value
        document[key].append(entry)
    return json.dumps(document, ensure_ascii=False).encode()


BAD_ADDITIONS = [
    ("an addition of a newer format", changed(ADDITION, ("format", 2)),
     ["$.format: made for a newer version of the program: format 2, this one reads 1"]),
    ("an addition with an unknown key", changed(ADDITION, ("prompt", [])), ["$.prompt: this key is not known here"]),
    ("an addition with an empty list", changed(ADDITION, ("gates", [])), ["$.gates: the list has 0 entries, expected at least 1"]),
    ("an addition to another method", changed(ADDITION, ("on", "method", "two-voices")),
     ["$.on.method: it was written for the method “two-voices”, but is used with “tre-roster”"]),
    ("an addition to an older version", changed(ADDITION, ("on", "version", "0.9")),
     ["$.on.version: it was written for version 0.9 of the method, but is used with version 1.0; …"]),
    ("an addition with a language too few", changed(ADDITION, ("languages", ["sv", "zh"])),
     ["$.languages: “en” is missing, expected each language of the method “tre-roster”"]),
    ("a title without its Chinese", changed(ADDITION, (*WINTER, "title", "zh", DELETE)),
     ["$.questions[1].question.title: the Chinese (zh) words are missing"]),
    ("a name that is never filled in", changed(ADDITION, (*WINTER, "title", "en", "Winter in {town}")),
     ["$.questions[1].question.title: the English (en) words have “{town}”, expected {person} or {technology}"]),
    ("a stage that is not there", changed(ADDITION, ("questions", 0, "stage", "sums")),
     ["$.questions[0].stage: the method has no stage “sums”"]),
    ("a question after one of another stage", changed(ADDITION, ("questions", 0, "after", "q21")),
     ["$.questions[0].after: the stage “solution” has no question “q21”"]),
    ("a question that the method has", changed(ADDITION, ("questions", 0, "question", "id", "q7")),
     [f"$.questions[0].question.id: the id “q7” stands already at {METHOD}: $.stages[2].questions[2].id, expected each only once"]),
    ("a number that the method has", changed(ADDITION, ("questions", 0, "question", "number", 6)),
     [f"$.questions[0].question.number: the number “6” stands already at {METHOD}: $.stages[2].questions[1].number, expected each only once"]),
    ("a number that stands twice", changed(ADDITION, (*WINTER, "number", 51)),
     ["$.questions[1].question.number: the number “51” stands already at $.questions[0].question.number, expected each only once"]),
    ("a scale that is not there", changed(ADDITION, (*WINTER, "scales", "staff", "fear")),
     [f"$.questions[1].question.scales.staff: there is no scale “fear” in {METHOD}: $.scales"]),
    ("a scale for a voice that is not asked", changed(ADDITION, (*WINTER, "scales", "facilitator", "worry")),
     ["$.questions[1].question.scales.facilitator: the voice has a scale but is not asked, expected it among the voices"]),
    ("a field that stands twice", changed(ADDITION, (*WINTER, "fields", 1, "id", "coverage")),
     ["$.questions[1].question.fields[1].id: the id “coverage” stands already at $.questions[1].question.fields[0].id, expected each only once", "…"]),
    ("a choice of nothing", changed(ADDITION, (*WINTER, "fields", 0, "options", DELETE)), ["$.questions[1].question.fields[0]: the key “options” is missing: a field of the kind “choice” needs them", "…"]),
    ("questions that open each other", changed(ADDITION, ("questions", 0, "question", "opens", "answered('bjorkdalen-winter', 'staff')"),
                                               (*WINTER, "opens", "answered('bjorkdalen-way', 'staff')")),
     ["$.questions[0].question.opens: it waits for itself: “bjorkdalen-way” waits for “bjorkdalen-winter” waits for “bjorkdalen-way”"]),
    ("a gate that the method has", changed(ADDITION, (*GATE, "id", "g4")),
     [f"$.gates[0].id: the id “g4” stands already at {METHOD}: $.gates[3].id, expected each only once"]),
    ("a gate that stands twice", with_more(ADDITION, ("gates", 0, {})),
     ["$.gates[1].id: the id “bjorkdalen-coverage” stands already at $.gates[0].id, expected each only once"]),
    ("a gate on a question that is not there", changed(ADDITION, (*GATE, "needs", 1, "when", "'gaps' in choices('bjorkdalen-wintr', 'coverage')")),
     ["$.gates[0].needs[1].when: character 19: there is no question “bjorkdalen-wintr”"]),
    ("a gate on an option that is not there", changed(ADDITION, (*GATE, "needs", 1, "when", "'holes' in choices('bjorkdalen-winter', 'coverage')")),
     ["$.gates[0].needs[1].when: character 1: the field “coverage” has no option “holes”"]),
    ("a gate that can't be read", changed(ADDITION, (*GATE, "when", "level >= ")), ["$.gates[0].when: character 10: found the end, expected a value"]),
    ("a gate that can never close", changed(ADDITION, (*GATE, "needs", 0, "closed", "level > 1 and level < 1")), ["$.gates[0].needs[0].closed: this can never be so: nobody could close the gate"]),
    ("a gate that leads nowhere", changed(ADDITION, (*GATE, "needs", 0, "goto", "winter")), ["$.gates[0].needs[0].goto: there is no question “winter”…"]),
    ("a hard gate left out", changed(ADDITION, ("removes", ["g3"])),
     [f"$.removes[0]: an addition may not remove a hard gate: “g3” at {METHOD}: $.gates[2].kind is “hard”, expected a warning"]),
    ("a gate left out that may be overruled", changed(ADDITION, ("removes", ["g18"])),
     [f"$.removes[0]: an addition may not remove a hard gate: “g18” at {METHOD}: $.gates[17].kind is “hard-with-override”, expected a warning"]),
    ("a gate left out that is not there", changed(ADDITION, ("removes", ["g20"])), ["$.removes[0]: the method has no gate “g20”"]),
    ("its own gate left out", changed(ADDITION, ("removes", ["bjorkdalen-coverage"])),
     ["$.removes[0]: the gate “bjorkdalen-coverage” comes from FILE: $.gates[0], expected a gate of the method"]),
    ("a technology that the catalogue has", changed(ADDITION, ("technologies", 0, "id", "gps-alarm")),
     [f"$.technologies[0].id: the id “gps-alarm” stands already at {CATALOGUE}: $.technologies[0].id, expected each only once"]),
    ("a level that is too high", changed(ADDITION, ("technologies", 0, "functions", 1, "level", 4)),
     ["$.technologies[0].functions[1].level: found 4, expected at most 3"]),
    ("a prompt of the technology at no question", changed(ADDITION, ("technologies", 0, "prompts", 0, "question", "q29")),
     ["$.technologies[0].prompts[0].question: the method “tre-roster” has no question “q29”"]),
    ("a prompt for a technology that is not there", changed(ADDITION, ("prompts", 0, "technology", "gps")),
     ["$.prompts[0].technology: the catalogue has no technology “gps”"]),
    ("a prompt at a question that is not there", changed(ADDITION, ("prompts", 1, "question", "q29")),
     ["$.prompts[1].question: the method “tre-roster” has no question “q29”"]),
    ("other words for what is not there", changed(ADDITION, ("wording", 1, "id", "q72")), ["$.wording[1].id: the method has no question “q72”"]),
    ("other words for a part that is not there", changed(ADDITION, ("wording", 0, "part", "title")),
     ["$.wording[0].part: the outcome “refer” has no words called “title”, expected one of label, sentence"]),
    ("other words for a rule", changed(ADDITION, ("wording", 0, "part", "yes")),
     ["$.wording[0].part: the outcome “refer” has no words called “yes”, expected one of label, sentence"]),
    ("other words in two languages only", changed(ADDITION, ("wording", 0, "text", "en", DELETE)),
     ["$.wording[0].text: the English (en) words are missing"]),
    ("other words twice", with_more(ADDITION, ("wording", 1, {})),
     ["$.wording[2]: the words “example” of the question “q27” change already at FILE: $.wording[1], expected once"]),
    ("five problems in five parts", changed(ADDITION, ("questions", 0, "stage", "sums"), ("removes", ["g1"]), ("prompts", 0, "technology", "gps"),
                                            ("wording", 0, "id", "pass"), (*GATE, "needs", 0, "goto", "winter")),
     ["$.questions[0].stage: the method has no stage “sums”", "$.prompts[0].technology: the catalogue has no technology “gps”",
      "$.removes[0]: an addition may not remove a hard gate: …", "$.wording[0].id: the method has no outcome “pass”",
      "$.gates[0].needs[0].goto: there is no question “winter”…"]),
]
