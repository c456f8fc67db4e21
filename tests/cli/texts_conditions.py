"""What a condition names: questions, voices, ticks, fields and consents that are there, and answers
that can be given. The program checks the types as well; this is a second pair of eyes."""

import re

VOICES = ("resident", "relatives", "staff", "facilitator")
CONSENT_STATES = {"yes", "no", "cannot", "withdrawn", "missing"}
ARGUMENTS = {
    "ticks": ("question",), "attempts": ("question",), "attempt_days": ("question",), "attempt_methods": ("question",),
    "weight": ("question",), "conditions_for": ("question",), "stance": ("question", "voice"),
    "answered": ("question", "voice"), "reason": ("question", "voice"), "field": ("question", "field"),
    "choices": ("question", "field"), "consent": ("consent",), "consent_required": ("consent",),
}
CALL = r"(\w+)\(([^()]*)\)"


def quoted(text):
    return re.findall(r"'([^']*)'", text)


def options_of(ids):
    return {one["id"] for one in ids}


class Names:
    """What the conditions of one method may name."""

    def __init__(self, method):
        self.questions = {q["id"]: q for stage in method["stages"] for q in stage["questions"]}
        self.scales = {scale["id"]: options_of(scale["options"]) for scale in method["scales"]}
        self.consents = options_of(method["consents"])
        self.weights = self.scales.get(method.get("weightScale"), set())

    def missing(self, function, arguments):
        """The first argument that names nothing, with what was looked for."""
        for kind, value in zip(ARGUMENTS[function], arguments):
            known = {"question": self.questions, "voice": VOICES, "consent": self.consents}.get(kind)
            if kind == "field":
                known = options_of(self.questions[arguments[0]].get("fields", []))
            if value not in known:
                return f"there is no {kind} “{value}” in {function}({', '.join(arguments)})"
        return None

    def answers(self, function, arguments):
        """The answers that can come out, or None where any may."""
        question = self.questions.get(arguments[0], {})
        if function == "ticks":
            return options_of(question.get("ticks", []))
        if function == "stance":
            return self.scales.get(question.get("scales", {}).get(arguments[1]), set())
        if function in ("field", "choices"):
            field = next(one for one in question["fields"] if one["id"] == arguments[1])
            return options_of(field["options"]) if "options" in field else None
        return {"consent": CONSENT_STATES, "weight": self.weights}.get(function)

    def faults(self, condition):
        for function, text in re.findall(CALL, condition):
            if function not in ARGUMENTS:
                continue
            arguments = quoted(text)
            if len(arguments) != len(ARGUMENTS[function]):
                yield f"{function} wants {' and '.join(ARGUMENTS[function])}: “{text}”"
                continue
            missing = self.missing(function, arguments)
            if missing:
                yield missing
                continue
            known = self.answers(function, arguments)
            if known is None:
                continue
            call = re.escape(f"{function}({text})")
            compared = re.findall(rf"'([^']*)' in {call}", condition)
            for values in re.findall(rf"{call} *!?= *(\{{[^}}]*\}}|'[^']*')", condition):
                compared += quoted(values)
            for value in compared:
                if value and value not in known:
                    yield f"{function}({text}) can't be “{value}”"
