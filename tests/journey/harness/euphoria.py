"""Euphoria as a program under test: its environment, its words, its sample case."""

import gettext
import json
import os
import re
from pathlib import Path

from .desktop import Desktop
from .program import Program
from .waiting import wait

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[3])
BUILD = Path(os.environ.get("EUP_BUILD") or SOURCE / "_build" / "debug")
NOW = "2026-11-26T13:30:00+01:00"


class Words:
    """The interface's words in one language, asked for by what stands in the sources: a test goes on
    to work when a translation gets better."""

    def __init__(self, language):
        self._catalogue = gettext.translation("euphoria", BUILD / "po", [language], fallback=True)

    def __call__(self, message, *values, context=None):
        said = self._catalogue.pgettext(context, message) if context else self._catalogue.gettext(message)
        said = said.replace("_", "")
        for number, value in enumerate(values, 1):
            said = said.replace(f"%{number}$s", str(value)).replace("%s", str(value), 1)
        return said

    def pattern(self, message, context=None):
        """The words with anything where values stand."""
        return re.compile(re.sub(r"%(\d\\\$)?[sdu]", ".*", re.escape(self(message, context=context))))


class Sample:
    """A case file with the method and the catalogue that it names, in one language."""

    def __init__(self, name="gps-alarm", language="sv"):
        self.path = SOURCE / "tests" / "data" / "cases" / f"{name}.json"
        self.case = json.loads(self.path.read_text(encoding="utf-8"))
        self.method = json.loads((SOURCE / "data" / "methods" / "tre-roster.json").read_text(encoding="utf-8"))
        self.catalogue = json.loads((SOURCE / "data" / "catalogue" / "technologies.json").read_text(encoding="utf-8"))
        self.rules = json.loads((SOURCE / "data" / "rules" / f"{self.case['rules']['id']}.json").read_text(encoding="utf-8"))
        self.language = language
        self.questions = {question["id"]: question for stage in self.method["stages"] for question in stage["questions"]}
        self.people = {person["id"]: person for person in self.case["people"]}
        self.technology = next(one for one in self.catalogue["technologies"] if one["id"] == self.case["card"]["technology"])

    def say(self, text):
        """A text of the data in the sample's language, {person} and {technology} filled in."""
        said = text.get(self.language) or text.get("en")
        for slot, value in (("{person}", self.case["card"]["alias"]), ("{technology}", self.technology["definite"][self.language])):
            said = said.replace(slot, value)
        return said

    def question_for(self, question, voice):
        """The question as it is put to one voice."""
        return self.say(question.get(voice) or question["question"])

    def option_words(self, question, voice, option):
        scale = next(one for one in self.method["scales"] if one["id"] == question["scales"][voice])
        return self.say(next(one for one in scale["options"] if one["id"] == option)["label"])

    def weight_words(self, option):
        scale = next(one for one in self.method["scales"] if one["id"] == self.method["weightScale"])
        return self.say(next(one for one in scale["options"] if one["id"] == option)["label"])

    def consent_words(self, consent):
        """Its title, and about whom it is."""
        title = self.say(next(one for one in self.method["consents"] if one["id"] == consent["consent"])["title"])
        colon = "：" if self.language == "zh" else ": "
        return f"{title}{colon}{self.people[consent['about']]['name']}" if "about" in consent else title

    def fields_of(self, statement):
        """What was written into its fields, without what was chosen or counted."""
        kinds = {one["id"]: one["kind"] for one in self.questions[statement["question"]].get("fields", ())}
        return [text for name, text in statement.get("fields", {}).items() if kinds[name] in ("line", "words")]

    def typed(self):
        """Every text of the case that somebody typed and that the record must hold."""
        case, texts = self.case, []
        texts += [case["card"][key] for key in ("number", "alias", "name", "personalNumber", "product", "purpose",
                                                "authority", "unit", "place", "facilitator", "impactAssessment") if case["card"].get(key)]
        for part, keys in (("people", ("name", "role", "reason")), ("statements", ("words", "reason", "source", "translation")),
                           ("attempts", ("occasion", "method", "by", "note")), ("conditions", ("text", "owner")),
                           ("alternatives", ("title", "meetsNeed", "intrusion", "humanTime", "cost", "reason")),
                           ("dissents", ("words",)), ("consents", ("words", "explained", "askedBy")),
                           ("weights", ("reason", "safeguard"))):
            texts += [one[key] for one in case.get(part, ()) for key in keys if one.get(key)]
        texts += [case["decision"][key] for key in ("because", "although", "therefore", "decider", "deciderRole",
                                                    "delegation", "followUpOwner", "content", "presenter", "others") if case["decision"].get(key)]
        return texts + [text for one in case["statements"] for text in self.fields_of(one)]

    def statements_of(self, question):
        return [one for one in self.case["statements"] if one["question"] == question]


class Euphoria(Program):
    """with Euphoria(desktop) as program: … — its data folder stays until the desktop goes."""

    desktop_class = Desktop
    documents = None  # the folder into which a portal saves, where there is one: then no dialog is shown

    def __init__(self, desktop, language="sv", command=None, **environment):
        self.data = desktop.folder / "data"
        environment = {"EUPHORIA_DATA": self.data, "EUPHORIA_NOW": NOW, "EUPHORIA_LOCALEDIR": BUILD / "po", **environment}
        super().__init__(desktop, command or [BUILD / "src" / "ui" / "euphoria"], **environment)
        self._windows = {}
        self.words = Words({"zh": "zh_CN"}.get(language, language))

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None and issubclass(kind, Exception):
            self._report_failure()
        self.close()

    def _report_failure(self):
        """What helps to understand it: a picture, the windows as a screen reader sees them, the log."""
        picture = BUILD / "meson-logs" / "journey-failed.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        self.desktop.picture().save(picture)
        print(f"# the screen: {picture}")
        if not self.is_running():
            print(f"# the program has ended: {self.process.returncode if self.process else 'it was never started'}")
        outlines = [window.outline() for window in self.application.windows()] if self.is_running() else []
        for line in "\n".join([*outlines, self.log()[-4000:]]).splitlines():
            if "“”" not in line or "[" in line:
                print(f"# {line}")

    def folder(self):
        """Where the program finds a file and may write one."""
        return self.desktop.folder

    def main(self):
        """The facilitator's window: the one that is not the shared view."""
        return self._window(False, "no window")

    def shared(self):
        """What the room sees."""
        return self._window(True, "no shared view")

    def _window(self, shared, complaint):
        """Looked for anew only when the last one is gone."""
        seen = self._windows.get((self.application, shared))
        if seen is None or not seen.has("showing"):
            seen = wait(lambda: next((one for one in self.application.windows() if self._is_shared(one) == shared), None),
                        lambda: f"{complaint}; {[one.name for one in self.application.windows()]}")
            self._windows[self.application, shared] = seen
        return seen

    def _is_shared(self, window):
        return bool(self.shared_title().search(window.name))

    def shared_title(self):
        return self.words.pattern("%s – shared view")


def cli(*arguments, check=True):
    """euphoria-cli: its exit code and what it printed."""
    import subprocess
    done = subprocess.run([str(BUILD / "src" / "cli" / "euphoria-cli"), *map(str, arguments)], capture_output=True,
                          text=True, timeout=60, stdin=subprocess.DEVNULL,
                          env={**os.environ, "EUPHORIA_NOW": NOW, "EUPHORIA_LOCALEDIR": str(BUILD / "po"), "LANGUAGE": "en"})
    assert not check or done.returncode == 0, done.stderr + done.stdout
    return done.returncode, done.stdout + done.stderr
