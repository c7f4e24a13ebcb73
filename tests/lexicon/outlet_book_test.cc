#include "engine/lexicon/outlet_book.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::HasSubstr;

OutletBook ParseOrDie(absl::string_view text) {
  absl::StatusOr<OutletBook> book = OutletBook::Parse(text, "mine.tsv");
  EXPECT_TRUE(book.ok()) << book.status();
  return book.ok() ? *std::move(book) : OutletBook();
}

std::string ParseError(absl::string_view text) {
  const absl::Status status = OutletBook::Parse(text, "mine.tsv").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  return std::string(status.message());
}

std::string NameOf(const Outlet* outlet) {
  return outlet == nullptr ? "" : outlet->name;
}

constexpr absl::string_view kBook =
    "# name\towner\talso known as\n"
    "\n"
    "The Calder Post\tCalder Media\tCalder Post; calderpost.example\n"
    "Ostrey Today\tCalder Media\n"
    "Tarn Island Radio\n";

TEST(OutletBookTest, FindsAnOutletByNameAndAlias) {
  const OutletBook book = ParseOrDie(kBook);
  EXPECT_EQ(NameOf(book.Find("The Calder Post")), "The Calder Post");
  EXPECT_EQ(NameOf(book.Find("Calder Post")), "The Calder Post");
  EXPECT_EQ(book.Find("The Post"), nullptr);
  EXPECT_EQ(book.Find(""), nullptr);
}

TEST(OutletBookTest, ComparesNamesWithoutCaseAndSpacing) {
  EXPECT_EQ(NameOf(ParseOrDie(kBook).Find(" ostrey  TODAY ")), "Ostrey Today");
}

TEST(OutletBookTest, KnowsWhoOwnsAnOutlet) {
  const OutletBook book = ParseOrDie(kBook);
  EXPECT_EQ(book.Find("ostrey today")->owner, "Calder Media");
  EXPECT_EQ(book.Find("tarn island radio")->owner, "");
}

TEST(OutletBookTest, FindsAHostByADomainAboveIt) {
  const OutletBook book = ParseOrDie(kBook);
  EXPECT_EQ(NameOf(book.FindHost("calderpost.example")), "The Calder Post");
  EXPECT_EQ(NameOf(book.FindHost("news.CalderPost.example")),
            "The Calder Post");
  EXPECT_EQ(book.FindHost("notcalderpost.example"), nullptr);
  EXPECT_EQ(book.FindHost("example"), nullptr);
  EXPECT_EQ(book.FindHost(""), nullptr);
  EXPECT_EQ(book.FindHost(std::string(100000, '.')), nullptr);
}

TEST(OutletBookTest, KeepsFileOrderAndLines) {
  const OutletBook book = ParseOrDie(kBook);
  ASSERT_EQ(book.outlets().size(), 3u);
  EXPECT_EQ(book.outlets()[0].line, 3u);
  EXPECT_EQ(book.outlets()[2].line, 5u);
}

TEST(OutletBookTest, TakesWhatEditorsMakeOfAFile) {
  const OutletBook book = ParseOrDie("\xEF\xBB\xBFThe Post\tOwner\t\r\n \r\n");
  EXPECT_EQ(book.Find("the post")->owner, "Owner");
  EXPECT_EQ(book.outlets().size(), 1u);
}

TEST(OutletBookTest, MayRepeatANameOfOneOutlet) {
  EXPECT_EQ(ParseOrDie("Post\t\tpost; the post;;").outlets().size(), 1u);
}

TEST(OutletBookTest, MayBeEmpty) {
  EXPECT_TRUE(ParseOrDie("").outlets().empty());
}

TEST(OutletBookTest, HasADigestOfItsText) {
  EXPECT_EQ(ParseOrDie(kBook).digest(), ParseOrDie(kBook).digest());
  EXPECT_NE(ParseOrDie(kBook).digest(), ParseOrDie("Post").digest());
  EXPECT_EQ(ParseOrDie("# none\n").digest(), "");
}

TEST(OutletBookTest, NamesTheLineOfAnError) {
  EXPECT_EQ(ParseError("A\n\tOwner\n"),
            "mine.tsv:2: expected a name in the first column");
  EXPECT_EQ(ParseError("A\tb\tc\td"),
            "mine.tsv:1: expected 3 columns (name, owner, aliases), found 4");
  EXPECT_EQ(ParseError("A\n\xFF\n"), "mine.tsv:2: is not UTF-8");
}

TEST(OutletBookTest, GivesANameToOneOutletOnly) {
  EXPECT_EQ(ParseError("# mine\nThe Post\nThe Mail\t\tMail; the post\n"),
            "mine.tsv:3: 'the post' is the name of 'The Post', line 2");
}

TEST(OutletBookTest, NamesAFileThatIsNotThere) {
  const absl::Status status = OutletBook::Open("/no/such.tsv").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("/no/such.tsv"));
}

TEST(OutletBookTest, RefusesAFolder) {
  EXPECT_EQ(OutletBook::Open(testing::TempDir()).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(OutletBookTest, RefusesWhatIsTooLong) {
  EXPECT_THAT(ParseError(std::string(OutletBook::kMostBytes + 1, '\n')),
              HasSubstr("at most"));
}

TEST(OutletBookTest, OpensAFile) {
  const std::string path = testing::TempDir() + "/outlet_book_test";
  std::ofstream(path) << kBook;
  const absl::StatusOr<OutletBook> book = OutletBook::Open(path);
  std::remove(path.c_str());
  ASSERT_TRUE(book.ok()) << book.status();
  EXPECT_EQ(book->outlets().size(), 3u);
}

}  // namespace
}  // namespace concord
