#!/usr/bin/env python3
"""euphoria-cli sign, cards, time-stamp, validation, hand-off and take-back: what a record gets after it is made,
and what people get wrong."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess

from material import certificate, revocation_list, shell, stamp, store
from program import BUILD, CASE, SOURCE, end, expect_lines, run, run_rows, tap

SOFTHSM = next((path for path in ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so")
                if os.path.exists(path)), None)
MODULE = BUILD / "tests" / "record" / "card-module.so"
ENV = {**os.environ, "SOFTHSM2_CONF": str(store / "softhsm2.conf"), "EUP_SOFTHSM": SOFTHSM or "",
       "EUP_CARD_FOLDER": str(store)}
FILE = ["--certificate", str(store / "signer.p12"), "--password-file", str(store / "password")]
CARD = ["--card", str(MODULE), "--pin-file", str(store / "pin")]


def make_material():
    (store / "password").write_text("hemligt\n")
    (store / "pin").write_text("123456\n")
    (store / "wrong").write_bytes(b"")
    (store / "wrong-pin").write_text("000000\n")
    (store / "text.pdf").write_text("Dear archive\n")
    certificate("signer", "Ana Lind")
    certificate("old", "Ana Lind", "--from", "-400", "--days", "365")
    certificate("stamper", "Tidsstämpel AB", "--usage", "digitalSignature", "--extended", "critical,timeStamping")
    for name in "signer", "stamper":
        revocation_list(name)
    expect_lines(run("record", SOURCE / CASE, "-o", store / "record.pdf"), 0, [])
    if SOFTHSM:
        shell(SOURCE / "tests/record/card.sh", store, "Kort", "Dan Ek", "01")
        shell(SOURCE / "tests/record/card.sh", store, "Kort", "Dan Inloggning", "02", "--usage", "digitalSignature")


def good(*arguments):
    ended = run(*arguments, env=ENV)
    expect_lines(ended, 0, [])
    return ended.stdout


def verdict(path, *more):
    return run("verify", *more, path).stdout


def a_file_signs_with_reason_and_role():
    said = good("sign", store / "record.pdf", "-o", store / "sealed.pdf", *FILE, "--reason", "Beslut", "--role",
                "enhetschef", "--location", "Västerås", "--certify")
    assert said == f"{store}/sealed.pdf: signed by Ana Lind\n", said
    text = run("verify", "--json", store / "sealed.pdf").stdout
    for part in '"role":"enhetschef"', '"reason":"Beslut"', '"place":"Västerås"', '"level":"B-B"', '"verdict":"sealed"':
        assert part in text, text
    assert oct((store / "sealed.pdf").stat().st_mode)[-3:] == "600"


def a_second_signature_goes_where_it_is_told():
    good("sign", store / "sealed.pdf", "-o", store / "twice.pdf", *FILE, "--place", "spare-2")
    assert "signed, and later signed by others" in verdict(store / "twice.pdf")
    assert '"slot":"spare-2"' in run("verify", "--json", store / "twice.pdf").stdout


def five_can_sign_and_nobody_when_it_is_full():
    shutil.copy(store / "record.pdf", store / "five.pdf")
    for count in range(1, 30):
        ended = run("sign", store / "five.pdf", "-o", store / "five.pdf", *FILE)
        if ended.returncode != 0:
            break
        said = verdict(store / "five.pdf")
        assert said.count("Ana Lind") == count, said
        before = (store / "five.pdf").read_bytes()
    assert count > 5 and ended.stderr and (store / "five.pdf").read_bytes() == before, (count, ended.stderr)


def the_way_to_the_archive_is_walked_by_file():
    request, answer = store / "one.tsq", store / "one.tsr"
    good("time-stamp", "request", store / "sealed.pdf", "-o", request)
    stamp(request, answer)
    good("time-stamp", "import", store / "sealed.pdf", "--request", request, "--answer", answer, "-o", store / "t.pdf")
    assert verdict(store / "t.pdf").endswith(", PAdES B-T\n"), verdict(store / "t.pdf")
    good("validation", store / "t.pdf", store / "signer.crl", store / "stamper.crl", "-o", store / "lt.pdf")
    assert verdict(store / "lt.pdf").endswith(", PAdES B-LT\n"), verdict(store / "lt.pdf")
    good("time-stamp", "request", store / "lt.pdf", "--archive", "-o", store / "two.tsq")
    stamp(store / "two.tsq", store / "two.tsr")
    good("time-stamp", "import", store / "lt.pdf", "--request", store / "two.tsq", "--answer", store / "two.tsr",
         "-o", store / "lta.pdf")
    known = [f"--known={store}/signer.pem", f"--known={store}/stamper.pem"]
    ended = run("verify", *known, store / "lta.pdf")
    assert ended.returncode == 0 and "PAdES B-LTA; the whole stamped by Tidsstämpel AB" in ended.stdout, ended.stdout
    assert ended.stdout.startswith(f"{store}/lta.pdf: sealed and unchanged"), ended.stdout


def a_record_may_be_written_over_itself():
    shutil.copy(store / "record.pdf", store / "own.pdf")
    good("sign", store / "own.pdf", "-o", store / "own.pdf", *FILE)
    assert "sealed and unchanged" in verdict(store / "own.pdf")


def a_service_signs_and_gives_back():
    good("hand-off", store / "record.pdf", "-o", store / "out.pdf")
    digest = hashlib.sha256((store / "record.pdf").read_bytes()).hexdigest()
    assert (store / "out.pdf.sha256").read_text() == f"{digest}  out.pdf\n"
    good("sign", store / "out.pdf", "-o", store / "came.pdf", *FILE)
    said = good("take-back", store / "out.pdf", store / "came.pdf", "-o", store / "back.pdf")
    assert "nothing but signatures was added" in said, said
    assert (store / "back.pdf").read_bytes() == (store / "came.pdf").read_bytes()


def limit(size):
    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return set_limit


def a_full_disk_leaves_the_old_file():
    shutil.copy(store / "record.pdf", store / "full.pdf")
    before, names = (store / "full.pdf").read_bytes(), sorted(os.listdir(store))
    ended = run("sign", store / "full.pdf", "-o", store / "full.pdf", *FILE, env=ENV, preexec_fn=limit(50_000))
    expect_lines(ended, 1, [f"{store}/full.pdf: can't be written: …"])
    assert (store / "full.pdf").read_bytes() == before and sorted(os.listdir(store)) == names


def a_card_signs():
    said = good("sign", store / "record.pdf", "-o", store / "card.pdf", *CARD)
    assert said == f"{store}/card.pdf: signed by Dan Ek\n", said
    assert "sealed and unchanged; signed by Dan Ek" in verdict(store / "card.pdf")
    assert "signed by Dan Inloggning" in good("sign", store / "record.pdf", "-o", store / "card.pdf", *CARD,
                                              "--name", "Dan Inloggning")


def cards_are_listed():
    lines = good("cards", MODULE).splitlines()
    assert [line.split(" on card ")[0] for line in lines] == [
        "Dan Ek: for documents, issued by Throw-away authority,",
        "Dan Inloggning: for log-in, issued by Throw-away authority,"], lines


def tries_are_counted_and_the_last_is_not_used_up():
    wrong = ["sign", store / "record.pdf", "-o", store / "no.pdf", "--card", MODULE, "--pin-file", store / "wrong-pin"]
    one = "That is not the card's PIN."
    expect_lines(run(*wrong, env=ENV), 1, [one])
    expect_lines(run(*wrong, env=ENV), 1, [f"{one} One try is left: one more wrong PIN blocks the card."])
    expect_lines(run(*wrong, env=ENV), 1,
                 ["One try is left: a wrong PIN now blocks the card. Check the PIN and add --last-try."])
    assert len((store / "wrong").read_bytes()) == 2, "the last try is still there"
    expect_lines(run(*wrong, "--last-try", env=ENV), 1, ["The card has blocked its PIN after too many wrong ones. …"])
    expect_lines(run(*wrong, env=ENV), 1, ["The card has blocked its PIN after too many wrong ones. …"])
    assert not (store / "no.pdf").exists()
    (store / "wrong").write_bytes(b"xx")
    good("sign", store / "record.pdf", "-o", store / "card.pdf", *CARD, "--last-try")
    assert (store / "wrong").read_bytes() == b""


def a_card_that_is_pulled_leaves_the_file():
    shutil.copy(store / "record.pdf", store / "pulled.pdf")
    (store / "pull").touch()
    ended = run("sign", store / "pulled.pdf", "-o", store / "pulled.pdf", *CARD, env=ENV)
    expect_lines(ended, 1, [f"{store}/pulled.pdf: The card was taken out of the reader. Nothing was signed."])
    assert (store / "pulled.pdf").read_bytes() == (store / "record.pdf").read_bytes()
    expect_lines(run("cards", MODULE, env=ENV), 1, ["There is no card in a reader with a certificate to sign …"])
    (store / "pull").unlink()
    (store / "gone").unlink()


OUT = ["-o", str(store / "no.pdf")]
# name, arguments, exit status, the lines on the standard error
WRONG = [
    ("nothing to sign with", ["sign", "a.pdf", *OUT], 2, "euphoria-cli sign: either --certificate or --card says with what to sign; …"),
    ("a file and a card", ["sign", "a.pdf", *OUT, *FILE, *CARD], 2, "euphoria-cli sign: either --certificate or --card …"),
    ("no password", ["sign", "a.pdf", *OUT, *FILE[:2]], 2, "euphoria-cli sign: --certificate and --password-file belong together; …"),
    ("no PIN", ["sign", "a.pdf", *OUT, *CARD[:2]], 2, "euphoria-cli sign: --card and --pin-file belong together; …"),
    ("no place for the record", ["sign", "a.pdf", *FILE], 2, "euphoria-cli sign: the option -o OUT.pdf is missing; …"),
    ("no record", ["sign", *OUT, *FILE], 2, "euphoria-cli sign: one record is named, not none or several; …"),
    ("a record that is not there", ["sign", "/nowhere/a.pdf", *OUT, *FILE], 1, "/nowhere/a.pdf: No such file or directory"),
    ("a text", ["sign", f"{store}/text.pdf", *OUT, *FILE], 1, f"{store}/text.pdf: this is no record, or not as it was made; it is not signed"),
    ("an expired certificate", ["sign", f"{store}/record.pdf", *OUT, "--certificate", f"{store}/old.p12", "--password-file", f"{store}/password"], 1, f"{store}/old.p12: This certificate has expired."),
    ("a certificate for time stamps", ["sign", f"{store}/record.pdf", *OUT, "--certificate", f"{store}/stamper.p12", "--password-file", f"{store}/password"], 1, f"{store}/stamper.p12: This certificate is not made for signing documents."),
    ("a wrong password", ["sign", f"{store}/record.pdf", *OUT, *FILE[:3], f"{store}/wrong-pin"], 1, f"{store}/signer.p12: …"),
    ("a place that is not there", ["sign", f"{store}/record.pdf", *OUT, *FILE, "--place", "roof"], 1, f"{store}/record.pdf: The place for this signature is not there or is filled already."),
    ("a place that is filled", ["sign", f"{store}/sealed.pdf", *OUT, *FILE, "--place", "decision-maker"], 1, f"{store}/sealed.pdf: The place for this …"),
    ("a module that is none", ["cards", "/etc/passwd"], 1, "The module for cards can't be used: /etc/passwd: …"),
    ("no module", ["cards"], 2, "euphoria-cli cards: one module is named, not none or several; …"),
    ("nobody signed yet", ["time-stamp", "request", f"{store}/record.pdf", *OUT], 1, f"{store}/record.pdf: Nobody has signed this document; there is nothing to stamp."),
    ("stamped already", ["time-stamp", "request", f"{store}/t.pdf", *OUT], 1, f"{store}/t.pdf: The last signature has a time stamp already."),
    ("neither request nor import", ["time-stamp", "make", "a.pdf", *OUT], 2, "euphoria-cli time-stamp: the first word is request, import or ask; …"),
    ("ask nobody", ["time-stamp", "ask", "a.pdf", *OUT], 2, "euphoria-cli time-stamp: ask and --authority belong together; …"),
    ("nothing speaks with a network", ["time-stamp", "ask", f"{store}/sealed.pdf", "--authority", "http://tsa.example/", *OUT], 1, f"{store}/sealed.pdf: This program speaks with no network, so it can't ask http://tsa.example/. …"),
    ("no answer", ["time-stamp", "import", "a.pdf", *OUT], 2, "euphoria-cli time-stamp: import needs --request and --answer; …"),
    ("an answer to a request", ["time-stamp", "request", "a.pdf", *OUT, "--answer", "x"], 2, "euphoria-cli time-stamp: --request and --answer belong to import; …"),
    ("another one's answer", ["time-stamp", "import", f"{store}/lt.pdf", "--request", f"{store}/two.tsq", "--answer", f"{store}/one.tsr", *OUT], 1, f"{store}/one.tsr: The answer belongs to another request."),
    ("an answer to another record", ["time-stamp", "import", f"{store}/twice.pdf", "--request", f"{store}/one.tsq", "--answer", f"{store}/one.tsr", *OUT], 1, f"{store}/one.tsr: The time stamp was not made for this document as it is now."),
    ("an answer that is none", ["time-stamp", "import", f"{store}/sealed.pdf", "--request", f"{store}/one.tsq", "--answer", f"{store}/text.pdf", *OUT], 1, f"{store}/text.pdf: This file is no answer of a time-stamp authority."),
    ("a list is missing", ["validation", f"{store}/t.pdf", f"{store}/signer.crl", *OUT], 1, f"{store}/t.pdf: For the certificate of Tidsstämpel AB, …"),
    ("no time stamp yet", ["validation", f"{store}/sealed.pdf", f"{store}/signer.crl", *OUT], 1, f"{store}/sealed.pdf: The signature of Ana Lind has no time stamp; that comes first."),
    ("validation data that is none", ["validation", f"{store}/t.pdf", f"{store}/text.pdf", *OUT], 1, f"{store}/t.pdf: One of the files is no certificate, …"),
    ("validation data a second time", ["validation", f"{store}/lt.pdf", f"{store}/signer.crl", *OUT], 1, f"{store}/lt.pdf: The record holds validation data already."),
    ("a text handed over", ["hand-off", f"{store}/text.pdf", *OUT], 1, f"{store}/text.pdf: this is no record, or not as it was made; it is not handed over"),
    ("nobody signed it", ["take-back", f"{store}/record.pdf", f"{store}/record.pdf", *OUT], 1, f"{store}/record.pdf: Nobody signed the record while it was away."),
    ("another file came back", ["take-back", f"{store}/record.pdf", f"{store}/text.pdf", *OUT], 1, f"{store}/text.pdf: This is not the record that was handed over: …"),
    ("one file too few", ["take-back", f"{store}/record.pdf", *OUT], 2, "euphoria-cli take-back: it was called with too few or too many files; …"),
]


def try_wrong(arguments, code, line):
    ended = run(*arguments, env=ENV)
    expect_lines(ended, code, [line])
    assert ended.stdout == "" and not (store / "no.pdf").exists() and not (store / "no.pdf.sha256").exists()


def a_revoked_certificate_is_told():
    shell("openssl", "pkcs12", "-in", store / "signer.p12", "-passin", f"file:{store}/password", "-nokeys", "-clcerts",
          "-out", store / "signer-end.pem")
    revocation_list("signer", store / "signer-end.pem")
    good("sign", store / "record.pdf", "-o", store / "late.pdf", *FILE)
    subprocess.run(["sleep", "1.1"], check=True)  # revoked in a second before the stamp
    good("time-stamp", "request", store / "late.pdf", "-o", store / "late.tsq")
    stamp(store / "late.tsq", store / "late.tsr")
    good("time-stamp", "import", store / "late.pdf", "--request", store / "late.tsq", "--answer", store / "late.tsr",
         "-o", store / "late-t.pdf")
    ended = run("validation", store / "late-t.pdf", store / "signer.crl", store / "stamper.crl", *OUT)
    expect_lines(ended, 1, [f"{store}/late-t.pdf: The certificate of Ana Lind had been revoked before it signed."])


STEPS = [a_file_signs_with_reason_and_role, a_second_signature_goes_where_it_is_told,
         five_can_sign_and_nobody_when_it_is_full,
         the_way_to_the_archive_is_walked_by_file, a_record_may_be_written_over_itself, a_service_signs_and_gives_back,
         a_full_disk_leaves_the_old_file]
WITH_CARDS = [a_card_signs, cards_are_listed, tries_are_counted_and_the_last_is_not_used_up,
              a_card_that_is_pulled_leaves_the_file]

report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_material()
    for function in STEPS + (WITH_CARDS if SOFTHSM else []):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
    run_rows(report, WRONG, try_wrong)
    run_rows(report, [("a revoked certificate is told",)], a_revoked_certificate_is_told)
finally:
    shutil.rmtree(store)
end(report)
