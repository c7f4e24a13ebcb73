// The bytes of a frozen index; see frozen_index.h.

#ifndef CONCORD_ENGINE_CLUSTER_FROZEN_FORMAT_H_
#define CONCORD_ENGINE_CLUSTER_FROZEN_FORMAT_H_

#include <cstddef>
#include <cstdint>

#include "xxhash.h"

namespace concord {

inline constexpr char kFrozenMagic[8] = {'C', 'N', 'C', 'R',
                                         'D', 'I', 'D', 'X'};
inline constexpr uint32_t kFrozenVersion = 1;
inline constexpr uint64_t kFrozenSeed = 0x31787A6E65667263;
inline constexpr size_t kSectionAlignment = 64;

enum FrozenSection : size_t {
  kLines,           // a TextLine each text, its `text` an offset into kTexts
  kBuckets,         // of the identity table, then of each band, as many each
  kOverflow,        // of the same tables
  kOverflowCounts,  // uint64 each table: buckets of it in kOverflow
  kTexts,           // their bytes
  kSectionCount,
};

struct SectionPlace {
  uint64_t offset = 0;  // from the begin of the file
  uint64_t bytes = 0;
  uint64_t checksum = 0;
};

struct FrozenHeader {
  char magic[8] = {};
  uint32_t version = 0;
  int32_t bands = 0;
  int32_t rows = 0;
  int32_t max_postings = 0;
  double threshold = 0;
  char scheme[64] = {};  // padded with zeros
  SectionPlace sections[kSectionCount];
  char reserved[512 - 8 - 16 - 8 - 64 - 24 * kSectionCount - 8] = {};
  uint64_t checksum = 0;  // of all bytes before it
};
static_assert(sizeof(FrozenHeader) == 512);

inline uint64_t FrozenChecksum(const void* data, size_t bytes) {
  return XXH3_64bits_withSeed(data, bytes, kFrozenSeed);
}

inline uint64_t HeaderChecksum(const FrozenHeader& header) {
  return FrozenChecksum(&header, offsetof(FrozenHeader, checksum));
}

inline uint64_t AlignSection(uint64_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment *
         kSectionAlignment;
}

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_FROZEN_FORMAT_H_
