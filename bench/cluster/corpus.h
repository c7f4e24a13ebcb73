// The texts that the benchmarks of this room run on, each made once a process.

#ifndef CONCORD_BENCH_CLUSTER_CORPUS_H_
#define CONCORD_BENCH_CLUSTER_CORPUS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/cluster.h"

namespace concord {

enum class CorpusKind {
  kClaims2k,
  kClaims200k,
  kClaims1M,
  kClaims4M,
  kBoilerplate200k,
  // No instance of a standing sentence is like another: what a cap must bear.
  kEditedBoilerplate200k,
  kDocuments10k,
  // Lines of the file that CONCORD_BENCH_SENTENCES names.
  kSentences,
};

struct Corpus {
  std::string name;
  bool documents = false;
  std::vector<std::string> texts;
  std::vector<absl::string_view> views;
  size_t bytes = 0;
  // Lower-case words with single blanks: what the plain way is given.
  std::vector<std::string> normalized;
  std::vector<absl::string_view> normalized_views;
};

// One is kept at a time; a reference lasts until another kind is asked for.
const Corpus& GetCorpus(CorpusKind kind);

// Pairs at least as similar as .5, and as .7, that are among the true ones, and
// the share of pairs found that are true. The truth is joined once a corpus.
struct Quality {
  double recall_50 = 0;
  double recall_70 = 0;
  double precision = 0;
};
Quality MeasureQuality(CorpusKind kind, const std::vector<ClusterEdge>& edges);

}  // namespace concord

#endif  // CONCORD_BENCH_CLUSTER_CORPUS_H_
