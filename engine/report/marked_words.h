// Which words one account has and another lacks.

#ifndef CONCORD_ENGINE_REPORT_MARKED_WORDS_H_
#define CONCORD_ENGINE_REPORT_MARKED_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/report/run_records.h"

namespace concord {

// Words in lower case, sorted, each once.
using WordSet = std::vector<std::string>;
WordSet WordsIn(absl::string_view text);

// The words of all claims on the sides of `divergence` but `side`.
WordSet WordsOfOtherSides(const RunRecords& run,
                          const v1::Divergence& divergence, int side);

// A piece of a text, marked or not.
struct MarkedRun {
  absl::string_view text;
  bool marked = false;
};

// All of `text` in pieces: marked are the words that `others` lacks,
// neighbours together. Articles, auxiliaries, prepositions and conjunctions
// mark nothing: one more or less of them is no difference between accounts.
std::vector<MarkedRun> MarkWords(absl::string_view text, const WordSet& others);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_MARKED_WORDS_H_
