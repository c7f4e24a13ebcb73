#include "engine/grammar/kernels.h"

#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace concord {
namespace {

void HashPortable(const uint32_t* atoms, const TemplateColumns& t, size_t n,
                  uint32_t* out) {
  for (size_t i = 0; i < n; ++i) {
    out[i] = HashFeature(static_cast<uint32_t>(i), atoms[t.a[i]], atoms[t.b[i]],
                         atoms[t.c[i]]);
  }
}

void AddWidePortable(const uint32_t* hashes, size_t n, const WideRow* table,
                     int bits, int16_t out[64]) {
  for (size_t i = 0; i < n; ++i) {
    const WideRow& row = table[SlotOf(hashes[i], bits)];
    if (row.feature != hashes[i]) continue;
    for (int k = 0; k < 60; ++k) {
      out[k] = static_cast<int16_t>(out[k] + row.weight[k]);
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

// atoms[column[0..7]].
CONCORD_AVX2 inline __m256i GatherAtoms(const uint32_t* atoms,
                                        const uint8_t* column) {
  const __m256i index = _mm256_cvtepu8_epi32(
      _mm_loadl_epi64(reinterpret_cast<const __m128i*>(column)));
  return _mm256_i32gather_epi32(reinterpret_cast<const int*>(atoms), index, 4);
}

// One step of HashFeature: (h + atom) * factor, then h ^ h >> shift.
template <int kShift>
CONCORD_AVX2 inline __m256i HashStep(__m256i h, __m256i atom, uint32_t factor) {
  h = _mm256_mullo_epi32(_mm256_add_epi32(h, atom),
                         _mm256_set1_epi32(static_cast<int>(factor)));
  return _mm256_xor_si256(h, _mm256_srli_epi32(h, kShift));
}

CONCORD_AVX2 void HashAvx2(const uint32_t* atoms, const TemplateColumns& t,
                           size_t n, uint32_t* out) {
  const __m256i golden = _mm256_set1_epi32(static_cast<int>(0x9E3779B1u));
  __m256i number = _mm256_setr_epi32(1, 2, 3, 4, 5, 6, 7, 8);
  for (size_t i = 0; i < n; i += 8) {
    __m256i h = _mm256_mullo_epi32(number, golden);
    h = HashStep<15>(h, GatherAtoms(atoms, t.a + i), 0x85EBCA6Bu);
    h = HashStep<13>(h, GatherAtoms(atoms, t.b + i), 0xC2B2AE35u);
    h = HashStep<16>(h, GatherAtoms(atoms, t.c + i), 0x27D4EB2Fu);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), h);
    number = _mm256_add_epi32(number, _mm256_set1_epi32(8));
  }
}

// 16 weights, widened, of a row whose bytes the mask keeps or clears.
CONCORD_AVX2 inline __m256i Widen(const int8_t* weights, __m128i mask) {
  return _mm256_cvtepi8_epi16(_mm_and_si128(
      mask, _mm_load_si128(reinterpret_cast<const __m128i*>(weights))));
}

CONCORD_AVX2 void AddWideAvx2(const uint32_t* hashes, size_t n,
                              const WideRow* table, int bits, int16_t out[64]) {
  auto* sums = reinterpret_cast<__m256i*>(out);
  __m256i s0 = _mm256_loadu_si256(sums);
  __m256i s1 = _mm256_loadu_si256(sums + 1);
  __m256i s2 = _mm256_loadu_si256(sums + 2);
  __m256i s3 = _mm256_loadu_si256(sums + 3);
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
  _mm256_storeu_si256(sums, s0);
  _mm256_storeu_si256(sums + 1, s1);
  _mm256_storeu_si256(sums + 2, s2);
  _mm256_storeu_si256(sums + 3, s3);
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
  static constexpr Kernels kernels = {HashPortable, AddWidePortable,
                                      SumMovesPortable};
  return kernels;
}

const Kernels& Kernels::Best() {
#if defined(__x86_64__)
  static constexpr Kernels avx2 = {HashAvx2, AddWideAvx2, SumMovesAvx2};
  if (__builtin_cpu_supports("avx2")) return avx2;
#endif
  return Portable();
}

}  // namespace concord
