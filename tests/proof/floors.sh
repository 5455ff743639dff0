#!/usr/bin/env bash
# floors.sh BUILD FLOOR... - each floor's library needs nothing from a floor above it, and none of the calls that its
# floor does not make. The floors are named lowest first. Prints one line of result for each proof.
set -u
build=$1
shift
passed=0 failed=0

result() { # STATUS WHAT
  if [ "$1" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "[  FAILED  ] $2"; fi
}

# Names that a library defines, and those that it needs and does not define itself.
defined() { nm --defined-only "$1" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u; }
needed() { nm -u "$1" 2>/dev/null | awk '/ U / { print $2 }' | sort -u; }

above=""
for floor in $(printf '%s\n' "$@" | tac); do
  lib=$build/src/$floor/lib$floor.a
  # What this floor needs must not be defined on a floor above it.
  bad=""
  for upper in $above; do
    found=$(comm -12 <(needed "$lib") <(defined "$build/src/$upper/lib$upper.a" | grep -v '^__'))
    own=$(comm -12 <(printf '%s\n' "$found") <(defined "$lib"))
    found=$(comm -23 <(printf '%s\n' "$found") <(printf '%s\n' "$own"))
    [ -z "$found" ] || bad="$bad $upper: $found"
  done
  [ -z "$bad" ]
  result $? "floor $floor reaches up to:$bad"
  above="$above $floor"
done

# forbid FLOOR SYMBOLS... : symbols that a whole floor must not use.
forbid() {
  local floor=$1 found
  shift
  found=$(needed "$build/src/$floor/lib$floor.a" | grep -xE "$(printf '%s|' "$@" | sed 's/|$//')" || true)
  [ -z "$found" ]
  result $? "floor $floor uses what it must not:" $found
}

forbid domain time clock_gettime gettimeofday open open64 fopen fopen64 printf puts fwrite initscr newterm
forbid paper time clock_gettime open open64 fopen fopen64 printf puts sqlite3_step
forbid ui sqlite3_step sqlite3_prepare_v2 sqlite3_prepare_v3 fopen fopen64

# curses is known to the files of the terminal alone.
found=$(find "$build/src" "$build/screens" -name '*.o' 2>/dev/null | grep -vE '/(term|term_read|term_show|cli_misc)\.c\.o$' | xargs nm -uA 2>/dev/null |
  grep -E ' (initscr|newterm|wrefresh|waddnstr|wmove|doupdate|stdscr)$' || true)
[ -z "$found" ]
result $? "curses is known to: $found"

echo "[  PASSED  ] $passed test(s)."
[ "$failed" = 0 ] || { echo "[  FAILED  ] $failed test(s)."; exit 1; }
