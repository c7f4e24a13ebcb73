// What one drop touches, in memory: articles and claims of the record, each
// read once, and the new ones.

#ifndef CONCORD_ENGINE_STORE_WORKSPACE_H_
#define CONCORD_ENGINE_STORE_WORKSPACE_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/article_sketch.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"

namespace concord {

// Rows of articles and claims, as segments name them.
using RowId = uint32_t;

// How an article meets others.
struct Fingerprint {
  ArticleSketch sketch;
  std::vector<uint64_t> passages;
  IndexedArticle keys;
};

// A claim of the workspace. Its place in memory is fixed.
struct ClaimEntry {
  StoredClaim stored;
  PreparedClaim prepared;  // see Workspace::Prepare
  bool is_prepared = false;

  RowId row() const { return static_cast<RowId>(stored.row); }
  RowId article() const { return static_cast<RowId>(stored.article_row); }
};

// Everything it returns stays valid until it is destroyed. Not safe for use
// from two threads at once, but for reading what was loaded and prepared.
class Workspace {
 public:
  // Does not own `record`, which must outlive it.
  Workspace(Record& record, int threads) : record_(record), threads_(threads) {}

  Record& record() { return record_; }
  int threads() const { return threads_; }

  // Takes an article or claim that was just written to the record.
  void Put(StoredArticle article);
  void Put(StoredClaim claim);

  absl::StatusOr<StoredArticle*> Article(RowId row);
  absl::StatusOr<ClaimEntry*> Claim(RowId row);
  // In the order of rows.
  absl::StatusOr<std::vector<ClaimEntry*>> ClaimsOf(RowId article);

  // Computes what is not there yet, on all threads. The claims' articles are
  // loaded on the way.
  absl::Status Prepare(absl::Span<ClaimEntry* const> claims);
  absl::Status Fingerprints(absl::Span<const RowId> articles);
  absl::StatusOr<const Fingerprint*> FingerprintOf(RowId article);

 private:
  Record& record_;
  const int threads_;
  absl::flat_hash_map<RowId, std::unique_ptr<StoredArticle>> articles_;
  absl::flat_hash_map<RowId, std::unique_ptr<ClaimEntry>> claims_;
  absl::flat_hash_map<RowId, std::vector<RowId>> claims_of_;
  absl::flat_hash_map<RowId, std::unique_ptr<Fingerprint>> fingerprints_;
};

// The fingerprint of an article that stands in `row`.
Fingerprint MakeFingerprint(const v1::Article& article, RowId row);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_WORKSPACE_H_
