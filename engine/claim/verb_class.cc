#include "engine/claim/verb_class.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/claim/reporting_verb.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/claim/word_context.h"
#include "engine/claim/word_entry.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

using enum WordClass;

constexpr size_t kNone = WordContext::kNone;

bool IsPlural(absl::string_view word) {
  return (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss") &&
          !absl::EndsWith(word, "us")) ||
         word == "people" || word == "police" || absl::EndsWith(word, "men") ||
         word == "children";
}

}  // namespace

WordClass VerbClassifier::Decide(size_t i) const {
  if (c_.IsName(i) && !c_.headline()) return kNominal;
  const VerbForm& v = *c_.verb(i);
  const size_t p = c_.PreviousContent(i);
  if (p != kNone && IsHeadOfNoun(p, i)) return kNominal;
  if (v.bare && c_.AfterModalOrTo(i)) return kBase;
  if (v.bare && AfterDo(i, p)) return kBase;
  if (v.gerund) return DecideGerund(i, p);
  if (v.participle && p != kNone && TakesParticiple(p)) return kParticiple;
  if (v.past || v.participle) return DecidePast(i, p);
  return v.third ? DecideThird(i, p) : DecideBare(i, p);
}

void VerbClassifier::Note(size_t i) {
  const WordClass c = c_.class_of(i);
  if (!IsVerbal(c)) {
    if (c == kComma || c == kStop || c == kSubordinator || c == kRelative ||
        c == kThat || c == kQuestion || c == kConjunction) {
      finite_in_segment_ = reporting_in_segment_ = false;
      verb_in_segment_ = plural_in_segment_ = false;
      NoteClause(c);
      needs_verb_ = c == kRelative || c == kThat || c == kQuestion;
    }
    if (c == kNominal && IsPlural(c_.word(i))) plural_in_segment_ = true;
    return;
  }
  last_verb_ = i;
  verb_in_segment_ = true;
  if (c_.verb(i) != nullptr && c != kAuxiliary) {
    reporting_in_segment_ = Reports(i);
  }
  if (!IsFinite(c)) return;
  // The first verb of a relative clause is its own.
  if (!needs_verb_) {
    outer_finite_ = true;
    main_pending_ = false;
  }
  needs_verb_ = false;
  finite_in_segment_ = finite_before_ = true;
}

bool VerbClassifier::IsHeadOfNoun(size_t p, size_t i) const {
  if (p + 1 != i && !c_.Is(i - 1, kAdverb)) return false;
  if (c_.Is(p, kPossessive)) return true;
  if (!c_.Is(p, kDeterminer)) return false;
  return !(c_.word(p) == "all" || c_.word(p) == "both" ||
           c_.word(p) == "many" || c_.word(p) == "some") ||
         !c_.verb(i)->past;
}

bool VerbClassifier::AfterDo(size_t i, size_t p) const {
  if (p == kNone) return false;
  if (c_.Is(p, kAuxiliary) && c_.verb(p) && c_.verb(p)->base == "do") {
    return true;
  }
  // "Did he say": one word between.
  if (p == 0 || !c_.Is(p, kPronoun)) return false;
  return (c_.Is(p - 1, kAuxiliary) && c_.verb(p - 1) &&
          c_.verb(p - 1)->base == "do") ||
         (c_.Is(p - 1, kModal) && p + 1 == i);
}

bool VerbClassifier::TakesParticiple(size_t p) const {
  if (!IsVerbal(c_.class_of(p)) || c_.verb(p) == nullptr) {
    return c_.Is(p, kAuxiliary);
  }
  const absl::string_view base = c_.verb(p)->base;
  return base == "be" || base == "have" || base == "get";
}

WordClass VerbClassifier::DecideGerund(size_t i, size_t p) const {
  static const WordTable& nouns = WordTable::Named("gerund_nouns");
  const bool noun = nouns.Contains(c_.word(i));
  const bool object =
      c_.OpensNounPhrase(i + 1, false) ||
      (i + 1 < c_.size() && c_.entry(i + 1).kind == EntryKind::kThat);
  if (p == kNone) return noun && !object ? kNominal : kGerund;
  if (c_.Is(p, kAuxiliary) || IsVerbal(c_.class_of(p))) return kGerund;
  if (c_.Is(p, kNominal) || c_.Is(p, kNumber) || c_.Is(p, kTime)) {
    if (object) return kGerund;
    if (noun) return kNominal;
    return IsPlural(c_.word(p)) || c_.token(p).capital || PrepositionFollows(i)
               ? kGerund
               : kNominal;
  }
  if (c_.Is(p, kComma) && PrepositionFollows(i)) return kGerund;
  return noun && !object && !c_.Is(p, kSubordinator) ? kNominal : kGerund;
}

bool VerbClassifier::PrepositionFollows(size_t i) const {
  if (i + 1 >= c_.size()) return false;
  const WordEntry& next = c_.entry(i + 1);
  return next.kind == EntryKind::kTo || next.kind == EntryKind::kPrepOrSub ||
         (next.kind == EntryKind::kSure && next.word_class == kPreposition);
}

WordClass VerbClassifier::DecidePast(size_t i, size_t p) const {
  const VerbForm& v = *c_.verb(i);
  if (v.past && !v.participle && !v.bare) return kFinite;
  // `..." said Holt`
  if (v.past && i > 0 && c_.Is(i - 1, kCloseQuote) && Reports(i))
    return kFinite;
  if (p == kNone || c_.Is(p, kStop)) return DecideLeading(i);
  if (c_.Is(p, kPreposition) || c_.Is(p, kNumber) || IsOrdinal(c_.word(p))) {
    return kNominal;
  }
  if (!v.past) return kParticiple;
  if (c_.Is(p, kConjunction)) return LikeVerbBefore(i, p);
  if (c_.Is(p, kComma)) return DecideAfterComma(i);
  if (IsVerbal(c_.class_of(p)) || c_.Is(p, kSubordinator)) {
    return kParticiple;
  }
  if (c_.Is(p, kPronoun) || c_.Is(p, kRelative) || c_.Is(p, kQuestion)) {
    return kFinite;
  }
  return DecideAfterNoun(i);
}

bool VerbClassifier::IsOrdinal(absl::string_view word) {
  return word == "second" || word == "third" || word == "fifth" ||
         word == "sixth" || word == "eighth" || word == "ninth" ||
         (word.size() > 3 && absl::EndsWith(word, "th") &&
          (absl::ascii_isdigit(word[0]) || word == "fourth" ||
           word == "seventh" || word == "tenth"));
}

WordClass VerbClassifier::DecideLeading(size_t i) const {
  if (c_.OpensNounPhrase(i + 1, false) && c_.verb(i)->bare) return kBase;
  return c_.OpensNounPhrase(i + 1, true) && !PrepositionFollows(i)
             ? kNominal
             : kParticiple;
}

WordClass VerbClassifier::LikeVerbBefore(size_t i, size_t p) const {
  if (last_verb_ == kNone) return kFinite;
  const WordClass c = c_.class_of(last_verb_);
  if (c == kParticiple && !c_.IsNounLike(p - 1)) return kParticiple;
  if (c == kBase && c_.verb(i)->bare) return kBase;
  // "observation and continued tests"
  if ((c == kBase || c == kGerund) && c_.IsNounLike(p - 1) &&
      c_.OpensNounPhrase(i + 1, true) && !c_.OpensNounPhrase(i + 1, false)) {
    return kNominal;
  }
  return c == kParticiple && !finite_before_ ? kParticiple : kFinite;
}

WordClass VerbClassifier::DecideAfterComma(size_t i) const {
  if (!c_.verb(i)->participle) return kFinite;
  if (main_pending_ && !c_.NextIs(i, "by")) return kFinite;
  if (c_.Is(i - 1, kAdverb) && !c_.NextIs(i, "by")) return kFinite;
  if (!PrepositionFollows(i)) {
    const bool ends = i + 1 < c_.size() && c_.IsBoundaryEntry(i + 1);
    return ends || c_.OpensNounPhrase(i + 1, false) ? kFinite : kParticiple;
  }
  return PastFollowsConjunction(i) && !PastFollowsComma(i) ? kFinite
                                                           : kParticiple;
}

bool VerbClassifier::PastFollowsComma(size_t i) const {
  for (size_t j = i + 1; j + 1 < c_.size(); ++j) {
    if (c_.entry(j).kind != EntryKind::kSure) continue;
    if (c_.entry(j).word_class == kStop) return false;
    if (c_.entry(j).word_class != kComma) continue;
    const size_t next = c_.NextContent(j);
    return next != kNone && c_.MayBeFinite(next);
  }
  return false;
}

bool VerbClassifier::PastFollowsConjunction(size_t i) const {
  for (size_t j = i + 1; j + 1 < c_.size(); ++j) {
    if (c_.entry(j).kind != EntryKind::kSure) continue;
    if (c_.entry(j).word_class == kStop) return false;
    if (c_.entry(j).word_class != kConjunction) continue;
    const size_t next = c_.NextContent(j);
    return next != kNone &&
           (c_.IsPlainlyFinite(next) ||
            (c_.entry(next).kind == EntryKind::kVerb && c_.verb(next)->past));
  }
  return false;
}

WordClass VerbClassifier::DecideAfterNoun(size_t i) const {
  if (finite_in_segment_ && main_pending_ && !c_.NextIs(i, "by")) {
    return kFinite;
  }
  if (finite_in_segment_) {
    return reporting_in_segment_ && !PrepositionFollows(i) ? kFinite
                                                           : kParticiple;
  }
  if (verb_in_segment_ && PrepositionFollows(i)) return kParticiple;
  // A passive takes no object.
  if (c_.OpensNounPhrase(i + 1, true)) return kFinite;
  if (needs_verb_) return kFinite;
  if (c_.NextIs(i, "by") && PastFollowsInSegment(i)) return kParticiple;
  size_t j = i + 1;
  for (; j < c_.size() && !c_.IsBoundaryEntry(j); ++j) {
    if (!c_.IsPlainlyFinite(j)) continue;
    const bool own_subject = c_.entry(j - 1).word_class == kPronoun;
    return own_subject ? kFinite : kParticiple;
  }
  return PrepositionFollows(i) && VerbAfterComma(j) ? kParticiple : kFinite;
}

bool VerbClassifier::PastFollowsInSegment(size_t i) const {
  for (size_t j = i + 2; j < c_.size() && !c_.IsBoundaryEntry(j); ++j) {
    if (c_.MayBeFinite(j)) return true;
  }
  return false;
}

bool VerbClassifier::VerbAfterComma(size_t i) const {
  if (i >= c_.size() || c_.entry(i).word_class != kComma) return false;
  const size_t next = c_.NextContent(i);
  return next != kNone && c_.IsPlainlyFinite(next);
}

WordClass VerbClassifier::DecideThird(size_t i, size_t p) const {
  const VerbUse use = c_.verb(i)->use;
  if (p == kNone) return kNominal;
  if (c_.Is(p, kPronoun) || c_.Is(p, kRelative)) return kFinite;
  if (c_.Is(p, kQuestion)) return kFinite;
  if (c_.Is(p, kPreposition) || c_.Is(p, kInfinitive) ||
      IsVerbal(c_.class_of(p))) {
    return kNominal;
  }
  if (c_.Is(p, kConjunction) && !AgreesWithLast(/*third=*/true)) {
    return kNominal;
  }
  if (finite_in_segment_ && !reporting_in_segment_) return kNominal;
  if (use == VerbUse::kVerb) return kFinite;
  return ObjectFollows(i, use) ? kFinite : kNominal;
}

bool VerbClassifier::AgreesWithLast(bool third) const {
  if (last_verb_ == kNone || !IsFinite(c_.class_of(last_verb_))) {
    return false;
  }
  const VerbForm* last = c_.verb(last_verb_);
  return last == nullptr || last->third == third || !c_.Is(last_verb_, kFinite);
}

bool VerbClassifier::ObjectFollows(size_t i, VerbUse use) const {
  if (i + 1 >= c_.size()) return false;
  if (c_.entry(i + 1).kind == EntryKind::kThat) return Reports(i);
  if (c_.OpensNounPhrase(i + 1, false)) return true;
  if (use == VerbUse::kNoun) return false;
  const WordEntry& next = c_.entry(i + 1);
  return (next.kind == EntryKind::kTo && c_.BareVerbFollows(i + 2)) ||
         (next.kind == EntryKind::kSure &&
          (next.word_class == kOpenQuote || next.word_class == kQuestion));
}

WordClass VerbClassifier::DecideBare(size_t i, size_t p) const {
  const VerbUse use = c_.verb(i)->use;
  if (p == kNone || c_.Is(p, kStop)) {
    return use != VerbUse::kNoun && c_.OpensNounPhrase(i + 1, false) &&
                   !c_.IsName(i + 1)
               ? kBase
               : kNominal;
  }
  if (c_.Is(p, kPronoun) && IsSingularOrObject(c_.word(p))) return kNominal;
  if (c_.Is(p, kPronoun) || c_.Is(p, kRelative)) {
    return use == VerbUse::kNoun && !ObjectFollows(i, use) ? kNominal : kFinite;
  }
  if (c_.Is(p, kComma)) return IsInvertedReport(i) ? kFinite : kNominal;
  if (c_.Is(p, kConjunction)) return BareAfterConjunction(i);
  if (c_.Is(p, kNominal) && IsPlural(c_.word(p)) && p + 1 == i) {
    if (finite_in_segment_ && !reporting_in_segment_ && use != VerbUse::kVerb) {
      return kNominal;
    }
    return use == VerbUse::kVerb || ObjectFollows(i, use) ? kFinite : kNominal;
  }
  // "the comments from Fox echo those"
  return c_.Is(p, kNominal) && p + 1 == i && !finite_in_segment_ &&
                 plural_in_segment_ && use != VerbUse::kNoun &&
                 ObjectFollows(i, VerbUse::kNoun)
             ? kFinite
             : kNominal;
}

bool VerbClassifier::IsSingularOrObject(absl::string_view word) {
  return word == "he" || word == "she" || word == "it" || word == "him" ||
         word == "her" || word == "me" || word == "us" || word == "them";
}

bool VerbClassifier::IsInvertedReport(size_t i) const {
  return c_.verb(i)->use == VerbUse::kVerb && Reports(i) &&
         c_.OpensNounPhrase(i + 1, true);
}

bool VerbClassifier::Reports(size_t i) const {
  return TakesClause(c_.verb(i)->base);
}

WordClass VerbClassifier::BareAfterConjunction(size_t i) const {
  if (last_verb_ == kNone) return kNominal;
  const bool verb =
      c_.verb(i)->use == VerbUse::kVerb || ObjectFollows(i, c_.verb(i)->use);
  if (!verb) return kNominal;
  if (c_.Is(last_verb_, kBase)) return kBase;
  const VerbForm* last = c_.verb(last_verb_);
  return c_.Is(last_verb_, kFinite) && last && last->bare ? kFinite : kNominal;
}

void VerbClassifier::NoteClause(WordClass boundary) {
  if (boundary == kRelative) {
    main_pending_ = !outer_finite_;
  } else if (boundary != kComma) {
    outer_finite_ = main_pending_ = false;
  }
}

}  // namespace concord
