#!/usr/bin/env python3
"""euphoria-cli record --profile and twin: the data inside the record, what comes out again, and what people get
wrong."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import CASE, SOURCE, end, expect_lines, run, run_rows, tap

NOW = {**os.environ, "EUPHORIA_NOW": "2026-11-26T15:00:00+01:00"}
store = Path(tempfile.mkdtemp(prefix="euphoria-twin."))


def record(name, *options):
    path = store / name / "record.pdf"
    path.parent.mkdir(exist_ok=True)
    expect_lines(run("record", SOURCE / CASE, "-o", path, *options, env=NOW), 0, [])
    return path


def make_material():
    record("beside")
    record("inside", "--profile", "3a")
    (store / "text.pdf").write_text("Dear archive\n")
    (store / "password").write_text("hemligt\n")
    subprocess.run([SOURCE / "build-aux/dev/certificate.sh", store / "signer.p12", store / "password", "Ana Lind"],
                   check=True, capture_output=True)
    data = (store / "inside" / "record.pdf").read_bytes()
    place = data.index(b"<euphoria:twinDigest>") + len(b"<euphoria:twinDigest>")
    other = b"1" if data[place:place + 1] == b"0" else b"0"
    (store / "other.pdf").write_bytes(data[:place] + other + data[place + 1:])
    sign(store / "inside" / "record.pdf", store / "changed.pdf")
    data = bytearray((store / "changed.pdf").read_bytes())
    data[place] ^= 1
    (store / "changed.pdf").write_bytes(data)


def sign(path, output):
    expect_lines(run("sign", path, "-o", output, "--certificate", store / "signer.p12", "--password-file",
                     store / "password"), 0, [])


def the_data_stands_beside_when_nothing_is_chosen():
    chosen = record("chosen", "--profile", "2a")
    assert sorted(path.name for path in chosen.parent.iterdir()) == ["record.json", "record.pdf"]
    for name in "record.pdf", "record.json":
        assert (chosen.parent / name).read_bytes() == (store / "beside" / name).read_bytes()
    data = chosen.read_bytes()
    assert b"<pdfaid:part>2<" in data and b"/EmbeddedFile" not in data and b"/AF" not in data


def the_data_stands_inside_in_one_file():
    path = store / "inside" / "record.pdf"
    assert [one.name for one in path.parent.iterdir()] == ["record.pdf"]
    data = path.read_bytes()
    assert b"<pdfaid:part>3<" in data and b"<pdfaid:conformance>A<" in data
    assert data == record("again", "--profile", "3a").read_bytes(), "the same case gives the same bytes"
    said = run("verify", path).stdout
    assert "; the twin inside it is the one that it names" in said and "beside" not in said, said
    text = run("text", path).stdout
    assert "Fil inuti den här: SA-2026-311-1.json" in text and "Fil bredvid" not in text, text


def unicode_is_another_promise():
    data = record("unicode", "--profile", "2u").read_bytes()
    assert b"<pdfaid:part>2<" in data and b"<pdfaid:conformance>U<" in data


def a_record_with_its_data_inside_can_be_signed_five_times():
    path = store / "signed.pdf"
    shutil.copy(store / "inside" / "record.pdf", path)
    for _count in range(5):
        sign(path, path)
        out = store / "signed.json"
        said = run("twin", path, "-o", out)
        expect_lines(said, 0, [])
        assert said.stdout == f"{out}: the twin of SA-2026-311-1\n", said.stdout
        assert out.read_bytes() == (store / "beside" / "record.json").read_bytes(), "the twin is the same in both kinds"
        assert out.stat().st_mode & 0o777 == 0o600
    out.unlink()
    assert '"verdict":"signed-later"' in run("verify", "--json", path).stdout


def both_places_are_told():
    path = record("inside-and-beside", "--profile", "3a")
    shutil.copy(store / "beside" / "record.json", path.with_suffix(".json"))
    said = run("verify", "--json", path).stdout
    assert '"twin":"belongs"' in said and '"twinInside":true' in said, said


def what_another_program_takes_out_is_the_twin():
    found = subprocess.run(["qpdf", "--show-attachment=SA-2026-311-1.json", store / "inside" / "record.pdf"],
                           check=True, capture_output=True).stdout
    assert found == (store / "beside" / "record.json").read_bytes()


OUT = ["-o", store / "no.json"]
WRONG = [
    ("no record", [*OUT], 2, "euphoria-cli twin: one record is named, not none or several; euphoria-cli twin --help says how it is called"),
    ("no output", [store / "inside" / "record.pdf"], 2,
     "euphoria-cli twin: the option -o FILE.json is missing; euphoria-cli twin --help says how it is called"),
    ("the twin is beside", [store / "beside" / "record.pdf", *OUT], 1,
     f"{store}/beside/record.pdf: there is no twin inside; it was written beside the record"),
    ("no record at all", [store / "text.pdf", *OUT], 1, f"{store}/text.pdf: it does not carry our marks"),
    ("another twin than the metadata names", [store / "other.pdf", *OUT], 1,
     f"{store}/other.pdf: what is attached to it is not the data that its metadata names"),
    ("a record that was changed", [store / "changed.pdf", *OUT], 1,
     f"{store}/changed.pdf: it was changed after it was signed; its data is not taken out"),
    ("a file that is not there", [store / "gone.pdf", *OUT], 1, "…"),
]


def try_wrong(arguments, code, line):
    ended = run("twin", *arguments)
    expect_lines(ended, code, [line])
    assert ended.stdout == "" and not (store / "no.json").exists()


STEPS = [the_data_stands_beside_when_nothing_is_chosen, the_data_stands_inside_in_one_file, unicode_is_another_promise,
         a_record_with_its_data_inside_can_be_signed_five_times, both_places_are_told,
         what_another_program_takes_out_is_the_twin]

report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_material()
    for function in STEPS:
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
    run_rows(report, WRONG, try_wrong)
finally:
    shutil.rmtree(store)
end(report)
