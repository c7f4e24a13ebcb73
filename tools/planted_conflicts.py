#!/usr/bin/env python3
"""Plants human-written edits into one of two copies of an article and counts how many come out.

usage: tools/planted_conflicts.py --engine PATH --articles DROP.jsonl[.gz] PAIRS.tsv... [--most N]

PAIRS.tsv has the columns id, label, text_a, text_b, meta. Of every pair labelled "diverge", text_a becomes a paragraph
of an article and text_b one of its copy in another outlet; of every pair labelled "agree" the same, to count false
alarms. Each pair has an article and a day of its own; all go through one run of `concord reconcile`. A planted pair is
found where a divergence that is not apparent, nor about voices, has claims in both planted paragraphs. Printed by
file: planted conflicts found, equivalents with a divergence, and of those found how many bear each type, by the kind
of edit in `meta`.
"""
import argparse
import collections
import csv
import gzip
import json
import subprocess


def rows(path, most):
    """The first rows of each label, as the file has them."""
    kept = collections.defaultdict(list)
    for row in csv.DictReader(open(path), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["text_a"] != row["text_b"]: kept[row["label"]].append(row)
    return [r for label in ("diverge", "agree") for r in kept[label][:most]]


def articles(path):
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    return [json.loads(line) for line in opened]


def paragraphs_of(article):
    return [p for p in article["text"].splitlines() if p.strip()]


def drop(pairs, bases):
    for i, row in enumerate(pairs):
        base = bases[i % len(bases)]
        paragraphs = paragraphs_of(base)
        day = f"{1990 + i // 300}-{1 + i % 300 // 25:02d}-{1 + i % 25:02d}"
        for side in "ab":
            text = "\n\n".join(paragraphs[:2] + [row["text_" + side]] + paragraphs[2:])
            yield dict(id=f"{i}{side}", outlet=f"Outlet {side.upper()}", published=day, title=base.get("title", ""), text=text,
                       url=f"https://{side}.example.org/{i}")


def found_types(engine, pairs, bases):
    """By pair, the types of the divergences between its two planted paragraphs."""
    lines = "".join(json.dumps(d) + "\n" for d in drop(pairs, bases))
    done = subprocess.run([engine, "reconcile", "-", "--format=jsonl", "--threads=1"], input=lines.encode(), capture_output=True)
    if done.returncode > 1: raise SystemExit(done.stderr.decode())
    place, planted_in, found = {}, {}, collections.defaultdict(set)
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        if "article" in record:
            a = record["article"]
            text, row = a["text"].encode(), pairs[int(a["external_id"][:-1])]
            begin = text.find(row["text_" + a["external_id"][-1]].encode())
            place[a["article_id"]] = (a["external_id"], begin, begin + len(row["text_" + a["external_id"][-1]].encode()))
        elif "claim" in record:
            c = record["claim"]
            name, begin, end = place[c["article_id"]]
            if begin <= c["span"]["begin_byte"] < end: planted_in[c["claim_id"]] = name
        elif "divergence" in record:
            d = record["divergence"]
            if d["apparent"] or d["type"] == "DIVERGENCE_TYPE_ATTRIBUTION": continue
            names = {planted_in[i] for i in d["claim_ids"] if i in planted_in}
            for n in {n[:-1] for n in names}:
                if {n + "a", n + "b"} <= names: found[int(n)].add(d["type"][len("DIVERGENCE_TYPE_"):].lower())
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--engine", required=True)
    ap.add_argument("--articles", required=True)
    ap.add_argument("--most", type=int, default=150)
    ap.add_argument("pairs", nargs="+")
    a = ap.parse_args()
    bases = [b for b in articles(a.articles) if len(paragraphs_of(b)) >= 4]
    for path in a.pairs:
        pairs = rows(path, a.most)
        found = found_types(a.engine, pairs, bases)
        count = lambda label: sum(r["label"] == label for r in pairs)
        hits = lambda label: sum(r["label"] == label and i in found for i, r in enumerate(pairs))
        print(f"{path.split('/')[-1]}: planted {count('diverge')} found {hits('diverge')}; equivalent {count('agree')} raised {hits('agree')}")
        kinds = collections.defaultdict(collections.Counter)
        for i, row in enumerate(pairs):
            if row["label"] != "diverge": continue
            kind = row["meta"].split(";")[-1]
            kinds[kind]["planted"] += 1
            for t in found.get(i, ()): kinds[kind][t] += 1
        for kind, counts in sorted(kinds.items()): print("   ", kind, dict(counts))


if __name__ == "__main__":
    main()
