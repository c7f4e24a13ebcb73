// What pages state of their articles in JSON-LD.

#include "engine/ingest/json_ld.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// "headline|published|author|publisher", or "none".
std::string Read(absl::string_view script) {
  JsonLdReader reader;
  const std::optional<JsonLdArticle> read = reader.Read(script);
  if (!read) return "none";
  return absl::StrCat(read->headline, "|", read->published, "|", read->author,
                      "|", read->publisher);
}

constexpr char kArticle[] =
    R"({"@type":"NewsArticle","headline":"Dam fails","datePublished":)"
    R"("2021-05-03","author":{"@type":"Person","name":"Ann Lee"},)"
    R"("publisher":{"name":"Herald"}})";
constexpr char kRead[] = "Dam fails|2021-05-03|Ann Lee|Herald";

TEST(JsonLdTest, IsReadAlone) { EXPECT_EQ(Read(kArticle), kRead); }

TEST(JsonLdTest, IsReadInAListAndInAGraph) {
  EXPECT_EQ(Read(absl::StrCat(R"([{"@type":"WebSite"},)", kArticle, "]")),
            kRead);
  EXPECT_EQ(
      Read(absl::StrCat(R"({"@graph":[{"@type":"WebPage"},)", kArticle, "]}")),
      kRead);
}

TEST(JsonLdTest, IsReadAsWhatThePageIsAbout) {
  EXPECT_EQ(
      Read(absl::StrCat(R"({"@type":"WebPage","mainEntity":)", kArticle, "}")),
      kRead);
}

TEST(JsonLdTest, KnowsAllKindsOfArticlesAndAddressesOfThem) {
  for (const std::string type :
       {"Article", "BlogPosting", "Report", "ReportageNewsArticle",
        "http://schema.org/NewsArticle"}) {
    EXPECT_EQ(Read(absl::StrCat(R"({"@type":")", type,
                                R"(","headline":"Dam fails"})")),
              "Dam fails|||");
  }
  EXPECT_EQ(Read(R"({"@type":["Thing","NewsArticle"],"headline":"Dam"})"),
            "Dam|||");
  EXPECT_EQ(Read(R"({"@type":"Person","name":"Article Writer"})"), "none");
}

TEST(JsonLdTest, DoesNotTakeAnArticleThatIsOnlyMentioned) {
  EXPECT_EQ(Read(absl::StrCat(R"({"@type":"ItemList","itemListElement":[)",
                              kArticle, "]}")),
            "none");
}

TEST(JsonLdTest, ReadsAuthorsInEveryForm) {
  const auto author = [](absl::string_view value) {
    return Read(absl::StrCat(R"({"@type":"Article","author":)", value, "}"));
  };
  EXPECT_EQ(author(R"("Ann Lee")"), "||Ann Lee|");
  EXPECT_EQ(author(R"(["Ann Lee",{"name":"Odd Hale"}])"),
            "||Ann Lee, Odd Hale|");
  EXPECT_EQ(author(R"({"@id":"#a"})"), "|||");
  EXPECT_EQ(author("7"), "|||");
  EXPECT_EQ(author("null"), "|||");
}

TEST(JsonLdTest, LooksNamesUpInTheGraph) {
  EXPECT_EQ(Read(R"({"@graph":[{"@type":"Article","author":{"@id":"#a"},)"
                 R"("publisher":{"@id":"#p"}},{"@id":"#p","name":"Herald"},)"
                 R"({"@id":"#a","@type":"Person","name":"Ann Lee"}]})"),
            "||Ann Lee|Herald");
}

TEST(JsonLdTest, ForgivesWhatPagesWrapItIn) {
  EXPECT_EQ(Read(absl::StrCat("<!--\n//<![CDATA[\n", kArticle, "\n//]]>\n-->")),
            kRead);
  EXPECT_EQ(Read("{\"@type\":\"Article\",\"headline\":\"Dam\n fails\"}"),
            "Dam  fails|||");
  EXPECT_EQ(Read("{\"@type\":\"Article\",\"headline\":\"Caf\xE9\"}"),
            "Caf\xEF\xBF\xBD|||");
}

TEST(JsonLdTest, IsNothingWhereItIsNotJson) {
  for (const std::string script : {"", "Article", "{\"@type\":\"Article\"",
                                   "}Article{", "{\"@type\":\"Article\",}"}) {
    EXPECT_EQ(Read(script), "none") << script;
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[";
  EXPECT_EQ(Read(deep + "\"Article\""), "none");
}

TEST(JsonLdTest, MayBeReadAgainAndAgain) {
  JsonLdReader reader;
  EXPECT_FALSE(reader.Read("{\"@type\":\"Article\"").has_value());
  EXPECT_TRUE(reader.Read(kArticle).has_value());
  EXPECT_EQ(reader.Read(kArticle)->headline, "Dam fails");
}

}  // namespace
}  // namespace concord
