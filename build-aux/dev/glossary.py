#!/usr/bin/env python3
"""Holds every text against the locked words of data/glossary/glossary.json: glossary.py [TREE].

Where a locked word stands in one language of a text, its counterpart stands in the others too, and
the words that must not be used stand nowhere. Read are the methods, the catalogue, rule packs
and additions, the record's words, the interface (the English of po/*.po beside its translations) and what the wall says, which
stands in C as { "svenska", "English", "中文" }. Longer words win: where 安全感 stands, 安全 does not. Words that a language lacks altogether are for translations.py."""

import ast
import json
import re
import sys
from pathlib import Path

LANGUAGES = ("sv", "en", "zh")
FOLDERS = ("data/methods", "data/catalogue", "data/rules", "data/additions", "data/words")
PO = {"sv": "po/sv.po", "zh": "po/zh_CN.po"}
STRING = r'((?:\s*"(?:[^"\\\n]|\\.)*")+)'
IN_C = re.compile(rf"\[(\w+)\] = \{{{STRING},{STRING},{STRING},?\s*\}}")


def plain(text):
    """Without soft hyphens, with the straight apostrophe, in small letters."""
    return text.replace("\u00ad", "").replace("’", "'").lower()


class Words:
    """The words of one language, to be found longest first; each knows its terms."""

    def __init__(self, glossary, language):
        self.language, self.owners, self.banned = language, {}, {}
        for term in glossary["terms"]:
            entry = term[language]
            for kind in ("forms", "also"):
                for word in entry.get(kind, []):
                    self.owners.setdefault(plain(word), []).append((term["id"], kind))
            for word in entry.get("chance", []):
                self.owners.setdefault(plain(word), [])
            self.banned.update({plain(word): term["id"] for word in entry.get("never", [])})
        every = sorted({*self.owners, *self.banned}, key=len, reverse=True)
        parts = "|".join(re.escape(word) for word in every)
        self.pattern = re.compile(parts if language == "zh" else rf"(?<!\w)(?:{parts})(?!\w)")

    def read(self, text):
        """What stands in the text: {term: word} that ask, terms that are answered, [(term, word)] banned."""
        asking, answered, banned = {}, set(), []
        for word in self.pattern.findall(plain(text)):
            if word in self.banned:
                banned.append((self.banned[word], word))
            for term, kind in self.owners.get(word, []):
                answered.add(term)
                if kind == "forms":
                    asking.setdefault(term, word)
        return asking, answered, banned


def faults_of_text(texts, words, glossary):
    """(term, language, words that say what is wrong) for the languages of one text."""
    read = {language: words[language].read(text) for language, text in texts.items() if text}
    names = {term["id"]: term for term in glossary["terms"]}
    for language, (_, _, banned) in read.items():
        for term, word in banned:
            yield term, language, f"{language} has “{word}”; the word is “{names[term][language]['term']}”"
    for term in names:
        asker = next((language for language in LANGUAGES if language in read and term in read[language][0]), None)
        for language in read if asker else ():
            if term not in read[language][1]:
                yield (term, language, f"{asker} has “{read[asker][0][term]}”, but {language} has not "
                       f"“{names[term][language]['term']}”")


def texts_of_json(value, where=""):
    """(JSON path, {language: text}) of every text below; a thing with an id is called by it."""
    if isinstance(value, dict):
        if value and all(key in LANGUAGES and isinstance(part, str) for key, part in value.items()):
            yield where, value
            return
        for key, part in value.items():
            yield from texts_of_json(part, f"{where}/{key}")
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts_of_json(part, f"{where}/{part.get('id', index) if isinstance(part, dict) else index}")


def unquoted(text):
    """What the strings of C or of a po file say, joined."""
    return "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', text))


def texts_of_po(path):
    """{(context, English): translation}; fuzzy and obsolete entries are not there, forms are joined."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        if re.search(r"^#,.*\bfuzzy\b", block, re.M):
            continue
        parts = {}
        for key, text in re.findall(r'^(msg\w+(?:\[\d\])?)((?:\s*"(?:[^"\\]|\\.)*")+)', block, re.M):
            parts[key] = unquoted(text)
        english = [parts[key] for key in ("msgid", "msgid_plural") if parts.get(key)]
        translated = [text for key, text in parts.items() if key.startswith("msgstr") and text]
        if english:
            yield (parts.get("msgctxt", ""), " / ".join(english)), " / ".join(translated)


def texts_of_tree(tree):
    """(file, place, {language: text}) of everything that exists in several languages."""
    for folder in FOLDERS:
        for path in sorted((tree / folder).glob("*.json")):
            for where, texts in texts_of_json(json.loads(path.read_text(encoding="utf-8"))):
                yield str(path.relative_to(tree)), where, texts
    for path in sorted((tree / "src").rglob("*.c")):
        for name, *texts in IN_C.findall(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(tree)), name, dict(zip(LANGUAGES, map(unquoted, texts)))
    interface = {}
    for language, name in PO.items():
        for (context, english), translated in texts_of_po(tree / name):
            texts = interface.setdefault((context, english), {"en": english})
            texts[language] = translated
    for (_, english), texts in interface.items():
        # An underscore is the key of a menu, not a letter of the word.
        yield "po", english, {language: re.sub(r"_(?=\w)", "", text) for language, text in texts.items()}


def main():
    tree = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    glossary = json.loads((tree / "data/glossary/glossary.json").read_text(encoding="utf-8"))
    words = {language: Words(glossary, language) for language in LANGUAGES}
    excused = {(one["file"], one["where"], one["term"], one["language"]) for one in glossary["exceptions"]}
    faults, used, seen = [], set(), 0
    for name, where, texts in texts_of_tree(tree):
        seen += 1
        for term, language, said in faults_of_text(texts, words, glossary):
            key = (name, where, term, language)
            if key in excused:
                used.add(key)
            else:
                faults.append(f"{name}: {where}: {term}: {said}: “{texts[language]}”")
    faults += [f"data/glossary/glossary.json: the exception {key} excuses nothing" for key in sorted(excused - used)]
    if not seen:
        faults.append("there is no text to check")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
