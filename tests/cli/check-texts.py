#!/usr/bin/env python3
"""Reads the method, the catalogue, the rule packs, the additions, the table of sources and the sample
cases, and says which text breaks which limit and what names something that is not there.

usage: check-texts.py SOURCE_FOLDER
Exit status 1 when anything is found.
"""

import json
import sys
from pathlib import Path

import jsonschema
import referencing
import referencing.jsonschema

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from texts_case import check_case  # noqa: E402
from texts_method import check_addition, check_catalogue, check_method, check_rules, check_sources  # noqa: E402
from texts_words import Faults  # noqa: E402

FOLDERS = {"rules": "data/rules", "addition": "data/additions", "case": "tests/data/cases"}
PACKS = {"se", "cn"}


class Reader:
    """Reads files and holds each against the schema of its kind."""

    def __init__(self, source, faults):
        self.source, self.faults = source, faults
        self.registry = referencing.Registry().with_resources(
            (path.name, referencing.Resource(json.loads(path.read_text(encoding="utf-8")), referencing.jsonschema.DRAFT202012))
            for path in (source / "data/schemas").glob("*.schema.json"))

    def read(self, kind, path):
        schema = self.registry.contents(f"{kind}.schema.json")
        validator = jsonschema.Draft202012Validator(schema, registry=self.registry)
        if not path.exists():
            self.faults.add(path.name, "is missing")
            return None
        content = json.loads(path.read_text(encoding="utf-8"))
        for error in validator.iter_errors(content):
            self.faults.add(f"{path.name}/{'/'.join(str(step) for step in error.absolute_path)}", error.message[:300])
        return content

    def read_all(self, kind):
        return [self.read(kind, path) for path in sorted((self.source / FOLDERS[kind]).glob("*.json"))]


def check(source):
    """Everything that is wrong below the folder; where a schema is broken, only that is told."""
    faults = Faults()
    reader = Reader(source, faults)
    method = reader.read("method", source / "data/methods/tre-roster.json")
    catalogue = reader.read("catalogue", source / "data/catalogue/technologies.json")
    packs, additions, cases = (reader.read_all(kind) for kind in FOLDERS)
    if faults:
        return faults
    technologies = catalogue["technologies"]
    check_method(faults, method, technologies)
    check_catalogue(faults, catalogue, {q["id"] for stage in method["stages"] for q in stage["questions"]})
    for name in sorted(PACKS - {pack["id"] for pack in packs}):
        faults.add("rules", f"the pack “{name}” is missing")
    for pack in packs:
        check_rules(faults, pack, method)
    for addition in additions:
        check_addition(faults, addition, method, technologies)
    sources = source / "docs/model-sources.md"
    check_sources(faults, sources.read_text(encoding="utf-8") if sources.exists() else "", method)
    for case in cases:
        check_case(faults, case, method, catalogue)
    return faults


def main():
    faults = check(Path(sys.argv[1]))
    for line in faults:
        print(line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
