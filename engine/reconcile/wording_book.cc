#include "engine/reconcile/wording_book.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/id.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/disjoint_sets.h"
#include "engine/reconcile/story.h"
#include "engine/reconcile/story_book.h"

namespace concord {
namespace {

bool HasFlag(const v1::Claim& claim, v1::ClaimFlag flag) {
  return std::find(claim.flags().begin(), claim.flags().end(), flag) !=
         claim.flags().end();
}

// Everything about a claim that a comparison looks at.
std::string KeyOf(const v1::Claim& claim, uint32_t place) {
  IdBuilder key("wording");
  key.Add(claim.text());
  key.Add(claim.attribution().speaker());
  key.Add(absl::StrCat(place, " ", claim.has_attribution(), " ",
                       claim.attribution().kind(), " ", claim.modality(), " ",
                       HasFlag(claim, v1::CLAIM_FLAG_MANGLED)));
  for (const v1::TimeInterval& time : claim.times()) {
    key.Add(absl::StrCat(time.surface(), " ", time.begin().seconds(), " ",
                         time.end().seconds(), " ", time.weekday()));
  }
  return key.Hex();
}

// For each article the smallest one that a chain of stories links it with.
std::vector<uint32_t> PlacesOf(uint32_t articles, const StoryBook& stories) {
  DisjointSets linked(articles);
  for (const ArticleSet& story : stories.stories()) {
    for (uint32_t article : story) linked.Join(story.front(), article);
  }
  std::vector<uint32_t> places(articles);
  for (uint32_t a = 0; a < articles; ++a) places[a] = linked.Root(a);
  return places;
}

}  // namespace

bool StandsAlone(const v1::Claim& claim) {
  return !claim.entities().empty() &&
         !HasFlag(claim, v1::CLAIM_FLAG_UNRESOLVED_REFERENCE);
}

WordingBook::WordingBook(const Corpus& corpus) : first_of_(corpus.claims()) {
  std::iota(first_of_.begin(), first_of_.end(), 0);
  Group(corpus);
}

WordingBook::WordingBook(const Corpus& corpus, const StoryBook& stories) {
  const std::vector<uint32_t> places = PlacesOf(corpus.articles(), stories);
  absl::flat_hash_map<std::string, uint32_t> first_of_key;
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    const v1::Claim& claim = corpus.claim(c);
    const uint32_t place =
        StandsAlone(claim) ? corpus.articles() : places[corpus.ArticleOf(c)];
    first_of_.push_back(
        first_of_key.emplace(KeyOf(claim, place), c).first->second);
  }
  Group(corpus);
}

void WordingBook::Group(const Corpus& corpus) {
  std::vector<std::vector<uint32_t>> members(first_of_.size());
  for (uint32_t c = 0; c < first_of_.size(); ++c) {
    members[first_of_[c]].push_back(c);
  }
  for (const std::vector<uint32_t>& own : members) {
    claim_begin_.push_back(static_cast<uint32_t>(claims_.size()));
    article_begin_.push_back(static_cast<uint32_t>(articles_.size()));
    claims_.insert(claims_.end(), own.begin(), own.end());
    for (uint32_t c : own) articles_.push_back(corpus.ArticleOf(c));
    const auto begin = articles_.begin() + article_begin_.back();
    std::sort(begin, articles_.end());
    articles_.erase(std::unique(begin, articles_.end()), articles_.end());
  }
  claim_begin_.push_back(static_cast<uint32_t>(claims_.size()));
  article_begin_.push_back(static_cast<uint32_t>(articles_.size()));
}

absl::Span<const uint32_t> WordingBook::ClaimsOf(uint32_t first) const {
  return absl::MakeConstSpan(claims_).subspan(
      claim_begin_[first], claim_begin_[first + 1] - claim_begin_[first]);
}

absl::Span<const uint32_t> WordingBook::ArticlesOf(uint32_t first) const {
  return absl::MakeConstSpan(articles_).subspan(
      article_begin_[first], article_begin_[first + 1] - article_begin_[first]);
}

bool WordingBook::ShareArticle(uint32_t first, uint32_t other) const {
  const absl::Span<const uint32_t> a = ArticlesOf(first);
  const absl::Span<const uint32_t> b = ArticlesOf(other);
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

}  // namespace concord
