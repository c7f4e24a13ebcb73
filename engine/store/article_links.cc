#include "engine/store/article_links.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"
#include "engine/reconcile/article_sketch.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/event_pairs.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

// How articles of one kind of pair meet, and what makes them one.
struct Rule {
  PairKind kind;
  KeySpace space;
  uint32_t cap;
  uint32_t shared;
};

Rule RuleOf(PairKind kind) {
  if (kind == PairKind::kEvent) {
    return {kind, KeySpace::kEvents, kEventKeyCap, kEventKeysShared};
  }
  return {kind, KeySpace::kCopies, kCopyKeyCap, 1};
}

const std::vector<uint64_t>& KeysOf(const Rule& rule, const Fingerprint& f) {
  return rule.kind == PairKind::kEvent ? f.keys.event_keys : f.keys.copy_keys;
}

// How alike two articles are, where they are a pair.
std::optional<double> Judge(const Rule& rule, const Fingerprint& a,
                            const Fingerprint& b) {
  if (rule.kind == PairKind::kEvent) {
    if (!SameEvent(a.sketch, b.sketch)) return std::nullopt;
    return SketchSimilarity(a.sketch, b.sketch);
  }
  if (!AreCopies(a.passages, b.passages)) return std::nullopt;
  return 0.0;
}

// The items of one sorted list that the other lacks.
std::vector<RowId> Without(const std::vector<RowId>& a,
                           const std::vector<RowId>& b) {
  std::vector<RowId> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                      std::back_inserter(rest));
  return rest;
}

class PairUpdate {
 public:
  PairUpdate(PairKind kind, const IndexChange& change, Workspace& work,
             absl::flat_hash_set<RowId>& touched)
      : rule_(RuleOf(kind)),
        change_(change),
        work_(work),
        touched_(touched),
        added_(change.added.begin(), change.added.end()),
        removed_(change.removed.begin(), change.removed.end()) {}

  absl::Status Run() {
    CONCORD_RETURN_IF_ERROR(work_.Fingerprints(change_.added));
    CONCORD_RETURN_IF_ERROR(work_.Fingerprints(change_.removed));
    CONCORD_RETURN_IF_ERROR(DropPairsOfRemoved());
    CONCORD_RETURN_IF_ERROR(CompareLists());
    for (RowId article : pushed_out_) {
      CONCORD_RETURN_IF_ERROR(RecheckPairs(article));
    }
    for (RowId article : change_.added) {
      touched_.insert(article);
      CONCORD_RETURN_IF_ERROR(FindPartners(article));
    }
    for (RowId article : let_in_) {
      CONCORD_RETURN_IF_ERROR(FindPartners(article));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status DropPairsOfRemoved() {
    for (RowId article : change_.removed) {
      CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredPair> pairs,
                               work_.record().PairsOf(rule_.kind, article));
      for (const StoredPair& pair : pairs) {
        CONCORD_RETURN_IF_ERROR(DropPair(pair));
      }
    }
    return absl::OkStatus();
  }

  absl::Status DropPair(const StoredPair& pair) {
    for (int64_t side : {pair.a, pair.b}) {
      const auto row = static_cast<RowId>(side);
      if (!removed_.contains(row)) touched_.insert(row);
    }
    return work_.record().DeletePair(rule_.kind, pair.a, pair.b);
  }

  // Who was pushed out of a list, and who let in.
  absl::Status CompareLists() {
    absl::flat_hash_set<uint64_t> keys;
    for (absl::Span<const RowId> rows : {change_.added, change_.removed}) {
      for (RowId row : rows) {
        CONCORD_ASSIGN_OR_RETURN(const Fingerprint* print,
                                 work_.FingerprintOf(row));
        const std::vector<uint64_t>& own = KeysOf(rule_, *print);
        keys.insert(own.begin(), own.end());
      }
    }
    for (uint64_t key : keys) {
      const std::vector<RowId> before =
          change_.before.Articles(rule_.space, key, rule_.cap);
      const std::vector<RowId>& after = ListOf(key);
      for (RowId row : Without(before, after)) {
        if (!removed_.contains(row)) pushed_out_.insert(row);
      }
      for (RowId row : Without(after, before)) {
        if (!added_.contains(row)) let_in_.insert(row);
      }
    }
    return absl::OkStatus();
  }

  const std::vector<RowId>& ListOf(uint64_t key) {
    const auto [entry, is_new] = lists_.try_emplace(key);
    if (is_new) {
      entry->second = change_.after.Articles(rule_.space, key, rule_.cap);
    }
    return entry->second;
  }

  // With how many keys in common each article stands in a list with `article`.
  absl::StatusOr<std::map<RowId, uint32_t>> SharedWith(RowId article) {
    CONCORD_ASSIGN_OR_RETURN(const Fingerprint* print,
                             work_.FingerprintOf(article));
    std::map<RowId, uint32_t> shared;
    for (uint64_t key : KeysOf(rule_, *print)) {
      const std::vector<RowId>& list = ListOf(key);
      if (!std::binary_search(list.begin(), list.end(), article)) continue;
      for (RowId other : list) {
        if (other != article) ++shared[other];
      }
    }
    return shared;
  }

  absl::Status RecheckPairs(RowId article) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredPair> pairs,
                             work_.record().PairsOf(rule_.kind, article));
    if (pairs.empty()) return absl::OkStatus();
    CONCORD_ASSIGN_OR_RETURN(auto shared, SharedWith(article));
    for (const StoredPair& pair : pairs) {
      const auto other =
          static_cast<RowId>(pair.a == article ? pair.b : pair.a);
      if (shared[other] >= rule_.shared) continue;
      CONCORD_RETURN_IF_ERROR(DropPair(pair));
    }
    return absl::OkStatus();
  }

  absl::Status FindPartners(RowId article) {
    CONCORD_ASSIGN_OR_RETURN(const auto shared, SharedWith(article));
    if (shared.empty()) return absl::OkStatus();
    CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredPair> pairs,
                             work_.record().PairsOf(rule_.kind, article));
    absl::flat_hash_set<RowId> known;
    for (const StoredPair& pair : pairs) {
      known.insert(static_cast<RowId>(pair.a == article ? pair.b : pair.a));
    }
    CONCORD_ASSIGN_OR_RETURN(const Fingerprint* own,
                             work_.FingerprintOf(article));
    for (const auto& [other, count] : shared) {
      if (count < rule_.shared || known.contains(other)) continue;
      CONCORD_ASSIGN_OR_RETURN(const Fingerprint* print,
                               work_.FingerprintOf(other));
      const std::optional<double> similarity = Judge(rule_, *own, *print);
      if (!similarity.has_value()) continue;
      touched_.insert(article);
      touched_.insert(other);
      CONCORD_RETURN_IF_ERROR(work_.record().InsertPair(
          rule_.kind,
          {std::min(article, other), std::max(article, other), *similarity}));
    }
    return absl::OkStatus();
  }

  const Rule rule_;
  const IndexChange& change_;
  Workspace& work_;
  absl::flat_hash_set<RowId>& touched_;
  const absl::flat_hash_set<RowId> added_;
  const absl::flat_hash_set<RowId> removed_;
  absl::flat_hash_set<RowId> pushed_out_;
  absl::flat_hash_set<RowId> let_in_;
  absl::flat_hash_map<uint64_t, std::vector<RowId>> lists_;
};

}  // namespace

absl::Status UpdatePairs(PairKind kind, const IndexChange& change,
                         Workspace& work, absl::flat_hash_set<RowId>& touched) {
  return PairUpdate(kind, change, work, touched).Run();
}

}  // namespace concord
