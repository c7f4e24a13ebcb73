#include "engine/report/first_told.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace concord {
namespace {

// Far beyond any year of four digits: keeps a hostile stream from overflowing.
constexpr int64_t kMostSeconds = int64_t{1} << 40;

int64_t Bounded(int64_t seconds) {
  return std::clamp(seconds, -kMostSeconds, kMostSeconds);
}

// The articles with a member of `agreement`, those of known time.
std::set<size_t> DatedArticles(const RunRecords& run,
                               const v1::Agreement& agreement) {
  std::set<size_t> dated;
  for (const std::string& id : agreement.claim_ids()) {
    const size_t claim = run.ClaimIndex(id);
    if (claim == RunRecords::kNone) continue;
    const size_t article = run.ArticleIndex(run.claims[claim].article_id());
    if (article != RunRecords::kNone &&
        run.articles[article].published().has_begin()) {
      dated.insert(article);
    }
  }
  return dated;
}

}  // namespace

int64_t EarliestSecond(const v1::TimeInterval& time) {
  constexpr int64_t kMostAhead = 14 * 3600;
  return Bounded(time.begin().seconds()) - (time.zone_known() ? 0 : kMostAhead);
}

int64_t LatestEnd(const v1::TimeInterval& time) {
  constexpr int64_t kMostBehind = 12 * 3600;
  return Bounded(time.end().seconds()) + (time.zone_known() ? 0 : kMostBehind);
}

std::vector<size_t> CountFirsts(const RunRecords& run) {
  std::vector<size_t> firsts(run.articles.size());
  for (const v1::Agreement& agreement : run.agreements) {
    const std::set<size_t> dated = DatedArticles(run, agreement);
    int64_t earliest_end = std::numeric_limits<int64_t>::max();
    for (const size_t i : dated) {
      earliest_end =
          std::min(earliest_end, LatestEnd(run.articles[i].published()));
    }
    for (const size_t i : dated) {
      if (EarliestSecond(run.articles[i].published()) < earliest_end) {
        ++firsts[i];
      }
    }
  }
  return firsts;
}

}  // namespace concord
