// A sentence as clauses: each predicate with its subject and its place in the
// sentence. The one file of this room that knows syntax: everything after it
// sees clauses only.
//
// Example: "Chung, a lawmaker from Seoul, said the talks, which began Monday,
// had failed."
//   kMain        Chung said
//   kApposition  Chung: a lawmaker from Seoul
//   kComplement  the talks had failed        (child of kMain)
//   kRelative    the talks: which began Monday

#ifndef CONCORD_ENGINE_CLAIM_CLAUSES_H_
#define CONCORD_ENGINE_CLAIM_CLAUSES_H_

#include <cstdint>
#include <vector>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

enum class ClauseKind : uint8_t {
  kMain,          // also each further clause set beside it
  kConjunct,      // shares the subject of the clause it is coordinated with
  kComplement,    // what is said, thought, shown: "that the talks had failed"
  kQuestion,      // "whether they will meet", "how it happened"
  kAdverbial,     // "because ...", "after sinking a trawler"
  kRelative,      // "who resigned", "the man he met"
  kParticiple,    // "born in Houston", "saying he was glad"
  kApposition,    // "a lawmaker from Seoul"
  kTitle,         // "spokesman" of "spokesman Nirad Sinha"
  kItem,          // one thing of a list: "B" of "met A, B and C"
  kCircumstance,  // one of several: "on Monday" of "met the envoy in Bonn on
                  // Monday"
  kOpening,       // "in 2012" of "In 2012, the firm failed"
  kInsertion,     // "Chung said" beside or inside what was said
  kParenthesis,   // whatever stands in brackets; with a predicate where it is a
                  // note on the name before it: "Costello (Nicholson)"
};

inline constexpr int kNoClause = -1;

// One clause. Ranges are tokens of the sentence.
struct Clause {
  ClauseKind kind = ClauseKind::kMain;
  int parent = kNoClause;  // index of the clause it stands in
  int beside = kNoClause;  // for kConjunct: the clause it continues; for
                           // kItem and kCircumstance: the clause they are
                           // part of
  TokenRange range;        // all of it, clauses within included
  TokenRange subject;      // may lie outside range; empty where there is none
  TokenRange object;       // of a relative clause with a subject of its own,
                           // the noun it describes: "the man" of "the man he
                           // met", "of the man whose house burned"; else
                           // empty
  TokenRange predicate;    // the verb group; of kApposition and kTitle, the
                           // words that describe the subject
  TokenRange shared;       // for kConjunct: auxiliaries it shares ("were A and
                           // B"); for kItem: the whole list; for
                           // kCircumstance: all circumstances
  uint32_t head = 0;       // the predicate's main word
  int marker = -1;         // token: "who", "because", "that"; else -1
  bool finite = false;
  bool passive = false;  // the subject undergoes it

  bool has_predicate() const { return !predicate.empty(); }
};

// The clauses of a sentence, outer before inner, in text order. Every token
// lies in the range of at least one, if there are any. Linear in the number of
// tokens but for the depth of nesting, which is bounded.
std::vector<Clause> FindClauses(const SentenceView& sentence);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAUSES_H_
