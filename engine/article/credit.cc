#include "engine/article/credit.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/article/agency.h"
#include "engine/article/line_words.h"
#include "engine/base/span.h"
#include "engine/base/utf8.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/character.h"

namespace concord {
namespace {

// No credit is longer, in bytes and words.
constexpr uint32_t kLongestCredit = 140;
constexpr size_t kMostWords = 14;

// Kind of a credit word: "label", "part", or "" for other words.
absl::string_view CreditKind(absl::string_view word) {
  static const WordTable& table = WordTable::Named("credit_words");
  const WordTable::Row* row = table.Find(word);
  return row == nullptr ? absl::string_view() : (*row)[1];
}

bool NamesSupplier(absl::string_view content) {
  return absl::StrContains(content, '/') &&
         static_cast<bool>(FindAgencyAmong(content));
}

// True for what stands in a bracket or behind a bar and credits a picture.
bool IsCredit(absl::string_view content) {
  if (content.size() > kLongestCredit) return false;
  if (FindAgency(content) || NamesSupplier(content)) return true;
  const LineWords words(content);
  if (words.empty() || words.size() > kMostWords) return false;
  return std::any_of(words.begin(), words.end(), [](const LineWord& word) {
    return !CreditKind(word.text).empty();
  });
}

uint32_t TrimmedEnd(absl::string_view text, ByteSpan span) {
  return static_cast<uint32_t>(TrimSpace(text, span.begin, span.end));
}

// Begin of the bracket that ends text[line]; line.end where none does.
uint32_t BracketBegin(absl::string_view text, ByteSpan line) {
  const char close = line.empty() ? ' ' : text[line.end - 1];
  if (close != ')' && close != ']') return line.end;
  const char open = close == ')' ? '(' : '[';
  int depth = 0;
  for (uint32_t pos = line.end;
       pos > line.begin && line.end - pos <= kLongestCredit; --pos) {
    depth += (text[pos - 1] == close) - (text[pos - 1] == open);
    if (depth == 0) return pos - 1;
  }
  return line.end;
}

// Begin of the brackets of credit at the end, one or more.
uint32_t CreditBracketsBegin(absl::string_view text, ByteSpan line) {
  uint32_t begin = line.end;
  while (true) {
    const ByteSpan before = {line.begin, TrimmedEnd(text, {line.begin, begin})};
    const uint32_t open = BracketBegin(text, before);
    if (open == before.end ||
        !IsCredit(text.substr(open + 1, before.end - open - 2))) {
      return begin;
    }
    begin = open;
  }
}

// Begin of what follows the last bar, if it is a credit.
uint32_t AfterBarBegin(absl::string_view text, ByteSpan line) {
  const absl::string_view words = Slice(text, line);
  const size_t bar = words.rfind('|');
  if (bar == words.npos) return line.end;
  const absl::string_view content =
      absl::StripAsciiWhitespace(words.substr(bar + 1));
  return IsCredit(content) ? line.begin + static_cast<uint32_t>(bar) : line.end;
}

// True where a credit may begin at text[pos]: at the line's begin, or after a
// sentence, a bracket or a quotation, with or without a space.
bool MayBegin(absl::string_view text, ByteSpan line, size_t pos) {
  const size_t before = TrimSpace(text, line.begin, pos);
  if (before == line.begin) return true;
  const Char c = CharBefore(text, before);
  return c.Is(CharClass::kStop) || c.Is(CharClass::kClose) ||
         c.Is(CharClass::kCloseQuote) || c.Is(CharClass::kQuote) ||
         c.Is(CharClass::kDash);
}

// "Photo: ", "Picture by ", "Image courtesy of": a label, then a mark, a
// preposition or another label.
bool IsLabelled(absl::string_view text, const LineWords& words, size_t i,
                uint32_t base) {
  if (CreditKind(words[i].text) != "label") return false;
  if (!absl::ascii_isupper(text[base + words[i].span.begin])) return false;
  const char next = base + words[i].span.end < text.size()
                        ? text[base + words[i].span.end]
                        : ' ';
  if (next == ':') return true;
  if (i + 1 == words.size()) return false;
  const absl::string_view after = words[i + 1].text;
  return after == "by" || after == "via" || after == "courtesy" ||
         CreditKind(after) == "label";
}

// "REUTERS/Ann Lee", "AP Photo/Ann Lee".
bool IsAgencySlash(absl::string_view rest) {
  const size_t slash = rest.find('/');
  return slash != rest.npos && slash < 20 &&
         static_cast<bool>(FindAgency(rest.substr(0, slash)));
}

// A label run into a name: "CreditAnn Lee/Agency", as pages do whose markup
// was stripped.
bool IsRunIn(absl::string_view rest) {
  return absl::ConsumePrefix(&rest, "Credit") && !rest.empty() &&
         absl::ascii_isupper(rest.front());
}

// Begin of a credit without brackets or bar.
uint32_t PlainCreditBegin(absl::string_view text, ByteSpan line) {
  const uint32_t least =
      line.size() > kLongestCredit ? line.end - kLongestCredit : line.begin;
  const uint32_t base = static_cast<uint32_t>(FloorCharBoundary(text, least));
  const absl::string_view tail = text.substr(base, line.end - base);
  const LineWords words(tail);
  const size_t first = words.size() - std::min(words.size(), kMostWords);
  for (size_t i = first; i < words.size(); ++i) {
    const uint32_t begin = base + words[i].span.begin;
    const absl::string_view rest = text.substr(begin, line.end - begin);
    if (!MayBegin(text, line, begin)) continue;
    if (IsLabelled(text, words, i, base) || IsAgencySlash(rest) ||
        IsRunIn(rest)) {
      return begin;
    }
  }
  return line.end;
}

}  // namespace

std::optional<ByteSpan> TrailingCredit(absl::string_view text, ByteSpan line) {
  uint32_t begin = CreditBracketsBegin(text, line);
  if (begin == line.end) begin = AfterBarBegin(text, line);
  if (begin == line.end) begin = PlainCreditBegin(text, line);
  if (begin == line.end) return std::nullopt;
  return ByteSpan{begin, line.end};
}

std::optional<ByteSpan> TrailingAgency(absl::string_view text, ByteSpan line) {
  const uint32_t open = BracketBegin(text, line);
  uint32_t begin = open;
  absl::string_view name;
  if (open != line.end) {
    name = text.substr(open + 1, line.end - open - 2);
  } else {
    const absl::string_view words = Slice(text, line);
    const size_t dash = std::max(words.rfind("—") + 1, words.rfind("–") + 1);
    const size_t hyphen = words.rfind(" -") + 1;
    const size_t mark = std::max(dash, hyphen);
    if (mark == 0) return std::nullopt;
    begin = line.begin + static_cast<uint32_t>(mark - 1);
    const size_t length = mark == dash ? 3 : 2;
    name = words.substr(mark - 1 + length);
  }
  const size_t before = TrimSpace(text, line.begin, begin);
  const Char c = CharBefore(text, before);
  const bool after_sentence =
      before > line.begin &&
      (c.Is(CharClass::kStop) || c.Is(CharClass::kCloseQuote) ||
       c.Is(CharClass::kQuote));
  if (!after_sentence || !FindAgency(name).supplies_text) return std::nullopt;
  return ByteSpan{begin, line.end};
}

}  // namespace concord
