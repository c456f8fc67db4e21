"""The sample meeting, played through the real windows: what a facilitator does, in their order.

Everything that is written comes from the case file of the tests, so that what the program makes of it
can be compared with the file."""

import re

from . import hands, keys
from .shared import HEARD
from .tree import wait

VOICES = ("resident", "relatives", "staff", "facilitator")
LANE_TITLES = {"resident": "The resident", "relatives": "Relatives", "staff": "Staff", "facilitator": "We together"}
PRESENCES = {"room": "In the room", "video": "On video", "phone": "On the phone", "later": "Comes later",
             "absent": "Not here"}
HOWS = ("meeting", "sitting", "phone", "video", "letter", "pictures", "interpreter", "told", "observed")
WHO = {"interpreter": "Who interpreted?", "told": "Who told it?", "observed": "Who saw it?", "pictures": "Who asked?", "sitting": "Who asked?"}
WHO_ELSE = "Who told it, or interpreted?"
LANGUAGES = {"sv": "Swedish", "en": "English", "zh": "Chinese"}
NAMES_OF_LANGUAGES = {"sv": "Svenska", "en": "English", "zh": "简体中文"}  # each in itself
BESIDE_THE_WORDS = ("Why there is no answer", "Who translated?", "What is not right?", WHO_ELSE, *WHO.values())
MOST_BUTTONS = 5  # a choice among more is a list
READ_YES = {"sv": "Ja", "en": "Yes", "zh": "是"}  # in both windows from the program's own table
READ_CHANGE = {"sv": "Ändra", "en": "Change", "zh": "修改"}
READ_OBJECT = {"sv": "Jag invänder", "en": "I object", "zh": "我有异议"}
ANSWERS = {"yes": "Yes", "no": "No", "cannot": "Can’t answer"}
FORMS = {"said": "In speech", "written": "In writing", "shown": "Shown with gestures or pictures"}


class Meeting:
    def __init__(self, program, sample, camera=None):
        """camera: called with a name when there is something to look at."""
        self.camera = camera or (lambda name: None)
        self.program, self.sample, self.words = program, sample, program.words
        self.at_differences = lambda names: None  # called where people differ, with the questions
        self.objected = set()  # statements that were objected to as they were read back
        self.slips = {}  # statement → what is written after its words by mistake, until it is read back
        self.asked = []  # the questions that were open, in their order
        self.differed = 0  # after how many stages people differed

    @property
    def window(self):
        return self.program.main()

    # Preparing

    def begin_case(self):
        self.window.find("button", self.words("New _case"), index=-1).press()
        self.window.find("button", self.words("Begin the _meeting"))

    def prepare(self):
        card, window, words = self.sample.case["card"], self.window, self.words
        for message, key in (("First name or initials, as on the screen", "alias"), ("Full name", "name"),
                             ("Case number", "number"), ("Place", "place"), ("Facilitator", "facilitator"),
                             ("Unit", "unit"), ("Authority", "authority")):
            if card.get(key):
                window.find("text", words(message)).set_text(card[key])
        self.choose(window, "The rules of", self.sample.say(self.sample.rules["title"]))
        if card.get("personalNumber"):
            titles = ("Personal number", "Personal number, such as 19420314-0000", "Identity number, 18 characters")
            number = re.compile("|".join(f"^{re.escape(words(message))}$" for message in titles))
            window.find("text", number).set_text(card["personalNumber"])
        if card.get("urgent"):
            window.find("check", words("It can’t wait"), index=0).toggle()
            window.find("text", words("Why it can’t wait")).set_text(card["urgentReason"])
        self.choose_technology()
        self.fill_in_what_the_level_asks()
        for person in self.sample.case["people"]:
            self.enter_person(person)

    def choose_technology(self):
        card, window = self.sample.case["card"], self.window
        window.find("combo box", self.words("Kind")).choose(self.sample.say(self.sample.technology["name"]))
        window.find("text", self.words("Make and model")).set_text(card.get("product", ""))
        for function in self.sample.technology["functions"]:  # what is usual is on from the start
            window.find("check", self.sample.say(function["name"]), index=0).toggle(function["id"] in card.get("functions", ()))

    def fill_in_what_the_level_asks(self):
        """The impact assessment from level 2 on, a second reader at level 3."""
        card, words = self.sample.case["card"], self.words
        title = self.sample.say(self.sample.rules["impactAssessment"]["title"])
        for message, key in ((words("%s: number, or where it is", title), "impactAssessment"),
                             (words("Second reader: somebody outside the meeting"), "secondReader"),
                             (words("Their role: nurse, ethics group, another unit’s manager …"), "secondReaderRole"),
                             (words("What they say"), "secondReaderView")):
            if card.get(key):
                self.window.find("text", message).set_text(card[key])

    def enter_person(self, person):
        """The resident and the facilitator are there from the start; the others are added."""
        window, words = self.window, self.words
        if person["voice"] in ("resident", "facilitator"):
            row = window.find("list", words("Who takes part")).find("row", index=0 if person["voice"] == "resident" else -1)
            row.click()
        else:
            window.find("button", words("Add a person")).press()
        dialog = window.find("window", words("Who takes part"))
        dialog.find("text", words("Name")).set_text(person["name"])
        dialog.find("text", words("Role: daughter, contact person, nurse …")).set_text(person.get("role", ""))
        if person["voice"] in ("relatives", "staff"):
            self.choose(dialog, "Speaks as", words(LANE_TITLES[person["voice"]]))
        if person["language"] != self.sample.language:
            self.choose(dialog, "Language", NAMES_OF_LANGUAGES[person["language"]])
        self.choose(dialog, "Takes part", words(PRESENCES[person["presence"]]))
        if person.get("reason"):
            dialog.find("text", words("Why not here")).set_text(person["reason"])
        if person.get("decides"):
            dialog.find("check", words("Makes the decision"), index=0).toggle()
            self.choose(dialog, "Interest in the outcome", words({"none": "None", "some": "Some interest"}[person["interest"]]))
        for message, key in (("Lives with the resident", "cohabits"), ("Interprets", "interprets")):
            if person.get(key):
                dialog.find("check", words(message), index=0).toggle()
        keys.press("Escape")
        window.has_no("window", words("Who takes part"))

    def choose(self, where, title, wanted):
        box = where.find("combo box", self.words(title))
        if not box.all("label", wanted):
            box.choose(wanted)

    def begin_meeting(self):
        self.window.find("button", self.words("Begin the _meeting")).press()
        self.window.find("list", self.words("Stages and questions"))

    # Asking

    def lane(self, voice):
        title = self.words(LANE_TITLES[voice])
        return self.window.find("grouping", re.compile("^" + re.escape(title) + "(,|:)"))

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
        items = wait(lambda: where.all("menu item")[number:], lambda: f"the menu has {len(where.all('menu item'))} items")
        items[0].press()
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
        """Each leads back to its question."""
        self.window.find("button", self.words("Go to the question"), index=0)
        self.differed += 1
        titles = {self.sample.say(question["title"]) for question in self.sample.questions.values()}
        road = self.window.find("list", self.words("Stages and questions"))
        beside = set(road.walk())
        self.at_differences([node.name for node in self.window.walk() if node.name in titles and node not in beside])
        self.camera(f"differences-{self.differed}")

    # Weighing and deciding

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
        group.find("button", words("Add a condition")).press()
        wait(lambda: [field for field in group.all("text", words("What must hold")) if not field.text],
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

    # Reading back

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

    def seal(self):
        words = self.words
        self.button(self.window, "_Seal …").press()
        dialog = self.window.find("window", words("Seal the Case?"))
        dialog.find("button", words("_Seal")).press()
        self.window.has_no("window", words("Seal the Case?"))

    def sign(self, certificate, password):
        words = self.words
        self.button(self.window, "_Sign …").press()
        dialog = self.window.find("window", words("Sign the Record"))
        dialog.find("text", words("Certificate file (.p12 or .pfx)")).set_text(str(certificate))
        dialog.find("text", words("Its password")).set_text(password, secret=True)
        dialog.find("button", words("_Sign")).press()
        self.window.has_no("window", words("Sign the Record"), seconds=30)

    def export(self, path):
        words = self.words
        self.window.find("button", words("Save as a file")).press()
        chooser = self.program.application.window(words("Save the Record"))
        name = wait(lambda: next(iter(chooser.all("text")), None), "no field for the file's name")
        wait(lambda: self.program.application.focused() == name, "the file's name has no focus")
        keys.press("ctrl+a")
        keys.write(str(path))
        wait(lambda: name.text == str(path), lambda: f"the file's name is “{name.text}”")
        keys.press("Return")
        wait(path.exists, f"{path.name} is not written")

    def wait_until_saved(self):
        self.window.find("label", self.words("Saved"))

    def open_case(self, told=None):
        """Opens the only case of the list and goes on where the meeting was. told: what must be said before."""
        self.window.find("list", self.words("Cases")).find("row", index=0).click()
        if told is not None:
            self.window.find("label", told, index=0)
        self.button(self.window, "Go On").press()
        self.window.find("list", self.words("Stages and questions"))

    def button_saying(self, where, text):
        def look():
            return next((node for node in where.all("button") if node.name == text or node.all("label", text)), None)
        return wait(look, lambda: f"no button “{text}”; there are {[node.texts() for node in where.all('button')]}")
