#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr size_t kMaxBytes = 16 * 1024;

size_t Below(size_t n, std::mt19937& random) {
  return n == 0 ? 0 : random() % n;
}

// A run of at most 64 bytes, or none.
absl::string_view SomeRun(absl::string_view of, std::mt19937& random) {
  return of.substr(Below(of.size(), random), 1 + Below(64, random));
}

// Bytes at which readers turn: ends of ranges, marks, broken UTF-8.
char TellingByte(std::mt19937& random) {
  static constexpr char kBytes[] = {
      '\0', '\x01', '\x7F', '\x80', '\xFF', '\xC0', '\xE2', '\xF4', '\n',
      '\r', '\t',   ' ',    '.',    ',',    '"',    '\'',   '(',    ')',
      '-',  '$',    '%',    ':',    '/',    '0',    '9',    'A',    'z'};
  return kBytes[Below(std::size(kBytes), random)];
}

void MutateOnce(absl::string_view other, std::mt19937& random,
                std::string& bytes) {
  const size_t at = Below(bytes.size(), random);
  const std::string run(SomeRun(bytes, random));
  switch (Below(7, random)) {
    case 0:
      if (!bytes.empty()) bytes[at] ^= static_cast<char>(1 << Below(8, random));
      break;
    case 1:
      if (!bytes.empty()) bytes[at] = TellingByte(random);
      break;
    case 2:
      bytes.insert(at, 1, TellingByte(random));
      break;
    case 3:
      bytes.erase(at, 1 + Below(64, random));
      break;
    case 4:
      for (size_t n = Below(32, random); n > 0; --n) bytes.insert(at, run);
      break;
    case 5:
      bytes.insert(at, std::string(SomeRun(other, random)));
      break;
    case 6:
      if (Below(4, random) == 0) bytes.resize(at);
      break;
  }
}

}  // namespace

std::string Mutate(const std::vector<std::string>& seeds,
                   std::mt19937& random) {
  std::string bytes = seeds[Below(seeds.size(), random)];
  for (size_t n = 1 + Below(8, random); n > 0; --n) {
    MutateOnce(seeds[Below(seeds.size(), random)], random, bytes);
  }
  bytes.resize(std::min(bytes.size(), kMaxBytes));
  return bytes;
}

}  // namespace concord
