#include "engine/claim/quotation.h"

#include <algorithm>
#include <cstdint>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

bool IsMark(WordClass c) {
  return c == WordClass::kComma || c == WordClass::kStop ||
         c == WordClass::kOpenQuote || c == WordClass::kCloseQuote;
}

}  // namespace

bool Quotations::Cover(const SentenceView& sentence, TokenRange range) const {
  auto quoted = ranges.begin();
  bool any = false;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (IsMark(sentence.class_of(i))) continue;
    while (quoted != ranges.end() && quoted->end <= i) ++quoted;
    if (quoted == ranges.end() || !quoted->Contains(i)) return false;
    any = true;
  }
  return any;
}

bool Quotations::Touch(TokenRange range) const {
  return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange quoted) {
    return quoted.begin < range.end && range.begin < quoted.end;
  });
}

Quotations QuotationReader::Next(const SentenceView& sentence,
                                 bool new_paragraph) {
  Quotations found;
  const bool begins_with_mark = sentence.Is(0, WordClass::kOpenQuote);
  if (new_paragraph && !begins_with_mark) open_ = false;
  found.open_at_begin = open_;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < sentence.size(); ++i) {
    const WordClass c = sentence.class_of(i);
    if (c == WordClass::kOpenQuote && !open_) {
      begin = i;
      open_ = true;
    } else if (c == WordClass::kCloseQuote && open_) {
      // Two single marks for a double one.
      if (sentence.word(i) == "'" && sentence.Is(i + 1, c) &&
          sentence.word(i + 1) == "'") {
        ++i;
      }
      found.ranges.push_back({begin, i + 1});
      open_ = false;
    }
  }
  found.open_at_end = open_;
  if (open_) found.ranges.push_back({begin, sentence.size()});
  return found;
}

}  // namespace concord
