// The schema.org graph of the sample drop.

#include "engine/report/jsonld_view.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <map>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "engine/pipeline/pipeline.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

std::string Sample() {
  std::string text;
  StringSink sink(&text);
  JsonLdView view(sink);
  EXPECT_TRUE(
      RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, view)
          .ok());
  return text;
}

const Struct& Graph() {
  static const Struct* const graph = [] {
    auto* parsed = new Struct;
    EXPECT_TRUE(
        google::protobuf::util::JsonStringToMessage(Sample(), parsed).ok());
    return parsed;
  }();
  return *graph;
}

std::string Field(const Struct& node, const std::string& key) {
  const auto it = node.fields().find(key);
  return it == node.fields().end() ? "" : it->second.string_value();
}

TEST(JsonLdViewTest, EveryReferenceLeadsToANode) {
  std::set<std::string> ids;
  const auto& nodes = Graph().fields().at("@graph").list_value();
  for (const Value& node : nodes.values()) {
    EXPECT_TRUE(ids.insert(Field(node.struct_value(), "@id")).second);
  }
  for (const Value& node : nodes.values()) {
    for (const auto& [key, value] : node.struct_value().fields()) {
      if (key == "publisher") continue;
      if (value.has_struct_value()) {
        EXPECT_EQ(ids.count(Field(value.struct_value(), "@id")), 1) << key;
      }
      for (const Value& item : value.list_value().values()) {
        EXPECT_EQ(ids.count(Field(item.struct_value(), "@id")), 1) << key;
      }
    }
  }
}

TEST(JsonLdViewTest, ReviewsAreDraftsWithoutAVerdict) {
  size_t reviews = 0;
  for (const Value& node :
       Graph().fields().at("@graph").list_value().values()) {
    if (Field(node.struct_value(), "@type") != "ClaimReview") continue;
    EXPECT_EQ(Field(node.struct_value(), "creativeWorkStatus"), "Draft");
    EXPECT_EQ(node.struct_value().fields().count("reviewRating"), 0);
    ++reviews;
  }
  EXPECT_GT(reviews, 0);
}

// What schema.org knows of the types we write: theirs and CreativeWork's.
TEST(JsonLdViewTest, EveryPropertyIsOneOfItsTypesInSchemaOrg) {
  const std::map<std::string, std::set<std::string>> known = {
      {"NewsArticle",
       {"headline", "url", "inLanguage", "datePublished", "dateModified",
        "publisher"}},
      {"Claim", {"text", "appearance", "firstAppearance"}},
      {"ClaimReview", {"claimReviewed", "itemReviewed", "creativeWorkStatus"}},
  };
  for (const Value& node :
       Graph().fields().at("@graph").list_value().values()) {
    const std::string type = Field(node.struct_value(), "@type");
    ASSERT_EQ(known.count(type), 1) << type;
    for (const auto& [key, value] : node.struct_value().fields()) {
      if (key == "@type" || key == "@id") continue;
      EXPECT_EQ(known.at(type).count(key), 1) << type << "." << key;
    }
  }
}

// Neither a rating nor a reviewer who could have given one.
TEST(JsonLdViewTest, NothingInTheGraphIsAVerdict) {
  const std::string text = Sample();
  for (const absl::string_view verdict :
       {"reviewRating", "ratingValue", "\"Rating\"", "alternateName",
        "reviewBody", "\"author\""}) {
    EXPECT_FALSE(absl::StrContains(text, verdict)) << verdict;
  }
}

TEST(JsonLdViewTest, ReviewsSayWhichClaimTheyAreOf) {
  std::map<std::string, std::string> texts;
  const auto& nodes = Graph().fields().at("@graph").list_value();
  for (const Value& node : nodes.values()) {
    texts[Field(node.struct_value(), "@id")] =
        Field(node.struct_value(), "text");
  }
  for (const Value& node : nodes.values()) {
    if (Field(node.struct_value(), "@type") != "ClaimReview") continue;
    const Struct& claim =
        node.struct_value().fields().at("itemReviewed").struct_value();
    EXPECT_EQ(Field(node.struct_value(), "claimReviewed"),
              texts.at(Field(claim, "@id")));
  }
}

TEST(JsonLdViewTest, TimesAreDatesUnlessMinuteAndZoneAreKnown) {
  std::set<size_t> lengths;
  for (const Value& node :
       Graph().fields().at("@graph").list_value().values()) {
    const std::string date = Field(node.struct_value(), "datePublished");
    if (!date.empty()) lengths.insert(date.size());
  }
  EXPECT_EQ(lengths,
            (std::set<size_t>{std::string("2023-03-14").size(),
                              std::string("2023-03-14T13:30Z").size()}));
}

TEST(JsonLdViewTest, TextCannotEndAScriptElement) {
  std::string text;
  StringSink sink(&text);
  JsonLdView view(sink);
  v1::Record record;
  record.mutable_article()->set_title("</script>\"\\\n");
  ASSERT_TRUE(view.Write(record).ok());
  ASSERT_TRUE(view.Finish({}).ok());
  EXPECT_FALSE(absl::StrContains(text, "<"));
  Struct parsed;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(text, &parsed).ok());
  EXPECT_EQ(
      Field(parsed.fields().at("@graph").list_value().values(0).struct_value(),
            "headline"),
      "</script>\"\\\n");
}

// Of two articles of one day, neither is surely the first.
TEST(JsonLdViewTest, TheFirstAppearanceIsNamedOnlyWhereItIsSure) {
  for (const int later : {0, 86400}) {
    std::string text;
    StringSink sink(&text);
    JsonLdView view(sink);
    v1::Record agreement;
    for (const int i : {0, 1}) {
      const std::string id = std::to_string(i);
      v1::Record article, claim;
      article.mutable_article()->set_article_id(id);
      auto& published = *article.mutable_article()->mutable_published();
      published.set_zone_known(true);
      published.mutable_begin()->set_seconds(i * later);
      published.mutable_end()->set_seconds(i * later + 86400);
      claim.mutable_claim()->set_claim_id(id);
      claim.mutable_claim()->set_article_id(id);
      agreement.mutable_agreement()->add_claim_ids(id);
      ASSERT_TRUE(view.Write(article).ok());
      ASSERT_TRUE(view.Write(claim).ok());
    }
    ASSERT_TRUE(view.Write(agreement).ok());
    ASSERT_TRUE(view.Finish({}).ok());
    EXPECT_EQ(absl::StrContains(text, "firstAppearance"), later > 0);
  }
}

}  // namespace
}  // namespace concord
