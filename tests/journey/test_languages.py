#!/usr/bin/env python3
"""Languages at any moment: in the middle of a sentence the facilitator's window goes from Swedish to
Chinese and back, and the shared view speaks what it is told, each by its own."""

import re

from harness import keys, tap
from harness.desktop import Desktop
from harness.euphoria import BUILD, Euphoria, Sample, Words
from harness.meeting import Meeting
from harness.waiting import wait

HALF, REST = "Jag vill ju ut och ", "promenera"
WALL, BELOW, MENU = SUBMENUS = ("Language on the Shared View", "Second Language on the Shared View", "Language of This Window")
ITEMS_AFTER = 4  # of the main menu, after the three


def choose(program, submenu, item):
    """In the main menu, with the keyboard. The toolkit gives the items of a menu no name for a screen
    reader of this kind, so they are counted: the submenus from below, their items after the way back."""
    program.window(program.main().name).raise_()
    keys.press("F10")
    for key, number in (("Up", len(SUBMENUS) - SUBMENUS.index(submenu) + ITEMS_AFTER), ("Down", item)):
        at = wait(lambda: focused_item(program), "no item of the menu has the focus")
        for _ in range(number):
            keys.press(key)
            at = wait(lambda: focused_item(program) not in (None, at) and focused_item(program), "the arrow does not move")
        keys.press("Return")
        wait(lambda: focused_item(program) != at, "the item does nothing")


def focused_item(program):
    at = program.application.focused()
    return at if at is not None and at.role == "menu item" else None


def speaks(program, language):
    """From now on the test asks for the window's words in this language."""
    program.words = Words(language)


def heading(program, sample, language):
    """The question that the window is at, by its title in one language."""
    titles = {question["title"][language]: name for name, question in sample.questions.items()}
    return next((titles[node.name] for node in program.main().walk() if node.role == "label" and node.name in titles), None)


def write_half(program, sample, step):
    window = program.main()
    with step("a meeting has begun and the shared view is open"):
        meeting = Meeting(program, sample)
        meeting.begin_case()
        window.find("text", program.words("First name or initials, as on the screen")).set_text("Anna")
        window.find("text", program.words("Case number")).set_text("2026/9")
        meeting.choose_technology()
        meeting.begin_meeting()
        keys.press("F8")
        program.shared()
        program.window(window.name).raise_()
    with step("half a sentence is written"):
        keys.press("ctrl+1")
        for _ in range(40):
            at = wait(lambda: program.application.focused(), "nothing has the focus")
            if at.role == "text":
                break
            keys.press("Tab")
            wait(lambda: program.application.focused() != at, lambda: f"Tab does not leave {at.name}")
        keys.write(HALF)
        wait(lambda: at.text == HALF, lambda: f"it holds “{at.text}”")


def the_window_follows(program, sample, step):
    from harness.ear import Ear
    question = heading(program, sample, "sv")
    wall = program.shared()
    before, ear = wall.texts(hidden=True), Ear()
    with step("the menu turns the window to Chinese, and says so"):
        choose(program, MENU, 4)
        speaks(program, "zh_CN")
        ear.hears(program.words("This window is in English now"))
        wait(lambda: heading(program, sample, "zh") == question, "the window is not at the same question in Chinese")
        program.main().find("button", program.words("Show Answers"))
        program.main().find("grouping", re.compile("^本人"))
    with step("the sentence goes on where it was, without a click"):
        field = wait(lambda: program.application.focused(), "nothing has the focus")
        assert field.role == "text" and field.text == HALF, f"{field.role} “{field.name}” holds “{field.text}”"
        keys.write(REST)
        wait(lambda: field.text == HALF + REST, lambda: f"it holds “{field.text}”")
    with step("the shared view is the same as before"):
        after = program.shared().texts(hidden=True)
        assert after[1:] == before[1:], f"{before} became {after}"
        assert after[0] == program.words("%s – shared view", "Anna"), after[0]  # the facilitator chooses it by its title
    ear.close()
    return question


def the_wall_speaks_its_own(program, step):
    with step("the shared view gets Chinese below the Swedish, then above it"):
        choose(program, BELOW, 4)
        wait(lambda: any("阶段" in text for text in program.shared().texts()), "there is no Chinese on the wall")
        assert any(text.startswith("Etapp") for text in program.shared().texts())
        choose(program, WALL, 3)
        wait(lambda: next(text for text in program.shared().texts() if "1" in text).startswith("第"),
             lambda: f"the wall begins with {program.shared().texts()[:3]}")
    with step("Ctrl+Z takes the wall back, and the sentence is still there"):
        keys.press("ctrl+z")
        wait(lambda: next(text for text in program.shared().texts() if "1" in text).startswith("Etapp"),
             lambda: f"the wall begins with {program.shared().texts()[:3]}")
        assert any(node.text == HALF + REST for node in program.main().all("text")), "the sentence is gone"


def and_back(program, sample, question, step):
    with step("and back to Swedish"):
        choose(program, MENU, 2)
        speaks(program, "sv")
        wait(lambda: heading(program, sample, "sv") == question, "the window is not back in Swedish at the question")
        field = wait(lambda: program.application.focused(), "nothing has the focus")
        assert field.text == HALF + REST, f"{field.role} “{field.name}” holds “{field.text}”"
        program.window(program.main().name).raise_()
        keys.press("F8")
        wait(lambda: len(program.application.windows()) == 1, "the shared view does not close")


def the_choice_is_remembered(program, sample, step):
    with step("after a new start the window speaks what was chosen last"):
        choose(program, MENU, 4)
        speaks(program, "zh_CN")
        program.main().find("button", program.words("Show Answers"))
        keys.press("ctrl+q")
        assert program.wait_for_end() == 0
        program.start()
        program.main().find("button", program.words("New case"), index=0)


def languages_switch_in_the_middle_of_a_sentence(step):
    with Desktop(language="sv") as desktop, Euphoria(desktop, GSETTINGS_SCHEMA_DIR=BUILD / "data") as program:
        sample = Sample()
        with step("the program starts in Swedish"):
            program.start()
            program.window(program.main().name).set_size(1920, 1080)
        write_half(program, sample, step)
        question = the_window_follows(program, sample, step)
        the_wall_speaks_its_own(program, step)
        and_back(program, sample, question, step)
        the_choice_is_remembered(program, sample, step)
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(languages_switch_in_the_middle_of_a_sentence, seconds=280)
