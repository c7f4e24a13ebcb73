// The features of tagging decisions: shared by the tagger and its trainer.

#ifndef CONCORD_ENGINE_GRAMMAR_TAG_FEATURES_H_
#define CONCORD_ENGINE_GRAMMAR_TAG_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/features.h"
#include "engine/grammar/kernels.h"
#include "engine/grammar/model.h"
#include "engine/grammar/tag.h"
#include "engine/grammar/word.h"

namespace concord {

// Hashes the features of one sentence's words, static ones all at once, dynamic
// ones as the tags before them become known. Reused from sentence to sentence.
class TagFeatures {
 public:
  static constexpr size_t kStaticCount = std::size(tagging::kStatic);
  static constexpr size_t kDynamicCount = std::size(tagging::kDynamic);

  explicit TagFeatures(const Kernels& kernels) : kernels_(kernels) {}

  // Begins a sentence. `entries` says what is known of each word.
  // REQUIRES: as many entries as words; both outlive the use of *this.
  void Begin(absl::Span<const Word> words,
             absl::Span<const LexiconEntry> entries);

  // The hashes of word i that depend on no tag: kStaticCount.
  const uint32_t* Static(size_t i) const { return &static_[i * kStaticCount]; }

  // Writes the hashes of word i that depend on the two tags before it.
  void Dynamic(size_t i, const std::vector<Tag>& tags,
               std::array<uint32_t, kDynamicCount>& hashes);

 private:
  using Atoms = AtomArray<tagging::kAtomCount>;
  void FillAtoms(size_t i, Atoms& atoms) const;

  const Kernels& kernels_;
  absl::Span<const Word> words_;
  absl::Span<const LexiconEntry> entries_;
  std::vector<ScaledAtoms<tagging::kAtomCount>> atoms_;
  std::vector<uint32_t> static_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_TAG_FEATURES_H_
