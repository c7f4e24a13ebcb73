#!/usr/bin/env python3
"""Prints the table of the clustering hot path from one run of cluster_bench.

All contenders run interleaved, five times each; the best time counts. Ratios
within one run are what to trust: absolute times wander with the machine.

  tools/bench_table.py                       claims and documents, some minutes
  tools/bench_table.py --sentences FILE      real sentences too, one a line, .gz
  tools/bench_table.py --large               1M and 4M claims too, 4 GB
  tools/bench_table.py --instructions        instructions a claim, by callgrind
"""

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Stage of the pipeline -> function whose inclusive instructions it is.
STAGES = [
    ("text to shingles", "ShingleBlock::Add("),
    ("", "ShingleBlock::Shingle("),
    ("band keys", "Sketcher::BandKeys("),
    ("identical texts", "Inserter::Collapse("),
    ("bands", "Inserter::FindAndInsertInBand("),
    ("sort candidates", "SortUnique("),
    ("filter", "Judge::Filter("),
    ("verify", "Judge::Similarity("),
    ("all", "concord::ClusterTexts("),
]
CLAIMS_UNDER_CALLGRIND = 2000


def run(binary, pattern, sentences, repetitions):
    """Returns {benchmark: its best repetition}."""
    env = dict(os.environ)
    if sentences:
        env["CONCORD_BENCH_SENTENCES"] = sentences
    out = subprocess.run(
        [binary, f"--benchmark_filter={pattern}",
         f"--benchmark_repetitions={repetitions}",
         "--benchmark_enable_random_interleaving=true",
         "--benchmark_format=json"],
        env=env, check=True, stdout=subprocess.PIPE).stdout
    best = {}
    for row in json.loads(out)["benchmarks"]:
        if row["run_type"] != "iteration" or row.get("error_occurred"):
            continue
        name = "/".join(row["name"].split("/")[:2])
        if name not in best or row["cpu_time"] < best[name]["cpu_time"]:
            best[name] = dict(row, fastest=row["real_time"])
        best[name]["fastest"] = min(best[name]["fastest"], row["real_time"])
    return best


def nanoseconds(row):
    return row["per_text"] * 1e9


def print_runs(best):
    print(f"{'run':34}{'ns/text':>10}{'MB/s':>8}{'x plain':>9}"
          f"{'J>=.5':>8}{'J>=.7':>8}{'prec.':>8}{'B/text':>8}")
    for name, row in best.items():
        if not name.startswith(("Plain/", "Engine/", "LoneClaim/")):
            continue
        plain = best.get("Plain/" + re.sub(
            "_(avx2|scalar|2_threads)$", "", name.split("/")[1]))
        ratio = nanoseconds(plain) / nanoseconds(row) if plain else None
        cells = [row.get("bytes_per_second", 0) / 1e6, ratio,
                 row.get("recall_50"), row.get("recall_70"),
                 row.get("precision"), row.get("bytes_per_text")]
        formats = ["8.0f", "9.1f", "8.4f", "8.4f", "8.4f", "8.0f"]
        line = f"{name:34}{nanoseconds(row):10.0f}"
        for cell, form in zip(cells, formats):
            width = int(form[0])
            line += f"{cell:{form}}" if cell else " " * width
        print(line)


def print_ratio(title, best, over, under, gate, wall=False):
    if over not in best or under not in best:
        return
    if wall:
        value = best[over]["fastest"] / best[under]["fastest"]
    else:
        value = nanoseconds(best[over]) / nanoseconds(best[under])
    print(f"{title:52}{value:8.2f}   {gate}")


def print_limits(best):
    for corpus in ("claims_200k", "documents_10k"):
        stage = best.get("StageShingle/" + corpus)
        passes = [best.get(f"Limit{p}/{corpus}")
                  for p in ("Tokenise", "Hash", "Combine")]
        if not stage or not all(passes):
            continue
        limit = sum(nanoseconds(p) for p in passes)
        parts = " + ".join(f"{nanoseconds(p):.0f}" for p in passes)
        print(f"{corpus}: text to shingle hashes "
              f"{nanoseconds(stage):.0f} ns/text; tokenise + hash + combine "
              f"{parts} = {limit:.0f}: {limit / nanoseconds(stage):.0%}")
        whole = best.get("Engine/" + corpus)
        line = best.get("LimitRandomLine/32")
        sketch = best.get("StageSketch/" + corpus)
        if whole and line and sketch:
            lines = 19 * nanoseconds(line)  # 18 bands and the identity table
            total = limit + nanoseconds(sketch) + lines
            print(f"{corpus}: all {nanoseconds(whole):.0f}; passes + sketch "
                  f"{nanoseconds(sketch):.0f} + 19 lines x "
                  f"{nanoseconds(line):.1f} = {total:.0f}: "
                  f"{total / nanoseconds(whole):.0%}")


def print_instructions(binary):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind.out")
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
                   "--toggle-collect=concord::ClusterTexts*", binary,
                   "--benchmark_filter=Engine/claims_2k"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        text = subprocess.run(
            ["callgrind_annotate", "--inclusive=yes", "--threshold=100", out],
            check=True, stdout=subprocess.PIPE, text=True).stdout
    print("instructions a claim (inclusive), AVX2:", " ".join(command[:2]))
    for stage, function in STAGES:
        for line in text.splitlines():
            match = re.match(r"\s*([\d,]+) \([^)]*\)\s+\S*?:(.*)", line)
            if match and function in match[2]:
                count = int(match[1].replace(",", "")) / CLAIMS_UNDER_CALLGRIND
                print(f"  {stage:18}{function.rstrip('('):34}{count:8.0f}")
                break


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bench", default="build/bench/cluster/cluster_bench")
    parser.add_argument("--sentences")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--repetitions", type=int, default=5)
    args = parser.parse_args()
    if args.instructions:
        print_instructions(args.bench)
        return 0

    with tempfile.TemporaryDirectory() as folder:
        sentences = args.sentences
        if sentences and sentences.endswith(".gz"):
            sentences = os.path.join(folder, "sentences.txt")
            with gzip.open(args.sentences) as packed:
                with open(sentences, "wb") as plain:
                    shutil.copyfileobj(packed, plain)
        best = {}
        # One corpus is in memory at a time: contenders of one interleave.
        patterns = ["/claims_200k", "/boilerplate|Engine/claims_200k/",
                    "/documents", "seen_200k|RandomLine"]
        if sentences:
            patterns.append("/sentences")
        if args.large:
            patterns.append("claims_1M|claims_4M")
            patterns.append("seen_4M")
        for pattern in patterns:
            found = run(args.bench, pattern, sentences, args.repetitions)
            if "boilerplate" in pattern:
                clean = found.pop("Engine/claims_200k")
                found["Clean/claims_200k"] = clean
            best.update(found)
    print_runs(best)
    print()
    print_limits(best)
    print()
    print(f"{'ratio':52}{'':8}   gate / aim")
    print_ratio("10% boilerplate to clean", best, "Engine/boilerplate_200k",
                "Clean/claims_200k", "<= 1.3 / 1.25")
    print_ratio("the same, every instance with a word changed", best,
                "Engine/boilerplate_edited_200k", "Clean/claims_200k", "")
    print_ratio("one thread to two, wall clock (needs two idle cores)", best, "Engine/claims_200k",
                "Engine/claims_200k_2_threads", ">= 1.7", wall=True)
    print_ratio("a claim among 4M to one among 1M", best, "Engine/claims_4M",
                "Engine/claims_1M", "<= 1.15 / 1.10")
    return 0


if __name__ == "__main__":
    sys.exit(main())
