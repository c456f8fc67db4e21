#!/usr/bin/env bash
# shots.sh BUILD OUT [NAME…]: pictures of the pages: light and dark, high contrast, sv, en and zh,
# and with text twice as large. VARIANTS names those wanted, such as "light-sv dark-sv light-sv-200".
set -euo pipefail
build=$1
out=$2
shift 2
export EUP_SOURCE=${EUP_SOURCE:-$EUP_TREE}
export GSETTINGS_BACKEND=memory GDK_DEBUG=no-portals ADW_DISABLE_PORTAL=1 GIO_USE_VFS=local
export GSK_RENDERER=cairo TZ=Europe/Stockholm EUPHORIA_LOCALEDIR=$build/po
for variant in ${VARIANTS:-light-sv dark-sv light-en light-zh light-sv-200 hc-sv hcdark-sv}; do
  IFS=- read -r look language scale <<<"$variant"
  mkdir -p "$out/$variant"
  case $look in
    light) scheme=prefer-light contrast=0 ;;
    dark) scheme=prefer-dark contrast=0 ;;
    hc) scheme=prefer-light contrast=1 ;;
    hcdark) scheme=prefer-dark contrast=1 ;;
  esac
  case $language in sv) locale=sv_SE ;; zh) locale=zh_CN ;; *) locale=en_US ;; esac
  text=1
  [ -z "$scale" ] || text=$(awk "BEGIN { print $scale / 100 }")
  LC_ALL=$locale.UTF-8 LANGUAGE=$locale EUP_TEXT_SCALE=$text \
    ADW_DEBUG_COLOR_SCHEME=$scheme ADW_DEBUG_HIGH_CONTRAST=$contrast \
    "$EUP_TREE/tests/ui/with-display.sh" "$build/tests/ui/shots" "$out/$variant" "$@"
  [ $# -eq 0 ] || continue
  # The pages around the meeting, with one of the cases about to be followed up.
  LC_ALL=$locale.UTF-8 LANGUAGE=$locale EUP_TEXT_SCALE=$text EUPHORIA_NOW=2026-12-11T10:00:00+01:00 \
    ADW_DEBUG_COLOR_SCHEME=$scheme ADW_DEBUG_HIGH_CONTRAST=$contrast \
    "$EUP_TREE/tests/ui/with-display.sh" "$build/tests/ui/shell-shots" "$out/$variant" \
    "$EUP_SOURCE"/tests/data/cases/*.json
done
