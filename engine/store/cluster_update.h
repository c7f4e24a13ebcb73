// Keeps the near-duplicate clusters: what ClusterTexts finds among all claims,
// a drop at a time.

#ifndef CONCORD_ENGINE_STORE_CLUSTER_UPDATE_H_
#define CONCORD_ENGINE_STORE_CLUSTER_UPDATE_H_

#include <map>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/store/derived_index.h"
#include "engine/store/workspace.h"

namespace concord {

// Two claims by row; claim_id of the first < claim_id of the second.
using RowPair = std::pair<RowId, RowId>;

struct ClusterChange {
  // Claims whose edges are others than before, added ones among them.
  std::vector<RowId> moved;
  // Of each removed claim those that it had an edge with and that stay.
  std::map<RowId, std::vector<RowId>> heirs;
  std::vector<v1::Cluster> clusters;  // new or changed
};

// Clusters the added claims, with every cluster of the record that one of them
// is near to or one of `removed` was in: a cluster is a component, so no other
// can change. `index` is of the time before.
//
// REQUIRES: the removed claims are still in the record's clusters.
absl::StatusOr<ClusterChange> UpdateClusters(
    const DerivedIndex& index, absl::Span<ClaimEntry* const> added,
    absl::Span<ClaimEntry* const> removed, Workspace& work);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_CLUSTER_UPDATE_H_
