#!/usr/bin/env python3
"""A language that nobody speaks, made from po/euphoria.pot: every sentence with marks above its letters, and as much
longer as German or Finnish may be. pseudo.py POT FOLDER COMMAND…: makes its translation in FOLDER/sv/LC_MESSAGES (by
the locale of a language that every test machine has) and runs COMMAND in it, with EUP_PSEUDO=FOLDER."""

import os
import re
import subprocess
import sys
from pathlib import Path

MARKED = str.maketrans("AEIOUYNSCZaeiouynscz", "ÅÊÎÖÛÝÑŠÇŽåéîöüýñšçž")
MORE = "lönğ wörðş åñd môré öf thém ".split()
KEPT = re.compile(r"(%(?:\d\$)?[-+ #0-9.]*l?[a-zA-Z%]|\\.|&\w+;|<[^>]*>|https?://\S+)")


def longer(words):
    """Long words become longer words, and sentences get more of them: half as long again, short ones twice as long."""
    room = len(words) + (len(words) if len(words) <= 10 else len(words) // 2)
    more = " ".join(MORE * (room // 20 + 1))
    return words + ("" if " " not in words else " ") + more[:max(room - len(words), 1)].rstrip()


def pseudo(message):
    end = re.search(r"(?:\\n|[\s:….?!])*$", message).group()
    body = message[:len(message) - len(end)]
    marked = "".join(piece if number % 2 else piece.translate(MARKED) for number, piece in enumerate(KEPT.split(body)))
    return longer(marked) + end


def strings(block, word):
    """What stands after a word of the file, its lines joined."""
    found = re.search(rf'^{re.escape(word)} ((?:"(?:[^"\\]|\\.)*"\n?)+)', block, re.M)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1))) if found else None


def translate(pot):
    blocks = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n']
    for block in pot.split("\n\n"):
        message, plural, context = (strings(block, word) for word in ("msgid", "msgid_plural", "msgctxt"))
        if not message:
            continue
        lines = [f'msgctxt "{context}"'] if context is not None else []
        lines.append(f'msgid "{message}"')
        if plural is None:
            lines.append(f'msgstr "{pseudo(message)}"')
        else:
            lines += [f'msgid_plural "{plural}"', f'msgstr[0] "{pseudo(message)}"', f'msgstr[1] "{pseudo(plural)}"']
        if "c-format" in block.split("msgid")[0]:
            lines.insert(0, "#, c-format")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks), len(blocks) - 1


def main():
    pot, folder, command = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    place = folder / "sv" / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    text, number = translate(pot.read_text(encoding="utf-8"))
    (place / "euphoria.po").write_text(text, encoding="utf-8")
    done = subprocess.run(["msgfmt", "--check-format", "-o", place / "euphoria.mo", place / "euphoria.po"],
                          capture_output=True, text=True)
    if done.returncode or number < 1000:
        sys.exit(f"no language came of {number} messages: {done.stderr}")
    os.environ.update(EUP_PSEUDO=str(folder), LC_ALL="sv_SE.UTF-8", LANGUAGE="sv")
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
