// What each token of a sentence is, as far as clauses need to know.
//
// From word tables, verb forms and the neighbouring words, with the tagger
// where those leave a verb unseen: nouns and adjectives are one class, for
// clauses do not ask which is which.

#ifndef CONCORD_ENGINE_CLAIM_WORD_CLASS_H_
#define CONCORD_ENGINE_CLAIM_WORD_CLASS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/grammar/tag.h"
#include "engine/text/token.h"

namespace concord {

enum class WordClass : uint8_t {
  kNominal,       // noun, name, adjective, and whatever is not known
  kNumber,        // "30", "thirty"
  kTime,          // weekday or month
  kDeterminer,    // "the"
  kPossessive,    // "his", "whose", the 's of "Yoon's"
  kPronoun,       // "he", "everyone"
  kPreposition,   // "in", and particles: "set up"
  kSubordinator,  // "because"; "after" where a clause follows
  kRelative,      // "who", "which"; "that" where it refers
  kQuestion,      // "what", "how"
  kThat,          // "that" where it opens a clause
  kConjunction,   // "and", "or", "but"
  kAdverb,        // "also", "quickly"
  kNot,           // "not", "n't", "never"
  kInfinitive,    // "to" before a verb
  kModal,         // "will"
  kAuxiliary,     // finite be, have, do
  kFinite,        // finite form of any other verb
  kBase,          // bare infinitive, imperative
  kParticiple,    // past participle used as a verb
  kGerund,        // -ing form used as a verb
  kComma,
  kStop,  // . ? ! ; : and dashes
  kOpenBracket,
  kCloseBracket,
  kOpenQuote,
  kCloseQuote,
  kOther,
};

// A token's class, and the verb where it is one.
struct ClassifiedWord {
  WordClass word_class = WordClass::kOther;
  const VerbForm* verb = nullptr;  // set for every class of verb but modals
};

// True for a finite verb of any kind: it makes a clause.
inline bool IsFinite(WordClass c) {
  return c == WordClass::kModal || c == WordClass::kAuxiliary ||
         c == WordClass::kFinite;
}

// True for any verb form.
inline bool IsVerbal(WordClass c) {
  return c >= WordClass::kModal && c <= WordClass::kGerund;
}

// The classes of `words`, the tokens of one sentence in lower case, one each.
// Linear in their number. Safe for use from any number of threads.
//
// REQUIRES: tokens, words and tags are of one size.
std::vector<ClassifiedWord> ClassifyWords(
    absl::Span<const Token> tokens, absl::Span<const absl::string_view> words,
    absl::Span<const Tag> tags);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_WORD_CLASS_H_
