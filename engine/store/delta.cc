#include "engine/store/delta.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/store/account_update.h"

namespace concord {
namespace {

const std::string& IdOf(const v1::Agreement& a) { return a.agreement_id(); }
const std::string& IdOf(const v1::Divergence& d) { return d.divergence_id(); }
const std::string& IdOf(const v1::Unique& u) { return u.claim_id(); }

// A set that looks like a conflict is of another kind than one that is.
bool SameKind(const v1::Agreement&, const v1::Agreement&) { return true; }
bool SameKind(const v1::Divergence& a, const v1::Divergence& b) {
  return a.type() == b.type() && a.apparent() == b.apparent();
}

template <typename Message>
v1::Change ChangeOfGone(const Message& message,
                        const absl::flat_hash_set<std::string>& gone) {
  const bool retracted =
      std::any_of(message.claim_ids().begin(), message.claim_ids().end(),
                  [&](const std::string& id) { return gone.contains(id); });
  return retracted ? v1::CHANGE_RETRACTED : v1::CHANGE_SUPERSEDED;
}

// The sets of `old` that each of `now` takes the place of, by index.
template <typename Message>
std::vector<std::set<size_t>> Predecessors(const std::vector<Message>& old,
                                           const std::vector<Message>& now) {
  absl::flat_hash_map<std::string, std::vector<size_t>> of_claim;
  for (size_t i = 0; i < old.size(); ++i) {
    for (const std::string& id : old[i].claim_ids()) {
      of_claim[id].push_back(i);
    }
  }
  absl::flat_hash_map<std::string, size_t> of_id;
  for (size_t i = 0; i < old.size(); ++i) of_id.emplace(IdOf(old[i]), i);
  std::vector<std::set<size_t>> found(now.size());
  for (size_t i = 0; i < now.size(); ++i) {
    const auto same = of_id.find(IdOf(now[i]));
    if (same != of_id.end()) found[i].insert(same->second);
    for (const std::string& id : now[i].claim_ids()) {
      const auto before = of_claim.find(id);
      if (before == of_claim.end()) continue;
      for (size_t o : before->second) {
        if (SameKind(old[o], now[i])) found[i].insert(o);
      }
    }
  }
  return found;
}

void NamePrevious(v1::Agreement& agreement, const v1::Agreement& before) {
  if (before.agreement_id() != agreement.agreement_id()) {
    agreement.add_previous_ids(before.agreement_id());
  }
}
void NamePrevious(v1::Divergence&, const v1::Divergence&) {}

template <typename Message>
std::vector<Message> CompareSets(const std::vector<Message>& old,
                                 const std::vector<Message>& now,
                                 const absl::flat_hash_set<std::string>& gone) {
  absl::flat_hash_set<std::string> ids_now;
  for (const Message& message : now) ids_now.insert(IdOf(message));
  const std::vector<std::set<size_t>> before = Predecessors(old, now);
  std::vector<Message> delta;
  std::set<size_t> replaced;
  for (size_t i = 0; i < now.size(); ++i) {
    Message& message = delta.emplace_back(now[i]);
    message.set_change(before[i].empty() ? v1::CHANGE_NEW : v1::CHANGE_CHANGED);
    for (size_t o : before[i]) {
      replaced.insert(o);
      // An id that still stands for another set is not this one's past.
      if (!ids_now.contains(IdOf(old[o]))) NamePrevious(message, old[o]);
    }
  }
  for (size_t o = 0; o < old.size(); ++o) {
    if (replaced.contains(o) || ids_now.contains(IdOf(old[o]))) continue;
    delta.emplace_back(old[o]).set_change(ChangeOfGone(old[o], gone));
  }
  std::sort(delta.begin(), delta.end(),
            [](const auto& a, const auto& b) { return IdOf(a) < IdOf(b); });
  return delta;
}

std::vector<UniqueChange> CompareUniques(
    const std::vector<v1::Unique>& old, const std::vector<v1::Unique>& now,
    const absl::flat_hash_set<std::string>& gone) {
  absl::flat_hash_map<std::string, const v1::Unique*> before;
  for (const v1::Unique& unique : old) before[IdOf(unique)] = &unique;
  std::vector<UniqueChange> delta;
  for (const v1::Unique& unique : now) {
    const auto found = before.find(IdOf(unique));
    v1::Change change = v1::CHANGE_NEW;
    if (found != before.end()) {
      const bool same =
          found->second->SerializeAsString() == unique.SerializeAsString();
      before.erase(found);
      if (same) continue;
      change = v1::CHANGE_CHANGED;
    }
    delta.push_back({change, unique});
  }
  for (const auto& [id, unique] : before) {
    delta.push_back(
        {gone.contains(id) ? v1::CHANGE_RETRACTED : v1::CHANGE_SUPERSEDED,
         *unique});
  }
  std::sort(delta.begin(), delta.end(), [](const auto& a, const auto& b) {
    return IdOf(a.unique) < IdOf(b.unique);
  });
  return delta;
}

}  // namespace

Delta MakeDelta(const AccountChange& change,
                const absl::flat_hash_set<std::string>& gone) {
  Delta delta;
  delta.agreements =
      CompareSets(change.old_agreements, change.new_agreements, gone);
  delta.divergences =
      CompareSets(change.old_divergences, change.new_divergences, gone);
  delta.uniques = CompareUniques(change.old_uniques, change.new_uniques, gone);
  return delta;
}

}  // namespace concord
