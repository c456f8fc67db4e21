#!/usr/bin/env python3
"""euphoria-cli time-stamp ask: an authority that answers over HTTP, one that misbehaves, and none at all."""

import shutil
import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from material import certificate, shell, stamp, store
from program import BUILD, CASE, SOURCE, end, expect_lines, run, run_rows, tap

PROGRAM = BUILD / "src" / "cli" / "euphoria-cli-network"
REPLY = "application/timestamp-reply"
OUT = store / "out.pdf"


class Authority(BaseHTTPRequestHandler):
    """Answers as it is asked by the path: /stamp as it should."""

    def do_POST(self):
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, self.headers["Content-Type"], asked))
        (store / "asked.tsq").write_bytes(asked)
        stamp(store / "asked.tsq", store / "answer.tsr")
        good = (store / "answer.tsr").read_bytes()
        answer, kind, status = {"/html": (b"<p>Hello</p>", "text/html", 200), "/text": (b"Hello", REPLY, 200),
                                "/cut": (good[:-40], REPLY, 200), "/huge": (b"\x30\x84\x7f\xff\xff\xff" + bytes(4096), REPLY, 200),
                                "/old": ((store / "first.tsr").read_bytes() if (store / "first.tsr").exists() else good, REPLY, 200),
                                "/gone": (b"", REPLY, 404)}.get(self.path, (good, REPLY, 200))
        if self.path.startswith("/stamp"):
            (store / "first.tsr").write_bytes(good)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", len(answer))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@contextmanager
def serving(certificate_file=None):
    """Yields the address and what it is asked."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Authority) as server:
        server.asked = []
        if certificate_file:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate_file)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{'https' if certificate_file else 'http'}://localhost:{server.server_port}", server.asked
        server.shutdown()


def ask(url, *more, **environment):
    OUT.unlink(missing_ok=True)
    return run("time-stamp", "ask", store / "sealed.pdf", "-o", OUT, "--authority", url, *more, program=PROGRAM,
               seconds=60, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **environment})


def make_material():
    (store / "password").write_text("hemligt\n")
    certificate("signer", "Ana Lind")
    certificate("stamper", "Tidsstämpel AB", "--usage", "digitalSignature", "--extended", "critical,timeStamping")
    expect_lines(run("record", SOURCE / CASE, "-o", store / "record.pdf"), 0, [])
    expect_lines(run("sign", store / "record.pdf", "-o", store / "sealed.pdf", "--certificate", store / "signer.p12",
                     "--password-file", store / "password"), 0, [])
    shell("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
          "-addext", "subjectAltName=DNS:localhost", "-keyout", store / "tls.key", "-out", store / "tls.crt")
    (store / "tls.pem").write_text((store / "tls.key").read_text() + (store / "tls.crt").read_text())


def an_authority_is_asked():
    with serving() as (url, asked):
        ended = ask(f"{url}/stamp?who=us")
        expect_lines(ended, 0, [])
        assert ended.stdout == f"{OUT}: with the time stamp of {url}/stamp?who=us\n", ended.stdout
        path, kind, request = asked[0]
        assert len(asked) == 1 and path == "/stamp?who=us" and kind == "application/timestamp-query"
        assert len(request) < 100, "only a digest leaves the house"
    assert run("verify", OUT).stdout.endswith(", PAdES B-T\n"), run("verify", OUT).stdout


def an_authority_is_asked_in_secret():
    with serving(store / "tls.pem") as (url, asked):
        expect_lines(ask(f"{url}/stamp", SSL_CERT_FILE=str(store / "tls.crt")), 0, [])
        assert len(asked) == 1
        expect_lines(ask(f"{url}/stamp"), 1, [f"{store}/sealed.pdf: {url}/stamp gave no time stamp: certificate verify failed…"])
        other = url.replace("localhost", "127.0.0.1")
        expect_lines(ask(f"{other}/stamp", SSL_CERT_FILE=str(store / "tls.crt")), 1,
                     [f"{store}/sealed.pdf: {other}/stamp gave no time stamp: certificate verify failed…"])
        assert len(asked) == 1 and not OUT.exists()


# what it says, after the address
WRONG = [
    ("a page that is not there", "/gone", "gave no time stamp: status code unsupported (code=404…"),
    ("a page for people", "/html", "gave no time stamp: content type mismatch (…"),
    ("no answer of an authority", "/text", "gave no time stamp: missing asn1 encoding…"),
    ("half an answer", "/cut", "gave no time stamp: …"),
    ("an answer without end", "/huge", "gave no time stamp: max resp len exceeded…"),
]


def misbehaves(path, says):
    with serving() as (url, _):
        ended = ask(f"{url}{path}")
        expect_lines(ended, 1, [f"{store}/sealed.pdf: {url}{path} {says}"])
        assert "Nothing was changed" in ended.stderr and not OUT.exists(), ended.stderr


def the_answer_to_another_request_is_not_taken():
    with serving() as (url, _):
        expect_lines(ask(f"{url}/old"), 1, [f"{store}/sealed.pdf: The answer belongs to another request."])
        assert not OUT.exists()


def nobody_is_there():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://localhost:{taken.getsockname()[1]}/"
        expect_lines(ask(url), 1, [f"{store}/sealed.pdf: {url} gave no time stamp: connect timeout. …"])


def an_address_that_is_none(url):
    expect_lines(ask(url), 1, [f"{store}/sealed.pdf: “{url}” is no address of an authority; …"])


report = tap.Report()
print("TAP version 13", flush=True)
try:
    make_material()
    for function in (an_authority_is_asked, an_authority_is_asked_in_secret, the_answer_to_another_request_is_not_taken,
                     nobody_is_there):
        run_rows(report, [(function.__name__.replace("_", " "),)], function)
    run_rows(report, WRONG, misbehaves)
    run_rows(report, [(f"the address “{url}”", url) for url in ("tsa", "ftp://tsa.example/", "http://", "http://a:b@tsa.example/", "")],
             an_address_that_is_none)
finally:
    shutil.rmtree(store)
end(report)
