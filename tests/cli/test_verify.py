#!/usr/bin/env python3
"""euphoria-cli verify: what has become of a record, in words, one line a file."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import CASE, SOURCE, end, expect_lines, run, run_rows, tap

NOW = {**os.environ, "EUPHORIA_NOW": "2026-11-26T15:00:00+01:00"}
store = Path(tempfile.mkdtemp(prefix="euphoria-verify."))
SIGNED = "signed by Ana Lind at 2026-11-26T15:00:00+01:00 (certificate unknown here)"


def make_material():
    (store / "password").write_text("hemligt\n")
    for name in "signer", "other":
        subprocess.run([SOURCE / "build-aux/dev/certificate.sh", store / f"{name}.p12", store / "password", "Ana Lind",
                        "--authority", store / f"{name}.pem"], check=True, capture_output=True)
    options = {"unsigned": [], "draft": ["--draft"],
               "signed": ["--sign", store / "signer.p12", "--password-file", store / "password"]}
    for name, more in options.items():
        expect_lines(run("record", SOURCE / CASE, "-o", store / f"{name}.pdf", *more, env=NOW), 0, [])


def at(text, old, new):
    assert len(old) == len(new) and text.count(old) >= 1, old
    return text.replace(old, new, 1)


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


# name, which record, what is done to it, exit status, what the line says
ROWS = [
    ("a signed record", "signed", lambda pdf: pdf, 0, f"sealed and unchanged; {SIGNED}"),
    ("a record that nobody has signed", "unsigned", lambda pdf: pdf, 1, "whole, but nobody has signed it"),
    ("a draft", "draft", lambda pdf: pdf, 1, "whole, but nobody has signed it"),
    ("one bit changed at the beginning", "signed", lambda pdf: flipped(pdf, 200), 1, "changed after signing"),
    ("one bit changed in the middle", "signed", lambda pdf: flipped(pdf, len(pdf) // 3), 1, "changed after signing"),
    ("the time of signing changed", "signed", lambda pdf: at(pdf, b"D:20261126150000", b"D:20251126150000"), 1, "changed after signing"),
    ("bytes added at the end", "signed", lambda pdf: pdf + b"%% more\n", 1, ""),
    ("cut off at the end", "signed", lambda pdf: pdf[:-100], 1, ""),
    ("cut off in the middle", "signed", lambda pdf: pdf[: len(pdf) // 2], 1, ""),
    ("an empty file", "signed", lambda pdf: b"", 1, "not one of our records"),
    ("a text", "signed", lambda pdf: b"Dear archive,\n" * 1000, 1, "not one of our records"),
    ("a head and nothing else", "signed", lambda pdf: b"%PDF-1.7\n", 1, "not one of our records"),
]


def try_row(name, change, code, words):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.pdf"
        path.write_bytes(change((store / f"{name}.pdf").read_bytes()))
        ended = run("verify", path)
        assert ended.returncode == code, f"{ended.returncode}: {ended.stdout}{ended.stderr}"
        assert ended.stderr == "" and len(ended.stdout.splitlines()) == 1, ended.stdout + ended.stderr
        assert ended.stdout.startswith(f"{path}: {words}"), ended.stdout
        if code:
            assert "sealed and unchanged" not in ended.stdout, ended.stdout
        assert os.listdir(folder) == ["record.pdf"], "nothing else came to be"


def put_record(folder, twin=None):
    path = Path(folder) / "record.pdf"
    shutil.copy(store / "signed.pdf", path)
    if twin is not None:
        path.with_suffix(".json").write_bytes(twin)
    return path


# name, the twin beside the record, exit status, what the line ends with
TWINS = [
    ("no twin", lambda twin: None, 0, "(certificate unknown here)"),
    ("its own twin", lambda twin: twin, 0, "; the twin beside it belongs to it"),
    ("a twin with another word", lambda twin: at(twin, b"Anna", b"Elsa"), 1, "; the twin beside it is another one"),
    ("a twin with one more line break", lambda twin: twin + b"\n", 1, "; the twin beside it is another one"),
    ("an empty twin", lambda twin: b"", 1, "; the twin beside it is another one"),
]


def try_twin(change, code, words):
    with tempfile.TemporaryDirectory() as folder:
        path = put_record(folder, change((store / "signed.json").read_bytes()))
        ended = run("verify", path)
        assert ended.returncode == code, ended.stdout
        assert ended.stdout == f"{path}: sealed and unchanged; {SIGNED}{words if words[0] == ';' else ''}\n", ended.stdout


def a_twin_that_can_not_be_read_is_told():
    with tempfile.TemporaryDirectory() as folder:
        path = put_record(folder)
        path.with_suffix(".json").mkdir()
        ended = run("verify", path)
        assert ended.returncode == 1 and ended.stdout.endswith("; the twin beside it can't be read\n"), ended.stdout


# name, what is known here, exit status, whether the signer is unknown
KNOWN = [
    ("the authority of the signer is known", ["signer"], 0, False),
    ("one of two authorities is known", ["other", "signer"], 0, False),
    ("another authority is known", ["other"], 1, True),
]


def try_known(names, code, unknown):
    ended = run("verify", *(f"--known={store / name}.pem" for name in names), store / "signed.pdf")
    assert ended.returncode == code, ended.stdout
    assert ("certificate unknown here" in ended.stdout) == unknown, ended.stdout
    assert "sealed and unchanged" in ended.stdout


# name, arguments, exit status, the line on the standard error
WRONG = [
    ("a record that is not there", ["/nowhere/a.pdf"], 1, "/nowhere/a.pdf: No such file or directory"),
    ("a folder", ["/tmp"], 1, "/tmp: this is not a file"),
    ("no known certificate there", ["--known", "/nowhere/a.pem", "a.pdf"], 1, "/nowhere/a.pem: No such file or directory"),
    ("a known certificate that is none", ["--known", str(SOURCE / CASE), "a.pdf"], 1, f"{SOURCE / CASE}: There is no certificate…"),
    ("no record", [], 2, "euphoria-cli verify: no record is named; euphoria-cli verify --help says how it is called"),
    ("an unknown option", ["--fast"], 2, "euphoria-cli verify: Unknown option --fast; …"),
]


def try_wrong(arguments, code, line):
    ended = run("verify", *arguments)
    expect_lines(ended, code, [line])
    assert ended.stdout == "", ended.stdout


def a_giant_file_is_refused_before_it_is_read():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "giant.pdf"
        path.touch()
        os.truncate(path, 1 << 40)
        expect_lines(run("verify", path, seconds=5), 1, [f"{path}: the file has 1.1\u00a0TB; at most …"])


def each_of_several_files_has_its_line():
    ended = run("verify", store / "signed.pdf", "/nowhere/a.pdf", store / "unsigned.pdf", store / "signed.pdf")
    expect_lines(ended, 1, ["/nowhere/a.pdf: No such file or directory"])
    assert [line.split(": ")[0] for line in ended.stdout.splitlines()] == [
        str(store / f"{name}.pdf") for name in ("signed", "unsigned", "signed")]


def json_says_the_same_for_programs():
    ended = run("verify", "--json", store / "signed.pdf", store / "unsigned.pdf", "/nowhere/a.pdf")
    assert ended.returncode == 1 and ended.stderr == "", ended.stderr
    signed, unsigned, missing = [json.loads(line) for line in ended.stdout.splitlines()]
    signature = signed["signatures"][0]
    assert (signed["good"], signed["verdict"], signed["twin"]) == (True, "sealed", "belongs"), signed
    assert (signed["document"], signed["method"]) == ("SA-2026-311-1", "tre-roster 1.0"), signed
    assert (signature["name"], signature["time"]) == ("Ana Lind", "2026-11-26T15:00:00+01:00"), signature
    assert signature["intact"] and signature["whole"] and signature["last"] and not signature["known"], signature
    assert (unsigned["good"], unsigned["verdict"], unsigned["signatures"]) == (False, "not-signed", []), unsigned
    assert missing == {"file": "/nowhere/a.pdf", "good": False, "problem": "/nowhere/a.pdf: No such file or directory"}, missing


report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_material()
    run_rows(report, ROWS, try_row)
    run_rows(report, TWINS, try_twin)
    run_rows(report, KNOWN, try_known)
    run_rows(report, WRONG, try_wrong)
    for function in (a_twin_that_can_not_be_read_is_told, a_giant_file_is_refused_before_it_is_read,
                     each_of_several_files_has_its_line, json_says_the_same_for_programs):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
finally:
    shutil.rmtree(store)
end(report)
