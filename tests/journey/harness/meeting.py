"""The sample meeting, played through the real windows: what a facilitator does, in their order.

Everything that is written comes from the case file of the tests, so that what the program makes of it
can be compared with the file."""

from . import keys
from .acknowledging import Acknowledging
from .asking import Asking
from .deciding import Deciding
from .preparing import Preparing
from .waiting import NotFound, wait


class Meeting(Preparing, Asking, Deciding, Acknowledging):
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

    def seal(self):
        words = self.words
        self.button(self.window, "_Seal …").press()
        dialog = self.window.find("window", words("Seal the Case?"))
        dialog.find("button", words("_Seal")).press()
        self.window.has_no("window", words("Seal the Case?"))
        self.button(self.window, "_Sign …")
        self.window.has_no("button", words("_Undo"), seconds=3)  # what was noted before can't be taken back any more

    def sign(self, certificate, password):
        self.button(self.window, "_Sign …").press()
        self.use_certificate("Sign the Record", "_Sign", certificate, password)

    def use_certificate(self, title, done, certificate, password):
        """In the dialog with this title, which then goes away."""
        words = self.words
        dialog = self.window.find("window", words(title))
        dialog.find("text", words("Certificate file (.p12 or .pfx)")).set_text(str(certificate))
        dialog.find("text", words("Its password")).set_text(password, secret=True)
        dialog.find("button", words(done)).press()
        self.window.has_no("window", words(title), seconds=30)

    def export(self, path):
        """Saves the record there, or where a portal saves it; returns where that is."""
        words = self.words
        self.window.find("button", words("Save as a file")).press()
        if self.program.documents is not None:
            self.window.find("label", words("The record is saved, and its data in a second file"), index=0)
            return self.program.documents / "record.pdf"
        chooser = self.program.application.window(words("Save the Record"))
        name = wait(lambda: next(iter(chooser.all("text")), None), "no field for the file's name")
        wait(lambda: self.program.application.focused() == name, "the file's name has no focus")
        self.type_name(name, str(path))
        keys.press("Return")
        wait(path.exists, f"{path.name} is not written")
        return path

    def type_name(self, field, name, tries=3):
        """Once more where letters were lost: the toolkit's dialog reads the folder while its name is typed."""
        keys.press("ctrl+a")
        keys.write(name)
        try:
            wait(lambda: field.text == name, lambda: f"the file's name is “{field.text}”", seconds=5)
        except NotFound:
            if tries == 1:
                raise
            self.type_name(field, name, tries - 1)

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
