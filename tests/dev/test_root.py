#!/usr/bin/env python3
"""build-aux/dev/root.sh with stand-ins for mmdebstrap and its company: what can go wrong on the way
to a Debian 13 root, in a second instead of two minutes."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(os.environ.get("EUP_SOURCE") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests" / "journey"))
from harness import tap  # noqa: E402

# Fills the folder it is given (root) or writes a tar stream (ordinary user), as told by MODE.
MMDEBSTRAP = """#!/bin/sh
[ "$1" != --unshare-helper ] || { shift; exec "$@"; }
echo made >>"$LIST"
echo "$*" >>"$LIST.asked"
case $MODE in
  network) echo "E: Temporary failure resolving 'mirror.example'" >&2; exit 25 ;;
  full) echo "tar: ./usr/bin/x: Cannot write: No space left on device" >&2; exit 25 ;;
  apt-full) echo "E: You don't have enough free space in /x/var/cache/apt/archives/." >&2; exit 25 ;;
  subuid) echo "E: invalid /etc/subuid: no entry" >&2; exit 25 ;;
  strange) echo "E: something else" >&2; exit 25 ;;
  slow) touch "$STARTED"; sleep 60 ;;
esac
for last; do :; done
if [ "$last" = - ]; then
  cd "$(mktemp -d)" && mkdir -p etc dev && touch etc/debian_version && tar -c . && rm -r "$PWD"
else
  mkdir -p "$last/etc" && touch "$last/etc/debian_version"
fi
"""
STAND_INS = {
    "mmdebstrap": MMDEBSTRAP,
    "bwrap": "#!/bin/sh\nexit 0\n",
    "newuidmap": "#!/bin/sh\nexit 0\n",
    "apt-get": "#!/bin/sh\necho \"$@\" >>\"$LIST.apt\"\nexit 100\n",
    "id": "#!/bin/sh\necho ${AS:-0}\n",
    "findmnt": "#!/bin/sh\n[ -z \"$MOUNTED\" ] || printf '/\\n%s\\n' \"$MOUNTED\" | sed 's/ /\\\\x20/g'\n",
    "umount": "#!/bin/sh\necho \"$@\" >>\"$LIST.umount\"\n",
    "df": "#!/bin/sh\necho head\necho x x x ${FREE:-9000000} x x\n",
}
TOOLS = ("bash sh sed paste sha256sum cut cat mkdir flock tail awk chmod rm mv sleep touch tar mktemp grep "
         "dirname printf").split()


class Workshop:
    """A folder with a space in its name, the script in it and a PATH of stand-ins only."""

    def __init__(self, without=()):
        self.folder = Path(tempfile.mkdtemp(prefix="euphoria dev."))
        (self.folder / "dev").mkdir()
        for name in ("root.sh", "packages"):
            shutil.copy(SOURCE / "build-aux" / "dev" / name, self.folder / "dev" / name)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for name, text in STAND_INS.items():
            if name not in without:
                (self.bin / name).write_text(text)
                (self.bin / name).chmod(0o755)
        for name in TOOLS:
            found = shutil.which(name)
            if found and not (self.bin / name).exists():
                (self.bin / name).symlink_to(found)
        self.cache, self.list = self.folder / "the cache", self.folder / "list"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def start(self, mode="good", platform=(), **more):
        environment = {"PATH": str(self.bin), "HOME": str(self.folder), "EUPHORIA_ROOT_DIR": str(self.cache),
                       "LIST": str(self.list), "STARTED": str(self.folder / "started"), "MODE": mode, **more}
        return subprocess.Popen(["bash", str(self.folder / "dev" / "root.sh"), *platform], env=environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, mode="good", **more):
        """Exit code, what it printed, what it said."""
        process = self.start(mode, **more)
        printed, said = process.communicate(timeout=20)
        return process.returncode, printed.strip(), said.strip()

    def asked(self):
        """What the last call of mmdebstrap was given."""
        return Path(f"{self.list}.asked").read_text().splitlines()[-1]

    def made(self):
        return len(self.list.read_text().split()) if self.list.exists() else 0

    def left(self):
        """What stands in the cache besides lock and logs."""
        return sorted(path.name for path in self.cache.iterdir() if path.suffix != ".log" and path.name != "lock")

    def wait_for_start(self):
        deadline = time.monotonic() + 10
        while not (self.folder / "started").exists():
            assert time.monotonic() < deadline, "mmdebstrap was not started"
            time.sleep(0.01)


def a_root_is_made_once_and_then_used(_):
    with Workshop() as workshop:
        code, first, said = workshop.run()
        assert code == 0 and "making a Debian 13 root" in said, said
        assert workshop.run() == (0, first, "") and workshop.made() == 1
        assert (Path(first) / "etc" / "euphoria-root").read_text().strip() in first


def an_ordinary_user_gets_it_from_a_stream(_):
    with Workshop() as workshop:
        code, root, said = workshop.run(AS="1000")
        assert code == 0 and (Path(root) / "etc" / "debian_version").exists(), said


def a_half_made_root_is_noticed_and_made_again(_):
    with Workshop() as workshop:
        workshop.cache.mkdir()
        (workshop.cache / "new-root" / "usr").mkdir(parents=True)
        (workshop.cache / "mmdebstrap.abc").mkdir()
        code, root, said = workshop.run()
        assert code == 0 and "half-made" in said and workshop.left() == [Path(root).name], (said, workshop.left())


def what_a_killed_one_left_mounted_is_let_go(_):
    with Workshop() as workshop:
        mounted = workshop.cache / "new-root" / "proc"
        mounted.mkdir(parents=True)
        code, _, said = workshop.run(MOUNTED=str(mounted))
        assert code == 0 and Path(f"{workshop.list}.umount").read_text() == f"-l {mounted}\n", said


def a_root_with_another_stamp_inside_is_not_used(_):
    with Workshop() as workshop:
        root = Path(workshop.run()[1])
        (root / "etc" / "euphoria-root").write_text("another\n")
        code, again, _ = workshop.run()
        assert code == 0 and again == str(root) and workshop.made() == 2


def a_changed_package_list_makes_a_new_root_and_removes_the_old(_):
    with Workshop() as workshop:
        old = workshop.run()[1]
        with open(workshop.folder / "dev" / "packages", "a") as packages:
            packages.write("one-more\n")
        new = workshop.run()[1]
        assert new != old and workshop.left() == [Path(new).name] and workshop.made() == 2


def a_comment_in_the_package_list_changes_nothing(_):
    with Workshop() as workshop:
        old = workshop.run()[1]
        with open(workshop.folder / "dev" / "packages", "a") as packages:
            packages.write("\n# why\n")
        assert workshop.run() == (0, old, "")


def the_newest_platform_has_a_root_of_its_own(step):
    with Workshop() as workshop:
        oldest = workshop.run()[1]
        with step("it is made beside the oldest, from the suite that moves"):
            code, newest, said = workshop.run(platform=["newest"])
            assert code == 0 and "making a Debian testing root" in said, said
            assert workshop.left() == sorted([Path(oldest).name, Path(newest).name]), workshop.left()
            assert " testing " in workshop.asked() and "Check-Valid-Until" in workshop.asked(), workshop.asked()
        with step("each is used again"):
            assert workshop.run(platform=["newest"]) == (0, newest, "") and workshop.run() == (0, oldest, "")
            assert workshop.run(platform=["oldest"]) == (0, oldest, "") and workshop.made() == 2
        with step("a new one of either leaves the other"):
            with open(workshop.folder / "dev" / "packages", "a") as packages:
                packages.write("one-more\n")
            another = workshop.run(platform=["newest"])[1]
            assert workshop.left() == sorted([Path(oldest).name, Path(another).name]), workshop.left()
            fresh = workshop.run()[1]
            assert workshop.left() == sorted([Path(fresh).name, Path(another).name]), workshop.left()
            assert " trixie " in workshop.asked() and "Check-Valid-Until" not in workshop.asked(), workshop.asked()
    with step("another word is no platform"), Workshop() as workshop:
        code, printed, said = workshop.run(platform=["middle"])
        assert code == 2 and not printed and "“middle”" in said and not workshop.made(), said
    with step("./dev says so too"):
        done = subprocess.run([str(SOURCE / "dev"), "test", "--platform", "middle"], capture_output=True, text=True)
        assert done.returncode == 2 and "oldest and newest" in done.stderr, done.stderr


def each_failure_is_said_in_one_line_and_leaves_nothing(step):
    for mode, more, words in (
            ("network", {}, "no network"),
            ("network", {"AS": "1000"}, "no network"),
            ("full", {}, "disk is full"),
            ("apt-full", {}, "disk is full"),
            ("good", {"FREE": "500000"}, "only 488 MB free"),
            ("subuid", {"AS": "1000"}, "/etc/subuid"),
            ("strange", {}, "the reason stands in")):
        with step(f"{words}{' as ordinary user' if more.get('AS') else ''}"), Workshop() as workshop:
            code, printed, said = workshop.run(mode, **more)
            lines = [line for line in said.splitlines() if "two minutes" not in line]
            assert code == 1 and not printed and len(lines) == 1 and words in lines[0], (code, printed, said)
            assert workshop.left() == [], workshop.left()


def missing_tools_are_named(step):
    with step("an ordinary user is told what to install"), Workshop(without=("bwrap", "newuidmap")) as workshop:
        code, _, said = workshop.run(AS="1000")
        assert code == 1 and said.endswith("sudo apt-get install -y bubblewrap uidmap"), said
    with step("without apt-get the libraries are named"), Workshop(without=("bwrap", "apt-get")) as workshop:
        code, _, said = workshop.run()
        assert code == 1 and "GTK 4.18" in said and "here.sh" in said, said
    with step("root installs them, and a failure of that is one line"), Workshop(without=("bwrap",)) as workshop:
        code, _, said = workshop.run()
        assert code == 1 and "could not install bubblewrap" in said.splitlines()[-1], said


def a_place_that_can_not_be_written_is_named(_):
    with Workshop() as workshop:
        workshop.cache.write_text("a file, not a folder")
        code, _, said = workshop.run()
        assert code == 1 and "EUPHORIA_ROOT_DIR" in said and len(said.splitlines()) == 1, said


def a_signal_is_answered_at_once(step):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        with step(number.name), Workshop() as workshop:
            process = workshop.start("slow")
            workshop.wait_for_start()
            began = time.monotonic()
            process.send_signal(number)
            _, said = process.communicate(timeout=20)
            assert process.returncode == 130 and time.monotonic() - began < 10, process.returncode
            assert "interrupted" in said and workshop.left() == [], (said, workshop.left())


def a_second_one_waits_for_the_first(_):
    with Workshop() as workshop:
        first = workshop.start("slow")
        workshop.wait_for_start()
        second = workshop.start()
        assert "waiting" in second.stderr.readline()
        first.terminate()
        first.communicate(timeout=20)
        printed, said = second.communicate(timeout=20)
        assert second.returncode == 0 and Path(printed.strip()).is_dir(), said


if __name__ == "__main__":
    tap.run(a_root_is_made_once_and_then_used, an_ordinary_user_gets_it_from_a_stream,
            a_half_made_root_is_noticed_and_made_again, what_a_killed_one_left_mounted_is_let_go,
            a_root_with_another_stamp_inside_is_not_used,
            a_changed_package_list_makes_a_new_root_and_removes_the_old, a_comment_in_the_package_list_changes_nothing,
            the_newest_platform_has_a_root_of_its_own,
            each_failure_is_said_in_one_line_and_leaves_nothing, missing_tools_are_named,
            a_place_that_can_not_be_written_is_named, a_signal_is_answered_at_once, a_second_one_waits_for_the_first,
            seconds=50)
