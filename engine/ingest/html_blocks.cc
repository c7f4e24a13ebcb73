#include "engine/ingest/html_blocks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_entity.h"
#include "engine/ingest/mapped_text.h"

namespace concord {
namespace {

bool IsSpace(char c) { return absl::ascii_isspace(c); }

// End of the run from text[pos] on that is copied as it stands: words, and
// single spaces between them.
size_t PlainEnd(absl::string_view text, size_t pos, bool keep_space) {
  for (; pos < text.size() && text[pos] != '&'; ++pos) {
    if (keep_space || !IsSpace(text[pos])) continue;
    const bool single = text[pos] == ' ' && pos + 1 < text.size() &&
                        !IsSpace(text[pos + 1]) && text[pos + 1] != '&';
    if (!single) break;
  }
  return pos;
}

size_t SpaceEnd(absl::string_view text, size_t pos) {
  while (pos < text.size() && IsSpace(text[pos])) ++pos;
  return pos;
}

}  // namespace

void HtmlBlocks::AddText(absl::string_view text, size_t source_begin,
                         const Setting& setting) {
  for (size_t pos = 0; pos < text.size();) {
    if (text[pos] == '&') {
      pos += AddEntity(text, pos, source_begin, setting);
    } else if (!setting.keep_space && IsSpace(text[pos])) {
      const size_t end = SpaceEnd(text, pos);
      AddSpace(source_begin + pos, end - pos);
      pos = end;
    } else {
      const size_t end = PlainEnd(text, pos, setting.keep_space);
      AddWord(text.substr(pos, end - pos), source_begin + pos, setting);
      pos = end;
    }
  }
}

void HtmlBlocks::AddWord(absl::string_view word, size_t source_begin,
                         const Setting& setting) {
  Prepare(setting, source_begin);
  const size_t begin = text_.text().size();
  text_.AppendSource(word, source_begin);
  source_end_ = source_begin + word.size();
  Count(begin, setting);
}

size_t HtmlBlocks::AddEntity(absl::string_view text, size_t pos,
                             size_t source_begin, const Setting& setting) {
  const HtmlEntity entity = DecodeEntity(text, pos);
  if (entity.length == 0) {  // a '&' that is one
    AddWord(text.substr(pos, 1), source_begin + pos, setting);
    return 1;
  }
  if (!setting.keep_space && entity.text.size() == 1 &&
      IsSpace(entity.text[0])) {
    AddSpace(source_begin + pos, entity.length);
    return entity.length;
  }
  Prepare(setting, source_begin + pos);
  const size_t begin = text_.text().size();
  text_.AppendDecoded(entity.text, source_begin + pos, entity.length);
  source_end_ = source_begin + pos + entity.length;
  Count(begin, setting);
  return entity.length;
}

void HtmlBlocks::AddSpace(size_t source_begin, size_t source_length) {
  if (!open_) return;
  if (space_length_ == 0) space_begin_ = source_begin;
  space_length_ = source_begin + source_length - space_begin_;
}

void HtmlBlocks::AddLineBreak(size_t source_begin, size_t source_length) {
  if (!open_) return;
  if (line_break_) return EndBlock();
  line_break_ = true;
  AddSpace(source_begin, source_length);
}

void HtmlBlocks::Prepare(const Setting& setting, size_t source_begin) {
  if (open_) {
    if (space_length_ > 0) {
      text_.AppendSpace(line_break_ ? '\n' : ' ', space_begin_, space_length_);
    }
  } else {
    if (!blocks_.empty()) {
      text_.AppendDecoded("\n\n", source_end_, source_begin - source_end_);
    }
    Block& block = blocks_.emplace_back();
    block.span.begin = static_cast<uint32_t>(text_.text().size());
    block.hint = setting.hint;
    block.heading_level = setting.heading_level;
    block.container = setting.container;
    open_ = true;
    linked_bytes_ = 0;
  }
  space_length_ = 0;
  line_break_ = false;
}

void HtmlBlocks::Count(size_t begin, const Setting& setting) {
  if (setting.in_link) {
    linked_bytes_ += static_cast<uint32_t>(text_.text().size() - begin);
  }
}

void HtmlBlocks::EndBlock() {
  space_length_ = 0;
  line_break_ = false;
  if (!open_) return;
  open_ = false;
  Block& block = blocks_.back();
  block.span.end = static_cast<uint32_t>(text_.text().size());
  block.link_density = static_cast<float>(linked_bytes_) /
                       static_cast<float>(std::max(1u, block.span.size()));
}

void HtmlBlocks::MoveTo(Document& document) {
  EndBlock();
  document.repaired_sequences = text_.repaired_sequences();
  document.source_map = text_.TakeMap();
  document.text = text_.TakeText();
  document.blocks = std::move(blocks_);
}

}  // namespace concord
