// Generated texts for benchmarks and tests: the same on every machine, with
// near-duplicates and boilerplate planted in known shares.
//
// Words are made up of syllables and drawn by Zipf's law; a share of the texts
// are edited copies of earlier ones; a share are instances of a few fixed
// sentences, as notices and standing lines are, word for word or with one word
// changed.
//
// Example:
//   std::vector<std::string> claims = GenerateTexts(ShortClaims(200'000));

#ifndef CONCORD_BENCH_WORKLOAD_H_
#define CONCORD_BENCH_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

struct WorkloadOptions {
  size_t count = 0;
  // Words of a text, uniform between these.
  uint32_t min_words = 10;
  uint32_t max_words = 30;
  // Share of texts that are edited copies of a random earlier one.
  double copy_share = 0.3;
  // Words a copy replaces, drops or inserts: 1 to this many.
  uint32_t max_edits = 4;
  // Share of texts made from one of `boilerplate_forms` fixed sentences.
  double boilerplate_share = 0.0;
  uint32_t boilerplate_forms = 20;
  // Share of those that are the sentence word for word; the others have one
  // word changed.
  double verbatim_share = 0.5;
  uint64_t seed = 1;
};

// Claims of 10 to 30 words.
WorkloadOptions ShortClaims(size_t count);

// Documents of 400 to 800 words, whose copies have up to 60 edits.
WorkloadOptions LongDocuments(size_t count);

// The texts, each with a capital, a full stop and now and then a comma.
std::vector<std::string> GenerateTexts(const WorkloadOptions& options);

// Views of texts, which must outlive them.
std::vector<absl::string_view> ViewsOf(const std::vector<std::string>& texts);

// SplitMix64 (Steele, Lea and Flood, 2014): small, fast and its own.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  // Uniform in [0, n). REQUIRES: 0 < n < 2^32.
  uint64_t Below(uint64_t n) { return (Next() >> 32) * n >> 32; }
  bool Chance(double p) {
    return static_cast<double>(Next() >> 11) < p * 9007199254740992.0;
  }

 private:
  uint64_t state_;
};

}  // namespace concord

#endif  // CONCORD_BENCH_WORKLOAD_H_
