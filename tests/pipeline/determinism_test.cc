// The same bytes out for any thread count and any order of input.

#include <algorithm>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"

namespace concord {
namespace {

TEST(DeterminismTest, ThreadsDoNotChangeTheBytes) {
  const std::vector<std::string> files = SampleFiles();
  for (DropVerb verb : {DropVerb::kExtract, DropVerb::kSegment,
                        DropVerb::kClaims, DropVerb::kReconcile}) {
    const std::string one = RunToBytes(verb, files, 1);
    EXPECT_EQ(one, RunToBytes(verb, files, 2));
    EXPECT_EQ(one, RunToBytes(verb, files, 7));
  }
}

TEST(DeterminismTest, OrderOfInputDoesNotChangeTheBytes) {
  std::vector<std::string> files = SampleFiles();
  const std::string sorted = RunToBytes(DropVerb::kReconcile, files);
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(sorted, RunToBytes(DropVerb::kReconcile, files));
  std::rotate(files.begin(), files.begin() + 2, files.end());
  EXPECT_EQ(sorted, RunToBytes(DropVerb::kReconcile, files));
}

}  // namespace
}  // namespace concord
