// In what order people read a run, and what of it is said once.

#ifndef CONCORD_ENGINE_REPORT_READING_ORDER_H_
#define CONCORD_ENGINE_REPORT_READING_ORDER_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/report/run_records.h"

namespace concord {

// The article of a claim, or an empty one.
const v1::Article& ArticleOf(const RunRecords& run, const v1::Claim& claim);

// Indices of `run.divergences`: highest severity first, then those of most
// claims.
std::vector<size_t> DivergenceOrder(const RunRecords& run, bool apparent);

// Indices of `run.agreements` that rest on one origin at most, or on more:
// most origins first, then most articles.
std::vector<size_t> AgreementOrder(const RunRecords& run, bool one_origin);

// Indices of `run.articles`, by time; those of unknown time last.
std::vector<size_t> ArticlesByTime(const RunRecords& run);

// By outlet, indices of `run.uniques` in the order of the outlet's articles.
// Details are left out: they are read with their matter.
std::map<std::string, std::vector<size_t>> UniquesByOutlet(
    const RunRecords& run);

// Claims of a set as they are read. Claims in the same words stand together,
// the earliest first. A claim inside a longer one of its article that is in the
// set as well says nothing of its own there.
struct Wordings {
  std::vector<std::vector<size_t>> groups;  // indices of `run.claims`
  size_t shorter = 0;                       // claims inside longer ones
};

template <typename Ids>
std::vector<size_t> ClaimIndices(const RunRecords& run, const Ids& claim_ids) {
  std::vector<size_t> indices;
  for (const std::string& id : claim_ids) {
    const size_t claim = run.ClaimIndex(id);
    if (claim != RunRecords::kNone) indices.push_back(claim);
  }
  return indices;
}

Wordings WordingsOf(const RunRecords& run, std::vector<size_t> claims);

// The claims of each relation, that of the earlier article first. Relations
// with a claim that is not there are left out.
std::vector<std::pair<size_t, size_t>> PairsOf(
    const RunRecords& run, const std::vector<v1::Relation>& relations);

// Articles that a later text of their document has replaced, by time.
std::vector<size_t> RevisedArticles(const RunRecords& run);

// A kind of place in the account, and how many claims stand there.
struct Share {
  absl::string_view kind;   // "differs": a class of the page's style
  absl::string_view words;  // "in divergences"
  size_t count = 0;
};

// Every claim is in one of these.
std::vector<Share> SharesOf(const RunRecords& run);

// For each article, the first story that holds it; kNone for those of no story.
std::vector<size_t> StoryOfArticles(const RunRecords& run);

// What a story is called: the title of its earliest article.
std::string NameOfStory(const RunRecords& run, size_t story);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_READING_ORDER_H_
