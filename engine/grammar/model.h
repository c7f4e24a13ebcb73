// The trained weights: a file, mapped or built in, checked once and then read
// in place. FORMAT.md draws the bytes.
//
// Example:
//   const GrammarModel& english = GrammarModel::English();
//   absl::StatusOr<std::unique_ptr<const GrammarModel>> own =
//       GrammarModel::Open("my.model");

#ifndef CONCORD_ENGINE_GRAMMAR_MODEL_H_
#define CONCORD_ENGINE_GRAMMAR_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/grammar/kernels.h"

namespace concord {

// Names what the weights were trained for: tag and label lists, word numbers,
// feature templates, transition system. A file of another scheme is refused.
inline constexpr absl::string_view kGrammarScheme = "grammar:ewt/arc-hybrid/v2";

// What the model knows of a word form.
struct LexiconEntry {
  static constexpr uint8_t kNotSure = 0xFF;

  uint32_t form = 0;            // Word::form; 0 marks an empty slot
  uint8_t sure_tag = kNotSure;  // its tag, where it has but one
  uint8_t ambiguity = 0;        // set of tags the treebank gives it; 0: unknown
  uint16_t listed = 0;          // set of tags a word list gives it; 0: none
};
static_assert(sizeof(LexiconEntry) == 8);

// Read-only: safe for use from any number of threads.
class GrammarModel {
 public:
  // The model that is built into the library. Its bytes are checked at the
  // first call; bytes that fail are a broken build and end the process.
  static const GrammarModel& English();

  // Maps the file at `path`. NotFound where there is none; DataLoss where it
  // is damaged: any changed byte is found, by checksum; FailedPrecondition
  // where it is whole but of another version or scheme.
  static absl::StatusOr<std::unique_ptr<const GrammarModel>> Open(
      const std::string& path);

  // Reads a model in memory. `bytes` must outlive it and begin at a multiple
  // of 64, else InvalidArgument.
  static absl::StatusOr<std::unique_ptr<const GrammarModel>> FromBytes(
      absl::string_view bytes);

  // What is known of a form, or an empty entry. O(1).
  LexiconEntry Find(uint32_t form) const;

  // Rows of moves, 2^bits of them.
  struct MoveTable {
    const MoveRow* rows = nullptr;
    int bits = 0;
  };

  // The weights. They live as long as *this.
  const WideTable& tags() const { return tags_; }
  const MoveTable& moves() const { return moves_; }
  const WideTable& labels() const { return labels_; }

  // The whole file.
  absl::string_view bytes() const { return bytes_; }

  ~GrammarModel();
  GrammarModel(const GrammarModel&) = delete;
  GrammarModel& operator=(const GrammarModel&) = delete;

 private:
  GrammarModel() = default;
  absl::Status Read();

  absl::string_view bytes_;
  bool mapped_ = false;  // bytes_ is a mapping of ours
  const LexiconEntry* lexicon_ = nullptr;
  int lexicon_bits_ = 0;
  WideTable tags_;
  MoveTable moves_;
  WideTable labels_;
  // What the wide tables' filters point to.
  std::vector<uint64_t> tag_filter_;
  std::vector<uint64_t> label_filter_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_MODEL_H_
