// Weights to the bytes of a model file: pruned, quantised, laid out.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_MODEL_WRITER_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_MODEL_WRITER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/grammar/model.h"
#include "tools/train_grammar/perceptron.h"

namespace concord {

struct ModelParts {
  std::vector<LexiconEntry> lexicon;  // what comes first wins a full slot
  std::vector<WeightRow> tags;
  std::vector<WeightRow> moves;
  std::vector<WeightRow> labels;
  // Rows of each table, as powers of two.
  uint32_t lexicon_bits = 16;
  uint32_t tag_bits = 16;
  uint32_t move_bits = 19;
  uint32_t label_bits = 15;
  uint64_t source = 0;  // digest of all that they were trained on
};

// The file. A slot that several features share goes to the one that is
// worth most; weights are scaled to fit eight bits, the few beyond cut.
std::string MakeModelFile(const ModelParts& parts);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_MODEL_WRITER_H_
