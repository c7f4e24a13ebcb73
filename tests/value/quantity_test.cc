#include "engine/value/quantity.h"

#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "concord/v1/claim.pb.h"
#include "engine/text/token.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

// "[9, 11] USD", "[3, 3] ships", "[3, 3]th".
std::string Show(const v1::Quantity& quantity) {
  const std::string& what =
      quantity.unit().empty() ? quantity.counted() : quantity.unit();
  return absl::StrFormat("[%.6g, %.6g]%s%s%s", quantity.low(), quantity.high(),
                         quantity.ordinal() ? "th" : "",
                         what.empty() ? "" : " ", what);
}

std::string ShowAll(const std::string& text) {
  std::vector<std::string> shown;
  for (const v1::Quantity& q : FindQuantities(text, Tokenize(text))) {
    shown.push_back(Show(q));
  }
  return shown.empty() ? "none" : absl::StrJoin(shown, "; ");
}

TEST(QuantityTest, Table) {
  const auto cases = ReadCases("value/quantities.txt");
  EXPECT_GE(cases.size(), 290u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 2u) << where;
    EXPECT_EQ(ShowAll(row[0]), row[1]) << where << ": " << row[0];
  }
}

TEST(QuantityTest, SpanCoversTheApproximatorAndTheUnit) {
  const std::string text = "It took nearly three years to build.";
  const auto found = FindQuantities(text, Tokenize(text));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(
      text.substr(found[0].span().begin_byte(),
                  found[0].span().end_byte() - found[0].span().begin_byte()),
      "nearly three years");
}

}  // namespace
}  // namespace concord
