// The hashes of tokens and shingles: part of the scheme, so the same on every
// machine. They nominate; they prove nothing, because their seeds are public
// and an author may forge a collision. What is decided is decided by text.

#ifndef CONCORD_ENGINE_CLUSTER_HASH_H_
#define CONCORD_ENGINE_CLUSTER_HASH_H_

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "xxhash.h"

namespace concord {

static_assert(std::endian::native == std::endian::little,
              "the hash scheme reads words in little-endian order");

// Seeds, digits of e. The lowest byte of the first two is no word byte, so no
// token can turn a factor of its product into zero.
inline constexpr uint64_t kTokenSeedLow = 0xB7E151628AED2A2E;
inline constexpr uint64_t kTokenSeedHigh = 0xBF7158809CF4F32D;
inline constexpr uint64_t kShingleSeed = 0xC762E7160F38B4DB;
// Stand for the second and third token of a text that has none.
inline constexpr uint64_t kNoSecondToken = 0x0A62AC6A784D9045;
inline constexpr uint64_t kNoThirdToken = 0x190CFEF324E77387;

// Both halves of a 128-bit product, folded (as in wyhash, W. Yi, 2019).
inline uint64_t MultiplyFold(uint64_t a, uint64_t b) {
  const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

inline uint64_t LoadWord(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof(word));
  return word;
}

// Masks that keep the first n of 16 bytes, as two words: a table, because the
// length of a token is what a branch predictor cannot guess.
struct TokenMask {
  uint64_t low;
  uint64_t high;
};
inline constexpr std::array<TokenMask, 17> kTokenMasks = [] {
  const auto first = [](int n) {
    return n >= 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * n)) - 1;
  };
  std::array<TokenMask, 17> masks{};
  for (int n = 0; n <= 16; ++n) masks[n] = {first(n), first(n < 8 ? 0 : n - 8)};
  return masks;
}();

// Hash of the folded token [p, p + n). REQUIRES: 16 bytes are readable at p.
inline uint64_t HashToken(const char* p, uint32_t n) {
  if (n > 16) return XXH3_64bits_withSeed(p, n, kTokenSeedLow);
  const uint64_t low = LoadWord(p) & kTokenMasks[n].low;
  const uint64_t high = LoadWord(p + 8) & kTokenMasks[n].high;
  return MultiplyFold(low ^ kTokenSeedLow, high ^ kTokenSeedHigh);
}

// Hash of three neighbouring tokens, from theirs.
inline uint64_t HashShingle(uint64_t first, uint64_t second, uint64_t third) {
  return MultiplyFold(first + std::rotl(second, 21), third ^ kShingleSeed);
}

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_HASH_H_
