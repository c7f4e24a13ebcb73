// The page of a run: nothing in an article gets out of its quotation.

#include "engine/report/html_view.h"

#include <google/protobuf/message.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/report/html_writer.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

class CollectingSink : public RecordSink {
 public:
  absl::Status Write(v1::Record record) override {
    records.push_back(std::move(record));
    return absl::OkStatus();
  }
  absl::Status Finish(const std::vector<v1::Dropped>&) override {
    return absl::OkStatus();
  }
  std::vector<v1::Record> records;
};

const std::vector<v1::Record>& Sample() {
  static const auto* const records = [] {
    CollectingSink sink;
    EXPECT_TRUE(
        RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, sink)
            .ok());
    v1::Record quarantine;
    quarantine.mutable_quarantine()->set_source("a.html");
    quarantine.mutable_quarantine()->set_message("not read");
    sink.records.push_back(quarantine);
    return new std::vector<v1::Record>(std::move(sink.records));
  }();
  return *records;
}

// Appends `suffix` to every id in `message`.
void Rename(Message& message, const std::string& suffix) {
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool text = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    const bool id = absl::EndsWith(field->name(), "_id") ||
                    absl::EndsWith(field->name(), "_ids") ||
                    field->name() == "a" || field->name() == "b";
    const int size =
        field->is_repeated() ? reflection->FieldSize(message, field) : 0;
    if (text && id && !field->is_repeated()) {
      reflection->SetString(&message, field,
                            reflection->GetString(message, field) + suffix);
    }
    for (int i = 0; i < size && text && id; ++i) {
      reflection->SetRepeatedString(
          &message, field, i,
          reflection->GetRepeatedString(message, field, i) + suffix);
    }
    if (nested && !field->is_repeated()) {
      Rename(*reflection->MutableMessage(&message, field), suffix);
    }
    for (int i = 0; i < size && nested; ++i) {
      Rename(*reflection->MutableRepeatedMessage(&message, field, i), suffix);
    }
  }
}

std::string PageOf(const std::vector<v1::Record>& records) {
  std::string page;
  StringSink sink(&page);
  HtmlView view(sink);
  for (const v1::Record& record : records) {
    EXPECT_TRUE(view.Write(record).ok());
  }
  EXPECT_TRUE(view.Finish({}).ok());
  return page;
}

// Where tools/check_page.py asks for it, the pages are left for a browser.
void LeaveForBrowser(const std::string& name, const std::string& page) {
  if (const char* folder = std::getenv("CONCORD_PAGES")) {
    std::ofstream(absl::StrCat(folder, "/", name), std::ios::binary) << page;
  }
}

// The sample `copies` times, each with ids of its own: as many events.
std::vector<v1::Record> Copies(int copies) {
  std::vector<v1::Record> records;
  for (int copy = 0; copy < copies; ++copy) {
    for (v1::Record record : Sample()) {
      Rename(record, absl::StrCat("-", copy));
      records.push_back(std::move(record));
    }
  }
  return records;
}

// Payloads by class: what breaks out of where, times what then runs.
std::vector<std::string> Payloads() {
  const absl::string_view escapes[] = {"",
                                       "\">",
                                       "'>",
                                       "-->",
                                       "</bdi>",
                                       "</title>",
                                       "</style>",
                                       "</script>",
                                       "]]>",
                                       "</svg>",
                                       "</blockquote>",
                                       "</option></select>",
                                       "\" ",
                                       "' ",
                                       "` ",
                                       "\xC0\xBC",
                                       "\xFF\">",
                                       "\x00\">",
                                       "&lt;",
                                       "&#x3c;"};
  const absl::string_view actions[] = {
      "<script>CANARY()</script>",
      "<img src=x onerror=CANARY()>",
      "<svg onload=CANARY()>",
      "<svg><script href=data:,CANARY() />",
      "<iframe srcdoc='<script>CANARY()</script>'>",
      "<a href=javascript:CANARY()>x</a>",
      "<style>@import 'http://canary.example'</style>",
      "<link rel=stylesheet href=http://canary.example>",
      "<base href=http://canary.example>",
      "<meta http-equiv=refresh content='0;javascript:CANARY()'>",
      "<form action=http://canary.example><button>x</button></form>",
      "onmouseover=CANARY() x=",
      "javascript:CANARY()",
      "<!--<script>"};
  std::vector<std::string> payloads;
  for (const absl::string_view escape : escapes) {
    for (const absl::string_view action : actions) {
      payloads.push_back(absl::StrCat(escape, action));
    }
  }
  return payloads;
}

// Sets every string of `message`, ids aside, on which the page hangs together.
void Poison(Message& message, const std::string& payload) {
  const auto* reflection = message.GetReflection();
  const auto* type = message.GetDescriptor();
  for (int i = 0; i < type->field_count(); ++i) {
    const FieldDescriptor* field = type->field(i);
    if (absl::EndsWith(field->name(), "_id") ||
        absl::EndsWith(field->name(), "_ids")) {
      continue;
    }
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      if (!field->is_repeated())
        reflection->SetString(&message, field, payload);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      if (field->is_repeated()) {
        for (int j = 0; j < reflection->FieldSize(message, field); ++j) {
          Poison(*reflection->MutableRepeatedMessage(&message, field, j),
                 payload);
        }
      } else if (reflection->HasField(message, field)) {
        Poison(*reflection->MutableMessage(&message, field), payload);
      }
    }
  }
}

// One record of each kind and what they refer to, to be quick.
std::vector<v1::Record> OneOfEach() {
  std::vector<v1::Record> records(7);
  v1::Article& article = *records[0].mutable_article();
  article.set_article_id("A");
  article.mutable_published()->mutable_begin()->set_seconds(1700000000);
  article.mutable_published()->mutable_end()->set_seconds(1700086400);
  v1::Section& section = *article.add_sections();
  section.set_kind(v1::SECTION_KIND_BODY);
  section.mutable_span()->set_end_byte(1 << 20);
  v1::Claim& claim = *records[1].mutable_claim();
  claim.set_claim_id("C");
  claim.set_article_id("A");
  claim.mutable_span()->set_begin_byte(3);
  claim.mutable_span()->set_end_byte(9);
  claim.mutable_attribution()->set_speaker("x");
  v1::Divergence& divergence = *records[2].mutable_divergence();
  divergence.add_sides()->add_claim_ids("C");
  divergence.add_sides()->add_claim_ids("C");
  divergence.add_claim_ids("C");
  records[3].mutable_agreement()->add_claim_ids("C");
  records[4].mutable_unique()->set_claim_id("C");
  v1::Relation& unsure = *records[5].mutable_relation();
  unsure.set_relation(v1::Comparison::RELATION_UNSURE);
  records[6].mutable_quarantine();
  return records;
}

// The page's tags in order, their attributes without what they are set to.
std::string TagsOf(absl::string_view page) {
  std::string tags;
  bool in_tag = false, in_value = false;
  for (const char c : page) {
    if (!in_tag && c == '<') in_tag = true;
    if (in_tag && c == '"') in_value = !in_value;
    if (in_tag && !in_value) tags.push_back(c);
    if (!in_value && c == '>') in_tag = false;
  }
  return tags;
}

TEST(HtmlViewTest, NoPayloadInAnyFieldAddsATagOrAnAttribute) {
  std::vector<v1::Record> plain = OneOfEach();
  for (v1::Record& record : plain) Poison(record, "plain words, no more");
  const std::string tags = TagsOf(PageOf(plain));
  const std::vector<std::string> payloads = Payloads();
  ASSERT_GE(payloads.size(), 200);
  size_t pages = 0;
  for (const std::string& payload : payloads) {
    std::vector<v1::Record> records = OneOfEach();
    for (v1::Record& record : records) Poison(record, payload);
    const std::string page = PageOf(records);
    LeaveForBrowser(absl::StrCat("payload-", pages++, ".html"), page);
    EXPECT_TRUE(TagsOf(page) == tags) << payload;
    EXPECT_FALSE(absl::StrContains(page, "href=\"javascript:")) << payload;
    EXPECT_TRUE(absl::StrContains(page, "CANARY") ||
                absl::StrContains(page, "canary") ||
                absl::StrContains(page, "&lt;script&gt;"))
        << "the payload is not shown: " << payload;
  }
}

TEST(HtmlViewTest, EveryLinkInThePageLeadsToAPlaceInIt) {
  const std::string page = PageOf(Sample());
  size_t links = 0;
  for (size_t at = page.find("href=\"#"); at != std::string::npos;
       at = page.find("href=\"#", at + 1)) {
    const size_t begin = at + 7;
    const std::string id = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_TRUE(absl::StrContains(page, absl::StrCat("id=\"", id, "\"")))
        << "no place for " << id;
    ++links;
  }
  EXPECT_GT(links, 100);
}

TEST(HtmlViewTest, EveryIdIsThereOnce) {
  const std::string page = PageOf(Sample());
  std::vector<std::string> ids;
  for (size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    ids.push_back(page.substr(at + 5, page.find('"', at + 5) - at - 5));
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST(HtmlViewTest, ThePageLoadsNothing) {
  const std::string page = PageOf(Sample());
  LeaveForBrowser("sample.html", page);
  EXPECT_TRUE(absl::StrContains(page, "default-src &#39;none&#39;"));
  for (const absl::string_view loads : {" src=", "url(", "@import", "<link"}) {
    EXPECT_FALSE(absl::StrContains(page, loads)) << loads;
  }
}

TEST(HtmlViewTest, AStreamWithDanglingIdsAndSpansIsShownAsFarAsItGoes) {
  std::vector<v1::Record> records = OneOfEach();
  records[1].mutable_claim()->set_article_id("nowhere");
  records[3].mutable_agreement()->add_claim_ids("nothing");
  records[4].mutable_unique()->set_claim_id("nothing");
  EXPECT_TRUE(absl::EndsWith(PageOf(records), "</html>\n"));
}

TEST(HtmlViewTest, MoreUndecidedPairsThanAnyoneReadsAreCountedNotShown) {
  std::vector<v1::Record> records = OneOfEach();
  records[5].mutable_relation()->set_a("C");
  records[5].mutable_relation()->set_b("C");
  const v1::Record pair = records[5];
  for (size_t i = 0; i < RunRecords::kMostUnsure + 41; ++i) {
    records.push_back(pair);
  }
  EXPECT_TRUE(absl::StrContains(PageOf(records),
                                "The 500 most alike are shown, 42 more are"));
}

TEST(HtmlViewTest, APageOfManyEventsNamesTheEventOfEverySet) {
  const std::string page = PageOf(Copies(2));
  EXPECT_TRUE(absl::StrContains(page, "<select id=\"story\""));
  EXPECT_TRUE(absl::StrContains(page, "data-story=\"s0\""));
  EXPECT_TRUE(absl::StrContains(page, "data-story=\"s1\""));
  EXPECT_FALSE(absl::StrContains(PageOf(Sample()), "<select id=\"story\""));
  if (std::getenv("CONCORD_PAGES") != nullptr) {
    LeaveForBrowser("big.html", PageOf(Copies(40)));
  }
}

std::string Written(absl::string_view text) {
  std::string out;
  StringSink sink(&out);
  HtmlWriter html(sink);
  html.Leaf("bdi", {{"title", std::string(text)}}, text);
  EXPECT_TRUE(html.Finish().ok());
  return out;
}

TEST(HtmlWriterTest, TextAndAttributesAreEscaped) {
  EXPECT_EQ(Written("<&>\"'"),
            "<bdi title=\"&lt;&amp;&gt;&quot;&#39;\">"
            "&lt;&amp;&gt;&quot;&#39;</bdi>");
}

TEST(HtmlWriterTest, WhatCannotBeSeenIsMadeVisible) {
  EXPECT_EQ(Written("a\x1B\u202E"
                    "b\xFF"),
            "<bdi title=\"a\\u{1B}\\u{202E}b\uFFFD\">"
            "a\\u{1B}\\u{202E}b\uFFFD</bdi>");
}

TEST(HtmlWriterTest, LinksThatRunAreLeftOut) {
  for (const std::string target :
       {"javascript:x", " javascript:x", "data:x", "//x", "file:///x"}) {
    std::string out;
    StringSink sink(&out);
    HtmlWriter html(sink);
    html.Leaf("a", {{"href", target}}, "x");
    EXPECT_TRUE(html.Finish().ok());
    EXPECT_EQ(out, "<a>x</a>") << target;
  }
}

}  // namespace
}  // namespace concord
