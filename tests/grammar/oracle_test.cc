// The fast parser against the slow one, and the fast kernels against the plain.

#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "engine/grammar/features.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/kernels.h"
#include "engine/grammar/tree_features.h"
#include "gtest/gtest.h"
#include "tests/grammar/sentences.h"
#include "tests/grammar/slow_parser.h"
#include "tests/grammar/tree_cases.h"

namespace concord {
namespace {

const SlowParser& Slow() {
  static const SlowParser& parser = *new SlowParser(GrammarModel::English());
  return parser;
}

TEST(SlowParserTest, AgreesOnGeneratedSentences) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::string text = RandomSentence(random);
    const std::vector<Token> tokens = Tokenize(text);
    EXPECT_EQ(ParseSentence(text, tokens), Slow().Parse(text, tokens)) << text;
  }
}

TEST(SlowParserTest, AgreesOnRawBytes) {
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    const std::string text = RandomBytes(random);
    const std::vector<Token> tokens = RandomTokens(text, random);
    EXPECT_EQ(ParseSentence(text, tokens), Slow().Parse(text, tokens)) << round;
  }
}

TEST(SlowParserTest, AgreesOnTheTreeCases) {
  for (const TreeCase& c : ReadTreeCases()) {
    const std::vector<Token> tokens = Tokenize(c.sentence);
    EXPECT_EQ(ParseSentence(c.sentence, tokens),
              Slow().Parse(c.sentence, tokens))
        << c.sentence;
  }
}

std::vector<uint32_t> RandomNumbers(std::mt19937& random, size_t n) {
  std::vector<uint32_t> numbers(n);
  for (uint32_t& number : numbers) number = static_cast<uint32_t>(random());
  return numbers;
}

TEST(KernelsTest, ScaleAsPlainCodeDoes) {
  std::mt19937 random(3);
  const std::vector<uint32_t> atoms = RandomNumbers(random, 40);
  std::vector<uint32_t> best(120), plain(120);
  Kernels::Best().scale(atoms.data(), 40, best.data());
  Kernels::Portable().scale(atoms.data(), 40, plain.data());
  EXPECT_EQ(best, plain);
}

TEST(KernelsTest, MixAsPlainCodeDoes) {
  std::mt19937 random(6);
  std::vector<uint32_t> best = RandomNumbers(random, 72), plain = best;
  Kernels::Best().mix(best.data(), best.size());
  Kernels::Portable().mix(plain.data(), plain.size());
  EXPECT_EQ(best, plain);
}

TEST(KernelsTest, FindTheFirstOfTheGreatest) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    int16_t sums[64];
    // Few values, so that there are equals.
    for (int16_t& s : sums) s = static_cast<int16_t>(random() % 20) - 10;
    EXPECT_EQ(Kernels::Best().greatest(sums),
              Kernels::Portable().greatest(sums));
  }
}

TEST(HashTemplatesTest, HashesEachTemplateAsItIsDefined) {
  std::mt19937 random(8);
  MoveAtoms atoms;
  for (size_t i = 1; i < moving::kAtomCount; ++i) {
    atoms[i] = static_cast<uint32_t>(random());
  }
  uint32_t hashes[kMoveFeatures];
  HashMove(atoms, Kernels::Best(), hashes);
  for (uint32_t i = 0; i < kMoveFeatures; ++i) {
    const FeatureTemplate& t = moving::kTemplates[i];
    EXPECT_EQ(hashes[i], HashFeature(i, atoms[t.a], atoms[t.b], atoms[t.c]));
  }
}

TEST(KernelsTest, AddWideRowsAsPlainCodeDoes) {
  std::mt19937 random(4);
  constexpr int kBits = 6;
  std::vector<WideRow> table(1 << kBits);
  const std::vector<uint32_t> hashes = RandomNumbers(random, 48);
  for (uint32_t h : hashes) {
    WideRow& row = table[SlotOf(h, kBits)];
    row.feature = h;
    for (int8_t& w : row.weight) w = static_cast<int8_t>(random());
  }
  int16_t best[64] = {1, 2, 3}, plain[64] = {1, 2, 3};
  Kernels::Best().add_wide(hashes.data(), 48, table.data(), kBits, best);
  Kernels::Portable().add_wide(hashes.data(), 48, table.data(), kBits, plain);
  EXPECT_EQ(std::memcmp(best, plain, 60 * sizeof(int16_t)), 0);
}

TEST(KernelsTest, SumMoveRowsAsPlainCodeDoes) {
  std::mt19937 random(5);
  constexpr int kBits = 6;
  std::vector<MoveRow> table(1 << kBits);
  const std::vector<uint32_t> hashes = RandomNumbers(random, 88);
  for (uint32_t h : hashes) {
    MoveRow& row = table[SlotOf(h, kBits)];
    row.check = static_cast<uint8_t>(h);
    for (int8_t& w : row.weight) w = static_cast<int8_t>(random());
  }
  int32_t best[3], plain[3];
  Kernels::Best().sum_moves(hashes.data(), 88, table.data(), kBits, best);
  Kernels::Portable().sum_moves(hashes.data(), 88, table.data(), kBits, plain);
  EXPECT_EQ(std::memcmp(best, plain, sizeof(best)), 0);
}

}  // namespace
}  // namespace concord
