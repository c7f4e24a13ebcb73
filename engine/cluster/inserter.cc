#include "engine/cluster/inserter.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/band_table.h"
#include "engine/cluster/candidates.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/text_line.h"

namespace concord {
namespace {

// A chunk is a share of the texts the index is made for: the more there are,
// the farther apart are the buckets of a table, and the more must be asked for
// in one pass for two to be neighbours. Small chunks stay in the second-level
// cache; large ones still in the third.
constexpr size_t kChunksOfIndex = 64;
constexpr size_t kLeastChunk = 1024;
constexpr size_t kGreatestChunk = 65536;
// Long texts make a chunk end earlier: bytes it has for each text.
constexpr size_t kChunkBytesPerText = 256;

// From so many texts on, a chunk's are put in the order of their buckets: by
// the leading bits of the key, all but so many.
constexpr uint32_t kLeastOrdered = 1024;
constexpr int kPartShift = 54;
constexpr size_t kParts = size_t{1} << (64 - kPartShift);

// How far ahead buckets are asked for.
constexpr size_t kBucketsAhead = 16;
// How many texts ahead their bytes are asked for.
constexpr size_t kTextsAhead = 4;

// The longest start of `texts` that is no more than `most` texts nor ends later
// than the text that has their bytes full, one text at least.
size_t ChunkLength(absl::Span<const absl::string_view> texts, size_t most) {
  const size_t limit = std::min(texts.size(), most);
  const size_t byte_limit = kChunkBytesPerText * most;
  size_t bytes = 0;
  size_t n = 0;
  while (n < limit && bytes < byte_limit) bytes += texts[n++].size();
  return n;
}

}  // namespace

// What one worker writes; others read it after the next wait.
struct alignas(64) Inserter::Worker {
  Worker(const Sketcher& s, const Kernels& kernels)
      : sketcher(s), judge(kernels) {}

  Sketcher sketcher;
  Judge judge;
  // Shingles of the texts [block_begin, block_begin + block.size()).
  ShingleBlock block;
  size_t block_begin = 0;
  std::vector<uint32_t> found;
  std::vector<Candidate> hits;
  std::vector<uint32_t> losers;
  // Texts of the chunk, by bucket.
  std::vector<uint32_t> order;
  uint64_t capped = 0;  // postings lost
  std::vector<Candidate> candidates;
  std::vector<Candidate> scratch;
  std::vector<ClusterEdge> edges;
};

Inserter::Inserter(SimilarityIndex& index, CapPolicy policy)
    : index_(index),
      policy_(policy),
      kernels_(KernelsFor(index.options.simd)),
      bands_(index.bands.size()),
      chunk_texts_(std::clamp(index.lines.size() / kChunksOfIndex, kLeastChunk,
                              kGreatestChunk)) {
  const Sketcher sketcher(index.kind, index.options.bands, index.options.rows,
                          kernels_);
  const int threads = std::max(index.options.threads, 1);
  workers_.reserve(static_cast<size_t>(threads));
  for (int i = 0; i < threads; ++i) workers_.emplace_back(sketcher, kernels_);
  if (policy == CapPolicy::kSettleLater) {
    unsettled_.resize(index.lines.size() / 64 + 1);
  }
}

Inserter::~Inserter() = default;

void Inserter::Insert(absl::Span<const absl::string_view> texts,
                      std::vector<ClusterEdge>& edges) {
  silent_ = false;
  RunChunks(texts);
  for (Worker& worker : workers_) {
    edges.insert(edges.end(), worker.edges.begin(), worker.edges.end());
    worker.edges.clear();
  }
}

void Inserter::InsertSilently(absl::Span<const absl::string_view> texts) {
  silent_ = true;
  RunChunks(texts);
  for (Worker& worker : workers_) worker.edges.clear();
}

void Inserter::RunChunks(absl::Span<const absl::string_view> texts) {
  rest_ = texts;
  NextChunk();
  RunTeam(workers_.size(), [&](size_t worker, Team& team) {
    while (chunk_size_ > 0) InsertChunk(worker, team);
  });
}

void Inserter::NextChunk() {
  chunk_size_ = ChunkLength(rest_, chunk_texts_ * workers_.size());
  texts_ = rest_.first(chunk_size_);
  rest_.remove_prefix(chunk_size_);
  first_ = static_cast<uint32_t>(index_.size);
  keys_.resize(std::max(keys_.size(), (bands_ + 1) * chunk_size_));
}

// Runs on every worker at once.
void Inserter::InsertChunk(size_t worker, Team& team) {
  const size_t shares = team.size();
  const size_t begin = chunk_size_ * worker / shares;
  const size_t end = chunk_size_ * (worker + 1) / shares;
  Worker& self = workers_[worker];
  self.hits.clear();
  ShingleSlice(self, begin, end);
  team.Wait([&] { Collapse(self); });
  for (size_t band = worker; band < bands_; band += shares) {
    FindAndInsertInBand(self, band);
  }
  team.Wait();
  if (!silent_) JudgeSlice(self, begin, end);
  team.Wait([&] { NextChunk(); });
}

void Inserter::ShingleSlice(Worker& worker, size_t begin, size_t end) {
  worker.block.Clear();
  worker.block_begin = begin;
  for (size_t i = begin; i < end; ++i) {
    if (i + kTextsAhead < end) PrefetchText(texts_[i + kTextsAhead]);
    worker.block.Add(texts_[i]);
  }
  worker.block.Shingle(kernels_);
  for (size_t i = begin; i < end; ++i) {
    const auto shingles = worker.block[i - begin].shingles;
    worker.sketcher.BandKeys(shingles, &keys_[i], chunk_size_);
    TextLine& line = index_.lines[first_ + i];
    SetShingles(shingles, line);
    line.identity = IdentityKey(shingles);
    line.text = reinterpret_cast<uintptr_t>(texts_[i].data());
    line.bytes = static_cast<uint32_t>(texts_[i].size());
    keys_[bands_ * chunk_size_ + i] = line.identity;
  }
  // A short chunk has nothing to do while it waits for its first buckets.
  if (chunk_size_ <= kBucketsAhead) PrefetchBuckets(begin, end);
}

void Inserter::PrefetchBuckets(size_t begin, size_t end) const {
  for (size_t i = begin; i < end; ++i) {
    index_.identity.view().Prefetch(keys_[bands_ * chunk_size_ + i]);
    for (size_t band = 0; band < bands_; ++band) {
      index_.bands[band].view().Prefetch(keys_[band * chunk_size_ + i]);
    }
  }
}

// Finds the texts of the chunk that repeat an earlier one. One worker does it,
// in the order of texts: this is a thirtieth of the work.
void Inserter::Collapse(Worker& worker) {
  const uint64_t* const keys = &keys_[bands_ * chunk_size_];
  index_.size += chunk_size_;
  const IndexView view = index_.view();
  for (size_t i = 0; i < chunk_size_; ++i) {
    if (i + kBucketsAhead < chunk_size_) {
      index_.identity.view().Prefetch(keys[i + kBucketsAhead]);
    }
    const uint32_t id = first_ + static_cast<uint32_t>(i);
    const uint32_t first = FindIdentical(view, worker, keys[i], id);
    if (first == id) continue;
    index_.SetRepeat(id);
    worker.edges.push_back({first, id, 1.0f});
    ++duplicates_;
  }
}

// The first text identical to `id`, which may be `id`.
uint32_t Inserter::FindIdentical(const IndexView& view, Worker& worker,
                                 uint64_t key, uint32_t id) {
  worker.found.clear();
  index_.identity.view().Find(key, worker.found);
  for (const uint32_t other : worker.found) {
    if (index_.lines[other].identity != key) continue;
    if (index_.TextOf(other) == index_.TextOf(id)) return other;
    worker.judge.SetText(Shingled(id - first_));
    if (worker.judge.Similarity(view, other) == 1.0) return other;
  }
  // Who loses a place here is compared in the bands, like any other text.
  std::vector<uint32_t> losers;
  worker.found.clear();
  index_.identity.FindAndInsert(key, id, index_.lines.data(), worker.found,
                                losers);
  return id;
}

// The chunk's texts by the leading bits of their keys, of equals the earlier
// first.
//
// Those bits choose the bucket, so that neighbours in this order touch lines of
// the same few pages. In the order of texts nearly every touch of a large table
// misses the translation buffer too, and a prefetch waits for the page walk.
void Inserter::OrderByBucket(Worker& worker, const uint64_t* keys) const {
  const uint32_t n = static_cast<uint32_t>(chunk_size_);
  worker.order.resize(n);
  uint32_t* const order = worker.order.data();
  if (n < kLeastOrdered) {
    std::iota(order, order + n, 0);
    return;
  }
  std::array<uint32_t, kParts + 1> begin{};
  for (uint32_t i = 0; i < n; ++i) ++begin[(keys[i] >> kPartShift) + 1];
  for (size_t part = 1; part < kParts; ++part) begin[part] += begin[part - 1];
  for (uint32_t i = 0; i < n; ++i) order[begin[keys[i] >> kPartShift]++] = i;
}

void Inserter::FindAndInsertInBand(Worker& worker, size_t band) {
  const uint64_t* const keys = &keys_[band * chunk_size_];
  OrderByBucket(worker, keys);
  const BandView view = index_.bands[band].view();
  const uint32_t* const order = worker.order.data();
  for (size_t i = 0; i < chunk_size_; ++i) {
    if (i + kBucketsAhead < chunk_size_) {
      view.Prefetch(keys[order[i + kBucketsAhead]]);
    }
    const uint32_t local = order[i];
    if (!index_.IsRepeat(first_ + local)) {
      FindAndInsertText(worker, index_.bands[band], keys[local], local);
    }
  }
}

inline void Inserter::FindAndInsertText(Worker& worker, BandTable& table,
                                        uint64_t key, uint32_t local) {
  worker.found.clear();
  const uint32_t id = first_ + local;
  const BandTable::Outcome outcome = table.FindAndInsert(
      key, id, index_.lines.data(), worker.found, worker.losers);
  if (outcome != BandTable::Outcome::kAdded) {
    LeaveUnsettled(id);
    for (const uint32_t loser : worker.losers) LeaveUnsettled(loser);
    worker.capped += worker.losers.size();
    worker.losers.clear();
    if (policy_ == CapPolicy::kSettleLater) return;
  }
  for (const uint32_t other : worker.found) {
    worker.hits.push_back({local, other});
  }
}

// Several workers may meet one text, or texts of one word.
void Inserter::LeaveUnsettled(uint32_t id) {
  if (policy_ != CapPolicy::kSettleLater) return;
  std::atomic_ref<uint64_t>(unsettled_[id / 64])
      .fetch_or(uint64_t{1} << (id % 64), std::memory_order_relaxed);
}

// Verifies what all workers' bands found for the texts [begin, end), but no
// pair that is to be found again when its texts are settled.
void Inserter::JudgeSlice(Worker& worker, size_t begin, size_t end) {
  std::vector<Candidate>& candidates = worker.candidates;
  candidates.clear();
  for (const Worker& other : workers_) {
    for (const Candidate& hit : other.hits) {
      if (hit.local < begin || hit.local >= end) continue;
      if (IsUnsettled(first_ + hit.local) || IsUnsettled(hit.id)) continue;
      candidates.push_back(hit);
    }
  }
  SortUnique(chunk_size_, candidates, worker.scratch);
  const IndexView view = index_.view();
  worker.judge.Filter(view, index_.lines.data() + first_, candidates);
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (i + kTextsAhead < candidates.size()) {
      PrefetchText(view.TextOf(candidates[i + kTextsAhead].id));
    }
    const auto [local, id] = candidates[i];
    if (i == 0 || local != candidates[i - 1].local) {
      worker.judge.SetText(Shingled(local));
    }
    const double similarity = worker.judge.Similarity(view, id);
    if (similarity < index_.options.threshold) continue;
    worker.edges.push_back(
        {id, first_ + local, static_cast<float>(similarity)});
  }
}

ShingledText Inserter::Shingled(uint32_t local) const {
  for (const Worker& worker : workers_) {
    const size_t i = local - worker.block_begin;
    if (i < worker.block.size()) return worker.block[i];
  }
  return {};
}

std::vector<uint32_t> Inserter::Unsettled() const {
  std::vector<uint32_t> ids;
  for (size_t i = 0; i < unsettled_.size(); ++i) {
    for (uint64_t bits = unsettled_[i]; bits != 0; bits &= bits - 1) {
      ids.push_back(static_cast<uint32_t>(64 * i + std::countr_zero(bits)));
    }
  }
  return ids;
}

ClusterStats Inserter::stats() const {
  ClusterStats stats;
  for (const Worker& worker : workers_) {
    stats.candidates += worker.judge.stats.candidates;
    stats.filter_passed += worker.judge.stats.filter_passed;
    stats.verified += worker.judge.stats.verified;
    stats.capped_postings += worker.capped;
  }
  stats.texts = index_.size;
  stats.distinct_sets = index_.size - duplicates_;
  stats.bytes = index_.bytes();
  return stats;
}

}  // namespace concord
