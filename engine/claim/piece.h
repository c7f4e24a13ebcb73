// The pieces of a claim: runs of tokens, in order and apart.

#ifndef CONCORD_ENGINE_CLAIM_PIECE_H_
#define CONCORD_ENGINE_CLAIM_PIECE_H_

#include <vector>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// Adds `range` behind the others, without the marks and conjunctions at its
// ends and the quotation marks whose partners it has not; nothing where that
// leaves nothing.
void AddTrimmed(const SentenceView& sentence, TokenRange range,
                std::vector<TokenRange>& pieces);

// Adds `range` at its place, as it is. What it overlaps becomes one with it.
void AddRun(TokenRange range, std::vector<TokenRange>& pieces);

// Takes `range` out of the pieces.
void CutOut(const SentenceView& sentence, TokenRange range,
            std::vector<TokenRange>& pieces);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_PIECE_H_
