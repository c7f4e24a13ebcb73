#include "engine/article/withdrawals.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revision_time.h"

namespace concord {
namespace {

// When the last withdrawal was made, by the ids it goes by.
using LastWithdrawal = absl::flat_hash_map<std::string, Instant>;

std::vector<std::string> IdsOf(const v1::Article& article) {
  std::vector<std::string> ids = {article.document_id()};
  if (absl::StrContains(article.external_id(), ':')) {
    ids.push_back(article.external_id());
  }
  return ids;
}

bool IsWithdrawn(const v1::Article& article, const LastWithdrawal& last) {
  for (const std::string& id : IdsOf(article)) {
    const auto found = last.find(id);
    if (found == last.end()) continue;
    // A withdrawal without a time is about all versions there are.
    if (found->second == kUnknownInstant) return true;
    if (RevisedAt(article) <= found->second) return true;
  }
  return false;
}

}  // namespace

std::vector<v1::Quarantine> TakeOutWithdrawn(
    const std::vector<v1::Article>& withdrawals,
    std::vector<v1::Article>& articles) {
  LastWithdrawal last;
  for (const v1::Article& withdrawal : withdrawals) {
    for (std::string& id : IdsOf(withdrawal)) {
      const Instant made = RevisedAt(withdrawal);
      const auto [at, fresh] = last.emplace(std::move(id), made);
      const bool whole =
          made == kUnknownInstant || at->second == kUnknownInstant;
      if (!fresh)
        at->second = whole ? kUnknownInstant : std::max(at->second, made);
    }
  }
  std::vector<v1::Quarantine> quarantines;
  std::vector<v1::Article> kept;
  for (v1::Article& article : articles) {
    if (IsWithdrawn(article, last)) {
      quarantines.push_back(QuarantineFor(
          article, v1::QUARANTINE_CODE_WITHDRAWN,
          absl::StrCat("its publisher withdrew ", article.external_id(),
                       " later: this version is not used")));
    } else {
      kept.push_back(std::move(article));
    }
  }
  articles = std::move(kept);
  return quarantines;
}

}  // namespace concord
