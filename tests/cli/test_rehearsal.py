#!/usr/bin/env python3
"""A rehearsal says so: on every page in every language, in its number, in its data; and it is never signed."""

import hashlib
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from program import SOURCE, changed, run, tap

NOW = {**os.environ, "EUPHORIA_NOW": "2026-11-26T15:00:00+01:00"}
MARKS = {"gps-alarm.json": "ÖVNING med ett påhittat ärende", "gps-alarm.en.json": "REHEARSAL with an invented case",
         "gps-alarm.zh.json": "演练：虚构个案，无效"}


def pages(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def make(folder, name, *options, change=()):
    case = folder / name
    case.write_bytes(changed(f"tests/data/cases/{name}", ("card", "rehearsal", True), *change))
    out = folder / f"{name}.pdf"
    done = run("record", case, "-o", out, *options, env=NOW, seconds=60)
    assert done.returncode == 0, done.stderr
    return out


def every_page_is_stamped(step):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case, mark in MARKS.items():
            for options in ([], ["--draft"]):
                with step(f"of {case} {' '.join(options)}"):
                    found = pages(make(folder, case, *options))
                    assert len(found) > 5
                    bare = [number for number, page in enumerate(found, 1) if mark not in page]
                    assert not bare, f"pages {bare} of {len(found)}"
        for sheet in ("resident", "send-out"):
            with step(f"of the paper “{sheet}”"):
                found = pages(make(folder, "gps-alarm.json", "--page", sheet))
                assert found and all(MARKS["gps-alarm.json"] in page for page in found)


def number_and_data_say_so(step):
    with tempfile.TemporaryDirectory() as name:
        out = make(Path(name), "gps-alarm.json")
        with step("its number begins with it, on paper and when it is verified"):
            assert all("REHEARSAL-SA-2026-311-1" in page for page in pages(out))
            assert "REHEARSAL-SA-2026-311-1" in run("verify", "--json", out).stdout
        with step("so do its data"):
            twin = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
            assert twin["card"]["rehearsal"] is True
            assert twin["record"]["documentId"] == "REHEARSAL-SA-2026-311-1"
    with step("a real one says nothing of it"):
        text = (SOURCE / "tests/data/cases/gps-alarm.json").read_text(encoding="utf-8")
        assert not re.search("rehearsal", text)


LONGEST = "SÄ-2026/" + "WÅG-" * 13


def the_checksum_is_whole_on_every_page(step):
    for name, number in (("of a number of the usual length", "SÄ 2026/311"), ("of the longest number", LONGEST)):
        with step(name), tempfile.TemporaryDirectory() as folder:
            out = make(Path(folder), "gps-alarm.json", change=[("card", "number", number)])
            digest = hashlib.sha256(out.with_suffix(".json").read_bytes()).hexdigest()[:16]
            grouped = " ".join(digest[at:at + 4] for at in range(0, 16, 4))
            found = pages(out)
            bare = [number for number, page in enumerate(found, 1) if grouped not in page or "Anna · GPS-larm" not in page]
            assert not bare, f"pages {bare} of {len(found)}"
    for sheet in ("resident", "send-out"):
        with step(f"as much of the longest number as has room on the paper “{sheet}”"), tempfile.TemporaryDirectory() as folder:
            found = pages(make(Path(folder), "gps-alarm.json", "--page", sheet, change=[("card", "number", LONGEST)]))
            assert found and all("REHEARSAL-SA-2026-WAG-WAG-WAG-" in page for page in found)


def nobody_can_sign_it(step):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "password").write_text("ord\n")
        subprocess.run([SOURCE / "build-aux/dev/certificate.sh", folder / "ana.p12", folder / "password", "Ana"],
                       check=True, capture_output=True)
        case = folder / "case.json"
        case.write_bytes(changed("tests/data/cases/gps-alarm.json", ("card", "rehearsal", True)))
        with step("when it is made"):
            done = run("record", case, "-o", folder / "out.pdf", "--sign", folder / "ana.p12", "--password-file",
                       folder / "password", env=NOW, seconds=60)
            assert done.returncode == 1 and "a rehearsal is never signed" in done.stderr, done.stderr
            assert not (folder / "out.pdf").exists()
        with step("nor later"):
            out = make(folder, "gps-alarm.json")
            done = run("sign", out, "-o", folder / "signed.pdf", "--certificate", folder / "ana.p12", "--password-file",
                       folder / "password", env=NOW, seconds=60)
            assert done.returncode == 1 and "a rehearsal is never signed" in done.stderr, done.stderr
            assert not (folder / "signed.pdf").exists()


if __name__ == "__main__":
    tap.run(every_page_is_stamped, number_and_data_say_so, the_checksum_is_whole_on_every_page, nobody_can_sign_it, seconds=110)
