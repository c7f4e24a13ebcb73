// Articles to atomic claims: who said what, with what force.

#ifndef CONCORD_ENGINE_CLAIM_EXTRACT_H_
#define CONCORD_ENGINE_CLAIM_EXTRACT_H_

#include <vector>

#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/limits.h"

namespace concord {

// The claims of an article's headline, standfirst, body and captions, in text
// order, with everything set but `disposition`. Questions, commands and
// credits yield none. Ids are unique within the article.
//
// Invariants, for every claim: span lies in one sentence; fragments are in text
// order, do not overlap, and lie in the article; every span slices on character
// boundaries.
//
// Safe for use from any number of threads.
std::vector<v1::Claim> ExtractClaims(const v1::Article& article,
                                     const Limits& limits = {});

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_EXTRACT_H_
