#include "engine/lexicon/lexicon_check.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/lexicon_format.h"

namespace concord {
namespace {

// What the checks below say of one file.
class Checker {
 public:
  Checker(absl::string_view bytes, absl::string_view name)
      : bytes_(bytes), name_(name) {}

  absl::Status Check() {
    CONCORD_RETURN_IF_ERROR(CheckHeader());
    CONCORD_RETURN_IF_ERROR(CheckPlaces());
    CONCORD_RETURN_IF_ERROR(CheckSections());
    return CheckWords();
  }

 private:
  absl::Status Damaged(absl::string_view what, const absl::AlphaNum& expected,
                       const absl::AlphaNum& found) const {
    return absl::DataLossError(absl::StrCat(name_, ": lexicon: ", what,
                                            ": expected ", expected, ", found ",
                                            found));
  }

  absl::Status CheckSum(absl::string_view what, uint64_t expected,
                        uint64_t found) const {
    if (expected == found) return absl::OkStatus();
    const auto hex = [](uint64_t sum) {
      return absl::StrCat(absl::Hex(sum, absl::kZeroPad16));
    };
    return Damaged(absl::StrCat("checksum of ", what), hex(expected),
                   hex(found));
  }

  absl::Status CheckHeader() {
    if (bytes_.size() < sizeof(header_)) {
      return Damaged("bytes of the header", sizeof(header_), bytes_.size());
    }
    std::memcpy(&header_, bytes_.data(), sizeof(header_));
    const std::string magic(kLexiconMagic, sizeof(kLexiconMagic));
    const std::string found(header_.magic, sizeof(header_.magic));
    if (magic != found) return Damaged("magic", magic, absl::CHexEscape(found));
    if (header_.version != kLexiconVersion) {
      return absl::FailedPreconditionError(
          absl::StrCat(name_, ": lexicon: format version: expected ",
                       kLexiconVersion, ", found ", header_.version));
    }
    return CheckSum("the header", header_.checksum, HeaderChecksum(header_));
  }

  uint64_t RowBytes(size_t section) const {
    switch (section) {
      case kDisplacementSection:
        return uint64_t{header_.buckets} * sizeof(uint16_t);
      case kWordSection:
        return uint64_t{header_.slots} * sizeof(LexiconWord);
      default:
        return header_.sections[section].bytes;
    }
  }

  // Sections stand one after the other and fill the file.
  absl::Status CheckPlaces() const {
    const uint64_t size = bytes_.size();
    if (header_.file_bytes != size) {
      return Damaged("bytes of the file", header_.file_bytes, size);
    }
    if (header_.buckets == 0) return Damaged("buckets", "some", 0);
    if (header_.slots == 0) return Damaged("slots", "some", 0);
    uint64_t at = sizeof(header_);
    for (size_t i = 0; i < kLexiconSections; ++i) {
      const LexiconPlace& place = header_.sections[i];
      const std::string of = absl::StrCat(" of ", kLexiconSectionNames[i]);
      if (place.offset != at) return Damaged("offset" + of, at, place.offset);
      if (place.bytes > size - at) {
        return Damaged("bytes" + of, size - at, place.bytes);
      }
      if (place.bytes != RowBytes(i)) {
        return Damaged("bytes" + of, RowBytes(i), place.bytes);
      }
      at = AlignLexicon(at + place.bytes);
      if (at > size) return Damaged("end" + of, size, at);
    }
    return at == size ? absl::OkStatus()
                      : Damaged("end of the sections", size, at);
  }

  absl::Status CheckSections() const {
    for (size_t i = 0; i < kLexiconSections; ++i) {
      const LexiconPlace& place = header_.sections[i];
      const uint64_t found = LexiconChecksum(bytes_.data() + place.offset,
                                             AlignLexicon(place.bytes));
      CONCORD_RETURN_IF_ERROR(
          CheckSum(kLexiconSectionNames[i], place.checksum, found));
    }
    return absl::OkStatus();
  }

  const LexiconWord& WordAt(uint32_t slot) const {
    return reinterpret_cast<const LexiconWord*>(
        bytes_.data() + header_.sections[kWordSection].offset)[slot];
  }

  bool IsNoneOrWord(uint32_t slot) const {
    return slot == LexiconWord::kNone ||
           (slot < header_.slots && WordAt(slot).text != LexiconWord::kNone);
  }

  bool HasText(const LexiconWord& word) const {
    const LexiconPlace& texts = header_.sections[kTextSection];
    if (word.text >= texts.bytes) return false;
    const auto length = static_cast<uint8_t>(bytes_[texts.offset + word.text]);
    return length > 0 && length < texts.bytes - word.text;
  }

  bool HasLists(const LexiconWord& word) const {
    const uint64_t numbers =
        header_.sections[kNumberSection].bytes / sizeof(uint16_t);
    const auto count =
        static_cast<uint64_t>(word.senses + word.broader + word.antonyms);
    return word.lists <= numbers && count <= numbers - word.lists;
  }

  // A checksum tells damage, not malice: what is used as an index is checked.
  absl::Status CheckWords() const {
    uint32_t words = 0;
    for (uint32_t slot = 0; slot < header_.slots; ++slot) {
      const LexiconWord& word = WordAt(slot);
      const bool taken = word.text != LexiconWord::kNone;
      words += taken;
      const bool sound = (!taken || HasText(word)) && HasLists(word) &&
                         IsNoneOrWord(word.base) && IsNoneOrWord(word.family);
      if (!sound) {
        return Damaged(absl::StrCat("word of slot ", slot),
                       "references into the file", "one that leaves it");
      }
    }
    if (words == header_.words) return absl::OkStatus();
    return Damaged("words", header_.words, words);
  }

  absl::string_view bytes_;
  absl::string_view name_;
  LexiconHeader header_;
};

}  // namespace

absl::Status CheckLexicon(absl::string_view bytes, absl::string_view name) {
  return Checker(bytes, name).Check();
}

}  // namespace concord
