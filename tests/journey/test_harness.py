#!/usr/bin/env python3
"""The harness itself, proved on a program that is not ours: what it sees is there, and it can fail."""

import re

from harness import children, keys, tap
from harness.desktop import Desktop
from harness.program import Program
from harness.waiting import NotFound, wait

WORDS = "Smör är gott. 老人 – “quoted”"


def an_editor_is_driven_and_seen(step):
    with Desktop(language="en") as desktop:
        folder = desktop.folder
        editor = Program(desktop, ["gnome-text-editor", "--standalone"])
        with step("the program is found by its process"):
            application = editor.start()
            window = application.window(re.compile("."))
        with step("a text field takes words and holds them"):
            field = window.find("text", seconds=20, index=0)
            field.set_text(WORDS)
        with step("a click and typed keys arrive where they should"):
            outside = editor.window(re.compile("."))
            window.find("button", "New Tab").click()
            field = wait(lambda: next((node for node in [application.focused()] if node and not node.text), None),
                              "no empty page has the focus")
            keys.write("Åh, så smör då! (Ja?)")
            wait(lambda: field.text == "Åh, så smör då! (Ja?)", lambda: f"it holds “{field.text}”")
        with step("a key of the upper row arrives as itself, without Alt and without Ctrl"):
            keys.press("F10")  # the menu; Alt+F10 is another key
            window.find("menu item", index=0)
            keys.press("Escape")
            window.has_no("menu item")
        with step("the picture shows the window, not an empty screen"):
            outside.set_size(900, 600)
            wait(lambda: outside.place()[2:] == (900, 600), lambda: f"its place is {outside.place()}")
            picture = outside.picture(desktop)
            assert picture.colours() > 20, f"{picture.colours()} colours"
            path = folder / "window.png"
            picture.save(path)
            assert path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 1000
        with step("what is not there is not found, and the message says what is"):
            try:
                window.find("button", "No such button", seconds=0.3)
            except NotFound as error:
                assert "no button called “No such button”" in str(error), error
            else:
                raise AssertionError("it was found")
        with step("a killed program is noticed"):
            editor.kill()
            assert not editor.is_running()
    with step("nothing is left: no process, no folder"):
        assert not children.descendants(), children.descendants()
        assert not folder.exists()


if __name__ == "__main__":
    tap.run(an_editor_is_driven_and_seen, seconds=90)
