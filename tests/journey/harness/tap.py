"""Runs journeys and reports them in the Test Anything Protocol.

A journey is a function with steps. Each step is one line of the report; after a step that fails the
rest of its journey is not run, because nothing it says would mean anything. A journey without steps
is one line."""

import signal
import sys
import traceback


class TooLong(Exception):
    pass


class Interrupted(BaseException):
    pass


class Report:
    def __init__(self):
        self.number = self.failed = 0

    def line(self, passed, name):
        self.number += 1
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.number} - {name.replace('#', '')}", flush=True)

    @staticmethod
    def note(text):
        for line in str(text).rstrip().splitlines():
            print(f"# {line}", flush=True)


class Steps:
    """with step("the shared window shows the question"): …"""

    def __init__(self, report, prefix):
        self.report, self.prefix = report, prefix
        self.name, self.taken = None, 0

    def __call__(self, name):
        self.name, self.taken = name, self.taken + 1
        return self

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None:
            self.report.line(True, f"{self.prefix}: {self.name}")
            self.name = None
        return False


def _stop(_number, _frame):
    raise Interrupted()


def _too_long(_number, _frame):
    raise TooLong("the time limit of the journey is over")


def run(*journeys, seconds=240):
    """journeys: functions of one argument (step), named as sentences. Ends the process."""
    report = Report()
    print("TAP version 13", flush=True)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    signal.signal(signal.SIGALRM, _too_long)
    stopped = False
    for journey in journeys:
        name = journey.__name__.replace("_", " ")
        step = Steps(report, name)
        signal.alarm(seconds)
        try:
            journey(step)
            if not step.taken:
                report.line(True, name)
        except Interrupted:
            report.line(False, f"{name}: was interrupted")
            stopped = True
        except Exception as error:
            signal.alarm(0)
            report.line(False, f"{name}: {step.name}" if step.name else name)
            report.note(error)
            report.note(traceback.format_exc())
        finally:
            signal.alarm(0)
        if stopped:
            break
    print(f"1..{report.number}", flush=True)
    sys.exit(1 if report.failed else 0)
