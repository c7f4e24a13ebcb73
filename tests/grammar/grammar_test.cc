#include "engine/grammar/grammar.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "engine/text/token.h"
#include "gtest/gtest.h"
#include "tests/grammar/hand_parse.h"
#include "tests/grammar/sentences.h"

namespace concord {
namespace {

// Whether the parse keeps the invariant of ParsedSentence.
void ExpectTree(const ParsedSentence& s, size_t n) {
  ASSERT_EQ(s.tags.size(), n);
  ASSERT_EQ(s.heads.size(), n);
  ASSERT_EQ(s.labels.size(), n);
  size_t roots = 0;
  for (size_t i = 0; i < n; ++i) {
    EXPECT_EQ(s.heads[i] == kRootHead, s.labels[i] == Label::kRoot);
    roots += s.heads[i] == kRootHead;
    ASSERT_LT(s.heads[i], static_cast<int32_t>(n));
  }
  ExpectProjectiveTree(s);
  EXPECT_EQ(roots, n == 0 ? 0u : 1u);
}

TEST(ParseSentenceTest, ParsesTheExampleOfItsHeader) {
  const std::string text = "Japan agreed to a plan.";
  const ParsedSentence s = ParseSentence(text, Tokenize(text));
  EXPECT_EQ(s.tags, (std::vector<Tag>{Tag::kNNP, Tag::kVBD, Tag::kIN, Tag::kDT,
                                      Tag::kNN, Tag::kPeriod}));
  EXPECT_EQ(s.heads, (std::vector<int32_t>{1, kRootHead, 4, 4, 1, 1}));
  EXPECT_EQ(s.labels,
            (std::vector<Label>{Label::kNsubj, Label::kRoot, Label::kCase,
                                Label::kDet, Label::kObl, Label::kPunct}));
}

TEST(ParseSentenceTest, NoTokensMakeAnEmptyParse) {
  ExpectTree(ParseSentence("", {}), 0);
}

TEST(ParseSentenceTest, OneTokenIsTheRoot) {
  const std::string text = "Yes";
  ExpectTree(ParseSentence(text, Tokenize(text)), 1);
}

TEST(ParseSentenceTest, AnyWordsInAnyOrderMakeATree) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = RandomSentence(random);
    const std::vector<Token> tokens = Tokenize(text);
    ExpectTree(ParseSentence(text, tokens), tokens.size());
  }
}

TEST(ParseSentenceTest, AnyBytesAsTokensMakeATree) {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    const std::string text = RandomBytes(random);
    const std::vector<Token> tokens = RandomTokens(text, random);
    ExpectTree(ParseSentence(text, tokens), tokens.size());
  }
}

TEST(ParseSentenceTest, TheLongestSentenceMakesATree) {
  std::string text;
  while (text.size() < 4096) text += "( \" of and , he said that ";
  const std::vector<Token> tokens = Tokenize(text);
  ExpectTree(ParseSentence(text, tokens), tokens.size());
}

TEST(ParserTest, TagOnlyGivesTheTagsOfAParse) {
  std::mt19937 random(9);
  Parser parser;
  std::vector<Tag> tags;
  for (int round = 0; round < 50; ++round) {
    const std::string text = RandomSentence(random);
    const std::vector<Token> tokens = Tokenize(text);
    parser.TagOnly(text, tokens, tags);
    EXPECT_EQ(tags, ParseSentence(text, tokens).tags);
    EXPECT_EQ(tags, TagSentence(text, tokens));
  }
}

TEST(ParserTest, WhatItParsedBeforeChangesNothing) {
  const std::string text = "The ferry sank, officials said Monday.";
  const std::vector<Token> tokens = Tokenize(text);
  std::mt19937 random(10);
  Parser parser;
  ParsedSentence first, other, again;
  parser.Parse(text, tokens, first);
  const std::string between = RandomSentence(random);
  parser.Parse(between, Tokenize(between), other);
  parser.Parse(text, tokens, again);
  EXPECT_EQ(first, again);
}

}  // namespace
}  // namespace concord
