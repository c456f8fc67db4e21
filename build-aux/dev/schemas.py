#!/usr/bin/env python3
"""Checks data against its schemas with a second, independent implementation: schemas.py [TREE].

The program checks with its own code; here python3-jsonschema says the same about the same files:
the schemas themselves are sound, what ships fits them, and so do the cases of the tests."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

FILES = {"method": "data/methods", "catalogue": "data/catalogue", "rules": "data/rules", "addition": "data/additions",
         "case": "tests/data/cases", "amendment": "tests/data/amendments",
         "glossary": "data/glossary"}


def registry(folder):
    """All schemas of a folder, each by its file name, since one may refer to another."""
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    return Registry().with_resources((name, DRAFT202012.create_resource(schema)) for name, schema in schemas.items())


def main():
    tree = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    faults, unsound = [], set()
    for path in sorted((tree / "data" / "schemas").glob("*.json")):
        try:
            Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
        except Exception as error:
            faults.append(f"{path.relative_to(tree)}: {str(error).splitlines()[0]}")
            unsound.add(path)
    known = None if unsound else registry(tree / "data" / "schemas")
    for kind, folder in FILES.items():
        schema = tree / "data" / "schemas" / f"{kind}.schema.json"
        if schema in unsound:
            continue
        more = {"registry": known} if known is not None else {}
        checker = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")), format_checker=FormatChecker(), **more)
        paths = sorted((tree / folder).glob("*.json"))
        if not paths:
            faults.append(f"{folder}: there is no {kind} file to check")
        for path in paths:
            for error in checker.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
                faults.append(f"{path.relative_to(tree)}: {error.json_path}: {error.message[:200]}")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
