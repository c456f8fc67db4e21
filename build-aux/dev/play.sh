#!/usr/bin/env bash
# play.sh BUILD OUT: plays the sample meeting through the real windows on a virtual display, leaves
# pictures and the signed record in OUT, and prints how the record verifies.
set -euo pipefail
build=$1
out=$2
mkdir -p "$out"
find "$out" -maxdepth 1 -type f \( -name '*.png' -o -name '*.pdf' -o -name '*.json' \) -delete
EUP_BUILD=$build EUP_SOURCE=$EUP_TREE python3 "$EUP_TREE/tests/journey/play.py" "$out"
