// Which word of a person's name is the family name.

#ifndef CONCORD_ENGINE_VALUE_FAMILY_NAME_H_
#define CONCORD_ENGINE_VALUE_FAMILY_NAME_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/value/words.h"

namespace concord {

// True where a report goes on with the first word of the personal name at words
// [first, end): Korean and Chinese names in their own order, "Yoon Suk Yeol",
// "Xi Jinping", "Tsai Ing-wen", but not "Lee Marvin" or "Jack Ma". Vietnamese
// names go by their last word, as Western ones do.
bool FamilyNameFirst(const Words& words, size_t first, size_t end);

// Particles inside a personal name, in lower case: "van", "bin".
bool IsNameParticle(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_FAMILY_NAME_H_
