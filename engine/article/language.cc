#include "engine/article/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line_words.h"
#include "engine/article/sections.h"
#include "engine/article/word_filter.h"
#include "engine/base/span.h"
#include "engine/base/utf8.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/character.h"

namespace concord {
namespace {

// Bytes of an article that are looked at.
constexpr size_t kSample = 3000;
constexpr size_t kLeastOfASection = 40;
// Prose of these languages has a function word in every two to four words, and
// some of them are spelled as another language's. So another language is told
// by half as many again as of English, by one word in eight, and by four.
constexpr size_t kLeastHits = 4;
constexpr size_t kFewWords = 15;  // too few to contradict a page
constexpr size_t kWordsAHit = 8;
// Text of that many words, of which not one in thirty is a function word of
// English, is not English whatever it is.
constexpr size_t kLongEnough = 100;
constexpr size_t kWordsAnEnglishHit = 30;

constexpr size_t kMostLanguages = 64;
constexpr size_t kEnglish = 0;  // row of the table

// The table of function words: for each the set of its languages.
class LanguageTable {
 public:
  static const LanguageTable& Get() {
    static const LanguageTable& table = *new LanguageTable;
    return table;
  }

  // A bit for each row of the table that has the word.
  uint64_t LanguagesOf(absl::string_view word) const {
    if (!filter_.MayHave(word)) return 0;
    const auto found = languages_.find(word);
    return found == languages_.end() ? 0 : found->second;
  }

  size_t size() const { return table_.rows().size(); }
  absl::string_view Tag(size_t row) const { return table_.rows()[row][0]; }

  // The row of a language; size() where the table does not have it.
  size_t Row(absl::string_view language) const {
    size_t row = 0;
    while (row < size() && Tag(row) != language) ++row;
    return row;
  }

 private:
  LanguageTable() {
    if (size() > kMostLanguages) std::abort();  // a bug of ours
    for (size_t row = 0; row < size(); ++row) {
      for (const absl::string_view word :
           absl::StrSplit(table_.rows()[row][1], ' ')) {
        filter_.Add(word);
        languages_[word] |= uint64_t{1} << row;
      }
    }
  }

  const WordTable& table_ = WordTable::Named("languages");
  absl::flat_hash_map<absl::string_view, uint64_t> languages_;
  WordFilter filter_;
};

// Scripts other than Latin, by ranges of characters.
struct Script {
  char32_t first, last;
  absl::string_view tag;  // of the only language that it writes, or "und-..."
};
constexpr Script kScripts[] = {
    {0x370, 0x3FF, "el"},       {0x400, 0x52F, "und-Cyrl"},
    {0x530, 0x58F, "hy"},       {0x590, 0x5FF, "he"},
    {0x600, 0x77F, "und-Arab"}, {0x900, 0x97F, "und-Deva"},
    {0x980, 0x9FF, "bn"},       {0xA00, 0xA7F, "pa"},
    {0xA80, 0xAFF, "gu"},       {0xB80, 0xBFF, "ta"},
    {0xC00, 0xC7F, "te"},       {0xC80, 0xCFF, "kn"},
    {0xD00, 0xD7F, "ml"},       {0xD80, 0xDFF, "si"},
    {0xE00, 0xE7F, "th"},       {0xE80, 0xEFF, "lo"},
    {0x1000, 0x109F, "my"},     {0x10A0, 0x10FF, "ka"},
    {0x1100, 0x11FF, "ko"},     {0x1780, 0x17FF, "km"},
    {0x3040, 0x30FF, "ja"},     {0x3400, 0x9FFF, "zh"},
    {0xAC00, 0xD7AF, "ko"},     {0x20000, 0x2FFFF, "zh"},
};
constexpr size_t kScriptCount = sizeof(kScripts) / sizeof(kScripts[0]);

size_t ScriptOf(char32_t code) {
  size_t i = 0;
  while (i < kScriptCount &&
         (code < kScripts[i].first || code > kScripts[i].last)) {
    ++i;
  }
  return i;
}

// "pt" of "pt-BR".
std::string PrimaryTag(absl::string_view tag) {
  return absl::AsciiStrToLower(tag.substr(0, tag.find_first_of("-_")));
}

// What a sample of text holds.
class Sample {
 public:
  void Add(absl::string_view text) {
    for (const LineWord& word : LineWords(text)) {
      const Char first = CharAt(word.text, 0);
      if (!first.IsLetter()) continue;
      ++words_;
      CountLetters(word.text);
      uint64_t languages = table_.LanguagesOf(word.text);
      for (; languages != 0; languages &= languages - 1) {
        ++hits_[static_cast<size_t>(__builtin_ctzll(languages))];
      }
    }
  }

  std::string Tell(absl::string_view declared) const {
    const std::string primary = PrimaryTag(declared);
    if (foreign_letters_ > latin_letters_) return ByScript(declared, primary);
    const size_t english = hits_[kEnglish];
    if (IsForeign(BestOther())) {
      return AgreesWith(BestOther(), primary)
                 ? std::string(declared)
                 : std::string(table_.Tag(BestOther()));
    }
    if (primary == "en") return std::string(declared);
    if (IsDeclaredForeign(primary)) return std::string(declared);
    if (words_ >= kLongEnough && english * kWordsAnEnglishHit < words_) {
      return declared.empty() ? "und" : std::string(declared);
    }
    return english >= kLeastHits ? "en" : "";
  }

 private:
  // Letters beyond ASCII tell the script; of Latin ones all are counted.
  void CountLetters(absl::string_view word) {
    for (size_t pos = 0; pos < word.size();) {
      const Char c = CharAt(word, pos);
      pos += c.length;
      if (c.code < 0x370) {
        ++latin_letters_;
        continue;
      }
      const size_t script = ScriptOf(c.code);
      if (script == kScriptCount) continue;
      ++foreign_letters_;
      ++by_script_[script];
    }
  }

  size_t BestOther() const {
    return static_cast<size_t>(
        std::max_element(hits_.begin() + 1, hits_.end()) - hits_.begin());
  }

  bool IsForeign(size_t row) const {
    return words_ >= kFewWords && hits_[row] >= kLeastHits &&
           hits_[row] * kWordsAHit >= words_ &&
           2 * hits_[row] > 3 * hits_[kEnglish];
  }

  // Close kin share their commonest words: what a page says decides.
  bool AgreesWith(size_t row, absl::string_view primary) const {
    const size_t declared = table_.Row(primary);
    return declared < table_.size() && declared != kEnglish &&
           3 * hits_[declared] > 2 * hits_[row];
  }

  // What the page says of itself, where the words say it too, if weakly.
  bool IsDeclaredForeign(absl::string_view primary) const {
    if (primary.empty() || primary == "en") return false;
    const size_t row = table_.Row(primary);
    if (row < table_.size()) {
      return hits_[row] > 0 && hits_[row] > hits_[kEnglish];
    }
    return words_ >= kWordsAHit && hits_[kEnglish] * kWordsAHit < words_;
  }

  std::string ByScript(absl::string_view declared,
                       absl::string_view primary) const {
    if (!primary.empty() && primary != "en") return std::string(declared);
    if (hits_[BestOther()] >= kLeastHits) {
      return std::string(table_.Tag(BestOther()));
    }
    // Kana among Chinese characters are Japanese.
    const auto most = std::max_element(by_script_.begin(), by_script_.end());
    const absl::string_view tag = kScripts[most - by_script_.begin()].tag;
    const size_t kana = by_script_[ScriptOf(0x3042)];
    return tag == "zh" && kana > 0 ? "ja" : std::string(tag);
  }

  const LanguageTable& table_ = LanguageTable::Get();
  size_t words_ = 0;
  size_t latin_letters_ = 0;
  size_t foreign_letters_ = 0;
  std::array<size_t, kScriptCount> by_script_ = {};
  std::array<size_t, kMostLanguages> hits_ = {};
};

}  // namespace

std::string TellLanguage(const v1::Article& article,
                         absl::string_view declared) {
  size_t all = 1;
  for (const v1::Section& section : article.sections()) {
    if (IsRead(section.kind())) {
      all += section.span().end_byte() - section.span().begin_byte();
    }
  }
  // The same share of every section.
  Sample sample;
  for (const v1::Section& section : article.sections()) {
    if (!IsRead(section.kind())) continue;
    const absl::string_view words =
        Slice(article.text(),
              {section.span().begin_byte(), section.span().end_byte()});
    const size_t share =
        std::max(words.size() * kSample / all, kLeastOfASection);
    sample.Add(words.substr(
        0, FloorCharBoundary(words, std::min(words.size(), share))));
  }
  return sample.Tell(declared);
}

bool IsEnglish(absl::string_view language) {
  return language.empty() || PrimaryTag(language) == "en";
}

}  // namespace concord
