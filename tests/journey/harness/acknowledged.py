"""What the record says of those who acknowledged, read by tools of others: the words, the ink on the page, its picture."""

import json
import math
import re
import subprocess
import zlib
from pathlib import Path

from . import screen
from .euphoria import SOURCE
from .hand import NAME, SLIP, Box

POINT = 72  # to the inch
SHARPNESS = 200  # pixels to the inch of a picture of a page
WIDTHS = 18.3 * 2 / 25.4 * POINT, 84  # of a drawing on the page, and in a place that is sealed afterwards, in points
COLUMN, CELL = 113, 70  # the width of a column, and how far down what is printed under a drawing may reach
NEAR = 20  # units by which a line may lie beside the way of the hand: one of a hundred
ASIDE = 80  # units by which the whole drawing may: the accessible tree leaves some padding out of places
FIGURE = re.compile(rb"/Figure << /MCID \d+ >> BDC\n(?P<path>.*?)EMC", re.DOTALL)
SEALED = re.compile(rb"q 1 J 1 j [\d.]+ w [\d. ]+RG\n(?P<path>.*?)S Q", re.DOTALL)


def squeeze(text):
    return "".join(text.replace("\u00ad", "").split())


def words(key, language, **values):
    """A pattern of the record's words without spaces; what is not given may be anything short."""
    said = json.loads((SOURCE / "data" / "words" / "record.json").read_text(encoding="utf-8"))[key][language]
    parts = re.split(r"\{(\w+)\}", said)  # the odd ones are names of values
    return "".join(re.escape(squeeze(part)) if not at % 2 else re.escape(squeeze(values[part])) if part in values else ".{4,40}?"
                   for at, part in enumerate(parts))


def text_of(pdf, *options):
    return subprocess.run(["pdftotext", "-raw", *map(str, options), pdf, "-"], check=True, capture_output=True, text=True).stdout


def streams(pdf):
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", Path(pdf).read_bytes(), re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            yield stream


def drawings(pdf, pattern):
    """Each a list of strokes, each a list of points as they stand in the file: on a page counted from the top, in a
    place for a signature from below."""
    paths = [found["path"].split() for content in streams(pdf) for found in pattern.finditer(content)]
    return [strokes for strokes in map(read_path, paths) if strokes]


def read_path(tokens):
    strokes, numbers = [], []
    for token in tokens:
        if token == b"S":
            break
        try:
            numbers.append(float(token))
        except ValueError:
            if token == b"m":
                strokes.append([])
            if token in (b"m", b"l", b"c"):
                strokes[-1].append((numbers[-2], numbers[-1]))
            numbers = []
    return strokes


def distance(point, line):
    """How far a point lies from a line through several."""
    found = []
    for start, end in zip(line, line[1:]):
        way, to = (end[0] - start[0], end[1] - start[1]), (point[0] - start[0], point[1] - start[1])
        along = (way[0] * to[0] + way[1] * to[1]) / (way[0] ** 2 + way[1] ** 2 or 1)
        found.append(math.dist(to, [min(1, max(0, along)) * part for part in way]))
    return min(found, default=math.inf)


def where(strokes, unit):
    """Whether these are the hand's strokes and no others. unit: how much of their own measure a unit of the drawing is.
    Returns the place of the drawing's upper left corner, in the drawing's units."""
    assert len(strokes) == len(NAME), f"{len(strokes)} strokes are there, {len(NAME)} were left"
    left, top = strokes[0][0][0] / unit - NAME[0][0][0], strokes[0][0][1] / unit - NAME[0][0][1]
    for drawn, kept in zip(NAME, strokes):
        there = [(x / unit - left, y / unit - top) for x, y in kept]
        beside = [point for line, points in ((there, drawn), (drawn, there)) for point in points if distance(point, line) > NEAR]
        assert not beside, f"{drawn} was drawn, {there} is kept: {beside} lie beside"
    return left, top


def check_twin(case, writes, declines, witness):
    """The data beside the record: who answered what; the strokes lie where the hand was."""
    names = {person["id"]: person["name"] for person in case["people"]}
    noted = {names[one["id"]]: one for one in case["acknowledgements"]}
    assert {name: one["answer"] for name, one in noted.items()} == {writes["name"]: "drawn", declines["name"]: "declined"}, noted
    assert {one["witness"] for one in noted.values()} == {witness}, noted
    assert not noted[declines["name"]].get("drawing"), "who does not wish to has left strokes"
    strokes = [[tuple(map(int, point.split(","))) for point in stroke.split()] for stroke in noted[writes["name"]]["drawing"]]
    aside = where(strokes, 1)
    assert max(map(abs, aside)) <= ASIDE, f"the drawing lies {aside} beside where the hand was"


def check_words(pdf, writes, declines, witness, language):
    """The printed names and the words for what each of them did. Returns on which page."""
    written = squeeze(writes["name"]) + ".{0,80}?" + words("acknowledged-written", language, witness=witness)
    declined = (words("acknowledged-declined", language) + squeeze(declines["name"]) + ".{0,80}?" +
                words("acknowledged-with", language, witness=witness))
    pages = [squeeze(page) for page in text_of(pdf).split("\f")]
    found = [[number for number, page in enumerate(pages, 1) if re.search(said, page)] for said in (written, declined)]
    assert found[0] and found[0] == found[1], f"“{written}” stands on the pages {found[0]}, “{declined}” on {found[1]}"
    return found[0][0]


def check_page(pdf, page, writes, witness, language):
    """The ink stands above the printed name of who wrote it, and can be seen; what was taken back can't."""
    drawn = drawings(pdf, FIGURE)
    assert len(drawn) == 1, f"{len(drawn)} drawings are on the pages"
    picture = paint(pdf, page)
    unit = WIDTHS[0] / 2000
    left, top = where(drawn[0], unit)
    beneath = squeeze(text_of(pdf, "-f", page, "-l", page, "-x", round(left * unit), "-y", round((top + 1000) * unit),
                              "-W", COLUMN, "-H", CELL))
    said = re.escape(squeeze(writes["name"])) + ".{0,80}?" + words("acknowledged-written", language, witness=witness)
    assert re.match(said, beneath), f"beneath the ink stands {beneath}"
    scale = unit * SHARPNESS / POINT
    assert Box(left * scale, top * scale, 2000 * scale).missing(picture, NAME, SLIP) == ([], []), "the picture shows another drawing"


def paint(pdf, page):
    """A picture of a page."""
    made = subprocess.run(["pdftoppm", "-f", str(page), "-l", str(page), "-r", str(SHARPNESS), pdf], check=True, capture_output=True).stdout
    kind, width, height, most, rgb = re.match(rb"(P6)\s(\d+)\s(\d+)\s(\d+)\s(.*)", made, re.DOTALL).groups()
    return screen.Picture(int(width), int(height), rgb)


def check_sealed(pdf):
    """Who came afterwards: the ink of the place that was sealed for them."""
    sealed = drawings(pdf, SEALED)
    assert len(sealed) == 1, f"{len(sealed)} drawings were sealed afterwards"
    where([[(x, -y) for x, y in stroke] for stroke in sealed[0]], WIDTHS[1] / 2000)


def check(pdf, meeting):
    """All of it, of a saved record."""
    sample, (writes, declines, _) = meeting.sample, meeting.who_acknowledges()
    witness, language = sample.case["card"]["facilitator"], sample.language
    twin = json.loads(next(iter(Path(pdf).parent.glob("record*.json"))).read_text(encoding="utf-8"))
    check_twin(twin.get("case", twin), writes, declines, witness)
    page = check_words(pdf, writes, declines, witness, language)
    check_page(pdf, page, writes, witness, language)
    check_sealed(pdf)
