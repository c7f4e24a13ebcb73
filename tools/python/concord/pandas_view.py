"""A run as pandas tables. pandas is imported when they are asked for."""

from typing import Any, NamedTuple

from concord.names import name_of

ARTICLES = ["article_id", "external_id", "outlet", "title", "uri", "published",
            "modified", "agency", "byline", "superseded_by"]
CLAIMS = ["claim_id", "article_id", "outlet", "text", "words", "speaker",
          "polarity", "modality", "rank", "parent_claim_id", "disposition"]
AGREEMENTS = ["agreement_id", "kind", "articles", "outlets", "origins_min",
              "origins_max", "claim_ids"]
DIVERGENCES = ["divergence_id", "type", "severity", "apparent", "side", "value",
               "claim_ids"]


class Tables(NamedTuple):
    """DataFrames with the columns above.

    articles      a row an article; times are the first instant, UTC: NaT where
                  it is not known, or out of what pandas holds (1678 to 2261)
    claims        a row a claim; `words` as they stand in the article
    agreements    a row an agreement
    divergences   a row a side of a divergence, sides numbered from 1
    """

    articles: Any
    claims: Any
    agreements: Any
    divergences: Any


def tables(run):
    """The Tables of a Run. An id in one is a row of another."""
    import pandas
    articles = pandas.DataFrame(
        [_article(article) for article in run.articles.values()],
        columns=ARTICLES)
    for column in ("published", "modified"):
        articles[column] = pandas.to_datetime(articles[column], utc=True,
                                           errors="coerce")
    return Tables(
        articles,
        pandas.DataFrame([_claim(run, claim) for claim in run.claims.values()],
                         columns=CLAIMS),
        pandas.DataFrame([_agreement(item) for item in run.agreements],
                         columns=AGREEMENTS),
        pandas.DataFrame([row for item in run.divergences
                          for row in _sides(item)], columns=DIVERGENCES))


def _begin(message, field):
    """The first instant of an interval as text, or None."""
    interval = getattr(message, field)
    return interval.begin.ToJsonString() if interval.HasField("begin") else None


def _article(article):
    return (article.article_id, article.external_id, article.outlet,
            article.title, article.uri, _begin(article, "published"),
            _begin(article, "modified"), article.origin.agency,
            article.origin.byline, article.superseded_by)


def _claim(run, claim):
    return (claim.claim_id, claim.article_id,
            run.articles[claim.article_id].outlet, claim.text,
            run.slice(claim.article_id, claim.span), claim.attribution.speaker,
            name_of(claim, "polarity"), name_of(claim, "modality"),
            name_of(claim, "rank"), claim.parent_claim_id,
            name_of(claim, "disposition"))


def _agreement(item):
    support = item.support
    return (item.agreement_id, name_of(item, "kind"), support.articles,
            support.outlets, support.origins_min, support.origins_max,
            list(item.claim_ids))


def _sides(item):
    for number, side in enumerate(item.sides, 1):
        yield (item.divergence_id, name_of(item, "type"),
               name_of(item, "severity"), item.apparent, number, side.value,
               list(side.claim_ids))
