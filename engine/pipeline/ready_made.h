// Ready-made claims and pairs of claims, as other programs hand them in: the
// verbs cluster, group and compare.

#ifndef CONCORD_ENGINE_PIPELINE_READY_MADE_H_
#define CONCORD_ENGINE_PIPELINE_READY_MADE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "engine/cluster/cluster.h"
#include "engine/compare/explain.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

struct ClusterVerbOptions {
  ClusterOptions cluster;
  // Each line of the files is a claim by itself, its id the line's number.
  bool plain_lines = false;
  // Every pair there is, by an exact join, instead of the index; bands do not
  // count then. Slow where many claims share their rarest words.
  bool exact = false;
};

// Clusters the claims of JSON lines {"id", "text"} ("-" is standard input) by
// their wording: the hot path. Answers with `cluster` records that hold the
// caller's ids; a claim in none is alone. Sets `stats`, where it is not null,
// to the work that took.
absl::StatusOr<RunSummary> RunCluster(absl::Span<const std::string> files,
                                      const ClusterVerbOptions& verb_options,
                                      const PipelineOptions& options,
                                      RecordSink& sink,
                                      ClusterStats* stats = nullptr);

// Groups the claims of JSON lines {"id", "text", "context"} by what they say.
// Answers like RunCluster.
absl::StatusOr<RunSummary> RunGroup(absl::Span<const std::string> files,
                                    const PipelineOptions& options,
                                    RecordSink& sink);

// A pair as it was given, and why it was judged as it was.
struct PairExplanation {
  std::string id;
  std::string a;
  std::string b;
  Explanation explanation;
};

// Compares the pairs of JSON lines {"id", "a", "b"}, as if from two outlets on
// one event. Answers with a `comparison` record a pair, in the order given.
// Sets `explained`, where it is not null, to the reasons of each, in that
// order.
absl::StatusOr<RunSummary> RunCompare(
    absl::Span<const std::string> files, const PipelineOptions& options,
    RecordSink& sink, std::vector<PairExplanation>* explained = nullptr);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_READY_MADE_H_
