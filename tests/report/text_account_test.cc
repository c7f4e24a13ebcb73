// The account on a terminal.

#include "engine/report/text_account.h"

#include <string>

#include "absl/strings/match.h"
#include "engine/base/utf8.h"
#include "engine/pipeline/pipeline.h"
#include "engine/report/text_view.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::string SampleIn(Ink ink) {
  std::string text;
  StringSink sink(&text);
  TextView view(sink, ink);
  EXPECT_TRUE(
      RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, view)
          .ok());
  return text;
}

std::string WithoutCodes(const std::string& text) {
  std::string out;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    if (text[pos] == '\x1B') {
      pos = text.find('m', pos);
    } else {
      out.push_back(text[pos]);
    }
  }
  return out;
}

TEST(TextAccountTest, ColourChangesNoWord) {
  const std::string colour = SampleIn(Ink::Colour());
  EXPECT_TRUE(absl::StrContains(colour, "\x1B[1;31mHIGH\x1B[0m"));
  EXPECT_TRUE(WithoutCodes(colour) == SampleIn(Ink::Plain()));
}

TEST(TextAccountTest, ThePartsStandInTheOrderOfThePage) {
  const std::string text = SampleIn(Ink::Plain());
  size_t last = 0;
  for (const std::string part :
       {"Read 9 articles", "\nDIVERGENCES (", "\nCHANGED (", "\nAGREEMENTS (",
        "\nON ONE ORIGIN", "\nONLY ONE SAYS (", "\nWHO REPORTED FIRST (",
        "\nWHO AGREES/DIFFERS WITH WHOM (", "\nTO REVIEW"}) {
    const size_t at = text.find(part);
    ASSERT_NE(at, std::string::npos) << part;
    EXPECT_GE(at, last) << part;
    last = at;
  }
}

// One record of each kind, all of whose texts would steer a terminal.
RunRecords HostileRun() {
  const std::string bad = "\x1B[2J\x1B]0;x\x07 \u202Eevil\u009B31m\r\n\b";
  std::vector<v1::Record> records(8);
  v1::Article& article = *records[0].mutable_article();
  article.set_article_id("A");
  article.set_outlet(bad);
  article.set_title(bad);
  article.set_text(bad);
  article.set_superseded_by("B");
  v1::Claim& claim = *records[1].mutable_claim();
  claim.set_claim_id("C");
  claim.set_article_id("A");
  claim.set_text(bad);
  claim.mutable_span()->set_end_byte(4);
  claim.mutable_attribution()->set_speaker(bad);
  v1::Divergence& divergence = *records[2].mutable_divergence();
  divergence.add_sides()->add_claim_ids("C");
  divergence.add_sides()->add_claim_ids("C");
  divergence.add_claim_ids("C");
  records[3].mutable_agreement()->add_claim_ids("C");
  records[4].mutable_unique()->set_claim_id("C");
  for (const int i : {5, 6}) {
    v1::Relation& pair = *records[i].mutable_relation();
    pair.set_relation(i == 5 ? v1::Comparison::RELATION_UNSURE
                             : v1::Comparison::RELATION_SUPERSEDED);
    pair.set_a("C");
    pair.set_b("C");
  }
  records[7].mutable_quarantine()->set_source(bad);
  records[7].mutable_quarantine()->set_message(bad);
  RunRecords run;
  for (v1::Record& record : records) run.Add(std::move(record));
  run.Finish({});
  return run;
}

TEST(TextAccountTest, NoTextOfOthersSteersATerminal) {
  const std::string text = AccountText(HostileRun(), Ink::Plain());
  EXPECT_TRUE(absl::StrContains(text, "\\u{1B}[2J"));
  for (size_t pos = 0; pos < text.size();) {
    ASSERT_NE(Utf8SequenceLength(text, pos), 0u);
    const Rune rune = DecodeRune(text, pos);
    const bool control = (rune.code < 0x20 && rune.code != '\n') ||
                         (rune.code >= 0x7F && rune.code < 0xA0) ||
                         (rune.code >= 0x202A && rune.code <= 0x202E);
    EXPECT_FALSE(control) << std::hex << static_cast<uint32_t>(rune.code);
    pos += rune.length;
  }
}

TEST(TextAccountTest, MoreUndecidedPairsThanAnyoneReadsAreCounted) {
  RunRecords run = HostileRun();
  const v1::Relation pair = run.unsure.front();
  run.unsure.assign(2 * kMostUnsureInText, pair);
  run.unsure_count = 1000;
  const std::string text = AccountText(run, Ink::Plain());
  EXPECT_TRUE(
      absl::StrContains(text, "TO REVIEW: COMPARED, UNDECIDED (1,000)"));
  EXPECT_TRUE(absl::StrContains(text, "The 20 most alike"));
}

}  // namespace
}  // namespace concord
