#!/usr/bin/env bash
# po-complete.sh - every text of the program is translated into each language, with the same formats.
#
# usage: tests/base/po-complete.sh BUILD_DIR
exec "$(dirname "$0")/../../po/update" --check "$(realpath "${1:-build-test}")"
