#!/usr/bin/env python3
"""A database of certificates as pdfsig wants it: nss.py FOLDER FILE.p12 PASSWORD-FILE.

Made with the NSS libraries that pdfsig itself stands on, so that certutil and pk12util (Debian's libnss3-tools)
need not be there. The key gets no password; who vouches for its certificate is trusted."""

import ctypes
import sys
from pathlib import Path

SUCCESS = 0
TRUSTED = b"CT,C,C"


class Item(ctypes.Structure):
    """SECItem"""
    _fields_ = [("type", ctypes.c_int), ("data", ctypes.c_char_p), ("length", ctypes.c_uint)]


class Trust(ctypes.Structure):
    """CERTCertTrust"""
    _fields_ = [("ssl", ctypes.c_uint), ("mail", ctypes.c_uint), ("objects", ctypes.c_uint)]


class Node(ctypes.Structure):
    """PRCList and CERTCertListNode"""


Node._fields_ = [("next", ctypes.POINTER(Node)), ("previous", ctypes.POINTER(Node)), ("certificate", ctypes.c_void_p)]
POINTERS = ["PK11_GetInternalKeySlot", "SEC_PKCS12DecoderStart", "PK11_ListCertsInSlot", "CERT_GetDefaultCertDB"]


class Nss:
    def __init__(self, folder):
        self.nss, self.smime, self.nspr = (ctypes.CDLL(name) for name in ("libnss3.so", "libsmime3.so", "libnspr4.so"))
        for library in (self.nss, self.smime):
            for name in POINTERS:
                if hasattr(library, name):
                    getattr(library, name).restype = ctypes.c_void_p
        self.must(self.nss.NSS_InitReadWrite(f"sql:{folder}".encode()), "the database can't be made")
        self.slot = ctypes.c_void_p(self.nss.PK11_GetInternalKeySlot())
        self.must(self.nss.PK11_InitPin(self.slot, None, b""), "the database can't be set up")

    def must(self, status, complaint):
        if status != SUCCESS:
            raise SystemExit(f"nss: {complaint} ({self.nspr.PR_GetError()})")

    def take(self, p12, password):
        """Key and certificates of a PKCS#12 file."""
        words = (password + "\0").encode("utf-16-be")
        secret = Item(0, words, len(words))
        decoder = ctypes.c_void_p(self.smime.SEC_PKCS12DecoderStart(ctypes.byref(secret), self.slot, None, None, None, None,
                                                                    None, None))
        collision = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: None)
        self.must(self.smime.SEC_PKCS12DecoderUpdate(decoder, p12, ctypes.c_ulong(len(p12))), "the file can't be read")
        self.must(self.smime.SEC_PKCS12DecoderVerify(decoder), "the password does not open the file")
        self.must(self.smime.SEC_PKCS12DecoderValidateBags(decoder, collision), "the file can't be used")
        self.must(self.smime.SEC_PKCS12DecoderImportBags(decoder), "the key can't be taken in")
        self.smime.SEC_PKCS12DecoderFinish(decoder)

    def trust_all(self):
        """Those who sign themselves, that is: trust in others has no effect."""
        certificates = ctypes.cast(self.nss.PK11_ListCertsInSlot(self.slot), ctypes.POINTER(Node))
        trust = Trust()
        self.must(self.nss.CERT_DecodeTrustString(ctypes.byref(trust), TRUSTED), "trust has another form")
        node, count = certificates.contents.next, 0
        while ctypes.addressof(node.contents) != ctypes.addressof(certificates.contents):
            certificate = ctypes.c_void_p(node.contents.certificate)
            if self.nss.CERT_IsCACert(certificate, None):
                self.must(self.nss.CERT_ChangeCertTrust(ctypes.c_void_p(self.nss.CERT_GetDefaultCertDB()), certificate,
                                                        ctypes.byref(trust)), "the authority can't be trusted")
            node, count = node.contents.next, count + 1
        return count


def main():
    folder, p12, password = map(Path, sys.argv[1:])
    folder.mkdir(exist_ok=True)
    nss = Nss(folder)
    nss.take(p12.read_bytes(), password.read_text(encoding="utf-8").strip())
    if nss.trust_all() < 2:
        raise SystemExit("nss: there are fewer than two certificates")
    nss.nss.NSS_Shutdown()


if __name__ == "__main__":
    main()
