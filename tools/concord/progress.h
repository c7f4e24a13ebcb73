// A progress line on a terminal; nothing anywhere else.

#ifndef CONCORD_TOOLS_CONCORD_PROGRESS_H_
#define CONCORD_TOOLS_CONCORD_PROGRESS_H_

#include <chrono>
#include <cstddef>

#include "absl/strings/string_view.h"

namespace concord {

// Draws on standard error where that is a terminal, ten times a second at most,
// and wipes its line when it is destroyed.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // `total` is 0 where it is unknown.
  void Show(absl::string_view stage, size_t done, size_t total);

 private:
  const bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_PROGRESS_H_
