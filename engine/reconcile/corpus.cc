#include "engine/reconcile/corpus.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"

namespace concord {
namespace {

// Text order, a clause before the details inside it.
bool StandsBefore(const v1::Claim& a, const v1::Claim& b) {
  const auto key = [](const v1::Claim& c) {
    return std::make_tuple(c.span().begin_byte(), ~c.span().end_byte(),
                           absl::string_view(c.claim_id()));
  };
  return key(a) < key(b);
}

std::vector<const v1::Article*> CurrentOf(
    absl::Span<const v1::Article> articles) {
  std::vector<const v1::Article*> current;
  for (const v1::Article& article : articles) {
    if (article.superseded_by().empty()) current.push_back(&article);
  }
  return current;
}

std::vector<v1::Claim*> PointersTo(absl::Span<v1::Claim> claims) {
  std::vector<v1::Claim*> pointers;
  for (v1::Claim& claim : claims) pointers.push_back(&claim);
  return pointers;
}

}  // namespace

Corpus::Corpus(absl::Span<const v1::Article> articles,
               absl::Span<v1::Claim> claims)
    : Corpus(CurrentOf(articles), PointersTo(claims)) {}

Corpus::Corpus(std::vector<const v1::Article*> articles,
               std::vector<v1::Claim*> claims)
    : articles_(std::move(articles)), claims_(std::move(claims)) {
  std::sort(articles_.begin(), articles_.end(),
            [](const auto* a, const auto* b) {
              return a->article_id() < b->article_id();
            });
  std::sort(claims_.begin(), claims_.end(), [](const auto* a, const auto* b) {
    return a->claim_id() < b->claim_id();
  });

  absl::flat_hash_map<absl::string_view, uint32_t> index_of;
  for (uint32_t a = 0; a < articles_.size(); ++a) {
    index_of.emplace(articles_[a]->article_id(), a);
  }
  claims_of_.resize(articles_.size());
  for (uint32_t c = 0; c < claims_.size(); ++c) {
    article_of_.push_back(index_of.at(claims_[c]->article_id()));
    claims_of_[article_of_.back()].push_back(c);
  }
  for (std::vector<uint32_t>& own : claims_of_) {
    std::sort(own.begin(), own.end(), [this](uint32_t x, uint32_t y) {
      return StandsBefore(claim(x), claim(y));
    });
  }
}

uint32_t Corpus::IndexOf(absl::string_view claim_id) const {
  const auto found =
      std::lower_bound(claims_.begin(), claims_.end(), claim_id,
                       [](const v1::Claim* c, absl::string_view id) {
                         return c->claim_id() < id;
                       });
  return static_cast<uint32_t>(found - claims_.begin());
}

}  // namespace concord
