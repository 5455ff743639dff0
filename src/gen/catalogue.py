#!/usr/bin/env python3
"""catalogue.py - writes compiled translations as C.

usage: catalogue.py OUT.c CODE=FILE.mo ...
"""
import sys


def escaped(data):
  """Bytes as C string literals; octal with three digits, so that no digit behind it is taken in."""
  chunks = (data[i:i + 64] for i in range(0, len(data), 64))
  return '\n'.join('\t"' + ''.join('\\%03o' % byte for byte in chunk) + '"' for chunk in chunks)


def main(out, *catalogues):
  with open(out, 'w', encoding='utf-8') as file:
    file.write('/* Made by src/gen/catalogue.py. */\n#include "base/catalogue.h"\n\n')
    file.write('const struct catalogue catalogues[] = {\n')
    for code, path in (c.split('=', 1) for c in catalogues):
      with open(path, 'rb') as mo:
        data = mo.read()
      file.write('\t{ "%s", %d,\n%s },\n' % (code, len(data), escaped(data)))
    file.write('};\nconst size_t catalogues_n = sizeof catalogues / sizeof *catalogues;\n')


if __name__ == '__main__':
  main(*sys.argv[1:])
