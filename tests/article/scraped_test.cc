// Scraped texts of tests/data/article/scraped, whose lines say what they are.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "engine/ingest/document.h"
#include "gtest/gtest.h"
#include "tests/article/labelled_text.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::string Folder() { return TestPath("data/article/scraped/"); }

std::vector<std::string> FileNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(Folder())) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

v1::Article Build(const std::string& text) {
  Document document;
  document.text = text;
  document.layout = Layout::kScraped;
  return BuildArticle(std::move(document));
}

class ScrapedTest : public testing::TestWithParam<std::string> {};

TEST_P(ScrapedTest, TellsEveryLine) {
  const LabelledText read = ReadLabelledText(Folder() + GetParam() + ".txt");
  EXPECT_EQ(DescribeSections(Build(read.text)), read.expected) << read.text;
}

TEST_P(ScrapedTest, TellsEveryLineThatEndsInCrLf) {
  const LabelledText read =
      ReadLabelledText(Folder() + GetParam() + ".txt", "\r\n");
  EXPECT_EQ(DescribeSections(Build(read.text)), read.expected) << read.text;
}

INSTANTIATE_TEST_SUITE_P(Files, ScrapedTest, testing::ValuesIn(FileNames()),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace concord
