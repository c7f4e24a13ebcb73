#include "engine/text/sentence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/limits.h"
#include "engine/base/span.h"
#include "engine/base/utf8.h"
#include "engine/text/character.h"
#include "engine/text/line_break.h"
#include "engine/text/list_label.h"
#include "engine/text/sentence_end.h"

namespace concord {
namespace {

// The bytes at which a sentence may end; all others are skipped. Characters
// beyond ASCII are decoded only behind the lead bytes that stops and bullets
// have: U+2xxx, U+3xxx and U+Fxxx.
constexpr std::array<bool, 256> MakeCandidates() {
  std::array<bool, 256> candidates = {};
  for (char c : {'.', '!', '?', ')', '\n', '-', '=', '*', '_', '~', '\xE2',
                 '\xE3', '\xEF'}) {
    candidates[static_cast<unsigned char>(c)] = true;
  }
  return candidates;
}

constexpr std::array<bool, 256> kCandidates = MakeCandidates();

// A rule drawn with this many equal marks or more parts what it stands between.
constexpr size_t kShortestRule = 4;

// The end of the run of one mark at text[pos].
size_t RunEnd(absl::string_view text, size_t pos) {
  return std::min(text.find_first_not_of(text[pos], pos), text.size());
}

bool DrawsRules(char c) {
  return c == '-' || c == '=' || c == '*' || c == '_' || c == '~';
}

class Splitter {
 public:
  Splitter(absl::string_view text, uint32_t offset)
      : text_(text), offset_(offset), line_breaks_(text) {}

  std::vector<ByteSpan> Split() {
    Begin(0);
    while (pos_ < text_.size()) {
      if (kCandidates[static_cast<unsigned char>(text_[pos_])]) {
        Examine();
      } else {
        ++pos_;
      }
    }
    EndAt(text_.size());
    return std::move(sentences_);
  }

 private:
  // Starts a sentence at the first character at or after `pos` that is not
  // white space.
  void Begin(size_t pos) {
    begin_ = pos_ = SkipSpace(text_, pos, text_.size());
    const std::optional<ListLabel> label = LabelAt(text_, begin_);
    if (!label.has_value()) return;
    label_ = label;
    pos_ = label->end;
  }

  // Ends the sentence at `end` and starts the next.
  void EndAt(size_t end) {
    Emit(TrimSpace(text_, begin_, end));
    Begin(end);
  }

  // Decides on the candidate at pos_: ends the sentence, or moves past it.
  void Examine() {
    if (text_[pos_] == '\n') return ExamineLineBreak();
    if (DrawsRules(text_[pos_])) return ExamineRule();
    if (ExamineLabel()) return;
    const Char c = CharAt(text_, pos_);
    if (c.Is(CharClass::kStop)) return ExamineStop();
    pos_ += c.length;
  }

  void ExamineLineBreak() {
    const size_t next = SkipSpace(text_, pos_, text_.size());
    if (line_breaks_.EndSentence(pos_, next)) return EndAt(pos_);
    pos_ = next;
  }

  // A rule between white space is a sentence of its own: "----------".
  void ExamineRule() {
    const size_t end = RunEnd(text_, pos_);
    const Char after = CharAt(text_, end);
    const bool rule = end - pos_ >= kShortestRule &&
                      (pos_ == begin_ || CharBefore(text_, pos_).IsSpace()) &&
                      (after.length == 0 || after.IsSpace());
    if (!rule) {
      pos_ = end;
      return;
    }
    if (pos_ > begin_) EndAt(pos_);
    EndAt(end);
  }

  void ExamineStop() {
    const StopVerdict verdict = JudgeStop(text_, begin_, pos_);
    if (verdict.ends) return EndAt(verdict.end);
    pos_ = verdict.end;
  }

  // Ends the sentence before a label that continues its list: "1) The first
  // 2) The second". Returns false where the candidate belongs to none.
  bool ExamineLabel() {
    if (!label_.has_value()) return false;
    const std::optional<ListLabel> label = LabelAtCandidate();
    if (!label.has_value() || label->begin <= begin_) return false;
    if (!label->Follows(*label_)) return false;
    EndAt(label->begin);
    return true;
  }

  std::optional<ListLabel> LabelAtCandidate() const {
    const char byte = text_[pos_];
    if (byte == '.' || byte == ')') return LabelAround(text_, pos_);
    if (!CharBefore(text_, pos_).IsSpace()) return std::nullopt;
    return LabelAt(text_, pos_);
  }

  // Adds [begin_, end), cut at white space into pieces within the limit.
  void Emit(size_t end) {
    constexpr size_t kLimit = Limits{}.max_sentence_bytes;
    while (end - begin_ > kLimit) {
      const size_t cut = CutBefore(begin_ + kLimit);
      Add(begin_, TrimSpace(text_, begin_, cut));
      begin_ = SkipSpace(text_, cut, end);
    }
    if (begin_ < end) Add(begin_, end);
  }

  // The last white space after begin_ and before `pos`, or a character boundary
  // where there is none.
  size_t CutBefore(size_t pos) const {
    for (size_t cut = FloorCharBoundary(text_, pos); cut > begin_;) {
      const Char c = CharBefore(text_, cut);
      if (c.IsSpace()) return cut;
      cut -= c.length;
    }
    return FloorCharBoundary(text_, pos);
  }

  void Add(size_t begin, size_t end) {
    sentences_.push_back({offset_ + static_cast<uint32_t>(begin),
                          offset_ + static_cast<uint32_t>(end)});
  }

  const absl::string_view text_;
  const uint32_t offset_;  // of text_ in the caller's text
  LineBreaks line_breaks_;
  std::vector<ByteSpan> sentences_;
  size_t begin_ = 0;  // of the current sentence
  size_t pos_ = 0;
  std::optional<ListLabel> label_;  // the last one seen
};

}  // namespace

std::vector<ByteSpan> SplitSentences(absl::string_view text, ByteSpan span) {
  return Splitter(Slice(text, span), span.begin).Split();
}

}  // namespace concord
