// Tokens of a sentence to tags and a dependency tree.
//
// Example:
//   std::string text = "Japan agreed to a plan.";
//   std::vector<Token> tokens = Tokenize(text);
//   ParsedSentence s = ParseSentence(text, tokens);
//   // word    tag   head     label
//   // Japan   NNP   agreed   nsubj
//   // agreed  VBD   (root)   root
//   // to      IN    plan     case
//   // a       DT    plan     det
//   // plan    NN    agreed   obl
//   // .       .     agreed   punct

#ifndef CONCORD_ENGINE_GRAMMAR_GRAMMAR_H_
#define CONCORD_ENGINE_GRAMMAR_GRAMMAR_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/grammar/label.h"
#include "engine/grammar/model.h"
#include "engine/grammar/tag.h"
#include "engine/text/token.h"

namespace concord {

// Stands for the head of the word that has none.
inline constexpr int32_t kRootHead = -1;

// The grammar of one sentence. All three are indexed by token and equally long.
//
// Invariant: the heads make a tree; exactly one of a sentence's words has
// kRootHead and Label::kRoot (none where there are no tokens). The tree is
// projective: the words below any word are one run of tokens.
struct ParsedSentence {
  std::vector<Tag> tags;
  std::vector<int32_t> heads;  // index of the head's token, or kRootHead
  std::vector<Label> labels;   // of the arc from the head

  friend bool operator==(const ParsedSentence&,
                         const ParsedSentence&) = default;
};

// Tags and parses one sentence with the built-in English model. Any tokens are
// taken and parsed somehow; what is no sentence makes a tree of little sense.
// Time and memory are linear in the tokens. Safe for use from any number of
// threads.
//
// REQUIRES: the tokens' spans lie in text; they are one sentence's, in order.
ParsedSentence ParseSentence(absl::string_view text,
                             absl::Span<const Token> tokens);

// The tags alone, at a fifth of the cost.
std::vector<Tag> TagSentence(absl::string_view text,
                             absl::Span<const Token> tokens);

// The same with a model of the caller's choice and room that is kept from
// sentence to sentence. Not safe for use from two threads at once; one a
// thread.
class Parser {
 public:
  // `model` must outlive *this.
  explicit Parser(const GrammarModel& model = GrammarModel::English());
  ~Parser();

  // Fills `out`; what it held is gone, its memory is used again.
  void Parse(absl::string_view text, absl::Span<const Token> tokens,
             ParsedSentence& out);
  void TagOnly(absl::string_view text, absl::Span<const Token> tokens,
               std::vector<Tag>& tags);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_GRAMMAR_H_
