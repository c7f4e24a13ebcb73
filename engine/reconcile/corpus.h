// The articles and claims of a run in canonical order, by index.

#ifndef CONCORD_ENGINE_RECONCILE_CORPUS_H_
#define CONCORD_ENGINE_RECONCILE_CORPUS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// Articles sorted by id and claims sorted by id, whatever order they came in:
// an index compares as its id does, so what is computed on indices is a
// function of the sets. Articles that a later revision replaced are left out.
// Holds pointers; the protos must outlive it.
class Corpus {
 public:
  // REQUIRES: every claim's article is among `articles` and not replaced; ids
  // are unique.
  Corpus(absl::Span<const v1::Article> articles, absl::Span<v1::Claim> claims);

  // The same for articles and claims that stand anywhere; none replaced.
  Corpus(std::vector<const v1::Article*> articles,
         std::vector<v1::Claim*> claims);

  uint32_t articles() const { return static_cast<uint32_t>(articles_.size()); }
  uint32_t claims() const { return static_cast<uint32_t>(claims_.size()); }

  const v1::Article& article(uint32_t a) const { return *articles_[a]; }
  const v1::Claim& claim(uint32_t c) const { return *claims_[c]; }
  v1::Claim& mutable_claim(uint32_t c) { return *claims_[c]; }

  // The index of the claim with an id. REQUIRES: there is one. O(log claims).
  uint32_t IndexOf(absl::string_view claim_id) const;

  // The article of a claim.
  uint32_t ArticleOf(uint32_t c) const { return article_of_[c]; }

  // The claims of an article, in text order.
  absl::Span<const uint32_t> ClaimsOf(uint32_t a) const {
    return claims_of_[a];
  }

 private:
  std::vector<const v1::Article*> articles_;
  std::vector<v1::Claim*> claims_;
  std::vector<uint32_t> article_of_;
  std::vector<std::vector<uint32_t>> claims_of_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_CORPUS_H_
