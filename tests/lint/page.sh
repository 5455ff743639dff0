#!/usr/bin/env bash
# page.sh PAGE - a manual page is well formed.
if mandoc -Tlint -Wwarning "$1"; then
  echo "[  PASSED  ] 1 test(s)."
else
  echo "[  FAILED  ] 1 test(s)."
  exit 1
fi
