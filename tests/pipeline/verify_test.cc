#include "engine/pipeline/verify.h"

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/record_sink.h"
#include "gtest/gtest.h"
#include "tests/pipeline/sample_stream.h"

namespace concord {
namespace {

// The problems of the sample after `spoil` has had each of its records.
std::string ProblemsAfter(const std::function<void(v1::Record&)>& spoil) {
  std::vector<v1::Record> records = SampleRecords();
  for (v1::Record& record : records) spoil(record);
  const VerifyResult result = VerifyStream(Stream(records, RecordFormat::kPbs));
  std::string all;
  for (const std::string& problem : result.problems) all += problem + "\n";
  return all;
}

TEST(VerifyTest, AcceptsATrueStreamInEveryFormat) {
  for (RecordFormat format :
       {RecordFormat::kPbs, RecordFormat::kJsonl, RecordFormat::kTxtpb}) {
    const VerifyResult result = VerifyStream(Stream(SampleRecords(), format));
    EXPECT_TRUE(result.ok()) << result.problems.front();
  }
}

TEST(VerifyTest, FindsEveryFlippedByte) {
  for (RecordFormat format : {RecordFormat::kPbs, RecordFormat::kJsonl}) {
    const std::string whole = Stream(SampleRecords(), format);
    for (size_t i = 0; i < whole.size(); ++i) {
      std::string damaged = whole;
      damaged[i] = static_cast<char>(damaged[i] ^ 1);
      EXPECT_FALSE(VerifyStream(damaged).ok()) << "byte " << i;
    }
  }
}

TEST(VerifyTest, FindsEveryTruncation) {
  for (RecordFormat format :
       {RecordFormat::kPbs, RecordFormat::kJsonl, RecordFormat::kTxtpb}) {
    const std::string whole = Stream(SampleRecords(), format);
    for (size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(VerifyStream(whole.substr(0, size)).ok()) << size;
    }
  }
}

TEST(VerifyTest, FindsASpanOutsideItsArticle) {
  EXPECT_TRUE(absl::StrContains(
      ProblemsAfter([](v1::Record& record) {
        if (!record.has_claim()) return;
        record.mutable_claim()->mutable_span()->set_end_byte(999);
      }),
      "does not slice"));
}

TEST(VerifyTest, FindsASpanInsideACharacter) {
  EXPECT_TRUE(absl::StrContains(
      ProblemsAfter([](v1::Record& record) {
        if (!record.has_claim() || record.claim().text() != "It’s blue") return;
        v1::TextSpan& span = *record.mutable_claim()->mutable_span();
        span.set_end_byte(span.begin_byte() + 3);  // inside ’
      }),
      "does not slice"));
}

TEST(VerifyTest, FindsAReferenceToNothing) {
  EXPECT_TRUE(absl::StrContains(ProblemsAfter([](v1::Record& record) {
                                  if (record.has_agreement()) {
                                    record.mutable_agreement()->set_claim_ids(
                                        0, "0");
                                  }
                                }),
                                "names claim '0', which is not here"));
}

TEST(VerifyTest, FindsAnArticleWhoseIdIsNotItsOwn) {
  EXPECT_TRUE(absl::StrContains(
      ProblemsAfter([](v1::Record& record) {
        if (record.has_article()) {
          record.mutable_article()->mutable_text()->front() = 't';
        }
      }),
      "not that of its document and text"));
}

TEST(VerifyTest, FindsADispositionNoSetBearsOut) {
  EXPECT_TRUE(absl::StrContains(ProblemsAfter([](v1::Record& record) {
                                  if (record.has_claim()) {
                                    record.mutable_claim()->set_disposition(
                                        v1::DISPOSITION_UNIQUE);
                                  }
                                }),
                                "disposition is not borne out"));
}

TEST(VerifyTest, FindsSupportThatDoesNotAddUp) {
  EXPECT_TRUE(absl::StrContains(
      ProblemsAfter([](v1::Record& record) {
        if (record.has_agreement()) {
          record.mutable_agreement()->mutable_support()->set_origins_max(3);
        }
      }),
      "support does not add up"));
}

TEST(VerifyTest, FindsASourceMapWithAHole) {
  EXPECT_TRUE(absl::StrContains(
      ProblemsAfter([](v1::Record& record) {
        if (record.has_article()) {
          record.mutable_article()->mutable_source_map(0)->set_text_length(3);
        }
      }),
      "source map does not cover"));
}

TEST(VerifyTest, SurvivesAnyBytes) {
  uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(round % 64, '\0');
    for (char& byte : bytes) {
      state = state * 1664525u + 1013904223u;
      byte = static_cast<char>(state >> 24);
    }
    EXPECT_FALSE(VerifyStream(bytes).ok());
  }
}

}  // namespace
}  // namespace concord
