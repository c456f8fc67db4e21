#!/usr/bin/env python3
"""The shared view by keyboard: blank with one key wherever the keyboard is, and a meeting on one screen."""

from harness import keys, tap
from harness.desktop import Desktop
from harness.euphoria import Euphoria
from harness.shared import held_by
from harness.ear import Ear
from harness.waiting import wait
from test_keyboard import focused, heading, named, prepare, tab_to

WORDS = "Jag vill ut"


class Blank:
    """Whether the wall is blank, as its tree says; and that it is announced."""

    def __init__(self, program, ear):
        self.program, self.ear, self.words = program, ear, program.words
        self.shared = program.shared()
        self.shown = set(self.shared.texts())

    def is_blank(self):
        return not held_by(self.program.shared())

    def press(self, key, blank):
        self.ear.announced.clear()
        keys.press(key)
        wait(lambda: self.is_blank() == blank, lambda: f"it holds {self.program.shared().texts(hidden=True)}")
        self.ear.hears(self.words("The shared view is blank" if blank else "The shared view shows the question"))

    def there_and_back(self, key):
        self.press(key, True)
        self.press(key, False)


def blank_wherever_the_keyboard_is(program, step, ear):
    words, window = program.words, program.main()
    with step("giving the word is announced"):
        keys.press("ctrl+1")
        ear.hears(words("The word goes to: %s", words("The resident")))
    with step("what is written is not on the shared view"):
        tab_to(program, lambda node: node.role == "text")
        keys.write(WORDS)
        keys.press("F8")
        blank = Blank(program, ear)
        assert WORDS not in " ".join(blank.shared.texts(hidden=True))
        program.window(window.name).raise_()
    with step("F9 blanks it out of a text field, where B is a letter"):
        field = tab_back_to_text(program)
        blank.there_and_back("F9")
        keys.press("b")
        wait(lambda: field.text == WORDS + "b", lambda: f"it holds “{field.text}”")
        assert not blank.is_blank()
        keys.press("BackSpace")
    with step("Escape leaves neither the meeting nor the shared view"):
        keys.press("F10")
        wait(lambda: window.all("menu item") or window.all("menu"), "the menu does not open")
        for _ in range(3):
            keys.press("Escape")
        keys.press("F9")
        ear.hears(words("The shared view is blank"))
        keys.press("F9")
        assert program.main().all("list", words("Stages and questions")), "the meeting is gone"
    with step("B blanks it where nobody writes"):
        tab_to(program, lambda node: node.role in ("button", "toggle"))
        blank.there_and_back("b")
    with step("F9 blanks it under a menu"):
        keys.press("F10")
        wait(lambda: window.all("menu item") or window.all("menu"), "the menu does not open")
        blank.there_and_back("F9")
        keys.press("Escape")
    with step("F9 blanks it under the list of keys, which Ctrl+? opens"):
        keys.press("ctrl+question")
        window.find("label", words("Blank the shared view, or show it again; also B, where nobody is writing"))
        blank.there_and_back("F9")
        keys.press("Escape")
        window.has_no("label", words("Blank the shared view, or show it again; also B, where nobody is writing"))
    with step("F9 blanks it under the preferences"):
        keys.press("ctrl+comma")
        window.find("text", words("Authority"))
        blank.there_and_back("F9")
        keys.press("Escape")
        window.has_no("text", words("Authority"))
    with step("F9 and B blank it in the shared view itself"):
        program.window(program.shared().name).raise_()
        blank.there_and_back("F9")
        blank.there_and_back("b")


def tab_back_to_text(program):
    tab_to(program, lambda node: node.role == "text")
    return focused(program)


def one_screen(program, step, ear):
    words = program.words
    shared = program.shared()
    with step("Shift+F8 leaves one window, which says that private notes are away"):
        keys.press("shift+F8")
        ear.hears(words("One screen only. Private notes are not available until there are two windows again."))
        wait(lambda: len(program.application.windows()) == 1, "the facilitator's window stays")
        shared.find("label", words("Everybody sees this screen. Private notes are not available until there are two windows again."))
    with step("Ctrl+1 opens the lane; what is said is typed there and Tab leaves it"):
        keys.press("ctrl+1")
        tab_to(program, lambda node: node.role == "text")
        field = focused(program)
        assert field.text == WORDS, field.text
        keys.press("ctrl+End")
        keys.write(" nu")
        wait(lambda: field.text == WORDS + " nu", lambda: f"it holds “{field.text}”")
        keys.press("Tab")
        wait(lambda: program.application.focused() not in (None, field), "Tab stays in the words")
    with step("Ctrl+Return goes on, Alt+Left back"):
        first = heading(shared)
        keys.press("ctrl+Return")
        wait(lambda: heading(shared) not in (None, first), "the question stays")
        keys.press("alt+Left")
        wait(lambda: heading(shared) == first, "it does not come back")
    with step("the bar brings the two windows back"):
        tab_to(program, named(words("Two Windows Again")))
        keys.press("Return")
        wait(lambda: len(program.application.windows()) == 2, "the facilitator's window stays away")


def the_shared_view_obeys_the_keyboard(step):
    with Desktop(language="sv") as desktop, Euphoria(desktop) as program:
        with step("the program starts"):
            program.start()
            window = program.main()
            program.window(window.name).set_size(1920, 1080)
            focused(program)
        prepare(program, program.words, step)
        ear = Ear()
        blank_wherever_the_keyboard_is(program, step, ear)
        one_screen(program, step, ear)
        ear.close()
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(the_shared_view_obeys_the_keyboard, seconds=500)
