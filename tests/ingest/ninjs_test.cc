// IPTC ninjs: items of 1.x, 2.x and 3.x as documents, and what may not be used.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/ingest/drop.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/collecting_sink.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

CollectingSink ReadBytes(const std::string& bytes,
                         const std::string& name = "a.jsonl") {
  TempFolder folder;
  return Read({folder.Write(name, bytes)});
}

// An item of 2.x with further keys.
std::string Item(absl::string_view more = "",
                 absl::string_view uri = "urn:x:1") {
  return absl::StrCat("{\"uri\":\"", uri,
                      "\",\"versioncreated\":\"2026-03-04T09:30:00Z\","
                      "\"bodies\":[{\"contenttype\":\"text/plain\",\"value\":"
                      "\"The ferry left.\"}]",
                      more.empty() ? "" : ",", more, "}\n");
}

TEST(NinjsTest, ReadsAnItemOf1x) {
  const CollectingSink sink = ReadBytes(
      "{\n\"uri\":\"http://n.example/1\",\"type\":\"text\",\"version\":\"2\",\n"
      "\"firstcreated\":\"2026-03-04T09:30:00Z\",\n"
      "\"versioncreated\":\"2026-03-05T09:30:00Z\",\"pubstatus\":\"usable\",\n"
      "\"urgency\":1,\"language\":\"en\",\"headline\":\"Ferry late\",\n"
      "\"byline\":\"Ilse Marden\",\"infosource\":[{\"name\":\"Northwire\"}],\n"
      "\"subject\":[{\"name\":\"transport\"},{\"code\":\"x\"}],\n"
      "\"body_text\":\"The ferry left. It was late.\",\n"
      "\"body_html\":\"<p>The ferry left.</p><p>It was late.</p>\"\n}\n",
      "a.json");
  ASSERT_THAT(sink.Texts(), ElementsAre("The ferry left.\n\nIt was late."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.external_id, "http://n.example/1");
  EXPECT_EQ(document.uri, "http://n.example/1");
  EXPECT_EQ(document.title, "Ferry late");
  EXPECT_EQ(document.author, "Ilse Marden");
  EXPECT_EQ(document.outlet, "Northwire");
  EXPECT_EQ(document.agency, "Northwire");
  EXPECT_EQ(document.published, "2026-03-04T09:30:00Z");
  EXPECT_EQ(document.modified, "2026-03-05T09:30:00Z");
  EXPECT_EQ(document.language, "en");
}

TEST(NinjsTest, ReadsAnItemOf2x) {
  const CollectingSink sink = ReadBytes(
      "{\"standard\":{\"name\":\"ninjs\",\"version\":\"2.1\"},"
      "\"uri\":\"urn:newsml:n.example:1\",\"by\":\"Ilse Marden\","
      "\"versioncreated\":\"2026-03-04T09:30:00Z\","
      "\"copyrightholder\":\"Harbour Post\","
      "\"infosources\":[{\"name\":\"Northwire\"},{\"name\":\"Other\"}],"
      "\"headlines\":[{\"role\":\"short\",\"value\":\"Late\"},"
      "{\"role\":\"main\",\"value\":\"Ferry late\"}],"
      "\"bodies\":[{\"contenttype\":\"text/plain\",\"value\":\"Plain.\"},"
      "{\"contenttype\":\"application/xhtml+xml\",\"value\":\"<p>Rich.</p>\"}]"
      "}");
  ASSERT_THAT(sink.Texts(), ElementsAre("Rich."));
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.title, "Ferry late");
  EXPECT_EQ(document.uri, "") << "a URN is no address";
  EXPECT_EQ(document.external_id, "urn:newsml:n.example:1");
  EXPECT_EQ(document.outlet, "Harbour Post");
  EXPECT_EQ(document.agency, "Northwire");
  EXPECT_EQ(document.published, "2026-03-04T09:30:00Z");
}

TEST(NinjsTest, ReadsTheKeysOf3xWhichDifferInCase) {
  const CollectingSink sink = ReadBytes(
      "{\"uri\":\"urn:x:1\",\"versionCreated\":\"2026-03-04T09:30:00Z\","
      "\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"<p>Three.\"}]}");
  EXPECT_THAT(sink.Texts(), ElementsAre("Three."));
  EXPECT_EQ(sink.documents[0].modified, "2026-03-04T09:30:00Z");
}

TEST(NinjsTest, ARecordWithTextIsNoItem) {
  const CollectingSink sink = ReadBytes(
      "{\"id\":7,\"uri\":\"https://a.example/\",\"pubstatus\":\"canceled\","
      "\"text\":\"Ours.\"}");
  EXPECT_THAT(sink.Texts(), ElementsAre("Ours."));
  EXPECT_EQ(sink.documents[0].external_id, "7");
}

TEST(NinjsTest, SkipsWithACountWhatIsNoText) {
  const CollectingSink sink =
      ReadBytes(Item("\"type\":\"picture\"") + Item("\"type\":\"composite\"") +
                Item("\"type\":\"video\""));
  EXPECT_THAT(sink.documents, SizeIs(1));
  EXPECT_THAT(sink.skipped, ElementsAre(Pair("ninjs_not_text", 2)));
}

TEST(NinjsTest, ReportsAnItemWithoutABody) {
  const CollectingSink sink =
      ReadBytes("{\"uri\":\"urn:x:1\",\"headlines\":[{\"value\":\"A\"}]}");
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MISSING_FIELD));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("no body"));
}

TEST(NinjsStatusTest, AnItemThatIsHeldBackIsNotUsed) {
  const CollectingSink sink = ReadBytes(Item("\"pubstatus\":\"withheld\""));
  EXPECT_THAT(sink.documents, IsEmpty());
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_EMBARGOED));
}

TEST(NinjsStatusTest, ACanceledItemIsAWithdrawal) {
  const CollectingSink sink = ReadBytes(
      "{\"uri\":\"urn:x:1\",\"pubstatus\":\"canceled\","
      "\"versioncreated\":\"2026-03-05T09:30:00Z\"}");
  EXPECT_THAT(sink.documents, IsEmpty());
  ASSERT_THAT(sink.withdrawals, SizeIs(1));
  EXPECT_EQ(sink.withdrawals[0].external_id, "urn:x:1");
  EXPECT_EQ(sink.withdrawals[0].modified, "2026-03-05T09:30:00Z");
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_WITHDRAWN));
}

TEST(NinjsEmbargoTest, HoldsWhereTheDropKnowsNoLaterTime) {
  const CollectingSink sink =
      ReadBytes(Item("\"embargoed\":\"2026-03-06T00:00:00Z\"") +
                Item("\"embargoed\":\"soon\""));
  EXPECT_THAT(sink.documents, IsEmpty());
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_EMBARGOED,
                                        v1::QUARANTINE_CODE_EMBARGOED));
  EXPECT_THAT(sink.quarantines[0].message(),
              HasSubstr("until 2026-03-06T00:00:00Z"));
}

TEST(NinjsEmbargoTest, IsOverWhereTheVersionIsMadeLater) {
  EXPECT_THAT(
      ReadBytes(Item("\"embargoed\":\"2026-03-04T10:30:00+01:00\"")).documents,
      SizeIs(1));
}

TEST(NinjsEmbargoTest, IsOverWhenTheCallerSaysSo) {
  TempFolder folder;
  const std::string drop =
      folder.Write("a.jsonl", Item("\"embargoed\":\"2026-03-06T00:00:00Z\""));
  constexpr int64_t kEnd = 1772755200;  // that instant
  for (const int64_t as_of : {kEnd - 1, kEnd}) {
    CollectingSink sink;
    ASSERT_TRUE(ReadDrops({drop}, Limits(), sink, as_of).ok());
    EXPECT_EQ(sink.documents.size(), as_of < kEnd ? 0u : 1u);
  }
}

}  // namespace
}  // namespace concord
