// The bytes of a lexicon file; FORMAT.md draws them. For the reader, the writer
// and their tests.

#ifndef CONCORD_ENGINE_LEXICON_LEXICON_FORMAT_H_
#define CONCORD_ENGINE_LEXICON_LEXICON_FORMAT_H_

#include <cstddef>
#include <cstdint>

#include "xxhash.h"

namespace concord {

inline constexpr char kLexiconMagic[8] = {'C', 'N', 'C', 'R',
                                          'D', 'L', 'E', 'X'};
inline constexpr uint32_t kLexiconVersion = 1;
inline constexpr size_t kLexiconAlignment = 64;

enum LexiconSection : size_t {
  kDisplacementSection,  // uint16 each bucket: what sends its words to free
                         // slots
  kWordSection,          // a LexiconWord each slot
  kNumberSection,        // uint16: the lists of synsets
  kTextSection,          // a byte of length, then the letters, each word
  kLexiconSections,
};
inline constexpr const char* kLexiconSectionNames[kLexiconSections] = {
    "displacements", "words", "numbers", "texts"};

struct LexiconPlace {
  uint64_t offset = 0;    // from the begin of the file
  uint64_t bytes = 0;     // without the padding after it
  uint64_t checksum = 0;  // XXH3-64 of the section and the padding after it
};

struct LexiconHeader {
  char magic[8] = {};
  uint32_t version = 0;
  uint32_t buckets = 0;
  uint32_t slots = 0;
  uint32_t words = 0;       // slots that are taken
  uint64_t source = 0;      // XXH3-64 of the files it was built from
  uint64_t file_bytes = 0;  // padding included
  LexiconPlace sections[kLexiconSections];
  char reserved[48] = {};
  uint64_t checksum = 0;  // of all bytes before it
};
static_assert(sizeof(LexiconHeader) == 192);

inline uint64_t LexiconChecksum(const void* data, size_t bytes) {
  return XXH3_64bits(data, bytes);
}

inline uint64_t HeaderChecksum(const LexiconHeader& header) {
  return LexiconChecksum(&header, offsetof(LexiconHeader, checksum));
}

inline uint64_t AlignLexicon(uint64_t offset) {
  return (offset + kLexiconAlignment - 1) / kLexiconAlignment *
         kLexiconAlignment;
}

// Where a word stands, by the 64-bit hash of its letters: "hash, displace" of
// Belazzougui, Botelho and Dietzfelbinger, ESA 2009. The high half of the hash
// names a bucket; the bucket's displacement and the whole hash name the slot.
inline uint32_t ScaleTo(uint32_t value, uint32_t size) {
  return static_cast<uint32_t>(uint64_t{value} * size >> 32);
}

inline uint32_t BucketOf(uint64_t hash, uint32_t buckets) {
  return ScaleTo(static_cast<uint32_t>(hash >> 32), buckets);
}

inline uint32_t SlotOf(uint64_t hash, uint16_t displacement, uint32_t slots) {
  // Odd constants of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  uint64_t mixed = hash + displacement * 0x9E3779B97F4A7C15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  return ScaleTo(static_cast<uint32_t>(mixed >> 32), slots);
}

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_LEXICON_FORMAT_H_
