#include "tests/store/store_fixture.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/export.h"
#include "engine/store/ingest.h"
#include "engine/store/store.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

bool IsOfTheSets(const v1::Record& record) {
  return !record.has_header() && !record.has_trailer() &&
         !record.has_quarantine();
}

}  // namespace

void StoreTest::SetUp() {
  std::string name = absl::StrCat(::testing::TempDir(), "/store.XXXXXX");
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  dir_ = name;
}

void StoreTest::TearDown() { std::filesystem::remove_all(dir_); }

std::string StoreTest::Drop(const std::vector<TestArticle>& articles) {
  const std::string made =
      WriteDrop(absl::StrCat("store-drop-", getpid()), articles);
  const std::string path =
      absl::StrCat(dir_.string(), "/drop", drops_++, ".jsonl");
  std::filesystem::rename(made, path);
  return path;
}

std::vector<v1::Record> StoreTest::IngestAll(
    const std::vector<std::string>& drops, bool dry_run) {
  auto store = Store::Open(folder(), {.write = true, .create = true});
  EXPECT_TRUE(store.ok()) << store.status();
  if (!store.ok()) return {};
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  IngestOptions options;
  options.dry_run = dry_run;
  const auto summary = Ingest(**store, drops, options, writer);
  EXPECT_TRUE(summary.ok()) << summary.status();
  if (!summary.ok()) return {};
  summary_ = *summary;
  return RecordsOf(bytes);
}

std::vector<std::string> StoreTest::Exported() {
  auto store = Store::Open(folder(), {});
  EXPECT_TRUE(store.ok()) << store.status();
  if (!store.ok()) return {};
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  const absl::Status status = Export(**store, writer);
  EXPECT_TRUE(status.ok()) << status;
  return Printed(RecordsOf(bytes));
}

std::vector<std::string> Reconciled(const std::vector<std::string>& drops) {
  return Printed(RecordsOf(RunToBytes(DropVerb::kReconcile, drops)));
}

std::string FirstDifference(const std::vector<std::string>& found,
                            const std::vector<std::string>& expected) {
  if (found == expected) return "";
  const auto first_not_in = [](const std::vector<std::string>& list,
                               const std::vector<std::string>& other) {
    const std::set<std::string> all(other.begin(), other.end());
    size_t count = 0;
    std::string first = "nothing";
    for (const std::string& record : list) {
      if (all.contains(record)) continue;
      if (count++ == 0) first = record.substr(0, 1500);
    }
    return absl::StrCat(count, " of ", list.size(), ", first ", first);
  };
  return absl::StrCat("only found: ", first_not_in(found, expected),
                      "\nonly expected: ", first_not_in(expected, found));
}

std::vector<std::string> Printed(const std::vector<v1::Record>& records) {
  std::vector<std::string> printed;
  for (const v1::Record& record : records) {
    if (IsOfTheSets(record)) printed.push_back(record.ShortDebugString());
  }
  return printed;
}

std::vector<v1::Agreement> Agreements(const std::vector<v1::Record>& records) {
  return Only<v1::Agreement>(records, &v1::Record::has_agreement,
                             &v1::Record::agreement);
}
std::vector<v1::Divergence> Divergences(
    const std::vector<v1::Record>& records) {
  return Only<v1::Divergence>(records, &v1::Record::has_divergence,
                              &v1::Record::divergence);
}
std::vector<v1::Unique> Uniques(const std::vector<v1::Record>& records) {
  return Only<v1::Unique>(records, &v1::Record::has_unique,
                          &v1::Record::unique);
}

std::string NewsMaker::Sentence(int event) {
  static constexpr absl::string_view kTowns[] = {"Valmora", "Hestoya", "Tarn",
                                                 "Calder", "Ostrey"};
  static constexpr absl::string_view kWhat[] = {
      "ferry ran aground", "warehouse burned down", "bridge was closed",
      "council resigned", "dam was reopened"};
  const absl::string_view town = kTowns[event % 5];
  const absl::string_view what = kWhat[event % 5];
  const auto number = 10 + event * 7 + (random_() % 5 == 0 ? 1 : 0);
  switch (random_() % 8) {
    case 0:
      return absl::StrCat("The ", what, " near ", town,
                          " on Tuesday, injuring ", number, " people.");
    case 1:
      return absl::StrCat("At least ", number, " people were hurt when the ",
                          what, " at ", town, ".");
    case 2:
      return absl::StrCat("Mayor Ilse Brandt of ", town,
                          " called for an inquiry into the matter.");
    case 3:
      return absl::StrCat("The mayor of ", town,
                          ", Ilse Brandt, did not call for an inquiry.");
    case 4:
      return absl::StrCat("Nobody in ", town,
                          " had been warned, the harbour master Olaf Strand "
                          "said.");
    case 5:
      return "Investigators have not yet named a cause.";
    case 6:
      return absl::StrCat("Repairs in ", town, " will cost ", number,
                          " million crowns, the company said.");
    default:
      return absl::StrCat("It was the third time in five years that a ", what,
                          " in the region around ", town, ".");
  }
}

TestArticle NewsMaker::Next() {
  static constexpr absl::string_view kOutlets[] = {
      "Harbour Post", "Inland Times", "Calder Herald", "Tarn Observer"};
  TestArticle article;
  if (!made_.empty() && random_() % 6 == 0) {
    // A later text of a document, or another outlet's copy of a text.
    article = made_[random_() % made_.size()];
    if (random_() % 2 == 0) {
      article.text +=
          absl::StrCat(" ", Sentence(static_cast<int>(random_() % 5)));
      article.published = absl::StrCat("2026-03-0", 4 + random_() % 5);
    } else {
      article.outlet = std::string(kOutlets[random_() % 4]);
      article.id = absl::StrCat("c", made_.size());
    }
  } else {
    const int event = static_cast<int>(random_() % 5);
    article.id = absl::StrCat("a", made_.size());
    article.outlet = std::string(kOutlets[random_() % 4]);
    article.published = absl::StrCat("2026-03-0", 1 + random_() % 4);
    if (random_() % 8 == 0) article.published = "";
    article.text = absl::StrCat("News from the coast ", event, "\n\n");
    for (uint32_t i = 0, n = 3 + random_() % 8; i < n; ++i) {
      absl::StrAppend(&article.text, Sentence(event),
                      i % 3 == 2 ? "\n\n" : " ");
    }
  }
  made_.push_back(article);
  return article;
}

}  // namespace concord
