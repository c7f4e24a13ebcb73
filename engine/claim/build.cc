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
#include "engine/claim/clauses.h"
#include "engine/claim/draft.h"
#include "engine/claim/force.h"
#include "engine/claim/reference.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/voice.h"
#include "engine/claim/wording.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

void Set(ByteSpan span, v1::TextSpan* out) {
  out->set_begin_byte(span.begin);
  out->set_end_byte(span.end);
}

ByteSpan ToBytes(const v1::TextSpan& span) {
  return {span.begin_byte(), span.end_byte()};
}

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
    AddValues();
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
    for (const Report* report : around) {
      out = NextAttribution(out);
      Fill(*report, sentence_, *out);
    }
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
    if (report.own_words) return report.clause == clause_->beside;
    return report.Contains(clause_->head);
  }

  v1::Attribution* NextAttribution(v1::Attribution* outer) {
    return outer == nullptr ? claim_.mutable_attribution()
                            : outer->mutable_nested();
  }

  // The speaker of a quotation that other sentences attribute.
  void AddVoice(const std::vector<const Report*>& around,
                v1::Attribution* out) {
    const Voice voice = context_.voice;
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
    out->clear_content();
    for (TokenRange quoted : sentence_.quotations.ranges) {
      Set(s_.Bytes(quoted), out->add_content());
    }
    out->set_kind(v1::ATTRIBUTION_KIND_DIRECT);
  }

  void Fill(const Report& report, const SentenceAnalysis& home,
            v1::Attribution& out) const {
    const SentenceView& view = *home.view;
    Set(view.Bytes(report.cue), out.mutable_cue());
    for (TokenRange content : report.content) {
      Set(view.Bytes(content), out.add_content());
    }
    out.set_kind(KindOf(report, home));
    if (report.source.empty()) return;
    Set(view.Bytes(report.source), out.mutable_source());
    out.set_speaker(Speaker(report.source, home));
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

  // The full name of the person or body that `source` names, or its words.
  std::string Speaker(TokenRange source, const SentenceAnalysis& home) const {
    const SentenceView& view = *home.view;
    if (source.size() == 1) {
      if (auto name = context_.references->Resolve(view.word(source.begin))) {
        return *name;
      }
    }
    const ByteSpan bytes = view.Bytes(source);
    for (const v1::Entity& entity : home.names) {
      const ByteSpan span = ToBytes(entity.span());
      const bool person = entity.kind() == v1::ENTITY_KIND_PERSON;
      if (bytes.Contains(span) && (person || span == bytes) &&
          !IsPossessor(view, span.end)) {
        return context_.names->FullName(entity.name());
      }
    }
    return std::string(Slice(view.text(), bytes));
  }

  // "Yoon" in "Yoon's office".
  static bool IsPossessor(const SentenceView& view, uint32_t end) {
    const absl::string_view rest = view.text().substr(end, 4);
    return rest.substr(0, 2) == "'s" || rest == "’s";
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
    static const WordTable& table = WordTable::Named("reporting_verbs");
    const WordTable::Row* row = table.Find(report.verb);
    if (row == nullptr || (*row)[1] != "think") return std::nullopt;
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

  // ------------------------------------------------------------------- values

  bool IsInside(const v1::TextSpan& span) const {
    const ByteSpan bytes = ToBytes(span);
    return std::any_of(pieces_.begin(), pieces_.end(),
                       [&](ByteSpan piece) { return piece.Contains(bytes); });
  }

  void AddValues() {
    for (const v1::Quantity& quantity : sentence_.quantities) {
      if (IsInside(quantity.span())) *claim_.add_quantities() = quantity;
    }
    for (const v1::TimeInterval& time : sentence_.times) {
      if (IsInside(time.span())) *claim_.add_times() = time;
    }
    for (const v1::Entity& name : sentence_.names) {
      if (!IsInside(name.span())) continue;
      v1::Entity& entity = *claim_.add_entities();
      entity = name;
      entity.set_name(context_.names->FullName(name.name()));
      entity.set_role(RoleOf(name));
    }
  }

  v1::EntityRole RoleOf(const v1::Entity& entity) const {
    if (clause_ == nullptr) return v1::ENTITY_ROLE_UNSPECIFIED;
    const ByteSpan span = ToBytes(entity.span());
    if (!clause_->subject.empty() &&
        s_.Bytes(clause_->subject).Contains(span)) {
      return clause_->passive ? v1::ENTITY_ROLE_OBJECT
                              : v1::ENTITY_ROLE_SUBJECT;
    }
    return FollowsPreposition(span.begin) ? v1::ENTITY_ROLE_OBLIQUE
                                          : v1::ENTITY_ROLE_OBJECT;
  }

  bool FollowsPreposition(uint32_t byte) const {
    const auto tokens = s_.tokens();
    const auto it = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, uint32_t at) { return token.span.begin < at; });
    for (size_t i = static_cast<size_t>(it - tokens.begin()); i-- > 0;) {
      const WordClass c = s_.class_of(i);
      if (c == WordClass::kPreposition) return true;
      if (c != WordClass::kDeterminer && c != WordClass::kNominal) return false;
    }
    return false;
  }

  // ------------------------------------------------------------------ wording

  void SetText() {
    if (clause_ == nullptr) {
      claim_.set_text(std::string(Slice(s_.text(), s_.Bytes(draft_.span))));
      return;
    }
    claim_.set_text(WordClaim(s_, *clause_, draft_, SubjectName()));
  }

  // The name behind a subject that is a pronoun; flags one that is not plain.
  std::string SubjectName() {
    const TokenRange subject = clause_->subject;
    if (subject.size() != 1) return "";
    const absl::string_view word = s_.word(subject.begin);
    if (!IsReferringPronoun(word)) return "";
    if (auto name = context_.references->Resolve(word)) return *name;
    claim_.add_flags(v1::CLAIM_FLAG_UNRESOLVED_REFERENCE);
    return "";
  }

  const SentenceAnalysis& sentence_;
  const SentenceView& s_;
  const Draft& draft_;
  const ArticleContext& context_;
  const Clause* clause_;
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
