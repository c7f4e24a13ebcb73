#include "engine/report/reading_order.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

int64_t BeginOf(const v1::Article& article) {
  return article.published().has_begin() ? article.published().begin().seconds()
                                         : std::numeric_limits<int64_t>::max();
}

// Claims by time, outlet and place, so that the earliest telling leads.
void SortByTime(const RunRecords& run, std::vector<size_t>& claims) {
  const auto key = [&run](size_t i) {
    const v1::Claim& claim = run.claims[i];
    const v1::Article& article = ArticleOf(run, claim);
    return std::make_tuple(BeginOf(article), OutletOf(article),
                           absl::string_view(claim.article_id()),
                           claim.span().begin_byte(), i);
  };
  std::sort(claims.begin(), claims.end(),
            [&key](size_t a, size_t b) { return key(a) < key(b); });
}

// Drops the claims that lie inside a longer one of the same article; of equal
// ones the first stays.
size_t RollUp(const RunRecords& run, std::vector<size_t>& claims) {
  const auto key = [&run](size_t i) {
    const v1::Claim& claim = run.claims[i];
    return std::make_tuple(absl::string_view(claim.article_id()),
                           claim.span().begin_byte(),
                           -int64_t{claim.span().end_byte()}, i);
  };
  std::sort(claims.begin(), claims.end(),
            [&key](size_t a, size_t b) { return key(a) < key(b); });
  std::vector<size_t> kept;
  for (const size_t i : claims) {
    const bool inside =
        !kept.empty() &&
        run.claims[kept.back()].article_id() == run.claims[i].article_id() &&
        run.claims[kept.back()].span().end_byte() >=
            run.claims[i].span().end_byte();
    if (!inside) kept.push_back(i);
  }
  const size_t dropped = claims.size() - kept.size();
  claims = std::move(kept);
  return dropped;
}

}  // namespace

const v1::Article& ArticleOf(const RunRecords& run, const v1::Claim& claim) {
  const size_t index = run.ArticleIndex(claim.article_id());
  return index == RunRecords::kNone ? v1::Article::default_instance()
                                    : run.articles[index];
}

std::vector<size_t> DivergenceOrder(const RunRecords& run, bool apparent) {
  std::vector<size_t> order;
  for (size_t i = 0; i < run.divergences.size(); ++i) {
    if (run.divergences[i].apparent() == apparent) order.push_back(i);
  }
  const auto weight = [&run](size_t i) {
    return std::make_pair(run.divergences[i].severity(),
                          run.divergences[i].claim_ids_size());
  };
  std::stable_sort(order.begin(), order.end(), [&weight](size_t a, size_t b) {
    return weight(a) > weight(b);
  });
  return order;
}

std::vector<size_t> AgreementOrder(const RunRecords& run, bool one_origin) {
  std::vector<size_t> order;
  for (size_t i = 0; i < run.agreements.size(); ++i) {
    const bool one = run.agreements[i].support().origins_max() <= 1;
    if (one == one_origin) order.push_back(i);
  }
  const auto weight = [&run](size_t i) {
    const v1::Support& support = run.agreements[i].support();
    return std::make_tuple(support.origins_max(), support.origins_min(),
                           support.articles());
  };
  std::stable_sort(order.begin(), order.end(), [&weight](size_t a, size_t b) {
    return weight(a) > weight(b);
  });
  return order;
}

std::vector<size_t> ArticlesByTime(const RunRecords& run) {
  std::vector<size_t> order(run.articles.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&run](size_t a, size_t b) {
    return BeginOf(run.articles[a]) < BeginOf(run.articles[b]);
  });
  return order;
}

std::map<std::string, std::vector<size_t>> UniquesByOutlet(
    const RunRecords& run) {
  const auto place = [&run](size_t unique) {
    const size_t claim = run.ClaimIndex(run.uniques[unique].claim_id());
    return std::make_pair(run.ArticleIndex(run.claims[claim].article_id()),
                          run.claims[claim].span().begin_byte());
  };
  std::map<std::string, std::vector<size_t>> by_outlet;
  for (size_t i = 0; i < run.uniques.size(); ++i) {
    const size_t claim = run.ClaimIndex(run.uniques[i].claim_id());
    if (claim == RunRecords::kNone ||
        run.claims[claim].rank() == v1::RANK_DETAIL) {
      continue;
    }
    const v1::Article& article = ArticleOf(run, run.claims[claim]);
    by_outlet[std::string(OutletOf(article))].push_back(i);
  }
  for (auto& [outlet, uniques] : by_outlet) {
    std::stable_sort(
        uniques.begin(), uniques.end(),
        [&place](size_t a, size_t b) { return place(a) < place(b); });
  }
  return by_outlet;
}

Wordings WordingsOf(const RunRecords& run, std::vector<size_t> claims) {
  Wordings wordings;
  wordings.shorter = RollUp(run, claims);
  SortByTime(run, claims);
  absl::flat_hash_map<std::string, size_t> group_of;
  for (const size_t i : claims) {
    absl::string_view words = run.claims[i].text();
    absl::ConsumeSuffix(&words, ".");
    const auto [it, fresh] = group_of.try_emplace(absl::AsciiStrToLower(words),
                                                  wordings.groups.size());
    if (fresh) wordings.groups.emplace_back();
    wordings.groups[it->second].push_back(i);
  }
  return wordings;
}

std::vector<std::pair<size_t, size_t>> PairsOf(
    const RunRecords& run, const std::vector<v1::Relation>& relations) {
  std::vector<std::pair<size_t, size_t>> pairs;
  for (const v1::Relation& relation : relations) {
    size_t a = run.ClaimIndex(relation.a()), b = run.ClaimIndex(relation.b());
    if (a == RunRecords::kNone || b == RunRecords::kNone) continue;
    if (BeginOf(ArticleOf(run, run.claims[b])) <
        BeginOf(ArticleOf(run, run.claims[a]))) {
      std::swap(a, b);
    }
    pairs.emplace_back(a, b);
  }
  return pairs;
}

std::vector<size_t> RevisedArticles(const RunRecords& run) {
  std::vector<size_t> revised;
  for (const size_t i : ArticlesByTime(run)) {
    if (!run.articles[i].superseded_by().empty()) revised.push_back(i);
  }
  return revised;
}

std::vector<Share> SharesOf(const RunRecords& run) {
  std::vector<Share> shares = {{"differs", "in divergences"},
                               {"agrees", "in agreements"},
                               {"only", "said by one only"},
                               {"other", "undecided or beside the others"},
                               {"alone", "with nothing to compare"}};
  const auto place = [](v1::Disposition disposition) -> size_t {
    switch (disposition) {
      case v1::DISPOSITION_DIVERGENCE:
        return 0;
      case v1::DISPOSITION_AGREEMENT:
        return 1;
      case v1::DISPOSITION_UNIQUE:
        return 2;
      case v1::DISPOSITION_ALONE:
        return 4;
      default:
        return 3;
    }
  };
  for (const v1::Claim& claim : run.claims) {
    ++shares[place(claim.disposition())].count;
  }
  return shares;
}

std::vector<size_t> StoryOfArticles(const RunRecords& run) {
  std::vector<size_t> story_of(run.articles.size(), RunRecords::kNone);
  for (size_t i = 0; i < run.stories.size(); ++i) {
    for (const std::string& id : run.stories[i].article_ids()) {
      const size_t article = run.ArticleIndex(id);
      if (article != RunRecords::kNone &&
          story_of[article] == RunRecords::kNone) {
        story_of[article] = i;
      }
    }
  }
  return story_of;
}

std::string NameOfStory(const RunRecords& run, size_t story) {
  const v1::Article* first = nullptr;
  for (const std::string& id : run.stories[story].article_ids()) {
    const size_t i = run.ArticleIndex(id);
    if (i == RunRecords::kNone || run.articles[i].title().empty()) continue;
    if (first == nullptr || BeginOf(run.articles[i]) < BeginOf(*first)) {
      first = &run.articles[i];
    }
  }
  return first == nullptr ? run.stories[story].story_id() : first->title();
}

}  // namespace concord
