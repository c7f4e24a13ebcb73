// Training: the same bytes from the same sources, another digest from others.

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/grammar/model_layout.h"
#include "gtest/gtest.h"
#include "tools/train_grammar/framing.h"
#include "tools/train_grammar/train_model.h"

namespace concord {
namespace {

// One word of a tree: form, tag, head (from 1; 0 for the root), label.
struct Row {
  const char* form;
  const char* tag;
  int head;
  const char* label;
};

std::string Conllu(const std::vector<Row>& rows) {
  std::string out;
  int id = 0;
  for (const Row& row : rows) {
    absl::StrAppend(&out, ++id, "\t", row.form, "\t_\t_\t", row.tag, "\t_\t",
                    row.head, "\t", row.label, "\t_\t_\n");
  }
  return out + "\n";
}

// Forty small sentences of two patterns.
std::vector<GoldSentence> SmallTreebank() {
  const char* const nouns[] = {"ferry", "mayor", "strike", "court", "mine"};
  const char* const verbs[] = {"opened", "sank", "fell", "won"};
  std::string conllu;
  for (const char* noun : nouns) {
    for (const char* verb : verbs) {
      conllu += Conllu({{"The", "DT", 2, "det"},
                        {noun, "NN", 3, "nsubj"},
                        {verb, "VBD", 0, "root"},
                        {"in", "IN", 5, "case"},
                        {"Oslo", "NNP", 3, "obl"},
                        {".", ".", 3, "punct"}});
      conllu += Conllu({{"Police", "NNS", 2, "nsubj"},
                        {"said", "VBD", 0, "root"},
                        {"it", "PRP", 4, "nsubj"},
                        {verb, "VBD", 2, "ccomp"},
                        {".", ".", 2, "punct"}});
    }
  }
  return *ParseTreebank(conllu);
}

std::vector<ListedForm> SmallWordList() {
  const auto bit = [](Tag tag) { return TagSet{1} << static_cast<int>(tag); };
  return {{"ferry", bit(Tag::kNN)}, {"won", bit(Tag::kVBD) | bit(Tag::kVBN)}};
}

Recipe ShortRecipe() {
  Recipe recipe;
  recipe.tag_epochs = recipe.move_epochs = recipe.label_epochs = 2;
  recipe.fold_epochs = recipe.runs = 2;
  return recipe;
}

std::string TrainSmall() {
  ModelParts parts =
      TrainModel(SmallTreebank(), SmallWordList(), ShortRecipe());
  parts.lexicon_bits = parts.tag_bits = parts.label_bits = 10;
  parts.move_bits = 12;
  return MakeModelFile(parts);
}

// Where each section begins; the last is the end of the file.
std::vector<size_t> SectionBegins(absl::string_view file) {
  ModelHeader header;
  std::memcpy(&header, file.data(), sizeof(header));
  std::vector<size_t> begins = {sizeof(header)};
  for (size_t i = 0; i < kSectionCount; ++i) {
    begins.push_back(begins.back() +
                     (kSectionRowBytes[i] << header.section_bits[i]));
  }
  return begins;
}

TEST(TrainModelTest, TrainingAgainGivesTheSameBytesInEverySection) {
  const std::string first = TrainSmall(), again = TrainSmall();
  const std::vector<size_t> begins = SectionBegins(first);
  ASSERT_EQ(begins.back(), first.size());
  for (size_t i = 0; i < kSectionCount; ++i) {
    const size_t size = begins[i + 1] - begins[i];
    const absl::string_view section(&first[begins[i]], size);
    EXPECT_NE(section.find_first_not_of('\0'), absl::string_view::npos)
        << "section " << i << " is empty";
    EXPECT_EQ(section, absl::string_view(again).substr(begins[i], size))
        << "section " << i;
  }
  EXPECT_EQ(first, again);
}

TEST(DigestOfSourcesTest, ChangesWithEverySource) {
  const std::vector<GoldSentence> gold = WithCopies(SmallTreebank());
  const std::vector<ListedForm> listed = SmallWordList();
  const uint64_t digest = DigestOfSources(gold, listed, Recipe());
  EXPECT_EQ(DigestOfSources(gold, listed, Recipe()), digest);

  std::vector<GoldSentence> other_gold = gold;
  other_gold[0].gold.tags[0] = Tag::kPDT;
  EXPECT_NE(DigestOfSources(other_gold, listed, Recipe()), digest);

  std::vector<GoldSentence> other_tokens = gold;
  other_tokens[0].tokens[0].space_before ^= true;
  EXPECT_NE(DigestOfSources(other_tokens, listed, Recipe()), digest);

  std::vector<ListedForm> other_list = listed;
  other_list[0].tags ^= 1;
  EXPECT_NE(DigestOfSources(gold, other_list, Recipe()), digest);

  Recipe other_recipe;
  ++other_recipe.runs;
  EXPECT_NE(DigestOfSources(gold, listed, other_recipe), digest);
}

TEST(FramingTest, AFinalMarkIsTakenAwayWithItsToken) {
  const GoldSentence bare = WithoutFinalMark(SmallTreebank()[0]);
  EXPECT_EQ(bare.text, "The ferry opened in Oslo");
  EXPECT_EQ(bare.gold.heads, (std::vector<int32_t>{1, 2, kRootHead, 4, 2}));
}

TEST(FramingTest, QuotationMarksHangFromTheRoot) {
  const GoldSentence quoted =
      WithClosingQuote(WithOpeningQuote(SmallTreebank()[1]));
  EXPECT_EQ(quoted.text, "\"Police said it opened .\"");
  EXPECT_EQ(quoted.gold.heads,
            (std::vector<int32_t>{2, 2, kRootHead, 4, 2, 2, 2}));
  EXPECT_EQ(Slice(quoted.text, quoted.tokens[1].span), "Police");
  EXPECT_EQ(quoted.gold.tags.front(), Tag::kOpenQuote);
  EXPECT_EQ(quoted.gold.tags.back(), Tag::kCloseQuote);
}

}  // namespace
}  // namespace concord
