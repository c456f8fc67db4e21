"""Random cases that a schema allows: every text field filled with words of many peoples.

Which fields hold free text is read from the schema of a case, so a field that is added later is
filled, and looked for in the record, without a change here.
"""

import json

LATIN = "å ä ö é ß ñ ø Ž Ł ğ Привет Ωμέγα ½ € § – ”citat” ’ vi går till sjön varje dag hem igen (ja) 10:30 7 %"
MARKS = "e\u0301 o\u0308 Z\u0337\u0351a n\u0303a\u0304 y\u0323\u0302 k\u0331"
HAN = "我在湖边住了一辈子，路上的每一块石头都认得。“不要”——她说：好！龍 𠮷 안녕 こんにちは"
ARABIC = "أنا أحب أن أمشي إلى البحيرة كل يوم ولا أريد، سلام بِسْمِ (ليلى) 10:30 عليكم؟ שלום טוב. پدر گچ"
EMOJI = "😀 👩‍🦽 ❤️ 🥰 👍🏽 🇸🇪 ☎ ☺ 🐈 🤍"
OTHERS = "ሰላም ที่นี่ Բարև ქართ नमस्ते བོད বাংলা தமிழ் ܫܠܡܐ"
KINDS = [LATIN, LATIN, MARKS, HAN, ARABIC, EMOJI, OTHERS]
LONG = 10000


class Words:
    """Texts, each with a number of its own so that no two are the same."""

    def __init__(self, random):
        self.random, self.count = random, 0

    def make(self, longest):
        """Mostly short, in one script or in several; now and then as long as a field may be."""
        self.count += 1
        length = self.random.choice([1, 4, 9, 20, 60]) if longest > 60 else self.random.choice([1, 2])
        kind = self.random.choice(KINDS)
        pieces = [f"w{self.count}"]
        while len(pieces) <= length:
            if self.random.random() < 0.1:
                kind = self.random.choice(KINDS)
            pieces.append(self.random.choice(kind.split(" ")))
        return self.join(pieces, longest)

    def make_long(self, length):
        self.count += 1
        kind = self.random.choice([LATIN, HAN, ARABIC])
        pieces, size = [f"w{self.count}"], 0
        while size < length - 20:
            pieces.append(self.random.choice(kind.split(" ")))
            size += len(pieces[-1]) + 1
        return self.join(pieces, length)

    def join(self, pieces, longest):
        text = pieces[0]
        for piece in pieces[1:]:
            between = "\n" if longest > 5000 and self.random.random() < 0.02 else " "
            if len(text) + len(piece) < longest:
                text += between + piece
        return text


def resolve(schema, part):
    return schema["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else part


def is_free(part):
    return part.get("type") == "string" and "pattern" not in part and "format" not in part


def free_fields(schema, name):
    """Name and greatest length of each field of free text in this part of a case."""
    for field, part in schema["$defs"][name]["properties"].items():
        part = resolve(schema, part)
        if is_free(part):
            yield field, part["maxLength"]


class Generator:
    def __init__(self, random, schema, method, catalogue, language):
        self.random, self.schema, self.language = random, schema, language
        self.words = Words(random)
        self.method, self.catalogue = method, catalogue
        self.questions = [q for stage in method["stages"] for q in stage.get("questions", [])]
        self.scales = {scale["id"]: [o["id"] for o in scale["options"]] for scale in method["scales"]}
        self.typed = []  # (place, words)

    def maybe(self, chance):
        return self.random.random() < chance

    def note(self, place, words):
        self.typed.append((place, words))
        return words

    def fill(self, part, name, leave=(), chance=0.85):
        """Every field of free text in @part, apart from those in @leave."""
        required = self.schema["$defs"][name].get("required", [])
        for field, longest in free_fields(self.schema, name):
            if field not in leave and (field in required or self.maybe(chance)):
                part[field] = self.note(f"{name}.{field}", self.words.make(longest))
        return part

    def some(self, name, n, make):
        return [make(f"{name}-{i}") for i in range(1, n + 1)]

    def day(self):
        return f"2026-{self.random.randint(10, 11)}-{self.random.randint(10, 28)}"

    def time(self):
        return self.day() + "T13:30:00+01:00"

    def make_card(self):
        technology = self.random.choice(self.catalogue["technologies"])
        functions = [f["id"] for f in technology["functions"] if self.maybe(0.5)]
        card = {"id": "case-1", "technology": technology["id"], "functions": functions,
                "language": self.language, "meeting": self.time()}
        if self.maybe(0.5):
            card["urgent"] = True
        if self.maybe(0.5):
            card["occasion"] = "follow-up"
        leave = {"personalNumber"} | (set() if card.get("urgent") else {"urgentReason"})
        leave |= set() if card.get("occasion") else {"earlier"}
        return self.fill(card, "card", leave)

    def make_person(self, id):
        voices = ["resident", "relatives", "staff", "facilitator", "none"]
        number = int(id.split("-")[1])
        person = {"id": id, "voice": voices[number - 1] if number <= 5 else self.random.choice(voices[1:3]),
                  "presence": self.random.choice(["room", "video", "phone", "later", "absent"]),
                  "language": self.random.choice(["sv", "ar", "zh", "so"]),
                  "decides": number == 3, "interest": "some"}
        return self.fill(person, "person", {"reason"} if person["presence"] != "absent" else ())

    def make_fields(self, question, voice):
        fields = {}
        for field in question.get("fields", []):
            if voice not in field["voices"] or self.maybe(0.3):
                continue
            if field["kind"] in ("line", "words"):
                longest = 500 if field["kind"] == "line" else 100000
                fields[field["id"]] = self.note(f"{question['id']}.{field['id']}", self.words.make(longest))
            elif field["kind"] == "number":
                fields[field["id"]] = self.note(f"{question['id']}.{field['id']}", str(self.random.randint(10, 9999)))
        return fields

    def make_answer(self, question, voice):
        """A stance where the question has a scale, a non-answer now and then."""
        scale = question.get("scales", {}).get(voice)
        if self.maybe(0.3):
            return {"nonAnswer": self.random.choice([n["id"] for n in self.method["nonAnswers"]])}
        if scale is None:
            return {}
        items = [item["id"] for item in question.get("items", [])] or ["answer"]
        return {"stances": {item: self.random.choice(self.scales[scale]) for item in items}}

    def make_statement(self, question, person, number):
        statement = {"id": f"s-{number}", "question": question["id"], "person": person["id"],
                     "summary": self.maybe(0.3), "said": self.day(), "changed": self.time(),
                     "language": self.random.choice(["sv", "ar", "zh", "so"]), "translationLanguage": self.language,
                     "how": self.random.choice(["meeting", "told", "observed", "interpreter", "letter", "sitting"]),
                     **self.make_answer(question, person["voice"])}
        if self.maybe(0.2) and question.get("ticks"):
            statement["ticks"] = [question["ticks"][0]["id"]]
        leave = set() if self.maybe(0.2) else {"translation", "translator"}
        leave |= set() if statement.get("nonAnswer") else {"reason"}
        self.fill(statement, "statement", leave | {"words"}, 0.6)
        if statement.get("translation") is None:
            self.forget(statement, "translator")
        if self.maybe(0.9) or not (statement.get("stances") or statement.get("nonAnswer")):
            long = number % 40 == 7
            words = self.words.make_long(LONG) if long else self.words.make(100000)
            statement["words"] = self.note("statement.words", words)
        else:
            for field in ("translation", "translator"):
                self.forget(statement, field)
        if fields := self.make_fields(question, person["voice"]):
            statement["fields"] = fields
        return statement

    def forget(self, part, field):
        words = part.pop(field, None)
        self.typed = [typed for typed in self.typed if typed[1] != words]

    def make_statements(self, people):
        statements = []
        for question in self.questions:
            for person in people:
                if person["voice"] in question["voices"] and self.maybe(0.8):
                    statements.append(self.make_statement(question, person, len(statements) + 1))
        return statements

    def make_sittings(self, people):
        questions = [q for q in self.questions if "resident" in q["voices"] and q.get("items")]
        sittings = self.some("sitting", 2, lambda id: self.fill(
            {"id": id, "began": self.time(), "occasion": "morning", "method": "pictures", "end": "tired"}, "sitting"))
        answers = []
        for number, question in enumerate(questions * 2, 1):
            answers.append(self.fill(
                {"id": f"sa-{number}", "sitting": sittings[number > len(questions)]["id"], "question": question["id"],
                 "item": question["items"][0]["id"], "at": self.time(),
                 "option": self.random.choice(self.scales[question["scales"]["resident"]])}, "sittingAnswer"))
        return {"sittings": sittings, "sittingAnswers": answers}

    def make_consents(self, people):
        consents = []
        for number, kind in enumerate(self.method["consents"], 1):
            consent = {"id": f"consent-{number}", "consent": kind["id"], "person": people[0]["id"],
                       "answer": self.random.choice(["yes", "no"]), "form": "said", "at": self.time()}
            withdrawn = consent["answer"] == "yes" and self.maybe(0.5)
            if withdrawn:
                consent["withdrawn"] = self.time()
            leave = () if withdrawn else ("withdrawnTo", "withdrawnWords")
            consents.append(self.fill(consent, "consent", leave))
        return consents

    def make_weighing(self, people):
        weights = [o["id"] for o in next(s for s in self.method["scales"] if s["id"] == self.method["weightScale"])["options"]]
        asked = [q["id"] for q in self.questions if q.get("weigh")]
        gates = [g["id"] for g in self.method["gates"] if g["kind"] == "hard-with-override"]
        return {
            "alternatives": self.some("a", 4, lambda id: self.fill({"id": id, "chosen": id == "a-2"}, "alternative")),
            "conditions": self.some("c", self.random.randint(1, 9), lambda id: self.fill(
                {"id": id, "date": self.day(), "question": "q18"}, "condition")),
            "dissents": [self.fill({"id": p["id"], "answer": self.random.choice(["differs", "reservation"])}, "dissent")
                         for p in people if p["voice"] != "none"],
            "weights": [self.fill({"id": q, "weight": self.random.choice(weights)}, "weight") for q in asked],
            "overrides": [self.fill({"id": gate, "at": self.time()}, "override") for gate in gates],
            "attempts": self.some("t", 2, lambda id: self.fill({"id": id, "question": "q10", "date": self.day()}, "attempt")),
            "acknowledgements": self.make_acknowledgements(people),
            "parked": [self.fill({"id": "q8", "at": self.time()}, "parked")],
        }

    def make_acknowledgements(self, people):
        acknowledgements = []
        for person in people:
            if person["voice"] == "none":
                continue
            answer = self.random.choice(["drawn", "said", "declined", "cannot", "not-asked"])
            one = {"id": person["id"], "answer": answer, "at": self.time()}
            if answer == "drawn":
                one["drawing"] = [f"{self.random.randint(0, 2000)},{self.random.randint(0, 1000)} 5,9" for _ in range(9)]
            acknowledgements.append(self.fill(one, "acknowledgement"))
        return acknowledgements

    def make_confirmations(self, statements):
        confirmations = []
        for statement in statements[::9]:
            if statement.get("words"):
                answer = self.random.choice(["changed", "objects"])
                leave = ("words",) if answer == "changed" else ("before",)
                confirmations.append(self.fill(
                    {"id": statement["id"], "person": statement["person"], "answer": answer, "occasion": "read-back",
                     "at": "2026-12-01T10:00:00+01:00"}, "confirmation", leave))
        return confirmations

    def make_decision(self):
        outcome = self.random.choice([o["id"] for o in self.method["outcomes"]])
        decision = {"id": "decision", "outcome": outcome, "until": "2027-01-07", "followUpDate": "2027-01-07",
                    "decided": "2026-11-27", "sealed": "2026-11-29T15:31:00+01:00"}
        if outcome == "end":
            decision.update(removed="2026-11-27", dataDeleted="2026-11-28")
        return self.fill(decision, "decision", () if outcome == "end" else ("removalConfirmedBy",))

    def make(self):
        case = {"format": 1, "kind": "case", "method": {"id": self.method["id"], "version": self.method["version"]},
                "catalogue": {"id": self.catalogue["id"], "version": self.catalogue["version"]},
                "rules": {"id": "se", "version": "1.0"}, "card": self.make_card()}
        people = case["people"] = self.some("p", self.random.randint(5, 8), self.make_person)
        case["statements"] = self.make_statements(people)
        case["reveals"] = [{"id": q["id"], "at": "2026-11-26T14:00:00+01:00"} for q in self.questions]
        case.update(self.make_sittings(people), consents=self.make_consents(people), **self.make_weighing(people))
        case["confirmations"] = self.make_confirmations(case["statements"])
        case["decision"] = self.make_decision()
        return json.loads(json.dumps(case))
