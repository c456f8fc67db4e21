# What the scripts of ./dev flatpak say, and their long steps. Sourced.

say () { printf '%s\n' "./dev: $*" >&2; }

# step MESSAGE LOG COMMAND…: runs it into a log, which is shown when it fails.
step () {
  local message=$1 log=$2 status
  shift 2
  say "$message …"
  # Not in a condition: there a function would go on after its first failure.
  set +e
  (set -e; "$@") >"$log" 2>&1 </dev/null
  status=$?
  set -e
  [ "$status" = 0 ] || { tail -n 25 "$log" >&2; say "that failed; the whole log is $log"; exit 1; }
}
