// What the tables say of a word before its neighbours are asked.

#ifndef CONCORD_ENGINE_CLAIM_WORD_ENTRY_H_
#define CONCORD_ENGINE_CLAIM_WORD_ENTRY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/text/token.h"

namespace concord {

// How far the tables decide a word's class.
enum class EntryKind : uint8_t {
  kSure,       // its class stands
  kVerb,       // some form of a known verb; perhaps a noun
  kHer,        // possessive or object
  kPrepOrSub,  // "after"
  kThat,       // "that"
  kTo,         // "to"
  kClitic,     // 's
  kThere,      // "there"
  kOne,        // "one"
};

struct WordEntry {
  EntryKind kind = EntryKind::kSure;
  WordClass word_class = WordClass::kNominal;
  const VerbForm* verb = nullptr;
};

// The entries of the words of one sentence, in lower case, one each.
std::vector<WordEntry> LookUpWords(absl::Span<const Token> tokens,
                                   absl::Span<const absl::string_view> words);

// Token i has a capital that is not the sentence's or a quotation's first.
bool IsNameAt(absl::Span<const Token> tokens, size_t i);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_WORD_ENTRY_H_
