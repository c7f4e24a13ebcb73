#include "tests/lexicon/plain_lexicon.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr uint64_t kNone = 0xFFFFFFFF;
constexpr size_t kWordBytes = 24;

class PlainReader {
 public:
  explicit PlainReader(absl::string_view file) : file_(file) {}

  std::map<std::string, PlainWord> Read() const {
    std::map<std::string, PlainWord> words;
    const uint64_t slots = Number(16, 4);
    for (uint64_t slot = 0; slot < slots; ++slot) {
      const size_t at = WordAt(slot);
      if (Number(at + 4, 4) == kNone) continue;
      PlainWord& word = words[TextOf(slot)];
      word.base = TextOf(Number(at + 8, 4));
      word.family = TextOf(Number(at + 12, 4));
      word.bits = Byte(at + 20);
      size_t list = Number(at + 16, 4);
      for (auto [numbers, count] : {std::pair(&word.senses, Byte(at + 21)),
                                    std::pair(&word.broader, Byte(at + 22)),
                                    std::pair(&word.antonyms, Byte(at + 23))}) {
        for (int i = 0; i < count; ++i, ++list) {
          const uint64_t number = Number(Section(2) + 2 * list, 2);
          numbers->push_back(static_cast<int>(number));
        }
      }
    }
    return words;
  }

 private:
  int Byte(size_t at) const { return static_cast<uint8_t>(file_[at]); }

  uint64_t Number(size_t at, size_t bytes) const {
    uint64_t number = 0;
    while (bytes-- > 0) number = number * 256 + Byte(at + bytes);
    return number;
  }

  size_t Section(size_t i) const { return Number(40 + 24 * i, 8); }

  size_t WordAt(uint64_t slot) const { return Section(1) + slot * kWordBytes; }

  std::string TextOf(uint64_t slot) const {
    if (slot == kNone) return "";
    const size_t at = Section(3) + Number(WordAt(slot) + 4, 4);
    return std::string(file_.substr(at + 1, Byte(at)));
  }

  absl::string_view file_;
};

}  // namespace

std::map<std::string, PlainWord> ReadPlainLexicon(absl::string_view file) {
  return PlainReader(file).Read();
}

}  // namespace concord
