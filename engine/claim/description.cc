#include "engine/claim/description.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

using enum WordClass;

bool IsRole(absl::string_view word) {
  static const WordTable& roles = WordTable::Named("role_nouns");
  const WordTable::Row* row = roles.Find(word);
  return row != nullptr && (*row)[1] == "person";
}

class Describer {
 public:
  Describer(const SentenceView& sentence, absl::Span<const Phrase> phrases)
      : s_(sentence), phrases_(phrases) {}

  std::optional<Description> At(size_t p) const {
    const size_t last = NounBefore(p);
    if (last == kNone || KindAt(p + 1) != PhraseKind::kNoun) {
      return std::nullopt;
    }
    const Phrase& noun = phrases_[p + 1];
    const TokenRange whole = WholeUpTo(last);
    const bool names = NamesDescribed(whole, phrases_[last], noun);
    if (!names && !OpensApposition(last, noun)) return std::nullopt;
    const size_t described = names ? last : DescribedAt(last);
    if (described == kNone) return std::nullopt;
    if (!EndsLikeApposition(p, DescribesPerson(described, noun))) {
      return std::nullopt;
    }
    return Description{names ? whole : phrases_[described].range, noun.range};
  }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);
  // The most phrases of a note in brackets.
  static constexpr size_t kMaxNote = 8;

  // The noun phrase before the comma at p, a note in brackets between them left
  // aside: "Holt (Labour), a lawyer".
  size_t NounBefore(size_t p) const {
    size_t q = p - 1;
    if (p > 0 && KindAt(q) == PhraseKind::kCloseBracket) {
      while (q > 0 && p - q < kMaxNote &&
             KindAt(q) != PhraseKind::kOpenBracket) {
        --q;
      }
      --q;
    }
    return p > 0 && KindAt(q) == PhraseKind::kNoun ? q : kNone;
  }

  // The noun phrase `last`; where that is a time or an age, the one before it:
  // "the mill in 1903, a ruin now", "Holt, 44, a lawyer".
  size_t DescribedAt(size_t last) const {
    if (!IsTime(phrases_[last])) return last;
    const bool before = last >= 2 &&
                        (KindAt(last - 1) == PhraseKind::kPreposition ||
                         KindAt(last - 1) == PhraseKind::kComma) &&
                        KindAt(last - 2) == PhraseKind::kNoun;
    return before ? last - 2 : kNone;
  }

  bool IsTime(const Phrase& noun) const {
    return s_.Is(noun.head, kTime) || s_.Is(noun.head, kNumber);
  }

  // "Parish, a member of parliament": a name and what only a person can be.
  bool DescribesPerson(size_t described, const Phrase& noun) const {
    return s_.token(phrases_[described].head).capital &&
           IsRole(s_.word(noun.head));
  }

  PhraseKind KindAt(size_t p) const {
    return p < phrases_.size() ? phrases_[p].kind : PhraseKind::kOther;
  }

  // "a spokesman in the office", up to the noun phrase `last`.
  TokenRange WholeUpTo(size_t last) const {
    TokenRange whole = phrases_[last].range;
    for (size_t q = last; q >= 2 && KindAt(q - 1) == PhraseKind::kPreposition &&
                          KindAt(q - 2) == PhraseKind::kNoun;
         q -= 2) {
      whole.begin = phrases_[q - 2].range.begin;
    }
    return whole;
  }

  // "his successor, Felipe Calderon": a name that says who was described.
  bool NamesDescribed(TokenRange whole, const Phrase& last,
                      const Phrase& name) const {
    const uint32_t at = name.range.begin;
    if (!s_.token(at).capital || !s_.Is(at, kNominal)) return false;
    if (s_.token(last.head).capital &&
        (whole == last.range || IsPlace(name.range))) {
      return false;
    }
    if (s_.Is(whole.begin, kDeterminer)) return true;
    for (uint32_t i = whole.begin; i < whole.end; ++i) {
      if (s_.Is(i, kPossessive)) return true;
    }
    return false;
  }

  // "a fair in New Orleans, Louisiana": the place around another.
  bool IsPlace(TokenRange name) const {
    static const WordTable& places = WordTable::Named("places");
    std::string words(s_.word(name.begin));
    for (uint32_t i = name.begin + 1; i < name.end; ++i) {
      absl::StrAppend(&words, " ", s_.word(i));
    }
    return places.Contains(words);
  }

  bool OpensApposition(size_t last, const Phrase& noun) const {
    const uint32_t at = noun.range.begin;
    switch (s_.class_of(at)) {
      case kNominal:  // "Bushra, regional adviser for diseases,"
        return !s_.token(noun.head).capital && DescribesPerson(last, noun) &&
               phrases_[last].range.size() > 1;
      case kDeterminer:
        return s_.word(at) == "a" || s_.word(at) == "an" ||
               s_.word(at) == "the";
      case kNumber:  // "one of the first", or an age
        return (s_.word(at) == "one" && noun.range.size() > 2) ||
               (noun.range.size() == 1 && s_.surface(at).size() <= 2 &&
                s_.token(phrases_[last].head).capital);
      case kPossessive:
        return true;
      default:
        return false;
    }
  }

  // What follows the second noun phrase closes it, and it is not the middle of
  // a list.
  bool EndsLikeApposition(size_t p, bool person) const {
    size_t q = p + 2;
    while (KindAt(q) == PhraseKind::kPreposition &&
           KindAt(q + 1) == PhraseKind::kNoun) {
      q += 2;
    }
    if (q >= phrases_.size()) return true;
    switch (KindAt(q)) {
      case PhraseKind::kComma:
        return person || !IsList(p + 1);
      case PhraseKind::kConjunction:
        return person;
      case PhraseKind::kStop:
      case PhraseKind::kMarker:
      case PhraseKind::kCloseBracket:
        return true;
      case PhraseKind::kVerb:  // the comma after it is often left out
        return person || phrases_[q].form == VerbGroupForm::kParticiple ||
               phrases_[q].form == VerbGroupForm::kGerund;
      default:
        return false;
    }
  }

  // A conjunction joins the last of the noun phrases from p on.
  bool IsList(size_t p) const {
    for (size_t q = p; q < phrases_.size(); ++q) {
      switch (KindAt(q)) {
        case PhraseKind::kNoun:
        case PhraseKind::kComma:
        case PhraseKind::kPreposition:
          continue;
        case PhraseKind::kConjunction:
          return KindAt(q + 1) == PhraseKind::kNoun;
        default:
          return false;
      }
    }
    return false;
  }

  const SentenceView& s_;
  const absl::Span<const Phrase> phrases_;
};

// The end of the run of names at the begin of `range`.
uint32_t EndOfName(const SentenceView& s, TokenRange range) {
  uint32_t end = range.begin;
  while (end < range.end && s.Is(end, kNominal) && s.token(end).capital) ++end;
  return end;
}

// A word for a person or a body, before a name of `words` words. With a capital
// it may as well be part of a name ("Screen Actors Guild"), unless it is a
// person's and both of a person's names follow: not "National Weather Service".
bool IsTitle(const SentenceView& s, uint32_t i, uint32_t words) {
  static const WordTable& roles = WordTable::Named("role_nouns");
  if (!s.Is(i, kNominal)) return false;
  const WordTable::Row* row = roles.Find(s.word(i));
  if (row == nullptr) return false;
  if (!s.token(i).capital) return true;
  static const WordTable& kinds = WordTable::Named("name_words");
  return (*row)[1] == "person" && words == 2 && !kinds.Contains(s.word(i + 2));
}

// "American Jason Dufner", not "European Space Agency": a demonym that begins
// the phrase, before the two names of a person.
bool IsOrigin(const SentenceView& s, TokenRange range, uint32_t i,
              uint32_t end) {
  static const WordTable& places = WordTable::Named("places");
  static const WordTable& kinds = WordTable::Named("name_words");
  const WordTable::Row* row = places.Find(s.word(i));
  return row != nullptr && (*row)[1] == "demonym" && i == range.begin &&
         end == i + 3 && !kinds.Contains(s.word(i + 1)) &&
         !kinds.Contains(s.word(i + 2));
}

// After the last preposition before the title: "the death of [schoolboy] X".
uint32_t BeginOfTitle(const SentenceView& s, TokenRange range, uint32_t i) {
  while (i > range.begin && !s.Is(i - 1, kPreposition)) --i;
  return i;
}

}  // namespace

std::optional<Description> ApposedAt(const SentenceView& sentence,
                                     absl::Span<const Phrase> phrases,
                                     size_t p) {
  return Describer(sentence, phrases).At(p);
}

std::optional<Description> TitleIn(const SentenceView& sentence,
                                   const Phrase& phrase) {
  const TokenRange range = phrase.range;
  for (uint32_t i = range.begin; i + 1 < range.end; ++i) {
    const uint32_t end = EndOfName(sentence, {i + 1, range.end});
    if (end == i + 1 || !(IsTitle(sentence, i, end - i - 1) ||
                          IsOrigin(sentence, range, i, end))) {
      continue;
    }
    if (end == i + 2 && sentence.token(i + 1).all_caps) continue;
    if (IsRole(sentence.word(end - 1))) continue;  // all of it is a title
    // "Defence Minister General Gantz": a second title goes with the first.
    while (i + 3 < end && IsTitle(sentence, i + 1, 2)) ++i;
    return Description{{i + 1, end}, {BeginOfTitle(sentence, range, i), i + 1}};
  }
  return std::nullopt;
}

}  // namespace concord
