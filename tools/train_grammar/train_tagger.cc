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

// The form of a word that was blanked: no real one has it, but by chance.
constexpr uint32_t kBlankForm = 0xB1A4B1A4;

constexpr size_t kFeatureCount =
    TagFeatures::kStaticCount + TagFeatures::kDynamicCount;

class TaggerTrainer {
 public:
  explicit TaggerTrainer(const Recipe& recipe)
      : recipe_(recipe), features_(Kernels::Best()) {}

  // Tags a sentence as the tagger would; learns from its errors if told to.
  void Run(const TrainingSentence& s, bool learn, std::vector<Tag>& tags) {
    words_ = s.words;
    entries_ = s.entries;
    if (learn) BlankSome();
    features_.Begin(words_, entries_);
    tags.clear();
    for (size_t i = 0; i < s.words.size(); ++i) {
      const uint8_t sure = entries_[i].sure_tag;
      tags.push_back(sure != LexiconEntry::kNotSure
                         ? static_cast<Tag>(sure)
                         : Decide(s, i, learn, tags));
    }
  }

  std::vector<WeightRow> Averaged() const { return perceptron_.Averaged(); }

 private:
  // Makes some words ones that the treebank does not have, so that what stands
  // around a word must be learned from as well ("word dropout": Iyyer et al.,
  // "Deep unordered composition rivals syntactic methods", 2015).
  void BlankSome() {
    const auto percent = static_cast<uint64_t>(recipe_.blank_percent);
    for (size_t i = 0; i < words_.size(); ++i) {
      if (entries_[i].sure_tag != LexiconEntry::kNotSure) continue;
      if (random_.Below(100) >= percent) continue;
      words_[i].form = kBlankForm;
      entries_[i].ambiguity = 0;
    }
  }

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
      perceptron_.Learn(hashes, scores, gold, /*first=*/0, recipe_.tag_margin);
    }
    return static_cast<Tag>(best);
  }

  const Recipe& recipe_;
  // Of each trainer the same: the order of sentences is what sets them apart.
  SplitMix random_{77};
  std::vector<Word> words_;
  std::vector<LexiconEntry> entries_;
  TagFeatures features_;
  Perceptron<kTagCount> perceptron_;
};

TaggerTrainer Train(absl::Span<const TrainingSentence* const> sentences,
                    int epochs, const Recipe& recipe, uint64_t seed) {
  TaggerTrainer trainer(recipe);
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

std::vector<WeightRow> TrainTagger(absl::Span<const TrainingSentence> sentences,
                                   const Recipe& recipe, uint64_t seed) {
  std::vector<const TrainingSentence*> all;
  for (const TrainingSentence& s : sentences) all.push_back(&s);
  return Train(all, recipe.tag_epochs, recipe, seed).Averaged();
}

void JackknifeTags(std::vector<TrainingSentence>& sentences,
                   const Recipe& recipe) {
  const int folds = recipe.folds;
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<const TrainingSentence*> others;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (static_cast<int>(i % folds) != fold) others.push_back(&sentences[i]);
    }
    TaggerTrainer trainer =
        Train(others, recipe.fold_epochs, recipe, /*seed=*/0);
    for (size_t i = fold; i < sentences.size(); i += folds) {
      trainer.Run(sentences[i], false, sentences[i].tags);
    }
  }
}

}  // namespace concord
