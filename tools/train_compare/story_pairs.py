#!/usr/bin/env python3
"""Makes the training pairs that come from whole stories.

  story_pairs.py ENGINE OUT.tsv STORY_DIR...

A story folder holds drop.jsonl, the articles of several outlets on one event,
and gold.json, a reader's reconciliation of them: claims with their bytes,
agreements, divergences, pairs that must not be merged, pairs that may go either
way. ENGINE is the concord binary. Every two claims of two articles make a pair,
once in the reader's words and once in the engine's, whose claims stand for the
reader's claim that they share most bytes with (intersection over union, 0.3 at
least). Labels: agree, real, apparent (divergences), forbidden, other.

To judge what is learned, leave out one story, train, and score that story.
"""

import itertools
import json
import pathlib
import subprocess
import sys

MIN_OVERLAP = 0.3


def overlap(a, b):
    """Intersection over union of two half-open spans."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(both, 0) / (max(a[1], b[1]) - min(a[0], b[0]))


def pairs_of(groups):
    return {frozenset(p) for g in groups for p in itertools.combinations(g, 2)}


class Gold:
    """A reader's reconciliation."""

    def __init__(self, path):
        gold = json.loads(path.read_text(encoding="utf-8"))
        self.claims = {c["id"]: c for c in gold["claims"]}
        divergences = gold["divergences"]
        agree = pairs_of(g["ids"] for g in gold["agreements"])
        real = pairs_of(d["ids"] for d in divergences
                        if d["kind"] == "real" and d.get("same_core"))
        apparent = pairs_of(d["ids"] for d in divergences
                            if d["kind"] == "apparent")
        ignored = pairs_of(d["ids"] for d in divergences)
        ignored |= pairs_of(gold.get("ignore_pairs", []))
        forbidden = pairs_of(n["ids"] for n in gold["non_matches"])
        # The first that holds a pair labels it.
        self.labels = [("forbidden", forbidden), ("agree", agree),
                       ("real", real), ("apparent", apparent),
                       (None, ignored)]

    def label(self, x, y):
        pair = frozenset((x, y))
        for name, pairs in self.labels:
            if pair in pairs:
                return name
        return "other"

    def article(self, claim):
        return self.claims[claim]["article"]

    def stand_in(self, article, span):
        """The reader's claim that `span` of `article` stands for, or None."""
        best = max(((overlap(span, (c["begin"], c["end"])), c["id"])
                    for c in self.claims.values()
                    if c["article"] == article), default=(0, None))
        return best[1] if best[0] >= MIN_OVERLAP else None


def engine_claims(engine, drop, gold):
    """Yields (id of the reader's claim, text) for the engine's claims."""
    out = subprocess.run(
        [engine, "claims", drop, "--format=jsonl"],
        check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    article = {}
    for line in out.splitlines():
        record = json.loads(line)
        if "article" in record:
            a = record["article"]
            article[a["article_id"]] = a["external_id"]
        elif "claim" in record:
            c = record["claim"]
            span = (c["span"].get("begin_byte", 0), c["span"]["end_byte"])
            stands_for = gold.stand_in(article[c["article_id"]], span)
            if stands_for:
                yield stands_for, " ".join(c["text"].split())


def story_pairs(engine, folder):
    gold = Gold(folder / "gold.json")
    readers = sorted((i, " ".join(c["gist"].split()))
                     for i, c in gold.claims.items())
    engines = sorted(engine_claims(engine, folder / "drop.jsonl", gold))
    for claims in (engines, readers):
        for (x, a), (y, b) in itertools.combinations(claims, 2):
            if gold.article(x) == gold.article(y):
                continue
            label = gold.label(x, y)
            if label:
                yield label, a, b


def main(engine, out, *folders):
    with open(out, "w", encoding="utf-8") as file:
        file.write("id\tlabel\ttext_a\ttext_b\tmeta\n")
        for folder in map(pathlib.Path, folders):
            for n, row in enumerate(story_pairs(engine, folder)):
                file.write("\t".join([f"{folder.name}-{n}", *row, ""]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
