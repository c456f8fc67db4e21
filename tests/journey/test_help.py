#!/usr/bin/env python3
"""F1 opens the guide in the running program; it is read with the keyboard and goes with the program."""

from harness import keys, tap
from harness.desktop import Desktop
from harness.euphoria import Euphoria
from harness.waiting import wait


def guide_of(program, name):
    return wait(lambda: next((window for window in program.application.windows() if window.name == name), None),
                f"no window “{name}”")


def the_guide_opens_with_f1_and_is_read_with_the_keyboard(step):
    with Desktop(language="sv") as desktop, Euphoria(desktop) as program:
        program.start()
        main = program.main()
        with step("F1 opens it at its first page"):
            wait(lambda: program.application.focused(), "nothing has the focus")
            keys.press("F1")
            guide = guide_of(program, program.words("Help"))
            guide.find("label", "Hjälp med Euphoria")
            guide.find("label", "Kom i gång")
            wait(lambda: program.application.focused() is not None and program.application.focused().name == "Hjälp med Euphoria",
                 lambda: f"the page that scrolls has no name: {program.application.focused()}")
        with step("Tab comes to a page, Enter opens it"):
            keys.press("Tab")
            for _ in range(20):
                at = wait(lambda: program.application.focused(), "nothing has the focus")
                if at.all("label", "Första mötet på tio minuter"):
                    break
                keys.press("Tab")
                wait(lambda: program.application.focused() != at, lambda: f"Tab does not leave “{at.name}”")
            keys.press("Return")
            guide.find("label", "Förbered ärendet")
        with step("Alt and the arrow lead back"):
            keys.press("alt+Left")
            guide.find("label", "Hjälp med Euphoria")
        with step("Escape closes it and the program stays"):
            keys.press("Escape")
            wait(lambda: all(window.name != program.words("Help") for window in program.application.windows()),
                 "the guide is still there")
            assert main.name
        with step("the program complained about nothing"):
            assert not program.complaints(), "\n".join(program.complaints())


if __name__ == "__main__":
    tap.run(the_guide_opens_with_f1_and_is_read_with_the_keyboard, seconds=110)
