// One drop at a time: what it says, and what it leaves alone.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "engine/pipeline/verify.h"
#include "engine/store/database.h"
#include "engine/store/store.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"
#include "tests/store/store_fixture.h"

namespace concord {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Property;
using ::testing::SizeIs;

TestArticle Post(const std::string& text) {
  return {"p1", "Harbour Post", "2026-03-04", text};
}
TestArticle Times(const std::string& text) {
  return {"t1", "Inland Times", "2026-03-04", text};
}

constexpr char kPost[] =
    "Ferry runs aground\n\nThe ferry Nordkyst ran aground off Hestoya on "
    "Tuesday. The coastguard rescued 40 passengers from the ferry Nordkyst. "
    "Mayor Ilse Brandt of Hestoya called for an inquiry.\n";
constexpr char kTimes[] =
    "Ferry aground off Hestoya\n\nThe ferry Nordkyst ran aground off Hestoya "
    "on Tuesday. The coastguard rescued 52 passengers from the ferry "
    "Nordkyst. Captain Olaf Strand steered the Nordkyst.\n";
constexpr char kTimesCorrected[] =
    "Ferry aground off Hestoya\n\nThe ferry Nordkyst ran aground off Hestoya "
    "on Tuesday. Captain Olaf Strand steered the Nordkyst.\n";

TEST_F(StoreTest, FirstDropIsAllNew) {
  const auto delta = IngestAll({Drop({Post(kPost), Times(kTimes)})});
  ASSERT_THAT(Agreements(delta), Not(IsEmpty()));
  EXPECT_THAT(Agreements(delta),
              Each(Property(&v1::Agreement::change, v1::CHANGE_NEW)));
  EXPECT_THAT(Divergences(delta),
              Each(Property(&v1::Divergence::change, v1::CHANGE_NEW)));
  EXPECT_EQ(last_summary().added, 2u);
}

TEST_F(StoreTest, SecondOutletMakesTheAgreement) {
  const auto first = IngestAll({Drop({Post(kPost)})});
  EXPECT_THAT(Agreements(first), IsEmpty());
  const auto second = IngestAll({Drop({Times(kTimes)})});
  ASSERT_THAT(Agreements(second), Not(IsEmpty()));
  EXPECT_THAT(Agreements(second),
              Each(Property(&v1::Agreement::change, v1::CHANGE_NEW)));
}

TEST_F(StoreTest, SameDropAgainChangesNothingAndSaysSo) {
  const std::string drop = Drop({Post(kPost), Times(kTimes)});
  IngestAll({drop});
  const std::vector<std::string> before = Exported();
  const auto delta = IngestAll({drop});
  EXPECT_TRUE(last_summary().seen_before);
  EXPECT_THAT(Printed(delta), IsEmpty());
  EXPECT_EQ(Exported(), before);
}

TEST_F(StoreTest, KnownArticlesInAnotherDropChangeNothing) {
  IngestAll({Drop({Post(kPost), Times(kTimes)})});
  const std::vector<std::string> before = Exported();
  const auto delta = IngestAll({Drop({Times(kTimes)})});
  EXPECT_FALSE(last_summary().seen_before);
  EXPECT_EQ(last_summary().known, 1u);
  EXPECT_EQ(last_summary().added, 0u);
  EXPECT_THAT(Agreements(delta), IsEmpty());
  EXPECT_THAT(Uniques(delta), IsEmpty());
  EXPECT_EQ(Exported(), before);
}

TEST_F(StoreTest, CorrectionRetractsWhatItNoLongerSays) {
  IngestAll({Drop({Post(kPost), Times(kTimes)})});
  TestArticle corrected = Times(kTimesCorrected);
  corrected.published = "2026-03-05";
  const auto delta = IngestAll({Drop({corrected})});
  EXPECT_EQ(last_summary().revised, 1u);
  const std::vector<v1::Divergence> divergences = Divergences(delta);
  EXPECT_TRUE(std::any_of(divergences.begin(), divergences.end(),
                          [](const v1::Divergence& d) {
                            return d.change() == v1::CHANGE_RETRACTED;
                          }));
  // What both still say stands, and is not said again.
  for (const v1::Agreement& a : Agreements(delta)) {
    EXPECT_NE(a.change(), v1::CHANGE_NEW) << a.ShortDebugString();
  }
}

TEST_F(StoreTest, DryRunSaysTheSameAndChangesNothing) {
  IngestAll({Drop({Post(kPost)})});
  const std::vector<std::string> before = Exported();
  const std::string drop = Drop({Times(kTimes)});
  const auto dry = IngestAll({drop}, /*dry_run=*/true);
  EXPECT_EQ(Exported(), before);
  const auto wet = IngestAll({drop});
  EXPECT_EQ(Printed(dry), Printed(wet));
}

TEST_F(StoreTest, DeltaIsAWholeStream) {
  IngestAll({Drop({Post(kPost), Times(kTimes)})});
  TestArticle corrected = Times(kTimesCorrected);
  corrected.published = "2026-03-05";
  auto store = Store::Open(folder(), {.write = true});
  ASSERT_TRUE(store.ok());
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  ASSERT_TRUE(Ingest(**store, {Drop({corrected})}, {}, writer).ok());
  const VerifyResult result = VerifyStream(bytes);
  EXPECT_TRUE(result.ok()) << result.problems.front();
}

TEST_F(StoreTest, SecondWriterIsToldWhoHasIt) {
  const auto first = Store::Open(folder(), {.write = true, .create = true});
  ASSERT_TRUE(first.ok());
  const auto second = Store::Open(folder(), {.write = true});
  EXPECT_TRUE(absl::IsAborted(second.status()));
  EXPECT_THAT(std::string(second.status().message()),
              HasSubstr(std::to_string(getpid())));
}

TEST_F(StoreTest, ReaderIsNotBlockedByAWriter) {
  IngestAll({Drop({Post(kPost)})});
  const auto writer = Store::Open(folder(), {.write = true});
  ASSERT_TRUE(writer.ok());
  ASSERT_TRUE((*writer)->record().Begin().ok());
  EXPECT_THAT(Exported(), Not(IsEmpty()));
}

TEST_F(StoreTest, NoStoreIsNamed) {
  const auto store = Store::Open(folder(), {});
  EXPECT_TRUE(absl::IsNotFound(store.status()));
  EXPECT_THAT(std::string(store.status().message()), HasSubstr(folder()));
}

TEST_F(StoreTest, StoreOfAnotherVersionIsRefused) {
  IngestAll({Drop({Post(kPost)})});
  auto db = Database::Open(folder() + "/record.db", {});
  ASSERT_TRUE((*db)->Execute("PRAGMA user_version = 99").ok());
  const auto store = Store::Open(folder(), {});
  EXPECT_TRUE(absl::IsFailedPrecondition(store.status()));
  EXPECT_THAT(std::string(store.status().message()), HasSubstr("99"));
}

}  // namespace
}  // namespace concord
