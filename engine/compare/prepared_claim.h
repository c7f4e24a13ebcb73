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
#include "engine/grammar/label.h"
#include "engine/grammar/tag.h"

namespace concord {

// Words beyond this many are not compared, which bounds the time of a pair.
inline constexpr size_t kMaxPreparedWords = 256;
// Quantities, and times, of one claim that are looked at.
inline constexpr size_t kMaxPreparedValues = 32;

inline constexpr int16_t kNoValue = -1;
inline constexpr int16_t kNoHead = -1;

enum class WordKind : uint8_t {
  kClosed,    // of a closed class: binds, but does not say what it is about
  kPlain,     // any other word
  kName,      // the word that stands for a name: "Grimm"
  kForename,  // another word of a name: "Michael"
  kNumber,    // a number, in digits or words; one word however many tokens
  kTime,      // a word of a date or time
};

// One word of a claim: a token, a part of a hyphenated one, or a number.
struct PreparedWord {
  WordEntry entry;       // for a number: the hash of its value
  uint64_t letters = 0;  // its first eight bytes, lower case, first one highest
  float weight = 0.0f;   // how much it tells; 0 for closed classes
  ByteSpan span;         // in Claim.text
  int16_t quantity = kNoValue;  // the quantity it stands in
  int16_t time = kNoValue;      // the time it stands in
  int16_t head = kNoHead;       // position of the content word it depends on
  Tag tag = Tag::kNN;
  Label label = Label::kDep;  // of the arc from the head
  WordKind kind = WordKind::kPlain;
  bool negation = false;  // denies its head
  bool role = false;      // names a person by what he is: "captain"
  bool negated = false;   // has a negation below it

  bool content() const { return weight > 0.0f; }
};

struct PreparedQuantity {
  double low = 0;
  double high = 0;
  uint64_t unit = 0;     // hash; 0 for a count
  uint64_t counted = 0;  // hash of the last word's base form; 0 where unknown
  bool ordinal = false;
  ByteSpan span;  // in Claim.text
};

struct PreparedTime {
  int64_t begin = 0;  // seconds since 1970; begin == end where not placed
  int64_t end = 0;
  uint32_t weekday = 0;  // 1 Monday to 7 Sunday; 0 where none is named
  v1::TimeBasis basis = v1::TIME_BASIS_UNSPECIFIED;
  ByteSpan span;  // in Claim.text

  bool placed() const { return begin != end; }
};

// A person by his name, its marks left out.
struct PreparedPerson {
  uint64_t family = 0;  // hash; 0 where there is nobody
  char given = '\0';    // the first letter alone: given names vary in spelling

  // Two people for sure: of two families, or of one with two initials.
  bool IsOther(const PreparedPerson& o) const {
    if (family == 0 || o.family == 0) return false;
    return family != o.family ||
           (given != '\0' && o.given != '\0' && given != o.given);
  }
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
  std::vector<PreparedQuantity> quantities;
  std::vector<PreparedTime> times;
  // Positions of the content words, by lemma, then by position.
  std::vector<uint16_t> by_lemma;
  // Hashes of the distinct lemmas of the content words, sorted.
  std::vector<uint64_t> concepts;
  float weight = 0.0f;  // of all words
  // Hash of the words as written but for case and punctuation.
  uint64_t words_hash = 0;
  // Who vouches for the claim; of nobody where that is not a person by name: an
  // outlet, an office, "police", "he".
  PreparedPerson speaker;
};

// Prepares a claim of an article with the text `article`, which is not kept.
// Time is linear in the claim's text.
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
