// What holds for every run, whatever the articles: the stream is whole, every
// span slices, dispositions partition the claims.

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/pipeline/verify.h"
#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"

namespace concord {
namespace {

// Pieces from which articles are put together; hostile ones among them.
const std::vector<std::string>& Pieces() {
  static const auto& pieces = *new std::vector<std::string>{
      "The ferry ran aground off Calder Point on Tuesday. ",
      "Nearly 40 passengers were taken ashore, the harbour master said. ",
      "“We heard a bang,” said Ilse Marrow, who was on deck. ",
      "Marrow denied that 12 crew had left early. ",
      "In 2019, the company, Tarn Lines, cut its fleet by a third. ",
      "No one was hurt, according to a spokesman. ",
      "It was the first such accident in three years. ",
      "The wife and five sons of former mayor Edwin Marrow were held. ",
      "He said Café Zürich’s owner, Noël Å., had 3 of 7 boats. ",
      "\n\n",
      "\n",
      "TARN (Northwire) – ",
      "(Photo: Northwire)",
      "“",
      "\"",
      "… ",
      "U.S. Sen. J. Doe Jr. ",
      "\u202e",
      "\u00a0",
      "a.b.c.",
      "!?",
      "—",
      "日本の首相は会談した。",
      ") ( [",
      "'''",
      "1,2.3:4-5/6 ",
  };
  return pieces;
}

std::string RandomText(std::mt19937& random) {
  std::string text;
  const size_t pieces = random() % 24;
  for (size_t i = 0; i < pieces; ++i) {
    text += Pieces()[random() % Pieces().size()];
  }
  return text;
}

TEST(RunPropertyTest, EveryStreamIsWholeWhateverTheArticles) {
  std::mt19937 random(20220510);
  for (int round = 0; round < 150; ++round) {
    std::vector<TestArticle> articles(1 + random() % 4);
    for (size_t i = 0; i < articles.size(); ++i) {
      articles[i] = {absl::StrCat(i), absl::StrCat("Outlet ", random() % 3),
                     random() % 2 ? "2026-03-04" : "", RandomText(random)};
    }
    const std::string drop = WriteDrop("property", articles);
    const std::string bytes = RunToBytes(DropVerb::kReconcile, {drop});
    const VerifyResult result = VerifyStream(bytes);
    ASSERT_TRUE(result.ok())
        << "round " << round << ": " << result.problems.front();
  }
}

TEST(RunPropertyTest, TheSampleIsAWholeStream) {
  const VerifyResult result =
      VerifyStream(RunToBytes(DropVerb::kReconcile, SampleFiles()));
  EXPECT_TRUE(result.ok()) << result.problems.front();
}

// The article of every file of the sample, printed by a second outlet.
TEST(RunPropertyTest, AnArticleAgreesWithItselfInEveryClaim) {
  for (const v1::Record& record :
       RecordsOf(RunToBytes(DropVerb::kExtract, SampleFiles()))) {
    if (!record.has_article()) continue;
    const std::string& text = record.article().text();
    const std::string drop =
        WriteDrop("twice", {{"1", "Harbour Post", "2026-03-04", text},
                            {"2", "Inland Times", "2026-03-04", text}});
    size_t claims = 0;
    for (const v1::Record& out :
         RecordsOf(RunToBytes(DropVerb::kReconcile, {drop}))) {
      EXPECT_FALSE(out.has_divergence());
      EXPECT_FALSE(out.has_unique());
      if (!out.has_claim()) continue;
      ++claims;
      EXPECT_EQ(out.claim().disposition(), v1::DISPOSITION_AGREEMENT)
          << out.claim().text();
    }
    EXPECT_GT(claims, 0u);
  }
}

}  // namespace
}  // namespace concord
