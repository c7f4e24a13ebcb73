// Words to tags, left to right: an averaged perceptron (Collins,
// "Discriminative training methods for hidden Markov models", 2002) that sees
// two tags back and two words ahead.

#ifndef CONCORD_ENGINE_GRAMMAR_TAGGER_H_
#define CONCORD_ENGINE_GRAMMAR_TAGGER_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/kernels.h"
#include "engine/grammar/model.h"
#include "engine/grammar/tag.h"
#include "engine/grammar/tag_features.h"
#include "engine/grammar/word.h"

namespace concord {

// Holds room that is used again from sentence to sentence: not safe for use
// from two threads at once.
class Tagger {
 public:
  // `model` must outlive *this.
  Tagger(const GrammarModel& model, const Kernels& kernels)
      : model_(model), kernels_(kernels), features_(kernels) {}

  // Sets tags[i] to the tag of words[i]. Where the sentence then wants a finite
  // verb (finite_verb.h), the participle that came nearest becomes one, and
  // what follows it is tagged anew. Time is linear.
  void TagWords(absl::Span<const Word> words, std::vector<Tag>& tags);

 private:
  // The static features of one word that may have weights.
  struct Kept {
    uint32_t hashes[TagFeatures::kStaticCount];
    size_t count = 0;
  };
  void Keep(size_t i, Kept& kept) const;
  // The participle that was nearest to being a past tense.
  struct Past {
    size_t word = 0;
    int behind = 0;  // by how much the past tense lost
  };

  void TagFrom(size_t first, absl::Span<const Word> words,
               std::vector<Tag>& tags);
  Tag Decide(size_t i, const Kept& kept, const std::vector<Tag>& tags);
  void NotePast(size_t i, const int16_t* sums, const std::vector<Tag>& tags);

  const GrammarModel& model_;
  const Kernels& kernels_;
  TagFeatures features_;
  std::vector<LexiconEntry> entries_;
  Past nearest_past_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_TAGGER_H_
