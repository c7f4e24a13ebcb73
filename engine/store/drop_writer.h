// Carries a plan out: one transaction of the record and one segment.

#ifndef CONCORD_ENGINE_STORE_DROP_WRITER_H_
#define CONCORD_ENGINE_STORE_DROP_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/account_update.h"
#include "engine/store/delta.h"
#include "engine/store/drop_plan.h"
#include "engine/store/store.h"
#include "engine/store/workspace.h"

namespace concord {

// For the row of `drops`.
struct DropCounts {
  int64_t articles = 0;
  int64_t added = 0;
  int64_t revised = 0;
  int64_t quarantined = 0;
};

// Begin, Apply, then Commit or Undo; then WriteDelta. Destroyed before Commit
// it undoes everything.
class DropWriter {
 public:
  // Does not own `store`, which must outlive it.
  DropWriter(Store& store, const PipelineOptions& options)
      : store_(store),
        options_(options),
        work_(store.record(), options.threads) {}
  ~DropWriter();
  DropWriter(const DropWriter&) = delete;
  DropWriter& operator=(const DropWriter&) = delete;

  absl::Status Begin();

  // Writes articles, claims and sets, in the open transaction.
  absl::Status Apply(DropPlan plan);

  // Makes it durable: the segment first, then the record that names it. After
  // OK the drop is there whatever happens; before, nothing of it is.
  absl::Status Commit(absl::string_view verb, absl::string_view drop_id,
                      const DropCounts& counts);
  absl::Status Undo();

  // Writes what Apply changed as a record stream; nothing but the quarantines
  // where it was not called.
  absl::Status WriteDelta(absl::string_view verb,
                          std::vector<v1::Quarantine> quarantines,
                          RecordSink& sink);

  int64_t drop_row() const { return drop_row_; }
  size_t claims() const { return claims_.size(); }
  // The claims and articles that came, and those that went.
  const AccountChange& change() const { return change_; }
  size_t high_divergences() const;

 private:
  absl::Status LoadGoing(const DropPlan& plan);
  absl::Status WriteArticles(DropPlan& plan);
  absl::Status ExtractClaims();
  absl::Status UpdateSets();
  absl::Status WriteClaims();
  absl::Status WriteChanges();
  std::vector<IndexedClaim> IndexedClaims() const;

  // What the delta's records name, so that its stream stands by itself.
  absl::Status GatherStream();
  absl::Status NameSets();
  absl::Status NameStories();
  absl::StatusOr<ClaimEntry*> FindClaim(const std::string& claim_id);

  Store& store_;
  const PipelineOptions& options_;
  Workspace work_;
  bool is_open_ = false;  // a transaction is
  int64_t drop_row_ = 0;
  DerivedIndex before_, after_;
  std::vector<RowId> added_, removed_;
  std::vector<ClaimEntry*> claims_;  // of the added articles
  IndexPart part_;
  AccountChange change_;
  Delta delta_;
  // Of the stream, by id.
  std::map<std::string, ClaimEntry*> stream_claims_;
  std::map<std::string, v1::Article> stream_articles_;
  std::map<std::string, v1::Story> stream_stories_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DROP_WRITER_H_
