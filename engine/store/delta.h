// What a drop changed, as records with a `change`.

#ifndef CONCORD_ENGINE_STORE_DELTA_H_
#define CONCORD_ENGINE_STORE_DELTA_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/store/account_update.h"

namespace concord {

// A claim that only one article makes has no field for what became of it.
struct UniqueChange {
  v1::Change change = v1::CHANGE_UNSPECIFIED;
  v1::Unique unique;
};

// Sets with their `change`, sorted by id.
struct Delta {
  std::vector<v1::Agreement> agreements;
  std::vector<v1::Divergence> divergences;
  std::vector<UniqueChange> uniques;
};

// Compares the sets that went with those that came:
//
//   NEW         no claim of it was in a set of its kind that went
//   CHANGED     there was one with its id, or one that shares claims with it;
//               previous_ids of an agreement names those of another id
//   SUPERSEDED  went, and no set in its place; all its claims still stand
//   RETRACTED   went, and no set in its place; at least one of its claims is no
//               longer made: its article was revised or forgotten
//
// `gone` are the ids of claims that are no longer made. A claim that was unique
// and is still is no change, unless it is compared with other articles.
Delta MakeDelta(const AccountChange& change,
                const absl::flat_hash_set<std::string>& gone);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DELTA_H_
