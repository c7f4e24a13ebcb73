#include "engine/value/words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

size_t CountWords(absl::string_view phrase) {
  return 1 + static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' '));
}

}  // namespace

Words::Words(absl::string_view text, absl::Span<const Token> tokens)
    : text_(text), tokens_(tokens) {
  begins_.reserve(tokens.size() + 1);
  for (const Token& token : tokens) {
    begins_.push_back(static_cast<uint32_t>(lower_.size()));
    for (char c : Slice(text, token.span)) {
      lower_.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
    }
    lower_.push_back(' ');
  }
  begins_.push_back(static_cast<uint32_t>(lower_.size()));
}

absl::string_view Words::Phrase(size_t first, size_t count) const {
  if (count == 0 || first >= size() || count > size() - first) return {};
  const size_t end = first + count;
  return absl::string_view(lower_).substr(begins_[first],
                                          begins_[end] - begins_[first] - 1);
}

absl::string_view Words::Bare(size_t i) const {
  return absl::StripSuffix((*this)[i], ".");
}

PhraseTable::PhraseTable(absl::string_view name)
    : table_(WordTable::Named(name)) {
  for (const WordTable::Row& row : table_.rows()) {
    const absl::string_view key = row[0];
    const size_t first_end = std::min(key.find(' '), key.size());
    const size_t last_space = key.rfind(' ');
    const size_t last = last_space == key.npos ? 0 : last_space + 1;
    for (size_t* most :
         {&by_first_[key.substr(0, first_end)], &by_last_[key.substr(last)]}) {
      *most = std::max(*most, CountWords(key));
    }
  }
}

PhraseTable::Match PhraseTable::At(const Words& words, size_t first) const {
  auto most = by_first_.find(words[first]);
  if (most == by_first_.end() && absl::EndsWith(words[first], ".")) {
    most = by_first_.find(words.Bare(first));
  }
  if (most == by_first_.end()) return {};
  for (size_t count = most->second; count > 0; --count) {
    if (const Match match = Find(words, first, count)) return match;
  }
  return {};
}

PhraseTable::Match PhraseTable::Before(const Words& words, size_t end) const {
  if (end == 0) return {};
  const auto most = by_last_.find(words[end - 1]);
  if (most == by_last_.end()) return {};
  for (size_t count = std::min(most->second, end); count > 0; --count) {
    if (const Match match = Find(words, end - count, count)) return match;
  }
  return {};
}

PhraseTable::Match PhraseTable::Find(const Words& words, size_t first,
                                     size_t count) const {
  const absl::string_view phrase = words.Phrase(first, count);
  if (phrase.empty()) return {};
  const WordTable::Row* row = table_.Find(phrase);
  if (row == nullptr) row = table_.Find(absl::StripSuffix(phrase, "."));
  return {row, row == nullptr ? 0 : count};
}

}  // namespace concord
