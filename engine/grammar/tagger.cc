#include "engine/grammar/tagger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/finite_verb.h"

namespace concord {
namespace {

// By how much, in sums of weights, a past tense may have lost against the
// participle and still be taken for the verb that a sentence wants. Of those
// that lost by less nearly all are one; by more, half.
constexpr int kFurthestBehind = 200;

}  // namespace

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
  const auto best = static_cast<Tag>(kernels_.greatest(sums));
  if (best == Tag::kVBN) NotePast(i, sums, tags);
  return best;
}

void Tagger::NotePast(size_t i, const int16_t* sums,
                      const std::vector<Tag>& tags) {
  const int behind = sums[static_cast<size_t>(Tag::kVBN)] -
                     sums[static_cast<size_t>(Tag::kVBD)];
  if (behind < nearest_past_.behind && MayFollowSubject(tags)) {
    nearest_past_ = {i, behind};
  }
}

void Tagger::TagWords(absl::Span<const Word> words, std::vector<Tag>& tags) {
  entries_.clear();
  for (const Word& word : words) entries_.push_back(model_.Find(word.form));
  features_.Begin(words, entries_);
  nearest_past_ = {0, kFurthestBehind};
  tags.clear();
  TagFrom(0, words, tags);
  if (nearest_past_.behind == kFurthestBehind) return;
  if (!WantsFiniteVerb(words, tags)) return;
  tags.resize(nearest_past_.word);
  tags.push_back(Tag::kVBD);
  features_.Rewind();
  TagFrom(tags.size(), words, tags);
}

void Tagger::TagFrom(size_t first, absl::Span<const Word> words,
                     std::vector<Tag>& tags) {
  const auto sure = [&](size_t i) {
    return entries_[i].sure_tag != LexiconEntry::kNotSure;
  };
  // While one word is decided, memory brings the rows of the next.
  Kept kept[2];
  if (first < words.size() && !sure(first)) Keep(first, kept[first % 2]);
  for (size_t i = first; i < words.size(); ++i) {
    if (i + 1 < words.size() && !sure(i + 1)) Keep(i + 1, kept[(i + 1) % 2]);
    tags.push_back(sure(i) ? static_cast<Tag>(entries_[i].sure_tag)
                           : Decide(i, kept[i % 2], tags));
  }
}

}  // namespace concord
