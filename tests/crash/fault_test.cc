// Every write, sync, truncation, rename, removal and creation of a file fails
// in turn, once, from there on, or cut in its middle.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "absl/status/status.h"
#include "gtest/gtest.h"
#include "tests/crash/crash_world.h"
#include "tests/crash/faulty_files.h"

namespace concord {
namespace {

// Ingests all drops while faults come; how many were acknowledged. Stops at the
// first that was not.
template <typename Ingest>
int IngestUnderFaults(const Faults& planned, size_t drops,
                      const Ingest& ingest) {
  faults = planned;
  int acknowledged = 0;
  for (size_t i = 0; i < drops; ++i) {
    if (!ingest(i).ok()) break;
    ++acknowledged;
  }
  return acknowledged;
}

TEST_F(CrashTest, EveryOperationOnFilesMayFail) {
  MakeWorld(2);
  const auto ingest = [&](size_t i) {
    return IngestOne(drops()[i], FaultyVfs());
  };
  ASSERT_EQ(IngestUnderFaults({}, drops().size(), ingest), 2);
  const long operations = faults.done;
  faults = {};
  const bool is_long = std::getenv("CONCORD_LONG") != nullptr;
  const long step = is_long ? 1 : operations / 6 + 1;
  long states = 0;
  for (FaultMode mode :
       {FaultMode::kOnce, FaultMode::kFromThere, FaultMode::kCut}) {
    for (long at = 1; at <= operations; at += step) {
      SCOPED_TRACE("mode " + std::to_string(static_cast<int>(mode)) +
                   ", operation " + std::to_string(at));
      std::filesystem::remove_all(folder());
      const int acknowledged =
          IngestUnderFaults({mode, at, 0}, drops().size(), ingest);
      faults = {};
      const int found = DropsInStore();
      ASSERT_GE(found, acknowledged);
      ASSERT_LE(found, acknowledged + 1);
      ++states;
    }
  }
  std::printf("%ld operations, %ld states: 0 lost, 0 torn\n", operations,
              states);
  ExpectGoesOn();
}

}  // namespace
}  // namespace concord
