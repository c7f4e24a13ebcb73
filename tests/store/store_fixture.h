// Stores in a folder of their own, and made-up news to fill them.

#ifndef CONCORD_TESTS_STORE_STORE_FIXTURE_H_
#define CONCORD_TESTS_STORE_STORE_FIXTURE_H_

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/store/ingest.h"
#include "engine/store/store.h"
#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"

namespace concord {

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  std::string folder() const { return (dir_ / "state").string(); }
  std::filesystem::path dir() const { return dir_; }

  // `articles` as a drop of a file of its own; its path.
  std::string Drop(const std::vector<TestArticle>& articles);

  // Ingests into folder(), opening it anew. Expects success; the delta's
  // records.
  std::vector<v1::Record> IngestAll(const std::vector<std::string>& drops,
                                    bool dry_run = false);
  IngestSummary last_summary() const { return summary_; }

  // The record of folder() as a stream's records, without header and trailer.
  std::vector<std::string> Exported();

 private:
  std::filesystem::path dir_;
  int drops_ = 0;
  IngestSummary summary_;
};

// The records of one reconcile over `drops`, as Exported gives them: printed, a
// record each, without header, trailer, quarantines.
std::vector<std::string> Reconciled(const std::vector<std::string>& drops);

// Where two such lists part: the first record of each that the other lacks, cut
// short; "" where they are equal.
std::string FirstDifference(const std::vector<std::string>& found,
                            const std::vector<std::string>& expected);

// Records, printed.
std::vector<std::string> Printed(const std::vector<v1::Record>& records);

// The records of a kind that fulfil nothing but being of it.
template <typename Message, typename Has, typename Get>
std::vector<Message> Only(const std::vector<v1::Record>& records, Has has,
                          Get get) {
  std::vector<Message> found;
  for (const v1::Record& record : records) {
    if ((record.*has)()) found.push_back((record.*get)());
  }
  return found;
}
std::vector<v1::Agreement> Agreements(const std::vector<v1::Record>& records);
std::vector<v1::Divergence> Divergences(const std::vector<v1::Record>& records);
std::vector<v1::Unique> Uniques(const std::vector<v1::Record>& records);

// Made-up reports of a few events by a few outlets, which retell, contradict,
// copy and correct one another. The same seed gives the same news.
class NewsMaker {
 public:
  explicit NewsMaker(uint32_t seed) : random_(seed) {}

  // An article; now and then another text of a document made before.
  TestArticle Next();

 private:
  std::string Sentence(int event);

  std::mt19937 random_;
  std::vector<TestArticle> made_;
};

}  // namespace concord

#endif  // CONCORD_TESTS_STORE_STORE_FIXTURE_H_
