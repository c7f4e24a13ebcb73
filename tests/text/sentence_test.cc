#include "engine/text/sentence.h"

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Sentences(absl::string_view text) {
  std::vector<std::string> sentences;
  const ByteSpan all = {0, static_cast<uint32_t>(text.size())};
  for (ByteSpan span : SplitSentences(text, all)) {
    sentences.emplace_back(Slice(text, span));
  }
  return sentences;
}

TEST(SplitSentencesTest, EndsAtAStopBeforeACapital) {
  EXPECT_THAT(Sentences("The ferry sank. Nobody was hurt."),
              ElementsAre("The ferry sank.", "Nobody was hurt."));
}

TEST(SplitSentencesTest, NeverEndsAfterATitle) {
  EXPECT_THAT(Sentences("They met Gov. Adeyemi and Dr. Lund."),
              ElementsAre("They met Gov. Adeyemi and Dr. Lund."));
}

}  // namespace
}  // namespace concord
