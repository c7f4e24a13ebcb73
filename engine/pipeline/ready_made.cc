#include "engine/pipeline/ready_made.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/claim/from_text.h"
#include "engine/cluster/cluster.h"
#include "engine/cluster/exact_join.h"
#include "engine/compare/compare.h"
#include "engine/compare/explain.h"
#include "engine/compare/group.h"
#include "engine/compare/prepared_claim.h"
#include "engine/pipeline/claims_file.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/quarantines.h"
#include "engine/pipeline/record_sink.h"

namespace concord {
namespace {

// Ends a run over ready-made items: what was not read, the trailer, the sum.
template <typename Item>
absl::StatusOr<RunSummary> FinishRun(ReadyItems<Item> read,
                                     const std::vector<v1::Dropped>& dropped,
                                     RecordSink& sink) {
  RunSummary summary;
  summary.read = read.items.size();
  summary.quarantined = read.quarantines.size();
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(read.quarantines), sink));
  CONCORD_RETURN_IF_ERROR(sink.Finish(dropped));
  return summary;
}

// Writes clusters sorted by id.
absl::StatusOr<RunSummary> WriteClusters(
    std::vector<v1::Cluster> clusters, ReadyItems<ReadyClaim> read,
    const std::vector<v1::Dropped>& dropped, RecordSink& sink) {
  std::sort(clusters.begin(), clusters.end(), [](const auto& a, const auto& b) {
    return a.cluster_id() < b.cluster_id();
  });
  for (v1::Cluster& cluster : clusters) {
    v1::Record record;
    *record.mutable_cluster() = std::move(cluster);
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return FinishRun(std::move(read), dropped, sink);
}

// A cluster of the claims at `members`, with the caller's ids.
v1::Cluster MakeCluster(absl::Span<const uint32_t> members,
                        const std::vector<ReadyClaim>& claims) {
  v1::Cluster cluster;
  for (uint32_t member : members) cluster.add_claim_ids(claims[member].id);
  std::sort(cluster.mutable_claim_ids()->begin(),
            cluster.mutable_claim_ids()->end());
  cluster.set_cluster_id(IdBuilder("cluster").Add(cluster.claim_ids(0)).Hex());
  return cluster;
}

void AddEdge(const std::string& a, const std::string& b, float similarity,
             v1::Cluster& cluster) {
  v1::ClusterEdge& edge = *cluster.add_edges();
  edge.set_a(std::min(a, b));
  edge.set_b(std::max(a, b));
  edge.set_similarity(similarity);
  cluster.set_min_similarity(
      cluster.edges_size() == 1
          ? similarity
          : std::min(cluster.min_similarity(), similarity));
}

void SortEdges(v1::Cluster& cluster) {
  std::sort(cluster.mutable_edges()->begin(), cluster.mutable_edges()->end(),
            [](const v1::ClusterEdge& x, const v1::ClusterEdge& y) {
              return std::tie(x.a(), x.b()) < std::tie(y.a(), y.b());
            });
}

// The clusters of two claims at least, with their verified edges.
std::vector<v1::Cluster> ClustersOf(const Clustering& clustering,
                                    const std::vector<ReadyClaim>& claims) {
  std::map<uint32_t, std::vector<uint32_t>> by_root;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    by_root[clustering.root[i]].push_back(i);
  }
  std::map<uint32_t, v1::Cluster> clusters;
  for (const auto& [root, members] : by_root) {
    if (members.size() > 1) clusters[root] = MakeCluster(members, claims);
  }
  for (const ClusterEdge& edge : clustering.edges) {
    AddEdge(claims[edge.a].id, claims[edge.b].id, edge.similarity,
            clusters[clustering.root[edge.a]]);
  }
  std::vector<v1::Cluster> out;
  for (auto& [root, cluster] : clusters) {
    SortEdges(cluster);
    out.push_back(std::move(cluster));
  }
  return out;
}

std::map<std::string, std::string> ParametersOf(
    const ClusterVerbOptions& verb_options, const Limits& limits) {
  std::map<std::string, std::string> parameters = ParametersOf(limits);
  parameters["threshold"] = absl::StrCat(verb_options.cluster.threshold);
  if (verb_options.exact) {
    parameters["exact"] = "true";
  } else {
    parameters["bands"] = absl::StrCat(verb_options.cluster.bands);
  }
  return parameters;
}

Clustering ClusterClaims(const std::vector<ReadyClaim>& claims,
                         const ClusterVerbOptions& verb_options, int threads) {
  std::vector<absl::string_view> texts;
  for (const ReadyClaim& claim : claims) texts.push_back(claim.text);
  ClusterOptions options = verb_options.cluster;
  options.threads = threads;
  return verb_options.exact ? ClusterExactly(texts, options.threshold)
                            : ClusterTexts(texts, options);
}

// Sets `explanation` where it is not null.
v1::Comparison MakeComparison(const ReadyPair& pair,
                              PairExplanation* explanation) {
  const v1::Claim a = ClaimOfText(pair.a);
  const v1::Claim b = ClaimOfText(pair.b);
  const PreparedClaim x = Prepare(a);
  const PreparedClaim y = Prepare(b);
  const Verdict verdict = Compare(x, y, {.same_event = true});
  if (explanation != nullptr) {
    *explanation = {pair.id, pair.a, pair.b, Explain(x, y, verdict)};
  }
  v1::Comparison comparison;
  comparison.set_id(pair.id);
  comparison.set_relation(verdict.relation);
  comparison.mutable_types()->Assign(verdict.types.begin(),
                                     verdict.types.end());
  comparison.mutable_reasons()->Assign(verdict.reasons.begin(),
                                       verdict.reasons.end());
  comparison.set_similarity(verdict.similarity);
  comparison.mutable_evidence()->Assign(verdict.evidence.begin(),
                                        verdict.evidence.end());
  return comparison;
}

}  // namespace

absl::StatusOr<RunSummary> RunCluster(absl::Span<const std::string> files,
                                      const ClusterVerbOptions& verb_options,
                                      const PipelineOptions& options,
                                      RecordSink& sink, ClusterStats* stats) {
  ReadyItems<ReadyClaim> read = verb_options.plain_lines
                                    ? ReadPlainLines(files, options.limits)
                                    : ReadClaims(files, options.limits);
  CONCORD_RETURN_IF_ERROR(sink.Write(
      MakeHeader("cluster", ParametersOf(verb_options, options.limits))));
  const Clustering clustering =
      ClusterClaims(read.items, verb_options, options.threads);
  if (stats != nullptr) *stats = clustering.stats;
  std::vector<v1::Dropped> dropped;
  if (clustering.stats.capped_postings > 0) {
    dropped.emplace_back().set_cap("postings");
    dropped.back().set_count(clustering.stats.capped_postings);
  }
  std::vector<v1::Cluster> clusters = ClustersOf(clustering, read.items);
  return WriteClusters(std::move(clusters), std::move(read), dropped, sink);
}

absl::StatusOr<RunSummary> RunGroup(absl::Span<const std::string> files,
                                    const PipelineOptions& options,
                                    RecordSink& sink) {
  ReadyItems<ReadyClaim> read = ReadClaims(files, options.limits);
  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader("group", ParametersOf(options.limits))));
  std::vector<GroupItem> items;
  for (const ReadyClaim& claim : read.items) {
    items.push_back({claim.text, claim.context});
  }
  std::vector<v1::Cluster> clusters;
  for (const std::vector<uint32_t>& members : GroupTexts(items)) {
    if (members.size() > 1)
      clusters.push_back(MakeCluster(members, read.items));
  }
  return WriteClusters(std::move(clusters), std::move(read), {}, sink);
}

absl::StatusOr<RunSummary> RunCompare(absl::Span<const std::string> files,
                                      const PipelineOptions& options,
                                      RecordSink& sink,
                                      std::vector<PairExplanation>* explained) {
  ReadyItems<ReadyPair> read = ReadPairs(files, options.limits);
  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader("compare", ParametersOf(options.limits))));
  std::vector<v1::Comparison> comparisons(read.items.size());
  if (explained != nullptr) explained->resize(read.items.size());
  ParallelFor(read.items.size(), options.threads, [&](size_t i) {
    comparisons[i] = MakeComparison(
        read.items[i], explained == nullptr ? nullptr : &(*explained)[i]);
  });
  for (v1::Comparison& comparison : comparisons) {
    v1::Record record;
    *record.mutable_comparison() = std::move(comparison);
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return FinishRun(std::move(read), {}, sink);
}

}  // namespace concord
