#include "engine/base/parallel.h"

#include <atomic>
#include <vector>

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(ParallelForTest, CallsEachIndexOnce) {
  for (int threads : {1, 2, 8}) {
    std::vector<std::atomic<int>> calls(1000);
    ParallelFor(calls.size(), threads, [&](size_t i) { ++calls[i]; });
    for (const auto& count : calls) EXPECT_EQ(count, 1);
  }
}

TEST(ParallelForTest, AcceptsAnEmptyRange) {
  ParallelFor(0, 4, [](size_t) { FAIL(); });
}

TEST(ParallelForTest, AcceptsMoreThreadsThanIndices) {
  std::atomic<int> calls{0};
  ParallelFor(2, 16, [&](size_t) { ++calls; });
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace concord
