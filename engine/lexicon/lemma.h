// The base form of an English word: "raised" and "raises" are "raise".
//
// The forms that the rules get wrong, as the lexicon file lists them ("went",
// "children", but also "news" and "need", which only look inflected), go before
// rules for the regular endings. The part of
// speech is not known, so "meeting" and "left" have the one base form that is
// the more frequent reading; two texts that use one word meet in any case.

#ifndef CONCORD_ENGINE_LEXICON_LEMMA_H_
#define CONCORD_ENGINE_LEXICON_LEMMA_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// The base form of `word`, which is in lower case; `word` itself where it has
// none. A base form may have one of its own: "flattering" is of "flatter",
// which by itself is of "flat".
//
// Example:
//   Lemma("tried");     // "try"
//   Lemma("children");  // "child"
//   Lemma("worst");     // "bad"
std::string Lemma(absl::string_view word);

// The same by the rules for regular endings alone. For the builder of the
// file, which keeps what this gets wrong.
std::string LemmaByRule(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_LEMMA_H_
