#include "engine/claim/word_context.h"

#include <cstddef>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/claim/word_entry.h"
#include "engine/text/token.h"

namespace concord {

using enum WordClass;

WordContext::WordContext(absl::Span<const Token> tokens,
                         absl::Span<const absl::string_view> words)
    : tokens_(tokens),
      words_(words),
      entries_(LookUpWords(tokens, words)),
      headline_(LooksLikeHeadline()) {
  out_.reserve(words.size());
}

bool WordContext::LooksLikeHeadline() const {
  size_t longer = 0, capital = 0;
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord || token.span.size() < 4) continue;
    ++longer;
    capital += token.capital;
  }
  return longer >= 4 && capital * 10 >= longer * 8;
}

void WordContext::Decide(size_t i, WordClass word_class) {
  const bool has_verb = IsVerbal(word_class) && word_class != kModal;
  out_.push_back({word_class, has_verb ? verb(i) : nullptr});
}

bool WordContext::Is(size_t i, WordClass c) const {
  return i < out_.size() && class_of(i) == c;
}

bool WordContext::NextIs(size_t i, absl::string_view word) const {
  return i + 1 < words_.size() && words_[i + 1] == word;
}

size_t WordContext::PreviousContent(size_t i) const {
  while (i-- > 0) {
    const WordClass c = class_of(i);
    if (c != kAdverb && c != kNot && c != kOpenQuote && c != kCloseQuote) {
      return i;
    }
  }
  return kNone;
}

size_t WordContext::NextContent(size_t i) const {
  for (++i; i < words_.size(); ++i) {
    const WordClass c = entries_[i].word_class;
    if (entries_[i].kind != EntryKind::kSure ||
        (c != kAdverb && c != kNot && c != kOpenQuote && c != kCloseQuote)) {
      return i;
    }
  }
  return kNone;
}

bool WordContext::IsFiniteEntry(size_t i) const {
  return i != kNone && entries_[i].kind == EntryKind::kSure &&
         IsFinite(entries_[i].word_class);
}

bool WordContext::IsPlainlyFinite(size_t i) const {
  if (IsFiniteEntry(i)) return true;
  if (entries_[i].kind != EntryKind::kVerb || IsName(i)) return false;
  const VerbForm& v = *verb(i);
  return (v.past && !v.participle && !v.bare) ||
         (v.third && v.use == VerbUse::kVerb);
}

bool WordContext::IsBoundaryEntry(size_t i) const {
  if (entries_[i].kind == EntryKind::kThat) return true;
  if (entries_[i].kind == EntryKind::kPrepOrSub) return ClauseFollows(i + 1);
  if (entries_[i].kind != EntryKind::kSure) return false;
  switch (entries_[i].word_class) {
    case kComma:
    case kStop:
    case kOpenBracket:
    case kCloseBracket:
    case kSubordinator:
    case kRelative:
    case kQuestion:
    case kConjunction:
      return true;
    default:
      return false;
  }
}

bool WordContext::OpensNounPhrase(size_t i, bool bare_too) const {
  if (i >= words_.size()) return false;
  if (entries_[i].kind == EntryKind::kHer ||
      entries_[i].kind == EntryKind::kThat) {
    return true;
  }
  if (entries_[i].kind == EntryKind::kVerb) {
    return bare_too && (!verb(i)->past || IsName(i));
  }
  if (entries_[i].kind != EntryKind::kSure) return false;
  switch (entries_[i].word_class) {
    case kDeterminer:
    case kPossessive:
    case kPronoun:
    case kNumber:
      return true;
    case kNominal:
      return bare_too || IsName(i);
    default:
      return false;
  }
}

bool WordContext::ClauseFollows(size_t i) const {
  if (i < words_.size() && entries_[i].kind == EntryKind::kVerb &&
      verb(i)->gerund) {
    return true;
  }
  if (i < words_.size() && entries_[i].word_class == kGerund) return true;
  for (size_t j = i; j < words_.size(); ++j) {
    if (entries_[j].kind != EntryKind::kPrepOrSub && IsBoundaryEntry(j)) break;
    if (j > i && MayBeFinite(j)) return true;
  }
  return false;
}

bool WordContext::MayBeFinite(size_t i) const {
  if (IsPlainlyFinite(i)) return true;
  if (entries_[i].kind != EntryKind::kVerb || IsName(i)) return false;
  return verb(i)->past && entries_[i - 1].word_class != kDeterminer &&
         entries_[i - 1].word_class != kPossessive;
}

bool WordContext::BareVerbFollows(size_t i) const {
  while (i < words_.size() && (entries_[i].word_class == kAdverb ||
                               entries_[i].word_class == kOpenQuote ||
                               entries_[i].word_class == kNot)) {
    ++i;
  }
  if (i >= words_.size()) return false;
  if (entries_[i].word_class == kBase) return true;
  const VerbForm* v = verb(i);
  if (words_[i] == "have" || words_[i] == "do") return true;
  if (entries_[i].kind != EntryKind::kVerb || !v->bare) return false;
  if (IsName(i) && !headline_) return false;
  return v->use != VerbUse::kNoun || OpensNounPhrase(i + 1, false);
}

bool WordContext::AfterModalOrTo(size_t i) const {
  const size_t p = PreviousContent(i);
  return p != kNone && (Is(p, kModal) || Is(p, kInfinitive));
}

bool WordContext::AfterHave(size_t i) const {
  const size_t p = PreviousContent(i);
  return p != kNone && IsVerbal(class_of(p)) && verb(p) &&
         verb(p)->base == "have";
}

bool WordContext::IsNounLike(size_t i) const {
  return i != kNone && (Is(i, kNominal) || Is(i, kNumber) || Is(i, kTime) ||
                        Is(i, kPronoun) || Is(i, kCloseBracket));
}

}  // namespace concord
