#!/usr/bin/env bash
# flatpak-bundle.sh CACHE OUT: from the installed Flatpak, what a municipality installs on machines without a
# store (docs/install-flatpak.md), in OUT:
#   euphoria.flatpak       one file, for a USB stick
#   repo/                  a repository for a web server or a shared folder, with euphoria.flatpakrepo
#   euphoria.asc           the key that both are signed with
#   SHA256SUMS.asc         what the files' checksums are, signed
# EUPHORIA_GPG_KEY (with EUPHORIA_GPG_HOME) names the key. Without it a throw-away one is made and the
# result is good for trying out only. EUPHORIA_REPO_URL: where the repository will be reached.
# Then it tries what it made: each installs where the key is known, and nothing that was changed or signed
# by somebody else does.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=$1
out=$2
id=io.github.euphoria_care.Euphoria
arch=$(uname -m)
export FLATPAK_USER_DIR=$cache/user
. "$here/flatpak-say.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/euphoria-bundle.XXXXXX")
chmod 700 "$work"
trap 'for place in gpg other person; do gpgconf --homedir "$work/$place" --kill all 2>/dev/null || true; done; rm -rf "$work"' EXIT

# make_key FOLDER NAME: a key without a password; prints its fingerprint.
make_key () {
  mkdir -m 700 "$1"
  gpg --homedir "$1" --batch --quiet --passphrase '' --quick-generate-key "$2" ed25519 sign 7d
  fingerprint "$1"
}

fingerprint () { gpg --homedir "$1" --list-keys --with-colons ${2:+"$2"} | awk -F: '$1 == "fpr" { print $10; exit }'; }

home=${EUPHORIA_GPG_HOME:-${GNUPGHOME:-$HOME/.gnupg}}
url=${EUPHORIA_REPO_URL:-file://$out/repo}
if [ -n "${EUPHORIA_GPG_KEY:-}" ]; then
  key=$(fingerprint "$home" "$EUPHORIA_GPG_KEY")
else
  say 'no EUPHORIA_GPG_KEY: signing with a key made for this run; good for trying out, not for handing on.'
  home=$work/gpg
  key=$(make_key "$home" 'Euphoria, throw-away <nobody@example.org>' 2>"$work/gpg.log")
fi

make_repository () {
  rm -rf "$out/repo"
  flatpak build-export --gpg-sign="$key" --gpg-homedir="$home" --disable-fsync "$out/repo" "$cache/build" stable
  flatpak build-update-repo --gpg-sign="$key" --gpg-homedir="$home" --title=Euphoria \
    --comment='Euphoria, from the municipality’s own repository' --default-branch=stable --generate-static-deltas "$out/repo"
  cat >"$out/repo/euphoria.flatpakrepo" <<KEYS
[Flatpak Repo]
Title=Euphoria
Url=$url
GPGKey=$(gpg --homedir "$home" --export "$key" | base64 --wrap=0)
KEYS
}

make_bundle () {
  gpg --homedir "$home" --export "$key" >"$work/key.gpg"
  gpg --homedir "$home" --armor --export "$key" >"$out/euphoria.asc"
  flatpak build-bundle --arch="$arch" --gpg-sign="$key" --gpg-homedir="$home" --gpg-keys="$work/key.gpg" \
    --repo-url="$url" "$out/repo" "$out/euphoria.flatpak" $id stable
  (cd "$out" && sha256sum euphoria.flatpak euphoria.asc repo/euphoria.flatpakrepo |
    gpg --homedir "$home" --batch --yes --local-user "$key" --output SHA256SUMS.asc --clear-sign)
}

step 'making the repository' "$cache/bundle.log" make_repository
step 'making the bundle' "$cache/bundle.log" make_bundle

passed=0 failed=0
# holds WORDS COMMAND…: whether it does what the words say
holds () {
  local words=$1
  shift
  if "$@" >"$work/try.log" 2>&1 </dev/null; then passed=$((passed + 1)); echo "ok $((passed + failed)) - $words"
  else failed=$((failed + 1)); echo "not ok $((passed + failed)) - $words"; sed 's/^/# /' "$work/try.log"; fi
}

# Each try has a place of its own. The runtime is another matter: --no-deps leaves it out.
place () { export FLATPAK_USER_DIR=$work/$1; rm -rf "$FLATPAK_USER_DIR"; }
install_from () { flatpak --user install -y --noninteractive --no-deps "$@"; }

from_repository () {
  place by-repository
  flatpak --user remote-add euphoria "$1"
  install_from euphoria $id
}

from_bundle () {
  place by-bundle
  install_from --bundle "$out/euphoria.flatpak"
}

# A repository of the same address whose commits somebody else has signed.
from_a_false_repository () {
  cp -a "$out/repo" "$work/false"
  rm -f "$work/false/summary.sig" "$work"/false/objects/*/*.commitmeta
  flatpak build-sign --gpg-sign="$other" --gpg-homedir="$work/other" "$work/false" $id stable
  flatpak build-update-repo --gpg-sign="$other" --gpg-homedir="$work/other" "$work/false"
  sed "s|^Url=.*|Url=file://$work/false|" "$out/repo/euphoria.flatpakrepo" >"$work/false.flatpakrepo"
  from_repository "$work/false.flatpakrepo"
}

# As a person does it who has our key and no other.
checksums () {
  mkdir -p -m 700 "$work/person"
  gpg --homedir "$work/person" --batch --import "$out/euphoria.asc"
  gpg --homedir "$work/person" --batch --output "$work/SHA256SUMS" --yes --decrypt "$1" && (cd "$out" && sha256sum --check "$work/SHA256SUMS")
}

false_checksums () {
  (cd "$out" && sha256sum euphoria.flatpak) | gpg --homedir "$work/other" --batch --yes --output "$work/false.asc" --clear-sign
  ! checksums "$work/false.asc"
}

# One byte in its middle is another one.
with_a_changed_byte () {
  python3 - "$out/euphoria.flatpak" "$work/changed.flatpak" <<'PY'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)
PY
  place by-bundle
  install_from --bundle "$work/changed.flatpak"
}

refused () { ! "$@" && ! flatpak --user info $id; }

digests () { (cd "$1/files" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }
same_as_tried () {
  cmp <(digests "$(flatpak --user info --show-location $id)") \
    <(digests "$(FLATPAK_USER_DIR=$cache/user flatpak --user info --show-location $id)")
}

asks_for_signatures () { [[ $(flatpak --user remotes --columns=name,options) != *no-gpg-verify* ]]; }

other=$(make_key "$work/other" 'Somebody else <other@example.org>' 2>>"$work/gpg.log")
holds 'the repository installs with its key' from_repository "$out/repo/euphoria.flatpakrepo"
holds 'what it installs is what was tried' same_as_tried
holds 'it is asked for its signature each time' asks_for_signatures
holds 'a repository that somebody else signed is refused' refused from_a_false_repository
holds 'the bundle installs' from_bundle
holds 'its updates come from the repository' grep "url=$url\$" "$work/by-bundle/repo/config"
holds 'what it installs is what was tried' same_as_tried
holds 'a bundle with one changed byte is refused' refused with_a_changed_byte
holds 'the checksums are ours and right' checksums "$out/SHA256SUMS.asc"
holds 'checksums that somebody else signed are refused' false_checksums
say "in $out: $(cd "$out" && du -sh euphoria.flatpak repo | paste -sd' ' | tr '\t' ' '); key $key"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
