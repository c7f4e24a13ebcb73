#include "engine/ingest/xml_tokenizer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/html_entity.h"

namespace concord {
namespace {

constexpr absl::string_view kSpace = " \t\r\n";

bool BeginsName(char c) {
  return absl::ascii_isalpha(c) || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Sets name and attributes of `<name attributes>` or `</name>`.
void SplitTag(XmlToken& token) {
  absl::string_view inner = token.bytes;
  inner.remove_prefix(1);
  absl::ConsumeSuffix(&inner, ">");
  token.kind = absl::ConsumePrefix(&inner, "/") ? XmlTokenKind::kEndTag
                                                : XmlTokenKind::kStartTag;
  token.is_empty =
      token.kind == XmlTokenKind::kStartTag && absl::ConsumeSuffix(&inner, "/");
  const size_t end = std::min(inner.find_first_of(kSpace), inner.size());
  token.name = inner.substr(0, end);
  token.attributes = inner.substr(end);
}

}  // namespace

absl::StatusOr<bool> XmlTokenizer::Grow() {
  CONCORD_ASSIGN_OR_RETURN(const absl::string_view chunk, in_.Next());
  window_.append(chunk.data(), chunk.size());
  if (window_.size() - pos_ > max_token_bytes_ + ByteSource::kChunkBytes) {
    return absl::OutOfRangeError("longer than the limit");
  }
  return !chunk.empty();
}

absl::StatusOr<size_t> XmlTokenizer::Find(absl::string_view needle,
                                          size_t from) {
  while (true) {
    const size_t found = window_.find(needle.data(), from, needle.size());
    if (found != kEnd) return found;
    // The needle may begin in what is at hand and end in what is not.
    from = std::max(
        from, window_.size() - std::min(window_.size(), needle.size() - 1));
    CONCORD_ASSIGN_OR_RETURN(const bool more, Grow());
    if (!more) return kEnd;
  }
}

absl::StatusOr<bool> XmlTokenizer::At(absl::string_view prefix) {
  while (window_.size() - pos_ < prefix.size()) {
    CONCORD_ASSIGN_OR_RETURN(const bool more, Grow());
    if (!more) return false;
  }
  return absl::StartsWith(Window(pos_, window_.size()), prefix);
}

absl::Status XmlTokenizer::SkipTo(absl::string_view needle, size_t skip) {
  CONCORD_ASSIGN_OR_RETURN(const size_t found, Find(needle, pos_ + skip));
  pos_ = found == kEnd ? window_.size() : found + needle.size();
  return absl::OkStatus();
}

absl::Status XmlTokenizer::SkipInstruction() {
  const bool first = base_ + pos_ <= 3;  // but for a byte order mark
  const size_t begin = pos_;
  CONCORD_RETURN_IF_ERROR(SkipTo("?>", 2));
  absl::string_view inner = Window(begin, pos_);
  if (!first || !absl::ConsumePrefix(&inner, "<?xml")) return absl::OkStatus();
  absl::ConsumeSuffix(&inner, "?>");
  encoding_ = absl::AsciiStrToLower(XmlAttribute(inner, "encoding"));
  return absl::OkStatus();
}

// "<!DOCTYPE name [ ... ]>" ends at the first ']' before a '>'. Should there be
// one inside a declaration, the rest of them is text that nobody asks for.
absl::Status XmlTokenizer::SkipDeclaration() {
  CONCORD_ASSIGN_OR_RETURN(const size_t end, Find(">", pos_));
  const size_t subset = Window(pos_, std::min(end, window_.size())).find('[');
  if (subset == kEnd) return SkipTo(">", 0);
  size_t from = pos_ + subset;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const size_t mark, Find(">", from));
    if (mark == kEnd) break;
    const absl::string_view before =
        absl::StripTrailingAsciiWhitespace(Window(from, mark));
    from = mark + 1;
    if (absl::EndsWith(before, "]")) {
      pos_ = from;
      return absl::OkStatus();
    }
  }
  pos_ = window_.size();
  return absl::OkStatus();
}

absl::Status XmlTokenizer::ReadCdata(XmlToken& token) {
  constexpr absl::string_view kBegin = "<![CDATA[", kClose = "]]>";
  const size_t begin = pos_ + kBegin.size();
  CONCORD_ASSIGN_OR_RETURN(const size_t found, Find(kClose, begin));
  const size_t end = std::min(found, window_.size());
  token.kind = XmlTokenKind::kCdata;
  token.bytes = Window(begin, end);
  pos_ = found == kEnd ? end : end + kClose.size();
  return absl::OkStatus();
}

absl::Status XmlTokenizer::ReadText(XmlToken& token) {
  CONCORD_ASSIGN_OR_RETURN(const size_t found, Find("<", pos_ + 1));
  const size_t end = std::min(found, window_.size());
  token.kind = XmlTokenKind::kText;
  token.bytes = Window(pos_, end);
  pos_ = end;
  return absl::OkStatus();
}

absl::StatusOr<size_t> XmlTokenizer::TagEnd() {
  char quote = 0;
  for (size_t at = pos_ + 1;; ++at) {
    if (at == window_.size()) {
      CONCORD_ASSIGN_OR_RETURN(const bool more, Grow());
      if (!more) return at;
    }
    const char c = window_[at];
    if (c == '<') return at;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
}

absl::Status XmlTokenizer::ReadTag(XmlToken& token) {
  CONCORD_ASSIGN_OR_RETURN(const size_t end, TagEnd());
  token.bytes = Window(pos_, end);
  pos_ = end;
  SplitTag(token);
  return absl::OkStatus();
}

absl::StatusOr<bool> XmlTokenizer::Next(XmlToken& token) {
  token = {};
  if (pos_ * 2 >= window_.size()) {  // so that bytes are moved but once
    window_.erase(0, pos_);
    base_ += pos_;
    pos_ = 0;
  }
  while (true) {
    token.begin = offset();
    if (pos_ == window_.size()) {
      CONCORD_ASSIGN_OR_RETURN(const bool more, Grow());
      if (!more) return false;
    }
    if (window_[pos_] != '<') {
      CONCORD_RETURN_IF_ERROR(ReadText(token));
      return true;
    }
    CONCORD_ASSIGN_OR_RETURN(const bool comment, At("<!--"));
    CONCORD_ASSIGN_OR_RETURN(const bool cdata, At("<![CDATA["));
    CONCORD_ASSIGN_OR_RETURN(const bool declaration, At("<!"));
    CONCORD_ASSIGN_OR_RETURN(const bool instruction, At("<?"));
    if (comment) {
      CONCORD_RETURN_IF_ERROR(SkipTo("-->", 4));
    } else if (cdata) {
      CONCORD_RETURN_IF_ERROR(ReadCdata(token));
      return true;
    } else if (declaration) {
      CONCORD_RETURN_IF_ERROR(SkipDeclaration());
    } else if (instruction) {
      CONCORD_RETURN_IF_ERROR(SkipInstruction());
    } else {
      CONCORD_ASSIGN_OR_RETURN(const bool end_tag, At("</"));
      const size_t name = pos_ + (end_tag ? 2 : 1);
      const bool tag = name < window_.size() && BeginsName(window_[name]);
      CONCORD_RETURN_IF_ERROR(tag ? ReadTag(token) : ReadText(token));
      return true;
    }
  }
}

std::string XmlAttribute(absl::string_view attributes, absl::string_view name) {
  while (true) {
    attributes = absl::StripLeadingAsciiWhitespace(attributes);
    const size_t equals = attributes.find('=');
    if (equals == absl::string_view::npos) return "";
    const absl::string_view key =
        absl::StripAsciiWhitespace(attributes.substr(0, equals));
    attributes =
        absl::StripLeadingAsciiWhitespace(attributes.substr(equals + 1));
    if (attributes.empty()) return "";
    const char quote = attributes[0];
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) attributes.remove_prefix(1);
    const size_t end = std::min(
        quoted ? attributes.find(quote) : attributes.find_first_of(kSpace),
        attributes.size());
    if (key == name) return DecodeEntities(attributes.substr(0, end));
    attributes.remove_prefix(std::min(end + 1, attributes.size()));
  }
}

}  // namespace concord
