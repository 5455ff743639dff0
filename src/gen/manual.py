#!/usr/bin/env python3
"""manual.py TEMPLATE WORKBAY OUTPUT - fills a manual page's @tables@ from the program itself."""
import re
import subprocess
import sys

template, program, output = sys.argv[1:4]


def table(match):
    return subprocess.run([program, "manual", match.group(1)], check=True, capture_output=True,
                          text=True, encoding="utf-8").stdout.rstrip("\n")


with open(template, encoding="utf-8") as f:
    text = re.sub(r"^@(\w+)@$", table, f.read(), flags=re.M)
with open(output, "w", encoding="utf-8") as f:
    f.write(text)
