#!/usr/bin/env bash
# root.sh [PLATFORM]: prints the folder of the Debian root that Euphoria is built in; makes it when it
# is not there or was left half made. The root lives in the user's cache folder, never in the work tree.
#
# PLATFORM is "oldest" (Debian 13, and what is meant without a word) or "newest" (Debian testing, as it
# was on the day the root was made: remove the folder to have it anew). Each keeps its own root.
#
# Its name carries a stamp made from the package list and the recipe's number (raise it when
# make_root changes), so a change of either makes a new one. It is made under another name and
# renamed when complete: a folder with the right name and the right stamp inside is a whole root.
# tests/dev/ tries what can go wrong here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
say () { printf '%s\n' "./dev: $*" >&2; }

case ${1:-oldest} in
  oldest) suite=trixie kind=debian13 title='Debian 13' ;;
  newest) suite=testing kind=newest title='Debian testing' ;;
  *) say "there is no platform “$1”; there are oldest and newest."; exit 2 ;;
esac
recipe=1
packages=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/packages" | paste -sd, -)
stamp=$(printf '%s\n' "$suite" "$recipe" "$packages" | sha256sum | cut -c1-12)
cache=${EUPHORIA_ROOT_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/euphoria}
root=$cache/$kind-$stamp

whole () { [ "$(cat "$root/etc/euphoria-root" 2>/dev/null)" = "$stamp" ]; }
answer () { printf '%s\n' "$root"; exit 0; }

install_tools () {
  local need=()
  command -v mmdebstrap >/dev/null || need+=(mmdebstrap)
  command -v bwrap >/dev/null || need+=(bubblewrap)
  [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || need+=(uidmap)
  [ ${#need[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "needs GTK 4.18, libadwaita 1.7 and the other libraries of build-aux/dev/here.sh, or Debian's ${need[*]}."
    exit 1
  fi
  if [ "$(id -u)" != 0 ]; then
    say "needs ${need[*]} once. Run: sudo apt-get install -y ${need[*]}"
    exit 1
  fi
  say "installing ${need[*]} …"
  local log=$cache/apt.log
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${need[@]}"; } \
       >"$log" 2>&1 </dev/null || ! command -v mmdebstrap >/dev/null || ! command -v bwrap >/dev/null; then
    say "could not install ${need[*]}: is the network there? The whole story is in $log"
    exit 1
  fi
}

make_root () {
  local new=$1 log=$2
  local options=(--variant=minbase --include="$packages" --aptopt='Acquire::Languages "none"'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --customize-hook='for l in sv_SE en_US zh_CN; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done'
    --customize-hook='echo LANG=en_US.UTF-8 > "$1/etc/locale.conf"')
  # A suite that moves may be older at a mirror than its date allows.
  [ "$kind" = debian13 ] || options+=(--aptopt='Acquire::Check-Valid-Until "false"')
  export TMPDIR=$cache
  if [ "$(id -u)" = 0 ]; then
    mmdebstrap --mode=root "${options[@]}" $suite "$new" >"$log" 2>&1
  else
    # As a tar stream every file becomes the user's own: no second user's files to clean up.
    (set -o pipefail
     mmdebstrap --mode=unshare --format=tar "${options[@]}" $suite - 2>"$log" |
       tar -x --no-same-owner --exclude='./dev/*' -C "$new" 2>>"$log")
  fi
}

explain () {
  local log=$1
  if grep -qiE 'no space left|enough free space' "$log"; then
    say "the disk is full: the $title root needs 2.5 GB in $cache."
  elif grep -qiE 'could not resolve|temporary failure|could not connect|connection (refused|timed out|failed)|network is unreachable|failed to fetch' "$log"; then
    say "no network, and the $title root is not made yet: connect once and try again."
  elif grep -qiE 'subuid|newuidmap|unshare' "$log"; then
    say "your user may not make a root here (no /etc/subuid entry or user namespaces are off); the reason stands in $log"
  else
    say "the $title root could not be made; the reason stands in $log"
  fi
}

if whole && command -v bwrap >/dev/null; then answer; fi
if ! mkdir -p "$cache" 2>/dev/null; then
  say "can't write to $cache: set EUPHORIA_ROOT_DIR to a folder with 2.5 GB of room."
  exit 1
fi
exec 9>"$cache/lock"
flock -n 9 || { say "another ./dev is making the root; waiting for it …"; flock 9; }
install_tools
if whole; then answer; fi

new=$cache/new-root
log=$cache/root.log
maker=

# Removes the half-made root and what mmdebstrap left beside it, partly files of its mapped users. One that
# was killed may have left /proc mounted in there.
clean () {
  local left=("$cache"/mmdebstrap.*) place
  { findmnt -rno TARGET 2>/dev/null || true; } | while IFS= read -r place; do
    place=$(printf '%b' "$place")
    case $place in "$new"/*) umount -l "$place" || true ;; esac
  done
  chmod -R u+rwX "$new" 2>/dev/null || true
  rm -rf --one-file-system "$new"
  [ -e "${left[0]}" ] || return 0
  rm -rf --one-file-system "${left[@]}" 2>/dev/null ||
    mmdebstrap --unshare-helper rm -rf --one-file-system "${left[@]}" 2>/dev/null || true
}

interrupted () {
  trap '' INT TERM HUP
  [ -z "$maker" ] || kill -TERM -- "-$maker" 2>/dev/null || true
  wait
  clean
  say "interrupted; the next ./dev starts the $title root again."
  exit 130
}

[ ! -e "$new" ] || say "found a half-made root; starting again."
clean
rm -rf --one-file-system "$root"
free=$(df -Pk "$cache" | awk 'NR == 2 { print int ($4 / 1024) }')
if [ "$free" -lt 3000 ]; then
  say "only $free MB free in $cache; the $title root needs 3000 (EUPHORIA_ROOT_DIR names another place)."
  exit 1
fi
mkdir "$new"
say "making a $title root in $cache (about two minutes, once) …"
# In the background, as a process group of its own: so a signal is answered at once. It keeps the
# lock too: should this script alone be killed, the next one waits for it and starts again.
trap interrupted INT TERM HUP
set -m
make_root "$new" "$log" </dev/null >&2 &
maker=$!
set +m
if ! wait "$maker"; then
  explain "$log"
  clean
  exit 1
fi
trap - INT TERM HUP
echo "$stamp" >"$new/etc/euphoria-root"
mv "$new" "$root"
for old in "$cache/$kind"-*; do
  [ "$old" = "$root" ] || { chmod -R u+rwX "$old" 2>/dev/null || true; rm -rf --one-file-system "$old"; }
done
answer
