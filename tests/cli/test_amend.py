#!/usr/bin/env python3
"""euphoria-cli amend: the document that follows a sealed record, and how verify sees the chain."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import SOURCE, end, expect_lines, run, run_rows, tap

CASE = SOURCE / "tests/data/cases/night-camera.json"
WORDS = SOURCE / "tests/data/amendments"
store = Path(tempfile.mkdtemp(prefix="euphoria-amend."))


def at(day):
    return {**os.environ, "EUPHORIA_NOW": f"2026-{day}T15:00:00+01:00"}


def sign(name, out, day):
    expect_lines(run("sign", store / f"{name}.pdf", "-o", store / f"{out}.pdf", "--certificate", store / "signer.p12",
                     "--password-file", store / "password", env=at(day)), 0, [])
    shutil.copy(store / f"{name}.json", store / f"{out}.json")


def amend(name, words, out, day, *options, code=0, lines=()):
    expect_lines(run("amend", store / f"{name}.pdf", words, "-o", store / f"{out}.pdf", *options, env=at(day)), code, list(lines))


def digest(name):
    return hashlib.sha256((store / name).read_bytes()).hexdigest()


def make_material():
    (store / "password").write_text("hemligt\n")
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", store / "signer.p12", store / "password", "Ana Lind",
                    "--authority", store / "signer.pem"], check=True, capture_output=True)
    for name, options in ("bare", []), ("draft", ["--draft"]):
        expect_lines(run("record", CASE, "-o", store / f"{name}.pdf", *options, env=at("11-18")), 0, [])
    sign("bare", "one", "11-18")
    amend("one", WORDS / "correction.json", "two", "11-24")
    amend("two", WORDS / "changed-decision.json", "three", "12-01")
    amend("three", WORDS / "considered-wrong.json", "four", "12-03")
    sign("two", "two-signed", "12-04")
    sign("one", "one-again", "12-04")


def twin(name):
    return json.loads((store / f"{name}.json").read_text())


def each_document_names_the_file_before_it():
    for number, (name, before) in enumerate([("two", "one"), ("three", "two"), ("four", "three")], 2):
        record = twin(name)["record"]
        assert record["documentId"] == f"SA-2026-298-{number}", record
        assert record["amends"]["documentId"] == f"SA-2026-298-{number - 1}", record
        assert record["amends"]["digest"] == digest(f"{before}.pdf"), record
        assert twin(name)["amendment"]["id"] == str(number)
        found = json.loads(run("verify", "--json", store / f"{name}.pdf").stdout.splitlines()[0])
        assert (found["amends"], found["amendsDigest"]) == (f"SA-2026-298-{number - 1}", digest(f"{before}.pdf")), found
        assert found["twin"] == "belongs"


def what_is_amended_stays_byte_for_byte():
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ".pdf", ".json":
            shutil.copy(store / f"one{suffix}", folder)
        before = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        expect_lines(run("amend", Path(folder) / "one.pdf", WORDS / "correction.json", "-o", Path(folder) / "two.pdf", env=at("11-24")), 0, [])
        after = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        assert sorted(after) == ["one.json", "one.pdf", "two.json", "two.pdf"], sorted(after)
        assert all(after[name] == data for name, data in before.items())
        assert after["two.pdf"] == (store / "two.pdf").read_bytes(), "the same words give the same bytes"


def only_the_cover_of_the_case_goes_along():
    """What people said stays in the record; the amendment has its own words and whom it is about."""
    document = twin("four")
    assert sorted(document) == ["amendment", "card", "catalogue", "format", "kind", "method", "record", "rules"], sorted(document)
    assert "purpose" not in document["card"] and "secondReaderView" not in document["card"]


def text_of(name):
    return " ".join(run("text", store / f"{name}.pdf").stdout.replace("\u00ad", "").split())


def it_says_all_of_it():
    for name, words in ("two", "correction"), ("three", "changed-decision"), ("four", "considered-wrong"):
        text, amendment = text_of(name), json.loads((WORDS / f"{words}.json").read_text())["amendment"]
        for key, value in amendment.items():
            if key not in ("kind", "part", "question", "decided"):
                assert value in text, (key, value, text)
        amends = twin(name)["record"]["amends"]
        assert amends["documentId"] in text and amends["digest"] in text.replace(" ", ""), text
    assert "36 § förvaltningslagen" in text_of("two") and "37 och 38 §§" in text_of("three")
    assert "Handling 4 av 4 när den förseglades" in text_of("four")


def names(*files):
    return [store / f"{name}.pdf" for name in files]


# name, the files, exit status of the chain (the files themselves are unsigned), the lines about it
CHAINS = [
    ("the whole chain", ["one", "two", "three", "four"], [
        "two.pdf: SA-2026-298-2 follows SA-2026-298-1, and the chain holds; {}/one.pdf has been amended",
        "three.pdf: SA-2026-298-3 follows SA-2026-298-2, and the chain holds; {}/two.pdf has been amended",
        "four.pdf: SA-2026-298-4 follows SA-2026-298-3, and the chain holds; {}/three.pdf has been amended"]),
    ("in any order", ["two", "one"], ["two.pdf: SA-2026-298-2 follows SA-2026-298-1, and the chain holds; {}/one.pdf has been amended"]),
    ("signed once more after it was amended", ["one-again", "two"],
     ["two.pdf: SA-2026-298-2 follows SA-2026-298-1, and the chain holds; {}/one-again.pdf has been amended"]),
    ("the amendment signed", ["one", "two-signed"],
     ["two-signed.pdf: SA-2026-298-2 follows SA-2026-298-1, and the chain holds; {}/one.pdf has been amended"]),
    ("an amendment alone", ["two"], ["two.pdf: SA-2026-298-2 follows SA-2026-298-1, which was not given here"]),
    ("a gap", ["one", "three"], ["three.pdf: SA-2026-298-3 follows SA-2026-298-2, which is missing among the documents of its case"]),
    ("another file with the number", ["bare", "two"], ["two.pdf: SA-2026-298-2 follows SA-2026-298-1, but {}/bare.pdf is not the file that it names"]),
    ("that one and the right one", ["bare", "one", "two"],
     ["two.pdf: SA-2026-298-2 follows SA-2026-298-1, and the chain holds; {}/one.pdf has been amended"]),
    ("a record alone", ["one"], []),
]


def try_chain(files, lines):
    ended = run("verify", *names(*files))
    found = ended.stdout.splitlines()[len(files):]
    assert found == [f"{store}/{line}".replace("{}", str(store)) for line in lines], ended.stdout
    spoken = [json.loads(line) for line in run("verify", "--json", *names(*files)).stdout.splitlines()[len(files):]]
    assert [entry["file"] for entry in spoken] == [line.split(": ")[0] for line in found], spoken


def a_broken_chain_is_not_good():
    sign("bare", "bare-signed", "11-19")
    signed = names("one", "two-signed")
    assert run("verify", *signed).returncode == 0
    assert run("verify", *names("bare-signed", "two-signed")).returncode == 1
    changed = store / "changed.pdf"
    data = bytearray((store / "one.pdf").read_bytes())
    data[2000] ^= 1
    changed.write_bytes(data)
    ended = run("verify", changed, store / "two-signed.pdf")
    assert ended.returncode == 1 and "changed after signing" in ended.stdout and "chain holds" not in ended.stdout, ended.stdout


def words(**members):
    amendment = {**json.loads((WORDS / "correction.json").read_text())["amendment"], **members}
    document = {"format": 1, "kind": "amendment", "amendment": {k: v for k, v in amendment.items() if v is not None}}
    path = store / "words.json"
    path.write_text(json.dumps(document, ensure_ascii=False))
    return path


W = f"{store}/words.json"
# name, the record, what differs in the words, the lines
WRONG = [
    ("a draft", "draft", {}, [f"{store}/draft.pdf: this is a draft; only a sealed record is amended"]),
    ("no such record", "none", {}, [f"{store}/none.pdf: …"]),
    ("empty words", "one", {"oldWords": "", "newWords": "  "},
     [f"{W}: not said yet: the words as they stand there ($.amendment.oldWords)", f"{W}: not said yet: what is so instead ($.amendment.newWords)"]),
    ("nothing at all", "one", {key: None for key in ("kind", "part", "oldWords", "newWords", "decidedBy", "decided")},
     [f"{W}: not said yet: which kind of amendment it is ($.amendment.kind)", "…"]),
    ("a changed decision without a reason", "one", {"kind": "changed-decision", "reason": None}, [f"{W}: not said yet: why ($.amendment.reason)"]),
    ("nobody who considers it wrong", "one", {"kind": "considered-wrong", "askedBy": None}, [f"{W}: not said yet: who considers it wrong ($.amendment.askedBy)"]),
    ("a number that is taken", "two", {"id": "2"}, [f"{W}: $.amendment.id: found “2”, but after SA-2026-298-2 comes number 3"]),
    ("a document of another case", "one", {"concerns": "SA-2026-299-1"}, [f"{W}: $.amendment.concerns: “SA-2026-299-1” is no document before this one in its case"]),
    ("a document that is not there yet", "one", {"concerns": "SA-2026-298-2"}, [f"{W}: $.amendment.concerns: “SA-2026-298-2” is no document before this one in its case"]),
    ("a question that the method does not have", "one", {"question": "q99"}, [f"{W}: $.amendment.question: the method has no question “q99”"]),
    ("a kind that there is not", "one", {"kind": "whim"}, [f"{W}: $.amendment.kind: …"]),
    ("a day that is none", "one", {"decided": "2026-13-01"}, [f"{W}: $.amendment.decided: …"]),
]


def try_wrong(record, members, lines):
    out = store / "out.pdf"
    ended = run("amend", store / f"{record}.pdf", words(**members), "-o", out, env=at("11-24"))
    expect_lines(ended, 1, lines)
    assert not out.exists() and not out.with_suffix(".json").exists(), "nothing half-written"


# name, what happens to the record or its twin, the line
DAMAGED = [
    ("a changed record", lambda pdf, twin: pdf.write_bytes(pdf.read_bytes()[:3000] + b"x" + pdf.read_bytes()[3001:]),
     "this record is not as it was made; it can't be amended"),
    ("something else", lambda pdf, twin: pdf.write_bytes(b"Dear archive,\n" * 100), "this is no record; it can't be amended"),
    ("its twin is missing", lambda pdf, twin: twin.unlink(), "the file with its data, …"),
    ("a changed twin", lambda pdf, twin: twin.write_bytes(twin.read_bytes().replace(b"Gunnar", b"Gustav")), None),
    ("the twin of another", lambda pdf, twin: shutil.copy(store / "two.json", twin), None),
]


def try_damaged(change, line):
    with tempfile.TemporaryDirectory() as folder:
        pdf, beside = Path(folder) / "r.pdf", Path(folder) / "r.json"
        shutil.copy(store / "one.pdf", pdf)
        shutil.copy(store / "one.json", beside)
        change(pdf, beside)
        before = sorted(os.listdir(folder))
        expected = f"{pdf}: {line}" if line else f"{beside}: this is not the data of the record SA-2026-298-1"
        expect_lines(run("amend", pdf, WORDS / "correction.json", "-o", Path(folder) / "out.pdf"), 1, [expected])
        assert sorted(os.listdir(folder)) == before


USAGE = [
    ("nothing", [], "one record and one file with an amendment are named"),
    ("one file", ["a.pdf"], "one record and one file with an amendment are named"),
    ("no output", ["a.pdf", "b.json"], "the option -o OUT.pdf is missing"),
    ("a name that is none of a PDF", ["a.pdf", "b.json", "-o", "c.txt"], "the amendment's name must end in .pdf"),
    ("a language that it does not speak", ["a.pdf", "b.json", "-o", "c.pdf", "--language", "de"],
     "the language must be sv, en or zh, or two of them such as sv,zh"),
    ("over the record", [store / "one.pdf", WORDS / "correction.json", "-o", store / "one.pdf"],
     "the amendment or its twin would be written over a file that it is made from"),
    ("over the words", [store / "one.pdf", store / "over.json", "-o", store / "over.pdf"],
     "the amendment or its twin would be written over a file that it is made from"),
]


def try_usage(arguments, problem):
    expect_lines(run("amend", *arguments), 2, [f"euphoria-cli amend: {problem}; euphoria-cli amend --help says how it is called"])


def ten_thousand_letters_stand_whole():
    long = " ".join(f"ord{i}" for i in range(1300))
    assert len(long) > 9000
    path = words(oldWords=long, newWords=long.upper(), reason="å" * 100 + " " + long)
    amend("one", path, "long", "11-24")
    text = text_of("long").replace(" ", "")
    for wanted in long, long.upper(), "å" * 100 + long:
        assert wanted.replace(" ", "") in text


def a_draft_needs_nothing():
    amend("one", words(**{key: None for key in ("kind", "part", "oldWords", "newWords", "decidedBy", "decided", "reason", "askedBy")}),
          "amendment-draft", "11-24", "--draft")
    assert "sealed" not in twin("amendment-draft")["record"]
    amend("amendment-draft", WORDS / "correction.json", "none", "11-25", code=1,
          lines=[f"{store}/amendment-draft.pdf: this is a draft; only a sealed record is amended"])


TESTS = [each_document_names_the_file_before_it, what_is_amended_stays_byte_for_byte, only_the_cover_of_the_case_goes_along,
         it_says_all_of_it, a_broken_chain_is_not_good, ten_thousand_letters_stand_whole, a_draft_needs_nothing]


def main():
    report = tap.Report()
    try:
        make_material()
        shutil.copy(WORDS / "correction.json", store / "over.json")
        run_rows(report, [(test.__name__.replace("_", " "), test) for test in TESTS], lambda test: test())
        run_rows(report, CHAINS, try_chain)
        run_rows(report, WRONG, try_wrong)
        run_rows(report, DAMAGED, try_damaged)
        run_rows(report, USAGE, try_usage)
    finally:
        shutil.rmtree(store)
    end(report)


main()
