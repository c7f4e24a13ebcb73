// Which articles share long passages.

#ifndef CONCORD_ENGINE_RECONCILE_COPIES_H_
#define CONCORD_ENGINE_RECONCILE_COPIES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"

namespace concord {

// Two articles, by index, a < b, with a good part of one in the other.
using CopiedPair = ClaimPair;

// Hashes of the article's runs of four words, sorted and distinct. Words inside
// quotation marks are left out: whoever reports a speech has its words, and
// that is no sign of copying.
std::vector<uint64_t> PassageHashes(const v1::Article& article);

// Share of the smaller set that is in the other, 0..1 (Broder's containment).
// Sets so small that their overlap may be chance have containment 0.
double Containment(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b);

// True where two articles with these passages are printings of one text.
bool AreCopies(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b);

// The keys under which an article meets others: a fixed share of its passages.
// Two articles are compared where they share one; a key that more than
// kCopyKeyCap articles have counts for those of least rank
// (PostingIndex::RankOf of ArticleHash).
std::vector<uint64_t> CopyKeys(absl::Span<const uint64_t> passages);
inline constexpr uint32_t kCopyKeyCap = 32;

// The pairs of articles one of which has a quarter of its passages in common
// with the other: printings of one text, trimmed, re-ordered or lightly
// rewritten. Independent reports of one event have an eighth at most. What caps
// kept out is added to `capped_postings`.
std::vector<CopiedPair> FindCopies(const Corpus& corpus, int threads,
                                   uint64_t& capped_postings);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_COPIES_H_
