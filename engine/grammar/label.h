// The labels of dependency arcs: Universal Dependencies as the English Web
// Treebank uses them (universaldependencies.org/en/dep).
//
// Example: in "Japan agreed", the arc agreed -> Japan is Label::kNsubj.

#ifndef CONCORD_ENGINE_GRAMMAR_LABEL_H_
#define CONCORD_ENGINE_GRAMMAR_LABEL_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace concord {

// The order is part of the model file's format: see FORMAT.md.
enum class Label : uint8_t {
  kRoot,          // head of the sentence
  kAcl,           // clause that modifies a noun: "talks aimed at ..."
  kAclRelcl,      // relative clause: "the minister who resigned"
  kAdvcl,         // adverbial clause: "as they met"
  kAdvclRelcl,    // relative clause on a clause: "..., which surprised all"
  kAdvmod,        // adverb, negation included
  kAmod,          // adjective before or after its noun
  kAppos,         // apposition: "Kim, the envoy"
  kAux,           // auxiliary, modal
  kAuxPass,       // auxiliary of the passive
  kCase,          // preposition, possessive mark
  kCc,            // "and", "but", "or"
  kCcPreconj,     // "both" in "both ... and"
  kCcomp,         // clause as object: "said [that] ..."
  kCompound,      // noun that modifies a noun
  kCompoundPrt,   // particle of a verb: "set up"
  kConj,          // further conjunct; its head is the first one
  kCop,           // "be" where the predicate is no verb
  kCsubj,         // clause as subject
  kCsubjOuter,    // the same, of a predicate that is a clause
  kCsubjPass,     // the same, of a passive
  kDep,           // anything else
  kDet,           // article, determiner
  kDetPredet,     // "all" in "all the"
  kDiscourse,     // interjection
  kDislocated,    // fronted or postponed double of an argument
  kExpl,          // "there", empty "it"
  kFixed,         // later word of a fixed expression: "because of"
  kFlat,          // later word of a name; its head is the first one
  kGoeswith,      // part of a word that was wrongly split
  kIobj,          // indirect object
  kList,          // further item of a list
  kMark,          // "that", "to", "if": the mark of a subordinate clause
  kNmod,          // noun with a preposition that modifies a noun
  kNmodDesc,      // title or descriptor before a name: "President Yoon"
  kNmodPoss,      // possessor
  kNmodUnmarked,  // the same without a preposition: "$5 a share"
  kNsubj,         // subject
  kNsubjOuter,    // subject of a predicate that is a clause
  kNsubjPass,     // subject of a passive
  kNummod,        // number
  kObj,           // object
  kObl,           // noun with a preposition that modifies a verb
  kOblAgent,      // "by" phrase of a passive
  kOblUnmarked,   // the same without a preposition: "met Monday"
  kOrphan,        // argument whose verb is left out
  kParataxis,     // clause set beside another: "..., officials said"
  kPunct,         // punctuation
  kReparandum,    // a word taken back
  kVocative,      // a person addressed
  kXcomp,         // clause without a subject of its own: "agreed to meet"
};

inline constexpr size_t kLabelCount = static_cast<size_t>(Label::kXcomp) + 1;

// The treebank's own name: "nsubj", "acl:relcl".
absl::string_view LabelName(Label label);

// The label of that name, or nullopt.
std::optional<Label> LabelFromName(absl::string_view name);

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_LABEL_H_
