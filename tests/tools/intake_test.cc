// What a run makes of crawls, feeds and agency items, from file to trailer.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/packed_bytes.h"
#include "tests/ingest/warc_bytes.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class IntakeTest : public ToolTest {
 protected:
  // Every verb's stream proves whole.
  Ran Extract(const std::string& arguments) {
    const Ran ran = Run("extract drop --format=jsonl " + arguments);
    Put("run.jsonl", ran.out);
    EXPECT_EQ(Run("verify run.jsonl").code, 0);
    return ran;
  }
};

TEST_F(IntakeTest, ACrawlIsReadAndWhatItSkipsStandsInTheTrailer) {
  Put("drop/a.warc.gz",
      Gzip(WarcRecord("warcinfo", "", "software: test")) +
          Gzip(WarcPage("https://a.example/1",
                        "<!doctype html><h1>Ferry late</h1><p>The ferry left "
                        "the quay an hour late on Tuesday.</p>")));
  const Ran ran = Extract("");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("\"uri\":\"https://a.example/1\""),
                             HasSubstr("\"surface\":\"2026-03-04T09:30:00Z\""),
                             HasSubstr("{\"cap\":\"warc_other_record_types\","
                                       "\"count\":\"1\"}")));
}

constexpr char kFirst[] =
    "{\"uri\":\"urn:x:1\",\"versioncreated\":\"2026-03-04T09:30:00Z\","
    "\"copyrightholder\":\"Harbour Post\","
    "\"bodies\":[{\"value\":\"The ferry left the quay.\"}]}\n";
constexpr char kCanceled[] =
    "{\"uri\":\"urn:x:1\",\"versioncreated\":\"2026-03-05T09:30:00Z\","
    "\"pubstatus\":\"canceled\"}\n";

TEST_F(IntakeTest, ACanceledItemTakesItsEarlierVersionsOutInAnyOrder) {
  Put("drop/a.jsonl", std::string(kFirst) + kCanceled);
  const Ran ran = Extract("");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.out, AllOf(Not(HasSubstr("The ferry left")),
                             HasSubstr("a.jsonl:1: its publisher withdrew"),
                             HasSubstr("a.jsonl:2: its publisher withdrew")));
  Put("drop/a.jsonl", std::string(kCanceled) + kFirst);
  EXPECT_THAT(Extract("").out, Not(HasSubstr("The ferry left")));
}

TEST_F(IntakeTest, WhatIsUnderEmbargoIsReadWhenTheUserSaysThatItIsOver) {
  std::string item = kFirst;
  item.insert(1, "\"embargoed\":\"2026-03-06T00:00Z\",");
  Put("drop/a.jsonl", item);
  EXPECT_THAT(Extract("").out, HasSubstr("QUARANTINE_CODE_EMBARGOED"));
  EXPECT_EQ(Extract("--as-of=2026-03-05T23:59Z").code, 3);
  const Ran ran = Extract("--as-of=2026-03-06T00:00Z");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("The ferry left"),
                             HasSubstr("{\"name\":\"as_of\",\"value\":")));
  EXPECT_EQ(Extract("--as-of=now").code, 0);
  EXPECT_EQ(Run("extract drop --as-of=soon").code, 2);
}

}  // namespace
}  // namespace concord
