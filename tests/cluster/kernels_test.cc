#include "engine/cluster/kernels.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/workload.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// Every level against the scalar one. A level that this processor lacks is
// skipped, and the test says so.
class KernelsTest : public testing::TestWithParam<SimdLevel> {
 protected:
  void SetUp() override {
    kernels_ = KernelsOrNull(GetParam());
    if (kernels_ == nullptr) GTEST_SKIP() << "not on this processor";
  }

  const Kernels& kernels() const { return *kernels_; }
  static const Kernels& scalar() { return ScalarKernels(); }

 private:
  const Kernels* kernels_ = nullptr;
};

struct Bounds {
  std::string folded;
  std::vector<uint32_t> bounds;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

Bounds FindBounds(const Kernels& kernels, std::string text) {
  text.back() = ' ';
  std::vector<uint32_t> bounds(text.size() + kBlockBytes);
  const size_t blocks = text.size() / kBlockBytes;
  bounds.resize(
      kernels.fold_and_find_bounds(text.data(), blocks, bounds.data()));
  return {text, bounds};
}

TEST_P(KernelsTest, EveryByteFoldsAndPartsAlike) {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t at = 0; at + 1 < kBlockBytes; ++at) {
      std::string text(kBlockBytes, ' ');
      text[at] = static_cast<char>(byte);
      ASSERT_EQ(FindBounds(kernels(), text), FindBounds(scalar(), text))
          << byte << " at " << at;
    }
  }
}

TEST_P(KernelsTest, AMillionBlocksOfAnyBytesHaveTheSameBounds) {
  Random random(1);
  // Runs of words and of other bytes, both short and long.
  constexpr char kBytes[] = "aZ09 .\xC3\x80@[`{";
  for (int run = 0; run < 1000; ++run) {
    std::string text(1000 * kBlockBytes, ' ');
    for (size_t i = 0; i < text.size(); i += 8) {
      const uint64_t bits = random.Next();
      for (size_t k = 0; k < 8; ++k) {
        const uint64_t byte = bits >> (8 * k) & 0xFF;
        text[i + k] = run % 2 == 0 ? static_cast<char>(byte)
                                   : kBytes[byte % (sizeof(kBytes) - 1)];
      }
    }
    ASSERT_EQ(FindBounds(kernels(), text), FindBounds(scalar(), text));
  }
}

TEST_P(KernelsTest, AMillionSetsHaveTheSameSlots) {
  Random random(2);
  constexpr size_t kMaxSlots = 128;
  std::vector<uint32_t> multipliers(kMaxSlots);
  for (uint32_t& a : multipliers) a = static_cast<uint32_t>(random.Next()) | 1;
  std::vector<uint64_t> set(4);
  for (int i = 0; i < 1'000'000; ++i) {
    for (uint64_t& shingle : set) shingle = random.Next();
    const size_t n = 1 + i % set.size();
    const size_t slots =
        kSlotsPerVector * (i % 64 == 0 ? 1 + random.Below(8) : 1);
    uint32_t expected[kMaxSlots];
    uint32_t found[kMaxSlots];
    scalar().min_slots(set.data(), n, multipliers.data(), slots, expected);
    kernels().min_slots(set.data(), n, multipliers.data(), slots, found);
    ASSERT_TRUE(std::equal(expected, expected + slots, found)) << slots;
  }
}

TEST_P(KernelsTest, BitmapsAreEquallyFarApart) {
  Random random(3);
  uint64_t a[kBitmapWords];
  uint64_t b[kBitmapWords];
  for (int i = 0; i < 100'000; ++i) {
    for (uint64_t& word : a) word = random.Next();
    for (uint64_t& word : b) word = random.Next() & random.Next();
    ASSERT_EQ(kernels().distance(a, b), scalar().distance(a, b));
  }
}

INSTANTIATE_TEST_SUITE_P(Levels, KernelsTest,
                         testing::Values(SimdLevel::kBest, SimdLevel::kAvx2,
                                         SimdLevel::kAvx512));

}  // namespace
}  // namespace concord
