#!/usr/bin/env bash
# flatpak.sh: builds flatpak/*.json as it stands, from its first module to the last, installs it apart from
# the person's own programs, and holds a meeting in the sandbox. Needs Debian's packages and nothing else
# from a network: flatpak-runtime.sh assembles the runtime, flatpak-archives.py finds the modules' archives.
#   --build    only builds and installs
#   --devel    the same for the .Devel manifest, and starts the program in it instead of a meeting
#   --bundle   then makes what a municipality installs, and tries it (flatpak-bundle.sh)
#   --bench    then sets the start in the sandbox against the start outside
#   --built    before one of these: takes what is installed and builds nothing
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
tree=${EUP_TREE:-$(cd "$here/../.." && pwd -P)}
. "$here/flatpak-say.sh"

built=
[ "${1:-}" != --built ] || { built=yes; shift; }
what=${1:-}
id=io.github.euphoria_care.Euphoria
case $what in
  '' | --build | --bundle | --bench) ;;
  --devel) id=$id.Devel ;;
  *) say "flatpak knows --build, --devel, --bundle, --bench and --built, not “$what”."; exit 2 ;;
esac
manifest=$tree/flatpak/$id.json
version=$(sed -n 's/.*"runtime-version": *"\([^"]*\)".*/\1/p' "$manifest")
cache=${EUPHORIA_ROOT_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/euphoria}/flatpak
out=$tree/out/flatpak
sample=tests/data/cases/urgent-door-lock.json
export FLATPAK_USER_DIR=$cache/user
mkdir -p "$cache" "$out"

# What builds it, and what the meeting in the sandbox is watched with.
tools=(flatpak flatpak-builder elfutils mmdebstrap ostree xdg-desktop-portal fuse3 gnupg
  pcscd vsmartcard-vpcd xvfb openbox xdotool x11-utils x11-xkb-utils dbus at-spi2-core gir1.2-atspi-2.0 python3-gi poppler-utils openssl)

install_tools () {
  local need=() tool
  for tool in "${tools[@]}"; do
    dpkg-query -W -f '${Status}' "$tool" 2>/dev/null | grep -q ' installed$' || need+=("$tool")
  done
  [ ${#need[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || { say "needs a Debian with ${need[*]}."; exit 1; }
  [ "$(id -u)" = 0 ] || { say "needs ${need[*]} once. Run: sudo apt-get install -y ${need[*]}"; exit 1; }
  get () { apt-get update; DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
  step "installing ${need[*]}" "$cache/apt.log" get "${need[@]}"
}

# The program outside: on this machine where its libraries are new enough, else in the Debian 13 root.
outside () {
  cd "$tree"
  if [ "$root" = / ]; then "$@"; else EUP_TREE=$tree EUP_CWD=$tree "$here/enter.sh" "$root" "$@"; fi
}

build_outside () {
  outside sh -c 'test -f _build/debug/build.ninja || meson setup _build/debug --prefix "$PWD/_build/debug/install" --libdir lib
    meson compile -C _build/debug src/cli/euphoria-cli:executable src/ui/euphoria:executable'
  rm -f "$out"/outside.*
  EUPHORIA_NOW=2026-11-26T13:30:00+01:00 LANGUAGE=en \
    outside _build/debug/src/cli/euphoria-cli record "$sample" -o out/flatpak/outside.pdf
  # OpenSSL of Debian 12 can't set the days of a certificate.
  printf %s ett-hemligt-ord >"$out/password"
  outside bash build-aux/dev/certificate.sh out/flatpak/signer.p12 out/flatpak/password \
    "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["decision"]["decider"])' "$tree/$sample")"
}

"$here/here.sh" && root=/ || root=
install_tools
[ -n "$root" ] || root=$("$here/root.sh")
exec 9>"$cache/lock"
flock -n 9 || { say 'another ./dev flatpak is at work; waiting for it …'; flock 9; }
build_inside () {
  "$here/flatpak-runtime.sh" "$cache" "$version"
  step 'fetching the archives of the modules' "$cache/archives.log" \
    python3 "$here/flatpak-archives.py" "$manifest" "$cache" "$root"
  step 'building the manifest, every module of it (ten minutes the first time)' "$cache/build.log" \
    flatpak-builder --user --disable-rofiles-fuse --disable-download --extra-sources="$cache/archives" \
      --state-dir="$cache/state" --force-clean --install --repo="$cache/repo" "$cache/build" "$manifest"
}

[ -n "$built" ] || build_inside
say "installed in $FLATPAK_USER_DIR: $id, $(flatpak info --user "$id" | sed -n 's/^ *Installed[^:]*: *//p')"
[ "$what" != --build ] || exit 0
if [ "$what" = --bundle ]; then exec "$here/flatpak-bundle.sh" "$cache" "$out"; fi

# The journey asks for the program's words: from the program's own catalogues.
words=$cache/words
rm -rf "$words"
mkdir "$words"
ln -s "$(flatpak info --user --show-location "$id")/files/share/locale" "$words/po"
export EUP_SOURCE=$tree EUP_BUILD=$words
[ "$what" = --devel ] ||
  step 'making the same record outside, and a certificate' "$cache/outside.log" build_outside
if [ "$what" = --bench ]; then
  EUP_TREE=$tree EUP_CWD=$tree exec /usr/bin/python3 "$tree/tests/bench/bench_flatpak.py" "$tree" "$root"
fi
if [ "$what" = --devel ]; then journey=sandboxed_devel; say 'starting it …'
else journey=sandboxed; say 'holding a meeting in the sandbox …'; fi
EUP_FLATPAK_ID=$id /usr/bin/python3 "$tree/tests/journey/$journey.py" "$out" | tee "$out/sandboxed.tap" || true
passed=$(grep -c '^ok ' "$out/sandboxed.tap" || true)
failed=$(grep -c '^not ok ' "$out/sandboxed.tap" || true)
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ] && grep -q '^1\.\.' "$out/sandboxed.tap"
