// Which outlets agree with which, counted.

#ifndef CONCORD_ENGINE_REPORT_OUTLET_MATRIX_H_
#define CONCORD_ENGINE_REPORT_OUTLET_MATRIX_H_

#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/string_view.h"
#include "engine/report/run_records.h"

namespace concord {

// Outlets of a run against each other. Names point into the run.
struct OutletMatrix {
  // A table of more is no picture any more.
  static constexpr size_t kMostOutlets = 20;

  // Matters on which two outlets agree, and those on which they stand on
  // different sides of a divergence that is not apparent.
  struct Cell {
    size_t agreed = 0, differed = 0;
  };

  std::set<absl::string_view> outlets;  // those of most articles
  size_t left_out = 0;                  // further outlets
  // Each pair under both orders; pairs that share nothing are not there.
  std::map<std::pair<absl::string_view, absl::string_view>, Cell> cells;
};

OutletMatrix CountOutletMatrix(const RunRecords& run);

// Names of all outlets of a run.
std::set<absl::string_view> OutletsIn(const RunRecords& run);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_OUTLET_MATRIX_H_
