#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "engine/cluster/kernels.h"

namespace concord {
namespace {

struct ByteClass {
  char folded;
  bool word;
};

constexpr ByteClass ClassOf(int byte) {
  const bool upper = byte >= 'A' && byte <= 'Z';
  const bool lower = byte >= 'a' && byte <= 'z';
  const bool digit = byte >= '0' && byte <= '9';
  return {static_cast<char>(upper ? byte + ('a' - 'A') : byte),
          upper || lower || digit || byte >= 0x80};
}

constexpr std::array<ByteClass, 256> kClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (int byte = 0; byte < 256; ++byte) classes[byte] = ClassOf(byte);
  return classes;
}();

size_t FoldAndFindBounds(char* text, size_t blocks, uint32_t* bounds) {
  size_t count = 0;
  bool inside = false;
  for (size_t i = 0; i < blocks * kBlockBytes; ++i) {
    const ByteClass c = kClasses[static_cast<unsigned char>(text[i])];
    text[i] = c.folded;
    // Written always and kept at an edge: a branch here would be a coin toss.
    bounds[count] = static_cast<uint32_t>(i);
    count += c.word != inside;
    inside = c.word;
  }
  return count;
}

void MinSlots(const uint64_t* shingles, size_t n, const uint32_t* multipliers,
              size_t slot_count, uint32_t* slots) {
  std::fill_n(slots, slot_count, ~uint32_t{0});
  for (size_t i = 0; i < n; ++i) {
    const uint32_t low = static_cast<uint32_t>(shingles[i]);
    const uint32_t high = static_cast<uint32_t>(shingles[i] >> 32);
    for (size_t k = 0; k < slot_count; ++k) {
      slots[k] = std::min(slots[k], low * multipliers[k] + high);
    }
  }
}

uint32_t Distance(const uint64_t* a, const uint64_t* b) {
  int distance = 0;
  for (size_t i = 0; i < kBitmapWords; ++i) {
    distance += std::popcount(a[i] ^ b[i]);
  }
  return static_cast<uint32_t>(distance);
}

}  // namespace

const Kernels& ScalarKernels() {
  static constexpr Kernels kernels = {"scalar", FoldAndFindBounds, MinSlots,
                                      Distance};
  return kernels;
}

}  // namespace concord
