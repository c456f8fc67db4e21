"""The preparation of a meeting, as a facilitator fills it in."""

import re

from . import keys

LANE_TITLES = {"resident": "The resident", "relatives": "Relatives", "staff": "Staff", "facilitator": "We together"}
PRESENCES = {"room": "In the room", "video": "On video", "phone": "On the phone", "later": "Comes later",
             "absent": "Not here"}
NAMES_OF_LANGUAGES = {"sv": "Svenska", "en": "English", "zh": "简体中文"}  # each in itself


class Preparing:
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
