// Tokens to quantities: numbers in digits or words as intervals with a unit.

#ifndef CONCORD_ENGINE_VALUE_QUANTITY_H_
#define CONCORD_ENGINE_VALUE_QUANTITY_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/text/token.h"

namespace concord {

// The quantities in `tokens` of `text`, in text order. "nearly n" is
// [0.85n, n], "about n" is n +- 10%, "more than n" is [n, 2n], "dozens" is
// [24, 99]: rules of thumb, kept in lexicon/tables/approximators.tsv. Digits
// that are part of a date or a clock time are not quantities.
std::vector<v1::Quantity> FindQuantities(absl::string_view text,
                                         absl::Span<const Token> tokens);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_QUANTITY_H_
