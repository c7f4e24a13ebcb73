#include "engine/ingest/drop.h"

#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/collecting_sink.h"
#include "tests/ingest/source_map_check.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<v1::QuarantineCode> Codes(const CollectingSink& sink) {
  std::vector<v1::QuarantineCode> codes;
  for (const auto& quarantine : sink.quarantines) {
    codes.push_back(quarantine.code());
  }
  return codes;
}

std::vector<std::string> Texts(const CollectingSink& sink) {
  std::vector<std::string> texts;
  for (const auto& document : sink.documents) texts.push_back(document.text);
  return texts;
}

TEST(DropTest, ReadsATextFile) {
  TempFolder folder;
  const std::string text = "Two ships met.\r\nNobody was hurt.\r\n";
  const CollectingSink sink = Read({folder.Write("daily/a.txt", text)});
  ASSERT_EQ(sink.documents.size(), 1u);
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.text, text);
  EXPECT_EQ(document.layout, Layout::kScraped);
  EXPECT_EQ(document.external_id, "a.txt");
  EXPECT_EQ(document.folder, "daily");
  EXPECT_EQ(document.source.path(), "a.txt");
  EXPECT_EQ(document.source.bytes(), text.size());
  EXPECT_EQ(document.source.digest(), DigestHex(text));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(DropTest, ReadsEveryFieldOfAJsonLine) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl",
      R"({"id":"x1","text":"A dam broke.","title":"Dam","outlet":"Herald",)"
      R"("url":"https://herald.test/dam","published":"2024-05-06",)"
      R"("modified":"2024-05-07","section":"world"})")});
  ASSERT_EQ(sink.documents.size(), 1u);
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.external_id, "x1");
  EXPECT_EQ(document.text, "A dam broke.");
  EXPECT_EQ(document.title, "Dam");
  EXPECT_EQ(document.outlet, "Herald");
  EXPECT_EQ(document.uri, "https://herald.test/dam");
  EXPECT_EQ(document.published, "2024-05-06");
  EXPECT_EQ(document.modified, "2024-05-07");
  EXPECT_EQ(document.layout, Layout::kProse);
  EXPECT_EQ(document.source.digest(), DigestHex("A dam broke."));
}

TEST(DropTest, KnowsTheAliasesOfJsonKeys) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl",
      R"({"text":"A.","headline":"H","source":"S","uri":"u","date":"d"})"
      "\n"
      R"({"text":"B.","publisher":"P"})")});
  ASSERT_EQ(sink.documents.size(), 2u);
  EXPECT_EQ(sink.documents[0].title, "H");
  EXPECT_EQ(sink.documents[0].outlet, "S");
  EXPECT_EQ(sink.documents[0].uri, "u");
  EXPECT_EQ(sink.documents[0].published, "d");
  EXPECT_EQ(sink.documents[1].outlet, "P");
}

TEST(DropTest, PrefersTheMainKeyToItsAliases) {
  TempFolder folder;
  const CollectingSink sink = Read(
      {folder.Write("a.jsonl", R"({"headline":"H","title":"T","text":"A."})")});
  ASSERT_EQ(sink.documents.size(), 1u);
  EXPECT_EQ(sink.documents[0].title, "T");
}

TEST(DropTest, TakesNumbersAsValuesAndNullAsAbsent) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl", R"({"id":17,"text":"A.","published":1715000000,"title":null})"
                 "\n"
                 R"({"id":null,"text":"B.","published":null})")});
  ASSERT_EQ(sink.documents.size(), 2u);
  EXPECT_EQ(sink.documents[0].external_id, "17");
  EXPECT_EQ(sink.documents[0].published, "1715000000");
  EXPECT_EQ(sink.documents[0].title, "");
  EXPECT_EQ(sink.documents[1].external_id, "2");
}

TEST(DropTest, NumbersLinesWithoutAnId) {
  TempFolder folder;
  const CollectingSink sink = Read(
      {folder.Write("a.jsonl", "{\"text\":\"A.\"}\n\n{\"text\":\"B.\"}\n")});
  ASSERT_EQ(sink.documents.size(), 2u);
  EXPECT_EQ(sink.documents[1].external_id, "3");
  EXPECT_EQ(sink.documents[1].local_id, "a.jsonl:3");
  EXPECT_EQ(sink.documents[1].source.line(), 3u);
  EXPECT_EQ(sink.documents[1].source.record_offset(), 15u);
  EXPECT_THAT(sink.quarantines, IsEmpty()) << "blank lines are no trouble";
}

TEST(DropTest, ReadsAJsonFileThatHoldsOneObject) {
  TempFolder folder;
  const CollectingSink sink = Read(
      {folder.Write("a.json", "{\n  \"id\": 4,\n  \"text\": \"A.\"\n}\n")});
  EXPECT_THAT(Texts(sink), ElementsAre("A."));
}

TEST(DropTest, ReadsAFolderByNameWithItsSubfolders) {
  TempFolder folder;
  folder.Write("b.txt", "second");
  folder.Write("a/z.txt", "first");
  folder.Write("c.txt", "third");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("first", "second", "third"));
  EXPECT_EQ(sink.documents[0].external_id, "a/z.txt");
  EXPECT_EQ(sink.documents[0].folder, "a");
}

TEST(DropTest, LeavesHiddenFilesOut) {
  TempFolder folder;
  folder.Write("a.txt", "seen");
  folder.Write(".b.txt", "hidden");
  folder.Write(".git/c.txt", "hidden");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("seen"));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(DropTest, ReadsJsonLinesFromStandardInput) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const std::string lines = "{\"text\":\"A.\"}\n{\"text\":\"B.\"}";
  ASSERT_EQ(write(ends[1], lines.data(), lines.size()),
            static_cast<ssize_t>(lines.size()));
  close(ends[1]);
  const int saved = dup(STDIN_FILENO);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  const CollectingSink sink = Read({"-"});
  dup2(saved, STDIN_FILENO);
  close(saved);
  EXPECT_THAT(Texts(sink), ElementsAre("A.", "B."));
  EXPECT_EQ(sink.documents[0].source.path(), "-");
}

TEST(DropTest, SkipsAByteOrderMark) {
  TempFolder folder;
  folder.Write("a.txt", "\xEF\xBB\xBFText.");
  folder.Write("b.jsonl", "\xEF\xBB\xBF{\"text\":\"Line.\"}");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("Text.", "Line."));
  EXPECT_EQ(sink.documents[0].source_map[0].source_begin(), 3u);
}

TEST(DropTest, GivesTwoOutletsWithOneIdTwoDocuments) {
  TempFolder folder;
  folder.Write("a.jsonl", R"({"id":"1","outlet":"A","text":"One."})");
  folder.Write("b.jsonl", R"({"id":"1","outlet":"B","text":"Two."})");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_EQ(sink.documents.size(), 2u);
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(DropTest, ReadsHtmlFilesAndTheKeyHtml) {
  TempFolder folder;
  const std::string page =
      "<!doctype html><title>Dam</title><p>A dam failed.</p>";
  folder.Write("a.html", page);
  folder.Write("b", page);
  folder.Write("c.jsonl", R"({"id":7,"html":"<p>A dam failed.","title":"T"})");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink),
              ElementsAre("A dam failed.", "A dam failed.", "A dam failed."));
  EXPECT_EQ(sink.documents[0].layout, Layout::kMarkup);
  EXPECT_EQ(sink.documents[0].title, "Dam");
  EXPECT_EQ(sink.documents[0].external_id, "a.html");
  EXPECT_EQ(sink.documents[0].source.bytes(), page.size());
  EXPECT_EQ(sink.documents[2].external_id, "7");
  EXPECT_EQ(sink.documents[2].title, "T");
}

// Bad input, each with its code and a message; the rest of the drop goes on.

TEST(BadDropTest, ReportsAMissingPath) {
  const CollectingSink sink = Read({"/no/such/file.txt"});
  ASSERT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_MISSING));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("file.txt"));
}

TEST(BadDropTest, ReportsAnEmptyFile) {
  TempFolder folder;
  folder.Write("a.txt", "");
  folder.Write("b.txt", " \n\t\r\n");
  folder.Write("c.jsonl", "\n\n");
  folder.Write("d.txt", "Words.");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Codes(sink),
              ElementsAre(v1::QUARANTINE_CODE_EMPTY, v1::QUARANTINE_CODE_EMPTY,
                          v1::QUARANTINE_CODE_EMPTY));
  EXPECT_THAT(Texts(sink), ElementsAre("Words."));
}

TEST(BadDropTest, ReportsAnEmptyFolder) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_EMPTY));
}

TEST(BadDropTest, RepairsInvalidUtf8AndKeepsTheArticle) {
  TempFolder folder;
  const CollectingSink sink =
      Read({folder.Write("a.txt", "The caf\xE9 burnt.")});
  EXPECT_THAT(Texts(sink), ElementsAre("The caf\uFFFD burnt."));
  EXPECT_EQ(sink.documents[0].repaired_sequences, 1u);
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_REPAIRED));
}

TEST(BadDropTest, RepairsNulBytesAndKeepsTheArticle) {
  TempFolder folder;
  const CollectingSink sink =
      Read({folder.Write("a.txt", std::string("The caf\0 burnt.", 15)),
            folder.Write("b.jsonl", "{\"text\":\"The caf\\u0000 burnt.\"}")});
  EXPECT_THAT(Texts(sink),
              ElementsAre("The caf\uFFFD burnt.", "The caf\uFFFD burnt."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_REPAIRED,
                                       v1::QUARANTINE_CODE_REPAIRED));
}

TEST(BadDropTest, RepairsInvalidUtf8InAJsonLine) {
  TempFolder folder;
  const CollectingSink sink =
      Read({folder.Write("a.jsonl", "{\"text\":\"The caf\xE9 burnt.\"}")});
  EXPECT_THAT(Texts(sink), ElementsAre("The caf\uFFFD burnt."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_REPAIRED));
}

TEST(BadDropTest, RepairsLoneSurrogatesInAJsonLine) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl", R"({"text":"A \ud83d cut."})"
                 "\n"
                 R"({"text":"A \ude00 tail."})"
                 "\n"
                 R"({"text":"Whole: \ud83d\ude00. Escaped: \\ud83d."})")});
  ASSERT_EQ(sink.documents.size(), 3u);
  EXPECT_EQ(sink.documents[0].text, "A \uFFFD cut.");
  EXPECT_EQ(sink.documents[1].text, "A \uFFFD tail.");
  EXPECT_EQ(sink.documents[2].text, "Whole: \U0001F600. Escaped: \\ud83d.");
}

TEST(BadDropTest, RefusesALineOf100Megabytes) {
  TempFolder folder;
  const std::string path = folder.Write("a.jsonl", "{\"text\":\"Before.\"}\n");
  {
    std::ofstream out(path, std::ios::app | std::ios::binary);
    const std::string megabyte(1 << 20, 'x');
    out << "{\"text\":\"";
    for (int i = 0; i < 100; ++i) out << megabyte;
    out << "\"}\n{\"text\":\"After.\"}\n";
  }
  const CollectingSink sink = Read({path});
  EXPECT_THAT(Texts(sink), ElementsAre("Before.", "After."));
  ASSERT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_TOO_LARGE));
  EXPECT_EQ(sink.quarantines[0].source(), "a.jsonl:2");
  EXPECT_EQ(sink.quarantines[0].offset(), 19u);
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_record_bytes"));
}

TEST(BadDropTest, RefusesATextFileOverTheLimit) {
  TempFolder folder;
  Limits limits;
  limits.max_record_bytes = 100;
  folder.Write("a.txt", std::string(100, 'x'));
  folder.Write("b.txt", std::string(101, 'x'));
  const CollectingSink sink = Read({folder.path()}, limits);
  EXPECT_EQ(sink.documents.size(), 1u);
  ASSERT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_TOO_LARGE));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("100 bytes"));
}

TEST(BadDropTest, ReportsAJsonLineWithoutText) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl",
      "{\"id\":1}\n{\"id\":2,\"text\":\"B.\"}\n{\"id\":3,\"text\":[\"C\"]}")});
  EXPECT_THAT(Texts(sink), ElementsAre("B."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_MISSING_FIELD,
                                       v1::QUARANTINE_CODE_MISSING_FIELD));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("`text`"));
}

TEST(BadDropTest, ReportsBrokenJsonInTheMiddle) {
  TempFolder folder;
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl", "{\"text\":\"A.\"}\n{\"text\":\"B\n[1]\n{\"text\":\"D.\"}")});
  EXPECT_THAT(Texts(sink), ElementsAre("A.", "D."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_MALFORMED,
                                       v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_EQ(sink.quarantines[0].source(), "a.jsonl:2");
}

TEST(BadDropTest, RefusesJsonNestedTooDeep) {
  TempFolder folder;
  const std::string deep =
      std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const CollectingSink sink = Read({folder.Write(
      "a.jsonl", "{\"text\":\"A.\",\"x\":" + deep + "\n{\"text\":\"B.\"}")});
  EXPECT_THAT(Texts(sink), ElementsAre("B."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
}

TEST(BadDropTest, ReportsAFileWhoseReadFails) {
  // Opens, is a regular file, and fails at the first read, for root too.
  if (access("/proc/self/mem", R_OK) != 0) GTEST_SKIP() << "no /proc";
  const CollectingSink sink = Read({"/proc/self/mem"});
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_UNREADABLE));
}

TEST(BadDropTest, ReportsAFileThatMayNotBeOpened) {
  if (geteuid() == 0) GTEST_SKIP() << "root may open everything";
  TempFolder folder;
  chmod(folder.Write("a.txt", "Secret.").c_str(), 0);
  folder.Write("b.txt", "Open.");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("Open."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_UNREADABLE));
}

TEST(BadDropTest, StopsAtADirectoryLoop) {
  TempFolder folder;
  folder.Write("a/b/c.txt", "Once.");
  std::filesystem::create_directory_symlink(folder / "a", folder / "a/b/up");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("Once."));
  ASSERT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_DIRECTORY_LOOP));
  EXPECT_EQ(sink.quarantines[0].source(), "a/b/up");
}

TEST(BadDropTest, ReadsAFolderOnceHoweverManyLinksLeadToIt) {
  TempFolder folder;
  folder.Write("00/a.txt", "Once.");
  // Followed blindly, twenty such levels would be a million folders.
  for (int level = 1; level <= 20; ++level) {
    const std::string name = std::to_string(100 + level);
    std::filesystem::create_directory(folder / name);
    const std::string below = level == 1 ? "00" : std::to_string(99 + level);
    for (const char* link : {"/x", "/y"}) {
      std::filesystem::create_directory_symlink("../" + below,
                                                folder / (name + link));
    }
  }
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Texts(sink), ElementsAre("Once."));
  EXPECT_EQ(sink.quarantines.size(), 40u);
}

TEST(BadDropTest, StopsAtTheDepthLimit) {
  TempFolder folder;
  Limits limits;
  limits.max_directory_depth = 2;
  folder.Write("1/2/a.txt", "Near.");
  folder.Write("1/2/3/b.txt", "Far.");
  const CollectingSink sink = Read({folder.path()}, limits);
  EXPECT_THAT(Texts(sink), ElementsAre("Near."));
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_DIRECTORY_LOOP));
}

TEST(BadDropTest, NeverWaitsForAPipe) {
  TempFolder folder;
  ASSERT_EQ(mkfifo((folder / "a").c_str(), 0600), 0);
  const CollectingSink sink = Read({folder.path(), folder / "a", "/dev/null"});
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_UNREADABLE,
                                       v1::QUARANTINE_CODE_UNREADABLE,
                                       v1::QUARANTINE_CODE_UNREADABLE));
}

TEST(BadDropTest, ReportsALinkThatLeadsNowhere) {
  TempFolder folder;
  std::filesystem::create_symlink("gone", folder / "a.txt");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(Codes(sink), ElementsAre(v1::QUARANTINE_CODE_MISSING));
}

TEST(BadDropTest, RefusesBinaryFiles) {
  TempFolder folder;
  folder.Write("a.txt", "BZh91AY and more");
  folder.Write("b", std::string("\x7F"
                                "ELF\x02\x01\x01\0\0\0",
                                10));
  folder.Write("c.dat", std::string(200, '\x01'));
  folder.Write("d.txt", "Words in Latin-1: " + std::string(100, '\xE9'));
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(sink.documents, IsEmpty());
  EXPECT_THAT(Codes(sink), ::testing::Each(v1::QUARANTINE_CODE_UNSUPPORTED));
  EXPECT_EQ(sink.quarantines.size(), 4u);
}

TEST(BadDropTest, NamesFilesInValidUtf8) {
  TempFolder folder;
  folder.Write("caf\xE9.txt", "Words.");
  const CollectingSink sink = Read({folder.path()});
  ASSERT_EQ(sink.documents.size(), 1u);
  EXPECT_EQ(sink.documents[0].external_id, "caf\uFFFD.txt");
}

// Any bytes, under any name: everything is read or quarantined, and what is
// read is sound.

TEST(DropPropertyTest, HoldsForAnyBytes) {
  const std::vector<std::string> pieces = {"{\"text\":\"A.\"}",
                                           "{\"html\":\"<p>A\"}",
                                           "\n",
                                           "{",
                                           "}",
                                           "\"",
                                           "[",
                                           "\\",
                                           "\\u0000",
                                           "\\ud83d",
                                           "<p>",
                                           "<html>",
                                           "A dam failed. ",
                                           "\xFF",
                                           std::string("\0", 1),
                                           "\xEF\xBB\xBF",
                                           "\r\n",
                                           "null",
                                           "\xE2\x82",
                                           "é"};
  const std::vector<std::string> names = {"a.txt", "a.html", "a.jsonl",
                                          "a.json", "a"};
  TempFolder folder;
  std::mt19937 random(3);
  for (int round = 0; round < 600; ++round) {
    std::string bytes;
    for (size_t n = random() % 20; n > 0; --n) {
      bytes += random() % 8 == 0 ? std::string(1, static_cast<char>(random()))
                                 : pieces[random() % pieces.size()];
    }
    const std::string path =
        folder.Write(names[random() % names.size()], bytes);
    const CollectingSink sink = Read({path});
    ASSERT_FALSE(sink.documents.empty() && sink.quarantines.empty());
    for (const Document& document : sink.documents) {
      ASSERT_NO_FATAL_FAILURE(ExpectValidUtf8WithoutNul(document.text));
      ASSERT_NO_FATAL_FAILURE(ExpectBlocksInOrder(document));
      if (document.source.line() != 0) continue;
      if (document.layout == Layout::kProse) continue;  // decoded JSON
      ASSERT_NO_FATAL_FAILURE(ExpectMapLeadsBack(document, bytes)) << bytes;
    }
    for (const v1::Quarantine& quarantine : sink.quarantines) {
      ASSERT_NE(quarantine.code(), v1::QUARANTINE_CODE_UNSPECIFIED);
      ASSERT_NO_FATAL_FAILURE(ExpectValidUtf8WithoutNul(quarantine.message()));
      ASSERT_FALSE(quarantine.message().empty());
    }
  }
}

}  // namespace
}  // namespace concord
