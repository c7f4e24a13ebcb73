#include "engine/store/cluster_update.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/cluster/cluster.h"
#include "engine/reconcile/account.h"
#include "engine/reconcile/corpus.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

// Claims looked up by one searcher.
constexpr size_t kSearchChunk = 4096;

class ClusterUpdate {
 public:
  ClusterUpdate(const DerivedIndex& index, Workspace& work)
      : index_(index), work_(work), record_(work.record()) {}

  absl::StatusOr<ClusterChange> Run(absl::Span<ClaimEntry* const> added,
                                    absl::Span<ClaimEntry* const> removed) {
    for (const ClaimEntry* claim : removed) removed_.insert(claim->row());
    for (const ClaimEntry* claim : removed) {
      CONCORD_RETURN_IF_ERROR(TakeClustersOf(claim->row()));
    }
    for (RowId near : SearchAll(added)) {
      rows_.insert(near);
      CONCORD_RETURN_IF_ERROR(TakeClustersOf(near));
    }
    CONCORD_RETURN_IF_ERROR(GatherClaims(added));
    BuildNew();
    CompareEdges();
    CONCORD_RETURN_IF_ERROR(WriteDifference());
    return std::move(change_);
  }

 private:
  absl::flat_hash_set<RowId> SearchAll(absl::Span<ClaimEntry* const> added) {
    const size_t chunks = (added.size() + kSearchChunk - 1) / kSearchChunk;
    std::vector<std::vector<RowId>> found(chunks);
    ParallelFor(chunks, work_.threads(), [&](size_t chunk) {
      ClaimSearcher searcher(index_);
      for (const ClaimEntry* claim :
           added.subspan(chunk * kSearchChunk, kSearchChunk)) {
        const auto near = searcher.Find(claim->stored.claim.text());
        found[chunk].insert(found[chunk].end(), near.begin(), near.end());
      }
    });
    absl::flat_hash_set<RowId> all;
    for (const std::vector<RowId>& some : found) {
      all.insert(some.begin(), some.end());
    }
    return all;
  }

  absl::Status TakeClustersOf(RowId claim) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> sets,
                             record_.SetsOf(SetKind::kCluster, claim));
    for (int64_t set : sets) {
      if (old_.contains(set)) continue;
      CONCORD_ASSIGN_OR_RETURN(old_[set], record_.LoadCluster(set));
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> members,
                               record_.MembersOf(SetKind::kCluster, set));
      for (int64_t member : members) rows_.insert(static_cast<RowId>(member));
    }
    return absl::OkStatus();
  }

  // All claims to cluster, by claim_id, so that an index compares as in a run
  // over everything.
  absl::Status GatherClaims(absl::Span<ClaimEntry* const> added) {
    claims_.assign(added.begin(), added.end());
    for (RowId row : rows_) {
      CONCORD_ASSIGN_OR_RETURN(ClaimEntry * claim, work_.Claim(row));
      old_rows_.emplace(claim->stored.claim.claim_id(), row);
      if (!removed_.contains(row)) claims_.push_back(claim);
    }
    std::sort(claims_.begin(), claims_.end(),
              [](const ClaimEntry* a, const ClaimEntry* b) {
                return a->stored.claim.claim_id() < b->stored.claim.claim_id();
              });
    return absl::OkStatus();
  }

  void BuildNew() {
    std::vector<absl::string_view> texts;
    for (const ClaimEntry* claim : claims_) {
      texts.push_back(claim->stored.claim.text());
    }
    ClusterOptions options;
    options.threads = work_.threads();
    const Clustering clustering = ClusterTexts(texts, options);
    for (const ClusterEdge& edge : clustering.edges) {
      edges_.emplace_back(claims_[edge.a]->row(), claims_[edge.b]->row());
    }
    // No more of the claims than clusters are made of.
    const std::vector<v1::Article> article(1);
    std::vector<v1::Claim> ids(claims_.size());
    for (size_t i = 0; i < ids.size(); ++i) {
      ids[i].set_claim_id(claims_[i]->stored.claim.claim_id());
    }
    new_ = BuildClusters(Corpus(article, absl::MakeSpan(ids)), clustering);
  }

  void CompareEdges() {
    std::set<RowPair> before;
    for (const auto& [set, cluster] : old_) {
      for (const v1::ClusterEdge& edge : cluster.edges()) {
        const RowId a = old_rows_.at(edge.a());
        const RowId b = old_rows_.at(edge.b());
        before.emplace(a, b);
        Inherit(a, b);
        Inherit(b, a);
      }
    }
    const std::set<RowPair> after(edges_.begin(), edges_.end());
    std::vector<RowPair> differ;
    std::set_symmetric_difference(after.begin(), after.end(), before.begin(),
                                  before.end(), std::back_inserter(differ));
    std::set<RowId> moved;
    for (const RowPair& edge : differ) moved.insert({edge.first, edge.second});
    for (RowId row : moved) {
      if (!removed_.contains(row)) change_.moved.push_back(row);
    }
  }

  void Inherit(RowId from, RowId heir) {
    if (removed_.contains(from) && !removed_.contains(heir)) {
      change_.heirs[from].push_back(heir);
    }
  }

  absl::Status WriteDifference() {
    absl::flat_hash_map<std::string, RowId> new_rows;
    for (const ClaimEntry* claim : claims_) {
      new_rows.emplace(claim->stored.claim.claim_id(), claim->row());
    }
    std::map<std::string, int64_t> before;  // serialized -> row
    for (const auto& [set, cluster] : old_) {
      before.emplace(cluster.SerializeAsString(), set);
    }
    for (const v1::Cluster& cluster : new_) {
      std::vector<int64_t> members;
      for (const std::string& id : cluster.claim_ids()) {
        members.push_back(new_rows.at(id));
      }
      std::sort(members.begin(), members.end());
      const auto same = before.find(cluster.SerializeAsString());
      if (same == before.end()) {
        change_.clusters.push_back(cluster);
      } else {
        // One that says the same may have members in other rows: a revised
        // article makes its claims anew, under their ids.
        CONCORD_ASSIGN_OR_RETURN(
            const std::vector<int64_t> rows,
            record_.MembersOf(SetKind::kCluster, same->second));
        if (rows == members) {
          before.erase(same);
          continue;
        }
      }
      CONCORD_RETURN_IF_ERROR(record_.InsertSet(cluster, members));
    }
    for (const auto& [bytes, set] : before) {
      CONCORD_RETURN_IF_ERROR(record_.DeleteSet(SetKind::kCluster, set));
    }
    return absl::OkStatus();
  }

  const DerivedIndex& index_;
  Workspace& work_;
  Record& record_;
  absl::flat_hash_set<RowId> removed_;
  absl::flat_hash_set<RowId> rows_;
  // Those of the record, the removed ones among them; a revised article may
  // make a claim anew under the same id.
  absl::flat_hash_map<std::string, RowId> old_rows_;
  std::map<int64_t, v1::Cluster> old_;
  std::vector<ClaimEntry*> claims_;
  std::vector<RowPair> edges_;
  std::vector<v1::Cluster> new_;
  ClusterChange change_;
};

}  // namespace

absl::StatusOr<ClusterChange> UpdateClusters(
    const DerivedIndex& index, absl::Span<ClaimEntry* const> added,
    absl::Span<ClaimEntry* const> removed, Workspace& work) {
  return ClusterUpdate(index, work).Run(added, removed);
}

}  // namespace concord
