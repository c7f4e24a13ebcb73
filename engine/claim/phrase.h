// Words to phrases: noun phrases, verb groups, and the words that stand alone.

#ifndef CONCORD_ENGINE_CLAIM_PHRASE_H_
#define CONCORD_ENGINE_CLAIM_PHRASE_H_

#include <cstdint>
#include <vector>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

enum class PhraseKind : uint8_t {
  kNoun,         // "the Indian navy", with its "of" phrases
  kVerb,         // "has not been able to", one verb with its auxiliaries
  kPreposition,  // and particles
  kMarker,       // subordinator, relative or question word, "that"
  kConjunction,
  kComma,
  kStop,
  kOpenBracket,
  kCloseBracket,
  kAdverb,
  kOther,
};

// The form of a verb group's first verb.
enum class VerbGroupForm : uint8_t {
  kFinite,
  kBare,        // "make off"
  kInfinitive,  // "to make off"
  kGerund,
  kParticiple,
};

struct Phrase {
  PhraseKind kind = PhraseKind::kOther;
  TokenRange range;
  // For kNoun the head noun; for kVerb the verb that says what is done; else
  // the first token.
  uint32_t head = 0;
  VerbGroupForm form = VerbGroupForm::kFinite;
  bool passive = false;  // a participle after a form of "be", or alone
};

// The phrases of a sentence, in order. Quotation marks belong to none, or to
// the phrase they stand in. Linear.
std::vector<Phrase> FindPhrases(const SentenceView& sentence);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_PHRASE_H_
