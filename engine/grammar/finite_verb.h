// Finite verbs, and the clauses that want one.
//
// Nearly all English verbs have one form for the past tense and the participle:
// "Police arrested him.", "the man arrested". The words near by often do not
// tell them apart, least of all beside names that no treebank has; the sentence
// does, for each of its clauses has a finite verb.

#ifndef CONCORD_ENGINE_GRAMMAR_FINITE_VERB_H_
#define CONCORD_ENGINE_GRAMMAR_FINITE_VERB_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/tag.h"
#include "engine/grammar/word.h"

namespace concord {

// True where a sentence has fewer finite verbs than clauses: one for the
// sentence, one for each word in it that opens another ("that", "because",
// "who"). What does not end in a full stop is never said to: headlines and
// items of lists do without. `words` and `tags` are equally long.
bool WantsFiniteVerb(absl::Span<const Word> words,
                     const std::vector<Tag>& tags);

// Whether a past form that follows `before` can be the verb of a subject among
// them, to judge by what stands next to it, adverbs aside: not after an
// auxiliary, a preposition or an article.
bool MayFollowSubject(const std::vector<Tag>& before);

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_FINITE_VERB_H_
