"""What comes after the questions: weighing, deciding, reading back."""

import re

from .shared import HEARD
from .waiting import wait

READ_YES = {"sv": "Ja", "en": "Yes", "zh": "是"}  # in both windows from the program's own table
READ_CHANGE = {"sv": "Ändra", "en": "Change", "zh": "修改"}
READ_OBJECT = {"sv": "Jag invänder", "en": "I object", "zh": "我有异议"}
ANSWERS = {"yes": "Yes", "no": "No", "cannot": "Can’t answer"}
FORMS = {"said": "In speech", "written": "In writing", "shown": "Shown with gestures or pictures"}


class Deciding:
    def go_to_place(self, message):
        """By the road beside the meeting."""
        self.window.find("list", self.words("Stages and questions")).find("label", self.words(message)).click()

    def go_to_weighing(self):
        self.go_to_place("Weigh together")
        self.window.find("table", self.words("Ways to meet the need"))

    def go_to_decision(self):
        self.go_to_place("Decide")
        self.window.find("list", self.words("Before you can say yes"))

    def weigh_alternatives(self):
        """What no question has asked for is written at the weighing."""
        if "alternatives" not in {self.sample.questions[one]["kind"] for one in self.asked}:
            for alternative in self.sample.case["alternatives"]:
                self.add_alternative(alternative)
        table = self.window.find("table", self.words("Ways to meet the need"))
        for alternative in self.sample.case["alternatives"]:
            table.find("label", alternative["title"])

    def open_gates(self):
        """What the buttons say that lead to what is still missing → the places that they may lead to."""
        places = {}
        for gate in self.sample.method["gates"]:
            for need in gate["needs"]:
                places.setdefault(self.sample.say(need["action"]), set()).add(need["goto"])
        gates = self.window.find("list", self.words("Before you can say yes"))
        return {label.name: places[label.name] for button in gates.all("button") for label in button.all("label")
                if label.name in places}

    def follow_gate(self, action):
        self.button_saying(self.window.find("list", self.words("Before you can say yes")), action).press()

    def decide(self):
        decision, window, words = self.sample.case["decision"], self.window, self.words
        outcome = next(one for one in self.sample.method["outcomes"] if one["id"] == decision["outcome"])
        choices = window.find("list", words("What do you arrive at?"))
        self.press_row(choices, self.sample.say(outcome["label"]))
        if decision.get("until"):
            choices.find("text", re.compile("^" + re.escape(words("Until")))).set_text(decision["until"])
        for message, key in (("Because", "because"), ("although", "although"), ("therefore", "therefore")):
            window.find("text", words(message)).set_text(decision[key])
        for consent in self.sample.case.get("consents", ()):
            self.ask_for_consent(consent)
        for condition in self.sample.case["conditions"]:
            self.add_condition(condition)
        for dissent in self.sample.case["dissents"]:
            self.ask_for_dissent(dissent)
        self.set_follow_up()
        self.choose_road()
        decider = window.find("list", words("Who decides"))
        for message, key in (("Name", "decider"), ("Role", "deciderRole"), ("By which delegation", "delegation"),
                             ("Who presented the case", "presenter"), ("Who else took part without deciding", "others"),
                             ("Day of the decision", "decided"), ("The decision, as it is written", "content")):
            if decision.get(key):
                decider.find("text", words(message)).set_text(decision[key])

    def ask_for_consent(self, consent):
        """Each by itself, in its own dialog."""
        words, group = self.words, self.window.find("list", self.words("Consents"))
        title = self.sample.consent_words(consent)
        row = re.compile("^" + re.escape(title))
        if not group.all("row", row):
            rest = re.compile("^" + re.escape(words("May be asked too")))
            wait(lambda: group.find("row", rest, index=0).place()[2] > 0, "the rest is not there")  # rows are made anew
            group.find("row", rest, index=0).click()
        self.button_saying(group.find("row", row, index=-1), words("Ask …")).press()
        dialog = self.window.find("window", title)
        self.press_row(dialog, words(ANSWERS[consent["answer"]], context="consent"))
        self.press_row(dialog, words(FORMS[consent["form"]], context="form of an answer"))
        for message, key in (("How it was explained: talk, pictures, the object itself …", "explained"),
                             ("Who asked", "askedBy"), ("What was said, word for word", "words")):
            if consent.get(key):
                dialog.find("text", words(message)).set_text(consent[key])
        dialog.find("button", words("_Write Down")).press()
        self.window.has_no("window", title)

    def choose_road(self):
        """Which way the decision goes, and what it rests on."""
        decision, words, sample = self.sample.case["decision"], self.words, self.sample
        group = self.window.find("list", words("How it is decided"))
        road = next(one for one in sample.rules["roads"] if one["id"] == decision["road"])
        provision = next(one for one in sample.rules["references"] if one["id"] == decision["provision"])
        self.choose(group, "The road", sample.say(road["title"]))
        self.choose(group, "The provision it rests on", sample.say(provision["citation"]))
        if decision.get("appeal"):
            told = "It has been told how to appeal" if road["appealable"] else "It has been told what one can do if one is not satisfied"
            group.find("check", re.compile("^" + re.escape(words(told))), index=0).toggle()

    def press_row(self, where, name):
        row = where.find("row", name, index=0)
        row.click()
        wait(lambda: any(radio.is_on() for radio in row.all("radio")), lambda: f"“{name}” is not chosen")

    def set_follow_up(self):
        decision, group = self.sample.case["decision"], self.window.find("list", self.words("Follow-up"))
        group.find("text", index=0).set_text(decision["followUpDate"])
        group.find("text", self.words("Who sees to it")).set_text(decision["followUpOwner"])

    def add_condition(self, condition):
        words = self.words
        group = self.window.find("list", words("Conditions"))
        before = len(group.all("text", words("What must hold")))
        group.find("button", words("Add a condition")).press()
        wait(lambda: len(group.all("text", words("What must hold"))) > before,
             lambda: f"no new condition among {[(field.name, field.text) for field in group.all('text')]}")
        for message, key in (("What must hold", "text"), ("Who sees to it", "owner"), ("Until", "date")):
            if condition.get(key):
                group.find("text", words(message), index=-1).set_text(condition[key])
        if condition.get("question"):
            group.find("combo box", words("Answers to"), index=-1).choose(self.sample.say(self.sample.questions[condition["question"]]["title"]))

    def ask_for_dissent(self, dissent):
        names = {"none": "Does not differ", "differs": "Differs", "reservation": "Formal reservation", "not-asked": "Not asked"}
        group = self.window.find("list", self.words("Differing opinions"))
        person = self.sample.people[dissent["id"]]
        head = group.find("row", re.compile("^" + re.escape(person["name"])))
        head.click()
        answer = self.words(names[dissent["answer"]])
        whole = head.parent.parent.parent
        self.press_row(whole, answer)
        if dissent.get("words"):
            whole.find("text", answer).set_text(dissent["words"])
        head.click()
        whole.has_no("radio")

    def go_to_reading_back(self):
        self.go_to_place("Read back")
        self.window.find("list", self.words("Whose words"))

    def read_back(self, pages):
        """The first who is here says yes to so many pages."""
        for _ in range(pages):
            heard = self.heard()
            self.window.find("button", READ_YES[self.sample.language]).press()
            wait(lambda: self.heard() != heard, lambda: f"nothing is written down: {heard}")

    def is_read_back(self):
        """Whether everybody who is here has heard their words."""
        return any(node.name == HEARD[self.sample.language] for node in self.window.all("label"))

    def sentences(self):
        """What is read now, as toggles that point at it."""
        return [node for node in self.window.all("toggle") if re.match(r"\d+[.:, ]", node.name)]

    def read_page(self, changes=(), objections=()):
        """A page of sentences: a slip is mended, one is objected to (statement → why), to the rest it is yes."""
        heard, page = self.heard(), " ".join(self.window.texts())
        statements = {one["id"]: one for one in self.sample.case["statements"]}
        for identity in changes:
            if identity in self.slips and statements[identity]["words"] + self.slips[identity] in page:
                self.slips.pop(identity)
                words = statements[identity]["words"]
                return self.answer_sentence(READ_CHANGE, words, "What it is now, in their own words", words)
        for identity, why in objections.items():
            if statements[identity]["words"] in page and identity not in self.objected:
                self.objected.add(identity)
                return self.answer_sentence(READ_OBJECT, statements[identity]["words"],
                                            "What is wrong, in their own words (may be left empty)", why)
        self.window.find("button", READ_YES[self.sample.language]).press()
        wait(lambda: self.heard() != heard or self.is_read_back(), lambda: f"nothing is written down: {heard}")

    def answer_sentence(self, answer, words, title, text):
        """One of the page: pointed at where there are several, the answer, the words."""
        heard = self.heard()
        toggle = wait(lambda: next((node for node in self.window.all("toggle") if words in node.name), None),
                      lambda: f"no sentence “{words}” can be pointed at: {[node.name for node in self.window.all('toggle')]}")
        if not toggle.is_on():
            toggle.press()
        self.window.find("button", answer[self.sample.language]).press()
        self.window.find("text", self.words(title)).set_text(text)
        self.button(self.window, "_Write Down").press()
        wait(lambda: self.heard() != heard, lambda: f"nothing is written down: {heard}")

    def heard(self):
        """What the list says of everybody."""
        return [label.name for label in self.window.find("list", self.words("Whose words")).all("label")]
