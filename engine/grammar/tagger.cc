#include "engine/grammar/tagger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace concord {

void Tagger::Keep(size_t i, Kept& kept) const {
  kept.count = model_.tags().Keep(features_.Static(i),
                                  TagFeatures::kStaticCount, kept.hashes);
}

Tag Tagger::Decide(size_t i, const Kept& kept, const std::vector<Tag>& tags) {
  const WideTable& table = model_.tags();
  std::array<uint32_t, TagFeatures::kDynamicCount> dynamic;
  features_.Dynamic(i, tags, dynamic);
  const size_t count =
      table.Keep(dynamic.data(), dynamic.size(), dynamic.data());
  alignas(32) int16_t sums[64] = {};
  std::fill(sums + kTagCount, sums + 64, kForbidden);
  kernels_.add_wide(kept.hashes, kept.count, table.rows, table.bits, sums);
  kernels_.add_wide(dynamic.data(), count, table.rows, table.bits, sums);
  return static_cast<Tag>(kernels_.greatest(sums));
}

void Tagger::TagWords(absl::Span<const Word> words, std::vector<Tag>& tags) {
  entries_.clear();
  for (const Word& word : words) entries_.push_back(model_.Find(word.form));
  features_.Begin(words, entries_);
  tags.clear();
  const auto sure = [&](size_t i) {
    return entries_[i].sure_tag != LexiconEntry::kNotSure;
  };
  // While one word is decided, memory brings the rows of the next.
  Kept kept[2];
  if (!words.empty() && !sure(0)) Keep(0, kept[0]);
  for (size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && !sure(i + 1)) Keep(i + 1, kept[(i + 1) % 2]);
    tags.push_back(sure(i) ? static_cast<Tag>(entries_[i].sure_tag)
                           : Decide(i, kept[i % 2], tags));
  }
}

}  // namespace concord
