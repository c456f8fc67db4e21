#!/usr/bin/env bash
# flatpak.sh [--bundle]: builds flatpak/*.json as it stands, from its first module to the last, and
# plays a meeting in the sandbox. Needs Debian's packages and nothing else from a network.
#
# A GNOME runtime is assembled from Debian packages (flatpak-platform, flatpak-sdk) into a repository of
# our own; the modules' archives are the .orig files of Debian's source packages, found by their SHA-256.
# All of it lies beside the development root and is made again when a list changes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
tree=${EUP_TREE:-$(cd "$here/../.." && pwd -P)}
say () { printf '%s\n' "./dev: $*" >&2; }

id=io.github.euphoria_care.Euphoria
manifest=$tree/flatpak/$id.json
version=$(sed -n 's/.*"runtime-version": *"\([^"]*\)".*/\1/p' "$manifest")
arch=$(uname -m)
suite=testing
recipe=1
list () { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | sort -u; }
stamp=$( (echo "$suite" "$recipe" "$version"; list "$here/flatpak-platform" "$here/flatpak-sdk") | sha256sum | cut -c1-12)
cache=${EUPHORIA_ROOT_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/euphoria}/flatpak
export FLATPAK_USER_DIR=$cache/user
mkdir -p "$cache"

# step MESSAGE LOG COMMAND…: runs it into a log, which is shown when it fails.
step () {
  local message=$1 log=$2
  shift 2
  say "$message …"
  "$@" >"$log" 2>&1 </dev/null || { tail -n 25 "$log" >&2; say "that failed; the whole log is $log"; exit 1; }
}

# What builds it, and what the meeting in the sandbox is watched with.
tools=(flatpak flatpak-builder elfutils mmdebstrap
  xvfb openbox xdotool x11-utils x11-xkb-utils dbus at-spi2-core gir1.2-atspi-2.0 python3-gi poppler-utils openssl)

install_tools () {
  local need=() tool
  for tool in "${tools[@]}"; do
    dpkg-query -W -f '${Status}' "$tool" 2>/dev/null | grep -q ' installed$' || need+=("$tool")
  done
  [ ${#need[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || { say "needs ${need[*]} once. Run: sudo apt-get install -y ${need[*]}"; exit 1; }
  install () { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
  step "installing ${need[*]}" "$cache/apt.log" install "${need[@]}"
}

# debian SUITE-FOLDER PACKAGES: the folder of a Debian system; a mirror may lag behind what its index promises.
debian () {
  local folder=$1 packages=$2
  local options=(--variant=minbase --include="$packages" --aptopt='Acquire::Languages "none"'
    --aptopt='Acquire::Check-Valid-Until "false"'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
    --customize-hook='for l in sv_SE en_US zh_CN; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done')
  rm -rf --one-file-system "$folder"
  if [ "$(id -u)" = 0 ]; then
    mmdebstrap --mode=root "${options[@]}" $suite "$folder"
  else
    mkdir "$folder"
    mmdebstrap --mode=unshare --format=tar "${options[@]}" $suite - |
      tar -x --no-same-owner --exclude='./dev/*' -C "$folder"
  fi
}

# export_runtime FOLDER ID: its /usr becomes the runtime, with /etc inside, as Flatpak wants it.
export_runtime () {
  local folder=$1 name=$2 out=$cache/runtime
  rm -rf --one-file-system "$out"
  mkdir -p "$out/files" "$out/var"
  mv "$folder/usr" "$out/usr"
  cp -a "$folder/etc" "$out/usr/etc"
  echo /app/lib >"$out/usr/etc/ld.so.conf.d/00-app.conf"
  cat >"$out/usr/etc/fonts/conf.d/50-sandbox.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/app/share/fonts</dir><dir>/run/host/fonts</dir></fontconfig>
XML
  cat >"$out/metadata" <<KEYS
[Runtime]
name=$name
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
KEYS
  flatpak build-export --runtime --disable-fsync "$cache/repo" "$out" "$version"
  rm -rf --one-file-system "$out" "$folder"
}

make_runtime () {
  [ "$(cat "$cache/stamp" 2>/dev/null)" != "$stamp" ] || return 0
  rm -rf --one-file-system "$cache/repo" "$cache/user" "$cache/state"
  step 'assembling a GNOME runtime from Debian packages (two minutes, once)' "$cache/platform.log" \
    debian "$cache/platform" "$(list "$here/flatpak-platform" | paste -sd,)"
  cp "$cache/platform/etc/apt/sources.list" "$cache/mirror"
  step 'storing the runtime' "$cache/export.log" export_runtime "$cache/platform" org.gnome.Platform
  step 'the same with compilers (four minutes, once)' "$cache/sdk.log" \
    debian "$cache/sdk" "$(list "$here/flatpak-platform" "$here/flatpak-sdk" | paste -sd,)"
  step 'storing it' "$cache/export.log" export_runtime "$cache/sdk" org.gnome.Sdk
  flatpak --user remote-add --no-gpg-verify --if-not-exists local "$cache/repo"
  step 'installing both' "$cache/install.log" \
    flatpak --user install -y --noninteractive local "org.gnome.Platform//$version" "org.gnome.Sdk//$version"
  echo "$stamp" >"$cache/stamp"
}

install_tools
make_runtime
step 'fetching the archives of the modules' "$cache/archives.log" \
  python3 "$here/flatpak-archives.py" "$manifest" "$cache" "$("$here/root.sh")"
step 'building the manifest, every module of it (ten minutes the first time)' "$cache/build.log" \
  flatpak-builder --user --disable-rofiles-fuse --disable-download --extra-sources="$cache/archives" \
    --state-dir="$cache/state" --force-clean --install --repo="$cache/repo" "$cache/build" "$manifest"

say "installed in $FLATPAK_USER_DIR: $(flatpak info --user "$id" | sed -n 's/^ *Installed: *//p')"

# The journey asks for the program's words: from the program's own catalogues.
words=$cache/words
rm -rf "$words"
mkdir "$words"
ln -s "$(flatpak info --user --show-location "$id")/files/share/locale" "$words/po"
say 'holding a meeting in the sandbox …'
EUP_SOURCE=$tree EUP_BUILD=$words /usr/bin/python3 "$tree/tests/journey/sandboxed.py" "$tree/out/flatpak"
