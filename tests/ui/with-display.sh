#!/usr/bin/env bash
# with-display.sh PROGRAM [ARGUMENTS]: runs it on a virtual display of its own, so that tests of
# windows can run side by side and never open one on the person's screen.
set -euo pipefail
number=$(mktemp "${TMPDIR:-/tmp}/euphoria-display.XXXXXX")
home=$(mktemp -d "${TMPDIR:-/tmp}/euphoria-home.XXXXXX")
server=
clean () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$number" "$home"
}
trap clean EXIT
exec 6>"$number"
Xvfb -displayfd 6 -screen 0 2600x1600x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
for _ in $(seq 200); do
  [ ! -s "$number" ] || break
  kill -0 "$server" 2>/dev/null || { echo 'Xvfb did not start' >&2; exit 1; }
  read -r -t 0.05 _ <> <(:) || true
done
DISPLAY=:$(cat "$number")
export DISPLAY GDK_BACKEND=x11 GTK_A11Y=${GTK_A11Y:-test}
export XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
# The stores that tests make go with it.
export TMPDIR=$home/tmp
mkdir "$TMPDIR"
unset WAYLAND_DISPLAY
"$@"
