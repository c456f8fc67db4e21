#!/usr/bin/env python3
"""A short meeting held to its seal with the keyboard alone; the tree is only looked at.

It ends with a no, which can always be sealed: the way there is what counts."""

from harness import keys, tap
from harness.desktop import Desktop
from harness.euphoria import Euphoria, Sample
from harness.waiting import wait

ALIAS, NUMBER, TECHNOLOGY = "Åke", "2026/7", "GPS-larm"
WORDS = "Jag vill ut. Varje dag, även när det regnar!"
BECAUSE, THEREFORE = "Åke vill vänta", "frågar vi igen i vår"


def focused(program):
    return wait(lambda: program.application.focused(), "nothing has the focus")


def focus_is(program, name):
    wait(lambda: program.application.focused() is not None and program.application.focused().name == name,
         lambda: f"the focus is on “{getattr(program.application.focused(), 'name', None)}”, not on “{name}”")


def tab_to(program, wanted, most=80):
    """Tab until the thing has the focus; the names on the way."""
    passed = []
    for _ in range(most):
        at = focused(program)
        passed.append(at.name)
        if wanted(at):
            return passed
        keys.press("Tab")
        wait(lambda: program.application.focused() != at, lambda: f"Tab does not leave {at.role} “{at.name}”")
    raise AssertionError(f"Tab does not come there; it came by {passed}")


def named(name):
    return lambda node: node.name == name


def prepare(program, words, step):
    with step("a new case begins with the name"):
        keys.press("ctrl+n")
        focus_is(program, words("First name or initials, as on the screen"))
        keys.write(ALIAS)
    with step("Tab goes through the preparation in reading order and leaves each field"):
        order = [words(message) for message in ("First name or initials, as on the screen", "Full name",
                                                "Personal number, such as 19420314-0000", "Case number")]
        for name, following in zip(order, order[1:]):
            keys.press("Tab")
            focus_is(program, following)
            if following == words("Case number"):
                keys.write(NUMBER)
        for name in reversed(order[:-1]):
            keys.press("shift+Tab")
            focus_is(program, name)
        assert focused(program).text == ALIAS, focused(program).text
    with step("the technology is chosen from its list"):
        tab_to(program, named(words("Kind")))
        keys.press("Return")
        wait(lambda: focused(program).role == "text", "the list does not open with its search")
        box = program.main().find("combo box", words("Kind"))
        keys.press("Down")
        for _ in range(20):
            row = wait(lambda: next((row for row in box.all("row") if row.has("focused")), None), "no row has the focus")
            if row.all("label", TECHNOLOGY):
                break
            keys.press("Down")
            wait(lambda: not row.has("focused"), "the arrow does not move")
        keys.press("Return")
        wait(lambda: box.all("label", TECHNOLOGY) and not box.all("scroll pane"), "the technology is not chosen")
    with step("the meeting begins"):
        tab_to(program, named(words("Begin the _meeting")))
        keys.press("Return")
        program.main().find("list", words("Stages and questions"))


def answer(program, words, step):
    from harness.ear import Ear
    window = program.main()
    ear = Ear()
    with step("Ctrl+1 gives the resident the word; Tab leaves the words"):
        keys.press("ctrl+1")
        wait(lambda: focused(program).role in ("text", "button", "toggle"), "the lane takes no focus")
        tab_to(program, lambda node: node.role == "text")
        field = focused(program)
        keys.write(WORDS)
        wait(lambda: field.text == WORDS, lambda: f"it holds “{field.text}”")
        keys.press("Tab")
        wait(lambda: program.application.focused() not in (None, field), "Tab stays in the words")
        assert field.text == WORDS, f"Tab wrote into the words: {field.text!r}"
    with step("Ctrl+Z takes the words back"):
        keys.press("ctrl+z")
        wait(lambda: field.text == "", lambda: f"it holds “{field.text}”")
        tab_to(program, lambda node: node == field)
        keys.write(WORDS)
        wait(lambda: field.text == WORDS, lambda: f"it holds “{field.text}”")
    with step("Ctrl+R shows the answers, and says so"):
        keys.press("ctrl+r")
        ear.hears(words("The answers are shown side by side"))
        window.find("button", words("Hide Answers"))
    with step("Ctrl+Return goes to the next question, Alt+Left back"):
        first = heading(window)
        keys.press("ctrl+Return")
        wait(lambda: heading(window) != first, "the question stays")
        keys.press("alt+Left")
        wait(lambda: heading(window) == first, "it does not come back")
    with step("F8 opens the shared view, F9 blanks it, and says so"):
        keys.press("F8")
        shared = program.shared()
        wait(lambda: WORDS in " ".join(shared.texts()), "the shared view does not show the answer")
        program.window(window.name).raise_()
        keys.press("F9")
        ear.hears(words("The shared view is blank"))
        wait(lambda: WORDS not in " ".join(shared.texts(hidden=True)), "the blank view holds the answer")
        keys.press("F8")
        wait(lambda: len(program.application.windows()) == 1, "the shared view does not close")
    ear.close()


def heading(window):
    questions = {question["title"]["sv"] for question in Sample().questions.values()}
    return next((node.name for node in window.walk() if node.role == "label" and node.name in questions), None)


def row_by_arrows(program, row, most=40):
    """The focus in a list goes to one of its rows."""
    for _ in range(most):
        if row.has("focused"):
            return
        at = focused(program)
        keys.press("Down")
        wait(lambda: program.application.focused() != at, lambda: f"the arrow does not leave {at.role} “{at.name}”")
    raise AssertionError(f"the arrows do not come to “{row.name}”")


def decide(program, words, step):
    from harness.deciding import READ_YES
    from harness.ear import Ear
    window, sample = program.main(), Sample()
    with step("the arrows of the road lead to the decision"):
        road = window.find("list", words("Stages and questions"))
        tab_to(program, lambda node: node in road.all("row"))
        row_by_arrows(program, road.find("row", words("Decide")))
        keys.press("Return")
        window.find("list", words("What do you arrive at?"))
    with step("an outcome is chosen, the reasons and the name are written"):
        choices = window.find("list", words("What do you arrive at?"))
        wanted = sample.say(next(one for one in sample.method["outcomes"] if one["id"] == "refrain")["label"])
        tab_to(program, lambda node: node in choices.walk())
        row_by_arrows_or_radio(program, choices, wanted)
        for message, text in (("Because", BECAUSE), ("therefore", THEREFORE)):
            tab_to(program, lambda node: node.role == "text" and node.name == words(message))
            keys.write(text)
        decider = window.find("list", words("Who decides"))
        tab_to(program, lambda node: node.role == "text" and node in decider.walk())
        keys.write("Karin Lund")
    with step("Ctrl+Return goes on to the reading back, where a yes is written down"):
        ear = Ear()
        keys.press("ctrl+Return")
        window.find("list", words("Whose words"))
        tab_to(program, named(READ_YES["sv"]))
        keys.press("Return")
        ear.hears(words("Written down: yes"))
        ear.close()
    with step("it is sealed, after one question"):
        tab_to(program, named(words("_Seal …")))
        keys.press("Return")
        dialog = window.find("window", words("Seal the Case?"))
        tab_to(program, named(words("_Seal")))
        keys.press("Return")
        wait(lambda: not window.all("window", words("Seal the Case?")) or not dialog.has("showing"), "the question stays")
        window.find("button", words("_Sign …"), seconds=30)


def row_by_arrows_or_radio(program, choices, wanted):
    for _ in range(20):
        at = focused(program)
        if at.name == wanted:
            break
        keys.press("Down")
        wait(lambda: program.application.focused() != at, lambda: f"the arrow does not leave {at.role} “{at.name}”")
    radio = choices.find("radio", wanted)
    if not radio.is_on():
        keys.press("space")
    wait(radio.is_on, f"“{wanted}” is not chosen")


def a_meeting_is_held_with_the_keyboard_alone(step):
    with Desktop(language="sv") as desktop, Euphoria(desktop) as program:
        with step("the program has the keyboard when it starts"):
            program.start()
            window = program.main()
            program.window(window.name).set_size(1920, 1080)
            focused(program)
        prepare(program, program.words, step)
        answer(program, program.words, step)
        decide(program, program.words, step)
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(a_meeting_is_held_with_the_keyboard_alone, seconds=500)
