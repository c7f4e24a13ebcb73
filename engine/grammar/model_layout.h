// The bytes of a model file; see FORMAT.md. For the reader and the trainer.

#ifndef CONCORD_ENGINE_GRAMMAR_MODEL_LAYOUT_H_
#define CONCORD_ENGINE_GRAMMAR_MODEL_LAYOUT_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

inline constexpr char kModelMagic[8] = {'C', 'O', 'N', 'C', 'G', 'R', 'A', 'M'};
inline constexpr uint32_t kModelVersion = 1;
inline constexpr size_t kModelAlignment = 64;
inline constexpr uint32_t kMaxTableBits = 24;
// How far from its own slot a lexicon entry may stand.
inline constexpr uint32_t kMaxProbes = 16;

enum ModelSection : uint32_t {
  kLexiconSection,
  kTagSection,
  kMoveSection,
  kLabelSection,
  kSectionCount
};

// Bytes of one row of each section.
inline constexpr size_t kSectionRowBytes[kSectionCount] = {8, 64, 4, 64};

struct ModelHeader {
  char magic[8];
  uint32_t version;
  uint32_t section_bits[kSectionCount];  // rows of each, as a power of two
  uint32_t reserved;                     // 0
  char scheme[32];                       // kGrammarScheme, filled up with NUL
  uint64_t file_bytes;
  uint64_t source;    // digest of all that the weights came from
  uint64_t checksum;  // ModelChecksum of the file
  char padding[40];   // NUL, up to a multiple of the alignment
};
static_assert(sizeof(ModelHeader) == 128);

// XXH3-64 of all bytes but the checksum's own.
uint64_t ModelChecksum(absl::string_view file);

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_MODEL_LAYOUT_H_
