// A claim where it stands: the sentence around it, as printed.

#ifndef CONCORD_ENGINE_REPORT_PASSAGE_H_
#define CONCORD_ENGINE_REPORT_PASSAGE_H_

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// Pieces of the article's text, one behind the other. `own` is the claim's
// clause; the others the rest of its sentence, or as much as kMostAround bytes
// of it.
struct Passage {
  static constexpr size_t kMostAround = 240;

  absl::string_view before, own, after;
  bool cut_before = false, cut_after = false;
};

// Empty where the claim's span does not lie in the article's text, or that is
// no UTF-8 there. The pieces point into `article`.
Passage PassageOf(const v1::Article& article, const v1::Claim& claim);

// True where the claim's wording, made to stand alone, is not what the passage
// prints.
bool IsReworded(const Passage& passage, const v1::Claim& claim);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_PASSAGE_H_
