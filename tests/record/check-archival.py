#!/usr/bin/env python3
"""Whether records follow PDF/A-2a or 3a and PDF/UA-1 before and after each signature, and whether the rules
that say so can fail. Speaks TAP.

check-archival.py MAKE-SIGNED EUPHORIA-CLI SOURCE
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from archival import Document, faults

WHOLE = ("unsigned", "sealed", "signed", "open", "stamped", "long-term", "archived", "card", "attached",
         *(f"attached-{count}" for count in range(1, 6)))
CASES = (("gps-alarm", "sv"), ("medicine-dispenser", "en"), ("night-camera", "zh"),
         ("gps-alarm", "sv,zh"))


def first(doc, key, value):
    """The first object, a stream's dictionary or another, of which @key is @value."""
    for thing in doc.objects.values():
        found = thing["stream"]["dict"] if "stream" in thing else thing["value"]
        if isinstance(found, dict) and found.get(key) == value:
            return found
    raise KeyError(value)


def content(doc, change):
    """Changes what the first page draws."""
    page = doc.pages()[0][1]
    stream = doc.objects["obj:" + page["/Contents"]]["stream"]
    stream["data"] = base64.b64encode(change(base64.b64decode(stream["data"]))).decode("ascii")


def packet(doc, old, new):
    stream = doc.objects["obj:" + doc.root["/Metadata"]]["stream"]
    data = base64.b64decode(stream["data"])
    assert old in data
    stream["data"] = base64.b64encode(data.replace(old, new)).decode("ascii")


def parents(doc):
    return doc.get(doc.root, "/StructTreeRoot", "/ParentTree", "/Nums")


UNBROKEN = "what is not broken has no fault"

BROKEN = {
    UNBROKEN: lambda doc: None,
    "no language": lambda doc: doc.root.pop("/Lang"),
    "not marked": lambda doc: doc.root.pop("/MarkInfo"),
    "file name as title": lambda doc: doc.root.pop("/ViewerPreferences"),
    "no metadata": lambda doc: doc.root.pop("/Metadata"),
    "no colour profile": lambda doc: doc.root.pop("/OutputIntents"),
    "an action on opening": lambda doc: doc.root.update({"/OpenAction": {"/S": "/JavaScript", "/JS": "u:1"}}),
    "another title": lambda doc: doc.get(doc.trailer, "/Info").update({"/Title": "u:Other"}),
    "no author": lambda doc: doc.get(doc.trailer, "/Info").pop("/Author"),
    "another time": lambda doc: doc.get(doc.trailer, "/Info").update({"/ModDate": "u:D:20200101000000Z"}),
    "another part": lambda doc: packet(doc, b"<pdfaid:part>2", b"<pdfaid:part>1"),
    "another level": lambda doc: packet(doc, b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
    "no PDF/UA": lambda doc: packet(doc, b"<pdfuaid:part>1", b"<pdfuaid:part>9"),
    "unknown property": lambda doc: packet(doc, b"<pdfaProperty:name>twinDigest", b"<pdfaProperty:name>twin"),
    "another language": lambda doc: packet(doc, b"<dc:language><rdf:Bag><rdf:li>sv", b"<dc:language><rdf:Bag><rdf:li>fi"),
    "a language that nobody speaks": lambda doc: packet(doc, b"</rdf:Bag></dc:language>",
                                                        b"<rdf:li>fi</rdf:li></rdf:Bag></dc:language>"),
    "no tab order": lambda doc: doc.pages()[0][1].pop("/Tabs"),
    "silent figure": lambda doc: first(doc, "/S", "/Figure").pop("/Alt"),
    "headless column": lambda doc: first(doc, "/S", "/TH").pop("/A"),
    "list without numbering": lambda doc: first(doc, "/S", "/L").pop("/A"),
    "skipped heading": lambda doc: first(doc, "/S", "/H2").update({"/S": "/H4"}),
    "invented element": lambda doc: first(doc, "/S", "/Sect").update({"/S": "/Foo"}),
    "silent link": lambda doc: first(doc, "/Subtype", "/Link").pop("/Contents"),
    "link that is not printed": lambda doc: first(doc, "/Subtype", "/Link").pop("/F"),
    "silent field": lambda doc: first(doc, "/Subtype", "/Widget").pop("/TU"),
    "movable field": lambda doc: first(doc, "/Subtype", "/Widget").update({"/F": 4}),
    "field outside": lambda doc: first(doc, "/Subtype", "/Widget").pop("/StructParent"),
    "field without look": lambda doc: first(doc, "/Subtype", "/Widget").pop("/AP"),
    "silent form": lambda doc: first(doc, "/S", "/Form").pop("/Alt"),
    "unreadable font": lambda doc: first(doc, "/Subtype", "/Type1").pop("/ToUnicode"),
    "font left out": lambda doc: first(doc, "/Subtype", "/Type1").pop("/FontDescriptor"),
    "lost parents": lambda doc: parents(doc).__setitem__(1, []),
    "shifted parents": lambda doc: parents(doc).__setitem__(1, list(reversed(doc.resolve(parents(doc)[1])))),
    "unmarked drawing": lambda doc: content(doc, lambda data: data + b"\n0 0 9 9 re f\n"),
    "mark without number": lambda doc: content(doc, lambda data: data.replace(b"<< /MCID 1 >> BDC", b"BMC", 1)),
    "marks in marks": lambda doc: content(doc, lambda data: b"/Artifact BMC\n" + data + b"\nEMC\n"),
    "artifact as text": lambda doc: content(doc, lambda data: data.replace(b"/Artifact BMC", b"/P << /MCID 99 >> BDC")),
}


def inside(doc):
    """The description of the file inside."""
    return first(doc, "/Type", "/Filespec")


def the_file(doc):
    return first(doc, "/Type", "/EmbeddedFile")


def other_file(doc):
    """Another twin than the metadata names, with a checksum and size that fit."""
    stream = next(thing["stream"] for thing in doc.objects.values()
                  if thing.get("stream", {}).get("dict", {}).get("/Type") == "/EmbeddedFile")
    data = b'{"other":1}'
    stream["data"] = base64.b64encode(data).decode("ascii")
    stream["dict"]["/Params"].update({"/Size": len(data), "/CheckSum": "b:" + hashlib.md5(data).hexdigest()})


# Of a document that holds its twin.
BROKEN_INSIDE = {
    UNBROKEN: lambda doc: None,
    "part 2 with a file inside": lambda doc: packet(doc, b"<pdfaid:part>3", b"<pdfaid:part>2"),
    "file that belongs to nothing": lambda doc: doc.root.pop("/AF"),
    "file that is not named": lambda doc: doc.get(doc.root, "/Names").pop("/EmbeddedFiles"),
    "file under another name": lambda doc: doc.get(doc.root, "/Names", "/EmbeddedFiles", "/Names").__setitem__(0, "u:x"),
    "file that is named twice": lambda doc: doc.get(doc.root, "/Names", "/EmbeddedFiles", "/Names").extend(
        doc.get(doc.root, "/Names", "/EmbeddedFiles", "/Names")[:]),
    "file without relation": lambda doc: inside(doc).pop("/AFRelationship"),
    "file with another relation": lambda doc: inside(doc).update({"/AFRelationship": "/Unspecified"}),
    "specification without type": lambda doc: inside(doc).update({"/Type": "/F"}),
    "file without name": lambda doc: inside(doc).pop("/UF"),
    "file with two names": lambda doc: inside(doc).update({"/UF": "u:other.json"}),
    "file without description": lambda doc: inside(doc).pop("/Desc"),
    "file for some readers": lambda doc: inside(doc)["/EF"].pop("/UF"),
    "file of no kind": lambda doc: the_file(doc).pop("/Subtype"),
    "file without time": lambda doc: the_file(doc)["/Params"].pop("/ModDate"),
    "file without size": lambda doc: the_file(doc)["/Params"].pop("/Size"),
    "file with another size": lambda doc: the_file(doc)["/Params"].update({"/Size": 1}),
    "file without checksum": lambda doc: the_file(doc)["/Params"].pop("/CheckSum"),
    "another file than is named": other_file,
}


# Of a document in two languages.
BROKEN_TWO = {
    UNBROKEN: lambda doc: None,
    "second language that is not named": lambda doc: packet(doc, b"<rdf:li>zh-CN</rdf:li>", b""),
    "second language that is named first": lambda doc: packet(
        doc, b"<rdf:li>sv</rdf:li>\n<rdf:li>zh-CN</rdf:li>", b"<rdf:li>zh-CN</rdf:li><rdf:li>sv</rdf:li>"),
}


class Tap:
    def __init__(self):
        self.number = 0

    def say(self, good, name, notes=()):
        self.number += 1
        print(f"{'ok' if good else 'not ok'} {self.number} {name}", flush=True)
        if not good:
            print("\n".join(f"# {note}" for note in notes))


def check_whole(tap, path):
    found = faults(Document(path))
    tap.say(not found, f"{path.name} follows the rules", found[:20])


def check_broken(tap, folder, name, break_it, source):
    doc = Document(folder / source)
    break_it(doc)
    (folder / "broken.json").write_text(json.dumps(doc.json), encoding="utf-8")
    subprocess.run(["qpdf", "--json-input", str(folder / "broken.json"), str(folder / "broken.pdf")], check=True)
    found = faults(Document(folder / "broken.pdf"))
    tap.say(bool(found) == (name != UNBROKEN), f"{name} is found" if name != UNBROKEN else name, found)


def main():
    make_signed, cli, source = sys.argv[1:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([make_signed, name], check=True)
        for document in (*WHOLE, *(f"five-{count}" for count in range(1, 6))):
            if (folder / f"{document}.pdf").exists():
                check_whole(tap, folder / f"{document}.pdf")
        for case, language in CASES:
            out = folder / f"{case}-{language}.pdf"
            subprocess.run([cli, "record", f"{source}/tests/data/cases/{case}.json", "-o", str(out),
                            "--language", language], check=True, stdout=subprocess.DEVNULL)
            check_whole(tap, out)
        for name_of, break_it in BROKEN.items():
            check_broken(tap, folder, name_of, break_it, "unsigned.pdf")
        for name_of, break_it in BROKEN_INSIDE.items():
            check_broken(tap, folder, name_of, break_it, "attached.pdf")
        for name_of, break_it in BROKEN_TWO.items():
            check_broken(tap, folder, name_of, break_it, "gps-alarm-sv,zh.pdf")
    print(f"1..{tap.number}")


main()
