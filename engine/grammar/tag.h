// Parts of speech: the tags of the Penn Treebank as the English Web Treebank
// uses them (Bies et al., "English Web Treebank", LDC2012T13), and the
// universal classes they fall into (universaldependencies.org/u/pos).
//
// Example:
//   TagName(Tag::kVBD);  // "VBD"
//   IsVerb(Tag::kVBD);   // true

#ifndef CONCORD_ENGINE_GRAMMAR_TAG_H_
#define CONCORD_ENGINE_GRAMMAR_TAG_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace concord {

// The order is part of the model file's format: see FORMAT.md.
enum class Tag : uint8_t {
  kHash,        // #
  kDollar,      // $ and other currency signs
  kCloseQuote,  // '' and its curly and single kin
  kOpenQuote,   // ``
  kComma,       // ,
  kLeftParen,   // -LRB-: ( [ {
  kRightParen,  // -RRB-: ) ] }
  kPeriod,      // . ! ?
  kColon,       // : ; -- ...
  kADD,         // address: URL, e-mail
  kAFX,         // affix that stands alone
  kCC,          // coordinating conjunction
  kCD,          // cardinal number
  kDT,          // determiner
  kEX,          // existential "there"
  kFW,          // foreign word
  kGW,          // part of a word that was wrongly split
  kHYPH,        // hyphen inside a word
  kIN,          // preposition or subordinating conjunction
  kJJ,          // adjective
  kJJR,         // comparative
  kJJS,         // superlative
  kLS,          // list mark
  kMD,          // modal
  kNFP,         // superfluous punctuation
  kNN,          // noun, singular
  kNNP,         // proper noun
  kNNPS,        // proper noun, plural
  kNNS,         // noun, plural
  kPDT,         // "all" in "all the"
  kPOS,         // possessive 's
  kPRP,         // personal pronoun
  kPRPPoss,     // PRP$: "their"
  kRB,          // adverb
  kRBR,         // comparative adverb
  kRBS,         // superlative adverb
  kRP,          // verb particle
  kSYM,         // symbol
  kTO,          // "to" before a verb
  kUH,          // interjection
  kVB,          // verb, base form
  kVBD,         // past tense
  kVBG,         // gerund, present participle
  kVBN,         // past participle
  kVBP,         // present, not third person singular
  kVBZ,         // present, third person singular
  kWDT,         // "which" as determiner or relative pronoun
  kWP,          // "who", "what"
  kWPPoss,      // WP$: "whose"
  kWRB,         // "when", "where", "how"
};

inline constexpr size_t kTagCount = static_cast<size_t>(Tag::kWRB) + 1;

// The treebank's own name: "VBD", "-LRB-".
absl::string_view TagName(Tag tag);

// The tag of that name, or nullopt.
std::optional<Tag> TagFromName(absl::string_view name);

// Any verb form. Modals are not among them.
inline bool IsVerb(Tag tag) { return tag >= Tag::kVB && tag <= Tag::kVBZ; }

// A verb form that makes a finite clause, a modal included.
inline bool IsFinite(Tag tag) {
  return tag == Tag::kMD || tag == Tag::kVBD || tag == Tag::kVBP ||
         tag == Tag::kVBZ;
}

// A noun, common or proper.
inline bool IsNoun(Tag tag) { return tag >= Tag::kNN && tag <= Tag::kNNS; }

inline bool IsProperNoun(Tag tag) {
  return tag == Tag::kNNP || tag == Tag::kNNPS;
}

// A mark of punctuation.
inline bool IsPunctuation(Tag tag) {
  return (tag >= Tag::kCloseQuote && tag <= Tag::kColon) || tag == Tag::kHYPH ||
         tag == Tag::kNFP;
}

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_TAG_H_
