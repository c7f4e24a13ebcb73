// A parser that is slow and obviously right: one feature at a time, rows looked
// up in a map, sums in plain integers, the tree built of lists. The oracle for
// the fast one.

#ifndef CONCORD_TESTS_GRAMMAR_SLOW_PARSER_H_
#define CONCORD_TESTS_GRAMMAR_SLOW_PARSER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/model.h"
#include "engine/text/token.h"

namespace concord {

class SlowParser {
 public:
  // `model` must outlive *this.
  explicit SlowParser(const GrammarModel& model);

  ParsedSentence Parse(absl::string_view text,
                       absl::Span<const Token> tokens) const;

 private:
  friend class SlowParse;
  using Weights = std::vector<int>;

  // Weights by slot and check, read once out of the file's bytes.
  std::map<uint32_t, LexiconEntry> lexicon_;
  std::map<uint32_t, Weights> tags_;
  std::map<std::pair<uint32_t, uint32_t>, Weights> moves_;
  std::map<uint32_t, Weights> labels_;
  int move_bits_ = 0;
};

}  // namespace concord

#endif  // CONCORD_TESTS_GRAMMAR_SLOW_PARSER_H_
