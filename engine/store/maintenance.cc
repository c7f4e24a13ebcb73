#include "engine/store/maintenance.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"
#include "engine/store/store.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

int64_t FileBytes(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 ? info.st_size : 0;
}

}  // namespace

absl::StatusOr<std::string> StoreStatsText(Store& store) {
  static constexpr struct {
    absl::string_view name;
    const char* sql;
  } kCounts[] = {
      {"drops", "SELECT count(*) FROM drops"},
      {"documents", "SELECT count(DISTINCT document_id) FROM article"},
      {"articles", "SELECT count(*) FROM article"},
      {"articles_compared", "SELECT count(*) FROM article WHERE live"},
      {"claims", "SELECT count(*) FROM claim"},
      {"clusters", "SELECT count(*) FROM cluster"},
      {"stories", "SELECT count(*) FROM story"},
      {"relations", "SELECT count(*) FROM relation"},
      {"agreements", "SELECT count(*) FROM agreement"},
      {"divergences", "SELECT count(*) FROM divergence WHERE NOT apparent"},
      {"divergences_high",
       "SELECT count(*) FROM divergence WHERE NOT apparent AND severity = 3"},
      {"unique_claims", "SELECT count(*) FROM unique_claim"},
      {"quarantined", "SELECT count(*) FROM quarantine"},
      {"segments", "SELECT count(*) FROM segment"},
      {"segment_bytes", "SELECT coalesce(sum(bytes), 0) FROM segment"},
  };
  std::string text;
  for (const auto& count : kCounts) {
    CONCORD_ASSIGN_OR_RETURN(const int64_t number,
                             store.database().Number(count.sql, 0));
    absl::StrAppend(&text, count.name, " ", number, "\n");
  }
  absl::StrAppend(&text, "record_bytes ",
                  FileBytes(store.database().path()) +
                      FileBytes(store.database().path() + "-wal"),
                  "\n");
  return text;
}

namespace {

// One part with all that is compared. The claims' texts stay in `work`.
absl::StatusOr<std::vector<IndexedClaim>> GatherIndex(
    Workspace& work, const std::vector<RowId>& rows, IndexPart& part) {
  CONCORD_RETURN_IF_ERROR(work.Fingerprints(rows));
  std::vector<IndexedArticle> articles;
  std::vector<ClaimEntry*> claims;
  for (RowId row : rows) {
    CONCORD_ASSIGN_OR_RETURN(const Fingerprint* print, work.FingerprintOf(row));
    articles.push_back(print->keys);
    CONCORD_ASSIGN_OR_RETURN(const auto own, work.ClaimsOf(row));
    claims.insert(claims.end(), own.begin(), own.end());
  }
  CONCORD_RETURN_IF_ERROR(work.Prepare(claims));
  std::sort(claims.begin(), claims.end(), [](const auto* a, const auto* b) {
    return a->stored.row < b->stored.row;
  });
  std::vector<IndexedClaim> indexed;
  for (const ClaimEntry* claim : claims) {
    indexed.push_back({claim->row(), IdKey(claim->stored.claim.claim_id()),
                       claim->stored.claim.text(), claim->prepared.concepts});
  }
  part.postings = MakePostings(articles, indexed);
  return indexed;
}

absl::Status ReplaceSegments(Store& store, int threads) {
  Record& record = store.record();
  std::vector<RowId> rows;
  CONCORD_RETURN_IF_ERROR(record.database().ForEach(
      "SELECT row FROM article WHERE live ORDER BY row",
      [&](const Row& row) { rows.push_back(static_cast<RowId>(row.Int(0))); }));
  Workspace work(record, threads);
  IndexPart part;
  part.first_drop = 1;
  CONCORD_ASSIGN_OR_RETURN(part.last_drop, record.NextRow("drops"));
  part.name = absl::StrFormat("%06d-%06d-all", part.first_drop, part.last_drop);
  CONCORD_ASSIGN_OR_RETURN(const std::vector<IndexedClaim> claims,
                           GatherIndex(work, rows, part));
  CONCORD_RETURN_IF_ERROR(WritePart(store.segments_folder(), claims, part));
  CONCORD_RETURN_IF_ERROR(record.database().Execute("DELETE FROM segment"));
  CONCORD_RETURN_IF_ERROR(RegisterPart(record.database(), part));
  // No segment names them any more.
  CONCORD_RETURN_IF_ERROR(record.Delete(
      "gone_article", "DELETE FROM gone_article RETURNING digest"));
  return record.Delete("gone_claim", "DELETE FROM gone_claim RETURNING digest");
}

}  // namespace

absl::Status RebuildIndex(Store& store, int threads) {
  CONCORD_RETURN_IF_ERROR(store.record().Begin());
  absl::Status status = ReplaceSegments(store, threads);
  if (status.ok()) status = store.record().Commit();
  if (!status.ok()) {
    (void)store.record().Rollback();
    return status;
  }
  return store.RemoveStrayFiles();
}

}  // namespace concord
