#!/usr/bin/env python3
"""unihan.py - makes src/base/unihan_table.c from the Unihan database.

Run by hand where Debian's unicode-data is installed, and check the result in:

    src/gen/unihan.py > src/base/unihan_table.c
"""
import bz2
import re
import unicodedata

FOLDER = '/usr/share/unicode/'
FIRST, LAST = 0x4E00, 0x9FFF
# Surnames whose reading the database gives too late or not at all.
SURNAMES = {'单': 's', '曾': 'z', '仇': 'q', '解': 'x', '查': 'z', '区': 'o', '朴': 'p', '翟': 'z', '覃': 'q', '种': 'c',
            '乐': 'y', '尉': 'y', '折': 's', '盖': 'g', '长': 'z', '召': 's', '重': 'c', '逄': 'p', '万': 'm', '俟': 'q'}


def rows(name):
  with bz2.open(FOLDER + name, 'rt', encoding='utf-8') as file:
    for line in file:
      if line.startswith('U+'):
        code, key, value = line.rstrip('\n').split('\t')
        yield int(code[2:], 16), key, value


def initial(reading):
  return unicodedata.normalize('NFD', reading)[0].lower()


def readings():
  """Each character's initials, the likeliest first."""
  by_key = {'kMandarin': {}, 'kHanyuPinlu': {}, 'kXHC1983': {}}
  for code, key, value in rows('Unihan_Readings.txt.bz2'):
    if key in by_key:
      by_key[key][code] = value
  result = {}
  for key, pattern in (('kMandarin', r'([^ ]+)'), ('kHanyuPinlu', r'([^ (]+)\('), ('kXHC1983', r':([^ ]+)')):
    for code, value in by_key[key].items():
      found = result.setdefault(code, [])
      for group in re.findall(pattern, value):
        for reading in group.split(','):
          if initial(reading) not in found:
            found.append(initial(reading))
  for character, letter in SURNAMES.items():
    if letter not in result[ord(character)]:
      result[ord(character)].append(letter)
  return result


def simplified():
  """Traditional to Simplified inside the Basic Multilingual Plane, followed to the end of each chain."""
  step = {}
  for code, key, value in rows('Unihan_Variants.txt.bz2'):
    if key == 'kSimplifiedVariant' and code <= 0xFFFF:
      targets = [int(v[2:], 16) for v in value.split()]
      targets = [t for t in targets if t != code and t <= 0xFFFF]
      if targets:
        step[code] = targets[0]
  result = {}
  for code in step:
    seen, at = {code}, code
    while at in step and step[at] not in seen:
      at = step[at]
      seen.add(at)
    result[code] = at
  return result


def main():
  initials, fold = readings(), simplified()
  for code, target in fold.items():
    own = initials.get(code, [])
    initials[code] = initials.get(target, []) + [i for i in own if i not in initials.get(target, [])]
  letters = [''.join(initials.get(code, [])) for code in range(FIRST, LAST + 1)]
  print(HEAD)
  print('const char unihan_initial[] =')
  first = ''.join(l[0] if l else '-' for l in letters)
  print('\n'.join('\t"%s"' % first[i:i + 96] for i in range(0, len(first), 96)) + ';\n')
  print('const struct unihan_more unihan_more[] = {')
  more = ['{ 0x%X, "%s" }, ' % (FIRST + i, l[1:]) for i, l in enumerate(letters) if len(l) > 1]
  print('\n'.join('\t' + ''.join(more[i:i + 6]).rstrip() for i in range(0, len(more), 6)))
  print('};\nconst size_t unihan_more_n = sizeof unihan_more / sizeof *unihan_more;\n')
  print('const char unihan_fold[] =')
  pairs = [chr(code) + chr(fold[code]) for code in sorted(fold)]
  print('\n'.join('\t"%s"' % ''.join(pairs[i:i + 24]) for i in range(0, len(pairs), 24)) + ';')
  print('const size_t unihan_fold_n = sizeof unihan_fold / UNIHAN_PAIR;')


HEAD = '''/* unihan_table.c - made by src/gen/unihan.py from the Unihan database of Unicode 15.0; not edited by hand.
 *
 * UNICODE, INC. LICENSE AGREEMENT - DATA FILES AND SOFTWARE
 *
 * Copyright (c) 1991-2022 Unicode, Inc. All rights reserved.
 * Distributed under the Terms of Use in https://www.unicode.org/copyright.html.
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of the Unicode data files and any
 * associated documentation (the "Data Files") or Unicode software and any associated documentation (the
 * "Software") to deal in the Data Files or Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to
 * permit persons to whom the Data Files or Software are furnished to do so, provided that either (a) this
 * copyright and permission notice appear with all copies of the Data Files or Software, or (b) this copyright and
 * permission notice appear in associated Documentation.
 *
 * THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
 * BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF
 * THIRD PARTY RIGHTS. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY
 * CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE,
 * DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
 * CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE.
 *
 * Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise
 * to promote the sale, use or other dealings in these Data Files or Software without prior written authorization
 * of the copyright holder. */
#include "base/unihan_table.h"
'''

if __name__ == '__main__':
  main()
