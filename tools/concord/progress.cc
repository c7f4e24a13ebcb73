#include "tools/concord/progress.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr std::chrono::milliseconds kInterval(100);
constexpr char kWipeLine[] = "\r\x1b[K";

bool CanDraw() {
  const char* term = std::getenv("TERM");
  return isatty(STDERR_FILENO) != 0 && term != nullptr &&
         std::strcmp(term, "dumb") != 0;
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(CanDraw()) {}

ProgressLine::~ProgressLine() {
  if (drawn_) std::fputs(kWipeLine, stderr);
}

void ProgressLine::Show(absl::string_view stage, size_t done, size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || (drawn_ && now - last_ < kInterval)) return;
  last_ = now;
  drawn_ = true;
  std::string line = absl::StrCat(kWipeLine, stage, " ", done);
  if (total > 0) {
    absl::StrAppend(&line, " of ", total, " (", done * 100 / total, "%)");
  }
  std::fputs(line.c_str(), stderr);
}

}  // namespace concord
