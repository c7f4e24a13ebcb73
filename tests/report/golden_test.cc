// The view of the sample drop, line for line.
//
// To accept a change, look at it and run this test with
// CONCORD_UPDATE_GOLDEN=1.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/report/text_view.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::string ViewOfSample(DropVerb verb, bool why = false) {
  std::string text;
  StringSink sink(&text);
  TextView view(sink, Ink::Plain(), why);
  EXPECT_TRUE(RunDropVerb(verb, {TestPath("data/sample")}, {}, view).ok());
  return text;
}

void ExpectGolden(const std::string& name, const std::string& text) {
  const std::string path = TestPath("data/golden/" + name);
  if (std::getenv("CONCORD_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream in(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(golden == text)
      << "the view of the sample is no longer " << path
      << "; look at the difference, and accept it with "
         "CONCORD_UPDATE_GOLDEN=1 build/tests/report/report_test";
}

TEST(GoldenTest, Articles) {
  ExpectGolden("sample.extract.txt", ViewOfSample(DropVerb::kExtract));
}

TEST(GoldenTest, ArticlesAndWhatToldTheirParts) {
  const std::string text = ViewOfSample(DropVerb::kExtract, true);
  ExpectGolden("sample.why.txt", text);
  // Every rule is explained.
  const size_t legend = text.find("\nRules (");
  ASSERT_NE(legend, text.npos);
  std::istringstream lines(text.substr(legend + 1));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.rfind("  ", 0) == 0) {
    EXPECT_GT(line.size(), 24u) << line;
  }
}

TEST(GoldenTest, Claims) {
  ExpectGolden("sample.claims.txt", ViewOfSample(DropVerb::kClaims));
}

TEST(GoldenTest, TheWholeAccount) {
  ExpectGolden("sample.reconcile.txt", ViewOfSample(DropVerb::kReconcile));
}

}  // namespace
}  // namespace concord
