"""What a text may look like: its languages, its placeholders, how long it is and how hard to read."""

import re

LANGUAGES = ("sv", "en", "zh")
# The most that a text may hold: words in Swedish and English, characters in Chinese.
QUESTION = {"sv": 20, "en": 20, "zh": 40}
RESIDENT = {"sv": 12, "en": 12, "zh": 28}
TITLE = {"sv": 3, "en": 3, "zh": 8}
LABEL = {"sv": 16, "en": 18, "zh": 34}
CHOICE = {"sv": 9, "en": 10, "zh": 18}
CONSENT = {"sv": 30, "en": 34, "zh": 60}
MISSING = {"sv": 32, "en": 36, "zh": 60}
ACTION = {"sv": 6, "en": 7, "zh": 12}
LONGEST_LIX = 30
JARGON = range(20, 41)

NAMES = {"{person}": {"sv": "Anna", "en": "Anna", "zh": "安娜"}, "{other}": {"sv": "Per", "en": "Per", "zh": "佩尔"}}
PLACEHOLDERS = {"person", "technology"}
GIVEN_BY_OTHERS = ("resident-about-each", "cohabitant")


class Faults(list):
    """The faults in the order they were found, each once."""

    def add(self, where, what):
        line = f"{where}: {what}"
        if line not in self:
            self.append(line)


def words(text):
    return re.findall(r"[\w’'-]*\w", text)


def lix(text):
    """Words a sentence, and the share of words above six letters: below 30 is easy to read."""
    all_words = words(text)
    sentences = len(re.findall(r"[.!?…]+", text)) or 1
    long_words = sum(1 for word in all_words if len(word) > 6)
    return len(all_words) / sentences + 100 * long_words / len(all_words)


def length(text, language):
    return len(text) if language == "zh" else len(words(text))


def fill(text, language, technology):
    for name, alias in NAMES.items():
        text = text.replace(name, alias[language])
    return text.replace("{technology}", technology["definite"][language])


def is_text(value):
    return (isinstance(value, dict) and bool(value) and all(key in LANGUAGES for key in value)
            and all(isinstance(part, str) for part in value.values()))


def check_text(faults, where, value, placeholders):
    for language in LANGUAGES:
        text, place = value.get(language, ""), f"{where}/{language}"
        if not text.strip():
            faults.add(place, "is missing")
        if text != text.strip() or "  " in text:
            faults.add(place, f"has spaces that don't belong: “{text}”")
        for name in re.findall(r"\{(.*?)\}", text):
            if name not in placeholders:
                faults.add(place, f"there is no placeholder {{{name}}}")
        if language != "zh" and re.search(r"(^|[.!?:”] )\{technology\}", text):
            faults.add(place, f"begins a sentence with a name in small letters: “{text}”")
        if re.search(r"\{\w+\}s\b", text):
            faults.add(place, f"puts an s at a name that may end in one: “{text}”")


def check_every_text(faults, where, value, placeholders=frozenset(PLACEHOLDERS)):
    """Every text has all languages, placeholders of its place and no space at its ends."""
    if is_text(value):
        check_text(faults, where, value, placeholders)
    elif isinstance(value, dict):
        for key, part in value.items():
            more = set()
            if key == "sentence":
                more = {"date"}
            elif key == "question" and value.get("of") in GIVEN_BY_OTHERS:
                more = {"other"}
            check_every_text(faults, f"{where}/{key}", part, placeholders | more)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            name = part.get("id", index) if isinstance(part, dict) else index
            check_every_text(faults, f"{where}/{name}", part, placeholders)


def check_limit(faults, where, text, limits, technologies):
    """Counts with the placeholders filled in, for each technology."""
    for technology in technologies:
        for language in LANGUAGES:
            filled = fill(text[language], language, technology)
            if length(filled, language) > limits[language]:
                faults.add(f"{where}/{language}", f"more than {limits[language]}: “{filled}”")


def check_easy(faults, where, text, technologies):
    for technology in technologies:
        filled = fill(text["sv"], "sv", technology)
        if lix(filled) > LONGEST_LIX:
            faults.add(f"{where}/sv", f"LIX {lix(filled):.0f}, more than {LONGEST_LIX}: “{filled}”")


def check_plain(faults, where, text, jargon):
    """The resident is not asked in the words of the profession."""
    for language in LANGUAGES:
        for word in jargon.get(language, []):
            if word in text[language].lower():
                faults.add(f"{where}/{language}", f"has the profession's word “{word}”")


def check_unique(faults, where, things):
    seen = set()
    for thing in things:
        if thing["id"] in seen:
            faults.add(where, f"the id “{thing['id']}” is there twice")
        seen.add(thing["id"])
    return seen
