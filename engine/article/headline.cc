#include "engine/article/headline.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/article/line_words.h"

namespace concord {
namespace {

// Shorter words are grammar; of longer ones the begin is compared, so that
// "crashes" finds "crash".
constexpr size_t kShortestContent = 4;
constexpr size_t kStem = 5;
constexpr size_t kShortestHeadline = 4;  // words

using Stems = absl::flat_hash_set<std::string>;

Stems StemsOf(absl::string_view words) {
  Stems stems;
  for (const LineWord& word : WordsOf(words)) {
    if (word.text.size() >= kShortestContent) {
      stems.emplace(word.text.substr(0, kStem));
    }
  }
  return stems;
}

// Two shared words, or one of the only two.
bool Heads(const Stems& candidate, const Stems& body) {
  size_t shared = 0;
  for (const std::string& stem : candidate) shared += body.contains(stem);
  return shared >= 2 || (shared == 1 && candidate.size() <= 2);
}

}  // namespace

std::optional<size_t> ChooseHeadline(
    absl::Span<const absl::string_view> candidates, absl::string_view body) {
  const Stems body_stems = StemsOf(body);
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (WordsOf(candidates[i]).size() >= 3 &&
        Heads(StemsOf(candidates[i]), body_stems)) {
      return i;
    }
  }
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (WordsOf(candidates[i]).size() >= kShortestHeadline) return i;
  }
  if (candidates.size() == 1) return 0;
  return std::nullopt;
}

}  // namespace concord
