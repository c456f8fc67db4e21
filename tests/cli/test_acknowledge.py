#!/usr/bin/env python3
"""euphoria-cli sign --acknowledgement: somebody who comes later, in a place that the unit's certificate seals;
what other programs make of it, and what people get wrong."""

import importlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from program import CASE, DELETE, SOURCE, end, expect_lines, run, run_rows, tap

sys.path.insert(0, str(SOURCE / "tests" / "record"))
import archival  # noqa: E402
signed = importlib.import_module("check-signed")

store = Path(tempfile.mkdtemp(prefix="euphoria-acknowledge."))
UNIT = ["--certificate", str(store / "unit.p12"), "--password-file", str(store / "password")]
WORDS = json.loads((SOURCE / "data" / "words" / "record.json").read_text())
GOOD = {"format": 1, "kind": "acknowledgement", "name": "Mei Løv-Wang", "answer": "drawn", "witness": "Lena Sand",
        "at": "2026-12-03T10:05:00+01:00",
        "drawing": ["180,200 175,500 170,830", "180,210 380,170 430,330 300,470 185,480", "1900,840"]}


def shell(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def certificate(name, who):
    shell(SOURCE / "build-aux/dev/certificate.sh", store / f"{name}.p12", store / "password", who,
          "--authority", store / f"{name}.pem")


def make_material():
    (store / "password").write_text("hemligt\n")
    certificate("unit", "Björkgårdens enhet")
    certificate("person", "Karin Lund")
    for language in "sv", "en", "zh", "sv,zh":
        expect_lines(run("record", SOURCE / CASE, "--language", language, "-o", store / f"{language}.pdf"), 0, [])


def write(**changes):
    path = store / "acknowledgement.json"
    whole = {key: value for key, value in {**GOOD, **changes}.items() if value is not DELETE}
    path.write_text(json.dumps(whole, ensure_ascii=False))
    return path


def acknowledge(before, after, *more, **changes):
    return run("sign", store / before, "-o", store / after, *UNIT, "--acknowledgement", write(**changes), *more)


def sign(before, after):
    expect_lines(run("sign", store / before, "-o", store / after, "--certificate", store / "person.p12",
                     "--password-file", store / "password", "--certify"), 0, [])


def told(path):
    return json.loads(run("verify", "--json", store / path).stdout)


def it_is_sealed_by_the_unit_and_signed_by_nobody():
    sign("sv.pdf", "signed.pdf")
    ended = acknowledge("signed.pdf", "drawn.pdf")
    expect_lines(ended, 0, [])
    assert ended.stdout == f"{store}/drawn.pdf: acknowledgement of Mei Løv-Wang, sealed by Björkgårdens enhet\n"
    assert (store / "drawn.pdf").read_bytes().startswith((store / "signed.pdf").read_bytes())
    verdict = told("drawn.pdf")
    assert verdict["verdict"] == "signed-later" and verdict["good"], verdict
    first, second = verdict["signatures"]
    assert "acknowledges" not in first and first["name"] == "Karin Lund"
    assert second["name"] == "Björkgårdens enhet" and second["slot"] == "spare-1"
    assert (second["acknowledges"], second["acknowledged"], second["witness"]) == ("Mei Løv-Wang", "drawn", "Lena Sand")
    assert second["reason"] == ("Bekräftelse av Mei Løv-Wang – skriven på skärmen, bevittnad av Lena Sand; "
                                "förseglad med enhetens certifikat"), second
    line = run("verify", store / "drawn.pdf").stdout
    assert "; signed by Karin Lund at " in line, line
    assert "; acknowledgement of Mei Løv-Wang (drawn, witnessed by Lena Sand), sealed by Björkgårdens enhet at" in line
    assert "and Björkgårdens" not in line and "signed by Mei" not in line, line


def it_may_come_before_any_signature():
    expect_lines(acknowledge("sv.pdf", "first.pdf"), 0, [])
    assert told("first.pdf")["verdict"] == "sealed"
    sign("first.pdf", "after.pdf")
    verdict = told("after.pdf")
    assert verdict["verdict"] == "signed-later" and verdict["signatures"][1]["name"] == "Karin Lund", verdict


def look(path):
    """The drawing operators of each filled place."""
    doc = archival.Document(store / path)
    for field in doc.listed(doc.get(doc.root, "/AcroForm"), "/Fields"):
        field = doc.resolve(field)
        if "/V" in field:
            yield doc.stream(field["/AP"]["/N"]).decode()


def strokes_are_drawn_and_no_font_enters():
    sealed, drawn = look("drawn.pdf")
    assert drawn.count("S Q\n") == 1 and drawn.count(" RG\n") == 1 and "RG" not in sealed
    ink = drawn[:drawn.index("S Q")]
    assert ink.count(" m\n") == 3 and ink.count(" c\n") == 2 + 4 + 1, ink
    assert "Tf" not in drawn and "Tj" not in drawn
    numbers = [float(word) for line in ink.splitlines() if line.endswith((" m", " c")) for word in line.split()[:-1]]
    assert min(numbers) >= 0 and max(numbers[0::2]) <= 92.1 and max(numbers[1::2]) <= 51.1, "within its box"


def lines(operators):
    """Each line of letters: how far to the right its points stand, from its first one on."""
    for line in operators.split("f\n")[:-1]:
        across = [float(row.split()[0]) for row in line.splitlines() if row.endswith((" m", " c", " l"))]
        yield [x - across[0] for x in across]


def is_the_same_smaller(line, other):
    ratio = max(line) / max(other)
    return len(line) == len(other) and 0.8 < ratio <= 1 and all(abs(a - b * ratio) < 0.1 for a, b in zip(line, other))


def what_is_sealed_later_speaks_both_languages():
    for name in "sv", "zh", "sv,zh":
        sign(f"{name}.pdf", f"{name}-1.pdf")
        expect_lines(acknowledge(f"{name}.pdf", f"{name}-2.pdf", answer="cannot", drawing=DELETE), 0, [])
        expect_lines(acknowledge(f"{name}.pdf", f"{name}-3.pdf"), 0, [])
    for n in 1, 2, 3:
        (sv,), (zh,), (both,) = (list(look(f"{name}-{n}.pdf")) for name in ("sv", "zh", "sv,zh"))
        sv, zh, both = list(lines(sv)), list(lines(zh)), list(lines(both))
        assert len(both) > len(sv) and [len(line) for line in both[:len(sv)]] == [len(line) for line in sv], n
        if n == 1:
            # name, when, which certificate; below again when and which certificate
            assert (len(sv), len(zh), len(both)) == (3, 3, 5)
            assert is_the_same_smaller(both[4], zh[2]) and not is_the_same_smaller(both[4], sv[2])
        if n == 2:
            joined = [x for line in zh[1:] for x in line]
            assert sum(len(line) for line in both[len(sv):]) == len(joined), "the same letters, however they are broken"
    assert archival.faults(archival.Document(store / "sv,zh-3.pdf")) == []
    ink = next(look("sv,zh-3.pdf"))
    points = [float(row.split()[1]) for row in ink[:ink.index("S Q")].splitlines() if row.endswith((" m", " c"))]
    assert min(points) > 20 and max(points) < 91, "above the second language, within the place"


def openssl_says(content, cms, authority):
    (store / "content").write_bytes(content)
    (store / "cms").write_bytes(cms)
    return signed.run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", str(store / "cms"),
                      "-content", str(store / "content"), "-CAfile", str(store / f"{authority}.pem"), "-purpose", "any",
                      "-out", "/dev/null")


def openssl_holds_each(path, sealers):
    """By the certificate of the one who sealed it, and by no other; a byte more does not hold."""
    found = list(signed.parts(path.read_bytes()))
    assert len(found) == len(sealers), f"{len(found)} signatures"
    for (content, cms), sealer in zip(found, sealers):
        status, text = openssl_says(content, cms, sealer)
        assert status == 0 and "CAdES Verification successful" in text, text
        assert openssl_says(content, cms, "person" if sealer == "unit" else "unit")[0] != 0
        assert openssl_says(content + b"x", cms, sealer)[0] != 0


def others_say_that_it_holds():
    for before, answer in (("drawn.pdf", "said"), ("en.pdf", "declined"), ("zh.pdf", "cannot"), ("zh.pdf", "drawn")):
        more = {} if answer == "drawn" else {"answer": answer, "drawing": DELETE}
        expect_lines(acknowledge(before, "other.pdf", **more), 0, [])
        path = store / "other.pdf"
        assert archival.faults(archival.Document(path)) == [], answer
        assert "WARNING" not in shell("qpdf", "--check", path)
        for line in shell("pdfsig", "-nocert", path).splitlines():
            if "Signature Validation" in line:
                assert line.endswith("Signature is Valid."), line
        assert "Signature is Valid" in shell("pdfsig", "-nocert", path)
        sealers = ["person", "unit", "unit"] if before == "drawn.pdf" else ["unit"]
        good, text = signed.mutool_finds_no_change_but_later_signatures(path, len(sealers))
        assert good, text
        openssl_holds_each(path, sealers)
        last = told("other.pdf")["signatures"][-1]
        assert last["acknowledged"] == answer and last["intact"] and last["whole"], last
        strokes = [look for look in look_at(path) if " RG\n" in look]
        assert len(strokes) == (before == "drawn.pdf") + (answer == "drawn"), answer


def look_at(path):
    return look(path.name)


def it_never_stands_in_a_place_that_is_somebodys():
    expect_lines(acknowledge("sv.pdf", "no.pdf", "--place", "decision-maker"), 1,
                 [f"{store}/sv.pdf: The place for this signature is not there or is filled already."])
    before = "sv.pdf"
    free = 0
    while (ended := acknowledge(before, f"full-{free}.pdf")).returncode == 0:
        before = f"full-{free}.pdf"
        free += 1
    expect_lines(ended, 1, [f"{store}/{before}: There is no place left for another signature."])
    assert free >= 2 and told(before)["good"]
    assert not any(one["slot"] in ("decision-maker", "facilitator") for one in told(before)["signatures"])


def a_changed_stroke_is_found():
    whole = (store / "drawn.pdf").read_bytes()
    at = whole.rindex(b"stream\n", 0, whole.rindex(b"endstream")) + 12
    (store / "bent.pdf").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
    assert told("bent.pdf")["verdict"] == "changed"
    name = whole.replace(b"(Lena Sand)", b"(Lena Sann)")
    assert name != whole
    (store / "bent.pdf").write_bytes(name)
    assert told("bent.pdf")["verdict"] == "changed"


FILE = f"{store}/acknowledgement.json"
# name, changes, the line on the standard error
WRONG = [
    ("no strokes", {"drawing": DELETE}, f"{FILE}: $.drawing: “drawn”, but there is no stroke"),
    ("strokes that nobody drew", {"answer": "said"}, f"{FILE}: $.drawing: strokes belong to the answer “drawn” alone"),
    ("a stroke outside the box", {"drawing": ["1,1", "1,1 2,1001"]}, f"{FILE}: $.drawing[1]: found “1,1 2,1001”, expected points …"),
    ("a stroke that is a word", {"drawing": ["Mei"]}, f"{FILE}: $.drawing[0]: …"),
    ("too many strokes", {"drawing": ["1,1"] * 101}, f"{FILE}: $.drawing: …"),
    ("pressure", {"drawing": ["1,1,99"]}, f"{FILE}: $.drawing[0]: found “1,1,99”, expected points …"),
    ("their own witness", {"witness": "Mei Løv-Wang"}, f"{FILE}: $.witness: nobody is the witness of their own acknowledgement"),
    ("no witness", {"witness": DELETE}, f"{FILE}: $: …"),
    ("not asked", {"answer": "not-asked"}, f"{FILE}: $.answer: …"),
    ("a signature", {"answer": "signed"}, f"{FILE}: $.answer: …"),
    ("another kind of file", {"kind": "case"}, f"{FILE}: $.kind: …"),
    ("a key that nobody knows", {"speed": 3}, f"{FILE}: $.speed: …"),
]


def try_wrong(changes, line):
    ended = acknowledge("sv.pdf", "no.pdf", **changes)
    expect_lines(ended, 1, [line])
    assert ended.stdout == "" and not (store / "no.pdf").exists()


def what_belongs_to_a_signature_is_refused():
    line = "euphoria-cli sign: an acknowledgement is nobody’s signature: --certify and --role do not belong to it; …"
    expect_lines(acknowledge("sv.pdf", "no.pdf", "--certify"), 2, [line])
    expect_lines(acknowledge("sv.pdf", "no.pdf", "--role", "dotter"), 2, [line])
    ended = run("sign", store / "sv.pdf", "-o", store / "no.pdf", *UNIT, "--acknowledgement", "/nowhere/a.json")
    expect_lines(ended, 1, ["/nowhere/a.json: No such file or directory"])


STEPS = [it_is_sealed_by_the_unit_and_signed_by_nobody, it_may_come_before_any_signature,
         strokes_are_drawn_and_no_font_enters, what_is_sealed_later_speaks_both_languages,
         others_say_that_it_holds,
         it_never_stands_in_a_place_that_is_somebodys, a_changed_stroke_is_found,
         what_belongs_to_a_signature_is_refused]

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
