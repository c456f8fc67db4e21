#!/usr/bin/env python3
"""euphoria-cli check: what is wrong in a file is told in one line a problem, with the file, the place
and what was expected; and nothing a file holds makes the program crash or hang."""

import json
import os
import tempfile
from pathlib import Path

from bad_packs import ADDITION, BAD_ADDITIONS, BAD_RULES, RULES
from program import CASE, CATALOGUE, DELETE, METHOD, SOURCE, changed, end, expect_lines, run, run_rows, tap


def text(name):
    return (SOURCE / name).read_bytes()


def replaced(name, old, new):
    assert old in text(name), f"{old} stands in {name}"
    return text(name).replace(old, new, 1)


NEED = ("gates", 0, "needs", 0)
GATE = (*NEED, "closed")
# name, contents of FILE, the lines on the standard error without "FILE: "
BAD = [
    # Not JSON at all
    ("broken JSON", b'{"format": 1,\n "kind": "method"\n "id": "a"}',
     ["line 2: this is not JSON: a comma or the end of a list or an object is missing"]),
    ("a file cut off in its middle", text(METHOD)[:5000], ["line …"]),
    ("an empty file", b"", ["line 1: this is not JSON: the file is empty"]),
    ("invalid UTF-8", replaced(METHOD, "å".encode(), b"\xe5"), ["line …"]),
    ("UTF-16", text(CATALOGUE).decode().encode("utf-16"), ["line 1: byte 0 is not UTF-8 text; save the file as UTF-8"]),
    ("a zero character in a text", changed(METHOD, ("title", "en", "a\0b")), ["line 1: the character \\u0000 can't stand in a text"]),
    ("100,000 brackets", b"[" * 100000, ["line 1: lists and objects are nested more than 100 deep"]),
    ("100,000 objects", b'{"a":' * 100000 + b"1" + b"}" * 100000, ["line 1: lists and objects are nested more than 100 deep"]),
    ("a key that stands twice", replaced(METHOD, b'"kind": "method",', b'"kind": "method", "kind": "case",'),
     ["$.kind: this key stands twice in one object"]),
    # Not one of our files
    ("a list", b"[]", ["$: found no object, expected a method, a catalogue, a rule pack, an addition or a case"]),
    ("no kind", changed(METHOD, ("kind", DELETE)), ['$.kind: the key is missing, expected "method", "catalogue", "rules", "addition" or "case"']),
    ("another kind", changed(METHOD, ("kind", "recipe")), ['$.kind: another kind of file, expected "method", "catalogue", "rules", "addition" or "case"']),
    ("a kind that is no text", changed(METHOD, ("kind", [1])), ['$.kind: another kind of file, expected "method", "catalogue", "rules", "addition" or "case"']),
    ("a newer format", changed(METHOD, ("format", 2)), ["$.format: made for a newer version of the program: format 2, this one reads 1"]),
    # A method
    ("unknown keys", changed(METHOD, ("colour", "red"), ("stages", 0, "x y", 1)),
     ['$.stages[0]["x y"]: this key is not known here', "$.colour: this key is not known here"]),
    ("wrong types", changed(METHOD, ("title", "Tre röster"), ("stages", 0, "minutes", "5"), ("outcomes", 0, "yes", 1)),
     ["$.title: found a text, expected an object", "$.stages[0].minutes: found a text, expected a whole number",
      "$.outcomes[0].yes: found a whole number, expected true or false"]),
    ("a key that is missing", changed(METHOD, (*NEED, "missing", DELETE)), ["$.gates[0].needs[0]: the key “missing” is missing"]),
    ("a missing translation", changed(METHOD, ("stages", 1, "questions", 0, "title", "zh", DELETE)),
     ["$.stages[1].questions[0].title: the Chinese (zh) words are missing"]),
    ("a duplicate id of a stage", changed(METHOD, ("stages", 2, "id", "same"), ("stages", 1, "id", "same")),
     ["$.stages[2].id: the id “same” stands already at $.stages[1].id, expected each only once"]),
    ("a gate that names no question", changed(METHOD, (*GATE, "answered('no-such', 'resident')")),
     ["$.gates[0].needs[0].closed: character 10: there is no question “no-such”"]),
    ("a gate that can't be read", changed(METHOD, (*GATE, "level > ")), ["$.gates[0].needs[0].closed: character 9: found the end, expected a value"]),
    ("a gate that compares what can't be compared", changed(METHOD, (*GATE, "level = 'high'")),
     ["$.gates[0].needs[0].closed: character 7: a number can't be compared with a text"]),
    ("a gate that leads nowhere", changed(METHOD, (*NEED, "goto", "no-such")), ["$.gates[0].needs[0].goto: there is no question “no-such”…"]),
    ("two problems", changed(METHOD, ("version", "one"), ("date", "yesterday")),
     ['$.version: found "one", expected the form …', '$.date: found "yesterday", expected a date as 2026-11-26']),
    # A catalogue
    ("a duplicate id of a technology", changed(CATALOGUE, ("technologies", 0, "id", "same"), ("technologies", 1, "id", "same")),
     ["$.technologies[1].id: the id “same” stands already at $.technologies[0].id, expected each only once"]),
    ("a level that is too high", changed(CATALOGUE, ("technologies", 0, "level", 4)),
     ["$.technologies[0].level: found 4, expected at most 3"]),
    # A case
    ("an unknown method", changed(CASE, ("method", {"id": "other", "version": "1"})),
     ["$.method.id: the method “other” is not known here, expected “tre-roster”"]),
    ("another version of the method", changed(CASE, ("method", {"id": "tre-roster", "version": "99"})),
     ["$.method.version: version 99 of the method is not here, expected …"]),
    ("an unknown technology", changed(CASE, ("card", "technology", "no-such"), ("card", "functions", [])),
     ["$.card.technology: the catalogue has no technology “no-such”"]),
    ("an unknown question", changed(CASE, ("statements", 0, "question", "no-such")),
     ["$.statements[0].question: the method has no question “no-such”"]),
    ("a statement of nobody", changed(CASE, ("statements", 0, "person", "no-such")),
     ["$.statements[0].person: nobody in “people” has the id “no-such”"]),
    ("a time that is none", changed(CASE, ("card", "meeting", "tomorrow")),
     ['$.card.meeting: found "tomorrow", expected a time as 2026-11-26T13:30:00+01:00']),
    ("a text that would break the line", changed(CASE, ("card", "technology", "a\nb\x1b[31m")),
     ['$.card.technology: found "a\\nb\\u001b[31m", expected the form …']),
]


def try_bad_file(contents, lines):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.json"
        path.write_bytes(contents)
        ended = run("check", path)
        expect_lines(ended, 1, [line if line == "…" else f"{path}: {line}".replace("FILE", str(path)) for line in lines])
        assert ended.stdout == "", ended.stdout
        assert os.listdir(folder) == ["file.json"], "nothing else came to be"
        assert path.read_bytes() == contents, "the file is as it was"


def large(path):
    path.touch()
    os.truncate(path, 200 * 1000 * 1000)


# name, how to make what FILE names, the line on the standard error without "FILE: "
UNREADABLE = [
    ("a file of 200 MB", large, "the file has 200.0\u00a0MB; at most 33.6\u00a0MB is expected"),
    ("a file that is not there", lambda path: None, "No such file or directory"),
    ("a folder", Path.mkdir, "this is not a file"),
    ("a pipe that nobody writes to", os.mkfifo, "this is not a file"),
    ("a link that leads to itself", lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
]


def try_unreadable(make, line):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.json"
        make(path)
        expect_lines(run("check", path, seconds=10), 1, [f"{path}: {line}"])


GOOD = [
    ("the method that ships", METHOD, "a method, tre-roster 1.0, 28 questions"),
    ("the catalogue that ships", CATALOGUE, "a catalogue, technologies 1.0, 14 technologies"),
    ("the rule pack of Sweden that ships", RULES, "a rule pack, se 1.0, for SE, 65 references"),
    ("the addition that ships", ADDITION, "an addition, bjorkdalen 1.0, on tre-roster 1.0"),
    ("the sample case", CASE, "a case, SÄ 2026/311, 8 people, 113 statements"),
]


def try_good(name, what):
    ended = run("check", SOURCE / name)
    expect_lines(ended, 0, [])
    assert ended.stdout == f"{SOURCE / name}: {what}\n", ended.stdout


USAGE = [
    ("no command", [], "usage: euphoria-cli COMMAND…"),
    ("an unknown command", ["chek"], "euphoria-cli: there is no command “chek”; euphoria-cli --help lists them"),
    ("no file", ["check"], "euphoria-cli check: no file is named; euphoria-cli check --help says how it is called"),
    ("an unknown option", ["check", "--fast", "x"],
     "euphoria-cli check: Unknown option --fast; euphoria-cli check --help says how it is called"),
]


def try_usage(arguments, line):
    ended = run(*arguments)
    assert ended.returncode == 2, ended.returncode
    assert ended.stdout == "", ended.stdout
    expected = line[:-1] if line.endswith("…") else line + "\n"
    assert ended.stderr.startswith(expected), ended.stderr


def help_is_given():
    for arguments in ["--help"], ["-h"], ["check", "--help"]:
        ended = run(*arguments)
        assert ended.returncode == 0 and "euphoria-cli" in ended.stdout and ended.stderr == "", ended.stderr
    ended = run("--version")
    assert ended.returncode == 0 and ended.stdout.startswith("euphoria-cli 0."), ended.stdout


def every_file_is_checked():
    """A wrong file between good ones does not keep the others from being checked."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = Path(folder) / "wrong.json"
        wrong.write_bytes(b"{}")
        ended = run("check", SOURCE / METHOD, wrong, SOURCE / CATALOGUE)
        expect_lines(ended, 1, [f"{wrong}: $.kind: the key is missing…"])
        assert len(ended.stdout.splitlines()) == 2, ended.stdout


def shipped_files():
    """Everything below data/ that says of itself what it is, but schemas and the like."""
    for path in sorted((SOURCE / "data").rglob("*.json")):
        if json.loads(path.read_text()).get("kind") in ("method", "catalogue", "rules", "addition"):
            yield path


def every_shipped_file_is_good():
    paths = list(shipped_files())
    kinds = {path.parent.name for path in paths}
    assert kinds == {"methods", "catalogue", "rules", "additions"}, kinds
    ended = run("check", *paths)
    expect_lines(ended, 0, [])
    assert len(ended.stdout.splitlines()) == len(paths), ended.stdout


def additions_are_tried_together():
    """Two that are good each for itself change the same words and take the same id."""
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "other.json"
        other.write_bytes(changed(ADDITION, ("id", "other"), ("questions", DELETE), ("gates", DELETE), ("prompts", DELETE)))
        ended = run("check", SOURCE / ADDITION, other)
        first = SOURCE / ADDITION
        expect_lines(ended, 1, [
            f"{other}: $.wording[0]: the words “label” of the outcome “refer” change already at {first}: $.wording[0], expected once",
            f"{other}: $.wording[1]: the words “example” of the question “q27” change already at {first}: $.wording[1], expected once",
            f"{other}: $.technologies[0].id: the id “bjorkdalen-key-finder” stands already at {first}: $.technologies[0].id, expected each only once",
            f"{other}: $.technologies[0].number: the number “51” stands already at {first}: $.technologies[0].number, expected each only once",
        ])
        assert len(ended.stdout.splitlines()) == 2, ended.stdout


def locale_does_not_matter():
    """Lines are UTF-8 also where the locale knows no such thing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "å外.json"
        path.write_bytes(changed(METHOD, (*NEED, "missing", DELETE)))
        for locale in "C", "C.UTF-8", "sv_SE.UTF-8":
            ended = run("check", path, env={**os.environ, "LC_ALL": locale, "LANG": locale})
            assert ended.returncode == 1
            assert "the key “missing” is missing" in ended.stderr, ended.stderr


report = tap.Report()
print("TAP version 13", flush=True)
run_rows(report, BAD, try_bad_file)
run_rows(report, BAD_RULES, try_bad_file)
run_rows(report, BAD_ADDITIONS, try_bad_file)
run_rows(report, UNREADABLE, try_unreadable)
run_rows(report, GOOD, try_good)
run_rows(report, USAGE, try_usage)
run_rows(report, [("help is given", ), ], help_is_given)
run_rows(report, [("every file is checked",)], every_file_is_checked)
run_rows(report, [("every shipped file is good",)], every_shipped_file_is_good)
run_rows(report, [("additions are tried together",)], additions_are_tried_together)
run_rows(report, [("the locale does not matter",)], locale_does_not_matter)
end(report)
