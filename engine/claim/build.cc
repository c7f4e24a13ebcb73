#include "engine/claim/build.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/attribution.h"
#include "engine/claim/claim_values.h"
#include "engine/claim/clauses.h"
#include "engine/claim/draft.h"
#include "engine/claim/force.h"
#include "engine/claim/reference.h"
#include "engine/claim/reporting_verb.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/speaker.h"
#include "engine/claim/token_range.h"
#include "engine/claim/voice.h"
#include "engine/claim/wording.h"

namespace concord {
namespace {

void Set(ByteSpan span, v1::TextSpan* out) {
  out->set_begin_byte(span.begin);
  out->set_end_byte(span.end);
}

// No sentence that a person wrote has more sources one inside the other.
constexpr int kMaxSources = 8;

class Builder {
 public:
  Builder(const SentenceAnalysis& sentence, const Draft& draft,
          const ArticleContext& context)
      : sentence_(sentence),
        s_(*sentence.view),
        draft_(draft),
        context_(context),
        clause_(draft.clause == kNoClause ? nullptr
                                          : &sentence.clauses[draft.clause]) {}

  v1::Claim Build() {
    Set(s_.Bytes(draft_.span), claim_.mutable_span());
    for (const TokenRange& piece : draft_.pieces) {
      pieces_.push_back(s_.Bytes(piece));
      Set(pieces_.back(), claim_.add_fragments());
    }
    claim_.set_section(sentence_.section);
    claim_.set_rank(draft_.parent < 0 ? v1::RANK_MAIN : v1::RANK_DETAIL);
    SetForce();
    AddAttribution();
    AddClaimValues(sentence_, clause_, pieces_, *context_.names, claim_);
    SetText();
    return std::move(claim_);
  }

 private:
  void SetForce() {
    static const Clause kVerbless;
    const Clause& clause = clause_ == nullptr ? kVerbless : *clause_;
    const Force force = ForceOf(s_, clause, draft_.pieces);
    claim_.set_polarity(force.polarity);
    claim_.set_modality(force.modality);
    if (force.polarity_cue) {
      Set(s_.token(*force.polarity_cue).span, claim_.mutable_polarity_cue());
    }
    if (force.modality_cue) {
      Set(s_.token(*force.modality_cue).span, claim_.mutable_modality_cue());
    }
    if (clause_ != nullptr) {
      Set(s_.token(clause_->head).span, claim_.mutable_predicate());
    }
  }

  // -------------------------------------------------------------- attribution

  // The reports around the claim, innermost first; then the voice of the
  // quotation it stands in.
  void AddAttribution() {
    std::vector<const Report*> around;
    for (const Report& report : sentence_.reports) {
      if (IsAround(report)) around.push_back(&report);
    }
    std::stable_sort(around.begin(), around.end(),
                     [](const Report* a, const Report* b) {
                       return a->Hull().size() < b->Hull().size();
                     });
    v1::Attribution* out = nullptr;
    int depth = 0;
    for (const Report* report : around) {
      if (IsPartOfWhatIsTold(*report, around)) continue;
      if (++depth > kMaxSources) break;
      out = NextAttribution(out);
      Fill(*report, sentence_, *out);
    }
    if (!around.empty()) innermost_ = around.front();
    AddVoice(around, out);
    if (!around.empty() && !around.front()->own_words) {
      ApplyVerb(*around.front());
    }
  }

  bool IsAround(const Report& report) const {
    if (clause_ == nullptr) return report.Contains(draft_.span.begin);
    if (report.clause == draft_.clause) {
      return report.own_words || report.open_question;
    }
    // What is told beside somebody's words is told by the outlet.
    if (report.own_words) {
      return clause_->kind != ClauseKind::kConjunct &&
             report.clause == clause_->beside;
    }
    return report.Contains(clause_->head);
  }

  // "I think", "they want" where somebody is quoted or reported as saying so:
  // no voucher but whoever says it. Whom a speaker names as having said
  // something is a nested source: "Holt said Voss had warned her".
  bool IsPartOfWhatIsTold(const Report& report,
                          const std::vector<const Report*>& around) const {
    const bool quoted = sentence_.quotations.Touch(report.cue);
    if (!quoted && !IsReported(report, around)) return false;
    if (quoted && !IsQuotationVouchedFor(around)) return false;
    return report.own_words || !IsSpeech(report.verb) ||
           (quoted && !NamesSource(report));
  }

  // Another of the reports has this one in its content.
  static bool IsReported(const Report& report,
                         const std::vector<const Report*>& around) {
    return std::any_of(around.begin(), around.end(), [&](const Report* r) {
      return r != &report && r->Contains(report.cue.begin);
    });
  }

  // Somebody outside the quotation is known to say all of it.
  bool IsQuotationVouchedFor(const std::vector<const Report*>& around) const {
    return context_.voices->of_sentence[context_.sentence].known() ||
           std::any_of(around.begin(), around.end(), [&](const Report* r) {
             return !sentence_.quotations.Touch(r->cue);
           });
  }

  bool NamesSource(const Report& report) const {
    return !report.source.empty() && s_.token(report.source.begin).capital &&
           s_.Is(report.source.begin, WordClass::kNominal);
  }

  v1::Attribution* NextAttribution(v1::Attribution* outer) {
    return outer == nullptr ? claim_.mutable_attribution()
                            : outer->mutable_nested();
  }

  // The speaker of a quotation that other sentences attribute.
  void AddVoice(const std::vector<const Report*>& around,
                v1::Attribution* out) {
    const Voice voice = context_.voices->of_sentence[context_.sentence];
    if (!voice.known() || !sentence_.quotations.Touch(draft_.span)) return;
    const SentenceAnalysis& home = context_.sentences[voice.sentence];
    const Report& report = home.reports[voice.report];
    if (&home == &sentence_) {
      const bool named =
          std::find(around.begin(), around.end(), &report) != around.end();
      if (named || report.clause == draft_.clause) return;
    }
    out = NextAttribution(out);
    Fill(report, home, *out);
    out->set_kind(v1::ATTRIBUTION_KIND_DIRECT);
  }

  void Fill(const Report& report, const SentenceAnalysis& home,
            v1::Attribution& out) const {
    const SentenceView& view = *home.view;
    Set(view.Bytes(report.cue), out.mutable_cue());
    AddContent(report, home, out);
    out.set_kind(KindOf(report, home));
    if (report.source.empty()) return;
    Set(view.Bytes(report.source), out.mutable_source());
    const TokenRange named =
        report.antecedent.empty() ? report.source : report.antecedent;
    out.set_speaker(
        SpeakerName(named, home, *context_.names, *context_.references));
  }

  // What its own sentence gives, and the quotations of others.
  void AddContent(const Report& report, const SentenceAnalysis& home,
                  v1::Attribution& out) const {
    std::vector<ByteSpan> runs;
    for (TokenRange content : report.content) {
      runs.push_back(home.view->Bytes(content));
    }
    const size_t index = static_cast<size_t>(&home - context_.sentences.data());
    const size_t place = static_cast<size_t>(&report - home.reports.data());
    const std::vector<ByteSpan>& quoted = context_.voices->quoted[index][place];
    runs.insert(runs.end(), quoted.begin(), quoted.end());
    std::sort(runs.begin(), runs.end());
    for (ByteSpan run : Merged(runs)) Set(run, out.add_content());
  }

  // Runs that touch or overlap, as one. REQUIRES: sorted.
  static std::vector<ByteSpan> Merged(const std::vector<ByteSpan>& runs) {
    std::vector<ByteSpan> merged;
    for (ByteSpan run : runs) {
      if (!merged.empty() && run.begin <= merged.back().end) {
        merged.back().end = std::max(merged.back().end, run.end);
      } else {
        merged.push_back(run);
      }
    }
    return merged;
  }

  static v1::AttributionKind KindOf(const Report& report,
                                    const SentenceAnalysis& home) {
    if (report.source_phrase) return v1::ATTRIBUTION_KIND_SOURCE_PHRASE;
    bool all = !report.content.empty(), some = false;
    for (TokenRange content : report.content) {
      all &= home.quotations.Cover(*home.view, content);
      some |= home.quotations.Touch(content);
    }
    if (all) return v1::ATTRIBUTION_KIND_DIRECT;
    return some ? v1::ATTRIBUTION_KIND_MIXED : v1::ATTRIBUTION_KIND_INDIRECT;
  }

  // "denied", "hopes", "believes": the verb that reports colours the claim.
  void ApplyVerb(const Report& report) {
    if (report.verb.empty()) return;
    if (Denies(report.verb)) {
      Flip(report.cue.end - 1);
      claim_.set_modality(v1::MODALITY_DENIED);
      Set(s_.Bytes(report.cue), claim_.mutable_modality_cue());
      return;
    }
    if (const auto negation = NegatedBelief(report)) Flip(*negation);
    const auto modality = ModalityOfVerb(report.verb);
    if (modality && claim_.modality() == v1::MODALITY_ASSERTED) {
      claim_.set_modality(*modality);
      Set(s_.Bytes(report.cue), claim_.mutable_modality_cue());
    }
  }

  // "does not believe": the negation is meant for what is believed.
  std::optional<uint32_t> NegatedBelief(const Report& report) const {
    const ReportingVerb* verb = FindReportingVerb(report.verb);
    if (verb == nullptr || verb->kind != ReportKind::kThink) {
      return std::nullopt;
    }
    for (uint32_t i = report.cue.begin; i < report.cue.end; ++i) {
      if (s_.Is(i, WordClass::kNot)) return i;
    }
    return std::nullopt;
  }

  void Flip(uint32_t cue) {
    claim_.clear_polarity_cue();
    if (claim_.polarity() == v1::POLARITY_NEGATIVE) {
      claim_.set_polarity(v1::POLARITY_POSITIVE);
      return;
    }
    claim_.set_polarity(v1::POLARITY_NEGATIVE);
    Set(s_.token(cue).span, claim_.mutable_polarity_cue());
  }

  // ------------------------------------------------------------------ wording

  void SetText() {
    if (clause_ == nullptr) {
      claim_.set_text(std::string(Slice(s_.text(), s_.Bytes(draft_.span))));
      return;
    }
    claim_.set_text(WordClaim(s_, *clause_, draft_, SubjectName()));
  }

  // "It is clear that ...": the word stands for nothing.
  bool IsExpletive(uint32_t i) const {
    return s_.word(i) == "it" && clause_->predicate.begin < s_.size() &&
           s_.verb(clause_->predicate.begin) != nullptr &&
           s_.verb(clause_->predicate.begin)->base == "be" &&
           clause_->predicate.size() == 1;
  }

  // The name behind a subject that is a pronoun; flags one that is not plain.
  std::string SubjectName() {
    const TokenRange subject = clause_->subject;
    if (subject.size() != 1) return "";
    const absl::string_view word = s_.word(subject.begin);
    if (!IsReferringPronoun(word) || IsExpletive(subject.begin)) return "";
    // Outside and inside a quotation the same word means different things.
    const bool quoted = sentence_.quotations.Touch(subject);
    if (quoted) return Unresolved();
    if (auto name = NamedSource(word)) return *name;
    if (auto name = context_.references->Resolve(word)) return *name;
    return Unresolved();
  }

  std::string Unresolved() {
    claim_.add_flags(v1::CLAIM_FLAG_UNRESOLVED_REFERENCE);
    return "";
  }

  // The source of the claim, where `pronoun` means it.
  std::optional<std::string> NamedSource(absl::string_view pronoun) const {
    if (innermost_ == nullptr || innermost_->clause == draft_.clause) {
      return std::nullopt;
    }
    const TokenRange source = innermost_->antecedent.empty()
                                  ? innermost_->source
                                  : innermost_->antecedent;
    return SourceMeantBy(pronoun, source, sentence_, *context_.names);
  }

  const SentenceAnalysis& sentence_;
  const SentenceView& s_;
  const Draft& draft_;
  const ArticleContext& context_;
  const Clause* clause_;
  const Report* innermost_ = nullptr;  // of the reports around the claim
  v1::Claim claim_;
  std::vector<ByteSpan> pieces_;
};

}  // namespace

v1::Claim BuildClaim(const SentenceAnalysis& sentence, const Draft& draft,
                     const ArticleContext& context) {
  return Builder(sentence, draft, context).Build();
}

std::string ClaimWords(const SentenceAnalysis& sentence, const Draft& draft) {
  std::string words;
  for (const TokenRange& piece : draft.pieces) {
    for (uint32_t i = piece.begin; i < piece.end; ++i) {
      absl::StrAppend(&words, words.empty() ? "" : " ", sentence.view->word(i));
    }
  }
  return words;
}

}  // namespace concord
