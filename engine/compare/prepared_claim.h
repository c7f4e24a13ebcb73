// A claim made ready for comparison: its words looked up and its values laid
// out, built once a claim and compared many times.

#ifndef CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_
#define CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/compare/vocabulary.h"

namespace concord {

// Words beyond this many are not compared, which bounds the time of a pair.
inline constexpr size_t kMaxPreparedWords = 256;

// One word of a claim, or one part of a hyphenated word.
struct PreparedWord {
  WordEntry entry;
  uint64_t letters = 0;  // its first eight bytes, lower case, first one highest
  float weight = 0.0f;   // how much it tells; 0 for words of closed classes
  ByteSpan span;         // in Claim.text
  bool name = false;     // capitalised, and not for the sentence's sake alone
  bool number = false;   // a number, in digits or words
  bool time = false;     // a month or weekday
  bool negation = false;
  bool quoted = false;

  bool content() const { return weight > 0.0f; }
};

// See Prepare. Holds no pointer into the claim but `claim` itself, which must
// outlive it.
struct PreparedClaim {
  const v1::Claim* claim = nullptr;
  // Whether the claim's text is its fragments, byte for byte, parted by single
  // spaces, so that a word of the text leads back to the article.
  bool made_of_fragments = false;
  // In text order; punctuation left out.
  std::vector<PreparedWord> words;
  // Positions of the content words, by lemma, then by position.
  std::vector<uint16_t> by_lemma;
  // Hashes of the distinct lemmas of the content words, sorted.
  std::vector<uint64_t> concepts;
  float weight = 0.0f;      // of all words
  uint64_t words_hash = 0;  // of all lemmas in order, punctuation left out
};

// Prepares a claim of an article with the text `article`, which is not kept.
//
// REQUIRES: the claim's spans slice `article`.
PreparedClaim Prepare(const v1::Claim& claim, absl::string_view article);

// The same for a ready-made claim, whose text is all the article there is.
PreparedClaim Prepare(const v1::Claim& claim);

// The bytes of the claim's article behind `span` of its text; the claim's own
// span where its text is not made of its fragments. REQUIRES: the claim that
// `claim` was prepared from still lives.
v1::TextSpan ArticleSpan(const PreparedClaim& claim, ByteSpan span);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_
