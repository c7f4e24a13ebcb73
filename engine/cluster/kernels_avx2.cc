#include "engine/cluster/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <array>
#include <cstddef>
#include <cstdint>

#define CONCORD_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

namespace concord {
namespace {

constexpr size_t kLanes = 8;
// Accumulators held in registers during one pass over the shingles.
constexpr size_t kMaxVectors = 6;

// Folds 32 bytes in place and returns a bit for each word byte. A range test is
// one addition that puts the range at the top of the signed bytes, and one
// comparison.
CONCORD_AVX2 inline uint32_t FoldAndClassify(char* p) {
  __m256i* const at = reinterpret_cast<__m256i*>(p);
  const __m256i bytes = _mm256_loadu_si256(at);
  const __m256i bit = _mm256_set1_epi8(0x20);
  const __m256i lower = _mm256_or_si256(bytes, bit);
  const __m256i letter =
      _mm256_cmpgt_epi8(_mm256_add_epi8(lower, _mm256_set1_epi8(127 - 'z')),
                        _mm256_set1_epi8(127 - 'z' + 'a' - 1));
  const __m256i digit =
      _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(127 - '9')),
                        _mm256_set1_epi8(127 - '9' + '0' - 1));
  _mm256_storeu_si256(at,
                      _mm256_or_si256(bytes, _mm256_and_si256(letter, bit)));
  // A byte from 0x80 up brings its own sign bit.
  return static_cast<uint32_t>(_mm256_movemask_epi8(
      _mm256_or_si256(bytes, _mm256_or_si256(letter, digit))));
}

// For every byte the positions of its set bits, one a byte, lowest first.
constexpr std::array<uint64_t, 256> kBitPositions = [] {
  std::array<uint64_t, 256> positions{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    int used = 0;
    for (uint64_t bit = 0; bit < 8; ++bit) {
      if (byte >> bit & 1) positions[byte] |= bit << (8 * used++);
    }
  }
  return positions;
}();

// Writes the positions of the set bits, a byte of them at a time and some too
// many, without a branch (D. Lemire, "Iterating over set bits quickly", 2018).
CONCORD_AVX2 inline uint32_t* WritePositions(uint64_t bits, uint32_t base,
                                             uint32_t* out) {
  for (uint32_t i = 0; i < 64; i += 8) {
    const uint64_t byte = bits >> i & 0xFF;
    const __m128i positions =
        _mm_cvtsi64_si128(static_cast<int64_t>(kBitPositions[byte]));
    _mm256_storeu_si256(
        reinterpret_cast<__m256i*>(out),
        _mm256_add_epi32(_mm256_cvtepu8_epi32(positions),
                         _mm256_set1_epi32(static_cast<int>(base + i))));
    out += _mm_popcnt_u64(byte);
  }
  return out;
}

CONCORD_AVX2 size_t FoldAndFindBounds(char* text, size_t blocks,
                                      uint32_t* bounds) {
  uint32_t* out = bounds;
  uint64_t carry = 0;
  for (size_t i = 0; i < blocks; ++i) {
    char* const p = text + i * kBlockBytes;
    const uint64_t low = FoldAndClassify(p);
    const uint64_t high = FoldAndClassify(p + 32);
    const uint64_t word = low | high << 32;
    const uint64_t edges = word ^ (word << 1 | carry);
    carry = word >> 63;
    out = WritePositions(edges, static_cast<uint32_t>(i * kBlockBytes), out);
  }
  return static_cast<size_t>(out - bounds);
}

template <size_t kVectors>
CONCORD_AVX2 void MinVectors(const uint64_t* shingles, size_t n,
                             const uint32_t* multipliers, uint32_t* slots) {
  __m256i least[kVectors];
  for (__m256i& v : least) v = _mm256_set1_epi32(-1);
  for (size_t i = 0; i < n; ++i) {
    const __m256i low = _mm256_set1_epi32(static_cast<int>(shingles[i]));
    const __m256i high = _mm256_set1_epi32(static_cast<int>(shingles[i] >> 32));
    for (size_t v = 0; v < kVectors; ++v) {
      const __m256i a = _mm256_loadu_si256(
          reinterpret_cast<const __m256i*>(multipliers + v * kLanes));
      least[v] = _mm256_min_epu32(
          least[v], _mm256_add_epi32(_mm256_mullo_epi32(low, a), high));
    }
  }
  for (size_t v = 0; v < kVectors; ++v) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(slots + v * kLanes),
                        least[v]);
  }
}

CONCORD_AVX2 void MinSlots(const uint64_t* shingles, size_t n,
                           const uint32_t* multipliers, size_t slot_count,
                           uint32_t* slots) {
  size_t k = 0;
  for (; k + kMaxVectors * kLanes <= slot_count; k += kMaxVectors * kLanes) {
    MinVectors<kMaxVectors>(shingles, n, multipliers + k, slots + k);
  }
  for (; k + 4 * kLanes <= slot_count; k += 4 * kLanes) {
    MinVectors<4>(shingles, n, multipliers + k, slots + k);
  }
  for (; k < slot_count; k += 2 * kLanes) {
    MinVectors<2>(shingles, n, multipliers + k, slots + k);
  }
}

CONCORD_AVX2 uint32_t Distance(const uint64_t* a, const uint64_t* b) {
  int64_t distance = 0;
  for (size_t i = 0; i < kBitmapWords; ++i) {
    distance += _mm_popcnt_u64(a[i] ^ b[i]);
  }
  return static_cast<uint32_t>(distance);
}

}  // namespace

const Kernels& Avx2Kernels() {
  static constexpr Kernels kernels = {"avx2", FoldAndFindBounds, MinSlots,
                                      Distance};
  return kernels;
}

}  // namespace concord

#endif  // defined(__x86_64__)
