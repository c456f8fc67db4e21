"""Child processes that never outlive the journey, however it ends."""

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def adopt_orphans():
    """From now on grandchildren whose parent ends become our children, so that we can end them."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def start(command, **options):
    """Starts a program that gets SIGTERM when this process ends, even by SIGKILL."""
    options.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.Popen([str(word) for word in command], preexec_fn=_end_with_parent, **options)


def descendants(pid=None):
    """The ids of all processes below this one, deepest first."""
    found = []
    try:
        below = Path(f"/proc/{pid or os.getpid()}/task/{pid or os.getpid()}/children").read_text().split()
    except OSError:
        return found
    for child in map(int, below):
        found += descendants(child) + [child]
    return found


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def end(process, patience=5):
    """Ends one child: politely, then not; returns its exit code."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return process.returncode


def end_all(patience=5):
    """Ends whatever is still below this process."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + patience
        for pid in descendants():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        while descendants() and time.monotonic() < deadline:
            _reap()
            time.sleep(0.01)
    _reap()
