#include "engine/compare/group.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace concord {
namespace {

using Groups = std::vector<std::vector<uint32_t>>;

TEST(GroupTextsTest, GroupsWhatSaysTheSame) {
  EXPECT_EQ(GroupTexts({{"to stop the smuggling of drugs", ""},
                        {"pressure from truck drivers", ""},
                        {"in order to stop drug smuggling", ""}}),
            (Groups{{0, 2}, {1}}));
}

TEST(GroupTextsTest, GroupsTheSameWordsWhateverTheyAre) {
  EXPECT_EQ(
      GroupTexts({{"not before", ""}, {"nobody", ""}, {"Not before", ""}}),
      (Groups{{0, 2}, {1}}));
}

TEST(GroupTextsTest, KeepsApartWhatConflicts) {
  EXPECT_EQ(GroupTexts({{"The mayor won the vote on Monday.", ""},
                        {"The mayor lost the vote on Monday.", ""}}),
            (Groups{{0}, {1}}));
}

TEST(GroupTextsTest, HasNoGroupsOfNothing) {
  EXPECT_EQ(GroupTexts({}), Groups{});
  EXPECT_EQ(GroupTexts({{"alone", ""}}), Groups{{0}});
}

// The groups as sets of texts.
std::set<std::set<std::string>> TextsOf(const std::vector<GroupItem>& items) {
  std::set<std::set<std::string>> groups;
  for (const auto& group : GroupTexts(items)) {
    std::set<std::string> texts;
    for (const uint32_t i : group) texts.insert(items[i].text);
    groups.insert(texts);
  }
  return groups;
}

TEST(GroupTextsTest, DoesNotDependOnTheOrderOfItems) {
  std::vector<GroupItem> items = {
      {"the bridge closed on Friday", "Police said so."},
      {"the bridge was shut on Friday", ""},
      {"Friday's closure of the bridge", "It carries the coast road."},
      {"a ferry ran instead", ""},
      {"a ferry replaced it", ""},
      {"the coast road reopened", ""}};
  const auto expected = TextsOf(items);
  std::sort(
      items.begin(), items.end(),
      [](const GroupItem& a, const GroupItem& b) { return a.text < b.text; });
  do {
    EXPECT_EQ(TextsOf(items), expected);
  } while (std::next_permutation(
      items.begin(), items.end(),
      [](const GroupItem& a, const GroupItem& b) { return a.text < b.text; }));
}

}  // namespace
}  // namespace concord
