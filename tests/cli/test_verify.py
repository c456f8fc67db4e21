#!/usr/bin/env python3
"""euphoria-cli verify: what has become of a record, in words, one line a file."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import CASE, PROGRAM, SOURCE, end, expect_lines, run, run_rows, tap

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
    ("a folder without a PDF", [str(SOURCE / "po")], 1, f"{SOURCE / 'po'}: there is no PDF in this folder"),
    ("a list that is not there", ["--files-from", "/nowhere/list"], 1, "/nowhere/list: No such file or directory"),
    ("a trust folder that is not there", ["--trust", "/nowhere", "a.pdf"], 1, "/nowhere: this folder is not there"),
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
    assert missing == {"format": 1, "problems": ["unreadable"], "file": "/nowhere/a.pdf", "good": False, "problem": "/nowhere/a.pdf: No such file or directory"}, missing


def json_tells_chain_and_coverage():
    ended = run("verify", "--json", f"--known={store / 'signer.pem'}", store / "signed.pdf")
    found = json.loads(ended.stdout)
    signature = found["signatures"][0]
    begin, hole, resume, last = signature["covers"]
    data = (store / "signed.pdf").read_bytes()
    assert begin == 0 and last == len(data) == found["bytes"] and found["after"] == 0, found
    assert data[hole:hole + 1] == b"<" and data[resume - 1:resume] == b">", signature["covers"]
    assert [link["known"] for link in signature["chain"]] == ["none", "own"], signature["chain"]
    assert signature["chain"][0]["name"] == "Ana Lind" and signature["chain"][0]["issuer"] == signature["chain"][1]["name"]
    assert signature["certificate"] == "known" and found["problems"] == [] and signature["level"] == "B-B", found


def a_folder_and_a_list_are_gone_through():
    with tempfile.TemporaryDirectory() as folder:
        deep = Path(folder) / "a" / "b"
        deep.mkdir(parents=True)
        for name in ("1.pdf", "2.PDF", "a/3.pdf", "a/b/4.pdf", "a/not-a-record.txt"):
            shutil.copy(store / "signed.pdf", Path(folder) / name)
        (deep / "circle").symlink_to(folder)
        ended = run("verify", folder, "--summary")
        names = [line.split(": ")[0] for line in ended.stdout.splitlines()]
        assert names == [f"{folder}/{name}" for name in ("1.pdf", "2.PDF", "a/3.pdf", "a/b/4.pdf")], names
        assert ended.stderr.splitlines()[0].startswith("4 files, 4 of them good, "), ended.stderr
        assert ended.returncode == 0
        for option, end_of_name in (([], b"\n"), (["-0"], b"\0")):
            listed = Path(folder) / "list"
            listed.write_bytes(end_of_name.join(str(store / f"{name}.pdf").encode() for name in ("signed", "unsigned")))
            ended = run("verify", "--files-from", listed, *option)
            assert ended.returncode == 1 and len(ended.stdout.splitlines()) == 2, ended.stdout + ended.stderr


def many_files_in_one_call():
    """Answers come in order, a damaged file stops nothing, memory stays small."""
    many = 10000 if os.environ.get("EUP_LONG") == "1" else 300
    data = (store / "signed.pdf").read_bytes()
    with tempfile.TemporaryDirectory(dir=store) as folder:
        for i in range(many):
            path = Path(folder) / f"{i:05}.pdf"
            if i % 100 == 7:
                path.write_bytes(flipped(data, 1000 + i))
            else:
                path.hardlink_to(store / "signed.pdf")
        ended = subprocess.run(["/usr/bin/env", "python3", "-c", "import resource, subprocess, sys\n"
                                "code = subprocess.run(sys.argv[1:]).returncode\n"
                                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)\n"
                                "sys.exit(code)", PROGRAM, "verify", "--json", "--summary", "--progress", folder],
                               capture_output=True, timeout=60 + many / 20, text=True)
        found = [json.loads(line) for line in ended.stdout.splitlines()]
        assert [Path(one["file"]).name for one in found] == [f"{i:05}.pdf" for i in range(many)]
        assert [one["verdict"] for one in found] == ["changed" if i % 100 == 7 else "sealed" for i in range(many)]
        lines = ended.stderr.splitlines()
        report.note(f"{lines[-4] if len(lines) > 3 else lines}, {lines[-1]} MB")
        assert ended.returncode == 1 and f"{many} files, {many - many // 100} of them good" in ended.stderr, ended.stderr
        assert f"{many // 100:7}  changed after signing" in ended.stderr, ended.stderr
        assert int(lines[-1]) < 150, f"{lines[-1]} MB"


def a_broken_file_in_a_trust_folder_is_told():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(store / "signer.pem", Path(folder) / "authority.crt")
        (Path(folder) / "broken.pem").write_text("-----BEGIN CERTIFICATE-----\nMII\n")
        ended = run("verify", "--trust", folder, store / "signed.pdf")
        expect_lines(ended, 0, [f"{folder}/broken.pem: There is no certificate in this file, or it is damaged."])
        assert "unknown" not in ended.stdout, ended.stdout


def the_folder_in_the_data_is_known_by_itself():
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "certificates").mkdir()
        subprocess.run(["openssl", "x509", "-in", store / "signer.pem", "-outform", "DER", "-out",
                        Path(data) / "certificates" / "authority.der"], check=True)
        ended = run("verify", store / "signed.pdf", env={**os.environ, "EUPHORIA_DATA": data})
        assert ended.returncode == 0 and "unknown" not in ended.stdout, ended.stdout


def certificates_of_the_system_are_told_apart():
    ended = run("verify", "--json", store / "signed.pdf", env={**os.environ, "SSL_CERT_FILE": str(store / "signer.pem")})
    signature = json.loads(ended.stdout)["signatures"][0]
    assert [link["known"] for link in signature["chain"]] == ["none", "system"], signature["chain"]


def foreign_pdf(folder):
    """A PDF of another program, signed by another program."""
    pages = Path(folder) / "other.pdf"
    made = subprocess.run(["qpdf", "--empty", "--pages", store / "unsigned.pdf", "1", "--", pages], capture_output=True)
    assert made.returncode in (0, 3), made.stderr
    return pages


def other_signed_documents_are_not_ours():
    with tempfile.TemporaryDirectory() as folder:
        path = foreign_pdf(folder)
        key, certificate = Path(folder) / "k.pem", Path(folder) / "c.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                        "-days", "9", "-subj", "/CN=Somebody"], check=True, capture_output=True)
        room = 8192
        data = path.read_bytes().rstrip() + b"\n9000 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ["
        head = data + b"0 0000000000 0000000000 0000000000] /Contents "
        tail = b" >>\nendobj\n%%EOF\n"
        hole = len(head)
        ranges = b"0 %010d %010d %010d" % (hole, hole + room * 2 + 2, len(tail))
        head = data + ranges + head[len(data) + len(ranges):]
        (Path(folder) / "content").write_bytes(head + tail)
        subprocess.run(["openssl", "cms", "-sign", "-binary", "-in", Path(folder) / "content", "-signer", certificate, "-inkey", key,
                        "-outform", "DER", "-out", Path(folder) / "cms"], check=True, capture_output=True)
        cms = (Path(folder) / "cms").read_bytes()
        path.write_bytes(head + b"<" + cms.hex().encode().ljust(room * 2, b"0") + b">" + tail)
        ended = run("verify", path)
        assert ended.returncode == 1 and ended.stdout.startswith(f"{path}: not one of our records"), ended.stdout


def half_a_gigabyte_is_refused_with_a_sentence():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pdf"
        shutil.copy(store / "signed.pdf", path)
        os.truncate(path, 500_000_000)
        for command in ("verify", "text"):
            ended = run(command, path, seconds=10)
            expect_lines(ended, 1, [f"{path}: the file has 500.0\u00a0MB; at most 67.1\u00a0MB is expected"])


def what_breaks_off_while_it_is_read_is_told():
    for command in ("verify", "text"):
        expect_lines(run(command, "/proc/self/mem"), 1, ["/proc/self/mem: Input/output error"])


def what_may_not_be_read_is_told():
    """As an ordinary user; somebody who may read everything gives that up for it."""
    ordinary = [] if os.geteuid() != 0 else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    with tempfile.TemporaryDirectory() as folder:
        record, inside = Path(folder) / "locked.pdf", Path(folder) / "locked"
        shutil.copy(store / "signed.pdf", record)
        inside.mkdir()
        record.chmod(0)
        inside.chmod(0)
        ended = subprocess.run([*ordinary, PROGRAM, "verify", "--summary", record, inside, store / "signed.pdf"],
                               capture_output=True, text=True, timeout=20)
        record.chmod(0o600)
        inside.chmod(0o700)
        lines = [line for line in ended.stderr.splitlines() if " files, " not in line]
        assert f"{record}: Permission denied" in lines, ended.stderr
        assert f"{inside}: this folder can't be read" in lines, ended.stderr
        assert ended.returncode == 1 and "2 files, 1 of them good" in ended.stderr, ended.stderr
        assert ended.stdout.startswith(f"{store}/signed.pdf: sealed and unchanged"), ended.stdout
        assert run("verify", record).returncode == 0


def encrypted_records_are_changed_ones():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "--user-password=hemligt", "--owner-password=hemligt", "--bits=256",
                        "--cleartext-metadata", "--", store / "unsigned.pdf", path], check=True)
        ended = run("verify", path)
        assert ended.returncode == 1 and ended.stdout.startswith(f"{path}: changed after signing"), ended.stdout
        expect_lines(run("text", path), 1, [f"{path}: This is not a whole PDF document that can be read."])


report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_material()
    run_rows(report, ROWS, try_row)
    run_rows(report, TWINS, try_twin)
    run_rows(report, KNOWN, try_known)
    run_rows(report, WRONG, try_wrong)
    for function in (a_twin_that_can_not_be_read_is_told, a_giant_file_is_refused_before_it_is_read,
                     each_of_several_files_has_its_line, json_says_the_same_for_programs, json_tells_chain_and_coverage,
                     a_folder_and_a_list_are_gone_through, many_files_in_one_call, a_broken_file_in_a_trust_folder_is_told,
                     the_folder_in_the_data_is_known_by_itself, certificates_of_the_system_are_told_apart,
                     other_signed_documents_are_not_ours, half_a_gigabyte_is_refused_with_a_sentence,
                     what_breaks_off_while_it_is_read_is_told, what_may_not_be_read_is_told,
                     encrypted_records_are_changed_ones):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
finally:
    shutil.rmtree(store)
end(report)
