#!/usr/bin/env python3
"""Checks the translations: translations.py [TREE].

Every file with words for people stands in po/POTFILES.in and every line there is such a file; every
language of po/LINGUAS has all words of the sources as they are now, none fuzzy and none left over, and
its file is well made, so that the places for values agree too. No window joins pieces of a sentence by
itself: how they stand together, and with which marks, is for the translator to say. What is on the wall
asks for the wall's languages, never for the record's."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

MARKS = {
    ".c": re.compile(r'(?<![\w])(?:_|N_|C_|NC_|Q_|gettext|ngettext|dgettext|g_dgettext|g_dngettext|g_dpgettext2?) ?\('),
    ".blp": re.compile(r'(?<![\w])C?_\('),
    ".in": re.compile(r"^(?:Name|GenericName|Comment|Keywords)=|<(?:summary|p|name|caption|li|comment)>", re.M),
    ".xml": re.compile(r'l10n='),
}


def run(*command, cwd):
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)


def with_words(tree):
    """Files that hold words for people, as their paths stand in POTFILES.in."""
    for folder in ("src", "data"):
        for path in sorted((tree / folder).rglob("*")):
            name = path.name
            kind = ".xml" if name.endswith(".gschema.xml") else "" if path.suffix == ".xml" else path.suffix
            if kind not in MARKS or not path.is_file() or name.endswith(".service.in"):
                continue
            text = path.read_text(encoding="utf-8")
            if kind == ".c":
                text = re.sub(r"/\*.*?\*/|^\s*#\s*define[^\n]*", "", text, flags=re.S | re.M)
            if MARKS[kind].search(text):
                yield str(path.relative_to(tree))


CALL = re.compile(r"\b(?:g_strdup_printf|g_string_append_printf|g_string_printf|g_strconcat|g_strjoin) ?\(")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
# Two values with the marks of a sentence between them, or two words side by side.
JOINT = re.compile(r"%(?:\d\$)?s(?:[:,;.!?]+ ?| )%(?:\d\$)?s")


def inside(text, start):
    """What stands between the bracket at this place and its partner."""
    depth, at = 0, start
    for piece in re.finditer(r'"(?:[^"\\]|\\.)*"|[()]', text[start:]):
        depth += {"(": 1, ")": -1}.get(piece.group(), 0)
        at = start + piece.end()
        if depth == 0:
            break
    return text[start + 1:at - 1]


def joined(tree):
    """Sentences that are put together in C without a translator. The wall speaks two languages at once and
    has its own table (eup-wall-*.c); a line that ends with a new line is for comparing, not for reading."""
    for path in sorted((tree / "src" / "ui").rglob("*.c")):
        if path.name.startswith("eup-wall-"):
            continue
        text = path.read_text(encoding="utf-8")
        for call in CALL.finditer(text):
            words = inside(text, call.end() - 1)
            shape = LITERAL.search(words)
            marked = shape and re.search(r"\b(?:C?_|ngettext) ?\(", words[:shape.start()])
            if "printf" in call.group():
                wrong = shape and not marked and JOINT.search(shape.group()) and not shape.group().endswith('\\n"')
            else:
                wrong = re.search(r"\bC?_ ?\(", words)
            if wrong:
                line = text.count("\n", 0, call.start()) + 1
                yield f"{path.relative_to(tree)}:{line} joins words without a translator: use C_ () or one sentence"


def other_languages(tree):
    """The wall has languages of its own, chosen in one place (eup-wall-languages.c)."""
    for pattern in ("eup-wall-*.c", "eup-shared-*.c"):
        for path in sorted((tree / "src" / "ui").rglob(pattern)):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if re.search(r"\bcard->(?:second_|wall_)?language\b", line):
                    yield f"{path.relative_to(tree)}:{number} takes a language from the card: use eup_rules_wall_language ()"


def listed(tree, name):
    lines = (tree / "po" / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def template(tree, files, folder):
    """The words of the sources as they are now; Blueprint is read as C, whose marks it shares."""
    pot = folder / "euphoria.pot"
    plain = [name for name in files if not name.endswith(".blp")]
    prints = [name for name in files if name.endswith(".blp")]
    common = ["xgettext", "--from-code=UTF-8", "--add-comments", "-o", pot, "--keyword=_", "--keyword=N_",
              "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3",
              "--keyword=g_dgettext:2", "--keyword=g_dpgettext2:2c,3"]
    for some, more in ((plain, []), (prints, ["-L", "C"])):
        if not some:
            continue
        done = run(*common, *more, *(["-j"] if pot.exists() else []), *some, cwd=tree)
        if done.returncode:
            return None, done.stderr.strip()
    return pot, ""


def faults_of_language(tree, language, pot, folder):
    po = tree / "po" / f"{language}.po"
    if not po.exists():
        return [f"po/{language}.po is missing"]
    checked = run("msgfmt", "-c", "-o", "/dev/null", po, cwd=tree)
    faults = [f"po/{language}.po: {line}" for line in checked.stderr.splitlines()] if checked.returncode else []
    if pot is None:
        return faults
    merged = folder / f"{language}.po"
    done = run("msgmerge", "-q", "--no-fuzzy-matching", "-o", merged, po, pot, cwd=tree)
    if done.returncode:
        return faults + [f"po/{language}.po: {done.stderr.strip()}"]
    for kind, option in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy")):
        text = run("msgattrib", option, "--no-obsolete", "--no-wrap", merged, cwd=tree).stdout
        words = re.findall(r'^msgid "(.+)"$', text, re.M)
        faults += [f"po/{language}.po: {kind}: “{word}”" for word in words]
    left = re.findall(r'^#~ msgid "(.+)"$', po.read_text(encoding="utf-8"), re.M)
    faults += [f"po/{language}.po: left over: “{word}”" for word in left]
    return faults


def main():
    tree = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    there, wanted = listed(tree, "POTFILES.in"), list(with_words(tree))
    faults = [f"{name} has words for people and is not in po/POTFILES.in" for name in wanted if name not in there]
    faults += [*joined(tree), *other_languages(tree)]
    faults += [f"po/POTFILES.in names {name}, which is not there" for name in there if not (tree / name).exists()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pot, complaint = template(tree, [name for name in there if (tree / name).exists()], folder)
        if complaint:
            faults.append(complaint)
        for language in listed(tree, "LINGUAS"):
            faults += faults_of_language(tree, language, pot if pot and pot.exists() else None, folder)
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
