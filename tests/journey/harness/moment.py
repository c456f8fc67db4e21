"""When something was last done to the program: what was seen before that is old.

Whatever acts (keys, pointer, windows, the accessible tree) says so here."""

_now = 0


def now():
    return _now


def passes():
    global _now
    _now += 1
