// Runs a fuzz target over its corpus and over mutations of it. The target
// aborts where something is wrong, so that to come back is to pass.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "gtest/gtest.h"
#include "tests/fuzz/mutation.h"
#include "tests/test_path.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace concord {
namespace {

constexpr int kRounds = 500;

// The corpus, in the order of its file names.
std::vector<std::string> ReadCorpus() {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(
           TestPath("fuzz/corpus/" CONCORD_FUZZ_CORPUS))) {
    paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file),
                        std::istreambuf_iterator<char>());
  }
  return inputs;
}

// A copy of its own for each input: a read beyond the end is then found.
void Replay(const std::string& input) {
  const std::vector<uint8_t> bytes(input.begin(), input.end());
  EXPECT_EQ(LLVMFuzzerTestOneInput(bytes.data(), bytes.size()), 0);
}

int Rounds() {
  const char* wanted = std::getenv("CONCORD_FUZZ_ROUNDS");
  int rounds = 0;
  return wanted != nullptr && absl::SimpleAtoi(wanted, &rounds) ? rounds
                                                                : kRounds;
}

TEST(FuzzReplayTest, TheCorpusPasses) {
  const std::vector<std::string> corpus = ReadCorpus();
  ASSERT_FALSE(corpus.empty());
  for (const std::string& input : corpus) Replay(input);
}

TEST(FuzzReplayTest, NoBytesPass) { Replay(""); }

TEST(FuzzReplayTest, MutationsOfTheCorpusPass) {
  const std::vector<std::string> corpus = ReadCorpus();
  ASSERT_FALSE(corpus.empty());
  std::mt19937 random(20);
  for (int round = Rounds(); round > 0; --round) Replay(Mutate(corpus, random));
}

}  // namespace
}  // namespace concord
