#include "engine/claim/voice.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/attribution.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {
namespace {

class Follower {
 public:
  explicit Follower(absl::Span<const SentenceAnalysis> sentences)
      : sentences_(sentences), voices_(sentences.size()) {}

  Voices Run() {
    for (size_t i = 0; i < sentences_.size(); ++i) voices_[i] = OwnVoice(i);
    for (size_t i = 1; i < sentences_.size(); ++i) FromBefore(i);
    for (size_t i = sentences_.size(); i-- > 1;) FromAfter(i);
    for (size_t i = 1; i < sentences_.size(); ++i) FromParagraphBefore(i);
    Voices found;
    found.quoted = Quoted();
    found.of_sentence = std::move(voices_);
    return found;
  }

 private:
  std::vector<std::vector<std::vector<ByteSpan>>> Quoted() const {
    std::vector<std::vector<std::vector<ByteSpan>>> quoted(sentences_.size());
    for (size_t i = 0; i < sentences_.size(); ++i) {
      quoted[i].resize(sentences_[i].reports.size());
    }
    for (size_t i = 0; i < sentences_.size(); ++i) {
      if (!voices_[i].known()) continue;
      const SentenceView& view = *sentences_[i].view;
      for (TokenRange range : sentences_[i].quotations.ranges) {
        AddRun(view.text(), view.Bytes(range),
               quoted[voices_[i].sentence][voices_[i].report]);
      }
    }
    return quoted;
  }

  static void AddRun(absl::string_view text, ByteSpan run,
                     std::vector<ByteSpan>& runs) {
    if (!runs.empty() &&
        absl::StripAsciiWhitespace(Slice(text, {runs.back().end, run.begin}))
            .empty()) {
      runs.back().end = run.end;
    } else {
      runs.push_back(run);
    }
  }

  bool IsQuoted(size_t i) const {
    return !sentences_[i].quotations.ranges.empty();
  }
  bool IsAllQuoted(size_t i) const {
    const SentenceAnalysis& sentence = sentences_[i];
    return IsQuoted(i) &&
           sentence.quotations.Cover(*sentence.view, sentence.view->all());
  }

  // The report in sentence i that covers one of its quotations.
  Voice OwnVoice(size_t i) const {
    const SentenceAnalysis& sentence = sentences_[i];
    for (size_t r = 0; r < sentence.reports.size(); ++r) {
      const Report& report = sentence.reports[r];
      // Who speaks inside a quotation does not tell whose it is.
      if (sentence.quotations.Touch(report.cue)) continue;
      for (TokenRange content : report.content) {
        if (sentence.quotations.Touch(content)) {
          return {static_cast<int>(i), static_cast<int>(r)};
        }
      }
    }
    return {};
  }

  // The report that ends sentence i with a colon and no content.
  Voice Announced(size_t i) const {
    const auto& reports = sentences_[i].reports;
    for (size_t r = 0; r < reports.size(); ++r) {
      if (reports[r].content.empty() &&
          !sentences_[i].quotations.Touch(reports[r].cue)) {
        return {static_cast<int>(i), static_cast<int>(r)};
      }
    }
    return {};
  }

  void FromBefore(size_t i) {
    if (voices_[i].known() || !IsQuoted(i)) return;
    if (sentences_[i].quotations.open_at_begin) {
      voices_[i] = voices_[i - 1];
    } else if (const Voice announced = Announced(i - 1); announced.known()) {
      voices_[i] = announced;
    } else if (!sentences_[i].new_paragraph && IsAllQuoted(i)) {
      voices_[i] = voices_[i - 1];
    }
  }

  // `"...." said Holt.`: a sentence that only names the speaker.
  Voice NamedAfter(size_t i) const {
    const auto& reports = sentences_[i].reports;
    if (!reports.empty() && reports[0].content.empty() &&
        reports[0].cue.begin == 0) {
      return {static_cast<int>(i), 0};
    }
    return {};
  }

  void FromAfter(size_t i) {
    if (const Voice named = NamedAfter(i);
        named.known() && IsQuoted(i - 1) && !voices_[i - 1].known()) {
      voices_[i - 1] = named;
      return;
    }
    if (!voices_[i].known() || voices_[i - 1].known()) return;
    const bool runs_on = sentences_[i].quotations.open_at_begin;
    const bool beside = !sentences_[i].new_paragraph && IsAllQuoted(i - 1) &&
                        voices_[i].sentence == static_cast<int>(i);
    if (IsQuoted(i - 1) && (runs_on || beside)) voices_[i - 1] = voices_[i];
  }

  void FromParagraphBefore(size_t i) {
    if (!voices_[i].known() && IsAllQuoted(i)) voices_[i] = voices_[i - 1];
  }

  const absl::Span<const SentenceAnalysis> sentences_;
  std::vector<Voice> voices_;
};

}  // namespace

Voices FollowQuotations(absl::Span<const SentenceAnalysis> sentences) {
  return Follower(sentences).Run();
}

}  // namespace concord
