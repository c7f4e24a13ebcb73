#include "engine/report/marked_words.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/lexicon/word_table.h"
#include "engine/report/reading_order.h"

namespace concord {
namespace {

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// One past the run of bytes that are all, or all not, of words.
size_t RunEnd(absl::string_view text, size_t pos) {
  const bool word = IsWordByte(text[pos]);
  while (pos < text.size() && IsWordByte(text[pos]) == word) ++pos;
  return pos;
}

// True for words that bind others together.
bool Binds(absl::string_view word) {
  static const WordTable& words = WordTable::Named("function_words");
  const WordTable::Row* const row = words.Find(word);
  if (row == nullptr) return false;
  const absl::string_view kind = (*row)[3];
  return kind == "article" || kind == "auxiliary" || kind == "preposition" ||
         kind == "conjunction";
}

}  // namespace

WordSet WordsIn(absl::string_view text) {
  WordSet words;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = RunEnd(text, pos);
    if (IsWordByte(text[pos])) {
      words.push_back(absl::AsciiStrToLower(text.substr(pos, end - pos)));
    }
    pos = end;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

WordSet WordsOfOtherSides(const RunRecords& run,
                          const v1::Divergence& divergence, int side) {
  std::string all;
  for (int i = 0; i < divergence.sides_size(); ++i) {
    if (i == side) continue;
    for (const size_t claim :
         ClaimIndices(run, divergence.sides(i).claim_ids())) {
      absl::StrAppend(&all, run.claims[claim].text(), " ");
    }
  }
  return WordsIn(all);
}

std::vector<MarkedRun> MarkWords(absl::string_view text,
                                 const WordSet& others) {
  std::vector<MarkedRun> runs;
  size_t plain = 0;            // what is before it is in runs
  size_t first = text.size();  // of the run of marked words, if any
  size_t last = 0;             // one past its last word
  const auto flush = [&](size_t until) {
    if (first < last) {
      runs.push_back({text.substr(plain, first - plain), false});
      runs.push_back({text.substr(first, last - first), true});
      plain = last;
    }
    runs.push_back({text.substr(plain, until - plain), false});
    plain = until;
    first = text.size();
    last = 0;
  };
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = RunEnd(text, pos);
    if (IsWordByte(text[pos])) {
      const std::string word =
          absl::AsciiStrToLower(text.substr(pos, end - pos));
      if (std::binary_search(others.begin(), others.end(), word)) {
        flush(pos);
      } else if (!Binds(word)) {
        first = std::min(first, pos);
        last = end;
      }
    }
    pos = end;
  }
  flush(text.size());
  return runs;
}

}  // namespace concord
