// What English words mean to each other: base forms, families of derivation,
// synsets and frequencies, in one file that is mapped and read in place.
//
// The file english.lexicon is built by tools/word_tables from WordNet and word
// counts and stands inside the library, so that an installed program finds it
// without a path. The environment variable CONCORD_LEXICON names another file
// to use in its stead. FORMAT.md draws the bytes and gives the recipe.
//
// Example:
//   const Lexicon& lexicon = Lexicon::English();
//   if (const LexiconWord* word = lexicon.Find("children")) {
//     lexicon.Base(*word);  // "child"
//   }

#ifndef CONCORD_ENGINE_LEXICON_LEXICON_H_
#define CONCORD_ENGINE_LEXICON_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// One word of the file, as it stands there. The references are read through
// the Lexicon it belongs to.
struct LexiconWord {
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  uint32_t check = 0;       // low half of the word's hash
  uint32_t text = kNone;    // where its letters stand; kNone in an empty slot
  uint32_t base = kNone;    // slot of its base form; kNone: by the rules
  uint32_t family = kNone;  // slot of what stands for its derivations
  uint32_t lists = 0;       // where its synsets begin
  // Minus the binary logarithm of its frequency, rounded; 0 for a rare word.
  uint8_t bits = 0;
  uint8_t senses = 0;  // how many synsets it names
  uint8_t broader = 0;
  uint8_t antonyms = 0;

  // Whether WordNet gives it a meaning that it shares with another word.
  bool HasMeaning() const { return senses + broader + antonyms > 0; }
};
static_assert(sizeof(LexiconWord) == 24);

// Read-only: safe for use from any number of threads. What it hands out lives
// as long as the Lexicon does.
class Lexicon {
 public:
  // The lexicon of this process: the file that CONCORD_LEXICON names, or the
  // built-in one. Opened at the first call and kept. Errors as for Open().
  static absl::StatusOr<const Lexicon*> Chosen();

  // The same for those who cannot go on without: an error is printed and ends
  // the process with code 2. A main() that calls Chosen() first never gets
  // there.
  static const Lexicon& English();

  // Maps the file at `path`, which must not change while it is mapped. Errors
  // name the file, what is wrong, and what was expected and found: NotFound or
  // another code of the system where it cannot be read; DataLoss where it is
  // damaged or cut (any changed byte is found, by checksum);
  // FailedPrecondition where it is of another version.
  static absl::StatusOr<std::unique_ptr<const Lexicon>> Open(
      const std::string& path);

  // Reads a lexicon in memory; `name` stands for the file in errors. `bytes`
  // must outlive it and begin at a multiple of 8, else InvalidArgument.
  static absl::StatusOr<std::unique_ptr<const Lexicon>> FromBytes(
      absl::string_view bytes, absl::string_view name);

  // The entry of `word`, which is in lower case, or nullptr. O(1).
  const LexiconWord* Find(absl::string_view word) const;

  // Every entry and a few empty slots, in no order that means anything.
  absl::Span<const LexiconWord> slots() const { return words_; }

  // The letters of a word; "" of an empty slot.
  absl::string_view Text(const LexiconWord& word) const;

  // The base form, where the rules of lemma.h do not give it, else "".
  absl::string_view Base(const LexiconWord& word) const;

  // The word that stands for all of one derivation ("decide" for "decision"),
  // itself included, or nullptr.
  const LexiconWord* Family(const LexiconWord& word) const;

  // Synsets, sorted: those the word names, those that these are kinds of, and
  // those that its antonyms name. Two words that share one can stand for each
  // other.
  absl::Span<const uint16_t> Senses(const LexiconWord& word) const;
  absl::Span<const uint16_t> Broader(const LexiconWord& word) const;
  absl::Span<const uint16_t> Antonyms(const LexiconWord& word) const;

  // Bits of surprise of a word; 0 where it is rare or unknown.
  int Bits(absl::string_view word) const;

  // Whether `word` is here with a meaning (LexiconWord::HasMeaning).
  bool HasMeaning(absl::string_view word) const;

  // The whole file.
  absl::string_view bytes() const { return bytes_; }

  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

 private:
  Lexicon() = default;
  void FindSections();

  absl::string_view bytes_;
  bool mapped_ = false;  // bytes_ is a mapping of ours
  absl::Span<const uint16_t> displacements_;
  absl::Span<const LexiconWord> words_;
  absl::Span<const uint16_t> numbers_;
  absl::string_view texts_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_LEXICON_H_
