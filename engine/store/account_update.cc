#include "engine/store/account_update.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/status_macros.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/links.h"
#include "engine/reconcile/reconcile.h"
#include "engine/reconcile/wording_book.h"
#include "engine/store/article_links.h"
#include "engine/store/cluster_update.h"
#include "engine/store/record.h"
#include "engine/store/story_update.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

class AccountUpdate {
 public:
  AccountUpdate(const IndexChange& change, Workspace& work)
      : change_(change), work_(work), record_(work.record()) {}

  absl::StatusOr<AccountChange> Run() {
    CONCORD_RETURN_IF_ERROR(LoadClaims());
    CONCORD_RETURN_IF_ERROR(UpdateLinks());
    CONCORD_ASSIGN_OR_RETURN(
        ClusterChange clusters,
        UpdateClusters(change_.before, added_claims_, removed_claims_, work_));
    out_.clusters = std::move(clusters.clusters);
    CONCORD_RETURN_IF_ERROR(SeedMoved(clusters.moved));
    CONCORD_RETURN_IF_ERROR(TakeOutRemoved(clusters.heirs));
    CONCORD_RETURN_IF_ERROR(Close());
    return Rebuild();
  }

 private:
  absl::Status LoadClaims() {
    for (RowId article : change_.added) {
      CONCORD_ASSIGN_OR_RETURN(const auto own, work_.ClaimsOf(article));
      added_claims_.insert(added_claims_.end(), own.begin(), own.end());
      for (const ClaimEntry* claim : own) added_.insert(claim->row());
    }
    for (RowId article : change_.removed) {
      CONCORD_ASSIGN_OR_RETURN(const auto own, work_.ClaimsOf(article));
      removed_claims_.insert(removed_claims_.end(), own.begin(), own.end());
      for (const ClaimEntry* claim : own) removed_.insert(claim->row());
    }
    return absl::OkStatus();
  }

  // Event pairs, stories, and what copies say of origins.
  absl::Status UpdateLinks() {
    absl::flat_hash_set<RowId> touched;
    CONCORD_RETURN_IF_ERROR(
        UpdatePairs(PairKind::kEvent, change_, work_, touched));
    seeds_.insert(touched.begin(), touched.end());
    CONCORD_RETURN_IF_ERROR(
        UpdateStories(touched, change_.removed, work_, seeds_));
    absl::flat_hash_set<RowId> copied;
    CONCORD_RETURN_IF_ERROR(
        UpdatePairs(PairKind::kCopy, change_, work_, copied));
    return SeedSupport(copied);
  }

  // Who stands behind an agreement may be others where a member's article is
  // copied from, or by, another article than before.
  absl::Status SeedSupport(const absl::flat_hash_set<RowId>& copied) {
    for (RowId article : copied) {
      CONCORD_ASSIGN_OR_RETURN(const std::vector<RowId> joined,
                               CopiesOf(article));
      seeds_.insert(joined.begin(), joined.end());
    }
    return absl::OkStatus();
  }

  // The articles that chains of copies join with `article`, itself among them;
  // found once for all of them.
  absl::StatusOr<std::vector<RowId>> CopiesOf(RowId article) {
    if (const auto known = copy_group_.find(article);
        known != copy_group_.end()) {
      return copy_groups_[known->second];
    }
    const size_t group = copy_groups_.size();
    std::vector<RowId> members, todo = {article};
    while (!todo.empty()) {
      const RowId next = todo.back();
      todo.pop_back();
      if (!copy_group_.emplace(next, group).second) continue;
      members.push_back(next);
      CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredPair> pairs,
                               record_.PairsOf(PairKind::kCopy, next));
      for (const StoredPair& pair : pairs) {
        todo.push_back(static_cast<RowId>(pair.a == next ? pair.b : pair.a));
      }
    }
    copy_groups_.push_back(members);
    return members;
  }

  absl::Status SeedMoved(const std::vector<RowId>& moved) {
    for (RowId row : moved) {
      CONCORD_ASSIGN_OR_RETURN(const ClaimEntry* claim, work_.Claim(row));
      seeds_.insert(claim->article());
    }
    return absl::OkStatus();
  }

  // Takes the claims of removed articles out of the record. What they were part
  // of is part of what is done again: the articles that they were joined with
  // are seeds.
  absl::Status TakeOutRemoved(
      const std::map<RowId, std::vector<RowId>>& heirs) {
    for (const ClaimEntry* claim : removed_claims_) {
      const RowId row = claim->row();
      CONCORD_RETURN_IF_ERROR(TakeOldSets(row));
      CONCORD_RETURN_IF_ERROR(DropRelations(row));
      CONCORD_RETURN_IF_ERROR(record_.DeleteClaim(row));
      const auto own = heirs.find(row);
      CONCORD_RETURN_IF_ERROR(LeaveToHeirs(
          row, own == heirs.end() ? std::vector<RowId>() : own->second));
      out_.removed_claims.push_back(row);
    }
    return absl::OkStatus();
  }

  absl::Status LeaveToHeirs(RowId row, std::vector<RowId> heirs) {
    if (heirs.empty()) heirs.push_back(0);
    std::sort(heirs.begin(), heirs.end());
    heirs.erase(std::unique(heirs.begin(), heirs.end()), heirs.end());
    for (RowId heir : heirs) {
      CONCORD_RETURN_IF_ERROR(record_.Insert(
          "gone_claim",
          "INSERT INTO gone_claim(row, heir, digest) VALUES(?, ?, ?)", row,
          heir));
    }
    return absl::OkStatus();
  }

  // Notes the relations of a claim, and the articles at their other ends, and
  // takes them out of the record.
  absl::Status DropRelations(RowId row) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredRelation> relations,
                             record_.RelationsOf(row));
    for (const StoredRelation& r : relations) {
      const auto other = static_cast<RowId>(r.a == row ? r.b : r.a);
      if (!removed_.contains(other)) {
        CONCORD_ASSIGN_OR_RETURN(const ClaimEntry* claim, work_.Claim(other));
        seeds_.insert(claim->article());
      }
      CONCORD_RETURN_IF_ERROR(record_.DeleteRelation(r.a, r.b));
    }
    return absl::OkStatus();
  }

  // Takes the sets that a claim is in out of the record, keeping them for the
  // delta.
  absl::Status TakeOldSets(RowId row) {
    CONCORD_ASSIGN_OR_RETURN(const auto agreements,
                             record_.SetsOf(SetKind::kAgreement, row));
    for (int64_t set : agreements) {
      if (!old_agreements_.contains(set)) {
        CONCORD_ASSIGN_OR_RETURN(old_agreements_[set],
                                 record_.LoadAgreement(set));
      }
    }
    CONCORD_ASSIGN_OR_RETURN(const auto divergences,
                             record_.SetsOf(SetKind::kDivergence, row));
    for (int64_t set : divergences) {
      if (!old_divergences_.contains(set)) {
        CONCORD_ASSIGN_OR_RETURN(old_divergences_[set],
                                 record_.LoadDivergence(set));
      }
    }
    CONCORD_ASSIGN_OR_RETURN(v1::Unique unique, record_.FindUnique(row));
    if (unique.claim_id().empty()) return absl::OkStatus();
    out_.old_uniques.push_back(std::move(unique));
    return record_.DeleteUnique(row);
  }

  // From the seeds to all articles that stories, or edges between claims that
  // stand alone, join with them, however far (links.h says why).
  absl::Status Close() {
    std::vector<RowId> todo(seeds_.begin(), seeds_.end());
    while (!todo.empty()) {
      const RowId article = todo.back();
      todo.pop_back();
      if (!again_.insert(article).second) continue;
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> stories,
                               record_.SetsOf(SetKind::kStory, article));
      for (int64_t story : stories) {
        std::vector<int64_t>& members = stories_[story];
        if (!members.empty()) continue;
        CONCORD_ASSIGN_OR_RETURN(members,
                                 record_.MembersOf(SetKind::kStory, story));
        for (int64_t member : members) {
          todo.push_back(static_cast<RowId>(member));
        }
      }
      CONCORD_ASSIGN_OR_RETURN(const auto own, work_.ClaimsOf(article));
      for (ClaimEntry* claim : own) {
        claims_.push_back(claim);
        CONCORD_RETURN_IF_ERROR(FollowEdges(*claim, todo));
      }
    }
    return absl::OkStatus();
  }

  absl::Status FollowEdges(const ClaimEntry& claim, std::vector<RowId>& todo) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> sets,
                             record_.SetsOf(SetKind::kCluster, claim.row()));
    for (int64_t set : sets) {
      if (!clusters_.emplace(set, v1::Cluster()).second) continue;
      CONCORD_ASSIGN_OR_RETURN(clusters_[set], record_.LoadCluster(set));
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> members,
                               record_.MembersOf(SetKind::kCluster, set));
      absl::flat_hash_map<absl::string_view, const ClaimEntry*> by_id;
      for (int64_t member : members) {
        CONCORD_ASSIGN_OR_RETURN(const ClaimEntry* other,
                                 work_.Claim(static_cast<RowId>(member)));
        by_id.emplace(other->stored.claim.claim_id(), other);
      }
      for (const v1::ClusterEdge& edge : clusters_[set].edges()) {
        const auto a = by_id.find(edge.a());
        const auto b = by_id.find(edge.b());
        if (a == by_id.end() || b == by_id.end()) {
          return absl::DataLossError(absl::StrCat(
              "the store is damaged: cluster ", clusters_[set].cluster_id(),
              " has other members than it names; run concord store verify"));
        }
        if (!StandsAlone(a->second->stored.claim) ||
            !StandsAlone(b->second->stored.claim)) {
          continue;
        }
        todo.push_back(a->second->article());
        todo.push_back(b->second->article());
      }
    }
    return absl::OkStatus();
  }

  // Everything by id, so that an index compares as in a run over everything.
  absl::Status SortWorld() {
    std::sort(claims_.begin(), claims_.end(),
              [](const ClaimEntry* a, const ClaimEntry* b) {
                return a->stored.claim.claim_id() < b->stored.claim.claim_id();
              });
    for (RowId row : again_) {
      CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article,
                               work_.Article(row));
      articles_.push_back(article);
    }
    std::sort(articles_.begin(), articles_.end(),
              [](const StoredArticle* a, const StoredArticle* b) {
                return a->article.article_id() < b->article.article_id();
              });
    return absl::OkStatus();
  }

  absl::StatusOr<Links> MakeLinks() {
    Links links;
    absl::flat_hash_map<int64_t, uint32_t> index_of;
    for (uint32_t a = 0; a < articles_.size(); ++a) {
      index_of.emplace(articles_[a]->row, a);
    }
    for (const auto& [row, members] : stories_) {
      ArticleSet& story = links.stories.emplace_back();
      for (int64_t member : members) story.push_back(index_of.at(member));
      std::sort(story.begin(), story.end());
    }
    std::sort(links.stories.begin(), links.stories.end());
    AddEdges(links);
    std::map<size_t, uint32_t> first_of;
    for (uint32_t a = 0; a < articles_.size(); ++a) {
      const auto row = static_cast<RowId>(articles_[a]->row);
      CONCORD_RETURN_IF_ERROR(CopiesOf(row).status());
      const auto [first, is_new] = first_of.emplace(copy_group_.at(row), a);
      if (!is_new) links.copied.push_back({first->second, a});
    }
    return links;
  }

  // Those among the claims that are here.
  void AddEdges(Links& links) const {
    absl::flat_hash_map<absl::string_view, uint32_t> index_of;
    for (uint32_t c = 0; c < claims_.size(); ++c) {
      index_of.emplace(claims_[c]->stored.claim.claim_id(), c);
    }
    for (const auto& [row, cluster] : clusters_) {
      for (const v1::ClusterEdge& edge : cluster.edges()) {
        const auto a = index_of.find(edge.a());
        const auto b = index_of.find(edge.b());
        if (a == index_of.end() || b == index_of.end()) continue;
        links.edges.push_back({a->second, b->second, edge.similarity()});
      }
    }
    std::sort(links.edges.begin(), links.edges.end(),
              [](const ClusterEdge& x, const ClusterEdge& y) {
                return std::pair(x.a, x.b) < std::pair(y.a, y.b);
              });
  }

  absl::StatusOr<AccountChange> Rebuild() {
    CONCORD_RETURN_IF_ERROR(SortWorld());
    std::vector<const v1::Article*> articles;
    for (const StoredArticle* a : articles_) articles.push_back(&a->article);
    std::vector<v1::Claim*> claims;
    std::vector<v1::Disposition> before;
    for (ClaimEntry* claim : claims_) {
      claims.push_back(&claim->stored.claim);
      before.push_back(claim->stored.claim.disposition());
    }
    CONCORD_ASSIGN_OR_RETURN(const Links links, MakeLinks());
    Corpus corpus(std::move(articles), std::move(claims));
    ReconcileOptions options;
    options.threads = work_.threads();
    const Reconciliation account = ReconcileLinked(corpus, links, options);
    CONCORD_RETURN_IF_ERROR(WriteDispositions(before));
    CONCORD_RETURN_IF_ERROR(WriteRelations(account));
    CONCORD_RETURN_IF_ERROR(WriteSets(account));
    CONCORD_RETURN_IF_ERROR(WriteUniques(account));
    return std::move(out_);
  }

  absl::Status WriteDispositions(const std::vector<v1::Disposition>& before) {
    for (size_t i = 0; i < claims_.size(); ++i) {
      StoredClaim& claim = claims_[i]->stored;
      const v1::Disposition now = claim.claim.disposition();
      out_.claims.push_back(claims_[i]->row());
      // The added ones are not in the record yet.
      if (now == before[i] || added_.contains(claims_[i]->row())) continue;
      claim.claim.set_disposition(before[i]);
      CONCORD_RETURN_IF_ERROR(record_.SetDisposition(claim, now));
    }
    return absl::OkStatus();
  }

  RowId RowOf(const std::string& claim_id) const {
    const auto found =
        std::lower_bound(claims_.begin(), claims_.end(), claim_id,
                         [](const ClaimEntry* c, const std::string& id) {
                           return c->stored.claim.claim_id() < id;
                         });
    return (*found)->row();
  }

  absl::Status WriteRelations(const Reconciliation& account) {
    std::map<RowPair, std::string> old;
    for (const ClaimEntry* claim : claims_) {
      if (added_.contains(claim->row())) continue;
      CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredRelation> stored,
                               record_.RelationsOf(claim->row()));
      for (const StoredRelation& r : stored) {
        old.emplace(RowPair(r.a, r.b), BytesOf(r));
      }
    }
    for (const v1::Relation& relation : account.relations) {
      StoredRelation r{RowOf(relation.a()), RowOf(relation.b()), relation};
      const auto before = old.find(RowPair(r.a, r.b));
      if (before != old.end()) {
        const bool is_same = before->second == BytesOf(r);
        old.erase(before);
        if (is_same) continue;
        CONCORD_RETURN_IF_ERROR(record_.DeleteRelation(r.a, r.b));
      }
      CONCORD_RETURN_IF_ERROR(record_.InsertRelation(r));
      out_.relations.push_back(relation);
    }
    for (const auto& [rows, bytes] : old) {
      CONCORD_RETURN_IF_ERROR(record_.DeleteRelation(rows.first, rows.second));
    }
    return absl::OkStatus();
  }

  static std::string BytesOf(const StoredRelation& r) {
    v1::Relation rest = r.relation;
    rest.clear_a();
    rest.clear_b();
    return rest.SerializeAsString();
  }

  absl::Status WriteSets(const Reconciliation& account) {
    for (const ClaimEntry* claim : claims_) {
      if (added_.contains(claim->row())) continue;
      CONCORD_RETURN_IF_ERROR(TakeOldSets(claim->row()));
    }
    CONCORD_RETURN_IF_ERROR(Replace(SetKind::kAgreement, old_agreements_,
                                    account.agreements, out_.old_agreements,
                                    out_.new_agreements));
    return Replace(SetKind::kDivergence, old_divergences_, account.divergences,
                   out_.old_divergences, out_.new_divergences);
  }

  // Puts the new sets in the place of the old; those that are in both stay.
  template <typename Message>
  absl::Status Replace(SetKind kind, const std::map<int64_t, Message>& old,
                       const std::vector<Message>& now,
                       std::vector<Message>& went, std::vector<Message>& came) {
    absl::flat_hash_map<std::string, int64_t> kept;
    for (const auto& [row, message] : old) {
      kept.emplace(message.SerializeAsString(), row);
    }
    for (const Message& message : now) {
      const auto found = kept.find(message.SerializeAsString());
      if (found == kept.end()) {
        came.push_back(message);
        continue;
      }
      CONCORD_RETURN_IF_ERROR(RenewMembers(kind, found->second, message));
      kept.erase(found);
    }
    for (const auto& [row, message] : old) {
      if (!kept.contains(message.SerializeAsString())) continue;
      went.push_back(message);
      CONCORD_RETURN_IF_ERROR(record_.DeleteSet(kind, row));
    }
    for (const Message& message : came) {
      CONCORD_RETURN_IF_ERROR(record_.InsertSet(message, MembersOf(message)));
    }
    return absl::OkStatus();
  }

  template <typename Message>
  std::vector<int64_t> MembersOf(const Message& message) const {
    std::vector<int64_t> members;
    for (const std::string& id : message.claim_ids()) {
      members.push_back(RowOf(id));
    }
    std::sort(members.begin(), members.end());
    return members;
  }

  // A set that says the same may have members in other rows: a revised article
  // makes its claims anew, under their ids.
  template <typename Message>
  absl::Status RenewMembers(SetKind kind, int64_t set, const Message& message) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> before,
                             record_.MembersOf(kind, set));
    const std::vector<int64_t> members = MembersOf(message);
    if (members == before) return absl::OkStatus();
    CONCORD_RETURN_IF_ERROR(record_.DeleteSet(kind, set));
    return record_.InsertSet(message, members);
  }

  absl::Status WriteUniques(const Reconciliation& account) {
    for (const v1::Unique& unique : account.uniques) {
      CONCORD_RETURN_IF_ERROR(
          record_.InsertUnique(RowOf(unique.claim_id()), unique));
      out_.new_uniques.push_back(unique);
    }
    return absl::OkStatus();
  }

  const IndexChange& change_;
  Workspace& work_;
  Record& record_;
  AccountChange out_;

  std::vector<ClaimEntry*> added_claims_, removed_claims_;
  absl::flat_hash_set<RowId> added_;    // claims; in no set so far
  absl::flat_hash_set<RowId> removed_;  // claims
  absl::flat_hash_set<RowId> seeds_;    // articles
  absl::flat_hash_map<RowId, size_t> copy_group_;
  std::vector<std::vector<RowId>> copy_groups_;
  std::map<int64_t, v1::Agreement> old_agreements_;
  std::map<int64_t, v1::Divergence> old_divergences_;

  // What is done again: articles that are joined with no other.
  absl::flat_hash_set<RowId> again_;
  std::vector<ClaimEntry*> claims_;
  std::vector<const StoredArticle*> articles_;
  std::map<int64_t, std::vector<int64_t>> stories_;
  std::map<int64_t, v1::Cluster> clusters_;
};

}  // namespace

absl::StatusOr<AccountChange> UpdateAccount(const IndexChange& change,
                                            Workspace& work) {
  return AccountUpdate(change, work).Run();
}

}  // namespace concord
