#include "engine/grammar/tagger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace concord {

Tag Tagger::Decide(size_t i, const std::vector<Tag>& tags) const {
  std::array<uint32_t, TagFeatures::kDynamicCount> dynamic;
  features_.Dynamic(i, tags, dynamic);
  alignas(32) int16_t sums[64] = {};
  const GrammarModel::WideTable& table = model_.tags();
  kernels_.add_wide(features_.Static(i), TagFeatures::kStaticCount, table.rows,
                    table.bits, sums);
  kernels_.add_wide(dynamic.data(), dynamic.size(), table.rows, table.bits,
                    sums);
  return static_cast<Tag>(std::max_element(sums, sums + kTagCount) - sums);
}

void Tagger::Prefetch(size_t i) const {
  const uint32_t* hashes = features_.Static(i);
  for (size_t k = 0; k < TagFeatures::kStaticCount; ++k) {
    __builtin_prefetch(
        &model_.tags().rows[SlotOf(hashes[k], model_.tags().bits)]);
  }
}

void Tagger::TagWords(absl::Span<const Word> words, std::vector<Tag>& tags) {
  entries_.clear();
  for (const Word& word : words) entries_.push_back(model_.Find(word.form));
  features_.Begin(words, entries_);
  tags.clear();
  for (size_t i = 0; i < words.size(); ++i) {
    const uint8_t sure = entries_[i].sure_tag;
    if (i + 1 < words.size()) Prefetch(i + 1);
    tags.push_back(sure != LexiconEntry::kNotSure ? static_cast<Tag>(sure)
                                                  : Decide(i, tags));
  }
}

}  // namespace concord
