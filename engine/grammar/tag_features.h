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

  // Writes the hashes of word i that depend on the tags before it. Words are
  // asked for from left to right, anew after Rewind(); some may be passed over.
  void Dynamic(size_t i, const std::vector<Tag>& tags,
               std::array<uint32_t, kDynamicCount>& hashes);
  void Rewind();

 private:
  using Atoms = AtomArray<tagging::kAtomCount>;
  void FillAtoms(size_t i, Atoms& atoms) const;
  uint32_t ClauseAtom(size_t i, const std::vector<Tag>& tags);

  const Kernels& kernels_;
  absl::Span<const Word> words_;
  absl::Span<const LexiconEntry> entries_;
  std::vector<ScaledAtoms<tagging::kAtomCount>> atoms_;
  std::vector<uint32_t> static_;
  // How far the finite verbs are counted: those that words before it have been
  // tagged as, and those among the words from it on that can be nothing else.
  size_t passed_ = 0;
  uint32_t finite_so_far_ = 0;
  uint32_t surely_finite_ahead_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_TAG_FEATURES_H_
