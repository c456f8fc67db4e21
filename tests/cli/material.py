"""Certificates of a throw-away authority, its lists of revoked ones, and time stamps, all in one folder."""

import subprocess
import tempfile
from pathlib import Path

from program import SOURCE

store = Path(tempfile.mkdtemp(prefix="euphoria-sign."))


def shell(*command):
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


def certificate(name, who, *options):
    shell(SOURCE / "build-aux/dev/certificate.sh", store / f"{name}.p12", store / "password", who,
          "--authority", store / f"{name}.pem", "--authority-key", store / f"{name}.key", *options)


def revocation_list(name, *revoked):
    """What an authority says about the certificates it took back."""
    folder = store / f"{name}-ca"
    folder.mkdir(exist_ok=True)
    (folder / "index.txt").write_text("")
    (folder / "number").write_text("01\n")
    (folder / "ca.cnf").write_text(f"[ca]\ndefault_ca=c\n[c]\ndatabase={folder}/index.txt\ncrlnumber={folder}/number\n"
                                   "default_md=sha256\ndefault_crl_days=30\n")
    common = ["-config", folder / "ca.cnf", "-cert", store / f"{name}.pem", "-keyfile", store / f"{name}.key"]
    for path in revoked:
        shell("openssl", "ca", *common, "-revoke", path)
    shell("openssl", "ca", *common, "-gencrl", "-out", store / f"{name}.crl")


def stamp(request, answer):
    """What an authority does."""
    (store / "tsa.cnf").write_text(f"[tsa]\ndefault_tsa=t\n[t]\nserial={store}/tsa.serial\ncrypto_device=builtin\n"
                                   "signer_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\n"
                                   "ess_cert_id_alg=sha256\n")
    shell("openssl", "pkcs12", "-in", store / "stamper.p12", "-passin", f"file:{store}/password", "-noenc",
          "-nocerts", "-out", store / "tsa.key")
    shell("openssl", "pkcs12", "-in", store / "stamper.p12", "-passin", f"file:{store}/password", "-nokeys",
          "-clcerts", "-out", store / "tsa.pem")
    shell("openssl", "ts", "-reply", "-config", store / "tsa.cnf", "-queryfile", request, "-signer", store / "tsa.pem",
          "-inkey", store / "tsa.key", "-chain", store / "stamper.pem", "-out", answer)
