#!/usr/bin/env python3
"""The guide is as build-aux/dev/help.py wants it, and that finds each fault in a copy of it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

WHAT_IT_READS = ("help", "po", "src/ui", "data/glossary")
# Name, file, what stands there, what stands there then (None: the file is gone), what is said of it.
FAULTS = [
    ("a page is missing in one language", "help/sv/sitting.page", "", None, "help/sv/sitting.page is missing"),
    ("a section is missing in one language", "help/zh_CN/archivist.page", '<section id="secret">', '<section id="other">',
     "help/zh_CN/archivist.page: other sections"),
    ("a link between pages leads nowhere", "help/C/closing.page", 'xref="archivist"', 'xref="archive-of-all"', "leads nowhere"),
    ("a link to a section leads nowhere", "help/sv/closing.page", 'xref="index#meeting"', 'xref="index#meetings"', "leads nowhere"),
    ("a page that nothing leads to", "help/C/index.page", '<link type="topic" xref="keyboard"/>', "", "does not lead to keyboard"),
    ("a button that the program does not have", "help/sv/first-meeting.page", "<gui>Visa svaren</gui>", "<gui>Visa alla svar</gui>",
     "the program does not say “Visa alla svar”"),
    ("a button in another language", "help/zh_CN/closing.page", "<gui>智能卡</gui>", "<gui>Smart card</gui>", "does not say “Smart card”"),
    ("a translation that changed", "po/sv.po", 'msgstr "Börja _mötet"', 'msgstr "Inled _mötet"', "does not say “Börja mötet”"),
    ("a key that is not told", "help/C/keyboard.page", "<key>F7</key>", "<key>F6</key>", "the key F7 is missing"),
    ("a key that came to the program", "src/ui/common/eup-shortcuts.c", '{ "app.quit", "<Control>q"', '{ "app.quit", "<Control>x"',
     "the key Ctrl+X is missing"),
    ("a word that the glossary forbids", "help/sv/index.page", "den enskilde", "brukaren", "“brukaren” must not be used"),
    ("an element that the reader does not know", "help/C/index.page", "<p>Euphoria", "<screen>x</screen><p>Euphoria", "<screen> in <page>"),
    ("a point of two paragraphs", "help/C/adapting.page", "<item><p>ask", "<item><p>One.</p><p>ask", "each <item> has one <p>"),
    ("a page that is no XML", "help/C/index.page", "</page>", "", "help/C/index.page: no element found"),
    ("a page that the program does not hold", "help/euphoria-help.gresource.xml", "sv/archive.page", "sv/archives.page",
     "help/sv/archive.page is not in"),
    ("a blank between Chinese letters", "help/zh_CN/index.page", "帮助老人", "帮助 老人", "a blank between Chinese letters"),
]


def run(tree, *more):
    done = subprocess.run([sys.executable, str(SOURCE / "build-aux/dev/help.py"), str(tree), *more], capture_output=True, text=True)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


class Copy:
    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="euphoria-help."))
        for name in WHAT_IT_READS:
            shutil.copytree(SOURCE / name, self.folder / name)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def change(self, name, before, after):
        path = self.folder / name
        old = path.read_text(encoding="utf-8")
        assert before in old, f"{name} has no “{before}” any more"
        path.write_text(old.replace(before, after, 1), encoding="utf-8") if after is not None else path.unlink()
        return lambda: path.write_text(old, encoding="utf-8")


def the_guide_is_whole(_):
    code, said = run(SOURCE, "--with-yelp")
    assert code == 0 and not said, said


def each_fault_is_found(step):
    path = os.environ["PATH"]
    with Copy() as copy:
        os.environ["PATH"] = str(copy.folder / "nothing")  # our own eyes, without yelp's
        for name, file, before, after, words in FAULTS:
            with step(name):
                undo = copy.change(file, before, after)
                code, said = run(copy.folder)
                undo()
                assert code == 1 and words in said, said
    os.environ["PATH"] = path


def yelp_has_its_own_say(_):
    with Copy() as copy:
        for folder in ("C", "sv", "zh_CN"):
            copy.change(f"help/{folder}/index.page", "<section ", '<section style="x" odd="y" ')
        code, said = run(copy.folder, "--with-yelp")
        assert code == 1 and "yelp-check validate on help/C" in said, said


if __name__ == "__main__":
    tap.run(the_guide_is_whole, each_fault_is_found, yelp_has_its_own_say, seconds=100)
