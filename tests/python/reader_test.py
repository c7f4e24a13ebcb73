"""The Python reader against the engine's own words.

usage: reader_test.py CONCORD     a built concord; the package is on the path
"""

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import concord
from google.protobuf import json_format

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests/data/sample"
PROGRAM = ""  # set below


def run_concord(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=False,
                          capture_output=True, **options).stdout


def small_stream():
    """A stream of two short articles."""
    lines = [{"id": "1", "outlet": "The Calder Post",
              "text": "The ferry ran aground off Calder Point."},
             {"id": "2", "outlet": "Ostrey Today",
              "text": "The ferry ran aground off Calder Point – at 6pm."}]
    return run_concord("reconcile", "-", "--format=pbs",
                       input="\n".join(map(json.dumps, lines)).encode())


class WholeStream(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bytes = run_concord("reconcile", SAMPLE)
        cls.run_ = concord.read(io.BytesIO(cls.bytes))

    def test_records_are_those_of_the_json_lines(self):
        lines = run_concord("reconcile", SAMPLE, "--format=jsonl").splitlines()
        records = list(concord.records(io.BytesIO(self.bytes)))
        self.assertEqual(len(records), len(lines))
        # The last states a digest of its own format.
        for record, line in zip(records[:-1], lines):
            self.assertEqual(record, json_format.Parse(line, type(record)()))

    def test_spans_are_words_of_the_article(self):
        for divergence in self.run_.divergences:
            for side in divergence.sides:
                article = self.run_.article_of(side.claim_ids[0])
                self.assertEqual(
                    self.run_.slice(article.article_id, side.span), side.value)

    def test_spans_count_bytes(self):
        run = concord.read(io.BytesIO(small_stream()))
        words = [run.slice(claim.article_id, claim.span)
                 for claim in run.claims.values()]
        self.assertTrue(any(word.endswith("– at 6pm") for word in words), words)

    def test_tables_hold_the_run(self):
        run, tables = self.run_, concord.tables(self.run_)
        self.assertEqual(len(tables.articles), len(run.articles))
        self.assertEqual(len(tables.claims), len(run.claims))
        self.assertEqual(list(tables.agreements.agreement_id),
                         [item.agreement_id for item in run.agreements])
        self.assertEqual(len(tables.divergences),
                         sum(len(item.sides) for item in run.divergences))
        self.assertTrue(set(tables.claims.article_id)
                        <= set(tables.articles.article_id))
        ids = tables.divergences.claim_ids.explode()
        self.assertTrue(set(ids) <= set(tables.claims.claim_id))
        self.assertEqual(str(tables.articles.published.dtype),
                         "datetime64[ns, UTC]")

    def test_tables_name_kinds_in_words(self):
        tables = concord.tables(self.run_)
        self.assertIn("negation", set(tables.divergences["type"]))
        self.assertLessEqual(set(tables.agreements.kind),
                             {"verbatim", "paraphrase", "inference",
                              "quote_variant"})

    def test_tables_of_nothing_have_their_columns(self):
        stream = run_concord("extract", SAMPLE)
        tables = concord.tables(concord.read(io.BytesIO(stream)))
        self.assertEqual(len(tables.claims), 0)
        self.assertIn("speaker", tables.claims.columns)

    def test_every_verb_is_read(self):
        for verb in ("extract", "segment", "claims"):
            run = concord.read(io.BytesIO(run_concord(verb, SAMPLE)))
            self.assertEqual(run.header.verb, verb)
            self.assertEqual(len(run.articles), len(self.run_.articles))


class DamagedStream(unittest.TestCase):
    def read(self, data):
        return concord.read(io.BytesIO(data))

    def test_cut_anywhere_is_an_error(self):
        data = small_stream()
        self.read(data)
        for end in range(len(data)):
            with self.assertRaises(concord.DamagedStream):
                self.read(data[:end])

    def test_a_byte_altered_anywhere_is_an_error(self):
        data = small_stream()
        for at in range(len(data)):
            altered = bytearray(data)
            altered[at] ^= 0x01
            with self.assertRaises(concord.DamagedStream, msg=f"byte {at}"):
                self.read(bytes(altered))

    def test_anything_after_the_end_is_an_error(self):
        data = small_stream()
        for more in (b"\0", data):
            with self.assertRaises(concord.DamagedStream):
                self.read(data + more)

    def test_the_message_says_where_and_what(self):
        data = small_stream()
        cases = {
            b"": "torn after byte 0: no trailer",
            data[:-1]: "torn: a record of",
            b'{"header":{}}\n' * 20: "is this a .pbs stream?",
            b"\xff" * 20: "is this a .pbs stream?",
        }
        for stream, words in cases.items():
            with self.assertRaisesRegex(concord.DamagedStream,
                                        re.escape(words)):
                self.read(stream)

    def test_the_message_names_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "run.pbs"
            path.write_bytes(small_stream()[:100])
            with self.assertRaisesRegex(concord.DamagedStream, str(path)):
                concord.read(path)


class Examples(unittest.TestCase):
    def test_that_of_the_package_runs(self):
        text = (ROOT / "tools/python/README.md").read_text()
        blocks = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
        self.assertTrue(blocks)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "run.pbs"
            path.write_bytes(run_concord("reconcile", SAMPLE))
            ran = subprocess.run([sys.executable, "-c", "\n".join(blocks)],
                                 cwd=folder, check=False, capture_output=True,
                                 text=True)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertTrue(ran.stdout)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
