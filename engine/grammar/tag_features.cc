#include "engine/grammar/tag_features.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "engine/grammar/features.h"

namespace concord {
namespace {

// Zero stands for "no word", so that a tag's atom begins at one.
uint32_t TagAtom(const std::vector<Tag>& tags, size_t i, size_t back) {
  return i < back ? 0 : 1 + static_cast<uint32_t>(tags[i - back]);
}

bool IsSurelyFinite(const LexiconEntry& entry) {
  return entry.sure_tag != LexiconEntry::kNotSure &&
         IsFinite(static_cast<Tag>(entry.sure_tag));
}

}  // namespace

void TagFeatures::FillAtoms(size_t i, Atoms& atoms) const {
  using namespace tagging;
  static constexpr Word kNoWord;
  static constexpr LexiconEntry kNoEntry;
  const auto word = [&](size_t at) -> const Word& {
    return at < words_.size() ? words_[at] : kNoWord;
  };
  const auto entry = [&](size_t at) -> const LexiconEntry& {
    return at < entries_.size() ? entries_[at] : kNoEntry;
  };
  // Before the first word the index wraps around: beyond the end as well.
  const Word& w = word(i);
  atoms[kNil] = 0;
  atoms[kWM2] = word(i - 2).form;
  atoms[kWM1] = word(i - 1).form;
  atoms[kW0] = w.form;
  atoms[kWP1] = word(i + 1).form;
  atoms[kWP2] = word(i + 2).form;
  atoms[kAM1] = entry(i - 1).ambiguity;
  atoms[kA0] = entry(i).ambiguity;
  atoms[kAP1] = entry(i + 1).ambiguity;
  atoms[kAP2] = entry(i + 2).ambiguity;
  atoms[kLM1] = entry(i - 1).listed;
  atoms[kL0] = entry(i).listed;
  atoms[kLP1] = entry(i + 1).listed;
  atoms[kP1] = w.prefix[0];
  atoms[kP2] = w.prefix[1];
  atoms[kP3] = w.prefix[2];
  atoms[kS1] = w.suffix[0];
  atoms[kS2] = w.suffix[1];
  atoms[kS3] = w.suffix[2];
  atoms[kS4] = w.suffix[3];
  atoms[kHM1] = word(i - 1).shape;
  atoms[kH0] = w.shape;
  atoms[kHP1] = word(i + 1).shape;
  atoms[kS3P1] = word(i + 1).suffix[2];
}

void TagFeatures::Begin(absl::Span<const Word> words,
                        absl::Span<const LexiconEntry> entries) {
  words_ = words;
  entries_ = entries;
  Rewind();
  atoms_.resize(words.size());
  static_.resize(words.size() * kStaticCount);
  Atoms atoms;
  for (size_t i = 0; i < words.size(); ++i) {
    FillAtoms(i, atoms);
    atoms_[i].Set(atoms, kernels_);
    HashTemplates<tagging::kStatic, 0>(atoms_[i], kernels_,
                                       &static_[i * kStaticCount]);
  }
}

void TagFeatures::Rewind() {
  passed_ = 0;
  finite_so_far_ = 0;
  surely_finite_ahead_ = static_cast<uint32_t>(
      std::count_if(entries_.begin(), entries_.end(), IsSurelyFinite));
}

uint32_t TagFeatures::ClauseAtom(size_t i, const std::vector<Tag>& tags) {
  for (; passed_ < i; ++passed_) {
    finite_so_far_ += IsFinite(tags[passed_]);
    surely_finite_ahead_ -= IsSurelyFinite(entries_[passed_]);
  }
  const uint32_t ahead = surely_finite_ahead_ - IsSurelyFinite(entries_[i]);
  return 1 + 3 * std::min(finite_so_far_, 2u) + std::min(ahead, 2u);
}

void TagFeatures::Dynamic(size_t i, const std::vector<Tag>& tags,
                          std::array<uint32_t, kDynamicCount>& hashes) {
  atoms_[i].Set(tagging::kTM1, TagAtom(tags, i, 1));
  atoms_[i].Set(tagging::kTM2, TagAtom(tags, i, 2));
  atoms_[i].Set(tagging::kCL, ClauseAtom(i, tags));
  HashTemplates<tagging::kDynamic, kStaticCount>(atoms_[i], kernels_,
                                                 hashes.data());
}

}  // namespace concord
