#include "engine/grammar/kernels.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace concord {
namespace {

void ScalePortable(const uint32_t* atoms, size_t n, uint32_t* out) {
  for (uint32_t scale : kAtomScale) {
    for (size_t i = 0; i < n; ++i) *out++ = atoms[i] * scale;
  }
}

void MixPortable(uint32_t* hashes, size_t n) {
  for (size_t i = 0; i < n; ++i) hashes[i] = MixHash(hashes[i]);
}

size_t GreatestPortable(const int16_t sums[64]) {
  return static_cast<size_t>(std::max_element(sums, sums + 64) - sums);
}

void AddWidePortable(const uint32_t* hashes, size_t n, const WideRow* table,
                     int bits, int16_t sums[64]) {
  for (size_t i = 0; i < n; ++i) {
    const WideRow& row = table[SlotOf(hashes[i], bits)];
    if (row.feature != hashes[i]) continue;
    for (int k = 0; k < 60; ++k) {
      sums[k] = static_cast<int16_t>(sums[k] + row.weight[k]);
    }
  }
}

void SumMovesPortable(const uint32_t* hashes, size_t n, const MoveRow* table,
                      int bits, int32_t out[3]) {
  out[0] = out[1] = out[2] = 0;
  for (size_t i = 0; i < n; ++i) {
    const MoveRow& row = table[SlotOf(hashes[i], bits)];
    if (row.check != (hashes[i] & 0xFF)) continue;
    for (int k = 0; k < 3; ++k) out[k] += row.weight[k];
  }
}

#if defined(__x86_64__)

#define CONCORD_AVX2 __attribute__((target("avx2")))

CONCORD_AVX2 inline __m256i Times(__m256i x, uint32_t factor) {
  return _mm256_mullo_epi32(x, _mm256_set1_epi32(static_cast<int>(factor)));
}

CONCORD_AVX2 inline __m256i XorShift(__m256i x, int shift) {
  return _mm256_xor_si256(x, _mm256_srli_epi32(x, shift));
}

CONCORD_AVX2 void ScaleAvx2(const uint32_t* atoms, size_t n, uint32_t* out) {
  for (size_t i = 0; i < n; i += 8) {
    const __m256i x =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(atoms + i));
    for (size_t k = 0; k < 3; ++k) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + k * n + i),
                          Times(x, kAtomScale[k]));
    }
  }
}

CONCORD_AVX2 void MixAvx2(uint32_t* hashes, size_t n) {
  for (size_t i = 0; i < n; i += 8) {
    auto* at = reinterpret_cast<__m256i*>(hashes + i);
    __m256i h = XorShift(_mm256_loadu_si256(at), 16);
    h = XorShift(Times(h, 0x7FEB352Du), 15);
    h = XorShift(Times(h, 0x846CA68Bu), 16);
    _mm256_storeu_si256(at, h);
  }
}

// 32 bits, two for each of the 16 lanes of x that equal those of y.
CONCORD_AVX2 inline uint64_t EqualLanes(__m256i x, __m256i y) {
  return static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi16(x, y)));
}

CONCORD_AVX2 size_t GreatestAvx2(const int16_t sums[64]) {
  const auto* at = reinterpret_cast<const __m256i*>(sums);
  const __m256i s0 = _mm256_loadu_si256(at), s1 = _mm256_loadu_si256(at + 1);
  const __m256i s2 = _mm256_loadu_si256(at + 2);
  const __m256i s3 = _mm256_loadu_si256(at + 3);
  __m256i most =
      _mm256_max_epi16(_mm256_max_epi16(s0, s1), _mm256_max_epi16(s2, s3));
  // Every lane gets the greatest of all, by halves of halves.
  most = _mm256_max_epi16(most, _mm256_permute2x128_si256(most, most, 1));
  most = _mm256_max_epi16(most, _mm256_shuffle_epi32(most, 0x4E));
  most = _mm256_max_epi16(most, _mm256_shuffle_epi32(most, 0xB1));
  most = _mm256_max_epi16(most, _mm256_or_si256(_mm256_slli_epi32(most, 16),
                                                _mm256_srli_epi32(most, 16)));
  const uint64_t low = EqualLanes(s0, most) | EqualLanes(s1, most) << 32;
  if (low != 0) return static_cast<size_t>(std::countr_zero(low)) / 2;
  const uint64_t high = EqualLanes(s2, most) | EqualLanes(s3, most) << 32;
  return 32 + static_cast<size_t>(std::countr_zero(high)) / 2;
}

// 16 weights, widened, of a row whose bytes the mask keeps or clears.
CONCORD_AVX2 inline __m256i Widen(const int8_t* weights, __m128i mask) {
  return _mm256_cvtepi8_epi16(_mm_and_si128(
      mask, _mm_load_si128(reinterpret_cast<const __m128i*>(weights))));
}

CONCORD_AVX2 void AddWideAvx2(const uint32_t* hashes, size_t n,
                              const WideRow* table, int bits,
                              int16_t sums[64]) {
  auto* at = reinterpret_cast<__m256i*>(sums);
  __m256i s0 = _mm256_loadu_si256(at);
  __m256i s1 = _mm256_loadu_si256(at + 1);
  __m256i s2 = _mm256_loadu_si256(at + 2);
  __m256i s3 = _mm256_loadu_si256(at + 3);
  for (size_t i = 0; i < n; ++i) {
    const WideRow& row = table[SlotOf(hashes[i], bits)];
    // A mask, not a branch: whether a row belongs is hard to foresee.
    const __m128i mask = _mm_set1_epi32(-(row.feature == hashes[i]));
    s0 = _mm256_add_epi16(s0, Widen(row.weight, mask));
    s1 = _mm256_add_epi16(s1, Widen(row.weight + 16, mask));
    s2 = _mm256_add_epi16(s2, Widen(row.weight + 32, mask));
    // The last four of these are the row's hash: sums nobody reads.
    s3 = _mm256_add_epi16(s3, Widen(row.weight + 48, mask));
  }
  _mm256_storeu_si256(at, s0);
  _mm256_storeu_si256(at + 1, s1);
  _mm256_storeu_si256(at + 2, s2);
  _mm256_storeu_si256(at + 3, s3);
}

CONCORD_AVX2 inline int32_t SumLanes(__m256i x) {
  __m128i s =
      _mm_add_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
  s = _mm_add_epi32(s, _mm_unpackhi_epi64(s, s));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 1));
  return _mm_cvtsi128_si32(s);
}

CONCORD_AVX2 void SumMovesAvx2(const uint32_t* hashes, size_t n,
                               const MoveRow* table, int bits, int32_t out[3]) {
  const auto* base = reinterpret_cast<const int*>(table);
  const __m128i shift = _mm_cvtsi32_si128(32 - bits);
  const __m256i low = _mm256_set1_epi32(0xFF);
  __m256i s0 = _mm256_setzero_si256(), s1 = s0, s2 = s0;
  for (size_t i = 0; i < n; i += 8) {
    const __m256i h =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(hashes + i));
    __m256i row = _mm256_i32gather_epi32(base, _mm256_srl_epi32(h, shift), 4);
    const __m256i differs = _mm256_and_si256(_mm256_xor_si256(row, h), low);
    row = _mm256_and_si256(row,
                           _mm256_cmpeq_epi32(differs, _mm256_setzero_si256()));
    s0 =
        _mm256_add_epi32(s0, _mm256_srai_epi32(_mm256_slli_epi32(row, 16), 24));
    s1 = _mm256_add_epi32(s1, _mm256_srai_epi32(_mm256_slli_epi32(row, 8), 24));
    s2 = _mm256_add_epi32(s2, _mm256_srai_epi32(row, 24));
  }
  out[0] = SumLanes(s0);
  out[1] = SumLanes(s1);
  out[2] = SumLanes(s2);
}

#undef CONCORD_AVX2

#endif  // __x86_64__

}  // namespace

const Kernels& Kernels::Portable() {
  static constexpr Kernels kernels = {ScalePortable, MixPortable,
                                      AddWidePortable, GreatestPortable,
                                      SumMovesPortable};
  return kernels;
}

const Kernels& Kernels::Best() {
#if defined(__x86_64__)
  static constexpr Kernels avx2 = {ScaleAvx2, MixAvx2, AddWideAvx2,
                                   GreatestAvx2, SumMovesAvx2};
  if (__builtin_cpu_supports("avx2")) return avx2;
#endif
  return Portable();
}

}  // namespace concord
