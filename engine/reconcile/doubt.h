// Whether a conflict between two claims that were found, and not put side by
// side by somebody, says enough to be shown.

#ifndef CONCORD_ENGINE_RECONCILE_DOUBT_H_
#define CONCORD_ENGINE_RECONCILE_DOUBT_H_

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/compare.h"

namespace concord {

// A claim and the text of its article.
struct ClaimInText {
  const v1::Claim& claim;
  absl::string_view article;
};

// Why a divergence is none to be sure of; unspecified where nothing speaks
// against it. The rules are an editor's:
//
// - LITTLE_SHARED: the rest of the two claims must be alike. And "they lost"
//   and "you won" may be about anybody: a claim that points elsewhere counts
//   only where hardly a word differs. A number needs none of this.
// - OTHER_EVENT: two people may say something, and one on two days.
// - NAMES_AGREE: "F.B.I." and "FBI", "Moammar" and "Muammar", "Robert Bauer"
//   and "Bob Bauer" are one.
// - TIMES_AGREE: "Friday" and "Friday night".
// - OTHER_SCOPE: one may be two things, "a congressman" and "a host".
//
// REQUIRES: `verdict` is of a and b and DIVERGE; its spans lie in the texts.
v1::ReasonCode DoubtAbout(const ClaimInText& a, const ClaimInText& b,
                          const Verdict& verdict);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_DOUBT_H_
