#!/usr/bin/env python3
"""The program among what is around it: started by the desktop, with a file or an action; on a desktop that tells of a
follow-up and is kept awake; and where a part of all this is missing."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from harness import keys, tap, windows
from harness.desktop import WIDTH, Desktop
from harness.euphoria import BUILD, SOURCE, Euphoria, Sample
from harness.standin import Standin
from harness.waiting import wait

ID = "io.github.euphoria_care.Euphoria"
AFTER = "2027-01-08T09:00:00+01:00"  # a day after the follow-up of the sample
OLD_SCHEMA = f"""<schemalist><schema id="{ID}" path="/io/github/euphoria_care/Euphoria/">
<key name="window-width" type="i"><default>900</default></key>
<key name="language" type="i"><default>0</default></key>
</schema></schemalist>"""


def until(condition, complaint, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, complaint() if callable(complaint) else complaint
        time.sleep(0.05)


def gdbus(method, *values):
    path = "/" + ID.replace(".", "/").replace("-", "_")
    subprocess.run(["gdbus", "call", "--session", "--dest", ID, "--object-path", path,
                    "--method", f"org.freedesktop.Application.{method}", *values], check=True, capture_output=True, timeout=30)


def case_file(folder, name="gps-alarm"):
    path = folder / "Anna.euphoria.json"
    shutil.copy(Sample(name).path, path)
    return path


def settings(desktop):
    return desktop.folder / "config" / "glib-2.0" / "settings" / "keyfile"


def wishes(desktop, **keys_and_values):
    """Settings as somebody left them."""
    path = settings(desktop)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={value}" for key, value in keys_and_values.items()]
    path.write_text("[io/github/euphoria_care/Euphoria]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def environment(**more):
    return {"GSETTINGS_SCHEMA_DIR": BUILD / "data", **more}


def the_desktop_starts_it(step):
    with Desktop(language="sv") as desktop, Euphoria(desktop, **environment()) as program:
        with step("with a file that was double-clicked, and the case is there"):
            window = program.start(case_file(desktop.folder)) and program.main()
            window.find("label", "Anna", index=0)
        with step("a second start with “New Case” goes to the first, which begins one"):
            second = subprocess.run([*map(str, program.command), "--new-case"], env={**os.environ, **{k: str(v) for k, v in program.environment.items()}},
                                    timeout=30, capture_output=True)
            assert second.returncode == 0, second.stderr
            wait(lambda: window.find("text", program.words("First name or initials, as on the screen")), "no new case")
        with step("the action of its icon comes over the bus, and quits nothing"):
            gdbus("ActivateAction", "new-case", "[]", "{}")
            assert program.is_running()
            assert not program.complaints(), program.complaints()


def the_bus_starts_it(step):
    """As a service there is no window until somebody asks for one."""
    with Desktop(language="sv") as desktop, Euphoria(desktop, **environment()) as program:
        program._launch(["--gapplication-service"])
        until(lambda: b"boolean true" in subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner",
             f"string:{ID}"], capture_output=True).stdout, "the service does not come")
        with step("without a window at first"):
            assert not windows.of_process(program.pid)
        with step("an action brings the window and begins a case"):
            gdbus("ActivateAction", "new-case", "[]", "{}")
            until(lambda: windows.of_process(program.pid), "no window")
            from harness.application import Application
            program.application = Application(program.pid, alive=program.is_running)
            program.main().find("text", program.words("First name or initials, as on the screen"), seconds=20)
        with step("it complains of nothing"):
            assert not program.complaints(), program.complaints()


def the_window_is_as_it_was_left(step):
    with Desktop(language="sv") as desktop:
        with step("its size is kept"), Euphoria(desktop, **environment()) as program:
            program.start()
            window = program.window(program.main().name)
            window.set_size(1111, 777)
            until(lambda: all(f"{key}\n" in settings(desktop).read_text() for key in ("window-width=1111", "window-height=777")),
                  lambda: settings(desktop).read_text())
            window.raise_()
            keys.press("ctrl+q")
            program.wait_for_end()
        with step("and is there again"), Euphoria(desktop, **environment()) as program:
            program.start()
            window = program.window(program.main().name)
            until(lambda: window.place()[2:] == (1111, 777), lambda: f"it is {window.place()}")
        wishes(desktop, window_width="1111", window_height="777", window_maximized="true")
        with step("one that filled the screen fills it again"), Euphoria(desktop, **environment()) as program:
            program.start()
            window = program.window(program.main().name)
            until(lambda: window.place()[2] == WIDTH, lambda: f"it is {window.place()}")
            assert not program.complaints(), program.complaints()


def it_tells_of_a_follow_up_and_names_nobody(step):
    with Desktop(language="sv") as desktop:
        standin = Standin(desktop)
        with step("whoever has not asked for it hears nothing"):
            for arguments in ([case_file(desktop.folder)], []):  # the second time what is due is there from the start
                with Euphoria(desktop, **environment(EUPHORIA_NOW=AFTER)) as program:
                    program.start(*arguments)
                    program.main().find("label", "Anna", index=0)
                    program.window(program.main().name).raise_()
                    keys.press("ctrl+q")
                    program.wait_for_end()
            assert not standin.calls("Notify"), standin.calls("Notify")
        wishes(desktop, remind_follow_ups="true")
        with Euphoria(desktop, **environment(EUPHORIA_NOW=AFTER)) as program:
            with step("whoever has asked for it is told once, at the start"):
                program.start()
                until(lambda: standin.calls("Notify"), lambda: f"nothing was told: {program.log()[-2000:]}")
                told = standin.calls("Notify")
                assert len(told) == 1, told
                assert program.words("Time to follow up") in told[0], told
            with step("without a name"):
                text = str(told)
                for word in ("Anna", "Bergman", "Sand", "311"):
                    assert word not in text, text
            with step("a click leads to what is to be followed up"):
                standin.press()
                wait(lambda: (at := program.application.focused()) is not None and "Anna" in at.name,
                     lambda: f"the focus is at {program.application.focused()}")
                assert not program.complaints(), program.complaints()


def the_machine_stays_awake_in_a_meeting(step):
    with Desktop(language="sv") as desktop:
        standin = Standin(desktop)
        with Euphoria(desktop, **environment(GDK_DEBUG="")) as program:
            program.start(case_file(desktop.folder))
            window = program.main()
            window.find("label", "Anna", index=0)
            with step("not before it begins"):
                assert not standin.calls("Inhibit")
            with step("from its beginning"):
                window.find("button", program.words("Go On")).press()
                until(lambda: standin.calls("Inhibit"), "nobody asks the desktop to stay awake")
                asked = standin.calls("Inhibit")
                assert len(asked) == 1 and asked[0][2] & 8 and asked[0][2] & 4, asked  # idle, suspend
                assert "Anna" not in str(asked)
            with step("until it pauses"):
                window.outside().raise_()
                keys.press("F7")
                until(lambda: standin.calls("Close"), "it is kept awake in a pause")


def starts_and_works(desktop, program, expected="GSettings"):
    """Without anybody who could look into its tree: it draws, takes a new case and keeps it."""
    program._launch([])
    program._wait_for_window()
    window = windows.of_process(program.pid)[0]
    window.raise_()
    picture = window.picture(desktop)
    assert picture.colours() > 20, f"{picture.colours()} colours"
    keys.press("ctrl+n")
    keys.write("Anna")
    until(lambda: (program.data / "euphoria.db").exists() or any(program.data.glob("*")), "it keeps nothing")
    assert program.is_running(), program.log()
    window.raise_()
    keys.press("ctrl+q")
    assert program.wait_for_end(20) == 0, program.log()
    bad = [line for line in program.complaints() if expected not in line]
    assert not bad, bad


def it_works_where_something_is_missing(step):
    with Desktop(language="sv") as desktop:
        with step("without a session bus"), Euphoria(desktop, **environment(DBUS_SESSION_BUS_ADDRESS="disabled:", GTK_A11Y="none")) as program:
            starts_and_works(desktop, program)
    with Desktop(language="sv") as desktop:
        old = desktop.folder / "old"
        old.mkdir()
        (old / "old.gschema.xml").write_text(OLD_SCHEMA)
        subprocess.run(["glib-compile-schemas", old], check=True)
        with step("with the settings of an old version"), Euphoria(desktop, GSETTINGS_SCHEMA_DIR=old) as program:
            starts_and_works(desktop, program)
    with Desktop(language="sv") as desktop:
        with step("without any settings"), Euphoria(desktop, GSETTINGS_SCHEMA_DIR=desktop.folder) as program:
            starts_and_works(desktop, program)
    with Desktop(language="sv") as desktop:
        bare = desktop.folder / "bare"
        (bare / "glib-2.0").mkdir(parents=True)
        (bare / "glib-2.0" / "schemas").symlink_to("/usr/share/glib-2.0/schemas")
        with step("without an icon theme"), Euphoria(desktop, **environment(XDG_DATA_DIRS=bare)) as program:
            starts_and_works(desktop, program, "Failed to load icon")  # nor a list of kinds of pictures


def a_folder_that_cannot_be_written_is_said(step):
    with Desktop(language="sv") as desktop:
        blocked = desktop.folder / "blocked"
        blocked.write_text("a file where a folder should be")
        with Euphoria(desktop, **environment(EUPHORIA_DATA=blocked)) as program:
            with step("in the window, with what to do"):
                program.start()
                window = program.main()
                window.find("label", program.words("The Cases Can’t Be Opened"))
                again = window.find("button", program.words("Try _again"))
            with step("and once it can be written, trying again is enough"):
                blocked.unlink()
                again.press()
                window.find("button", program.words("New case"), index=0, seconds=20)


if __name__ == "__main__":
    tap.run(the_desktop_starts_it, the_bus_starts_it, the_window_is_as_it_was_left, it_tells_of_a_follow_up_and_names_nobody,
            the_machine_stays_awake_in_a_meeting, it_works_where_something_is_missing,
            a_folder_that_cannot_be_written_is_said, seconds=150)
