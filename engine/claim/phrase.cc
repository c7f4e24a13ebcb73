#include "engine/claim/phrase.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

using enum WordClass;

bool IsFormOf(const SentenceView& s, uint32_t i, absl::string_view base) {
  return s.verb(i) != nullptr && s.verb(i)->base == base;
}

class Chunker {
 public:
  explicit Chunker(const SentenceView& sentence) : s_(sentence) {}

  std::vector<Phrase> Run() {
    phrases_.reserve(s_.size() / 2 + 1);
    for (uint32_t i = 0; i < s_.size();) i = Next(i);
    return std::move(phrases_);
  }

 private:
  // Adds the phrase that begins at i; returns where the next one begins.
  uint32_t Next(uint32_t i) {
    const WordClass c = s_.class_of(i);
    if (IsVerbal(c) || c == kInfinitive) return AddVerbGroup(i);
    if (OpensNoun(i)) return AddNoun(i);
    switch (c) {
      case kOpenQuote:
      case kCloseQuote:
        return i + 1;
      case kPreposition:
        return Add(PhraseKind::kPreposition, i);
      case kSubordinator:
      case kRelative:
      case kQuestion:
      case kThat:
        return Add(PhraseKind::kMarker, i);
      case kConjunction:
        return Add(PhraseKind::kConjunction, i);
      case kComma:
        return Add(PhraseKind::kComma, i);
      case kStop:
        return Add(PhraseKind::kStop, i);
      case kOpenBracket:
        return Add(PhraseKind::kOpenBracket, i);
      case kCloseBracket:
        return Add(PhraseKind::kCloseBracket, i);
      case kAdverb:
      case kNot:
        return Add(PhraseKind::kAdverb, i);
      default:
        return Add(PhraseKind::kOther, i);
    }
  }

  uint32_t Add(PhraseKind kind, uint32_t i) {
    phrases_.push_back({kind, {i, i + 1}, i});
    return i + 1;
  }

  // ------------------------------------------------------------ verb groups

  uint32_t AddVerbGroup(uint32_t i) {
    Phrase group{PhraseKind::kVerb, {i, i + 1}, i};
    group.form = FormOf(s_.class_of(i));
    uint32_t last = i;
    for (uint32_t next = AfterAdverbs(i + 1);
         next < s_.size() && Continues(last, next);
         next = AfterAdverbs(next + 1)) {
      last = next;
    }
    group.head = last;
    group.passive = s_.Is(last, kParticiple) && !AfterHave(i, last);
    group.range.end = last + 1;
    AddInfinitive(group);
    phrases_.push_back(group);
    return group.range.end;
  }

  static VerbGroupForm FormOf(WordClass c) {
    switch (c) {
      case kInfinitive:
        return VerbGroupForm::kInfinitive;
      case kBase:
        return VerbGroupForm::kBare;
      case kGerund:
        return VerbGroupForm::kGerund;
      case kParticiple:
        return VerbGroupForm::kParticiple;
      default:
        return VerbGroupForm::kFinite;
    }
  }

  uint32_t AfterAdverbs(uint32_t i) const {
    while (i < s_.size() &&
           (s_.Is(i, kAdverb) || s_.Is(i, kNot) || s_.Is(i, kOpenQuote))) {
      ++i;
    }
    return i;
  }

  // The verb at `next` belongs to the auxiliary at `last`.
  bool Continues(uint32_t last, uint32_t next) const {
    const WordClass c = s_.class_of(next);
    if (s_.Is(last, kInfinitive) || s_.Is(last, kModal)) return c == kBase;
    const bool be = IsFormOf(s_, last, "be");
    const bool have = IsFormOf(s_, last, "have");
    if (be || IsFormOf(s_, last, "get")) {
      return c == kParticiple || (be && c == kGerund);
    }
    if (have) return c == kParticiple;
    return s_.Is(last, kAuxiliary) && IsFormOf(s_, last, "do") && c == kBase;
  }

  bool AfterHave(uint32_t first, uint32_t last) const {
    for (uint32_t i = last; i-- > first;) {
      if (IsVerbal(s_.class_of(i))) return IsFormOf(s_, i, "have");
    }
    return false;
  }

  // "plans to meet", "is expected to be named": where the first verb only
  // bends the second, the second says what is done.
  void AddInfinitive(Phrase& group) const {
    static const WordTable& modality = WordTable::Named("modality");
    const uint32_t to = AfterAdverbs(group.range.end);
    if (!s_.Is(to, kInfinitive)) return;
    const VerbForm* verb = s_.verb(group.head);
    if (verb == nullptr || !(verb->base == "be" || verb->base == "have" ||
                             modality.Contains(verb->base))) {
      return;
    }
    uint32_t last = to;
    for (uint32_t next = AfterAdverbs(to + 1);
         next < s_.size() && Continues(last, next);
         next = AfterAdverbs(next + 1)) {
      last = next;
    }
    if (last == to) return;
    group.head = last;
    group.range.end = last + 1;
  }

  // ----------------------------------------------------------- noun phrases

  bool OpensNoun(uint32_t i) const {
    switch (s_.class_of(i)) {
      case kNominal:
      case kNumber:
      case kTime:
      case kDeterminer:
      case kPossessive:
      case kPronoun:
        return true;
      case kAdverb:  // "nearly 30 people"
        return s_.Is(i + 1, kNumber);
      case kOpenQuote:
        return i + 1 < s_.size() && !s_.Is(i + 1, kOpenQuote) &&
               (s_.Is(i + 1, kNominal) || s_.Is(i + 1, kDeterminer)) &&
               QuoteIsShort(i);
      default:
        return false;
    }
  }

  // A quotation of a few words inside a phrase: a pirate "mother vessel".
  bool QuoteIsShort(uint32_t i) const {
    for (uint32_t j = i + 1; j < s_.size() && j <= i + 5; ++j) {
      if (s_.Is(j, kCloseQuote)) return true;
      if (!s_.Is(j, kNominal) && !s_.Is(j, kDeterminer)) return false;
    }
    return false;
  }

  uint32_t AddNoun(uint32_t i) {
    Phrase noun{PhraseKind::kNoun, {i, i + 1}, i};
    uint32_t end = CoreEnd(i);
    noun.head = HeadOf(i, end);
    while (s_.Is(end, kPreposition) && s_.word(end) == "of" &&
           end + 1 < s_.size() && OpensNoun(end + 1)) {
      end = CoreEnd(end + 1);
    }
    noun.range.end = end;
    phrases_.push_back(noun);
    return end;
  }

  // The end of the simple phrase at `begin`: no "of" phrases.
  uint32_t CoreEnd(uint32_t begin) const {
    uint32_t i = begin + 1;
    if (s_.Is(begin, kPronoun)) return s_.Is(i, kPossessive) ? CoreEnd(i) : i;
    while (i < s_.size() && JoinsNoun(begin, i)) ++i;
    return i;
  }

  bool JoinsNoun(uint32_t begin, uint32_t i) const {
    switch (s_.class_of(i)) {
      case kNominal:
        return !(s_.Is(i - 1, kTime) && i - 1 == begin &&
                 !s_.token(i).capital && begin > 0 &&
                 IsVerbal(s_.class_of(begin - 1)));
      case kNumber:
        return true;
      case kTime:
        return i - 1 == begin || s_.Is(i - 1, kNumber) || s_.Is(i - 1, kTime) ||
               s_.Is(i - 1, kDeterminer) || s_.Is(i - 1, kPossessive) ||
               IsDescribedTime(begin, i) || IsAttributeTime(begin, i);
      case kDeterminer:
        return (i - 1 == begin && s_.Is(begin, kDeterminer)) ||
               s_.Is(i - 1, kPossessive) ||  // "Britain's most famous mill"
               (s_.Is(i - 1, kNumber) && s_.word(i) == "more");
      case kPossessive:
        return s_.word(i).front() == '\'' ||
               absl::string_view(s_.word(i)).substr(0, 3) == "’" ||
               (i - 1 == begin && s_.Is(begin, kDeterminer));
      case kAdverb:  // "a deeply divided country", "the then president"
        return JoinsAfterAdverb(i);
      case kOpenQuote:
        return QuoteIsShort(i);
      case kCloseQuote:
        return QuoteOpensIn(begin, i);
      case kComma:  // "May 10, 2022", "4,000" is one token already
        return s_.Is(i - 1, kNumber) && s_.Is(i + 1, kNumber) && i >= 2 &&
               s_.Is(i - 2, kTime);
      case kConjunction:  // "the 30 and 40"
        return false;
      default:
        return false;
    }
  }

  // "the coming days", "the early hours", but not "told the court days later".
  bool IsDescribedTime(uint32_t begin, uint32_t i) const {
    return i == begin + 2 && s_.Is(begin, kDeterminer) &&
           !s_.token(i).capital &&
           (i + 1 == s_.size() || !s_.Is(i + 1, kAdverb));
  }

  // "his annual December checkup"
  bool IsAttributeTime(uint32_t begin, uint32_t i) const {
    return (s_.Is(begin, kDeterminer) || s_.Is(begin, kPossessive)) &&
           s_.Is(i - 1, kNominal) && s_.Is(i + 1, kNominal) &&
           !s_.token(i + 1).capital;
  }

  bool JoinsAfterAdverb(uint32_t i) const {
    if (i + 1 >= s_.size()) return false;
    if (s_.Is(i - 1, kDeterminer) || s_.Is(i - 1, kPossessive)) {
      return s_.Is(i + 1, kNominal) || s_.Is(i + 1, kNumber) ||
             s_.Is(i + 1, kTime);
    }
    return false;
  }

  bool QuoteOpensIn(uint32_t begin, uint32_t i) const {
    for (uint32_t j = i; j-- > begin;) {
      if (s_.Is(j, kOpenQuote)) return true;
      if (i - j > 6) return false;
    }
    return false;
  }

  uint32_t HeadOf(uint32_t begin, uint32_t end) const {
    for (uint32_t i = end; i-- > begin;) {
      const WordClass c = s_.class_of(i);
      if (c != kPossessive && c != kCloseQuote && c != kOpenQuote) return i;
    }
    return begin;
  }

  const SentenceView& s_;
  std::vector<Phrase> phrases_;
};

}  // namespace

std::vector<Phrase> FindPhrases(const SentenceView& sentence) {
  return Chunker(sentence).Run();
}

}  // namespace concord
