"""Tests as functions of one argument, a folder of their own; each is a row of TAP."""

import subprocess
import tempfile


def run(tests):
    """Returns: what the program ends with."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                print(f"ok {number} {test.__name__}", flush=True)
            except (AssertionError, ValueError, subprocess.CalledProcessError) as error:
                failed += 1
                print(f"not ok {number} {test.__name__}")
                reason = getattr(error, "stderr", None) or str(error) or repr(error)
                print("\n".join("# " + line for line in reason.splitlines()), flush=True)
    return 1 if failed else 0
