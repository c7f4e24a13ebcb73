#include "engine/reconcile/word_rarity.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// A word of this many bits or fewer stands 500 times in a million words:
// "against", "government". Sharing it says nothing.
constexpr int kCommonBits = 11;

using RarityMap = absl::flat_hash_map<absl::string_view, float>;

RarityMap* BuildRarities() {
  auto* rarities = new RarityMap;
  for (const WordTable::Row& row : WordTable::Named("word_weights").rows()) {
    int bits = 0;
    if (!absl::SimpleAtoi(row[1], &bits)) continue;
    const auto rarity = static_cast<float>(bits - kCommonBits);
    rarities->emplace(row[0], std::clamp(rarity, 0.0f, kMaxRarity));
  }
  return rarities;
}

}  // namespace

float WordRarity(absl::string_view lemma) {
  static const RarityMap& rarities = *BuildRarities();
  const auto found = rarities.find(lemma);
  return found == rarities.end() ? kMaxRarity : found->second;
}

}  // namespace concord
