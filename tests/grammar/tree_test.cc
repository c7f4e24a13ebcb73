// The trees of tests/data/grammar/trees.txt.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/grammar/grammar.h"
#include "gtest/gtest.h"
#include "tests/grammar/tree_cases.h"

namespace concord {
namespace {

// Stands for a word that the sentence does not have.
constexpr int32_t kNoSuchWord = -2;

// A parsed sentence that answers by word.
class Tree {
 public:
  explicit Tree(const std::string& text)
      : text_(text),
        tokens_(Tokenize(text)),
        parse_(ParseSentence(text, tokens_)) {}

  // Whether "LABEL HEAD DEPENDENT" or "tag TAG WORD" holds.
  bool Holds(const std::string& fact) const {
    const std::vector<std::string> part = absl::StrSplit(fact, ' ');
    if (part.size() != 3) return false;
    const int32_t word = Find(part[2]);
    if (word < 0) return false;
    if (part[0] == "tag") return TagName(parse_.tags[word]) == part[1];
    return LabelName(parse_.labels[word]) == part[0] &&
           parse_.heads[word] == Find(part[1]);
  }

  std::string Print() const {
    std::string out;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const int32_t head = parse_.heads[i];
      absl::StrAppend(&out, Surface(i), "/", TagName(parse_.tags[i]), " <-",
                      LabelName(parse_.labels[i]), "- ",
                      head == kRootHead ? "ROOT" : Surface(head), "\n");
    }
    return out;
  }

 private:
  absl::string_view Surface(size_t i) const {
    return Slice(text_, tokens_[i].span);
  }

  // The token that "word" or "word/2" names.
  int32_t Find(absl::string_view name) const {
    if (name == "ROOT") return kRootHead;
    const std::vector<absl::string_view> part = absl::StrSplit(name, '/');
    int wanted = 1;
    if (part.size() == 2 && !absl::SimpleAtoi(part[1], &wanted)) {
      return kNoSuchWord;
    }
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (Surface(i) == part[0] && --wanted == 0) {
        return static_cast<int32_t>(i);
      }
    }
    return kNoSuchWord;
  }

  const std::string& text_;
  std::vector<Token> tokens_;
  ParsedSentence parse_;
};

class TreeTest : public testing::TestWithParam<TreeCase> {};

TEST_P(TreeTest, HoldsItsArcs) {
  const TreeCase& c = GetParam();
  SCOPED_TRACE(c.phenomenon + ": " + c.sentence);
  const Tree tree(c.sentence);
  for (const std::string& fact : c.facts) {
    EXPECT_TRUE(tree.Holds(fact)) << fact << "\n" << tree.Print();
  }
}

// A known failure that is none any more must lose its mark, so that it cannot
// come back unseen.
TEST_P(TreeTest, StillFailsWhereItIsKnownTo) {
  const TreeCase& c = GetParam();
  const Tree tree(c.sentence);
  for (const std::string& fact : c.not_yet) {
    EXPECT_FALSE(tree.Holds(fact))
        << c.sentence << ": " << fact << "\nis right now: take its mark away";
  }
}

INSTANTIATE_TEST_SUITE_P(All, TreeTest, testing::ValuesIn(ReadTreeCases()));

TEST(TreeCasesTest, AreAtLeastSixtyAndEachSaysSomething) {
  const std::vector<TreeCase> cases = ReadTreeCases();
  EXPECT_GE(cases.size(), 60u);
  for (const TreeCase& c : cases) {
    EXPECT_FALSE(c.phenomenon.empty()) << c.sentence;
    EXPECT_FALSE(c.facts.empty() && c.not_yet.empty()) << c.sentence;
  }
}

}  // namespace
}  // namespace concord
