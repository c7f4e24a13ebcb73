#include "engine/cluster/kernels.h"

#if defined(__x86_64__)

// GCC 12 takes the undefined sources inside its own intrinsics for ours.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#define CONCORD_AVX512 \
  __attribute__((target("avx512f,avx512bw,bmi,bmi2,popcnt")))

namespace concord {
namespace {

constexpr size_t kLanes = 16;
// Accumulators held in registers during one pass over the shingles.
constexpr size_t kMaxVectors = 3;

// Folds 64 bytes in place and returns a bit for each word byte.
CONCORD_AVX512 inline uint64_t FoldAndClassify(char* p) {
  const __m512i bytes = _mm512_loadu_si512(p);
  const __m512i bit = _mm512_set1_epi8(0x20);
  const __m512i from_a =
      _mm512_sub_epi8(_mm512_or_si512(bytes, bit), _mm512_set1_epi8('a'));
  const __m512i from_0 = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
  const __mmask64 letter =
      _mm512_cmple_epu8_mask(from_a, _mm512_set1_epi8('z' - 'a'));
  const __mmask64 digit = _mm512_cmple_epu8_mask(from_0, _mm512_set1_epi8(9));
  const __m512i folded =
      _mm512_or_si512(bytes, _mm512_maskz_mov_epi8(letter, bit));
  _mm512_storeu_si512(p, folded);
  return letter | digit | _mm512_movepi8_mask(bytes);
}

// Writes the positions of the set bits, sixteen at a time and some too many:
// prose has 17 to 32 edges in a block, so the loop runs twice and is foreseen.
CONCORD_AVX512 inline uint32_t* WritePositions(uint64_t bits, uint32_t base,
                                               uint32_t* out) {
  uint32_t* const end = out + _mm_popcnt_u64(bits);
  while (out < end) {
    for (int i = 0; i < 16; ++i) {
      out[i] = base + static_cast<uint32_t>(_tzcnt_u64(bits));
      bits = _blsr_u64(bits);
    }
    out += 16;
  }
  return end;
}

CONCORD_AVX512 size_t FoldAndFindBounds(char* text, size_t blocks,
                                        uint32_t* bounds) {
  uint32_t* out = bounds;
  uint64_t carry = 0;
  for (size_t i = 0; i < blocks; ++i) {
    char* const p = text + i * kBlockBytes;
    const uint64_t word = FoldAndClassify(p);
    const uint64_t edges = word ^ (word << 1 | carry);
    carry = word >> 63;
    out = WritePositions(edges, static_cast<uint32_t>(i * kBlockBytes), out);
  }
  return static_cast<size_t>(out - bounds);
}

template <size_t kVectors>
CONCORD_AVX512 void MinVectors(const uint64_t* shingles, size_t n,
                               const uint32_t* multipliers, uint32_t* slots) {
  __m512i least[kVectors];
  for (__m512i& v : least) v = _mm512_set1_epi32(-1);
  for (size_t i = 0; i < n; ++i) {
    const __m512i low = _mm512_set1_epi32(static_cast<int>(shingles[i]));
    const __m512i high = _mm512_set1_epi32(static_cast<int>(shingles[i] >> 32));
    for (size_t v = 0; v < kVectors; ++v) {
      const __m512i a = _mm512_loadu_si512(multipliers + v * kLanes);
      least[v] = _mm512_min_epu32(
          least[v], _mm512_add_epi32(_mm512_mullo_epi32(low, a), high));
    }
  }
  for (size_t v = 0; v < kVectors; ++v) {
    _mm512_storeu_si512(slots + v * kLanes, least[v]);
  }
}

CONCORD_AVX512 void MinSlots(const uint64_t* shingles, size_t n,
                             const uint32_t* multipliers, size_t slot_count,
                             uint32_t* slots) {
  size_t k = 0;
  for (; k + kMaxVectors * kLanes <= slot_count; k += kMaxVectors * kLanes) {
    MinVectors<kMaxVectors>(shingles, n, multipliers + k, slots + k);
  }
  for (; k < slot_count; k += kLanes) {
    MinVectors<1>(shingles, n, multipliers + k, slots + k);
  }
}

CONCORD_AVX512 uint32_t Distance(const uint64_t* a, const uint64_t* b) {
  int64_t distance = 0;
  for (size_t i = 0; i < kBitmapWords; ++i) {
    distance += _mm_popcnt_u64(a[i] ^ b[i]);
  }
  return static_cast<uint32_t>(distance);
}

}  // namespace

const Kernels& Avx512Kernels() {
  static constexpr Kernels kernels = {"avx512", FoldAndFindBounds, MinSlots,
                                      Distance};
  return kernels;
}

}  // namespace concord

#endif  // defined(__x86_64__)
