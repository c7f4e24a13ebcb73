#include "engine/reconcile/disposition.h"

#include <cstdint>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/reconcile/agreement.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/wording_book.h"

namespace concord {
namespace {

using v1::Comparison;

// Fills in dispositions from the strongest to the weakest; a claim keeps the
// first it is given.
class Disposer {
 public:
  Disposer(const Corpus& corpus, const WordingBook& wordings)
      : corpus_(corpus),
        wordings_(wordings),
        of_(corpus.claims(), v1::DISPOSITION_UNSPECIFIED) {}

  void Give(uint32_t claim, v1::Disposition disposition) {
    if (of_[claim] == v1::DISPOSITION_UNSPECIFIED) of_[claim] = disposition;
  }

  // Marks the lesser claim of every pair that repeats itself, and of the same
  // words in one article all but the greatest.
  void GiveRepeated(absl::Span<const JudgedPair> pairs) {
    std::vector<uint32_t> repeated;
    for (const JudgedPair& p : pairs) {
      if (p.verdict.relation != Comparison::RELATION_AGREE_WITHIN) continue;
      repeated.push_back(Outranks(p.pair.a, p.pair.b) ? p.pair.b : p.pair.a);
    }
    for (uint32_t claim : repeated) GiveAll(claim, v1::DISPOSITION_REPEATED);
    for (uint32_t c = 0; c < corpus_.claims(); ++c) {
      if (wordings_.IsFirst(c)) GiveRepeatedWords(wordings_.ClaimsOf(c));
    }
  }

  // Marks both claims of every pair of two articles with `relation`.
  void GivePartners(absl::Span<const JudgedPair> pairs,
                    Comparison::Relation relation,
                    v1::Disposition disposition) {
    for (const JudgedPair& p : pairs) {
      if (p.verdict.relation != relation) continue;
      if (corpus_.ArticleOf(p.pair.a) == corpus_.ArticleOf(p.pair.b)) continue;
      GiveAll(p.pair.a, disposition);
      GiveAll(p.pair.b, disposition);
    }
  }

  std::vector<v1::Disposition> Take() && { return std::move(of_); }

 private:
  // To all in the words of a claim.
  void GiveAll(uint32_t first, v1::Disposition disposition) {
    for (uint32_t claim : wordings_.ClaimsOf(first)) Give(claim, disposition);
  }

  void GiveRepeatedWords(absl::Span<const uint32_t> same) {
    absl::flat_hash_map<uint32_t, uint32_t> greatest;  // by article
    for (uint32_t claim : same) {
      const auto [kept, is_new] =
          greatest.emplace(corpus_.ArticleOf(claim), claim);
      if (is_new) continue;
      const uint32_t lesser =
          Outranks(claim, kept->second) ? kept->second : claim;
      if (lesser == kept->second) kept->second = claim;
      Give(lesser, v1::DISPOSITION_REPEATED);
    }
  }

  bool Outranks(uint32_t a, uint32_t b) const { return RankOf(a) < RankOf(b); }

  std::tuple<bool, bool, uint32_t, uint32_t> RankOf(uint32_t c) const {
    const v1::Claim& claim = corpus_.claim(c);
    return {of_[c] == v1::DISPOSITION_UNSPECIFIED,
            claim.rank() == v1::RANK_DETAIL, claim.span().begin_byte(), c};
  }

  const Corpus& corpus_;
  const WordingBook& wordings_;
  std::vector<v1::Disposition> of_;
};

}  // namespace

std::vector<v1::Disposition> Dispose(const Corpus& corpus,
                                     const WordingBook& wordings,
                                     absl::Span<const JudgedPair> pairs,
                                     absl::Span<const ClaimSet> agreements,
                                     absl::Span<const uint32_t> diverging,
                                     const std::vector<bool>& in_story) {
  Disposer disposer(corpus, wordings);
  for (uint32_t c : diverging) disposer.Give(c, v1::DISPOSITION_DIVERGENCE);
  for (const ClaimSet& members : agreements) {
    for (uint32_t c : members) disposer.Give(c, v1::DISPOSITION_AGREEMENT);
  }
  disposer.GiveRepeated(pairs);
  disposer.GivePartners(pairs, Comparison::RELATION_UNSURE,
                        v1::DISPOSITION_UNSURE);
  for (Comparison::Relation related :
       {Comparison::RELATION_AGREE, Comparison::RELATION_COMPATIBLE,
        Comparison::RELATION_PARALLEL, Comparison::RELATION_SUPERSEDED}) {
    disposer.GivePartners(pairs, related, v1::DISPOSITION_RELATED);
  }
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    disposer.Give(c, in_story[corpus.ArticleOf(c)] ? v1::DISPOSITION_UNIQUE
                                                   : v1::DISPOSITION_ALONE);
  }
  return std::move(disposer).Take();
}

}  // namespace concord
