// What becomes of articles that are not in English.

#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"

namespace concord {
namespace {

using ::testing::HasSubstr;

constexpr char kEnglish[] =
    "The harbour office said on Friday that the bridge would stay closed until "
    "the end of the week, because its cables have to be tested again.";
constexpr char kGerman[] =
    "Die Hafenbehörde teilte am Freitag mit, dass die Brücke bis zum Ende der "
    "Woche gesperrt bleibt, weil die Seile noch einmal geprüft werden müssen.";

struct Counts {
  int articles = 0, claims = 0, sentences = 0;
  std::vector<v1::Quarantine> quarantines;
};

Counts CountRecords(DropVerb verb) {
  const std::string drop =
      WriteDrop("languages", {{"a", "Herald", "2021-05-03", kEnglish},
                              {"b", "Bote", "2021-05-03", kGerman}});
  Counts counts;
  for (const v1::Record& record : RecordsOf(RunToBytes(verb, {drop}))) {
    counts.articles += record.has_article();
    counts.claims += record.has_claim();
    counts.sentences += record.has_sentence();
    if (record.has_quarantine()) {
      counts.quarantines.push_back(record.quarantine());
    }
  }
  return counts;
}

TEST(LanguageOfDropTest, KeepsAForeignArticleAndSaysWhyItIsNotRead) {
  const Counts counts = CountRecords(DropVerb::kExtract);
  EXPECT_EQ(counts.articles, 2);
  ASSERT_EQ(counts.quarantines.size(), 1u);
  EXPECT_EQ(counts.quarantines[0].code(), v1::QUARANTINE_CODE_UNSUPPORTED);
  EXPECT_THAT(counts.quarantines[0].message(),
              HasSubstr("languages.jsonl:2: the article is not in English "
                        "(language: de)"));
}

TEST(LanguageOfDropTest, MakesNoSentencesAndNoClaimsOfIt) {
  EXPECT_EQ(CountRecords(DropVerb::kSegment).sentences, 1);
  const Counts reconciled = CountRecords(DropVerb::kReconcile);
  EXPECT_GT(reconciled.claims, 0);
  EXPECT_EQ(reconciled.claims, CountRecords(DropVerb::kClaims).claims);
  EXPECT_EQ(reconciled.quarantines.size(), 1u);
}

}  // namespace
}  // namespace concord
