// Sections of scraped text: lines of article between lines of page furniture.
//
// Three zones are told apart: the head (before the first line of prose that no
// byline, time stamp or dateline follows), the body, and what comes after. A
// line that its own words and form do not settle is settled by its zone.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/byline.h"
#include "engine/article/credit.h"
#include "engine/article/dateline.h"
#include "engine/article/head_line.h"
#include "engine/article/headline.h"
#include "engine/article/line.h"
#include "engine/article/line_class.h"
#include "engine/article/line_words.h"
#include "engine/article/sections.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

// Words from which a line without a full stop is prose all the same.
constexpr size_t kLongFragment = 20;
constexpr size_t kShortestSentence = 4;
constexpr size_t kLongestHeadline = 30;
constexpr size_t kShortestStandfirst = 6;
constexpr size_t kLongestMasthead = 5;
// Words of a line that reopens the body after a list of other articles: alone,
// and with more prose behind it.
constexpr size_t kReopensAlone = 25;
constexpr size_t kReopensTogether = 12;
// Lines after the first prose among which a byline or dateline may still show
// that the article begins later.
constexpr size_t kHeadReach = 6;
// Lines at the end that may be the site's voice or a note on the author.
constexpr size_t kTailReach = 3;
// Bytes of the body that a headline is compared with.
constexpr size_t kHeadlineReach = 20'000;

class ScrapedSplitter {
 public:
  explicit ScrapedSplitter(v1::Article& article)
      : article_(article), text_(article.text()) {
    for (const Line& line : SplitLines(text_)) Take(line);
    body_begin_ = lines_.size();
  }

  void Split() {
    if (lines_.size() == 1) {
      return AddBodyBegin(article_, lines_[0].span, "single-line");
    }
    FindSignature();
    FindBodyBegin();
    if (body_begin_ == lines_.size()) {
      SettleRest(v1::SECTION_KIND_BODY, "no-prose");
    } else {
      SettleBody();
      SettleTail();
      SettleHead();
    }
    WriteSections();
  }

 private:
  // Classifies a line; one that says several things becomes several.
  void Take(const Line& line) {
    const LineClass line_class = ClassifyLine(text_, line);
    std::vector<LinePiece> pieces;
    if (line_class.kind == v1::SECTION_KIND_UNSPECIFIED) {
      pieces = SplitHeadLine(text_, line);
    }
    if (pieces.empty()) Add(line, line_class);
    for (const LinePiece& piece : pieces) {
      LineClass piece_class;
      piece_class.kind = piece.kind;
      piece_class.rule = "piece-of-line";
      Add(LineAt(text_, piece.span), piece_class);
    }
  }
  void Add(const Line& line, const LineClass& line_class) {
    lines_.push_back(line);
    classes_.push_back(line_class);
  }

  bool IsOpen(size_t i) const {
    return i < lines_.size() &&
           classes_[i].kind == v1::SECTION_KIND_UNSPECIFIED;
  }
  absl::string_view Words(size_t i) const {
    return Slice(text_, lines_[i].span);
  }
  void Settle(size_t i, v1::SectionKind kind, absl::string_view rule) {
    classes_[i].kind = kind;
    classes_[i].rule = rule;
  }
  void SettleRest(v1::SectionKind kind, absl::string_view rule) {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (IsOpen(i)) Settle(i, kind, rule);
    }
  }

  // Prose that can begin a body. A question or an exclamation may be a
  // headline.
  bool IsProse(size_t i) const {
    if (!IsOpen(i)) return false;
    const Line& line = lines_[i];
    const bool closed = line.stop == U'.' || line.stop == U'…';
    return (closed && line.words >= kShortestSentence) ||
           line.words >= kLongFragment;
  }
  size_t NextProse(size_t i) const {
    while (i < lines_.size() && !IsProse(i)) ++i;
    return i;
  }

  // A line that stands above a body.
  bool IsHeadMark(size_t i) const {
    const v1::SectionKind kind = classes_[i].kind;
    return kind == v1::SECTION_KIND_TIMESTAMP ||
           kind == v1::SECTION_KIND_DATELINE ||
           (kind == v1::SECTION_KIND_BYLINE &&
            classes_[i].rule != "contributors") ||
           (IsOpen(i) && DatelineBefore(text_, lines_[i].span));
  }

  // An agency in brackets ends captions, and reports: there it signs the last
  // line of prose.
  void FindSignature() {
    for (size_t i = lines_.size(); i > 1; --i) {
      if (IsProse(i - 1)) return;
      const bool caption = classes_[i - 1].kind == v1::SECTION_KIND_CAPTION;
      if (!caption || !TrailingAgency(text_, lines_[i - 1].span)) continue;
      if (CountProse(0, i - 1) < 2) return;
      signed_ = i - 1;
      classes_[signed_] = {};
      lines_[signed_].stop = U'.';
      return;
    }
  }

  void FindBodyBegin() {
    body_begin_ = NextProse(0);
    const size_t end = std::min(lines_.size(), body_begin_ + kHeadReach);
    for (size_t i = body_begin_; i < end; ++i) {
      if (classes_[i].opens_list) break;
      if (!IsHeadMark(i)) continue;
      const size_t next = NextProse(i);
      if (next == lines_.size() ||
          CountProse(i, lines_.size()) < CountProse(body_begin_, i)) {
        break;
      }
      body_begin_ = next;
    }
  }
  size_t CountProse(size_t begin, size_t end) const {
    size_t count = 0;
    for (size_t i = begin; i < end; ++i) count += IsProse(i);
    return count;
  }

  // Settles the open lines from the body's begin on: body, or items of a list
  // of other articles.
  void SettleBody() {
    bool in_list = false;
    for (size_t i = body_begin_; i < lines_.size(); ++i) {
      if (classes_[i].opens_list) in_list = true;
      if (!IsOpen(i)) {
        if (in_list && classes_[i].kind == v1::SECTION_KIND_TIMESTAMP) {
          Settle(i, v1::SECTION_KIND_RELATED, "under-heading");
        }
        continue;
      }
      if (in_list && ReopensBody(i)) in_list = false;
      if (in_list) {
        Settle(i, v1::SECTION_KIND_RELATED, "under-heading");
      } else {
        Settle(i, v1::SECTION_KIND_BODY,
               lines_[i].ends_in_stop() ? "prose" : "fragment");
        if (lines_[i].ends_in_stop()) body_end_ = i + 1;
      }
    }
  }

  bool ReopensBody(size_t i) const {
    const Line& line = lines_[i];
    if (line.stop != U'.' || line.words < kReopensTogether) return false;
    if (line.words >= kReopensAlone) return true;
    size_t next = i + 1;
    while (next < lines_.size() && !IsOpen(next)) ++next;
    return IsProse(next) && lines_[next].stop == U'.';
  }

  // After the last sentence: fragments are furniture unless they are long, and
  // the last sentences may be the site's or about the author.
  void SettleTail() {
    for (size_t i = std::max(body_end_, body_begin_ + 1); i < lines_.size();
         ++i) {
      if (classes_[i].kind != v1::SECTION_KIND_BODY) continue;
      if (classes_[i].site_voice) {
        Settle(i, v1::SECTION_KIND_NOTICE, "site-voice");
      } else if (lines_[i].words < kLongFragment) {
        Settle(i, v1::SECTION_KIND_BOILERPLATE, "after-the-end");
      }
    }
    size_t seen = 0;
    for (size_t i = lines_.size(); i > body_begin_ + 1 && seen < kTailReach;) {
      --i;
      if (classes_[i].kind != v1::SECTION_KIND_BODY) continue;
      ++seen;
      if (classes_[i].site_voice) {
        Settle(i, v1::SECTION_KIND_NOTICE, "site-voice");
      } else if (IsAuthorNote(i)) {
        Settle(i, v1::SECTION_KIND_NOTICE, "author-note");
      }
    }
  }

  // "Ann Lee covers shipping": begins with a name of the byline and says what
  // the author does.
  bool IsAuthorNote(size_t i) const {
    const LineWords words(Words(i));
    if (words.size() < 3 || words.size() > 40) return false;
    const bool named = std::any_of(
        classes_.begin(), classes_.end(), [&](const LineClass& other) {
          const size_t at = static_cast<size_t>(&other - classes_.data());
          return other.kind == v1::SECTION_KIND_BYLINE && at < body_begin_ &&
                 absl::StrContains(Words(at),
                                   Words(i).substr(0, words[1].span.end));
        });
    return named && std::any_of(words.begin() + 2, words.end(),
                                [](const LineWord& word) {
                                  return IsAuthorsWork(word.text);
                                });
  }
  static bool IsAuthorsWork(absl::string_view word) {
    return word == "covers" || word == "covered" || word == "writes" ||
           word == "reports" || word == "joined" || word == "reported" ||
           WordTable::Named("byline_roles").Contains(word);
  }

  // Headline, standfirst, captions, and what stands above them.
  void SettleHead() {
    const size_t headline = SettleHeadline();
    for (size_t i = 0; i < body_begin_; ++i) {
      if (!IsOpen(i)) continue;
      if (headline == lines_.size()) {
        SettleWithoutHeadline(i);
      } else if (i < headline) {
        Settle(i, v1::SECTION_KIND_BOILERPLATE,
               i == 0 && IsMasthead(i) ? "outlet-name" : "before-headline");
      } else if (SameWords(Words(i), Words(headline))) {
        Settle(i, v1::SECTION_KIND_HEADLINE, "repeats-headline");
      } else if (IsPersonName(Words(i)) && IsBesideHeadMatter(i)) {
        Settle(i, v1::SECTION_KIND_BYLINE, "name");
      } else if (lines_[i].words >= kShortestStandfirst) {
        Settle(i, v1::SECTION_KIND_STANDFIRST, "after-headline");
      } else {
        Settle(i, v1::SECTION_KIND_BOILERPLATE, "head-fragment");
      }
    }
  }

  // Returns the headline's index, or the number of lines where there is none.
  size_t SettleHeadline() {
    std::vector<size_t> at;
    std::vector<absl::string_view> candidates;
    for (size_t i = 0; i < body_begin_; ++i) {
      if (!IsOpen(i) || lines_[i].stop == U'.') continue;
      if (lines_[i].words > kLongestHeadline || lines_[i].words < 2) continue;
      if (i == 0 && IsMasthead(i)) continue;
      at.push_back(i);
      candidates.push_back(Words(i));
    }
    const size_t begin = lines_[body_begin_].span.begin;
    const std::optional<size_t> chosen =
        ChooseHeadline(candidates, text_.substr(begin, kHeadlineReach));
    if (!chosen) return lines_.size();
    Settle(at[*chosen], v1::SECTION_KIND_HEADLINE, "heads-the-body");
    return at[*chosen];
  }

  void SettleWithoutHeadline(size_t i) {
    if (!IsProse(i)) {
      Settle(i, v1::SECTION_KIND_BOILERPLATE, "head-fragment");
    } else if (EndsInDate(i)) {
      Settle(i, v1::SECTION_KIND_CAPTION, "ends-in-date");
    } else {
      Settle(i, v1::SECTION_KIND_STANDFIRST, "before-head-matter");
    }
  }

  // "... in Seoul, South Korea May 10.", as agencies end their captions.
  bool EndsInDate(size_t i) const {
    const LineWords words(Words(i));
    size_t last = words.size();
    while (last > 0 && IsNumber(words[last - 1].text)) --last;
    if (last == 0 || last == words.size()) return false;
    const WordTable::Row* row =
        WordTable::Named("calendar").Find(words[last - 1].text);
    return row != nullptr && (*row)[1] == "month";
  }

  bool IsBesideHeadMatter(size_t i) const {
    const auto is_matter = [&](size_t other) {
      return other < lines_.size() &&
             (classes_[other].kind == v1::SECTION_KIND_TIMESTAMP ||
              classes_[other].kind == v1::SECTION_KIND_BYLINE);
    };
    return (i > 0 && is_matter(i - 1)) || is_matter(i + 1);
  }

  // The name of a paper: short, made as such names are, or used again below.
  bool IsMasthead(size_t i) const {
    if (lines_[i].words > kLongestMasthead || lines_[i].ends_in_stop()) {
      return false;
    }
    const LineWords words(Words(i));
    if (words.empty() || (words.size() == 1 && words[0].text == "news")) {
      return false;
    }
    for (const LineWord& word : words) {
      if (WordTable::Named("outlet_words").Contains(word.text)) return true;
    }
    return IsUsedBelow(i, std::string(words.back().text));
  }

  // "TARN ISLANDER" over a report that tells what "the Islander" was told.
  bool IsUsedBelow(size_t i, std::string last_word) const {
    const absl::string_view below = text_.substr(lines_[i].span.end);
    last_word[0] = absl::ascii_toupper(last_word[0]);
    return absl::StrContains(below, Words(i)) ||
           absl::StrContains(below, absl::StrCat("the ", last_word));
  }

  void WriteSections() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const LineClass& line = classes_[i];
      if (line.kind == v1::SECTION_KIND_CAPTION && !line.credit.empty()) {
        AddCaption(article_, lines_[i].span, line.credit, line.rule);
      } else if (i == body_begin_ && line.kind == v1::SECTION_KIND_BODY) {
        AddBodyBegin(article_, lines_[i].span, line.rule);
      } else if (i == signed_ && line.kind == v1::SECTION_KIND_BODY) {
        AddBodyEnd(article_, lines_[i].span, line.rule);
      } else {
        AddSection(article_, line.kind, lines_[i].span, line.rule);
      }
    }
  }

  v1::Article& article_;
  absl::string_view text_;
  std::vector<Line> lines_;
  std::vector<LineClass> classes_;
  size_t body_begin_ = 0;  // the first line of the body, or all lines
  size_t body_end_ = 0;    // behind its last sentence
  size_t signed_ = 0;      // the line that ends in an agency's name, or 0
};

}  // namespace

void SplitScraped(v1::Article& article) { ScrapedSplitter(article).Split(); }

}  // namespace concord
