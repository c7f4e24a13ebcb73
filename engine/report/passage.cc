#include "engine/report/passage.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "engine/base/utf8.h"
#include "engine/text/sentence.h"

namespace concord {
namespace {

bool IsUtf8(absl::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const size_t length = Utf8SequenceLength(text, pos);
    if (length == 0) return false;
    pos += length;
  }
  return true;
}

// The greatest boundary <= pos, of any bytes.
size_t Boundary(absl::string_view text, size_t pos) {
  while (pos > 0 && pos < text.size() && IsContinuationByte(text[pos])) --pos;
  return pos;
}

}  // namespace

Passage PassageOf(const v1::Article& article, const v1::Claim& claim) {
  const absl::string_view text = article.text();
  const size_t begin = claim.span().begin_byte();
  const size_t end = claim.span().end_byte();
  if (begin >= end || end > text.size()) return {};
  const size_t first =
      Boundary(text, begin - std::min(begin, Passage::kMostAround));
  const size_t last =
      Boundary(text, std::min(text.size(), end + Passage::kMostAround));
  const absl::string_view window = text.substr(first, last - first);
  if (!IsUtf8(window)) return {};
  size_t from = begin - first, to = end - first;
  for (const ByteSpan sentence :
       SplitSentences(window, {0, static_cast<uint32_t>(window.size())})) {
    if (sentence.begin >= end - first || sentence.end <= begin - first) {
      continue;
    }
    from = std::min<size_t>(from, sentence.begin);
    to = std::max<size_t>(to, sentence.end);
  }
  Passage passage;
  passage.before = window.substr(from, begin - first - from);
  passage.own = text.substr(begin, end - begin);
  passage.after = window.substr(end - first, to - (end - first));
  passage.cut_before = from == 0 && first > 0;
  passage.cut_after = to == window.size() && last < text.size();
  return passage;
}

bool IsReworded(const Passage& passage, const v1::Claim& claim) {
  absl::string_view words = claim.text();
  absl::ConsumeSuffix(&words, ".");
  const std::string printed = absl::AsciiStrToLower(
      absl::StrCat(passage.before, passage.own, passage.after));
  return !passage.own.empty() &&
         !absl::StrContains(printed, absl::AsciiStrToLower(words));
}

}  // namespace concord
