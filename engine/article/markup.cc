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
#include "engine/article/head_line.h"
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
constexpr size_t kShortestStandfirst = 6;  // words
constexpr size_t kLongestSiteVoice = 40;   // words, of a paragraph

class MarkupSplitter {
 public:
  MarkupSplitter(const Document& document, v1::Article& article)
      : document_(document),
        article_(article),
        text_(article.text()),
        title_(document.title) {
    for (const Block& block : document.blocks) {
      lines_.push_back(LineAt(text_, block.span));
      classes_.push_back(ClassifyBlock(block, lines_.back()));
    }
    outline_ =
        PageOutline(document.containers, CountProse(), TitledContainer());
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

  // Readers are spoken to in interviews too, and at length.
  LineClass ClassifyBlock(const Block& block, const Line& line) const {
    const LineClass found = ClassifyLine(text_, line);
    const bool spoken = found.rule == "site-voice" &&
                        block.hint == BlockHint::kParagraph &&
                        line.words > kLongestSiteVoice;
    return spoken ? LineClass() : found;
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
    if (body_end_ > 0) ExtendBody(BlockAt(body_end_ - 1).container);
  }

  // Short lines and items end the body where they stand in the same element as
  // its last prose, up to the heading of a list of other articles.
  void ExtendBody(uint32_t container) {
    for (size_t i = body_end_; i < lines_.size(); ++i) {
      if (!IsInside(i)) continue;
      if (classes_[i].opens_list) return;
      if (classes_[i].kind == v1::SECTION_KIND_NOTICE) return;
      const bool near = i == body_end_ || BlockAt(i).container == container;
      if (near && EndsBody(i)) body_end_ = i + 1;
    }
  }

  bool EndsBody(size_t i) const {
    const Block& block = BlockAt(i);
    return block.link_density <= kMostLinks &&
           classes_[i].kind == v1::SECTION_KIND_UNSPECIFIED &&
           (block.hint == BlockHint::kParagraph ||
            block.hint == BlockHint::kListItem);
  }

  // The heading of the page, which begins as its title does.
  bool IsTitle(size_t i) const {
    const Block& block = BlockAt(i);
    if (block.hint != BlockHint::kHeading || block.heading_level > 2) {
      return false;
    }
    const LineWords words(Words(i));
    return words.size() >= 2 && words.size() <= title_.size() &&
           std::equal(words.begin(), words.end(), title_.begin(),
                      [](const LineWord& a, const LineWord& b) {
                        return a.text == b.text;
                      });
  }
  // The container of the first such heading; that of the page without one.
  uint32_t TitledContainer() const {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (IsTitle(i)) return BlockAt(i).container;
    }
    return 0;
  }

  void WriteBlock(size_t i) {
    const LineClass& line = classes_[i];
    if (IsTitle(i)) {
      headline_seen_ = true;
      return Write(i, v1::SECTION_KIND_HEADLINE, "equals-title");
    }
    if (WritePieces(i)) return;
    const bool in_body = i >= body_begin_ && i < body_end_;
    if (in_body && IsInside(i)) return WriteInside(i);
    if (IsStandfirst(i)) {
      return Write(i, v1::SECTION_KIND_STANDFIRST, "after-headline");
    }
    switch (line.kind) {
      case v1::SECTION_KIND_BYLINE:
        // Below the article, names are those of others.
        if (i >= body_end_ && line.rule == "byline") break;
        return Write(i, line.kind, line.rule);
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

  // A heading or paragraph between headline and body that is long enough.
  bool IsStandfirst(size_t i) const {
    const Block& block = BlockAt(i);
    if (i >= body_begin_ || body_begin_ == lines_.size()) return false;
    if (classes_[i].kind != v1::SECTION_KIND_UNSPECIFIED) return false;
    if (block.link_density > kMostLinks) return false;
    return headline_seen_ && lines_[i].words >= kShortestStandfirst &&
           (block.hint == BlockHint::kHeading ||
            (block.hint == BlockHint::kParagraph &&
             lines_[i].ends_in_stop())) &&
           !outline_.IsFurniture(block.container);
  }

  // "By Ann Lee on 3 May 2021" is an author and a time.
  bool WritePieces(size_t i) {
    if (i >= body_end_ || outline_.IsFurniture(BlockAt(i).container)) {
      return false;
    }
    if (classes_[i].kind != v1::SECTION_KIND_BYLINE &&
        (classes_[i].kind != v1::SECTION_KIND_UNSPECIFIED || IsProse(i))) {
      return false;
    }
    const std::vector<LinePiece> pieces = SplitHeadLine(text_, lines_[i]);
    for (const LinePiece& piece : pieces) {
      AddSection(article_, piece.kind, piece.span, "piece-of-line");
    }
    return !pieces.empty();
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
            block.hint == BlockHint::kHeading    ? "subheading"
            : block.hint == BlockHint::kListItem ? "list-item"
                                                 : "prose");
    }
  }
  void Write(size_t i, v1::SectionKind kind, absl::string_view rule) {
    AddSection(article_, kind, BlockAt(i).span, rule);
  }

  const Document& document_;
  v1::Article& article_;
  absl::string_view text_;
  LineWords title_;
  std::vector<Line> lines_;
  std::vector<LineClass> classes_;
  PageOutline outline_;
  size_t body_begin_ = 0;
  size_t body_end_ = 0;
  bool headline_seen_ = false;
};

}  // namespace

void SplitMarkup(const Document& document, v1::Article& article) {
  MarkupSplitter(document, article).Split();
}

}  // namespace concord
