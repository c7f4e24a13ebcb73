#include "tests/crash/crash_world.h"

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/check_store.h"
#include "engine/store/ingest.h"
#include "engine/store/store.h"
#include "gtest/gtest.h"
#include "tests/store/store_fixture.h"

namespace concord {

void CrashTest::MakeWorld(int count) {
  NewsMaker news(11);
  after_.push_back({});
  for (int i = 0; i < count; ++i) {
    drops_.push_back(Drop({news.Next(), news.Next(), news.Next()}));
    IngestAll({drops_.back()});
    after_.push_back(Exported());
  }
  std::filesystem::remove_all(folder());
}

absl::Status CrashTest::IngestOne(const std::string& drop,
                                  const std::string& vfs) {
  auto store =
      Store::Open(folder(), {.write = true, .create = true, .vfs = vfs});
  if (!store.ok()) return store.status();
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  return Ingest(**store, {drop}, {}, writer).status();
}

int CrashTest::DropsInStore() {
  auto store = Store::Open(folder(), {.write = true, .create = true});
  EXPECT_TRUE(store.ok()) << store.status();
  if (!store.ok()) return -1;
  const VerifyResult whole = CheckStore(**store);
  EXPECT_TRUE(whole.ok()) << whole.problems.front();
  if (!whole.ok()) return -1;
  const std::vector<std::string> found = Exported();
  for (size_t n = 0; n < after_.size(); ++n) {
    if (found == after_[n]) return static_cast<int>(n);
  }
  ADD_FAILURE() << "a state between drops";
  return -1;
}

void CrashTest::ExpectGoesOn() {
  for (const std::string& drop : drops_) {
    const absl::Status status = IngestOne(drop);
    ASSERT_TRUE(status.ok()) << status;
  }
  EXPECT_EQ(DropsInStore(), static_cast<int>(drops_.size()));
}

}  // namespace concord
