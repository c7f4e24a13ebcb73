#include "tools/word_tables/lexicon_writer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/lexicon_format.h"

namespace concord {
namespace {

// Words a bucket on average, and slots for one that stays empty: more of
// either makes the table smaller and the search for displacements longer.
constexpr size_t kBucketWords = 4;
constexpr size_t kSlotsForOneEmpty = 16;

constexpr size_t kMostOfAByte = std::numeric_limits<uint8_t>::max();

uint64_t HashOf(absl::string_view word) {
  return LexiconChecksum(word.data(), word.size());
}

// Sends every one of a set of hashes to a slot of its own.
class SlotFinder {
 public:
  explicit SlotFinder(std::vector<uint64_t> hashes)
      : hashes_(std::move(hashes)),
        displacements_(hashes_.size() / kBucketWords + 1),
        taken_(hashes_.size() + hashes_.size() / kSlotsForOneEmpty + 1) {}

  // Full buckets first, while there is room for them.
  absl::Status Search() {
    std::vector<std::vector<uint64_t>> buckets(displacements_.size());
    for (const uint64_t hash : hashes_) {
      buckets[BucketOf(hash, Buckets())].push_back(hash);
    }
    std::vector<size_t> order(buckets.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return buckets[a].size() > buckets[b].size();
    });
    for (const size_t bucket : order) {
      CONCORD_RETURN_IF_ERROR(Place(bucket, buckets[bucket]));
    }
    return absl::OkStatus();
  }

  uint32_t Slot(uint64_t hash) const {
    return SlotOf(hash, displacements_[BucketOf(hash, Buckets())], Slots());
  }

  uint32_t Slots() const { return static_cast<uint32_t>(taken_.size()); }
  uint32_t Buckets() const {
    return static_cast<uint32_t>(displacements_.size());
  }
  absl::Span<const uint16_t> displacements() const { return displacements_; }

 private:
  absl::Status Place(size_t bucket, const std::vector<uint64_t>& hashes) {
    constexpr int kMost = std::numeric_limits<uint16_t>::max();
    for (int displacement = 0; displacement <= kMost; ++displacement) {
      displacements_[bucket] = static_cast<uint16_t>(displacement);
      if (TakeSlots(hashes)) return absl::OkStatus();
    }
    return absl::InvalidArgumentError(
        absl::StrCat("no free slots for bucket ", bucket));
  }

  // All or none.
  bool TakeSlots(const std::vector<uint64_t>& hashes) {
    for (size_t i = 0; i < hashes.size(); ++i) {
      const uint32_t slot = Slot(hashes[i]);
      if (taken_[slot]) {
        while (i-- > 0) taken_[Slot(hashes[i])] = false;
        return false;
      }
      taken_[slot] = true;
    }
    return true;
  }

  std::vector<uint64_t> hashes_;
  std::vector<uint16_t> displacements_;
  std::vector<bool> taken_;
};

absl::Status CheckRow(absl::string_view word, const LexiconRow& row) {
  const bool fits =
      !word.empty() && word.size() <= kMostOfAByte && row.bits >= 0 &&
      row.bits <= static_cast<int>(kMostOfAByte) &&
      std::max({row.senses.size(), row.broader.size(), row.antonyms.size()}) <=
          kMostOfAByte;
  if (fits) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("'", word, "' does not fit the format"));
}

// The rows, and an empty one for every word that they mention.
LexiconRows WithMentioned(const LexiconRows& rows) {
  LexiconRows all = rows;
  for (const auto& [word, row] : rows) {
    if (!row.base.empty()) all[row.base];
    if (!row.family.empty()) all[row.family];
  }
  return all;
}

std::vector<uint64_t> HashesOf(const LexiconRows& rows) {
  std::vector<uint64_t> hashes;
  for (const auto& [word, row] : rows) hashes.push_back(HashOf(word));
  return hashes;
}

// The sections but the first, filled word by word.
struct Sections {
  std::vector<LexiconWord> words;
  std::vector<uint16_t> numbers;
  std::string texts;
};

class SectionBuilder {
 public:
  explicit SectionBuilder(const SlotFinder& slots) : slots_(slots) {
    built_.words.resize(slots.Slots());
  }

  void Add(const std::string& word, const LexiconRow& row) {
    const uint64_t hash = HashOf(word);
    LexiconWord& entry = built_.words[slots_.Slot(hash)];
    entry.check = static_cast<uint32_t>(hash);
    entry.text = static_cast<uint32_t>(built_.texts.size());
    built_.texts += static_cast<char>(word.size());
    built_.texts += word;
    entry.base = Reference(row.base);
    entry.family = Reference(row.family);
    entry.bits = static_cast<uint8_t>(row.bits);
    entry.lists = static_cast<uint32_t>(built_.numbers.size());
    entry.senses = AddList(row.senses);
    entry.broader = AddList(row.broader);
    entry.antonyms = AddList(row.antonyms);
  }

  const Sections& built() const { return built_; }

 private:
  uint32_t Reference(const std::string& word) const {
    return word.empty() ? LexiconWord::kNone : slots_.Slot(HashOf(word));
  }

  uint8_t AddList(const std::vector<uint16_t>& list) {
    built_.numbers.insert(built_.numbers.end(), list.begin(), list.end());
    return static_cast<uint8_t>(list.size());
  }

  const SlotFinder& slots_;
  Sections built_;
};

template <typename T>
absl::string_view BytesOf(absl::Span<const T> rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(T)};
}

void AppendSection(absl::string_view section, LexiconPlace& place,
                   std::string& file) {
  place.offset = file.size();
  place.bytes = section.size();
  file.append(section.data(), section.size());
  file.resize(AlignLexicon(file.size()));
  place.checksum =
      LexiconChecksum(file.data() + place.offset, file.size() - place.offset);
}

std::string Assemble(const SlotFinder& slots, const Sections& sections,
                     LexiconHeader header) {
  std::string file(sizeof(header), '\0');
  LexiconPlace* places = header.sections;
  AppendSection(BytesOf(slots.displacements()), places[kDisplacementSection],
                file);
  AppendSection(BytesOf<LexiconWord>(sections.words), places[kWordSection],
                file);
  AppendSection(BytesOf<uint16_t>(sections.numbers), places[kNumberSection],
                file);
  AppendSection(sections.texts, places[kTextSection], file);
  std::memcpy(header.magic, kLexiconMagic, sizeof(kLexiconMagic));
  header.version = kLexiconVersion;
  header.buckets = slots.Buckets();
  header.slots = slots.Slots();
  header.file_bytes = file.size();
  header.checksum = HeaderChecksum(header);
  std::memcpy(file.data(), &header, sizeof(header));
  return file;
}

}  // namespace

absl::StatusOr<std::string> WriteLexicon(const LexiconRows& rows,
                                         uint64_t source) {
  const LexiconRows all = WithMentioned(rows);
  for (const auto& [word, row] : all) {
    CONCORD_RETURN_IF_ERROR(CheckRow(word, row));
  }
  SlotFinder slots(HashesOf(all));
  CONCORD_RETURN_IF_ERROR(slots.Search());
  SectionBuilder builder(slots);
  for (const auto& [word, row] : all) builder.Add(word, row);
  LexiconHeader header;
  header.words = static_cast<uint32_t>(all.size());
  header.source = source;
  return Assemble(slots, builder.built(), header);
}

}  // namespace concord
