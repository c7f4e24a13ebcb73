// Every limit of the engine, by name. Input that meets one is quarantined with
// a message that names the limit and what to do; see concord.v1.Quarantine.

#ifndef CONCORD_ENGINE_BASE_LIMITS_H_
#define CONCORD_ENGINE_BASE_LIMITS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// Defaults suit a machine with 2 GiB of memory. Each may be set on its own.
// What each bounds is said once, in the table behind AllLimits().
struct Limits {
  // Drops and their files.
  uint64_t max_articles = 1'000'000;
  uint64_t max_directory_depth = 64;
  uint64_t max_lines = 1'000'000'000;
  uint64_t max_record_bytes = 16 << 20;
  uint64_t max_json_depth = 64;
  uint64_t max_header_bytes = 64 << 10;
  // Compressed data. Articles come to 3 to 10 times their size, the most
  // repetitive pages to some 100, a bomb to 1000; deflate cannot do more.
  uint64_t max_inflated_bytes = uint64_t{16} << 30;
  uint64_t max_inflate_ratio = 200;
  // A short page of blanks harms nobody.
  uint64_t inflate_ratio_from_bytes = 1 << 20;
  // What RFC 8878 asks decoders to allow; zstd(1) needs more from level 20 on.
  uint64_t max_window_bytes = 8 << 20;
  // Articles.
  uint64_t max_sentence_bytes = 4 << 10;
  uint64_t max_claims_per_article = 20'000;
};

// A limit as flags, headers and messages speak of it.
struct LimitInfo {
  absl::string_view name;  // that of the member
  uint64_t Limits::*value;
  absl::string_view bounds;  // what it bounds, for people
  uint64_t least;            // the smallest and the greatest value there is use
  uint64_t most;             // for; equal where it is fixed
  bool in_bytes;             // else a number of things
};

// All limits, sorted by name.
absl::Span<const LimitInfo> AllLimits();

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_LIMITS_H_
