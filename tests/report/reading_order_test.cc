// What is read first, and what is said once.

#include "engine/report/reading_order.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace concord {
namespace {

v1::Record ArticleAt(const std::string& id, int64_t seconds) {
  v1::Record record;
  record.mutable_article()->set_article_id(id);
  record.mutable_article()->set_outlet("Outlet " + id);
  record.mutable_article()->set_title("Title " + id);
  record.mutable_article()->mutable_published()->mutable_begin()->set_seconds(
      seconds);
  return record;
}

v1::Record ClaimIn(const std::string& article, const std::string& id,
                   const std::string& text, uint32_t begin, uint32_t end) {
  v1::Record record;
  v1::Claim& claim = *record.mutable_claim();
  claim.set_claim_id(id);
  claim.set_article_id(article);
  claim.set_text(text);
  claim.mutable_span()->set_begin_byte(begin);
  claim.mutable_span()->set_end_byte(end);
  return record;
}

RunRecords RunOf(std::vector<v1::Record> records) {
  RunRecords run;
  for (v1::Record& record : records) run.Add(std::move(record));
  run.Finish({});
  return run;
}

using Groups = std::vector<std::vector<size_t>>;

TEST(ReadingOrderTest, EqualWordsStandTogetherTheEarliestFirst) {
  const RunRecords run = RunOf({ArticleAt("late", 900), ArticleAt("early", 100),
                                ClaimIn("late", "a", "Six were hurt", 0, 9),
                                ClaimIn("early", "b", "Nobody died", 20, 30),
                                ClaimIn("early", "c", "six were hurt.", 0, 9)});
  EXPECT_EQ(WordingsOf(run, {0, 1, 2}).groups, (Groups{{2, 0}, {1}}));
}

TEST(ReadingOrderTest, AClaimInsideALongerOneIsCountedNotRepeated) {
  const RunRecords run =
      RunOf({ArticleAt("x", 1), ClaimIn("x", "a", "Six were hurt", 0, 13),
             ClaimIn("x", "b", "Six were hurt, two badly", 0, 24),
             ClaimIn("x", "c", "Two badly", 15, 24)});
  const Wordings wordings = WordingsOf(run, {0, 1, 2});
  EXPECT_EQ(wordings.groups, (Groups{{1}}));
  EXPECT_EQ(wordings.shorter, 2);
}

TEST(ReadingOrderTest, ClaimsOfTwoArticlesAreNeverInsideEachOther) {
  const RunRecords run = RunOf({ArticleAt("x", 1), ArticleAt("y", 2),
                                ClaimIn("x", "a", "Six were hurt", 0, 13),
                                ClaimIn("y", "b", "Two badly", 2, 9)});
  EXPECT_EQ(WordingsOf(run, {0, 1}).shorter, 0);
}

TEST(ReadingOrderTest, AStoryIsCalledAfterItsEarliestArticle) {
  v1::Record story;
  story.mutable_story()->add_article_ids("late");
  story.mutable_story()->add_article_ids("early");
  const RunRecords run =
      RunOf({ArticleAt("late", 900), ArticleAt("early", 100), story});
  EXPECT_EQ(NameOfStory(run, 0), "Title early");
}

TEST(ReadingOrderTest, EveryClaimIsInOneShare) {
  std::vector<v1::Record> records = {ArticleAt("x", 1)};
  for (int i = v1::Disposition_MIN; i <= v1::Disposition_MAX; ++i) {
    records.push_back(ClaimIn("x", std::to_string(i), "Words", 0, 5));
    records.back().mutable_claim()->set_disposition(
        static_cast<v1::Disposition>(i));
  }
  size_t sum = 0;
  for (const Share& share : SharesOf(RunOf(records))) sum += share.count;
  EXPECT_EQ(sum, records.size() - 1);
}

TEST(RunRecordsTest, TheMostAlikeUndecidedPairsAreKept) {
  RunRecords run;
  for (size_t i = 0; i < 5 * RunRecords::kMostUnsure; ++i) {
    v1::Record record;
    record.mutable_relation()->set_relation(v1::Comparison::RELATION_UNSURE);
    record.mutable_relation()->set_similarity(static_cast<float>(i % 1000));
    record.mutable_relation()->set_a(std::to_string(i));
    run.Add(std::move(record));
  }
  run.Finish({});
  EXPECT_EQ(run.unsure_count, 5 * RunRecords::kMostUnsure);
  ASSERT_EQ(run.unsure.size(), RunRecords::kMostUnsure);
  EXPECT_EQ(run.unsure.front().similarity(), 999);
  EXPECT_EQ(run.unsure.back().similarity(), 750);
}

}  // namespace
}  // namespace concord
