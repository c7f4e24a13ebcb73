#include "engine/store/export.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/record.h"
#include "engine/store/store.h"

namespace concord {
namespace {

// Reads one state of the record, in the order of a stream.
class Exporter {
 public:
  Exporter(Store& store, RecordSink& sink)
      : db_(store.database()), record_(store.record()), sink_(sink) {}

  absl::Status Run() {
    CONCORD_RETURN_IF_ERROR(
        sink_.Write(MakeHeader("reconcile", ParametersOf(Limits()))));
    CONCORD_RETURN_IF_ERROR(WriteArticles());
    CONCORD_RETURN_IF_ERROR(WriteClaims());
    CONCORD_RETURN_IF_ERROR(
        WriteSets("SELECT row FROM cluster ORDER BY cluster_id", "cluster",
                  [&](int64_t row, v1::Record& out) {
                    CONCORD_ASSIGN_OR_RETURN(*out.mutable_cluster(),
                                             record_.LoadCluster(row));
                    return absl::OkStatus();
                  }));
    CONCORD_RETURN_IF_ERROR(
        WriteSets("SELECT row FROM story ORDER BY story_id", "story",
                  [&](int64_t row, v1::Record& out) {
                    CONCORD_ASSIGN_OR_RETURN(*out.mutable_story(),
                                             record_.LoadStory(row));
                    return absl::OkStatus();
                  }));
    CONCORD_RETURN_IF_ERROR(WriteRelations());
    CONCORD_RETURN_IF_ERROR(
        WriteSets("SELECT row FROM agreement ORDER BY agreement_id",
                  "agreement", [&](int64_t row, v1::Record& out) {
                    CONCORD_ASSIGN_OR_RETURN(*out.mutable_agreement(),
                                             record_.LoadAgreement(row));
                    return absl::OkStatus();
                  }));
    CONCORD_RETURN_IF_ERROR(
        WriteSets("SELECT row FROM divergence ORDER BY divergence_id",
                  "divergence", [&](int64_t row, v1::Record& out) {
                    CONCORD_ASSIGN_OR_RETURN(*out.mutable_divergence(),
                                             record_.LoadDivergence(row));
                    return absl::OkStatus();
                  }));
    CONCORD_RETURN_IF_ERROR(WriteSets(
        "SELECT u.claim_row FROM unique_claim u JOIN claim c ON c.row = "
        "u.claim_row ORDER BY c.claim_id",
        "unique_claim", [&](int64_t row, v1::Record& out) {
          CONCORD_ASSIGN_OR_RETURN(*out.mutable_unique(),
                                   record_.FindUnique(row));
          return absl::OkStatus();
        }));
    return sink_.Finish({});
  }

 private:
  absl::StatusOr<std::vector<int64_t>> Rows(const char* sql) {
    std::vector<int64_t> rows;
    CONCORD_RETURN_IF_ERROR(
        db_.ForEach(sql, [&](const Row& row) { rows.push_back(row.Int(0)); }));
    return rows;
  }

  absl::Status CheckCount(absl::string_view table, size_t found) {
    CONCORD_ASSIGN_OR_RETURN(
        const int64_t stated,
        db_.Number("SELECT rows FROM tally WHERE name = ?", 0, table));
    if (stated == static_cast<int64_t>(found)) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat(
        "the store is damaged: ", found, " rows of ", table, " where ", stated,
        " are stated; run concord store verify, and restore from a copy"));
  }

  template <typename Load>
  absl::Status WriteSets(const char* sql, absl::string_view table,
                         const Load& load) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> rows, Rows(sql));
    CONCORD_RETURN_IF_ERROR(CheckCount(table, rows.size()));
    for (int64_t row : rows) {
      v1::Record out;
      CONCORD_RETURN_IF_ERROR(load(row, out));
      CONCORD_RETURN_IF_ERROR(sink_.Write(std::move(out)));
    }
    return absl::OkStatus();
  }

  absl::Status WriteArticles() {
    CONCORD_ASSIGN_OR_RETURN(
        article_rows_, Rows("SELECT row FROM article ORDER BY article_id"));
    CONCORD_RETURN_IF_ERROR(CheckCount("article", article_rows_.size()));
    for (int64_t row : article_rows_) {
      CONCORD_ASSIGN_OR_RETURN(StoredArticle article, record_.LoadArticle(row));
      v1::Record out;
      *out.mutable_article() = std::move(article.article);
      CONCORD_RETURN_IF_ERROR(sink_.Write(std::move(out)));
    }
    return absl::OkStatus();
  }

  // By article, then as the claims of an article were written: in text order.
  absl::Status WriteClaims() {
    size_t count = 0;
    for (int64_t row : article_rows_) {
      CONCORD_ASSIGN_OR_RETURN(const StoredArticle article,
                               record_.LoadArticle(row));
      CONCORD_ASSIGN_OR_RETURN(std::vector<StoredClaim> claims,
                               record_.LoadClaimsOf(row, article.claims));
      count += claims.size();
      for (StoredClaim& claim : claims) {
        claim.claim.set_article_id(article.article.article_id());
        ids_.emplace(claim.row, claim.claim.claim_id());
        v1::Record out;
        *out.mutable_claim() = std::move(claim.claim);
        CONCORD_RETURN_IF_ERROR(sink_.Write(std::move(out)));
      }
    }
    return CheckCount("claim", count);
  }

  // Sorted by the claims' ids, of which the table has the rows.
  absl::Status WriteRelations() {
    std::vector<std::tuple<std::string, std::string, int64_t, int64_t>> pairs;
    bool all_known = true;
    CONCORD_RETURN_IF_ERROR(
        db_.ForEach("SELECT a, b FROM relation", [&](const Row& row) {
          const auto a = ids_.find(row.Int(0));
          const auto b = ids_.find(row.Int(1));
          all_known &= a != ids_.end() && b != ids_.end();
          if (!all_known) return;
          pairs.emplace_back(a->second, b->second, row.Int(0), row.Int(1));
        }));
    if (!all_known) {
      return absl::DataLossError(
          "the store is damaged: a relation names a claim that is not there; "
          "run concord store verify, and restore from a copy");
    }
    CONCORD_RETURN_IF_ERROR(CheckCount("relation", pairs.size()));
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [a_id, b_id, a, b] : pairs) {
      CONCORD_ASSIGN_OR_RETURN(StoredRelation stored,
                               record_.LoadRelation(a, b));
      v1::Record out;
      *out.mutable_relation() = std::move(stored.relation);
      out.mutable_relation()->set_a(a_id);
      out.mutable_relation()->set_b(b_id);
      CONCORD_RETURN_IF_ERROR(sink_.Write(std::move(out)));
    }
    return absl::OkStatus();
  }

  Database& db_;
  Record& record_;
  RecordSink& sink_;
  std::vector<int64_t> article_rows_;
  absl::flat_hash_map<int64_t, std::string> ids_;  // of claims, by row
};

}  // namespace

absl::Status Export(Store& store, RecordSink& sink) {
  // One state throughout, whatever a writer does meanwhile.
  CONCORD_RETURN_IF_ERROR(store.database().Execute("BEGIN"));
  const absl::Status status = Exporter(store, sink).Run();
  const absl::Status end = store.database().Execute("COMMIT");
  return status.ok() ? end : status;
}

}  // namespace concord
