#!/usr/bin/env bash
# shots.sh BUILD OUT [NAME…]: pictures of the pages in sv, en and zh: light and dark, both high contrasts,
# with letters twice as large, narrow; and contact sheets: one a variant, one with all side by side.
# VARIANTS names those wanted, such as "light-sv dark-sv 200-sv". One program a language makes each page
# once and takes it in all looks; the languages run side by side.
set -euo pipefail
build=$1
out=$2
shift 2
export EUP_SOURCE=${EUP_SOURCE:-$EUP_TREE}
export GSETTINGS_BACKEND=memory GDK_DEBUG=no-portals ADW_DISABLE_PORTAL=1 GIO_USE_VFS=local
export GSETTINGS_SCHEMA_DIR=$build/data EUP_BUILD=$build
export GSK_RENDERER=cairo TZ=Europe/Stockholm EUPHORIA_LOCALEDIR=$build/po
looks='light dark hc hcdark 200 narrow'
variants=${VARIANTS:-$(for language in sv en zh; do for look in $looks; do echo -n "$look-$language "; done; done)}

# take LANGUAGE [NAME…]: all wanted looks in one language.
take () {
  local language=$1 locale wanted= look
  shift
  for look in $looks; do
    [[ " $variants " != *" $look-$language "* ]] || wanted+="$look "
  done
  [ -n "$wanted" ] || return 0
  case $language in sv) locale=sv_SE ;; zh) locale=zh_CN ;; *) locale=en_US ;; esac
  export LC_ALL=$locale.UTF-8 LANGUAGE=$locale LOOKS=${wanted% }
  "$EUP_TREE/tests/ui/with-display.sh" "$build/tests/ui/shots" "$out" "$language" "$@"
  [ $# -eq 0 ] || return 0
  # The pages around the meeting, with one of the cases about to be followed up.
  EUPHORIA_NOW=2026-12-11T10:00:00+01:00 "$EUP_TREE/tests/ui/with-display.sh" \
    "$build/tests/ui/shell-shots" "$out" "$language" "$EUP_SOURCE"/tests/data/cases/*.json
}

mkdir -p "$out"
running=()
for language in sv en zh; do
  take "$language" "$@" &
  running+=($!)
done
for one in "${running[@]}"; do wait "$one"; done
folders=()
for variant in $variants; do
  folders+=("$out/$variant")
  "$build/tests/ui/contact-sheet" "$out/_$variant.png" "$out/$variant"
done
"$build/tests/ui/contact-sheet" "$out/_all.png" "${folders[@]}"
