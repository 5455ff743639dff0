#!/bin/sh
# lists.sh - every file of schema/ is named in schema/meson.build: a view that is not would be missed by nobody.
#
# usage: lists.sh ROOT
cd "$1/schema" || exit 66
status=0
for file in */*; do
  if ! grep -q "'$file'" meson.build; then
    echo "schema/$file is not named in schema/meson.build"
    status=1
  fi
done
exit $status
