#include "engine/claim/phrase_context.h"

#include <cstddef>
#include <cstdint>

#include "engine/claim/phrase.h"
#include "engine/claim/reporting_verb.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

// Phrases in brackets after a noun: an acronym, an age, a few words.
constexpr size_t kMaxBracket = 8;
// Phrases between a speaker and the verb.
constexpr size_t kMaxDescription = 16;

}  // namespace

PhraseKind PhraseContext::KindAt(size_t p) const {
  return p < phrases_.size() ? phrases_[p].kind : PhraseKind::kOther;
}

size_t PhraseContext::SkipAdverbsBack(size_t p) const {
  while (p != kStart && KindAt(p) == PhraseKind::kAdverb) --p;
  return p;
}

PhraseContext::Left PhraseContext::LeftOf(size_t p) const {
  Left left;
  size_t q = SkipTimesBack(SkipAdverbsBack(p - 1));
  // "Gwen Moore (D-Wis.) said"
  if (KindAt(q) == PhraseKind::kCloseBracket && NounEndingAt(q) != kStart) {
    q = NounEndingAt(q);
  }
  if (q == kStart || KindAt(q) != PhraseKind::kNoun) {
    left.boundary = q;
    return left;
  }
  left.subject = phrases_[q].range;
  const bool others = s_.word(phrases_[q].head) == "others";
  if (!IsPronoun(q) || others) q = ExtendLeft(q, left.subject);
  left.boundary = SkipAdverbsBack(q - 1);
  return left;
}

bool PhraseContext::IsPronoun(size_t q) const {
  return s_.Is(phrases_[q].range.begin, WordClass::kPronoun) &&
         phrases_[q].range.size() == 1;
}

TokenRange PhraseContext::FirstNounFrom(uint32_t begin) const {
  for (size_t p = 0; p < phrases_.size(); ++p) {
    if (phrases_[p].range.begin < begin) continue;
    if (KindAt(p) == PhraseKind::kNoun &&
        (p == 0 || KindAt(p - 1) != PhraseKind::kPreposition)) {
      return phrases_[p].range;
    }
  }
  return {};
}

uint32_t PhraseContext::BoundaryToken(size_t boundary,
                                      uint32_t otherwise) const {
  return boundary < phrases_.size() ? phrases_[boundary].range.begin
                                    : otherwise;
}

bool PhraseContext::ReportsAt(uint32_t token) const {
  const VerbForm* verb = s_.verb(token);
  return verb != nullptr && TakesClause(verb->base);
}

bool PhraseContext::ReportEndsHere(size_t p) const {
  for (size_t q = p + 1; q < phrases_.size(); ++q) {
    const Phrase& next = phrases_[q];
    switch (next.kind) {
      case PhraseKind::kAdverb:
        continue;
      case PhraseKind::kComma:
      case PhraseKind::kStop:
      case PhraseKind::kPreposition:
      case PhraseKind::kConjunction:
      case PhraseKind::kCloseBracket:
        return true;
      case PhraseKind::kVerb:
        return next.form == VerbGroupForm::kGerund;
      case PhraseKind::kNoun:
        if (s_.Is(next.range.begin, WordClass::kTime)) continue;
        // "told reporters"
        return KindAt(q + 1) == PhraseKind::kComma ||
               KindAt(q + 1) == PhraseKind::kStop ||
               KindAt(q + 1) == PhraseKind::kPreposition ||
               q + 1 == phrases_.size();
      case PhraseKind::kMarker:
        return s_.word(next.range.begin) != "that";
      default:
        return false;
    }
  }
  return true;
}

bool PhraseContext::IsInvertedReport(size_t p, size_t boundary) const {
  if (!ReportsAt(phrases_[p].head)) return false;
  // "told reporters", "posted Tuesday": what follows is no subject.
  if (s_.Is(phrases_[p].range.end, WordClass::kTime) ||
      FindReportingVerb(s_.verb(phrases_[p].head)->base)->has_hearer) {
    return false;
  }
  const uint32_t at = phrases_[p].range.begin;
  const bool starts = boundary == kStart && !s_.token(at).capital;
  if (!starts && KindAt(boundary) != PhraseKind::kComma &&
      KindAt(boundary) != PhraseKind::kStop &&
      !s_.Is(at - 1, WordClass::kCloseQuote)) {
    return false;
  }
  if (KindAt(p + 1) != PhraseKind::kNoun || phrases_[p].range.size() > 1) {
    return false;
  }
  const PhraseKind after = KindAt(p + 2);
  return p + 2 >= phrases_.size() || after == PhraseKind::kComma ||
         after == PhraseKind::kOpenBracket || after == PhraseKind::kStop ||
         after == PhraseKind::kPreposition ||
         after == PhraseKind::kConjunction || after == PhraseKind::kMarker ||
         (after == PhraseKind::kVerb &&
          phrases_[p + 2].form == VerbGroupForm::kGerund);
}

TokenRange PhraseContext::NounAfterQuote(size_t p) const {
  for (size_t q = p; q-- > 1 && p - q < kMaxDescription;) {
    const uint32_t at = phrases_[q].range.begin;
    if (!s_.Is(at - 1, WordClass::kCloseQuote)) continue;
    const bool noun =
        KindAt(q) == PhraseKind::kNoun && KindAt(q + 1) == PhraseKind::kComma;
    return noun ? phrases_[q].range : TokenRange{};
  }
  return {};
}

size_t PhraseContext::SkipTimesBack(size_t q) const {
  if (q == kStart || q == 0 || KindAt(q) != PhraseKind::kNoun) return q;
  const uint32_t head = phrases_[q].head;
  const bool ago = KindAt(q + 1) == PhraseKind::kAdverb &&
                   IsTimeAdverb(phrases_[q + 1].head);
  if (!ago && !s_.Is(head, WordClass::kTime)) return q;
  size_t before = q - 1;
  if (KindAt(before) == PhraseKind::kPreposition && before > 0) --before;
  before = SkipAdverbsBack(before);
  const PhraseKind kind = KindAt(before);
  // "emails released this week showed"
  const bool verb = kind == PhraseKind::kVerb && before + 1 == q &&
                    !ReportsAt(phrases_[before].head);
  return kind == PhraseKind::kNoun || kind == PhraseKind::kMarker || verb
             ? before
             : q;
}

bool PhraseContext::IsTimeAdverb(uint32_t i) const {
  return s_.word(i) == "ago" || s_.word(i) == "later" ||
         s_.word(i) == "earlier";
}

size_t PhraseContext::ExtendLeft(size_t q, TokenRange& subject) const {
  while (q >= 2 && JoinsLeft(q)) {
    const size_t before = NounEndingAt(q - 2);
    if (before == kStart || (IsPronoun(before) && !IsNominative(before))) break;
    q = before;
    subject.begin = phrases_[q].range.begin;
  }
  return q;
}

size_t PhraseContext::NounEndingAt(size_t q) const {
  if (KindAt(q) == PhraseKind::kNoun) return q;
  if (KindAt(q) != PhraseKind::kCloseBracket) return kStart;
  for (size_t r = q; r-- > 1 && q - r < kMaxBracket;) {
    if (KindAt(r) != PhraseKind::kOpenBracket) continue;
    return KindAt(r - 1) == PhraseKind::kNoun ? r - 1 : kStart;
  }
  return kStart;
}

bool PhraseContext::IsNominative(size_t q) const {
  const absl::string_view word = s_.word(phrases_[q].range.begin);
  return word == "he" || word == "she" || word == "they" || word == "we" ||
         word == "i";
}

bool PhraseContext::JoinsLeft(size_t q) const {
  const PhraseKind joint = KindAt(q - 1);
  if (joint == PhraseKind::kConjunction) {
    const size_t noun = NounEndingAt(q - 2);
    return noun != kStart && (!FollowsVerb(noun) || FollowsReport(noun));
  }
  if (joint != PhraseKind::kPreposition) return false;
  return !FollowsVerb(q - 2) || FollowsReport(q - 2);
}

bool PhraseContext::FollowsReport(size_t q) const {
  return q > 0 && KindAt(q - 1) == PhraseKind::kVerb &&
         ReportsAt(phrases_[q - 1].head);
}

bool PhraseContext::FollowsVerb(size_t q) const {
  size_t before = q == 0 ? kStart : SkipAdverbsBack(q - 1);
  if (before != kStart && KindAt(before) == PhraseKind::kPreposition) {
    before = SkipAdverbsBack(before - 1);
  }
  return before != kStart && KindAt(before) == PhraseKind::kVerb;
}

}  // namespace concord
