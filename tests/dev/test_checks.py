#!/usr/bin/env python3
"""The checkers of ./dev check can fail: each gets a small tree with one fault, and one without."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

GOOD = {
    "src/util/eup-text.c": '#include "util/eup-text.h"\n#include <string.h>\n',
    "src/store/eup-store.c": '#include "store/eup-store.h"\n#include "util/eup-text.h"\n',
    "src/ui/eup-window.c": '#include <gtk/gtk.h>\n#include "casework/eup-case.h"\nputs (_("Open"));\n',
    "data/ui/eup-row.blp": 'title: _("Row");\n',
    "po/POTFILES.in": "# all\nsrc/ui/eup-window.c\ndata/ui/eup-row.blp\n",
    "po/LINGUAS": "sv\n",
    "po/sv.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                'msgid "Open"\nmsgstr "Öppna"\n\nmsgid "Row"\nmsgstr "Rad"\n',
    "data/schemas/method.schema.json": json.dumps({"type": "object", "required": ["id"]}),
    "data/schemas/catalogue.schema.json": json.dumps({"type": "object"}),
    "data/schemas/case.schema.json": json.dumps({"type": "object"}),
    "data/schemas/rules.schema.json": json.dumps({"type": "object"}),
    "data/schemas/amendment.schema.json": json.dumps({"type": "object"}),
    "data/schemas/addition.schema.json": json.dumps({"type": "object"}),
    "data/schemas/glossary.schema.json": json.dumps({"type": "object"}),
    "data/methods/one.json": '{"id": "one"}',
    "data/catalogue/all.json": "{}",
    "data/rules/se.json": "{}",
    "data/additions/town.json": "{}",
    "data/glossary/glossary.json": "{}",
    "tests/data/cases/gps.json": "{}",
    "tests/data/amendments/correction.json": "{}",
}
FAULTS = {
    "layers": [
        ("a later layer is included", "src/store/eup-store.c", '#include "casework/eup-case.h"\n', "later layer"),
        ("record is included in store", "src/store/eup-store.c", '#include "record/eup-pages.h"\n', "store"),
        ("store is included in record", "src/record/eup-a.c", '#include "store/eup-store.h"\n', "do not know each other"),
        ("GTK is included below ui", "src/util/eup-text.c", "#include <gtk/gtk.h>\n", "below ui"),
        ("libadwaita is included in the cli", "src/cli/eup-a.c", "#include <adwaita.h>\n", "below ui"),
        ("a header is named without its folder", "src/util/eup-text.c", '#include "eup-text.h"\n', "without its folder"),
        ("a pure layer asks the clock", "src/method/eup-a.c", "now = g_date_time_new_now_utc ();\n", "pure"),
    ],
    "sizes": [
        ("a file is too long", "src/util/eup-long.c", "\n" * 501, "501 lines"),
        ("one file is longer than the median may be", "src/util/eup-text.c", "\n" * 400, None),
        ("the median is too high", ("src/util/eup-text.c", "src/util/eup-b.c", "src/util/eup-c.c", "src/util/eup-d.c"),
         "\n" * 301, "median"),
    ],
    "translations": [
        ("a file with words is not listed", "src/ui/eup-new.c", 'puts (_("Open"));\n', "src/ui/eup-new.c"),
        ("a template with words is not listed", "data/ui/eup-new.blp", 'label: C_("verb", "Open");\n', "eup-new.blp"),
        ("a listed file is gone", "po/POTFILES.in", "src/ui/eup-window.c\ndata/ui/eup-row.blp\nsrc/gone.c\n", "src/gone.c"),
        ("a word has no translation", "src/ui/eup-window.c", 'puts (_("Close"));\n', "“Close”"),
        ("a word of a template has no translation", "data/ui/eup-row.blp", 'title: _("Line");\n', "“Line”"),
        ("a translation is fuzzy", "po/sv.po", GOOD["po/sv.po"].replace('msgid "Open"', '#, fuzzy\nmsgid "Open"'), "“Open”"),
        ("a language is missing", "po/LINGUAS", "sv\nzh_CN\n", "zh_CN"),
        ("a translation is left over", "po/sv.po", GOOD["po/sv.po"] + '\n#~ msgid "Shut"\n#~ msgstr "Stäng"\n', "“Shut”"),
        ("a place for a value is forgotten", ("po/sv.po",), GOOD["po/sv.po"] + '\n#, c-format\nmsgid "To %s"\nmsgstr "Till"\n',
         "po/sv.po"),
        ("a sentence is joined in C", "src/ui/eup-a.c", 'g_strdup_printf ("%s: %s", who, what);\n', "src/ui/eup-a.c:1"),
        ("two words are put side by side", "src/ui/eup-a.c", '\ng_strdup_printf ("%s %s", name, verb);\n', "src/ui/eup-a.c:2"),
        ("a translated piece is glued on", "src/ui/eup-a.c", 'g_strconcat (name, _("Row"), NULL);\n', "src/ui/eup-a.c:1"),
        ("pieces that a translator can turn round", ("src/ui/eup-window.c",),
         'puts (_("Open"));\ng_strdup_printf (C_ ("who", "%1$s: %2$s"), a, b);\n', "“%1$s: %2$s”"),
        ("the wall asks for the record's language", "src/ui/meeting/eup-wall-a.c", "say (card->language);\n", "eup-wall-a.c:1"),
        ("things that stand apart", ("src/ui/eup-a.c",), 'g_strdup_printf ("%s · %s", name, day);\n', None),
        ("a line for comparing", ("src/ui/eup-a.c",), 'g_string_append_printf (shape, "%s %s\\n", id, voice);\n', None),
        ("a translation is broken", "po/sv.po", 'msgid "Open\n', "po/sv.po"),
    ],
    "schemas": [
        ("a method does not fit", "data/methods/one.json", "{}", "data/methods/one.json"),
        ("a schema is unsound", "data/schemas/case.schema.json", '{"type": 5}', "case.schema.json"),
        ("there is nothing to check", "tests/data/cases/gps.json", None, "no case file"),
    ],
}


def run(checker, changes):
    """Exit code and words of a checker in the good tree with these changes."""
    with tempfile.TemporaryDirectory(prefix="euphoria check.") as name:
        for path, text in {**GOOD, **changes}.items():
            if text is not None:
                (Path(name) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(name) / path).write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SOURCE / "build-aux" / "dev" / f"{checker}.py", name],
                              capture_output=True, text=True, timeout=30)
        return done.returncode, done.stdout + done.stderr


def each_checker_passes_a_good_tree(step):
    for checker in FAULTS:
        with step(checker):
            code, said = run(checker, {})
            assert code == 0 and not said, said


def each_checker_finds_what_it_is_for(step):
    for checker, faults in FAULTS.items():
        for name, paths, text, words in faults:
            with step(f"{checker}: {name}"):
                code, said = run(checker, {path: text for path in ([paths] if isinstance(paths, str) else paths)})
                if words is None:
                    assert code == 0, said
                else:
                    assert code == 1 and words in said and "Traceback" not in said, said


def what_is_on_its_way_out_must_be_listed(step):
    code = {"old": "void a (void);\nvoid a (void) { g_memdup (NULL, 0); }\n",
            "new": "void a (void);\nvoid a (void) { g_string_free_and_steal (NULL); }\n"}
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name)
        (tree / "docs").mkdir()
        (tree / "src").mkdir()
        flags = subprocess.run(["pkg-config", "--cflags", "glib-2.0"], capture_output=True, text=True, check=True).stdout.strip()

        def look(which, cap, listed):
            (tree / "src" / "a.c").write_text("#include <glib.h>\n" + code[which])
            (tree / "docs" / "platforms.md").write_text(listed)
            command = (f"cc {flags} -DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_{cap} -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_{cap} "
                       "-MD -MQ a.o -MF a.d -o a.o -c src/a.c")
            (tree / "compile_commands.json").write_text(json.dumps([{"directory": name, "file": "src/a.c", "command": command}]))
            done = subprocess.run([sys.executable, str(SOURCE / "build-aux/dev/deprecations.py"), name, name], capture_output=True, text=True)
            assert "Traceback" not in done.stderr, done.stderr
            return done.returncode, done.stdout

        with step("a deprecated function that is not listed is a fault"):
            code_, said = look("old", "2_66", "")
            assert code_ == 1 and "g_memdup is deprecated here and not listed" in said, said
        with step("one that is listed is only told"):
            code_, said = look("old", "2_66", "| `g_memdup` | why |")
            assert code_ == 0 and "g_memdup: a.c" in said, said
        with step("what is newer than the oldest platform is a fault, listed or not"):
            code_, said = look("new", "2_70", "`g_string_free_and_steal`")
            assert code_ == 1 and "newer than the oldest platform" in said, said


def the_closing_line_counts_what_happened(step):
    sys.path.insert(0, str(SOURCE / "build-aux" / "dev"))
    import tests
    for name, result, said, counts in (
            ("cases of a program that passed", "OK", "ok 1 /a\nok 2 /b # SKIP why\n", (1, 0, 1)),
            ("a case that failed", "FAIL", "ok 1 - a\nnot ok 2 - b\n", (1, 1, 0)),
            ("a crash after cases that passed", "ERROR", "ok 1 - a\n", (1, 1, 0)),
            ("a program that hung", "TIMEOUT", "", (0, 1, 0)),
            ("a program without cases", "OK", "done\n", (1, 0, 0))):
        with step(name):
            assert tests.count_program({"result": result, "stdout": said}) == counts
    with step("what a failed case said is repeated, and nothing else"), tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "testlog.json"
        entries = [{"name": "ui / a", "result": "ERROR", "stdout": "ok 1 - a\n# well\nnot ok 2 - b\n# it holds “x”\n# too\nok 3 - c\n# no\n"},
                   {"name": "ui / b", "result": "OK", "stdout": "ok 1 - not\n"}, {"name": "ui / c", "result": "TIMEOUT"}]
        log.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
        assert list(tests.complaints(log)) == ["ui / a: not ok 2 - b\n# it holds “x”\n# too"], list(tests.complaints(log))


if __name__ == "__main__":
    tap.run(each_checker_passes_a_good_tree, each_checker_finds_what_it_is_for, what_is_on_its_way_out_must_be_listed,
            the_closing_line_counts_what_happened, seconds=50)
