// The inner loops of tagging and parsing: features to hashes, hashes to sums
// of weight rows. Each runs eight lanes at a time where the machine has AVX2
// and falls back to plain code where it has not; both give the same numbers.

#ifndef CONCORD_ENGINE_GRAMMAR_KERNELS_H_
#define CONCORD_ENGINE_GRAMMAR_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace concord {

// A feature is three atoms (see features.h) under the number of its template.
// Hashes must be the same on every machine, for the weights are keyed by them.
inline uint32_t HashFeature(uint32_t number, uint32_t a, uint32_t b,
                            uint32_t c) {
  uint32_t h = (a + (number + 1) * 0x9E3779B1u) * 0x85EBCA6Bu;
  h ^= h >> 15;
  h = (h + b) * 0xC2B2AE35u;
  h ^= h >> 13;
  h = (h + c) * 0x27D4EB2Fu;
  return h ^ (h >> 16);
}

// Templates as columns: feature i is made of atoms a[i], b[i], c[i].
struct TemplateColumns {
  const uint8_t* a;
  const uint8_t* b;
  const uint8_t* c;
};

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

struct Kernels {
  // out[i] = HashFeature(i, atoms[t.a[i]], ...) for i < n.
  // REQUIRES: n is a multiple of 8.
  void (*hash)(const uint32_t* atoms, const TemplateColumns& t, size_t n,
               uint32_t* out);
  // Adds to out the rows of table[SlotOf(h)] that belong to each hash h.
  void (*add_wide)(const uint32_t* hashes, size_t n, const WideRow* table,
                   int bits, int16_t out[64]);
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
