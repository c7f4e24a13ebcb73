#include "engine/lexicon/word_table.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/lexicon/embedded_tables.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(WordTableTest, FindsARowByItsKey) {
  const WordTable table("# comment\nprime minister\thead\nlawmaker\n");
  ASSERT_NE(table.Find("prime minister"), nullptr);
  EXPECT_EQ((*table.Find("prime minister"))[1], "head");
}

TEST(WordTableTest, FillsMissingColumns) {
  const WordTable table("prime minister\thead\nlawmaker\n");
  EXPECT_EQ((*table.Find("lawmaker"))[1], "");
}

TEST(WordTableTest, DoesNotFindCommentsOrOtherWords) {
  const WordTable table("# comment\nlawmaker\n");
  EXPECT_EQ(table.Find("# comment"), nullptr);
  EXPECT_EQ(table.Find(""), nullptr);
  EXPECT_EQ(table.Find("law"), nullptr);
}

TEST(WordTableTest, FindsTheFirstOfTwoRowsWithOneKey) {
  const WordTable table("st\tstreet\nst\tsaint\n");
  EXPECT_EQ((*table.Find("st"))[1], "street");
}

TEST(WordTableTest, KnowsItsLongestKey) {
  EXPECT_EQ(WordTable("a\nb c d\n").max_key_words(), 3u);
}

// Every shipped table keeps the written format. Where case matters, its head
// says so.
TEST(EmbeddedTablesTest, HaveLowerCaseKeysAndADocumentedHead) {
  for (const EmbeddedTable& embedded : EmbeddedTables()) {
    EXPECT_EQ(embedded.text.front(), '#') << embedded.name;
    EXPECT_NE(embedded.text.find("# Columns:"), absl::string_view::npos)
        << embedded.name;
    EXPECT_NE(embedded.text.find("# Source:"), absl::string_view::npos)
        << embedded.name;
    const bool case_matters =
        absl::StrContains(embedded.text, "(case matters)");
    for (const auto& row : WordTable::Named(embedded.name).rows()) {
      if (!case_matters) {
        EXPECT_EQ(row.front(), absl::AsciiStrToLower(row.front()))
            << embedded.name;
      }
      EXPECT_EQ(row.front(), absl::StripAsciiWhitespace(row.front()))
          << embedded.name;
    }
  }
}

}  // namespace
}  // namespace concord
