#include "engine/reconcile/word_rarity.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "engine/lexicon/lexicon.h"

namespace concord {
namespace {

// A word of this many bits or fewer stands 500 times in a million words:
// "against", "government". Sharing it says nothing.
constexpr int kCommonBits = 11;

}  // namespace

float WordRarity(absl::string_view lemma) {
  const int bits = Lexicon::English().Bits(lemma);
  if (bits == 0) return kMaxRarity;
  return std::clamp(static_cast<float>(bits - kCommonBits), 0.0f, kMaxRarity);
}

}  // namespace concord
