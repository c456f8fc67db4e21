"""Acknowledgements: the screen goes round the table. Whoever holds it writes on it, or does not wish to.

What is written is a line of the pointer through the X server, as of a hand: pressed, moved, let go."""

import re

from .hand import DRAWING, NAME, SLIP, Box
from .waiting import wait

# On what somebody holds in their hands, in their own language, from the program's own table.
AREA = {"sv": "Rutan att skriva i", "en": "The box to write in", "zh": "书写区"}
EMPTY = {"sv": "Inget är skrivet än", "en": "Nothing is written yet", "zh": "还没有写"}
DRAWN = {"sv": "Något är skrivet", "en": "Something is written", "zh": "已经写了"}
UNDO = {"sv": "Ångra", "en": "Undo", "zh": "撤销"}
DONE = {"sv": "Så har jag skrivit", "en": "That is what I wrote", "zh": "我写好了"}
DECLINE = {"sv": "Jag vill inte", "en": "I don’t wish to", "zh": "我不愿意"}


class Acknowledging:
    def who_acknowledges(self):
        """Who writes, who does not wish to, and who comes afterwards: the resident, a relative who is here, one who is not."""
        people = self.sample.case["people"]
        relatives = [one for one in people if one["voice"] == "relatives"]
        here, elsewhere = [[one for one in relatives if (one["presence"] == "room") == room] for room in (True, False)]
        return next(one for one in people if one["voice"] == "resident"), here[0], elsewhere[0]

    def hand_over_to(self, person):
        """From the decision. The facilitator sits beside, and is there as witness already."""
        row = self.acknowledgement_of(person)
        self.button_saying(row, self.words("_Ask …")).press()
        self.hand_over(person)

    def hand_over(self, person):
        words, window = self.words, self.window
        dialog = window.find("window", words("Acknowledgement"))
        witness = dialog.find("text", words("Who sits beside, as witness"))
        assert witness.text == self.sample.case["card"]["facilitator"], f"the witness is “{witness.text}”"
        dialog.find("button", words("_Hand over the screen")).press()
        window.has_no("window", words("Acknowledgement"))
        self.ink_area(person)
        others = [one["name"] for one in self.sample.case["people"] if one["name"] != person["name"]]
        wait(lambda: not self.shown(others), lambda: f"{person['name']} sees of others: {self.shown(others)}", seconds=3)

    def shown(self, names):
        """What names somebody of these, as far as it can be seen."""
        return [text for text in self.window.texts() if any(name in text for name in names)]

    def acknowledgement_of(self, person):
        """The person's row in the decision."""
        group = self.window.find("list", self.words("Acknowledgements"))
        return group.find("row", re.compile("^" + re.escape(person["name"])))

    def ink_area(self, person):
        return self.window.find(None, AREA[person["language"]])

    def write_by_hand(self, person):
        """A stroke that slips is taken back before the name is finished."""
        area, box = self.ink_area(person), self.ink_box(person)
        assert area.description == EMPTY[person["language"]], f"there is “{area.description}” before anything is written"
        box.draw(NAME[0])
        box.draw(SLIP)
        box.has_ink(self.program.desktop, NAME[0], SLIP)
        self.button_saying(self.window, UNDO[person["language"]]).press()
        box.has_ink(self.program.desktop, NAME[0], without=SLIP)
        box.draw(NAME[1])
        box.has_ink(self.program.desktop, *NAME, without=SLIP)
        wait(lambda: area.description == DRAWN[person["language"]], lambda: f"the box says “{area.description}”")

    def ink_box(self, person):
        """The drawing's box on the screen: as large as its shape allows, in the middle of the area."""
        area = self.ink_area(person)
        outside = area.outside()
        outside.raise_()
        wait(lambda: area.place()[2] > 0, "the box to write in has no place")
        left, top, _, _ = outside.place()
        x, y, width, height = area.place()
        fits = min(width, height * DRAWING[0] / DRAWING[1])
        return Box(left + x + (width - fits) / 2, top + y + (height - fits * DRAWING[1] / DRAWING[0]) / 2, fits)

    def give_back(self, person, answer):
        """The answer gives the screen back."""
        self.button_saying(self.window, answer[person["language"]]).ready().press()
        self.window.has_no(None, AREA[person["language"]])

    def has_acknowledged(self, person, message):
        """The row says so in words, with when and the witness."""
        said = self.words(message) + self.words(" %1$s, with %2$s").partition("%")[0]
        witness = self.sample.case["card"]["facilitator"]
        row = self.acknowledgement_of(person)
        wait(lambda: any(text.startswith(said) and witness in text for text in row.texts()),
             lambda: f"of {person['name']} it says {row.texts()}")

    def acknowledge(self, taken=lambda: None):
        """From the decision, before the seal. taken: called while what is written can be seen."""
        writes, declines, _ = self.who_acknowledges()
        self.hand_over_to(writes)
        self.write_by_hand(writes)
        taken()
        self.give_back(writes, DONE)
        self.has_acknowledged(writes, "Written on screen")
        self.hand_over_to(declines)  # at once: what is noted of the other is said at the foot of the window then
        self.give_back(declines, DECLINE)
        self.has_acknowledged(declines, "Does not wish to")

    def acknowledge_afterwards(self, certificate, password):
        """From the sealed record: somebody who was not there writes, and the unit's certificate seals it."""
        person, words = self.who_acknowledges()[2], self.words
        self.window.find("row", re.compile("^" + re.escape(words("Somebody else has read it")))).click()
        dialog = self.window.find("window", words("Acknowledgement"))
        dialog.find("text", words("Who acknowledges")).set_text(person["name"])
        self.hand_over(person)
        self.write_by_hand(person)
        self.give_back(person, DONE)
        self.use_certificate("Seal the Acknowledgement", "_Seal", certificate, password)
        sealed = self.words("Acknowledgement of %1$s, with %2$s; sealed by %3$s", person["name"], self.sample.case["card"]["facilitator"],
                            self.sample.case["decision"]["decider"])
        wait(lambda: any(sealed in text for text in self.window.texts()), f"the record does not say “{sealed}”")
