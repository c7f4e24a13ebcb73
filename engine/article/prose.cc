// Sections of clean prose: all body, but for a title, datelines and what stands
// with an article at its very begin and end.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line.h"
#include "engine/article/line_class.h"
#include "engine/article/line_words.h"
#include "engine/article/sections.h"
#include "engine/base/span.h"

namespace concord {
namespace {

// Lines at either end of the text among which furniture is looked for: clean
// prose may have kept a byline or a notice of correction, and no more.
constexpr size_t kReach = 4;
// Words of the longest line taken for a title.
constexpr size_t kLongestTitle = 30;

class ProseSplitter {
 public:
  ProseSplitter(absl::string_view title, v1::Article& article)
      : article_(article),
        text_(article.text()),
        title_(title),
        lines_(SplitPrintedLines(article.text())),
        kinds_(lines_.size()) {}

  void Split() {
    if (lines_.size() > 1) {
      SettleEnds();
      SettleTitle();
    }
    WriteSections();
  }

 private:
  bool IsOpen(size_t i) const {
    return kinds_[i].kind == v1::SECTION_KIND_UNSPECIFIED;
  }
  absl::string_view Words(size_t i) const {
    return Slice(text_, lines_[i].span);
  }

  // Furniture within reach of an end, and time stamps and captions anywhere.
  void SettleEnds() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const LineClass found = ClassifyLine(text_, lines_[i]);
      const bool at_end = i < kReach || i + kReach >= lines_.size();
      switch (found.kind) {
        case v1::SECTION_KIND_TIMESTAMP:
          kinds_[i] = found;
          break;
        case v1::SECTION_KIND_BYLINE:
        case v1::SECTION_KIND_NOTICE:
        case v1::SECTION_KIND_CAPTION:
        case v1::SECTION_KIND_CREDIT:
        case v1::SECTION_KIND_DATELINE:
          if (at_end) kinds_[i] = found;
          break;
        default:
          break;
      }
    }
    // A text is not all furniture.
    if (std::none_of(kinds_.begin(), kinds_.end(), [](const LineClass& line) {
          return line.kind == v1::SECTION_KIND_UNSPECIFIED;
        })) {
      kinds_.assign(lines_.size(), {});
    }
  }

  void SettleTitle() {
    size_t first = 0;
    while (!IsOpen(first)) ++first;
    if (title_.empty()) {
      const Line& line = lines_[first];
      const bool more = first + 1 < lines_.size();
      if (more && line.before_blank && !line.ends_in_stop() &&
          line.words <= kLongestTitle) {
        SetHeadline(first, "first-line");
      }
      return;
    }
    // Some pages print the title twice.
    for (size_t i = first; i < lines_.size() && i < first + kReach; ++i) {
      if (!IsOpen(i)) continue;
      if (!SameWords(Words(i), title_)) break;
      SetHeadline(i, "equals-title");
    }
  }
  void SetHeadline(size_t i, absl::string_view rule) {
    kinds_[i].kind = v1::SECTION_KIND_HEADLINE;
    kinds_[i].rule = rule;
  }

  // Body lines with no blank one between them are one section: whether a break
  // ends a sentence is for the sentence splitter to say.
  void WriteSections() {
    bool begun = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!IsOpen(i)) {
        WriteLine(i);
        continue;
      }
      ByteSpan span = lines_[i].span;
      while (!lines_[i].before_blank && i + 1 < lines_.size() &&
             IsOpen(i + 1)) {
        span.end = lines_[++i].span.end;
      }
      if (begun) {
        AddSection(article_, v1::SECTION_KIND_BODY, span, "prose");
      } else {
        AddBodyBegin(article_, span, "prose");
      }
      begun = true;
    }
  }
  void WriteLine(size_t i) {
    const LineClass& line = kinds_[i];
    if (!line.credit.empty()) {
      AddCaption(article_, lines_[i].span, line.credit, line.rule);
    } else {
      AddSection(article_, line.kind, lines_[i].span, line.rule);
    }
  }

  v1::Article& article_;
  absl::string_view text_;
  absl::string_view title_;
  std::vector<Line> lines_;
  std::vector<LineClass> kinds_;
};

}  // namespace

void SplitProse(absl::string_view title, v1::Article& article) {
  ProseSplitter(title, article).Split();
}

}  // namespace concord
