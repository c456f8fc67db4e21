#!/usr/bin/env bash
# flatpak-runtime.sh CACHE VERSION: assembles org.gnome.Platform and org.gnome.Sdk from Debian packages
# (flatpak-platform, flatpak-sdk) and installs both into CACHE/user, once; again when a list changes.
#
# It stands in for GNOME's own runtime where no store can be reached: the same libraries in versions that
# Debian carries, laid out as Flatpak wants them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=$1
version=$2
arch=$(uname -m)
suite=testing
recipe=3
export FLATPAK_USER_DIR=$cache/user
. "$here/flatpak-say.sh"

list () { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | sort -u; }
stamp=$( (echo "$suite" "$recipe" "$version"; list "$here/flatpak-platform" "$here/flatpak-sdk") | sha256sum | cut -c1-12)

# debian FOLDER PACKAGES: a Debian system; a mirror may lag behind what its index promises.
debian () {
  local folder=$1 packages=$2
  local options=(--variant=minbase --include="$packages" --aptopt='Acquire::Languages "none"'
    --aptopt='Acquire::Check-Valid-Until "false"'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
    --customize-hook='for l in sv_SE en_US zh_CN; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done')
  export TMPDIR=$cache
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
  [ "$name" != org.gnome.Sdk ] || install -m755 "$here/flatpak-appstream" "$out/usr/bin/appstream-compose"
  # The fonts of the program, of the machine and of the person, as GNOME's own runtime finds them.
  cat >"$out/usr/etc/fonts/conf.d/50-sandbox.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/local-fonts</dir>
  <dir>/run/host/user-fonts</dir>
</fontconfig>
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

[ "$(cat "$cache/stamp" 2>/dev/null)" != "$stamp" ] || exit 0
free=$(df -Pk "$cache" | awk 'NR == 2 { print int ($4 / 1024) }')
[ "$free" -ge 8000 ] || { say "only $free MB free in $cache; making a runtime needs 8000."; exit 1; }
rm -rf --one-file-system "$cache/repo" "$cache/user" "$cache/state" "$cache/stamp"
step 'assembling a GNOME runtime from Debian packages (some minutes, once)' "$cache/platform.log" \
  debian "$cache/platform" "$(list "$here/flatpak-platform" | paste -sd,)"
cp "$cache/platform/etc/apt/sources.list" "$cache/mirror"
step 'storing the runtime' "$cache/export.log" export_runtime "$cache/platform" org.gnome.Platform
step 'the same with compilers (some minutes, once)' "$cache/sdk.log" \
  debian "$cache/sdk" "$(list "$here/flatpak-platform" "$here/flatpak-sdk" | paste -sd,)"
step 'storing it' "$cache/export.log" export_runtime "$cache/sdk" org.gnome.Sdk
flatpak --user remote-add --no-gpg-verify --if-not-exists local "$cache/repo"
step 'installing both' "$cache/install.log" \
  flatpak --user install -y --noninteractive local "org.gnome.Platform//$version" "org.gnome.Sdk//$version"
echo "$stamp" >"$cache/stamp"
