"""What the room sees: the shared view is searched for what must be there and for what must never be.

Its words are those of the wall's own languages, which no catalogue of the interface holds."""

from .waiting import wait

NOTE = "Per är orolig, ta det lugnt med honom."
PAUSE = {"sv": "Paus", "en": "A pause", "zh": "休息一下"}
DIFFER = {"sv": "Här tänker vi olika", "en": "Here we differ", "zh": "我们看法不同"}
HEARD = {"sv": "Nu har alla som är här fått höra sina egna ord.", "en": "Now everybody who is here has heard their own words.",
         "zh": "在场的每个人都听过自己说的话了。"}


def held_by(window):
    """What is in a window, its own title apart."""
    return [text for text in window.texts(hidden=True) if text != window.name]


class SharedView:
    def __init__(self, program, sample, *secrets):
        """secrets: what may never be there besides what identifies the resident."""
        self.program, self.sample = program, sample
        card = sample.case["card"]
        self.secrets = [card[key] for key in ("name", "personalNumber", "number") if card.get(key)] + list(secrets)

    def said(self, hidden=True):
        """Every word under the window, also what is not seen."""
        return " ".join(self.program.shared().texts(hidden=hidden))

    def shows(self, *texts):
        wait(lambda: all(text in self.said(False) for text in texts),
             lambda: f"the shared view does not show {[text for text in texts if text not in self.said(False)]}")
        self.check_never()

    def holds_none_of(self, texts):
        said = self.said()
        held = [text for text in texts if text in said]
        assert not held, f"the shared view holds {held}"

    def check_never(self):
        self.holds_none_of(self.secrets)

    def hidden_words(self, question):
        """What must not be seen before the answers are shown: every statement's words and reasons."""
        return [text for one in self.sample.statements_of(question["id"])
                for text in (one.get("words"), one.get("reason"), one.get("translation")) if text]

    def check_before(self, question):
        """It asks, and holds nothing of the answers."""
        asked = {self.sample.question_for(question, voice) for voice in ("question", "resident")}
        wait(lambda: asked & set(self.program.shared().texts()), lambda: f"the shared view asks none of {asked}: {self.said()}")
        fields = [text for one in self.sample.statements_of(question["id"]) for text in self.sample.fields_of(one)]
        self.holds_none_of(self.hidden_words(question) + [text for text in fields if len(text) > 12])
        self.check_never()

    def check_after(self, question):
        """It shows all of them."""
        purpose = self.sample.case["card"]["purpose"] if question["kind"] == "purpose" else None
        self.shows(*(text for text in self.hidden_words(question) if text != purpose))

    def check_differences(self, names):
        """The same questions as the facilitator's window names."""
        self.shows(DIFFER[self.sample.language], *names)

    def check_pause(self):
        """A pause, and nothing of what was talked of."""
        wait(lambda: PAUSE[self.sample.language] in self.program.shared().texts(), lambda: f"the shared view holds {self.said()}")
        talked = [text for question in self.sample.questions.values() for text in self.hidden_words(question)]
        self.holds_none_of(text for text in talked if len(text) > 8)
        self.check_never()

    def check_blank(self):
        """Nothing but the window's own title is there."""
        wait(lambda: not held_by(self.program.shared()), lambda: f"the blank view holds {self.said()}")
