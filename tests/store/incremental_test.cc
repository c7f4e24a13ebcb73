// What a store holds is what one run over everything gives, whatever drops it
// came in.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"
#include "tests/store/store_fixture.h"

namespace concord {
namespace {

TEST_F(StoreTest, OneDropGivesWhatOneRunGives) {
  IngestAll(SampleFiles());
  EXPECT_EQ(FirstDifference(Exported(), Reconciled(SampleFiles())), "");
}

TEST_F(StoreTest, FileAfterFileGivesWhatOneRunGives) {
  for (const std::string& file : SampleFiles()) IngestAll({file});
  EXPECT_EQ(FirstDifference(Exported(), Reconciled(SampleFiles())), "");
}

TEST_F(StoreTest, FilesInReverseGiveWhatOneRunGives) {
  std::vector<std::string> files = SampleFiles();
  std::reverse(files.begin(), files.end());
  for (const std::string& file : files) IngestAll({file});
  EXPECT_EQ(FirstDifference(Exported(), Reconciled(files)), "");
}

TEST_F(StoreTest, MadeUpNewsInRandomDropsGivesWhatOneRunGives) {
  const int worlds = std::getenv("CONCORD_LONG") != nullptr ? 200 : 8;
  for (int world = 0; world < worlds; ++world) {
    SCOPED_TRACE(world);
    std::filesystem::remove_all(folder());
    NewsMaker news(static_cast<uint32_t>(world));
    std::mt19937 random(static_cast<uint32_t>(world));
    std::vector<std::string> drops;
    std::vector<TestArticle> next;
    for (int i = 0; i < 24; ++i) {
      next.push_back(news.Next());
      if (random() % 4 != 0 && i != 23) continue;
      drops.push_back(Drop(next));
      next.clear();
      IngestAll({drops.back()});
    }
    ASSERT_EQ(FirstDifference(Exported(), Reconciled(drops)), "");
  }
}

}  // namespace
}  // namespace concord
