// What a drop means for the documents of the record: which texts come, which
// are no longer the latest.

#ifndef CONCORD_ENGINE_STORE_DROP_PLAN_H_
#define CONCORD_ENGINE_STORE_DROP_PLAN_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/store/record.h"

namespace concord {

struct DropPlan {
  // To be compared from now on; `row` is that of the text where the record has
  // it already, else 0.
  std::vector<StoredArticle> come;
  // New texts that are not the latest of their document.
  std::vector<StoredArticle> kept;
  // In the record, of which something is written anew that changes nothing of
  // what is compared.
  std::vector<StoredArticle> restated;
  // In the record as they are there, and no longer compared as they stand. One
  // that is in `come` too is compared anew; the others stay for the record.
  std::vector<StoredArticle> go;
  // The rows of `go` as they are from now on.
  std::vector<StoredArticle> superseded;
  std::vector<v1::Quarantine> quarantines;
  size_t known = 0;    // articles that the record has word for word
  size_t revised = 0;  // documents with another latest text than before
};

// Settles the revisions of every document among `articles` together with what
// the record has of it, as SettleRevisions does in one run.
absl::StatusOr<DropPlan> PlanDrop(std::vector<v1::Article> articles,
                                  Record& record);

// The same where texts of the record are taken away for good.
absl::StatusOr<DropPlan> PlanForget(const std::vector<StoredArticle>& forgotten,
                                    Record& record);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DROP_PLAN_H_
