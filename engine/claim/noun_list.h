// Lists of noun phrases: "A, B and C".

#ifndef CONCORD_ENGINE_CLAIM_NOUN_LIST_H_
#define CONCORD_ENGINE_CLAIM_NOUN_LIST_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// A list whose items can each stand for all of it. Lists do not overlap.
struct NounList {
  TokenRange whole;
  std::vector<TokenRange> items;  // two or more, in order
};

// The lists joined by "and" in a sentence, in text order. Of "roles as Kitty
// on Brothers, and Cat on Supergirl" each item keeps its "on"; of "political
// and social projects" the items are the adjectives.
std::vector<NounList> FindNounLists(const SentenceView& sentence,
                                    absl::Span<const Phrase> phrases);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_NOUN_LIST_H_
