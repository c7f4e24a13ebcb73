#include "engine/reconcile/reconcile.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/id.h"
#include "engine/base/parallel.h"
#include "engine/cluster/cluster.h"
#include "engine/compare/compare.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/account.h"
#include "engine/reconcile/article_sketch.h"
#include "engine/reconcile/candidates.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/doubt.h"
#include "engine/reconcile/event_pairs.h"
#include "engine/reconcile/links.h"
#include "engine/reconcile/origin.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story.h"
#include "engine/reconcile/story_book.h"
#include "engine/reconcile/wording_book.h"

namespace concord {
namespace {

std::vector<ArticleSet> StoriesOf(const Corpus& corpus, int threads,
                                  uint64_t& capped) {
  std::vector<ArticleSketch> sketches(corpus.articles());
  std::vector<uint64_t> hashes(corpus.articles());
  ParallelFor(corpus.articles(), threads, [&](size_t i) {
    const v1::Article& article = corpus.article(static_cast<uint32_t>(i));
    sketches[i] = SketchArticle(article);
    hashes[i] = ArticleHash(article.article_id());
  });
  return FindStories(corpus.articles(),
                     FindEventPairs(sketches, hashes, threads, capped));
}

Clustering ClusterClaims(const Corpus& corpus, int threads) {
  std::vector<absl::string_view> texts;
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    texts.push_back(corpus.claim(c).text());
  }
  ClusterOptions options;
  options.threads = threads;
  return ClusterTexts(texts, options);
}

// The pairs of near-duplicates in other articles, of one story or, where both
// stand alone, of any.
std::vector<ClaimPair> PairsOf(absl::Span<const ClusterEdge> edges,
                               const Corpus& corpus,
                               const WordingBook& wordings,
                               const StoryBook& stories) {
  std::vector<ClaimPair> pairs;
  for (const ClusterEdge& edge : edges) {
    const uint32_t a = wordings.FirstOf(edge.a);
    const uint32_t b = wordings.FirstOf(edge.b);
    if (a == b || corpus.ArticleOf(a) == corpus.ArticleOf(b)) continue;
    const bool alone =
        StandsAlone(corpus.claim(a)) && StandsAlone(corpus.claim(b));
    if (!alone && !stories.SameEvent(corpus.ArticleOf(edge.a),
                                     corpus.ArticleOf(edge.b))) {
      continue;
    }
    pairs.push_back({std::min(a, b), std::max(a, b)});
  }
  return pairs;
}

// Which claims will be compared: those that stand for a wording in a story, and
// those of `pairs`.
std::vector<bool> FindCompared(const Corpus& corpus,
                               const WordingBook& wordings,
                               const StoryBook& stories,
                               absl::Span<const ClaimPair> pairs) {
  std::vector<bool> compared(corpus.claims(), false);
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    if (stories.StoriesOf(corpus.ArticleOf(c)).empty()) continue;
    compared[wordings.FirstOf(c)] = true;
  }
  for (const ClaimPair& pair : pairs) {
    compared[pair.a] = true;
    compared[pair.b] = true;
  }
  return compared;
}

// The claims of `compared`, by index; the others stay empty.
std::vector<PreparedClaim> PrepareClaims(const Corpus& corpus,
                                         const std::vector<bool>& compared,
                                         int threads) {
  std::vector<PreparedClaim> prepared(corpus.claims());
  ParallelFor(prepared.size(), threads, [&](size_t i) {
    if (!compared[i]) return;
    const auto claim = static_cast<uint32_t>(i);
    prepared[i] = Prepare(corpus.claim(claim),
                          corpus.article(corpus.ArticleOf(claim)).text());
  });
  return prepared;
}

// Judges two claims of one article. Only repetition counts: an article that
// differs from itself is telling two things.
Verdict JudgeWithin(const PreparedClaim& a, const PreparedClaim& b,
                    const CompareContext& context) {
  Verdict verdict = Judge(a, b, context);
  if (verdict.relation == v1::Comparison::RELATION_AGREE ||
      verdict.relation == v1::Comparison::RELATION_AGREE_WITHIN) {
    verdict.reasons = {v1::REASON_CODE_SAME_ARTICLE};
    return verdict;
  }
  if (verdict.relation == v1::Comparison::RELATION_DIVERGE) verdict.same = 0.0f;
  verdict.relation = v1::Comparison::RELATION_UNRELATED;
  return verdict;
}

// Turns a conflict that says too little into UNSURE, with the reason.
void DoubtConflict(const Corpus& corpus, ClaimPair pair, Verdict& verdict) {
  if (verdict.relation != v1::Comparison::RELATION_DIVERGE) return;
  const auto side = [&](uint32_t claim) {
    return ClaimInText{corpus.claim(claim),
                       corpus.article(corpus.ArticleOf(claim)).text()};
  };
  const v1::ReasonCode doubt = DoubtAbout(side(pair.a), side(pair.b), verdict);
  if (doubt == v1::REASON_CODE_UNSPECIFIED) return;
  verdict.relation = v1::Comparison::RELATION_UNSURE;
  verdict.types.clear();
  verdict.reasons.insert(verdict.reasons.begin(), doubt);
  // Nor are they the same: unless it is but the name that is spelt otherwise.
  if (doubt != v1::REASON_CODE_NAMES_AGREE) verdict.same = 0.0f;
}

void KeepAllOf(absl::string_view claim_id, const Corpus& corpus,
               const WordingBook& wordings, RelationTable& relations) {
  const uint32_t claim = corpus.IndexOf(claim_id);
  if (claim >= corpus.claims() || corpus.claim(claim).claim_id() != claim_id) {
    return;
  }
  relations.KeepAllOf(wordings.FirstOf(claim));
}

std::vector<ClaimPair> Union(std::vector<ClaimPair> a,
                             absl::Span<const ClaimPair> b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

}  // namespace

Reconciliation ReconcileLinked(Corpus& corpus, const Links& links,
                               const ReconcileOptions& options) {
  const StoryBook stories(corpus.articles(), links.stories);
  const WordingBook wordings(corpus, stories);
  const std::vector<ClaimPair> near =
      PairsOf(links.edges, corpus, wordings, stories);

  const std::vector<PreparedClaim> prepared = PrepareClaims(
      corpus, FindCompared(corpus, wordings, stories, near), options.threads);
  const Candidates candidates = FindCandidates(
      corpus, wordings, prepared, stories.stories(), options.threads);

  RelationTable relations([&](ClaimPair pair) {
    const uint32_t a = corpus.ArticleOf(pair.a);
    const uint32_t b = corpus.ArticleOf(pair.b);
    CompareContext context = {.same_event = stories.SameEvent(a, b),
                              .found = true};
    if (a != b) {
      Verdict verdict = Compare(prepared[pair.a], prepared[pair.b], context);
      DoubtConflict(corpus, pair, verdict);
      return verdict;
    }
    // What other articles have in the same words speaks for them too.
    context.same_article = wordings.ArticlesOf(pair.a).size() == 1 &&
                           wordings.ArticlesOf(pair.b).size() == 1;
    return JudgeWithin(prepared[pair.a], prepared[pair.b], context);
  });
  if (!options.explain.empty()) {
    KeepAllOf(options.explain, corpus, wordings, relations);
  }
  relations.JudgeAll(Union(candidates.pairs, near), options.threads);

  const OriginBook origins(corpus, links.copied, options.outlets);
  Reconciliation account =
      BuildAccount(corpus, stories, wordings, origins, relations);
  account.capped_postings = candidates.capped_postings;
  account.capped_candidates = candidates.capped_pairs;
  return account;
}

Reconciliation Reconcile(absl::Span<const v1::Article> articles,
                         absl::Span<v1::Claim> claims,
                         const ReconcileOptions& options) {
  Corpus corpus(articles, claims);
  uint64_t capped = 0;
  Links links;
  links.stories = StoriesOf(corpus, options.threads, capped);
  Clustering clustering = ClusterClaims(corpus, options.threads);
  capped += clustering.stats.capped_postings;
  links.edges = clustering.edges;
  links.copied = FindCopies(corpus, options.threads, capped);

  Reconciliation account = ReconcileLinked(corpus, links, options);
  account.clusters = BuildClusters(corpus, clustering);
  account.capped_postings += capped;
  return account;
}

}  // namespace concord
