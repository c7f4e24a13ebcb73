// Any bytes to the reader of lexicon files: as they are, and with a header that
// says they are whole, for else the checksums would turn all of them away.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/lexicon_format.h"
#include "tests/fuzz/aligned_bytes.h"
#include "tests/fuzz/check.h"

namespace concord {
namespace {

// A lexicon that can be read must be one that can be used.
void ReadAndUse(absl::string_view bytes) {
  const auto lexicon = Lexicon::FromBytes(bytes, "fuzz");
  if (!lexicon.ok()) return;
  for (const LexiconWord& word : (*lexicon)->slots()) {
    const absl::string_view text = (*lexicon)->Text(word);
    const LexiconWord* found = (*lexicon)->Find(text);
    Check(found == nullptr || (*lexicon)->Text(*found) == text,
          "a word that is found is the one looked for");
    const LexiconWord* family = (*lexicon)->Family(word);
    Check(family == nullptr || !(*lexicon)->Text(*family).empty(),
          "a family is a word");
    Check(word.base == LexiconWord::kNone || !(*lexicon)->Base(word).empty(),
          "a base is a word");
    Check((*lexicon)->Senses(word).size() == word.senses &&
              (*lexicon)->Broader(word).size() == word.broader &&
              (*lexicon)->Antonyms(word).size() == word.antonyms,
          "lists lie in the file");
  }
}

uint32_t CountWords(AlignedBytes& bytes, const LexiconPlace& place) {
  const auto* words =
      reinterpret_cast<const LexiconWord*>(bytes.data() + place.offset);
  const auto taken = [](const LexiconWord& word) {
    return word.text != LexiconWord::kNone;
  };
  return static_cast<uint32_t>(
      std::count_if(words, words + place.bytes / sizeof(LexiconWord), taken));
}

// Lays the sections out again, as long as the header says they are.
void MakeWhole(AlignedBytes& bytes) {
  LexiconHeader header;
  bytes.Shorten(bytes.size() / kLexiconAlignment * kLexiconAlignment);
  if (bytes.size() < sizeof(header)) return;
  std::memcpy(&header, bytes.data(), sizeof(header));
  const uint64_t lengths[] = {uint64_t{header.buckets} * sizeof(uint16_t),
                              uint64_t{header.slots} * sizeof(LexiconWord),
                              header.sections[kNumberSection].bytes};
  uint64_t at = sizeof(header);
  for (size_t i = 0; i < kLexiconSections; ++i) {
    const uint64_t left = bytes.size() - at;
    const uint64_t length = i == kTextSection ? left : lengths[i];
    if (length > left) return;
    const uint64_t end = AlignLexicon(at + length);
    header.sections[i] = {at, length,
                          LexiconChecksum(bytes.data() + at, end - at)};
    at = end;
  }
  std::memcpy(header.magic, kLexiconMagic, sizeof(kLexiconMagic));
  header.version = kLexiconVersion;
  header.words = CountWords(bytes, header.sections[kWordSection]);
  header.file_bytes = bytes.size();
  header.checksum = HeaderChecksum(header);
  std::memcpy(bytes.data(), &header, sizeof(header));
}

}  // namespace
}  // namespace concord

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  concord::AlignedBytes bytes(data, size);
  concord::ReadAndUse(bytes.view());
  concord::MakeWhole(bytes);
  concord::ReadAndUse(bytes.view());
  return 0;
}
