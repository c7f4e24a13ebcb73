#include "engine/reconcile/reconcile.h"

#include <xxhash.h>

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
#include "engine/reconcile/event_pairs.h"
#include "engine/reconcile/origin.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story.h"
#include "engine/reconcile/story_book.h"

namespace concord {
namespace {

std::vector<ArticleSet> StoriesOf(const Corpus& corpus, int threads,
                                  uint64_t& capped) {
  std::vector<ArticleSketch> sketches(corpus.articles());
  std::vector<uint64_t> hashes(corpus.articles());
  ParallelFor(corpus.articles(), threads, [&](size_t i) {
    const v1::Article& article = corpus.article(static_cast<uint32_t>(i));
    sketches[i] = SketchArticle(article);
    hashes[i] =
        XXH3_64bits(article.article_id().data(), article.article_id().size());
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

std::vector<PreparedClaim> PrepareClaims(const Corpus& corpus, int threads) {
  std::vector<PreparedClaim> prepared(corpus.claims());
  ParallelFor(prepared.size(), threads, [&](size_t i) {
    const auto claim = static_cast<uint32_t>(i);
    prepared[i] = Prepare(corpus.claim(claim),
                          corpus.article(corpus.ArticleOf(claim)).text());
  });
  return prepared;
}

// Judges two claims. Within one article only repetition counts: an article that
// differs from itself is telling two things.
Verdict JudgePair(const PreparedClaim& a, const PreparedClaim& b,
                  const CompareContext& context) {
  Verdict verdict = Compare(a, b, context);
  if (!context.same_article) return verdict;
  if (verdict.relation == v1::Comparison::RELATION_DIVERGE) verdict.same = 0.0f;
  if (verdict.relation != v1::Comparison::RELATION_AGREE_WITHIN) {
    verdict.relation = v1::Comparison::RELATION_UNRELATED;
  }
  return verdict;
}

void AddEdges(absl::Span<const ClusterEdge> edges,
              std::vector<ClaimPair>& pairs) {
  for (const ClusterEdge& edge : edges) pairs.push_back({edge.a, edge.b});
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

Reconciliation Reconcile(absl::Span<const v1::Article> articles,
                         absl::Span<v1::Claim> claims,
                         const ReconcileOptions& options) {
  Corpus corpus(articles, claims);
  uint64_t capped = 0;
  const StoryBook stories(corpus.articles(),
                          StoriesOf(corpus, options.threads, capped));
  const std::vector<PreparedClaim> prepared =
      PrepareClaims(corpus, options.threads);
  const Clustering clustering = ClusterClaims(corpus, options.threads);
  capped += clustering.stats.capped_postings;

  std::vector<ClaimPair> candidates = FindCandidates(
      corpus, prepared, stories.stories(), options.threads, capped);
  AddEdges(clustering.edges, candidates);

  RelationTable relations([&](ClaimPair pair) {
    const uint32_t a = corpus.ArticleOf(pair.a);
    const uint32_t b = corpus.ArticleOf(pair.b);
    return JudgePair(prepared[pair.a], prepared[pair.b],
                     {.same_event = stories.SameEvent(a, b),
                      .same_article = a == b,
                      .found = true});
  });
  relations.JudgeAll(candidates, options.threads);

  const OriginBook origins(corpus, FindCopies(corpus, options.threads, capped),
                           options.outlets);
  Reconciliation account = BuildAccount(corpus, stories, origins, relations);
  account.clusters = BuildClusters(corpus, clustering);
  account.capped_postings = capped;
  return account;
}

}  // namespace concord
