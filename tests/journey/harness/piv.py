#!/usr/bin/env python3
"""A smart card, played: one that follows PIV (NIST SP 800-73-4), with a certificate for signing and its key.

piv.py KEY.pem CERTIFICATE.der PIN: lies in the reader that vpcd plays for pcscd until it is told to stop, so that
everything between the program and the card is real: the reader's service, its socket, OpenSC. The key is one for RSA
of 2,048 bits."""

import socket
import subprocess
import sys
import time
from pathlib import Path

READER = "127.0.0.1", 0x8C7B
ATR = bytes.fromhex("3B80800101")  # a card that says nothing about itself
AID = bytes.fromhex("A000000308000010000100")
OFF, ON, RESET, GET_ATR = 0, 1, 2, 4
OK, NOT_FOUND, NOT_ALLOWED, WRONG, UNKNOWN = 0x9000, 0x6A82, 0x6982, 0x6300, 0x6D00
BLOCKED = 0x6983
TRIES = 3
CERTIFICATE, CAPABILITIES, HOLDER, DISCOVERY = (bytes.fromhex(tag) for tag in ("5FC10A", "5FC107", "5FC102", "7E"))
SIGNING_KEY, RSA_2048 = 0x9C, 0x07


def tlv(tag, value):
    length = len(value)
    head = [length] if length < 0x80 else [0x81, length] if length < 0x100 else [0x82, length >> 8, length & 0xFF]
    return bytes(tag) + bytes(head) + value


def untlv(data):
    """The first of what stands there → tag, value, the rest."""
    tag, length, start = data[0], data[1], 2
    if length & 0x80:
        start += length & 0x7F
        length = int.from_bytes(data[2:start])
    return tag, data[start:start + length], data[start + length:]


class Card:
    def __init__(self, key, certificate, pin):
        self.key, self.pin = key, pin.encode().ljust(8, b"\xff")
        number = bytes.fromhex("D4E739DA739CED39CE739D836858210842108421C84210C3EB")  # of the holder, as the standard's example
        self.objects = {
            CERTIFICATE: tlv([0x53], tlv([0x70], certificate) + tlv([0x71], b"\0") + tlv([0xFE], b"")),
            HOLDER: tlv([0x53], tlv([0x30], number) + tlv([0x34], bytes(range(16))) + tlv([0x35], b"20301231") + tlv([0x3E], b"") +
                        tlv([0xFE], b"")),
            DISCOVERY: tlv([0x7E], tlv([0x4F], AID) + tlv([0x5F, 0x2F], b"\x40\x00")),
        }
        self.tries, self.open, self.waiting, self.chain = TRIES, False, b"", b""

    def reset(self):
        self.open, self.waiting, self.chain = False, b"", b""

    def answer(self, command):
        """Short commands only; long ones come in a chain, long answers are fetched piece by piece."""
        chained, instruction, p1, p2 = command[0] & 0x10, *command[1:4]
        data = command[5:5 + command[4]] if len(command) > 5 else b""
        most = 256 if len(command) == 5 + len(data) and data else command[-1] or 256
        if chained:
            self.chain += data
            return OK.to_bytes(2)
        data, self.chain = self.chain + data, b""
        if instruction != 0xC0:
            status, self.waiting = getattr(self, f"do_{instruction:02x}", self.unknown)(p1, p2, data)
            if not self.waiting:
                return status.to_bytes(2)
        return self.piece(most)

    def piece(self, most):
        now, self.waiting = self.waiting[:most], self.waiting[most:]
        return now + (0x6100 | min(len(self.waiting), 0xFF) if self.waiting else OK).to_bytes(2)

    @staticmethod
    def unknown(_p1, _p2, _data):
        return UNKNOWN, b""

    def do_a4(self, _p1, _p2, name):  # SELECT
        if not name or not AID.startswith(name[:9]):
            return NOT_FOUND, b""
        return OK, tlv([0x61], tlv([0x4F], AID[5:]) + tlv([0x79], tlv([0x4F], AID[:5])))

    def do_cb(self, _p1, _p2, data):  # GET DATA
        found = self.objects.get(untlv(data)[1])
        return (OK, found) if found else (NOT_FOUND, b"")

    def do_20(self, _p1, _p2, pin):  # VERIFY
        if not pin:
            return OK if self.open else WRONG | 0xC0 | self.tries, b""
        if self.tries == 0:
            return BLOCKED, b""
        self.open = pin == self.pin
        self.tries = TRIES if self.open else self.tries - 1
        return OK if self.open else WRONG | 0xC0 | self.tries, b""

    def do_87(self, algorithm, key, data):  # GENERAL AUTHENTICATE
        if (algorithm, key) != (RSA_2048, SIGNING_KEY):
            return NOT_FOUND, b""
        if not self.open:
            return NOT_ALLOWED, b""
        self.open = False  # this key wants the PIN each time
        asked = untlv(data)[1]
        while asked:
            tag, value, asked = untlv(asked)
            if tag == 0x81:
                return OK, tlv([0x7C], tlv([0x82], self.sign(value)))
        return NOT_FOUND, b""

    def sign(self, block):
        """What the card is given is padded already: what remains is what RSA calls decrypting too."""
        return subprocess.run(["openssl", "pkeyutl", "-decrypt", "-inkey", self.key, "-pkeyopt", "rsa_padding_mode:none"],
                              input=block, stdout=subprocess.PIPE, check=True).stdout


def read(reader, length):
    data = b""
    while len(data) < length:
        data += reader.recv(length - len(data)) or sys.exit(0)
    return data


def lie_in(reader, card, seen):
    """seen: called when somebody has looked at the card for the first time."""
    while True:
        asked = read(reader, int.from_bytes(read(reader, 2)))
        if len(asked) > 1:
            answer = card.answer(asked)
        elif asked[0] == GET_ATR:
            answer = ATR
        else:
            card.reset()
            continue
        reader.sendall(len(answer).to_bytes(2) + answer)
        if asked[0] == GET_ATR and seen:
            seen, _ = None, seen()


def put_in():
    """The reader is there when pcscd has looked for it."""
    for _ in range(600):
        try:
            return socket.create_connection(READER)
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise SystemExit("there is no reader")


def main(key, certificate, pin):
    card = Card(key, Path(certificate).read_bytes(), pin)
    lie_in(put_in(), card, lambda: print("ready", flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
