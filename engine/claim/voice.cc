#include "engine/claim/voice.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/attribution.h"
#include "engine/claim/sentence_view.h"

namespace concord {
namespace {

class Follower {
 public:
  explicit Follower(absl::Span<const SentenceAnalysis> sentences)
      : sentences_(sentences), voices_(sentences.size()) {}

  std::vector<Voice> Run() {
    for (size_t i = 0; i < sentences_.size(); ++i) voices_[i] = OwnVoice(i);
    for (size_t i = 1; i < sentences_.size(); ++i) FromBefore(i);
    for (size_t i = sentences_.size(); i-- > 1;) FromAfter(i);
    for (size_t i = 1; i < sentences_.size(); ++i) FromParagraphBefore(i);
    return std::move(voices_);
  }

 private:
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
      if (reports[r].content.empty()) {
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

  void FromAfter(size_t i) {
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

std::vector<Voice> FollowQuotations(
    absl::Span<const SentenceAnalysis> sentences) {
  return Follower(sentences).Run();
}

}  // namespace concord
