#!/usr/bin/env bash
# bench.sh BUILD [--pairs N] [NAME…]: prints each benchmark as a ratio to a peer measured in the same
# run (tests/bench/bench.py; figures and their meaning: docs/performance.md).
set -euo pipefail
export LD_LIBRARY_PATH=$1/src${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
exec python3 "$EUP_TREE/tests/bench/bench.py" "$@"
