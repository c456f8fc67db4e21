"""Rules of PDF/A-2a and 3a (ISO 19005-2 and 3) and PDF/UA-1 (ISO 14289-1) that can be checked without a library.

Debian has no validator for them. faults (DOCUMENT) lists what breaks a rule, in words; nothing is
found where nothing is wrong. The document comes from qpdf's JSON, so that broken variants can be made
by changing a value.
"""

import base64
import hashlib
import json
import re
import subprocess
import xml.etree.ElementTree as ET

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}
STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby
    Warichu Figure Formula Form""".split())
FORBIDDEN = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Rendition", "/GoToE"}
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.pdfa.org/ns/pdfua/id/",
    "euphoria": "https://euphoria-care.github.io/ns/record/1.0/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
}
TOKEN = re.compile(rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/%]*|"
                   rb"[\[\]]|[^\s<>\[\]()/%]+", re.S)


class Document:
    """Objects by their reference, with streams unpacked."""

    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                               "--decode-level=generalized", str(path)], capture_output=True, check=False)
        if done.returncode != 0:
            raise ValueError(done.stderr.decode("utf-8", "replace"))
        self.json = json.loads(done.stdout)

    @property
    def objects(self):
        return self.json["qpdf"][1]

    @property
    def trailer(self):
        return self.objects["trailer"]["value"]

    @property
    def root(self):
        return self.get(self.trailer, "/Root")

    def resolve(self, value):
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            thing = self.objects.get("obj:" + value, {})
            return thing["stream"]["dict"] if "stream" in thing else thing.get("value")
        return value

    def get(self, owner, *keys):
        for key in keys:
            owner = owner.get(key) if isinstance(owner, dict) else None
            owner = self.resolve(owner)
        return owner

    def listed(self, owner, key):
        value = self.get(owner, key)
        if value is None:
            return []
        return value if isinstance(value, list) else [owner[key]]

    def stream(self, reference):
        data = self.objects.get(f"obj:{reference}", {}).get("stream", {}).get("data")
        return base64.b64decode(data) if data is not None else None

    def dictionaries(self):
        """Every dictionary in the document, wherever it stands."""
        waiting = [thing["stream"]["dict"] if "stream" in thing else thing["value"]
                   for thing in self.objects.values()]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                yield value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)

    def pages(self):
        def below(reference):
            node = self.resolve(reference)
            if node.get("/Type") == "/Page":
                yield reference, node
            for kid in self.listed(node, "/Kids"):
                yield from below(kid)
        return list(below(self.root["/Pages"]))


def text(value):
    return value[2:] if isinstance(value, str) and value.startswith("u:") else None


def catalog(doc):
    root = doc.root
    if not text(root.get("/Lang")):
        yield "the document has no language"
    if doc.get(root, "/MarkInfo", "/Marked") is not True:
        yield "the document is not marked as tagged"
    if doc.get(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "the title bar would show the file name"
    if len(doc.trailer.get("/ID", [])) != 2:
        yield "the file has no ID"
    if "/Encrypt" in doc.trailer:
        yield "the file is encrypted"
    intents = [doc.resolve(intent) for intent in doc.listed(root, "/OutputIntents")]
    profiles = [doc.stream(intent.get("/DestOutputProfile")) for intent in intents
                if intent.get("/S") == "/GTS_PDFA1"]
    if len(profiles) != 1 or not profiles[0] or profiles[0][36:40] != b"acsp":
        yield "there is not just one colour profile for the document"


def embedded(doc):
    """References to the files inside, wherever they hang."""
    return [key[4:] for key, thing in doc.objects.items()
            if thing.get("stream", {}).get("dict", {}).get("/Type") == "/EmbeddedFile"]


def specification_faults(doc, one):
    specification = doc.resolve(one) or {}
    if specification.get("/Type") != "/Filespec":
        yield "what belongs to the document is no file"
    if specification.get("/AFRelationship") != "/Data":
        yield "a file inside does not say how it belongs to the document"
    name = text(specification.get("/F"))
    if not name or name != text(specification.get("/UF")):
        yield "a file inside has no name, or two"
    if not text(specification.get("/Desc")):
        yield "a file inside is not described"
    files = doc.get(specification, "/EF") or {}
    if not files.get("/F") or files.get("/F") != files.get("/UF"):
        yield "a file inside is not the same for every reader"
    file, data = doc.get(files, "/F") or {}, doc.stream(files.get("/F")) or b""
    if file.get("/Type") != "/EmbeddedFile" or file.get("/Subtype") != "/application/json":
        yield "a file inside does not say what it is"
    parameters = doc.get(file, "/Params") or {}
    if parameters.get("/Size") != len(data):
        yield "a file inside does not say how long it is"
    if not re.fullmatch(r"u:D:\d{14}[+-]\d\d'\d\d'", parameters.get("/ModDate") or ""):
        yield "a file inside does not say when it was made"
    if (parameters.get("/CheckSum") or "").lower() != "b:" + hashlib.md5(data).hexdigest():
        yield "a file inside has another checksum"


def attachments(doc):
    """Part 2 has no files inside; in part 3 each is named, and says how it belongs to the document."""
    belonging = doc.listed(doc.root, "/AF")
    named = doc.listed(doc.get(doc.root, "/Names", "/EmbeddedFiles") or {}, "/Names")
    if len(embedded(doc)) != len(belonging) or named[1::2] != belonging:
        yield f"{len(embedded(doc))} files inside, {len(named) // 2} named, {len(belonging)} belong to the document"
    if [text(name) for name in named[::2]] != [text((doc.resolve(one) or {}).get("/F")) for one in belonging]:
        yield "a file inside is named otherwise than it is called"
    for one in belonging:
        yield from specification_faults(doc, one)


def spoken(doc):
    """Languages in which headings, or whole sections, are said beside the document's own."""
    waiting, found = [(one, False) for one in doc.listed(doc.get(doc.root, "/StructTreeRoot") or {}, "/K")], set()
    while waiting:
        reference, counts = waiting.pop()
        element = doc.resolve(reference)
        if not isinstance(element, dict) or "/S" not in element:
            continue
        counts = counts or bool(re.fullmatch("/H[1-6]", element["/S"]))
        if text(element.get("/Lang")) and (counts or element["/S"] == "/Sect"):
            found.add(text(element["/Lang"]))
        waiting += [(kid, counts) for kid in doc.listed(element, "/K")]
    return found - {text(doc.root.get("/Lang"))}


def language_faults(doc, tree):
    """The metadata names the document's language first, then each other one in which the form speaks."""
    named = [(one.text or "").strip() for one in tree.findall(".//dc:language/rdf:Bag/rdf:li", NAMESPACES)]
    if named[:1] != [text(doc.root.get("/Lang"))] or set(named[1:]) != spoken(doc) or len(set(named)) != len(named):
        yield f"the metadata names the languages {named}, the document speaks {text(doc.root.get('/Lang'))}, {spoken(doc)}"


def metadata(doc):
    packet = doc.stream(doc.root.get("/Metadata"))
    if packet is None:
        yield "there is no metadata"
        return
    tree = ET.fromstring(packet.decode("utf-8"))

    def say(path):
        found = tree.find(".//" + path, NAMESPACES)
        return None if found is None else "".join(found.itertext()).strip()

    yield from language_faults(doc, tree)
    for path, expected in (("pdfaid:part", "3" if embedded(doc) else "2"), ("pdfaid:conformance", "A"),
                           ("pdfuaid:part", "1")):
        if say(path) != expected:
            yield f"the metadata says {path} {say(path)}, not {expected}"
    for reference in embedded(doc):
        digest = hashlib.sha256(doc.stream(reference) or b"").hexdigest()
        if digest != say("euphoria:twinDigest"):
            yield f"the metadata says twinDigest {say('euphoria:twinDigest')}, the file inside has {digest}"
    info = doc.get(doc.trailer, "/Info") or {}
    same = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description",
            "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
    for key, path in same.items():
        if not text(info.get(key)) or text(info.get(key)) != say(path):
            yield f"{key} is not what the metadata says"
    for key, path in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        date = re.sub(r"\D", "", text(info.get(key)) or "")
        if not date or date != re.sub(r"\D", "", say(path) or "").replace("Z", ""):
            yield f"{key} is not the time that the metadata says"
    known = {element.text for element in tree.iter("{%s}name" % NAMESPACES["property"])}
    for element in tree.iter():
        if "euphoria-care" in element.tag and element.tag.split("}")[1] not in known:
            yield f"{element.tag.split('}')[1]} is not in the schema of the metadata"


def fonts(doc):
    for thing in doc.dictionaries():
        subtype = thing.get("/Subtype")
        if thing.get("/Type") == "/Font":
            name = thing.get("/BaseFont")
            if subtype in ("/Type0", "/Type1", "/TrueType") and "/ToUnicode" not in thing:
                yield f"the text in {name} can't be read"
            descriptor = doc.get(thing, "/FontDescriptor") or {}
            if subtype != "/Type0" and not any(key.startswith("/FontFile") for key in descriptor):
                yield f"{name} is not embedded"
            if subtype == "/CIDFontType2" and "/CIDToGIDMap" not in thing:
                yield f"{name} does not say how its glyphs are found"
        if subtype == "/Image" and thing.get("/Interpolate"):
            yield "an image asks to be smoothed"
        if thing.get("/S") in FORBIDDEN or "/JS" in thing or "/AA" in thing:
            yield "the document does something by itself"
    if "/OpenAction" in doc.root:
        yield "the document does something when it is opened"


def parent_tree(doc):
    numbers = doc.get(doc.root, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return dict(zip(numbers[::2], numbers[1::2]))


def annotations(doc):
    parents = parent_tree(doc)
    for number, (_reference, page) in enumerate(doc.pages(), 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: the tab key does not follow the structure"
        for reference in doc.listed(page, "/Annots"):
            thing = doc.resolve(reference)
            kind = thing.get("/Subtype")
            element = doc.resolve(parents.get(thing.get("/StructParent"))) or {}
            wanted = {"/Link": "/Link", "/Widget": "/Form"}.get(kind)
            inside = [doc.resolve(kid) for kid in doc.listed(element, "/K")]
            if element.get("/S") != wanted or not any(
                    isinstance(kid, dict) and kid.get("/Obj") == reference for kid in inside):
                yield f"page {number}: {kind} is not in the structure"
            if thing.get("/F") != (132 if kind == "/Widget" else 4):
                yield f"page {number}: {kind} would not be printed as it is"
            if not text(thing.get("/TU" if kind == "/Widget" else "/Contents")):
                yield f"page {number}: {kind} says nothing to a screen reader"
            if kind == "/Widget" and list(doc.get(thing, "/AP") or {}) != ["/N"]:
                yield f"page {number}: a field has no look of its own"


def structure(doc):
    last_heading = 0

    def attribute(element, key):
        for dictionary in doc.listed(element, "/A"):
            if key in (doc.resolve(dictionary) or {}):
                return True
        return False

    waiting = list(reversed(doc.listed(doc.get(doc.root, "/StructTreeRoot") or {}, "/K")))
    if len(waiting) != 1:
        yield "the structure has not just one root"
    while waiting:
        element = doc.resolve(waiting.pop())
        if not isinstance(element, dict) or "/S" not in element:
            continue
        kind = element["/S"][1:]
        if kind not in STANDARD:
            yield f"{kind} is no standard element"
        if kind in ("Figure", "Formula", "Form") and not text(element.get("/Alt")):
            yield f"a {kind} has no words for those who can't see it"
        if kind == "TH" and not attribute(element, "/Scope"):
            yield "a TH does not say what it heads"
        if kind == "L" and not attribute(element, "/ListNumbering"):
            yield "a list does not say how it is numbered"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > last_heading + 1:
                yield f"{kind} follows a heading of level {last_heading}"
            last_heading = int(kind[1])
        waiting.extend(reversed(doc.listed(element, "/K")))


def marks(content):
    """What each painting operator stands in: the MCIDs and artifacts around it."""
    stack, operands = [], []
    for token in TOKEN.findall(content):
        word = token.decode("latin-1")
        if word in ("BDC", "BMC"):
            line = " ".join(operands)
            found = re.search(r"/MCID (\d+)", line)
            stack.append(int(found.group(1)) if found else "artifact" if "/Artifact" in operands else None)
            operands = []
        elif word == "EMC":
            stack.pop()
            operands = []
        elif word in PAINTING:
            yield [mark for mark in stack if mark is not None]
            operands = []
        elif re.fullmatch(r"[A-Za-z'\"*]+[01*]?", word) and word not in ("true", "false", "null"):
            operands = []
        else:
            operands.append(word)


def contents(doc):
    parents = parent_tree(doc)
    for number, (reference, page) in enumerate(doc.pages(), 1):
        data = b"\n".join(doc.stream(part) or b"" for part in doc.listed(page, "/Contents"))
        elements = doc.resolve(parents.get(page.get("/StructParents"))) or []
        used = set()
        for around in marks(data):
            if len(around) != 1:
                yield f"page {number}: something is drawn in {len(around)} marks, not in one"
                break
            used.update(mark for mark in around if mark != "artifact")
        for mcid in sorted(used):
            element = doc.resolve(elements[mcid]) if mcid < len(elements) else None
            own = doc.listed(element or {}, "/K")
            kids = [kid if isinstance(kid, int) else doc.get({"/": kid}, "/", "/MCID") for kid in own]
            if mcid not in kids:
                yield f"page {number}: content {mcid} is not in the structure"
        if not used and not elements:
            yield f"page {number}: nothing on it is in the structure"


def faults(doc):
    """What breaks a rule, in words."""
    found = []
    for rule in (catalog, metadata, attachments, fonts, annotations, structure, contents):
        found += rule(doc)
    return found
