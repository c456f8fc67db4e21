#!/usr/bin/env bash
# debian.sh OUT: makes the Debian packages of this work tree in the folder OUT and has lintian judge them.
# A copy is built, so nothing is left in the tree; the tests are not part of the package (rules say why).
set -euo pipefail
cd "$EUP_TREE"
mkdir -p "$1"
out=$(cd "$1" && pwd -P)
log=$out/build.log
say () { printf '%s\n' "debian.sh: $*" >&2; }

for tool in dpkg-buildpackage dh lintian; do
  command -v "$tool" >/dev/null || { say "$tool is not there"; exit 1; }
done

# What git knows of, as it stands in the tree now; where git is not at hand, all but what was built.
files () {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard
  else
    find . \( -name .git -o -path './_build*' -o -path ./out -o -name __pycache__ \) -prune -o -type f -print0
  fi
}
work=$(mktemp -d "${TMPDIR:-/tmp}/euphoria-debian.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/euphoria"
files | while IFS= read -r -d '' file; do
  [ ! -f "$file" ] || printf '%s\0' "$file"
done | tar -c --null -T - | tar -x -C "$work/euphoria"
mv "$work/euphoria/packaging/debian" "$work/euphoria/debian"

version=$(sed -n "s/^ *version: '\(.*\)',$/\1/p" meson.build | head -n 1)
packed=$(cd "$work/euphoria" && dpkg-parsechangelog -S Version)
[ "$version" = "$packed" ] || { say "the changelog says $packed, meson.build says $version"; exit 1; }

# All that the package asks for must be there, but not what Debian takes for granted: no C++ is needed here.
if ! (cd "$work/euphoria" && dpkg-checkbuilddeps -I && DEB_BUILD_OPTIONS=nocheck dpkg-buildpackage -d -us -uc -b) \
     >"$log" 2>&1 </dev/null; then
  tail -n 30 "$log" >&2
  say "the packages could not be built; the whole story is in $log"
  exit 1
fi
rm -f "$out"/*.deb "$out"/*.changes "$out"/*.buildinfo
cp "$work"/*.deb "$work"/*.changes "$work"/*.buildinfo "$out"

# Warnings are shown, errors fail. As root lintian says that one should not be root: we are in a root of our own.
judged=0
lintian --allow-root --fail-on error "$work"/*.changes >"$out/lintian.log" 2>&1 || judged=$?
cat "$out/lintian.log"
[ $judged -eq 0 ] || { say "lintian finds errors"; exit 1; }
