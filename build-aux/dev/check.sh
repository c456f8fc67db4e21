#!/usr/bin/env bash
# check.sh BUILD [NAME…]: what a machine can check of the sources. One line a check, the faults of a
# failed one below it, and a closing line that counts. With names only those checks are run.
# check.sh BUILD --long [SUITE/TEST…]: the tests that have a long version, at full length; that takes hours.
set -uo pipefail
cd "$EUP_TREE"
build=$1
shift

# Every byte of a record changed, a thousand kills of the store, a hundred random cases, ten thousand files.
if [ "${1:-}" = --long ]; then
  shift
  [ $# -gt 0 ] || set -- record/flips unit/store-crash record/complete cli/cli-verify
  export EUP_LONG=1 EUP_TIMEOUT_MULTIPLIER=${EUP_TIMEOUT_MULTIPLIER:-60}
  exec build-aux/dev/tests.py "$build" "$@"
fi
wanted=("$@")
here=build-aux/dev
passed=0
failed=0
known=()

# check NAME COMMAND…: runs it; its output is shown only when it fails.
check () {
  local name=$1 output
  shift
  known+=("$name")
  if [ ${#wanted[@]} -gt 0 ] && [[ " ${wanted[*]} " != *" $name "* ]]; then return 0; fi
  if output=$("$@" 2>&1 </dev/null); then
    echo "ok      $name"
    passed=$((passed + 1))
  else
    echo "not ok  $name"
    printf '%s\n' "$output" | head -n 60 | sed 's/^/        /'
    failed=$((failed + 1))
  fi
}

format () {
  command -v clang-format >/dev/null || { echo "clang-format is not there"; return 1; }
  local files
  mapfile -t files < <(git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tests/*.h')
  clang-format --dry-run --Werror "${files[@]}" 2>&1 | sed -nE 's/^([^:]+):.*: (error|warning):.*/\1/p' | sort | uniq -c |
    awk '{ print $2 ": " $1 " places are not as clang-format sets them"; bad = 1 } END { exit bad }'
}

# No tab, no blank at the end of a line, one newline at the end of a file.
spaces () {
  local bad=0
  git grep -nIE '[[:blank:]]+$' -- src data help tests build-aux docs po dev '*.md' '*.build' ':!*.diff' && bad=1
  git grep -nIP '\t' -- src data help tests '*.build' ':!*.svg' && bad=1
  return $bad
}

scripts () {
  local file bad=0
  for file in dev .ci/run build-aux/dev/*.sh; do bash -n "$file" || bad=1; done
  for file in $(git ls-files '*.py'); do python3 -c 'import ast, sys; ast.parse (open (sys.argv[1]).read ())' "$file" || bad=1; done
  return $bad
}

desktop () {
  local files
  mapfile -t files < <(find "$build/data" -name '*.desktop' | sort)
  [ ${#files[@]} -gt 0 ] || { echo 'the build made no desktop file'; return 1; }
  desktop-file-validate "${files[@]}"
}

metainfo () {
  local files
  mapfile -t files < <(find "$build/data" -name '*.metainfo.xml' | sort)
  [ ${#files[@]} -gt 0 ] || { echo 'the build made no metainfo file'; return 1; }
  appstreamcli validate --pedantic --no-net "${files[@]}"
}

# Twice: leaks of the toolkit can be told from ours only by their whole stack, and taking whole stacks
# makes a program many times slower. So the few that complain in the first run say it again in full.
sanitizers () {
  local folder=_build/asan log=_build/asan.log complained
  mkdir -p _build
  if [ ! -f $folder/build.ninja ]; then
    meson setup $folder -Db_sanitize=address,undefined -Db_lundef=false >$log 2>&1 || { tail -n 20 $log; return 1; }
  fi
  meson compile -C $folder >$log 2>&1 || { grep -E 'error|FAILED' $log | head -n 20; return 1; }
  export EUP_TIMEOUT_MULTIPLIER=8 UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1
  export LSAN_OPTIONS="suppressions='$EUP_TREE/$here/lsan.supp':print_suppressions=0"
  local asan=detect_leaks=1:halt_on_error=1:abort_on_error=1
  ASAN_OPTIONS=$asan $here/tests.py $folder unit record cli ui >$log 2>&1 && return 0
  mapfile -t complained < <($here/tests.py $folder --failed)
  [ ${#complained[@]} -gt 0 ] || { tail -n 20 $log; return 1; }
  ASAN_OPTIONS=$asan:fast_unwind_on_malloc=0 EUP_TIMEOUT_MULTIPLIER=40 \
    $here/tests.py $folder "${complained[@]}" >$log 2>&1 || { grep -E 'FAIL|TIMEOUT|ERROR|SUMMARY|not ok|passed' $log | head -n 40; return 1; }
}

check format format
check spaces spaces
check scripts scripts
check sizes python3 $here/sizes.py
check layers python3 $here/layers.py
check translations python3 $here/translations.py
check glossary python3 $here/glossary.py
check schemas python3 $here/schemas.py
check help python3 $here/help.py --with-yelp
check error-codes python3 $here/error_codes.py
check desktop-file desktop
check metainfo metainfo
check sanitizers sanitizers
# Reads every source twice more: only when it is named (./dev check --platform newest deprecations).
if [ ${#wanted[@]} -gt 0 ]; then check deprecations python3 $here/deprecations.py "$build"; fi

for name in "${wanted[@]}"; do
  [[ " ${known[*]} " == *" $name "* ]] || { echo "./dev check: there is no check “$name”; there are: ${known[*]}." >&2; exit 2; }
done
echo "$passed checks passed, $failed failed"
[ $failed -eq 0 ]
