#!/usr/bin/env python3
"""Checks that data flows one way: a room includes only rooms above it.

usage: tools/check_layers.py        (from anywhere; exits 1 and names each break)
"""
import pathlib
import re
import sys

# The order in which the data flows; engine/README.md says what each room does.
ROOMS = ["base", "lexicon", "text", "value", "ingest", "article", "grammar", "claim", "cluster", "compare", "reconcile",
         "pipeline", "store", "report", "service"]


def main():
    top = pathlib.Path(__file__).resolve().parent.parent
    breaks = []
    for path in sorted((top / "engine").glob("*/*")):
        if path.suffix not in (".h", ".cc"):
            continue
        room = path.parent.name
        if room not in ROOMS:
            breaks.append(f"{path.relative_to(top)}: '{room}' is no room of the house")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'#include "(engine|tools|tests|bench)/(?:(\w+)/)?', line)
            if not found:
                continue
            tree, other = found.groups()
            if tree != "engine" or other not in ROOMS or ROOMS.index(other) > ROOMS.index(room):
                breaks.append(f"{path.relative_to(top)}:{number}: {room} may not include: {line}")
    print("\n".join(breaks) or "layers hold")
    return 1 if breaks else 0


if __name__ == "__main__":
    sys.exit(main())
