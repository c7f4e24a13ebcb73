"""A whole run in memory, with its ids resolved."""

from concord.stream import records


class Run:
    """The records of one stream. Lists are in the order of the stream.

    header, trailer    those records
    articles, claims   by id, in the order of the stream
    sentences, clusters, stories, relations, agreements, divergences, uniques,
    comparisons, quarantines
    """

    _LISTS = {
        "sentence": "sentences", "cluster": "clusters", "story": "stories",
        "relation": "relations", "agreement": "agreements",
        "divergence": "divergences", "unique": "uniques",
        "comparison": "comparisons", "quarantine": "quarantines",
    }

    def __init__(self, stream):
        """`stream`: the records of a whole stream, as from records()."""
        self.header = self.trailer = None
        self.articles = {}
        self.claims = {}
        for name in self._LISTS.values():
            setattr(self, name, [])
        for record in stream:
            self._add(record)
        self._texts = {}

    def _add(self, record):
        kind = record.WhichOneof("kind")
        value = getattr(record, kind)
        if kind == "article":
            self.articles[value.article_id] = value
        elif kind == "claim":
            self.claims[value.claim_id] = value
        elif kind in self._LISTS:
            getattr(self, self._LISTS[kind]).append(value)
        else:
            setattr(self, kind, value)

    def slice(self, article_id, span):
        """The words of a TextSpan of an article; "" for one that is not set.

        Spans count bytes of the text in UTF-8.
        """
        if article_id not in self._texts:
            text = self.articles[article_id].text
            self._texts[article_id] = text.encode("utf-8")
        text = self._texts[article_id]
        return text[span.begin_byte:span.end_byte].decode("utf-8")

    def article_of(self, claim_id):
        """The article that makes a claim."""
        return self.articles[self.claims[claim_id].article_id]


def read(source):
    """The Run of a stream, a path or a binary file.

    Raises DamagedStream where it is torn or altered.
    """
    return Run(records(source))
