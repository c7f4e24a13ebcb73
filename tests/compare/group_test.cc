#include "engine/compare/group.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using Groups = std::vector<std::vector<uint32_t>>;

TEST(GroupTextsTest, PutsWhatSaysTheSameTogether) {
  EXPECT_EQ(GroupTexts({{"to stop the smuggling of drugs", ""},
                        {"he wanted to raise money for schools", ""},
                        {"smuggling of drugs had to be stopped", ""}}),
            (Groups{{0, 2}, {1}}));
}

TEST(GroupTextsTest, EveryItemIsInOneGroup) {
  std::vector<GroupItem> items;
  for (int i = 0; i < 100; ++i) {
    items.push_back({absl::StrCat("the ", i % 7, " boats of ", i % 5), ""});
  }
  std::vector<uint32_t> seen;
  for (const auto& group : GroupTexts(items)) {
    seen.insert(seen.end(), group.begin(), group.end());
  }
  std::sort(seen.begin(), seen.end());
  ASSERT_EQ(seen.size(), items.size());
  for (uint32_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
}

TEST(GroupTextsTest, OrderOfItemsDoesNotMatter) {
  std::vector<GroupItem> items = {{"ferry fares will rise", ""},
                                  {"the fares of the ferry rise", ""},
                                  {"rising ferry fares anger riders", ""},
                                  {"a dam was closed", ""},
                                  {"they closed the dam", ""}};
  const auto texts_of = [](const std::vector<GroupItem>& from) {
    std::vector<std::vector<std::string>> out;
    for (const auto& group : GroupTexts(from)) {
      std::vector<std::string>& texts = out.emplace_back();
      for (uint32_t i : group) texts.push_back(from[i].text);
      std::sort(texts.begin(), texts.end());
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  const auto first = texts_of(items);
  std::reverse(items.begin(), items.end());
  EXPECT_EQ(first, texts_of(items));
}

TEST(GroupTextsTest, ManyItemsStayLinear) {
  std::vector<GroupItem> items;
  for (int i = 0; i < 5000; ++i) {
    items.push_back({absl::StrCat("boat number ", i, " left port"), ""});
  }
  EXPECT_FALSE(GroupTexts(items).empty());
}

TEST(GroupTextsTest, NothingGivesNothing) {
  EXPECT_TRUE(GroupTexts({}).empty());
}

}  // namespace
}  // namespace concord
