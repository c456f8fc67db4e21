"""The questions of a meeting, one by one: who says what, shown side by side, weighed."""

import re

from . import hands, keys
from .preparing import LANE_TITLES
from .waiting import wait

VOICES = ("resident", "relatives", "staff", "facilitator")
HOWS = ("meeting", "sitting", "phone", "video", "letter", "pictures", "interpreter", "told", "observed")
WHO = {"interpreter": "Who interpreted?", "told": "Who told it?", "observed": "Who saw it?", "pictures": "Who asked?", "sitting": "Who asked?"}
WHO_ELSE = "Who told it, or interpreted?"
LANGUAGES = {"sv": "Swedish", "en": "English", "zh": "Chinese"}
BESIDE_THE_WORDS = ("Why there is no answer", "Who translated?", "What is not right?", WHO_ELSE, *WHO.values())
MOST_BUTTONS = 5  # a choice among more is a list


class Asking:
    def lane(self, voice):
        title = self.words(LANE_TITLES[voice])
        return self.window.find("grouping", re.compile("^" + re.escape(title) + "[,:，：]"))

    def give_word(self, voice):
        """By its key, as the lane's own fields can't be focused from outside."""
        state, lane = self.words("Has the word"), self.lane(voice)
        if lane.name.endswith(state):
            return lane
        self.to_front()
        keys.press(f"ctrl+{1 + VOICES.index(voice)}")
        wait(lambda: lane.name.endswith(state) or voice == "facilitator", lambda: f"the lane does not get the word: {lane.name}")
        return lane

    def to_front(self):
        outside = self.window.outside()
        if not outside.is_active():
            outside.raise_()

    def current_question(self):
        """Which question the window asks now, by its heading."""
        heads = {self.sample.say(question["question"]): question for question in self.sample.questions.values()}
        return wait(lambda: next((heads[node.name] for node in self.window.walk() if node.name in heads), None),
                    "no question of the method is shown")

    def answer(self, question):
        """Everything that the file knows for this question."""
        for voice in VOICES:
            people = [one for one in self.sample.case["people"] if one["voice"] == voice]
            statements = {one["person"]: one for one in self.sample.statements_of(question["id"])}
            if voice == "facilitator" and question["kind"] != "statement":
                self.answer_together(question)
                continue
            if voice not in question["voices"]:
                continue
            for person in people:
                if person["id"] in statements:
                    lane = self.give_word(voice)
                    if len(people) > 1:
                        lane.find("toggle", person["name"]).toggle()
                    self.state(question, lane, person, statements[person["id"]])
            if voice == "resident":
                self.note_attempts(question)

    def answer_together(self, question):
        window, words = self.window, self.words
        if question["kind"] == "purpose":
            window.find("text", words("The purpose in one sentence")).set_text(self.sample.case["card"]["purpose"])
        elif question["kind"] == "alternatives":
            for alternative in self.sample.case["alternatives"]:
                self.add_alternative(alternative)

    def add_alternative(self, alternative):
        window, words = self.window, self.words
        self.button(window, "Add an Alternative").press()
        dialog = window.find("window", words("Alternative"))
        dialog.find("text", words("What it is")).set_text(alternative["title"])
        if alternative.get("withoutTechnology"):
            dialog.find("check", words("Without technology"), index=0).toggle()
        for message, key in (("Does it meet the need?", "meetsNeed"), ("How much does it intrude?", "intrusion"),
                             ("How much time of people does it take?", "humanTime"), ("What does it cost?", "cost"),
                             ("Why, or why not?", "reason")):
            dialog.find("text", words(message)).set_text(alternative.get(key, ""))
        if alternative.get("chosen"):
            dialog.find("check", words("This is what we choose"), index=0).toggle()
        keys.press("Escape")
        window.has_no("window", words("Alternative"))

    def note_attempts(self, question):
        window, words = self.window, self.words
        for attempt in self.sample.case.get("attempts", ()):
            if attempt["question"] != question["id"]:
                continue
            self.button(window, "Note an Attempt").press()
            dialog = window.find("window", words("An attempt to ask"))
            for message, key in (("Date (year-month-day)", "date"), ("Time of day", "occasion"),
                                 ("How: talk, pictures, showing the object …", "method"), ("Who asked", "by"),
                                 ("What happened", "note")):
                dialog.find("text", words(message)).set_text(attempt.get(key, ""))
            dialog.find("button", words("Add")).press()
            window.has_no("window", words("An attempt to ask"))

    def state(self, question, lane, person, statement):
        """One person's answer into the lane's form."""
        words = self.words
        if statement.get("nonAnswer"):
            number = [one["id"] for one in self.sample.method["nonAnswers"]].index(statement["nonAnswer"])
            self.choose_in_menu(lane, "No Answer …", number)
            if statement.get("reason"):
                lane.find("text", words("Why there is no answer")).set_text(statement["reason"])
        for item, option in statement.get("stances", {}).items():
            self.choose_option(question, lane, person["voice"], item, option)
        for tick in question.get("ticks", ()):
            if tick["id"] in statement.get("ticks", ()):
                lane.find("check", self.sample.say(tick["label"])).toggle()
        if statement.get("words"):
            self.own_words(lane, question).set_text(statement["words"] + self.slips.get(statement["id"], ""))
        if statement.get("translation"):
            self.translate(lane, statement)
        for field in question.get("fields", ()):
            if field["id"] in statement.get("fields", {}):
                self.fill_in(lane, field, person["voice"], statement["fields"][field["id"]])
        if person["voice"] != "facilitator":
            self.say_how(lane, person, statement)
        if statement.get("source") and person["voice"] != "facilitator":
            lane.find("text", words(WHO.get(statement.get("how"), WHO_ELSE))).set_text(statement["source"])

    def own_words(self, lane, question):
        beside = {self.words(message) for message in BESIDE_THE_WORDS} | {self.translated_to(one) for one in LANGUAGES}
        for field in question.get("fields", ()):
            unit = f", {self.sample.say(field['unit'])}" if "unit" in field else ""
            beside |= {self.sample.say(field[key]) + unit for key in ("label", "resident") if key in field}
        return wait(lambda: next((node for node in lane.all("text") if node.name not in beside), None),
                    lambda: f"no field for words in {lane.name}")

    def translated_to(self, language):
        return self.words("Translated to %s", self.words(LANGUAGES[language]))

    def translate(self, lane, statement):
        """Beside the original; the fields are there because the person speaks another language."""
        lane.find("text", self.translated_to(statement["translationLanguage"])).set_text(statement["translation"])
        lane.find("text", self.words("Who translated?")).set_text(statement["translator"])

    def fill_in(self, lane, field, voice, value):
        """One field beside the words, by the means that it has."""
        name = self.sample.say(field.get("resident", field["label"]) if voice == "resident" else field["label"])
        where = lane.find("grouping", name)
        labels = {one["id"]: self.sample.say(one["label"]) for one in field.get("options", ())}
        if field["kind"] == "choices":
            for option in value.split():
                where.find("check", labels[option]).toggle()
        elif field["kind"] != "choice":
            where.find("text").set_text(value)
        elif len(labels) > MOST_BUTTONS:
            where.find("combo box").choose(labels[value])
        else:
            where.find("toggle", labels[value]).toggle()

    def choose_option(self, question, lane, voice, item, option):
        label = self.sample.option_words(question, voice, option)
        where = lane
        if item != "answer":
            of = next(one for one in question["items"] if one["id"] == item)
            heading = self.sample.say(of.get(voice) or of["label"])
            where = lane.find(None, heading, index=0)
        where.find("radio", label).toggle()

    def say_how(self, lane, person, statement):
        """How and how exactly it was obtained; the form begins with how the person takes part."""
        given = {"video": "video", "phone": "phone"}.get(person["presence"], "meeting")
        wanted = statement.get("how", "meeting")
        names = [self.words(message) for message in ("In the meeting", "In a sitting of their own", "By phone", "By video",
                                                     "In writing", "With pictures", "Through an interpreter",
                                                     "Told by someone else", "Seen, not said")]
        if wanted != given:
            self.choose_in_menu(lane, re.compile("^" + re.escape(names[HOWS.index(given)])), HOWS.index(wanted))
            lane.find("toggle", re.compile("^" + re.escape(names[HOWS.index(wanted)])))
        if statement.get("summary"):
            self.choose_in_menu(lane, "Word for word", 1)

    def choose_in_menu(self, where, name, number):
        """Opens a menu button and takes the item with this number."""
        name = name if isinstance(name, re.Pattern) else re.compile("^" + re.escape(self.words(name)))
        where.find("toggle", name).press()

        def look():
            """While the menu opens, its items make way for others; one from before may stay in the tree, never ready."""
            nonlocal seen
            before, seen = seen, [item for item in where.all("menu item") if item.is_ready()]
            return len(before) == len(seen) > number and seen[number]
        seen = []
        wait(look, lambda: f"the menu has {[item.name for item in where.all('menu item')]}").press()
        where.has_no("menu")

    def button(self, where, message):
        """A button by its own name or by the words inside it."""
        return self.button_saying(where, self.words(message))

    def by_key(self, key, message):
        """What a button does, or with the keyboard alone the key that stands for it."""
        button = self.button(self.window, message).ready()
        if not hands.only_keys:
            button.press()
            return
        self.to_front()
        keys.press(key)

    def reveal(self):
        self.by_key("ctrl+r", "Show Answers")
        self.button(self.window, "Hide Answers")

    def weigh(self, question):
        """How heavily it weighs, once the answers are side by side."""
        weight = next((one for one in self.sample.case.get("weights", ()) if one["id"] == question["id"]), None)
        if weight is None:
            return
        where, words = self.window.find("list", self.words("Weigh together")), self.words
        where.find("radio", self.sample.weight_words(weight["weight"])).toggle()
        for message, key in (("Why it weighs so", "reason"), ("Special protection", "safeguard")):
            if weight.get(key):
                where.find("text", words(message)).set_text(weight[key])

    def next(self):
        self.to_front()
        keys.press("ctrl+Return")

    def pause(self):
        self.by_key("F7", "Pause")
        self.window.find("label", self.words("The meeting is paused"))

    def go_on(self):
        self.button(self.window, "Go On").press()
        self.window.has_no("label", self.words("The meeting is paused"))

    def blank(self):
        """And, once more, back."""
        self.to_front()
        keys.press("F9")

    def open_shared_view(self):
        self.by_key("F8", "Open the shared view")
        return self.program.shared()

    def write_note(self, text):
        """The facilitator's private note."""
        self.window.find("text", self.words("Private note")).set_text(text)

    def questions(self):
        """Goes through the open questions in their order, each once; the last one leads to the decision."""
        said = {one["question"] for one in self.sample.case["statements"]}
        last = [one for one in self.sample.questions if one in said][-1]
        while True:
            question = self.current_question()
            if self.asked and self.asked[-1] == question["id"]:
                return
            self.asked.append(question["id"])
            yield question
            if question["id"] == last:
                return
            self.next()
            wait(lambda: self.place() != question["id"], f"nothing follows {question['id']}")
            if self.place() == "differences":
                self.look_at_differences()
                self.next()
            wait(lambda: self.place() not in ("differences", question["id"]), f"no question follows {question['id']}")

    def place(self):
        """Where the meeting is: a question, or the differences of a stage."""
        heads = {self.sample.say(question["question"]): question["id"] for question in self.sample.questions.values()}
        heads |= {self.words("%s: where we differ", self.sample.say(stage["title"])): "differences"
                  for stage in self.sample.method["stages"]}
        return wait(lambda: next((heads[node.name] for node in self.window.walk() if node.name in heads), None),
                    "neither a question nor differences are shown")

    def look_at_differences(self):
        """Each leads back to its question, whose title stands before the way there."""
        self.window.find("button", self.words("Go to the question"), index=0)
        self.differed += 1
        nodes = list(self.window.walk())
        way = self.words("Go to the question")
        ways = [at for at, node in enumerate(nodes) if node.role == "button" and node.name == way]
        self.at_differences([nodes[at - 1].name for at in ways])
        self.camera(f"differences-{self.differed}")
