#include "engine/report/outlet_matrix.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

using Outlets = std::set<absl::string_view>;
using Cell = OutletMatrix::Cell;

// Those of `chosen` that make one of the claims.
template <typename Ids>
Outlets OutletsOf(const RunRecords& run, const Ids& claim_ids,
                  const Outlets& chosen) {
  Outlets outlets;
  for (const size_t claim : ClaimIndices(run, claim_ids)) {
    const absl::string_view outlet =
        OutletOf(ArticleOf(run, run.claims[claim]));
    if (chosen.count(outlet) > 0) outlets.insert(outlet);
  }
  return outlets;
}

void CountPairs(const Outlets& left, const Outlets& right, size_t Cell::*count,
                OutletMatrix& matrix) {
  for (const absl::string_view a : left) {
    for (const absl::string_view b : right) {
      if (a != b) ++(matrix.cells[{a, b}].*count);
    }
  }
}

void CountSides(const RunRecords& run, const v1::Divergence& divergence,
                OutletMatrix& matrix) {
  std::vector<Outlets> sides;
  for (const v1::DivergenceSide& side : divergence.sides()) {
    sides.push_back(OutletsOf(run, side.claim_ids(), matrix.outlets));
  }
  for (size_t i = 0; i < sides.size(); ++i) {
    for (size_t j = 0; j < sides.size(); ++j) {
      if (i != j) CountPairs(sides[i], sides[j], &Cell::differed, matrix);
    }
  }
}

void ChooseOutlets(const RunRecords& run, OutletMatrix& matrix) {
  std::map<absl::string_view, size_t> articles;
  for (const v1::Article& article : run.articles) ++articles[OutletOf(article)];
  std::vector<std::pair<absl::string_view, size_t>> order(articles.begin(),
                                                          articles.end());
  std::stable_sort(
      order.begin(), order.end(),
      [](const auto& a, const auto& b) { return a.second > b.second; });
  const size_t shown = std::min(order.size(), OutletMatrix::kMostOutlets);
  for (size_t i = 0; i < shown; ++i) matrix.outlets.insert(order[i].first);
  matrix.left_out = order.size() - shown;
}

}  // namespace

OutletMatrix CountOutletMatrix(const RunRecords& run) {
  OutletMatrix matrix;
  ChooseOutlets(run, matrix);
  for (const v1::Agreement& agreement : run.agreements) {
    const Outlets all = OutletsOf(run, agreement.claim_ids(), matrix.outlets);
    CountPairs(all, all, &Cell::agreed, matrix);
  }
  for (const v1::Divergence& divergence : run.divergences) {
    if (!divergence.apparent()) CountSides(run, divergence, matrix);
  }
  return matrix;
}

std::set<absl::string_view> OutletsIn(const RunRecords& run) {
  Outlets outlets;
  for (const v1::Article& article : run.articles) {
    outlets.insert(OutletOf(article));
  }
  return outlets;
}

}  // namespace concord
