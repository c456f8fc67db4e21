#!/usr/bin/env bash
# The commands of ./dev, run where the libraries are: on this machine or in a Debian root.
set -euo pipefail
cd "$EUP_TREE"
command=$1
shift
build=${EUP_BUILD_FOLDER:-_build/debug}

say () { printf '%s\n' "./dev: $*" >&2; }

# A runtime folder and a home for what tests and virtual displays leave, away from the person's own.
if [ ! -d "${XDG_RUNTIME_DIR:-/nonexistent}" ]; then
  XDG_RUNTIME_DIR=$(mktemp -d "${TMPDIR:-/tmp}/euphoria-run.XXXXXX")
  export XDG_RUNTIME_DIR
  chmod 700 "$XDG_RUNTIME_DIR"
  trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
fi

# build FOLDER [MESON OPTIONS]: sets up when needed, compiles; shows the log only when it fails.
build () {
  local folder=$1 log
  shift
  if ! mkdir -p "$folder" 2>/dev/null || [ ! -w "$folder" ]; then
    say "can't write to $EUP_TREE/$folder (made by another user?); remove it or clone anew."
    exit 1
  fi
  log=$folder/build.log
  if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$folder" --prefix "$EUP_TREE/$folder/install" --libdir lib "$@" >"$log" 2>&1 </dev/null ||
      { tail -n 30 "$log" >&2; say "meson setup failed; the whole log is $log"; exit 1; }
  fi
  if ! meson compile -C "$folder" >"$log" 2>&1 </dev/null; then
    grep -E 'error|FAILED|warning' "$log" | grep -vE '^(Compiler for|cc |c\+\+ )' | head -n 40 >&2 || true
    say "the build failed; the whole log is $log"
    exit 1
  fi
}

export EUPHORIA_LOCALEDIR=$EUP_TREE/$build/po

have_display () { [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${DISPLAY:-}" ]; }

case $command in
  run)
    build "$build"
    if have_display; then
      exec meson devenv -C "$build" -w "$EUP_TREE" "$EUP_TREE/$build/src/ui/euphoria" "$@"
    fi
    say 'no display here: playing the sample meeting on a virtual one …'
    build-aux/dev/play.sh "$EUP_TREE/$build" "$EUP_TREE/out" ;;
  cli)
    build "$build"
    meson devenv -C "$build" -w "${EUP_CWD:-$EUP_TREE}" "$EUP_TREE/$build/src/cli/euphoria-cli" "$@" ;;
  test)
    build "$build"
    build-aux/dev/tests.py "$build" "$@" ;;
  check) build "$build"; build-aux/dev/check.sh "$build" "$@" ;;
  shots) build "$build"; build-aux/dev/shots.sh "$EUP_TREE/$build" "$EUP_TREE/out/shots" "$@" ;;
  bench) build _build/release --buildtype=release; build-aux/dev/bench.sh "$EUP_TREE/_build/release" "$@" ;;
  debian) build-aux/dev/debian.sh "$EUP_TREE/out/debian" ;;
  shell)
    build "$build"
    if [ $# -gt 0 ]; then meson devenv -C "$build" -w "$EUP_TREE" bash -c "$*"
    else meson devenv -C "$build" -w "$EUP_TREE" bash --norc; fi ;;
esac
