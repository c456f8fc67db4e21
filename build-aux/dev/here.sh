#!/usr/bin/env bash
# Succeeds where this machine itself can build and test Euphoria: the libraries new enough, the tools there.
[ -z "${EUPHORIA_USE_ROOT:-}" ] || exit 1
command -v meson ninja blueprint-compiler pkg-config cc msgfmt python3 >/dev/null 2>&1 || exit 1
pkg-config --exists 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'poppler-glib >= 25.03' 'cairo >= 1.18' \
  json-glib-1.0 sqlcipher harfbuzz-subset libqpdf 'libcrypto >= 3.5' 'p11-kit-1 >= 0.25' lcms2 2>/dev/null || exit 1
# What the tests need besides: without one of these the Debian 13 root is the better place.
for tool in Xvfb openbox xdotool xprop setxkbmap dbus-daemon dbus-send openssl qpdf pdfsig pdftotext mutool \
            sqlcipher softhsm2-util pkcs11-tool gnome-text-editor yelp-check xmllint strip readelf; do
  command -v $tool >/dev/null 2>&1 || exit 1
done
python3 -c 'import gi, jsonschema; gi.require_version ("Atspi", "2.0")' 2>/dev/null
