// Headlines that set every word with a capital, where a capital says nothing.

#ifndef CONCORD_ENGINE_VALUE_HEADLINE_H_
#define CONCORD_ENGINE_VALUE_HEADLINE_H_

#include "absl/strings/string_view.h"
#include "engine/value/words.h"

namespace concord {

enum class Headline {
  kNone,      // a sentence: "Mayor resigns after fire"
  kTitle,     // "Mayor Resigns After Fire"
  kCapitals,  // "MAYOR RESIGNS AFTER FIRE"
};

// How the words are set: a headline has four words or more, and every one of
// them but short and function words with a capital.
Headline IsHeadline(const Words& words);

// True for a word that English uses so often that its capital alone, at the
// begin of a sentence, makes no name of it. Lower case.
bool IsCommonWord(absl::string_view lower);

// True for a word that is surely a word of English and no name: a function
// word, a verb, a person noun, or a common noun. Lower case.
bool IsPlainEnglish(absl::string_view lower);

// True for the plural of a common noun: "lines", "motors".
bool IsCommonPlural(absl::string_view lower);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_HEADLINE_H_
