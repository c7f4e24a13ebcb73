// The record, row by row: what stands in it, proved as it is read.
//
// Reading a row computes its digest; one that does not hold is a DataLossError
// that names the table and row, and nothing of the row is used. Writing a row
// keeps the tally (see schema.sql), which Flush puts into the record.

#ifndef CONCORD_ENGINE_STORE_RECORD_H_
#define CONCORD_ENGINE_STORE_RECORD_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/store/database.h"
#include "engine/store/row_digest.h"

namespace concord {

struct StoredArticle {
  int64_t row = 0;
  int64_t drop_row = 0;
  bool live = false;  // the latest revision of its document
  int64_t claims = 0;
  v1::Article article;
};

struct StoredClaim {
  int64_t row = 0;
  int64_t article_row = 0;
  int64_t digest = 0;
  v1::Claim claim;
};

struct StoredRelation {
  int64_t a = 0;  // rows of claims, claim_id of a < claim_id of b
  int64_t b = 0;
  v1::Relation relation;  // without its claim ids
};

struct StoredPair {
  int64_t a = 0;  // rows of articles, a < b
  int64_t b = 0;
  double similarity = 0;
};

// The sets that have members, in tables of their own.
enum class SetKind { kStory, kCluster, kAgreement, kDivergence };

// The links between articles.
enum class PairKind { kEvent, kCopy };

class Record {
 public:
  // Does not own `database`, which must outlive it.
  explicit Record(Database& database) : db_(database) {}

  Database& database() { return db_; }

  // Transactions. Rollback forgets the tally of what it undoes.
  absl::Status Begin();
  absl::Status Commit();
  absl::Status Rollback();

  // Articles. Insert sets `row`; Update writes all but row and drop.
  absl::Status InsertArticle(StoredArticle& article);
  absl::Status UpdateArticle(const StoredArticle& article);
  absl::Status DeleteArticle(int64_t row);
  absl::StatusOr<StoredArticle> LoadArticle(int64_t row);
  absl::StatusOr<std::vector<StoredArticle>> LoadDocument(
      absl::string_view document_id);
  absl::StatusOr<std::string> ArticleId(int64_t row);
  // 0 where there is none.
  absl::StatusOr<int64_t> RowOfArticle(absl::string_view article_id);

  // The first number of a table's rows that was never given.
  absl::StatusOr<int64_t> NextRow(absl::string_view table);

  // Claims. Insert takes a row of NextRow and sets `digest`.
  absl::Status InsertClaim(StoredClaim& claim);
  absl::StatusOr<StoredClaim> LoadClaim(int64_t row);
  // In the order of rows. DataLoss where they are not as many as the article
  // says.
  absl::StatusOr<std::vector<StoredClaim>> LoadClaimsOf(int64_t article_row,
                                                        int64_t expected);
  absl::Status SetDisposition(StoredClaim& claim, v1::Disposition disposition);
  absl::Status DeleteClaim(int64_t row);

  // Links between articles.
  absl::Status InsertPair(PairKind kind, const StoredPair& pair);
  absl::Status DeletePair(PairKind kind, int64_t a, int64_t b);
  absl::StatusOr<std::vector<StoredPair>> PairsOf(PairKind kind, int64_t row);

  // Relations. RelationsOf gives those of a claim on either side.
  absl::Status InsertRelation(const StoredRelation& relation);
  absl::Status DeleteRelation(int64_t a, int64_t b);
  absl::StatusOr<std::vector<StoredRelation>> RelationsOf(int64_t claim_row);
  absl::StatusOr<StoredRelation> LoadRelation(int64_t a, int64_t b);

  // Sets.
  absl::Status InsertSet(const v1::Story& story,
                         absl::Span<const int64_t> members);
  absl::Status InsertSet(const v1::Cluster& cluster,
                         absl::Span<const int64_t> members);
  absl::Status InsertSet(const v1::Agreement& agreement,
                         absl::Span<const int64_t> members);
  absl::Status InsertSet(const v1::Divergence& divergence,
                         absl::Span<const int64_t> members);
  // Rows of the sets that have a member, and of the members of a set.
  absl::StatusOr<std::vector<int64_t>> SetsOf(SetKind kind, int64_t member);
  absl::StatusOr<std::vector<int64_t>> MembersOf(SetKind kind, int64_t set);
  absl::StatusOr<v1::Story> LoadStory(int64_t row);
  absl::StatusOr<v1::Cluster> LoadCluster(int64_t row);
  absl::StatusOr<v1::Agreement> LoadAgreement(int64_t row);
  absl::StatusOr<v1::Divergence> LoadDivergence(int64_t row);
  absl::Status DeleteSet(SetKind kind, int64_t row);

  // Unique claims. Find gives an empty message where the claim is not unique.
  absl::Status InsertUnique(int64_t claim_row, const v1::Unique& unique);
  absl::StatusOr<v1::Unique> FindUnique(int64_t claim_row);
  absl::Status DeleteUnique(int64_t claim_row);

  // What a drop brought.
  absl::Status InsertChange(int64_t drop_row, absl::string_view kind,
                            absl::string_view id, v1::Change change,
                            absl::string_view payload);
  absl::Status InsertQuarantine(int64_t drop_row,
                                const v1::Quarantine& quarantine);

  // Runs an INSERT whose last value is the digest of those before it, and
  // counts it in the tally of `table`.
  template <typename... Values>
  absl::Status Insert(const char* table, const char* sql,
                      const Values&... values) {
    const int64_t digest = RowDigest::Of(values...);
    Count(table, 1, digest);
    return db_.Run(sql, values..., digest);
  }

  // Runs a DELETE ... RETURNING digest and takes the rows off the tally.
  template <typename... Values>
  absl::Status Delete(const char* table, const char* sql,
                      const Values&... values) {
    return db_.ForEach(
        sql, [&](const Row& row) { Count(table, -1, -row.Int(0)); }, values...);
  }

 private:
  struct Tally {
    int64_t rows = 0;
    uint64_t digest = 0;
  };

  void Count(absl::string_view table, int64_t rows, int64_t digest);
  absl::Status Flush();

  Database& db_;
  // Changes of the open transaction.
  std::map<std::string, Tally, std::less<>> changes_;
};

// The tables whose rows have digests, for who reads them all: `select` gives
// the columns that a digest covers, in order, and the digest last.
struct DigestedTable {
  const char* name;
  const char* select;
  // The column that moves the digest on instead (see schema.sql), or -1.
  int disposition = -1;
};
absl::Span<const DigestedTable> DigestedTables();

// The digest of a row of such a `select`, from its columns.
int64_t DigestOfRow(const Row& row, const DigestedTable& table);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_RECORD_H_
