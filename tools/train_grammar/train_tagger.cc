#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/tag_features.h"
#include "tools/train_grammar/trainers.h"

namespace concord {
namespace {

constexpr size_t kFeatureCount =
    TagFeatures::kStaticCount + TagFeatures::kDynamicCount;

// By how much a tag must win, in units of one weight's step.
constexpr int32_t kTagMargin = 48;

class TaggerTrainer {
 public:
  TaggerTrainer() : features_(Kernels::Best()) {}

  // Tags a sentence as the tagger would; learns from its errors if told to.
  void Run(const TrainingSentence& s, bool learn, std::vector<Tag>& tags) {
    features_.Begin(s.words, s.entries);
    tags.clear();
    for (size_t i = 0; i < s.words.size(); ++i) {
      const uint8_t sure = s.entries[i].sure_tag;
      tags.push_back(sure != LexiconEntry::kNotSure
                         ? static_cast<Tag>(sure)
                         : Decide(s, i, learn, tags));
    }
  }

  std::vector<WeightRow> Averaged() const { return perceptron_.Averaged(); }

 private:
  Tag Decide(const TrainingSentence& s, size_t i, bool learn,
             const std::vector<Tag>& tags) {
    std::array<uint32_t, kFeatureCount> hashes;
    std::array<uint32_t, TagFeatures::kDynamicCount> dynamic;
    features_.Dynamic(i, tags, dynamic);
    std::copy_n(features_.Static(i), TagFeatures::kStaticCount, hashes.begin());
    std::copy(dynamic.begin(), dynamic.end(),
              hashes.begin() + TagFeatures::kStaticCount);
    const auto scores = perceptron_.Score(hashes);
    const size_t best =
        std::max_element(scores.begin(), scores.end()) - scores.begin();
    if (learn) {
      const auto gold = static_cast<size_t>(s.source->gold.tags[i]);
      perceptron_.Learn(hashes, scores, gold, /*first=*/0, kTagMargin);
    }
    return static_cast<Tag>(best);
  }

  TagFeatures features_;
  Perceptron<kTagCount> perceptron_;
};

TaggerTrainer Train(absl::Span<const TrainingSentence* const> sentences,
                    int epochs, uint64_t seed) {
  TaggerTrainer trainer;
  SplitMix random(seed + 1);
  std::vector<const TrainingSentence*> order(sentences.begin(),
                                             sentences.end());
  std::vector<Tag> tags;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.Shuffle(order);
    for (const TrainingSentence* s : order) trainer.Run(*s, true, tags);
  }
  return trainer;
}

}  // namespace

std::vector<TrainingSentence> PrepareSentences(
    absl::Span<const GoldSentence> sentences, const TrainingLexicon& lexicon) {
  std::vector<TrainingSentence> out(sentences.size());
  for (size_t i = 0; i < sentences.size(); ++i) {
    out[i].source = &sentences[i];
    DescribeWords(sentences[i].text, sentences[i].tokens, out[i].words);
    out[i].entries = lexicon.FindAll(out[i].words);
    out[i].tags = sentences[i].gold.tags;
  }
  return out;
}

std::vector<WeightRow> TrainTagger(
    absl::Span<const TrainingSentence* const> sentences, int epochs,
    uint64_t seed) {
  return Train(sentences, epochs, seed).Averaged();
}

void JackknifeTags(std::vector<TrainingSentence>& sentences, int folds,
                   int epochs) {
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<const TrainingSentence*> others;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (static_cast<int>(i % folds) != fold) others.push_back(&sentences[i]);
    }
    TaggerTrainer trainer = Train(others, epochs, /*seed=*/0);
    for (size_t i = fold; i < sentences.size(); i += folds) {
      trainer.Run(sentences[i], false, sentences[i].tags);
    }
  }
}

}  // namespace concord
