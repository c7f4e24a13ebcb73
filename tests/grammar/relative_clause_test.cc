#include "engine/grammar/relative_clause.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/grammar/parse_state.h"
#include "gtest/gtest.h"
#include "tests/grammar/hand_parse.h"

namespace concord {
namespace {

ParsedSentence Attached(absl::string_view sentence) {
  HandParse s = ReadHandParse(sentence);
  AttachRelativeClauses(s.words, s.parse);
  return s.parse;
}

ParsedSentence Unchanged(absl::string_view sentence) {
  return ReadHandParse(sentence).parse;
}

TEST(AttachRelativeClausesTest, HangsTheClauseAndItsCommaFromTheNoun) {
  EXPECT_EQ(Attached("They/PRP/2/nsubj made/VBD/0/root calls/NNS/2/obj "
                     ",/,/2/punct which/WDT/6/nsubj failed/VBD/2/conj "
                     "././2/punct"),
            Unchanged("They/PRP/2/nsubj made/VBD/0/root calls/NNS/2/obj "
                      ",/,/6/punct which/WDT/6/nsubj failed/VBD/3/acl:relcl "
                      "././2/punct"));
}

TEST(AttachRelativeClausesTest, TakesAPrepositionAlong) {
  EXPECT_EQ(Attached("He/PRP/2/nsubj saw/VBD/0/root wars/NNS/2/obj "
                     "in/IN/5/case which/WDT/7/obl men/NNS/7/nsubj "
                     "died/VBD/2/advcl"),
            Unchanged("He/PRP/2/nsubj saw/VBD/0/root wars/NNS/2/obj "
                      "in/IN/5/case which/WDT/7/obl men/NNS/7/nsubj "
                      "died/VBD/3/acl:relcl"));
}

TEST(AttachRelativeClausesTest, HangsItFromTheFirstWordOfAName) {
  EXPECT_EQ(Attached("met/VBD/0/root Ana/NNP/1/obj Ruiz/NNP/2/flat "
                     "who/WP/5/nsubj left/VBD/1/conj"),
            Unchanged("met/VBD/0/root Ana/NNP/1/obj Ruiz/NNP/2/flat "
                      "who/WP/5/nsubj left/VBD/2/acl:relcl"));
}

TEST(AttachRelativeClausesTest, LeavesWhatIsARelativeClauseAlready) {
  constexpr absl::string_view kLawyer =
      "lawyer/NN/0/root of/IN/3/case Eva/NNP/1/nmod who/WP/5/nsubj "
      "left/VBD/1/acl:relcl";
  EXPECT_EQ(Attached(kLawyer), Unchanged(kLawyer));
}

TEST(AttachRelativeClausesTest, LeavesWhatIsNone) {
  for (absl::string_view sentence :
       {"asked/VBD/0/root men/NNS/1/iobj what/WP/4/obj failed/VBD/1/ccomp",
        "asked/VBD/0/root who/WP/3/nsubj failed/VBD/1/ccomp",
        "men/NNS/3/nsubj who/WP/3/nsubj failed/VBD/0/root",
        "men/NNS/0/root left/VBD/1/acl when/WRB/4/advmod told/VBD/2/advcl"}) {
    EXPECT_EQ(Attached(sentence), Unchanged(sentence)) << sentence;
  }
}

// A tree of n words by moves that are drawn.
ParsedSentence RandomTree(size_t n, std::mt19937& random) {
  ParseState state;
  state.Begin(static_cast<int32_t>(n));
  constexpr std::array<Move, kMoveCount> kMoves = {Move::kShift, Move::kLeft,
                                                   Move::kRight};
  while (!state.Done()) {
    const Move move = kMoves[random() % kMoveCount];
    if (state.May(move)) state.Apply(move);
  }
  ParsedSentence tree;
  for (int32_t i = 1; i <= static_cast<int32_t>(n); ++i) {
    const int32_t head = state.node(i).head;
    const bool root = head == state.root();
    tree.heads.push_back(root ? kRootHead : head - 1);
    tree.labels.push_back(root                 ? Label::kRoot
                          : random() % 4 == 0  ? Label::kFlat
                          : random() % 10 == 0 ? Label::kAclRelcl
                                               : Label::kConj);
  }
  return tree;
}

TEST(AttachRelativeClausesTest, AnyTreeStaysATree) {
  const char* const kWords[] = {"men/NNS", "which/WDT", "in/IN", ",/,",
                                "left/VBD"};
  std::mt19937 random(3);
  size_t changed = 0;
  for (int round = 0; round < 20000; ++round) {
    const size_t n = 2 + random() % 12;
    std::string text;
    for (size_t i = 0; i < n; ++i) {
      absl::StrAppend(&text, i == 0 ? "" : " ", kWords[random() % 5]);
    }
    HandParse s = ReadHandParse(text);
    ParsedSentence tree = RandomTree(n, random);
    tree.tags = s.parse.tags;
    s.parse = tree;
    AttachRelativeClauses(s.words, s.parse);
    changed += s.parse != tree;
    ExpectProjectiveTree(s.parse);
  }
  EXPECT_GT(changed, 100u);
}

}  // namespace
}  // namespace concord
