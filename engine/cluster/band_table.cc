#include "engine/cluster/band_table.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "absl/types/span.h"
#include "engine/cluster/huge_array.h"
#include "engine/cluster/text_line.h"

namespace concord {
namespace {

// A bit for each used slot whose tag is `tag`.
inline uint32_t MatchTags(const Bucket& bucket, uint16_t tag) {
  uint32_t matches = 0;
#if defined(__SSE2__)
  // Eight tags and the last two, which the first ids follow.
  const auto* p = reinterpret_cast<const __m128i*>(&bucket);
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(tag));
  const __m128i low = _mm_cmpeq_epi16(_mm_load_si128(p), wanted);
  const __m128i high = _mm_cmpeq_epi16(_mm_load_si128(p + 1), wanted);
  matches =
      static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
#else
  for (size_t i = 0; i < Bucket::kSlots; ++i) {
    matches |= uint32_t{bucket.tags[i] == tag} << i;
  }
#endif
  return matches & ((1u << bucket.count()) - 1);
}

void Append(const Bucket& bucket, uint32_t matches,
            std::vector<uint32_t>& ids) {
  for (; matches != 0; matches &= matches - 1) {
    ids.push_back(bucket.ids[std::countr_zero(matches)]);
  }
}

inline size_t AppendMatches(const Bucket& bucket, uint16_t tag,
                            std::vector<uint32_t>& ids) {
  const uint32_t matches = MatchTags(bucket, tag);
  if (matches == 0) return 0;  // by far the most
  Append(bucket, matches, ids);
  return static_cast<size_t>(std::popcount(matches));
}

void Put(Bucket& bucket, uint16_t tag, uint32_t id) {
  const size_t slot = bucket.count();
  bucket.tags[slot] = tag;
  bucket.ids[slot] = id;
  ++bucket.next_and_count;
}

}  // namespace

size_t BandView::Find(uint64_t key, std::vector<uint32_t>& ids) const {
  const uint16_t tag = static_cast<uint16_t>(key);
  size_t count = 0;
  const Bucket* bucket = &buckets[BucketOf(key)];
  for (size_t steps = 0; steps < kMaxChain; ++steps) {
    count += AppendMatches(*bucket, tag, ids);
    if (bucket->next() == 0) break;
    bucket = &overflow[bucket->next() - 1];
  }
  return count;
}

bool BandView::IsSound(size_t texts) const {
  const auto sound = [&](const Bucket& bucket) {
    if (bucket.next() > overflow.size()) return false;
    if (bucket.count() > Bucket::kSlots) return false;
    return std::all_of(bucket.ids, bucket.ids + bucket.count(),
                       [&](uint32_t id) { return id < texts; });
  };
  return !buckets.empty() &&
         std::all_of(buckets.begin(), buckets.end(), sound) &&
         std::all_of(overflow.begin(), overflow.end(), sound);
}

BandTable::Outcome BandTable::FindAndInsert(uint64_t key, uint32_t id,
                                            const TextLine* lines,
                                            std::vector<uint32_t>& found,
                                            std::vector<uint32_t>& losers) {
  // Before any pointer into it is taken.
  if (overflow_used_ == overflow_.size()) {
    overflow_.Grow(overflow_used_, overflow_used_ + overflow_used_ / 4 + 16);
  }
  const uint16_t tag = static_cast<uint16_t>(key);
  Bucket* const first = &buckets_[view().BucketOf(key)];
  Bucket* last = first;
  size_t matches = AppendMatches(*last, tag, found);
  size_t chain = 1;
  while (last->next() != 0) {
    last = &overflow_[last->next() - 1];
    matches += AppendMatches(*last, tag, found);
    ++chain;
  }
  const bool full = last->count() == Bucket::kSlots;
  if (matches >= cap_) {
    return InsertCapped(first, false, tag, id, lines, losers);
  }
  if (full && chain == kMaxChain) {
    return InsertCapped(first, true, tag, id, lines, losers);
  }
  Put(full ? AddOverflow(*last) : *last, tag, id);
  return Outcome::kAdded;
}

Bucket& BandTable::AddOverflow(Bucket& last) {
  Bucket& added = overflow_[overflow_used_++];
  last.next_and_count |= static_cast<uint32_t>(overflow_used_) << 4;
  return added;
}

// The cold path of a key, or of a whole chain, that is full: of the texts there
// and `id` the one of greatest identity goes, of equals the one that came
// later.
BandTable::Outcome BandTable::InsertCapped(Bucket* first, bool whole_chain,
                                           uint16_t tag, uint32_t id,
                                           const TextLine* lines,
                                           std::vector<uint32_t>& losers) {
  const auto rank = [&](uint32_t text) {
    return std::pair(lines[text].identity, text);
  };
  std::pair<uint64_t, uint32_t> greatest(0, 0);
  Bucket* its_bucket = first;
  size_t its_slot = 0;
  for (Bucket* bucket = first;; bucket = &overflow_[bucket->next() - 1]) {
    for (size_t slot = 0; slot < bucket->count(); ++slot) {
      if (!whole_chain && bucket->tags[slot] != tag) continue;
      if (rank(bucket->ids[slot]) < greatest) continue;
      greatest = rank(bucket->ids[slot]);
      its_bucket = bucket;
      its_slot = slot;
    }
    if (bucket->next() == 0) break;
  }
  if (greatest < rank(id)) {
    losers.push_back(id);
    return Outcome::kRefused;
  }
  losers.push_back(greatest.second);
  its_bucket->ids[its_slot] = id;
  its_bucket->tags[its_slot] = tag;
  return Outcome::kReplaced;
}

}  // namespace concord
