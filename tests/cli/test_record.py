#!/usr/bin/env python3
"""euphoria-cli record: a record and its twin come to be together, or not at all and with a clear line."""

import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from bad_packs import ADDITION
from program import CASE, DELETE, SOURCE, changed, end, expect_lines, run, run_rows, tap

NOW = {**os.environ, "EUPHORIA_NOW": "2026-11-26T15:00:00+01:00"}
PASSWORD = "hemligt å外"
CERTIFICATES = {  # name → options of certificate.sh
    "good": [],
    "expired": ["--from", "2024-01-01", "--days", "400"],
    "not-yet": ["--from", "2040-01-01", "--days", "400"],
    "no-key": ["--no-key"],
    "for-servers": ["--usage", "keyEncipherment"],
}
store = Path(tempfile.mkdtemp(prefix="euphoria-record."))


def make_certificates():
    (store / "password").write_text(PASSWORD + "\n")
    (store / "other").write_text("something else\n")
    (store / "empty").write_text("")
    script = SOURCE / "build-aux/dev/certificate.sh"
    for name, options in CERTIFICATES.items():
        command = [script, store / f"{name}.p12", store / "password", "Ana Lind Å外", *options]
        subprocess.run(command, check=True, capture_output=True)
    shutil.copy(SOURCE / "COPYING" if (SOURCE / "COPYING").exists() else SOURCE / "dev", store / "garbage.p12")
    (store / "cut.p12").write_bytes((store / "good.p12").read_bytes()[:1000])
    (store / "nothing.p12").write_bytes(b"")


def case(folder, *steps):
    path = Path(folder) / "case.json"
    path.write_bytes(changed(CASE, *steps))
    return path


def contents(folder):
    return {p.name: p.read_bytes() if p.is_file() else None for p in Path(folder).iterdir()}


# Wrong cases: name, changes, options, the lines on the standard error without "CASE: "
BAD_CASES = [
    ("an unknown method", [("method", "id", "other")], [], ["$.method.id: the method “other” is not known here, expected “tre-roster”"]),
    ("an unknown key", [("card", "colour", "red")], [], ["$.card.colour: this key is not known here"]),
    ("wrong types", [("people", "Anna"), ("card", "alias", 1)], [],
     ["$.card.alias: found a whole number, expected a text", "$.people: found a text, expected a list"]),
    ("a duplicate id", [("people", 1, "id", "same"), ("people", 2, "id", "same")], ["--draft"], ["…"]),
    ("no outcome", [("decision", "outcome", DELETE)], [], ["$.decision.outcome: no outcome is chosen, expected one for a sealed record"]),
    ("no reasons", [("decision", "because", "")], [],
     ["$.decision.because: the reasons are missing, expected because and therefore"]),
    ("nobody decides", [("decision", "decider", DELETE)], [], ["$.decision.decider: nobody is named, expected who decides"]),
    ("a trial without its end", [("decision", "until", DELETE)], [],
     ["$.decision.until: the date is missing, expected one for this outcome"]),
    ("a yes that a gate holds back", [("alternatives", [])], [], ["$.decision.outcome: found a yes that is held back by a gate: …"]),
    ("no rules", [("rules", DELETE)], [], ["$.rules: no rule pack is chosen, expected one for a sealed record"]),
    ("other rules than the case is under", [], ["--rules", "cn"], ["$.rules: the case is under the rules “se”, leave out --rules cn"]),
    ("an addition that is not named", [("additions", [{"id": "bjorkdalen", "version": "1.0"}])], [],
     ["$.additions[0].id: the addition “bjorkdalen” is not here"]),
    ("an addition that the case has not", [], ["--addition", SOURCE / ADDITION],
     ["$.additions: the case was begun without the addition “bjorkdalen”"]),
    ("another version of the addition", [("additions", [{"id": "bjorkdalen", "version": "0.9"}])], ["--addition", SOURCE / ADDITION],
     ["$.additions[0].version: version 0.9 of the addition is not here, expected 1.0"]),
    ("a character that no font has", [("card", "purpose", "to walk \U00012031")], ["--draft"],
     ["The record's fonts can't print the character “\U00012031” (U+12031)…"]),
]


def try_bad_case(steps, options, lines):
    with tempfile.TemporaryDirectory() as folder:
        path = case(folder, *steps)
        before = contents(folder)
        ended = run("record", path, "-o", Path(folder) / "out.pdf", *options, env=NOW)
        if lines == ["…"]:
            assert ended.returncode == 1 and ended.stderr, ended.stderr
            assert all(line.startswith(f"{path}: ") for line in ended.stderr.splitlines()), ended.stderr
        else:
            expect_lines(ended, 1, [f"{path}: {line}" for line in lines])
        assert contents(folder) == before, "no file came to be"


# Wrong certificates: name, certificate, password file, what the line says after the file's name
BAD_CERTIFICATES = [
    ("an expired certificate", "expired.p12", "password", "expired.p12: This certificate has expired"),
    ("a certificate that does not hold yet", "not-yet.p12", "password", "not-yet.p12: This certificate is not valid yet"),
    ("a wrong password", "good.p12", "other", "good.p12: The password does not open this certificate."),
    ("an empty password", "good.p12", "empty", "good.p12: The password does not open this certificate."),
    ("a certificate without its key", "no-key.p12", "password", "no-key.p12: There is no key in this certificate file."),
    ("a certificate for servers", "for-servers.p12", "password", "for-servers.p12: This certificate is not made for signing documents."),
    ("a file that is no certificate", "garbage.p12", "password", "garbage.p12: This is not a certificate with a key (.p12 or .pfx)"),
    ("a certificate cut off", "cut.p12", "password", "cut.p12: This is not a certificate with a key (.p12 or .pfx)"),
    ("an empty certificate", "nothing.p12", "password", "nothing.p12: This is not a certificate with a key (.p12 or .pfx)"),
    ("no certificate there", "none.p12", "password", "none.p12: No such file or directory"),
    ("no password file there", "good.p12", "none", "none: No such file or directory"),
]


def try_bad_certificate(certificate, password, line):
    with tempfile.TemporaryDirectory() as folder:
        ended = run("record", SOURCE / CASE, "-o", Path(folder) / "out.pdf", "--sign", store / certificate,
                    "--password-file", store / password, env=NOW)
        expect_lines(ended, 1, [f"{store}/{line}…"])
        assert PASSWORD not in ended.stderr
        assert contents(folder) == {}, "no file came to be"


def fill_disk():
    """Stands for the full disk: a write beyond 100 kB fails."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100 * 1000, 100 * 1000))


# Outputs that can't be written, by root neither: name, output, what prepares the folder, before the run, the
# line: which file and why
UNWRITABLE = [
    ("a folder in place of the record", "out.pdf", lambda folder: (folder / "out.pdf").mkdir(), None,
     "out.pdf: can't be written: Is a directory"),
    ("a folder in place of the twin", "out.pdf", lambda folder: (folder / "out.json").mkdir(), None,
     "out.json: this is not a file"),
    ("a folder that is not there", "none/out.pdf", lambda folder: None, None,
     "none/out.json: can't be written: No such file or directory"),
    ("a file in place of the folder", "file/out.pdf", lambda folder: (folder / "file").write_text("x"), None,
     "file/out.json: can't be written: Not a directory"),
    ("a place that the system keeps", "/proc/nope.pdf", lambda folder: None, None,
     "/proc/nope.json: can't be written: …"),  # for root there is no such place, others may not write there
    ("a full disk", "out.pdf", lambda folder: None, fill_disk, "out.pdf: can't be written: File too large"),
    ("a full disk under files that are there", "out.pdf",
     lambda folder: [(folder / name).write_text("before") for name in ("out.pdf", "out.json")], fill_disk,
     "out.pdf: can't be written: File too large"),
]


def try_unwritable(output, prepare, before_run, line):
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        before = contents(folder)
        path = Path(folder) / output
        ended = run("record", SOURCE / CASE, "-o", path, env=NOW, preexec_fn=before_run, restore_signals=False)
        expect_lines(ended, 1, [str(Path(folder) / line)])
        assert contents(folder) == before, "all is as it was"


OUT = ["-o", "/tmp/never-written.pdf"]
USAGE = [
    ("no case", OUT, "no case file is named"),
    ("two cases", ["a", "b", *OUT], "one case file makes one record, found more"),
    ("no output", ["a"], "the option -o OUT.pdf is missing"),
    ("an output of another name", ["a", "-o", "out.txt"], "the record's name must end in .pdf"),
    ("an output without a name", ["a", "-o", ".pdf"], "the record's name must end in .pdf"),
    ("an unknown language", ["a", *OUT, "--language", "fi"], "the language must be sv, en or zh, or two of them such as sv,zh"),
    ("twice the same language", ["a", *OUT, "--language", "sv,sv"], "the language must be sv, en or zh, or two of them such as sv,zh"),
    ("three languages", ["a", *OUT, "--language", "sv,en,zh"], "the language must be sv, en or zh, or two of them such as sv,zh"),
    ("unknown rules", ["a", *OUT, "--rules", "no"], "the rules must be se or cn"),
    ("a certificate without password", ["a", *OUT, "--sign", "c"], "--sign and --password-file belong together"),
    ("a password without certificate", ["a", *OUT, "--password-file", "c"], "--sign and --password-file belong together"),
    ("a signed draft", ["a", *OUT, "--sign", "c", "--password-file", "c", "--draft"],
     "a draft is not signed: leave out --sign or --draft"),
    ("an unknown page", ["a", *OUT, "--page", "all"], "the page must be resident or send-out"),
    ("an unknown profile", ["a", *OUT, "--profile", "1b"], "the profile must be 2a, 2u or 3a"),
    ("a page with a profile", ["a", *OUT, "--page", "resident", "--profile", "3a"],
     "only the record has a profile: leave out --profile or --page"),
    ("a signed page", ["a", *OUT, "--page", "resident", "--sign", "c", "--password-file", "c"],
     "only the record is signed: leave out --sign or --page"),
]


def try_usage(arguments, line):
    expect_lines(run("record", *arguments), 2, [f"euphoria-cli record: {line}; euphoria-cli record --help says how it is called"])
    assert not os.path.exists("/tmp/never-written.pdf")


def a_giant_case_is_refused_before_it_is_read():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.touch()
        os.truncate(path, 200 * 1000 * 1000)
        expect_lines(run("record", path, "-o", Path(folder) / "out.pdf", seconds=5), 1, [f"{path}: the file has 200.0\u00a0MB; at most …"])
        assert os.listdir(folder) == ["case.json"], "no file came to be"


def case_is_never_written_over():
    with tempfile.TemporaryDirectory() as folder:
        path = case(folder)
        before = contents(folder)
        ended = run("record", path, "-o", Path(folder) / "case.pdf", env=NOW)
        expect_lines(ended, 2, [f"euphoria-cli record: the record or its twin would be written over {path}; choose another name"])
        assert contents(folder) == before


def make(folder, name, *options, **environment):
    output = Path(folder) / f"{name}.pdf"
    ended = run("record", SOURCE / CASE, "-o", output, *options, env={**NOW, **environment})
    expect_lines(ended, 0, [])
    return output, ended.stdout


def record_and_twin_belong_together():
    with tempfile.TemporaryDirectory() as folder:
        output, said = make(folder, "out")
        assert said == f"{output}: SA-2026-311-1, sealed\n", said
        assert sorted(contents(folder)) == ["out.json", "out.pdf"]
        twin = output.with_suffix(".json").read_bytes()
        assert json.loads(twin)["kind"]
        digest = hashlib.sha256(twin).hexdigest().encode()
        assert digest in output.read_bytes(), "the record's metadata names the digest of its twin"
        assert all(p.stat().st_mode & 0o777 == 0o600 for p in Path(folder).iterdir()), "its owner's alone"


def same_case_gives_the_same_bytes():
    with tempfile.TemporaryDirectory() as folder:
        first, _ = make(folder, "first")
        second, _ = make(folder, "second")
        assert first.read_bytes() == second.read_bytes()
        assert first.with_suffix(".json").read_bytes() == second.with_suffix(".json").read_bytes()


def the_language_of_the_desktop_changes_nothing():
    """In Swedish a decimal comma is expected where PDF has a point."""
    with tempfile.TemporaryDirectory() as folder:
        first, _ = make(folder, "first", LC_ALL="C.UTF-8")
        second, _ = make(folder, "second", LC_ALL="sv_SE.UTF-8", LANGUAGE="en")
        assert first.read_bytes() == second.read_bytes()


def twin_is_a_case_file_that_makes_the_same_record():
    with tempfile.TemporaryDirectory() as folder:
        first, _ = make(folder, "first")
        twin = first.with_suffix(".json")
        expect_lines(run("check", twin), 0, [])
        again = Path(folder) / "again.pdf"
        expect_lines(run("record", twin, "-o", again, env={**NOW, "EUPHORIA_NOW": "2031-01-01T09:00:00+01:00"}), 0, [])
        assert again.with_suffix(".json").read_bytes() == twin.read_bytes(), "the twin comes again"
        assert again.read_bytes() == first.read_bytes(), "and so does the record, sealed when it was"


def rules_can_be_chosen_for_a_case_that_has_none():
    with tempfile.TemporaryDirectory() as folder:
        path = case(folder, ("rules", DELETE))
        output = Path(folder) / "out.pdf"
        expect_lines(run("record", path, "-o", output, "--rules", "se", env=NOW), 0, [])
        rules = json.loads(output.with_suffix(".json").read_text())["rules"]
        assert rules["id"] == "se" and len(rules["digest"]) == 64, rules


def case_with_an_addition_is_made_with_it():
    """Björkdalen's gate waits for the mobile signal to be tried; a draft is made all the same and names it."""
    with tempfile.TemporaryDirectory() as folder:
        path = case(folder, ("additions", [{"id": "bjorkdalen", "version": "1.0"}]))
        output = Path(folder) / "out.pdf"
        more = ["--addition", SOURCE / ADDITION]
        expect_lines(run("check", path, *more), 0, [])
        ended = run("record", path, "-o", output, *more, env=NOW)
        assert ended.returncode == 1 and "bjorkdalen-coverage" in ended.stderr, ended.stderr
        expect_lines(run("record", path, "-o", output, "--draft", *more, env=NOW), 0, [])
        text = subprocess.run(["pdftotext", output, "-"], capture_output=True, text=True, check=True).stdout
        assert "Björkdalens tillägg" in text or "bjorkdalen" in text, "the record names the addition"


def an_older_record_is_replaced():
    with tempfile.TemporaryDirectory() as folder:
        for name in "out.pdf", "out.json":
            (Path(folder) / name).write_text("before")
        output, _ = make(folder, "out")
        assert output.read_bytes().startswith(b"%PDF-") and output.with_suffix(".json").read_bytes().startswith(b"{")


def each_language_can_be_had():
    words = {"sv": "Uppföljning", "en": "Follow-up", "zh": "跟进"}
    with tempfile.TemporaryDirectory() as folder:
        for language, word in words.items():
            output, _ = make(folder, language, "--language", language)
            text = subprocess.run(["pdftotext", output, "-"], capture_output=True, text=True, check=True).stdout
            assert word in text, language


def draft_says_so_on_every_page():
    with tempfile.TemporaryDirectory() as folder:
        output, said = make(folder, "out", "--draft")
        assert said.endswith(", a draft\n"), said
        text = subprocess.run(["pdftotext", output, "-"], capture_output=True, text=True, check=True).stdout
        pages = [page for page in text.split("\f") if page.strip()]
        assert len(pages) > 3 and all(re.search("utkast", page, re.I) for page in pages), "each page says that it is a draft"


def signed_record_is_signed():
    with tempfile.TemporaryDirectory() as folder:
        output, said = make(folder, "out", "--sign", store / "good.p12", "--password-file", store / "password")
        assert said == f"{output}: SA-2026-311-1, sealed and signed by Ana Lind Å外\n", said
        seen = subprocess.run(["pdfsig", output], capture_output=True, text=True).stdout
        assert "Signature is Valid" in seen and "Total document signed" in seen, seen


report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_certificates()
    run_rows(report, BAD_CASES, try_bad_case)
    run_rows(report, BAD_CERTIFICATES, try_bad_certificate)
    run_rows(report, UNWRITABLE, try_unwritable)
    run_rows(report, USAGE, try_usage)
    for function in (a_giant_case_is_refused_before_it_is_read, case_is_never_written_over,
                     record_and_twin_belong_together, same_case_gives_the_same_bytes, the_language_of_the_desktop_changes_nothing,
                     twin_is_a_case_file_that_makes_the_same_record,
                     rules_can_be_chosen_for_a_case_that_has_none, case_with_an_addition_is_made_with_it,
                     an_older_record_is_replaced, each_language_can_be_had, draft_says_so_on_every_page,
                     signed_record_is_signed):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
finally:
    shutil.rmtree(store)
end(report)
