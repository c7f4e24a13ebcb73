#include "engine/value/name.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "concord/v1/claim.pb.h"
#include "engine/text/token.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

// "Ilse Marrow <Mayor> PERSON".
std::string Show(const v1::Entity& entity) {
  const std::string title =
      entity.title().empty() ? "" : absl::StrCat(" <", entity.title(), ">");
  return absl::StrCat(entity.name(), title, " ",
                      v1::EntityKind_Name(entity.kind()).substr(12));
}

TEST(FindNamesTest, Table) {
  const auto cases = ReadCases("value/names.txt");
  EXPECT_GE(cases.size(), 180u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 2u) << where;
    std::vector<std::string> shown;
    for (const v1::Entity& entity : FindNames(row[0], Tokenize(row[0]))) {
      shown.push_back(Show(entity));
    }
    EXPECT_EQ(shown.empty() ? "none" : absl::StrJoin(shown, "; "), row[1])
        << where << ": " << row[0];
  }
}

v1::Entity NameIn(const std::string& text) {
  return FindNames(text, Tokenize(text)).front();
}

TEST(FindNamesTest, HeadIsTheNameAReportGoesOnWith) {
  for (const auto& [row, where] : ReadCases("value/heads.txt")) {
    ASSERT_EQ(row.size(), 2u) << where;
    EXPECT_EQ(NameIn("a neighbour, " + row[0] + ", left").head(), row[1])
        << where << ": " << row[0];
  }
}

TEST(NameBookTest, LeadsAFamilyNameToTheFullName) {
  NameBook book;
  book.Add(NameIn("a man, Edwin Marrow, left"));
  EXPECT_EQ(book.FullName("Marrow"), "Edwin Marrow");
  EXPECT_EQ(book.FullName("Edwin Marrow"), "Edwin Marrow");
}

v1::Entity Titled(const std::string& title, const std::string& name) {
  v1::Entity entity;
  entity.set_title(title);
  entity.set_name(name);
  entity.set_head(name.substr(name.rfind(' ') + 1));
  return entity;
}

TEST(NameBookTest, LeadsATitleToTheOneWhoBearsIt) {
  NameBook book;
  book.Add(Titled("Senator", "Ilse Marrow"));
  book.Add(Titled("former Governor", "Pavel Stone"));
  EXPECT_EQ(book.Titled("the senator"), "Ilse Marrow");
  EXPECT_EQ(book.Titled("The former governor"), "Pavel Stone");
  EXPECT_EQ(book.Titled("a senator"), std::nullopt);
  EXPECT_EQ(book.Titled("the mayor"), std::nullopt);
}

TEST(NameBookTest, LeadsATitleOfTwoToNobody) {
  NameBook book;
  book.Add(Titled("Senator", "Ilse Marrow"));
  book.Add(Titled("Senator", "Pavel Stone"));
  EXPECT_EQ(book.Titled("the senator"), std::nullopt);
}

TEST(NameBookTest, LeadsAnAcronymToTheFullName) {
  NameBook book;
  book.Add(NameIn("the Calder Ferry Authority said"));
  EXPECT_EQ(book.FullName("CFA"), "Calder Ferry Authority");
}

TEST(NameBookTest, DoesNotGuessBetweenTwo) {
  NameBook book;
  book.Add(NameIn("a man, Edwin Marrow, left"));
  book.Add(NameIn("a woman, Ilse Marrow, left"));
  EXPECT_EQ(book.FullName("Marrow"), "Marrow");
}

TEST(NameBookTest, KeepsWhatItDoesNotKnow) {
  EXPECT_EQ(NameBook().FullName("Marrow"), "Marrow");
}

}  // namespace
}  // namespace concord
