#!/usr/bin/env python3
"""Checks the guide in help/: help.py [TREE].

Each language has all pages, with the same sections in the same order, and the program has each of them
among its resources. The pages use only the elements of Mallard that the program's own reader knows
(src/ui/help/). Links lead somewhere and every page can be reached. What is written as <gui> is what the
program says in that language; the page of keys has every key of the program's table; the words that the
glossary forbids stand nowhere. Yelp's own judges (xmllint, yelp-check) are asked too where they are
installed; --with-yelp makes it a fault when they are not."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree_of
from pathlib import Path

import glossary

LANGUAGES = {"C": "en", "sv": "sv", "zh_CN": "zh"}
MALLARD = "{http://projectmallard.org/1.0/}"
INSIDE = {"em", "gui", "guiseq", "key", "keyseq", "cmd", "file", "code", "link"}
# Which elements may stand in which.
MAY_HOLD = {
    "page": {"info", "title", "p", "list", "steps", "terms", "note", "section"},
    "section": {"info", "title", "p", "list", "steps", "terms", "note"},
    "info": {"link", "desc", "title"}, "desc": INSIDE, "title": INSIDE, "p": INSIDE,
    "list": {"item"}, "steps": {"item"}, "terms": {"item"}, "item": {"title", "p"}, "note": {"p"},
    "link": INSIDE - {"link"}, "guiseq": {"gui"}, "keyseq": {"key"},
}
SHORTCUT = re.compile(r'\{ "([^"]+)", "([^"]+)",\s*N_ \("((?:[^"\\]|\\.)*)"\)')
STRINGS = re.compile(r'(msgctxt|msgid|msgstr)(?:_plural)?(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)')
KEY_NAMES = {"Control": "Ctrl", "Return": "Enter", "plus": "+", "minus": "-", "comma": ",", "question": "?"}
KEYS_OF = {
    "C": {}, "sv": {"Shift": "Skift", "Return": "Retur", "Left": "Vänsterpil"}, "zh_CN": {"Left": "左方向键"},
}
HAN = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"


def name_of(element):
    return element.tag.removeprefix(MALLARD)


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def bare(text):
    """As it stands on the screen, without the letter of a mnemonic and without the dots at its end."""
    text = re.sub(r"\(_.\)", "", text).replace("_", "")
    return re.sub(r"\s*…$", "", text).strip()


def entries(po):
    """(English, translation) of a .po file."""
    english, kinds = None, []
    for kind, quoted in STRINGS.findall(po.read_text(encoding="utf-8")):
        value = json.loads('"' + "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)) + '"')
        if kind == "msgid":
            english = value if not kinds or kinds[-1] != "msgid" else english
        elif kind == "msgstr" and value:
            yield english, value
        kinds.append(kind)


def said_in_c(tree, language):
    """What stands in tables of three languages in C: the wall, the sitting, the acknowledgement."""
    place = ("sv", "en", "zh").index(language)
    for path in sorted((tree / "src" / "ui").rglob("*-words.c")):
        for found in glossary.IN_C.finditer(path.read_text(encoding="utf-8")):
            yield "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(2 + place)))


def interface(tree, folder):
    """All that the program says in the language, and the way from English to it."""
    others = [tree / "po" / f"{name}.po" for name in LANGUAGES if name != "C"]
    translated = {english: value for po in others if po.stem == folder for english, value in entries(po)}
    if folder == "C":
        translated = {english: english for english, _ in entries(others[0])}
    return {bare(text) for text in [*translated.values(), *said_in_c(tree, LANGUAGES[folder])]}, translated


def read(path):
    try:
        return tree_of.parse(path).getroot(), ""
    except tree_of.ParseError as error:
        return None, str(error)


def outline(root):
    return [section.get("id") for section in root.iter(f"{MALLARD}section")]


def faults_of_form(root):
    for element in root.iter():
        name = name_of(element)
        for child in element:
            if name_of(child) not in MAY_HOLD.get(name, set()):
                yield f"<{name_of(child)}> in <{name}> is more than the program's reader knows"
        if name in ("item", "note") and len(element.findall(f"{MALLARD}p")) != 1:
            yield f"each <{name}> has one <p>"
        if name == "section" and not element.get("id"):
            yield "a <section> has no id"


def faults_of_links(root, pages):
    for link in root.iter(f"{MALLARD}link"):
        page, _, section = (link.get("xref") or "").partition("#")
        if page not in pages or section and section not in outline(pages[page]):
            yield f"the link “{link.get('xref')}” leads nowhere"


def faults_of_words(root, folder, said, banned):
    for gui in root.iter(f"{MALLARD}gui"):
        if bare(words_of(gui)) not in said:
            yield f"the program does not say “{words_of(gui)}”"
    for element in root.iter():
        if name_of(element) not in ("p", "title", "desc"):
            continue
        text = words_of(element)
        for term, word in banned.read(text)[2]:
            yield f"“{word}” must not be used ({term}): “{text[:60]}”"
        if folder == "zh_CN" and re.search(rf"{HAN} {HAN}", text):
            yield f"a blank between Chinese letters: “{text[:60]}”"


def key_words(accelerator, folder):
    names = {**KEY_NAMES, **KEYS_OF[folder]}
    parts = re.findall(r"<(\w+)>", accelerator) + [re.sub(r"<\w+>", "", accelerator)]
    return [names.get(part, part.upper() if len(part) == 1 else part) for part in parts]


def faults_of_keys(tree, root, folder, translated):
    """The first key of each line of the program's table, with what it does."""
    there = {(tuple(words_of(key) for key in item[0].iter(f"{MALLARD}key")), words_of(item[1]))
             for item in root.iter(f"{MALLARD}item") if len(item) == 2}
    table = (tree / "src/ui/common/eup-shortcuts.c").read_text(encoding="utf-8")
    for _, keys, title in SHORTCUT.findall(table):
        wanted = tuple(key_words(keys.split()[0], folder)), translated.get(title, title)
        if wanted not in there:
            yield f"the key {'+'.join(wanted[0])} is missing: “{wanted[1]}”"


def faults_of_language(tree, folder, everywhere, banned):
    files = {path.stem: path for path in sorted((tree / "help" / folder).glob("*.page"))}
    read_in = {name: read(path) for name, path in files.items()}
    pages = {name: root for name, (root, _) in read_in.items() if root is not None}
    said, translated = interface(tree, folder)
    resources = (tree / "help/euphoria-help.gresource.xml").read_text(encoding="utf-8")
    for name in sorted(everywhere - set(files)):
        yield f"help/{folder}/{name}.page is missing"
    if "index" in pages:
        topics = {link.get("xref") for link in pages["index"].iter(f"{MALLARD}link") if link.get("type") == "topic"}
        for name in sorted(set(pages) - topics - {"index"}):
            yield f"help/{folder}/index.page does not lead to {name}"
    for name, (root, wrong) in read_in.items():
        where = f"help/{folder}/{name}.page"
        if root is None:
            yield f"{where}: {wrong}"
            continue
        if f">{folder}/{name}.page<" not in resources:
            yield f"{where} is not in help/euphoria-help.gresource.xml"
        if root.get("id") != name:
            yield f"{where}: its id is “{root.get('id')}”"
        faults = [*faults_of_form(root), *faults_of_links(root, pages), *faults_of_words(root, folder, said, banned)]
        if name == "keyboard":
            faults += faults_of_keys(tree, root, folder, translated)
        yield from (f"{where}: {fault}" for fault in faults)


def faults_between(tree):
    english = {path.stem: read(path)[0] for path in (tree / "help/C").glob("*.page")}
    for folder in LANGUAGES:
        for path in sorted((tree / "help" / folder).glob("*.page")):
            root, first = read(path)[0], english.get(path.stem)
            if root is not None and first is not None and outline(root) != outline(first):
                yield f"help/{folder}/{path.name}: other sections than in English: {outline(root)}, {outline(first)}"


def faults_by_yelp(tree, strict):
    for tool in ("xmllint", "yelp-check"):
        if not shutil.which(tool):
            if strict:
                yield f"{tool} is not there"
            return
    for folder in LANGUAGES:
        files = sorted(str(path) for path in (tree / "help" / folder).glob("*.page"))
        for command in (["xmllint", "--noout", "--nonet"], ["yelp-check", "validate"], ["yelp-check", "links"],
                        ["yelp-check", "ids"], ["yelp-check", "orphans"]):
            done = subprocess.run([*command, *files], capture_output=True, text=True)
            said = (done.stdout + done.stderr).strip()
            if done.returncode or said:
                yield f"{' '.join(command)} on help/{folder}: {said[:600]}"


def main():
    arguments = [word for word in sys.argv[1:] if word != "--with-yelp"]
    tree = Path(arguments[0] if arguments else ".").resolve()
    terms = json.loads((tree / "data/glossary/glossary.json").read_text(encoding="utf-8"))
    everywhere = {path.stem for folder in LANGUAGES for path in (tree / "help" / folder).glob("*.page")}
    faults = [] if everywhere else ["there is no page in help/"]
    for folder, language in LANGUAGES.items():
        faults += faults_of_language(tree, folder, everywhere, glossary.Words(terms, language))
    faults += faults_between(tree)
    if not faults:
        faults += faults_by_yelp(tree, "--with-yelp" in sys.argv[1:])
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
