// Relative clauses hang from the noun before them.
//
// "The House made the call, which lasted an hour": the parser, which decides as
// it goes, often takes the second verb for another of the first. The pronoun
// says what it is.

#ifndef CONCORD_ENGINE_GRAMMAR_RELATIVE_CLAUSE_H_
#define CONCORD_ENGINE_GRAMMAR_RELATIVE_CLAUSE_H_

#include "absl/types/span.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/word.h"

namespace concord {

// Hangs each clause that begins with a relative pronoun, or with a preposition
// and one, from the noun that stands right before it, where it hangs from
// another word to its left. The tree stays one, and projective. Time is linear.
void AttachRelativeClauses(absl::Span<const Word> words, ParsedSentence& parse);

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_RELATIVE_CLAUSE_H_
