#include "engine/report/html_writer.h"

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

constexpr size_t kFlushBytes = 1 << 16;

bool IsHarmlessTarget(absl::string_view target) {
  return absl::StartsWith(target, "#") ||
         absl::StartsWith(target, "https://") ||
         absl::StartsWith(target, "http://");
}

// Characters that would not be seen, or would turn what stands beside them.
bool IsHidden(char32_t code) {
  return (code < 0x20 && code != '\n' && code != '\t') ||
         (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

// Elements within a line of text. Behind all others a line is broken, for those
// who read the source.
bool IsInline(absl::string_view name) {
  for (const absl::string_view known : {"a", "b", "bdi", "cite", "code", "kbd",
                                        "mark", "small", "span", "time"}) {
    if (name == known) return true;
  }
  return false;
}

absl::string_view Entity(char32_t code) {
  switch (code) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '`':
      return "&#96;";
    default:
      return "";
  }
}

// Printable ASCII that is written as it is.
bool IsPlain(char c) {
  return c >= ' ' && c < 0x7F && Entity(static_cast<unsigned char>(c)).empty();
}

}  // namespace

void HtmlWriter::Escape(absl::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    size_t end = pos;
    while (end < text.size() && IsPlain(text[end])) ++end;
    absl::StrAppend(&out_, text.substr(pos, end - pos));
    pos = end;
    if (pos == text.size()) return;
    const size_t length = Utf8SequenceLength(text, pos);
    if (length == 0) {
      absl::StrAppend(&out_, kReplacement);
      ++pos;
      continue;
    }
    const char32_t code = DecodeRune(text, pos).code;
    if (const absl::string_view entity = Entity(code); !entity.empty()) {
      absl::StrAppend(&out_, entity);
    } else if (IsHidden(code)) {
      absl::StrAppendFormat(&out_, "\\u{%X}", static_cast<uint32_t>(code));
    } else {
      absl::StrAppend(&out_, text.substr(pos, length));
    }
    pos += length;
  }
}

void HtmlWriter::StartTag(HtmlName name, Attributes attributes) {
  absl::StrAppend(&out_, "<", name.text());
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name.text() == "href" && !IsHarmlessTarget(attribute.value)) {
      continue;
    }
    absl::StrAppend(&out_, " ", attribute.name.text(), "=\"");
    Escape(attribute.value);
    out_.push_back('"');
  }
  out_.push_back('>');
}

void HtmlWriter::Open(HtmlName name, Attributes attributes) {
  StartTag(name, attributes);
  open_.push_back(name.text());
}

void HtmlWriter::Close() {
  absl::StrAppend(&out_, "</", open_.back(), ">");
  if (!IsInline(open_.back())) out_.push_back('\n');
  open_.pop_back();
  FlushIfLong();
}

void HtmlWriter::Void(HtmlName name, Attributes attributes) {
  StartTag(name, attributes);
}

void HtmlWriter::Text(absl::string_view text) {
  Escape(text);
  FlushIfLong();
}

void HtmlWriter::Leaf(HtmlName name, Attributes attributes,
                      absl::string_view text) {
  Open(name, attributes);
  Text(text);
  Close();
}

void HtmlWriter::Embed(absl::string_view name, const PageAsset& asset) {
  absl::StrAppend(&out_, "<", name, ">", asset.bytes, "</", name, ">\n");
}

void HtmlWriter::FlushIfLong() {
  if (out_.size() < kFlushBytes) return;
  if (status_.ok()) status_ = sink_.Append(out_);
  out_.clear();
}

absl::Status HtmlWriter::Finish() {
  if (status_.ok()) status_ = sink_.Append(out_);
  out_.clear();
  return status_;
}

}  // namespace concord
