#include "tools/train_grammar/perceptron.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace concord {

void AddRows(const std::vector<WeightRow>& more, std::vector<WeightRow>& rows) {
  absl::flat_hash_map<uint32_t, size_t> index;
  for (size_t i = 0; i < rows.size(); ++i) index[rows[i].feature] = i;
  for (const WeightRow& row : more) {
    const auto [at, is_new] = index.try_emplace(row.feature, rows.size());
    if (is_new) {
      rows.push_back(row);
      continue;
    }
    rows[at->second].uses += row.uses;
    std::vector<int64_t>& sum = rows[at->second].weights;
    for (size_t k = 0; k < sum.size(); ++k) sum[k] += row.weights[k];
  }
}

}  // namespace concord
