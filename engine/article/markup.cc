// Sections of a page: the blocks of the container that holds most prose are the
// article, the rest is the page around it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line.h"
#include "engine/article/line_class.h"
#include "engine/article/line_words.h"
#include "engine/article/page_outline.h"
#include "engine/article/sections.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

// A block with more of its bytes in links is a menu or a reference.
constexpr float kMostLinks = 0.5f;
constexpr size_t kShortestProse = 8;  // words, with a full stop
constexpr size_t kLongFragment = 20;  // words, without
constexpr size_t kBytesPerWord = 12;

class MarkupSplitter {
 public:
  MarkupSplitter(const Document& document, v1::Article& article)
      : document_(document), article_(article), text_(article.text()) {
    for (const Block& block : document.blocks) {
      lines_.push_back(LineAt(text_, block.span));
      classes_.push_back(ClassifyLine(text_, lines_.back()));
    }
    outline_ = PageOutline(document.containers, CountProse());
  }

  void Split() {
    FindBody();
    for (size_t i = 0; i < lines_.size(); ++i) WriteBlock(i);
  }

 private:
  const Block& BlockAt(size_t i) const { return document_.blocks[i]; }
  absl::string_view Words(size_t i) const {
    return Slice(text_, lines_[i].span);
  }

  bool IsProse(size_t i) const {
    const Block& block = BlockAt(i);
    if (classes_[i].kind != v1::SECTION_KIND_UNSPECIFIED) return false;
    if (block.hint != BlockHint::kNone && block.hint != BlockHint::kParagraph) {
      return false;
    }
    if (block.link_density > kMostLinks) return false;
    const size_t length = LengthOf(i);
    return (lines_[i].ends_in_stop() && length >= kShortestProse) ||
           length >= kLongFragment;
  }
  // Words of prose that stand directly in each container.
  std::vector<float> CountProse() const {
    std::vector<float> words(document_.containers.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (IsProse(i)) {
        words[BlockAt(i).container] += static_cast<float>(LengthOf(i));
      }
    }
    return words;
  }
  // In words, or what would be words where a script does not part them.
  size_t LengthOf(size_t i) const {
    return std::max(lines_[i].words, Words(i).size() / kBytesPerWord);
  }

  bool IsInside(size_t i) const {
    return outline_.IsInBody(BlockAt(i).container);
  }

  void FindBody() {
    body_begin_ = lines_.size();
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!IsInside(i) || !IsProse(i)) continue;
      body_begin_ = std::min(body_begin_, i);
      body_end_ = i + 1;
    }
    while (body_end_ < lines_.size() && EndsBody(body_end_)) ++body_end_;
  }

  // Short lines and items that follow the last prose in the same container.
  bool EndsBody(size_t i) const {
    const Block& block = BlockAt(i);
    return IsInside(i) && block.link_density <= kMostLinks &&
           classes_[i].kind == v1::SECTION_KIND_UNSPECIFIED &&
           (block.hint == BlockHint::kParagraph ||
            block.hint == BlockHint::kListItem);
  }

  bool IsTitle(size_t i) const {
    const LineWords title(document_.title), words(Words(i));
    return words.size() >= 2 && words.size() <= title.size() &&
           std::equal(words.begin(), words.end(), title.begin(),
                      [](const LineWord& a, const LineWord& b) {
                        return a.text == b.text;
                      });
  }

  void WriteBlock(size_t i) {
    const Block& block = BlockAt(i);
    const LineClass& line = classes_[i];
    if (block.hint == BlockHint::kHeading && block.heading_level <= 2 &&
        IsTitle(i)) {
      return Write(i, v1::SECTION_KIND_HEADLINE, "equals-title");
    }
    if (i >= body_begin_ && i < body_end_ && IsInside(i)) return WriteInside(i);
    switch (line.kind) {
      case v1::SECTION_KIND_BYLINE:
      case v1::SECTION_KIND_TIMESTAMP:
      case v1::SECTION_KIND_NOTICE:
      case v1::SECTION_KIND_CREDIT:
      case v1::SECTION_KIND_RELATED:
        return Write(i, line.kind, line.rule);
      default:
        break;
    }
    Write(i, v1::SECTION_KIND_BOILERPLATE, "outside-the-body");
  }

  void WriteInside(size_t i) {
    const Block& block = BlockAt(i);
    const LineClass& line = classes_[i];
    if (block.hint == BlockHint::kFurniture) {
      Write(i, v1::SECTION_KIND_BOILERPLATE, "furniture-markup");
    } else if (block.link_density > kMostLinks) {
      Write(i, v1::SECTION_KIND_RELATED, "links");
    } else if (line.kind == v1::SECTION_KIND_CAPTION) {
      AddCaption(article_, block.span, line.credit, line.rule);
    } else if (block.hint == BlockHint::kCaption &&
               line.kind != v1::SECTION_KIND_CREDIT) {
      Write(i, v1::SECTION_KIND_CAPTION, "caption-markup");
    } else if (line.kind != v1::SECTION_KIND_UNSPECIFIED) {
      Write(i, line.kind, line.rule);
    } else if (block.hint == BlockHint::kNone && !IsProse(i)) {
      Write(i, v1::SECTION_KIND_BOILERPLATE, "fragment");
    } else if (i == body_begin_) {
      AddBodyBegin(article_, block.span, "prose");
    } else {
      Write(i, v1::SECTION_KIND_BODY,
            block.hint == BlockHint::kHeading ? "subheading" : "prose");
    }
  }
  void Write(size_t i, v1::SectionKind kind, absl::string_view rule) {
    AddSection(article_, kind, BlockAt(i).span, rule);
  }

  const Document& document_;
  v1::Article& article_;
  absl::string_view text_;
  std::vector<Line> lines_;
  std::vector<LineClass> classes_;
  PageOutline outline_;
  size_t body_begin_ = 0;
  size_t body_end_ = 0;
};

}  // namespace

void SplitMarkup(const Document& document, v1::Article& article) {
  MarkupSplitter(document, article).Split();
}

}  // namespace concord
