#include "engine/ingest/html_tokenizer.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

bool IsSpace(char c) { return absl::ascii_isspace(c); }

// What may follow the name of a tag.
bool EndsName(char c) { return IsSpace(c) || c == '/' || c == '>'; }

size_t SkipWhile(absl::string_view text, size_t pos, bool (*test)(char)) {
  while (pos < text.size() && test(text[pos])) ++pos;
  return pos;
}

// Reads the attribute at rest[pos] and returns the position behind it; returns
// rest.size() or the position of '>' where there is none.
size_t ReadAttribute(absl::string_view rest, size_t pos,
                     HtmlAttribute& attribute) {
  attribute = {};
  pos = SkipWhile(rest, pos, [](char c) { return IsSpace(c) || c == '/'; });
  const size_t name = pos;
  // An '=' that leads belongs to the name.
  if (pos < rest.size() && rest[pos] == '=') ++pos;
  pos = SkipWhile(rest, pos, [](char c) { return !EndsName(c) && c != '='; });
  attribute.name = rest.substr(name, pos - name);
  const size_t equals = SkipWhile(rest, pos, IsSpace);
  if (equals >= rest.size() || rest[equals] != '=') return pos;
  pos = SkipWhile(rest, equals + 1, IsSpace);
  if (pos < rest.size() && (rest[pos] == '"' || rest[pos] == '\'')) {
    const size_t close = std::min(rest.find(rest[pos], pos + 1), rest.size());
    attribute.value = rest.substr(pos + 1, close - pos - 1);
    return std::min(close + 1, rest.size());
  }
  const size_t value = pos;
  pos = SkipWhile(rest, pos, [](char c) { return !IsSpace(c) && c != '>'; });
  attribute.value = rest.substr(value, pos - value);
  return pos;
}

// True where page[pos] begins an end tag of `name`.
bool EndTagAt(absl::string_view page, size_t pos, absl::string_view name) {
  const absl::string_view tag = page.substr(pos, name.size() + 3);
  return tag.size() == name.size() + 3 &&
         absl::EqualsIgnoreCase(tag.substr(2, name.size()), name) &&
         EndsName(tag.back());
}

}  // namespace

bool HtmlAttributes::Next(HtmlAttribute& attribute) {
  const size_t end = ReadAttribute(rest_, 0, attribute);
  rest_.remove_prefix(end);
  return !attribute.name.empty();
}

bool HtmlTokenizer::Next(HtmlToken& token) {
  while (pos_ < page_.size()) {
    if (page_[pos_] == '<' && ReadMarkup(token)) return true;
    if (pos_ >= page_.size() || page_[pos_] == '<') continue;
    token = {};
    token.begin = pos_;
    pos_ = std::min(page_.find('<', pos_), page_.size());
    token.bytes = page_.substr(token.begin, pos_ - token.begin);
    return true;
  }
  return false;
}

HtmlToken HtmlTokenizer::RawText(absl::string_view name) {
  HtmlToken token;
  token.begin = pos_;
  while (pos_ < page_.size() && !EndTagAt(page_, pos_, name)) {
    pos_ = std::min(page_.find("</", pos_ + 1), page_.size());
  }
  token.bytes = page_.substr(token.begin, pos_ - token.begin);
  return token;
}

bool HtmlTokenizer::ReadMarkup(HtmlToken& token) {
  const absl::string_view rest = page_.substr(pos_);
  const char next = rest.size() > 1 ? rest[1] : ' ';
  if (absl::ascii_isalpha(next)) return ReadTag(token);
  if (next == '/' && rest.size() > 2 && absl::ascii_isalpha(rest[2])) {
    return ReadTag(token);
  }
  if (absl::StartsWith(rest, "<!--")) {
    SkipComment();
    return false;
  }
  if (next == '!' || next == '?' || next == '/') {
    SkipPast(">");
    return false;
  }
  token = {};
  token.begin = pos_;
  token.bytes = page_.substr(pos_++, 1);  // a '<' that opens nothing is text
  return true;
}

bool HtmlTokenizer::ReadTag(HtmlToken& token) {
  token = {};
  token.begin = pos_;
  const bool end_tag = page_[pos_ + 1] == '/';
  token.kind = end_tag ? HtmlTokenKind::kEndTag : HtmlTokenKind::kStartTag;
  const size_t name = pos_ + (end_tag ? 2 : 1);
  size_t pos = SkipWhile(page_, name, [](char c) { return !EndsName(c); });
  token.name = page_.substr(name, pos - name);
  const size_t attributes = pos;
  while (pos < page_.size() && page_[pos] != '>') {
    HtmlAttribute ignored;
    pos = ReadAttribute(page_, pos, ignored);
  }
  if (pos >= page_.size()) {  // cut short
    pos_ = page_.size();
    return false;
  }
  token.attributes = page_.substr(attributes, pos - attributes);
  pos_ = pos + 1;
  token.bytes = page_.substr(token.begin, pos_ - token.begin);
  return true;
}

void HtmlTokenizer::SkipComment() {
  const absl::string_view body = page_.substr(pos_ + 4);
  if (absl::StartsWith(body, ">") || absl::StartsWith(body, "->")) {
    SkipPast(">");
  } else {
    SkipPast("-->");
  }
}

void HtmlTokenizer::SkipPast(absl::string_view mark) {
  const size_t found = page_.find(mark, pos_ + 1);
  pos_ = found == page_.npos ? page_.size() : found + mark.size();
}

}  // namespace concord
