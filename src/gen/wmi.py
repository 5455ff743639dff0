#!/usr/bin/env python3
"""wmi.py - makes src/base/vin_table.c from data/wmi.csv and data/china_models.csv.

Run by hand from the top of the tree, and check the result in:

    src/gen/wmi.py > src/base/vin_table.c
"""
import csv
import re

MOST = 40  # characters of a make
# What stands behind the name of a maker: years, remarks, the kind of company.
BEHIND = re.compile(r'(\s*[(/]|\s+(19|20)\d\d|,|\s+(through|from|until|for|made|built|since|before|after)\s|'
                    r'\s+(brand|cars?|trucks?|bus|van|SUV|MPV|motorcycle|moped|trailer|incomplete|light|medium|heavy|old)\b).*$')


def makers():
  result = {}
  with open('data/wmi.csv', newline='', encoding='utf-8') as file:
    for row in csv.DictReader(file):
      name = BEHIND.sub('', row['maker']).strip()
      if len(row['wmi']) == 3 and name:
        result[row['wmi'].upper()] = name[:MOST].strip()
  with open('data/china_models.csv', newline='', encoding='utf-8') as file:
    for row in csv.DictReader(file):
      result[row['wmi']] = row['make']
  return result


def main():
  names = makers()
  print('/* vin_table.c - made by src/gen/wmi.py from data/wmi.csv and data/china_models.csv; not edited by hand. */')
  print('#include "base/vin.h"\n')
  print('const struct vin_maker vin_makers[] = {')
  for wmi in sorted(names):
    print('\t{ "%s", "%s" },' % (wmi, names[wmi].replace('\\', '').replace('"', "'")))
  print('};\nconst size_t vin_makers_n = sizeof vin_makers / sizeof *vin_makers;')


if __name__ == '__main__':
  main()
