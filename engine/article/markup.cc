// Sections of a page: the blocks of the container that holds most prose are the
// article, the rest is the page around it.
//
// Containers are weighed as in Readability (Arc90, 2009): a block of prose
// counts for the element that holds it and, less and less, for those around.

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
#include "engine/article/sections.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

// What of its children's weight a container has itself: so little less that a
// quarter of prose beside the best child outweighs it.
constexpr float kInherited = 0.8f;
// What a name like "article-body" is worth.
constexpr float kNamedArticle = 1.2f;
// A block with more of its bytes in links is a menu or a reference.
constexpr float kMostLinks = 0.5f;
// Share of the page's prose that furniture holds at most.
constexpr float kMostFurniture = 0.5f;
constexpr size_t kShortestProse = 8;  // words, with a full stop
constexpr size_t kLongFragment = 20;  // words, without
constexpr size_t kBytesPerWord = 12;

class MarkupSplitter {
 public:
  MarkupSplitter(const Document& document, v1::Article& article)
      : document_(document),
        containers_(document.containers),
        article_(article),
        text_(article.text()) {
    for (const Block& block : document.blocks) {
      lines_.push_back(LineAt(text_, block.span));
      classes_.push_back(ClassifyLine(text_, lines_.back()));
    }
  }

  void Split() {
    FindFurniture();
    ChooseContainer();
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
  // In words, or what would be words where a script does not part them.
  size_t LengthOf(size_t i) const {
    return std::max(lines_[i].words, Words(i).size() / kBytesPerWord);
  }

  // Words of prose by container, those of the containers inside included.
  std::vector<float> SumProse() const {
    std::vector<float> words(containers_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (IsProse(i)) {
        words[BlockAt(i).container] += static_cast<float>(LengthOf(i));
      }
    }
    for (size_t c = containers_.size(); --c > 0;) {
      words[containers_[c].parent] += words[c];
    }
    return words;
  }

  // Believes what containers are called, unless that leaves less than half of
  // the prose that stands in no comments.
  void FindFurniture() {
    const std::vector<float> words = SumProse();
    furniture_.resize(containers_.size());
    float comments = 0;
    for (size_t c = 1; c < containers_.size(); ++c) {
      furniture_[c] = furniture_[containers_[c].parent];
      if (furniture_[c] || containers_[c].hint != ContainerHint::kComments) {
        continue;
      }
      furniture_[c] = true;
      comments += words[c];
    }
    for (size_t c = 1; c < containers_.size(); ++c) {
      if (furniture_[containers_[c].parent]) furniture_[c] = true;
      if (containers_[c].hint == ContainerHint::kFurniture &&
          words[c] <= kMostFurniture * (words[0] - comments)) {
        furniture_[c] = true;
      }
    }
  }

  void ChooseContainer() {
    std::vector<float> weights(containers_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      const uint32_t container = BlockAt(i).container;
      if (!IsProse(i) || furniture_[container]) continue;
      weights[container] += static_cast<float>(LengthOf(i));
    }
    for (size_t c = containers_.size(); c-- > 0;) {
      if (containers_[c].hint == ContainerHint::kArticle) {
        weights[c] *= kNamedArticle;
      }
      if (c > 0) weights[containers_[c].parent] += kInherited * weights[c];
    }
    const auto best = std::max_element(weights.begin(), weights.end());
    best_ = static_cast<uint32_t>(best - weights.begin());
    best_end_ = containers_[best_].end;
  }

  bool IsInside(size_t i) const {
    const uint32_t container = BlockAt(i).container;
    return container >= best_ && container < best_end_ &&
           !furniture_[container];
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
    const std::vector<LineWord> title = WordsOf(document_.title);
    const std::vector<LineWord> words = WordsOf(Words(i));
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
    } else if (block.hint == BlockHint::kCaption) {
      Write(i, v1::SECTION_KIND_CAPTION, "caption-markup");
    } else if (block.link_density > kMostLinks) {
      Write(i, v1::SECTION_KIND_RELATED, "links");
    } else if (line.kind == v1::SECTION_KIND_CAPTION) {
      AddCaption(article_, block.span, line.credit, line.rule);
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
  const std::vector<Container>& containers_;
  v1::Article& article_;
  absl::string_view text_;
  std::vector<Line> lines_;
  std::vector<LineClass> classes_;
  std::vector<bool> furniture_;  // by container
  uint32_t best_ = 0;
  uint32_t best_end_ = 0;
  size_t body_begin_ = 0;
  size_t body_end_ = 0;
};

}  // namespace

void SplitMarkup(const Document& document, v1::Article& article) {
  MarkupSplitter(document, article).Split();
}

}  // namespace concord
