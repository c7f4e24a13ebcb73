// The inner loops of tagging and parsing: features to hashes, hashes to sums
// of weight rows. Each runs eight lanes at a time where the machine has AVX2
// and falls back to plain code where it has not; both give the same numbers.

#ifndef CONCORD_ENGINE_GRAMMAR_KERNELS_H_
#define CONCORD_ENGINE_GRAMMAR_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace concord {

// A feature is up to three atoms (see features.h) under the number of its
// template. Its hash is a sum of scaled atoms, mixed: the atoms are scaled once
// a decision, and every template costs but a few additions. Hashes must be the
// same on every machine, for the weights are keyed by them.
inline constexpr uint32_t kAtomScale[3] = {0x9E3779B1u, 0x85EBCA77u,
                                           0xC2B2AE3Du};
inline constexpr uint32_t kTemplateScale = 0x27D4EB2Fu;

// Spreads every bit over all (Wellons, "Prospecting for hash functions", 2018).
inline uint32_t MixHash(uint32_t h) {
  h ^= h >> 16;
  h *= 0x7FEB352Du;
  h ^= h >> 15;
  h *= 0x846CA68Bu;
  return h ^ (h >> 16);
}

inline uint32_t HashFeature(uint32_t number, uint32_t a, uint32_t b,
                            uint32_t c) {
  return MixHash((number + 1) * kTemplateScale + a * kAtomScale[0] +
                 b * kAtomScale[1] + c * kAtomScale[2]);
}

// Sums of weights start here where a class may not be chosen: below any sum
// that features can reach, and far enough from overflow.
inline constexpr int16_t kForbidden = -16000;

// A row of wide weights: one cache line.
struct alignas(64) WideRow {
  int8_t weight[60];
  uint32_t feature;  // the hash it belongs to; other hashes of its slot miss
};
static_assert(sizeof(WideRow) == 64);

// A row of three weights.
struct MoveRow {
  uint8_t check;  // the low byte of the hash it belongs to
  int8_t weight[3];
};
static_assert(sizeof(MoveRow) == 4);

// The slot of `hash` in a table of 2^bits rows. The low bits are left to tell
// the features of a slot apart.
inline size_t SlotOf(uint32_t hash, int bits) { return hash >> (32 - bits); }

// A table of wide rows, and a filter that says of most hashes without a row
// that they have none: rows lie far away in memory, and most features have
// none. One bit a hash, with no second hash function (Bloom, 1970, for k = 1).
struct WideTable {
  const WideRow* rows = nullptr;
  int bits = 0;
  const uint64_t* filter = nullptr;
  int filter_bits = 0;

  bool MayHold(uint32_t hash) const {
    const uint32_t at = hash >> (32 - filter_bits);
    return (filter[at / 64] >> (at % 64)) & 1;
  }

  // Copies to `kept` the hashes that may have a row, and asks memory for those
  // rows. Returns their number. REQUIRES: kept has room for all n.
  size_t Keep(const uint32_t* hashes, size_t n, uint32_t* kept) const {
    size_t count = 0;
    for (size_t i = 0; i < n; ++i) {
      kept[count] = hashes[i];
      count += MayHold(hashes[i]);
    }
    for (size_t i = 0; i < count; ++i) {
      __builtin_prefetch(&rows[SlotOf(kept[i], bits)]);
    }
    return count;
  }
};

// The loops themselves, in one of two builds.
struct Kernels {
  // out[k][i] = atoms[i] * kAtomScale[k] for i < n, where out[k] begins at
  // out + k * n. REQUIRES: n is a multiple of 8.
  void (*scale)(const uint32_t* atoms, size_t n, uint32_t* out);
  // hashes[i] = MixHash(hashes[i]). REQUIRES: n is a multiple of 8.
  void (*mix)(uint32_t* hashes, size_t n);
  // Adds to sums the rows[SlotOf(h, bits)] that belong to each hash h. The
  // last four sums are left with any value of less than 128 n added to them.
  void (*add_wide)(const uint32_t* hashes, size_t n, const WideRow* rows,
                   int bits, int16_t sums[64]);
  // The place of the greatest sum; the first of equals.
  size_t (*greatest)(const int16_t sums[64]);
  // Sets out[0..2] to the sums of the rows that belong to the hashes.
  // REQUIRES: n is a multiple of 8.
  void (*sum_moves)(const uint32_t* hashes, size_t n, const MoveRow* table,
                    int bits, int32_t out[3]);

  // The fastest that this machine runs.
  static const Kernels& Best();
  // Plain code, for any machine and for tests.
  static const Kernels& Portable();
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_KERNELS_H_
