#include "engine/store/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"
#include "engine/store/database.h"
#include "engine/store/row_digest.h"

namespace concord {
namespace {

absl::Status Damaged(absl::string_view table, int64_t row,
                     absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat("the store is damaged: row ", row, " of ", table, " ", what,
                   "; run concord store verify, and restore from a copy"));
}

// The columns of an article, as they are bound and hashed.
struct ArticleColumns {
  std::optional<int64_t> begin, end;
  std::string payload;

  explicit ArticleColumns(const v1::Article& article) {
    if (article.published().has_begin()) {
      begin = article.published().begin().seconds();
    }
    if (article.published().has_end()) {
      end = article.published().end().seconds();
    }
    v1::Article rest = article;
    rest.clear_article_id();
    rest.clear_document_id();
    rest.clear_revision();
    rest.clear_superseded_by();
    rest.clear_outlet();
    rest.clear_title();
    rest.clear_uri();
    payload = rest.SerializeAsString();
  }
};

std::optional<int64_t> OptionalInt(const Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return row.Int(column);
}

constexpr char kArticleColumns[] =
    "SELECT article_id, document_id, drop_row, live, revision, superseded_by, "
    "outlet, title, uri, published_begin, published_end, agency, byline, "
    "claims, payload, digest, row FROM article ";

// Reads a row of kArticleColumns and proves it.
absl::Status ReadArticle(const Row& row, StoredArticle& out) {
  out.row = row.Int(16);
  const int64_t digest = RowDigest::Of(
      row.Text(0), row.Text(1), row.Int(2), row.Int(3), row.Int(4), row.Text(5),
      row.Text(6), row.Text(7), row.Text(8), OptionalInt(row, 9),
      OptionalInt(row, 10), row.Text(11), row.Text(12), row.Int(13),
      BlobView{row.Text(14)});
  if (digest != row.Int(15)) {
    return Damaged("article", out.row, "does not match its digest");
  }
  const absl::string_view payload = row.Text(14);
  if (!out.article.ParseFromArray(payload.data(),
                                  static_cast<int>(payload.size()))) {
    return Damaged("article", out.row, "has a payload that is no article");
  }
  out.drop_row = row.Int(2);
  out.live = row.Int(3) != 0;
  out.claims = row.Int(13);
  out.article.set_article_id(std::string(row.Text(0)));
  out.article.set_document_id(std::string(row.Text(1)));
  out.article.set_revision(static_cast<uint32_t>(row.Int(4)));
  out.article.set_superseded_by(std::string(row.Text(5)));
  out.article.set_outlet(std::string(row.Text(6)));
  out.article.set_title(std::string(row.Text(7)));
  out.article.set_uri(std::string(row.Text(8)));
  return absl::OkStatus();
}

std::string ClaimPayload(const v1::Claim& claim) {
  v1::Claim rest = claim;
  rest.clear_claim_id();
  rest.clear_article_id();
  rest.clear_text();
  rest.clear_disposition();
  return rest.SerializeAsString();
}

constexpr char kClaimColumns[] =
    "SELECT claim_id, article_row, text, speaker, disposition, payload, "
    "digest, row FROM claim ";

// A claim's digest is that of its lasting columns, moved on by its disposition:
// so that a new disposition needs no look at the payload.
int64_t WithDisposition(int64_t digest, int64_t disposition) {
  constexpr uint64_t kStep = 0x9E3779B97F4A7C15;
  return static_cast<int64_t>(static_cast<uint64_t>(digest) +
                              static_cast<uint64_t>(disposition) * kStep);
}

// Reads a row of kClaimColumns and proves it; article_id stays empty.
absl::Status ReadClaim(const Row& row, StoredClaim& out) {
  out.row = row.Int(7);
  out.digest = row.Int(6);
  const absl::string_view payload = row.Text(5);
  const int64_t digest =
      WithDisposition(RowDigest::Of(row.Text(0), row.Int(1), row.Text(2),
                                    row.Text(3), BlobView{payload}),
                      row.Int(4));
  if (digest != out.digest) {
    return Damaged("claim", out.row, "does not match its digest");
  }
  if (!out.claim.ParseFromArray(payload.data(),
                                static_cast<int>(payload.size()))) {
    return Damaged("claim", out.row, "has a payload that is no claim");
  }
  out.article_row = row.Int(1);
  out.claim.set_claim_id(std::string(row.Text(0)));
  out.claim.set_text(std::string(row.Text(2)));
  out.claim.set_disposition(static_cast<v1::Disposition>(row.Int(4)));
  return absl::OkStatus();
}

// The statements of a kind of set.
struct SetStatements {
  const char* table;
  const char* insert_member;
  const char* sets_of;
  const char* members_of;
  const char* load;
  const char* remove;
  const char* remove_members;
};

#define CONCORD_SET_STATEMENTS(name, member, columns)                          \
  {                                                                            \
    name, "INSERT INTO " name "_member(" member ", set_row) VALUES(?, ?)",     \
        "SELECT set_row FROM " name "_member WHERE " member " = ?",            \
        "SELECT " member " FROM " name "_member WHERE set_row = ? ORDER BY 1", \
        "SELECT payload, digest, " columns " FROM " name " WHERE row = ?",     \
        "DELETE FROM " name " WHERE row = ? RETURNING digest",                 \
        "DELETE FROM " name "_member WHERE set_row = ?"                        \
  }

const SetStatements& StatementsOf(SetKind kind) {
  static constexpr SetStatements kStatements[] = {
      CONCORD_SET_STATEMENTS("story", "article_row", "story_id"),
      CONCORD_SET_STATEMENTS("cluster", "claim_row", "cluster_id"),
      CONCORD_SET_STATEMENTS(
          "agreement", "claim_row",
          "agreement_id, articles, outlets, origins_min, origins_max, kind"),
      CONCORD_SET_STATEMENTS("divergence", "claim_row",
                             "divergence_id, type, severity, apparent"),
  };
  return kStatements[static_cast<int>(kind)];
}

#undef CONCORD_SET_STATEMENTS

// The digest of a row of a set's table, from the columns that `load` reads.
int64_t ColumnDigest(SetKind kind, const Row& row) {
  const BlobView payload{row.Text(0)};
  switch (kind) {
    case SetKind::kStory:
    case SetKind::kCluster:
      return RowDigest::Of(row.Text(2), payload);
    case SetKind::kAgreement:
      return RowDigest::Of(row.Text(2), row.Int(3), row.Int(4), row.Int(5),
                           row.Int(6), row.Int(7), payload);
    case SetKind::kDivergence:
      return RowDigest::Of(row.Text(2), row.Int(3), row.Int(4), row.Int(5),
                           payload);
  }
  return 0;
}

template <typename Message>
absl::StatusOr<Message> LoadSet(Database& db, SetKind kind, int64_t set) {
  const SetStatements& sql = StatementsOf(kind);
  Message message;
  absl::Status status =
      Damaged(sql.table, set, "is named by a member and is not there");
  const auto read = [&](const Row& row) {
    const absl::string_view payload = row.Text(0);
    status = absl::OkStatus();
    if (ColumnDigest(kind, row) != row.Int(1)) {
      status = Damaged(sql.table, set, "does not match its digest");
    } else if (!message.ParseFromArray(payload.data(),
                                       static_cast<int>(payload.size()))) {
      status = Damaged(sql.table, set, "has a payload that cannot be read");
    }
  };
  CONCORD_RETURN_IF_ERROR(db.ForEach(sql.load, read, set));
  CONCORD_RETURN_IF_ERROR(status);
  return message;
}

// Runs `sql` and hands every row to `read(row, item)`.
template <typename Item, typename Read, typename... Values>
absl::StatusOr<std::vector<Item>> Collect(Database& db, const char* sql,
                                          const Read& read,
                                          const Values&... values) {
  std::vector<Item> items;
  absl::Status status;
  CONCORD_RETURN_IF_ERROR(db.ForEach(
      sql,
      [&](const Row& row) {
        if (status.ok()) status = read(row, items.emplace_back());
      },
      values...));
  CONCORD_RETURN_IF_ERROR(status);
  return items;
}

absl::Status ReadRowNumber(const Row& row, int64_t& out) {
  out = row.Int(0);
  return absl::OkStatus();
}

absl::Status ReadEventPair(const Row& row, StoredPair& out) {
  out = {row.Int(0), row.Int(1), row.Real(2)};
  return RowDigest::Of(out.a, out.b, out.similarity) == row.Int(3)
             ? absl::OkStatus()
             : Damaged("event_pair", out.a, "does not match its digest");
}

absl::Status ReadCopyPair(const Row& row, StoredPair& out) {
  out = {row.Int(0), row.Int(1), 0};
  return RowDigest::Of(out.a, out.b) == row.Int(2)
             ? absl::OkStatus()
             : Damaged("copy_pair", out.a, "does not match its digest");
}

absl::Status ReadRelation(const Row& row, StoredRelation& out) {
  const absl::string_view payload = row.Text(3);
  out.a = row.Int(0);
  out.b = row.Int(1);
  if (RowDigest::Of(out.a, out.b, row.Int(2), BlobView{payload}) !=
      row.Int(4)) {
    return Damaged("relation", out.a, "does not match its digest");
  }
  if (!out.relation.ParseFromArray(payload.data(),
                                   static_cast<int>(payload.size()))) {
    return Damaged("relation", out.a, "has a payload that is no relation");
  }
  out.relation.set_relation(static_cast<v1::Comparison::Relation>(row.Int(2)));
  return absl::OkStatus();
}

}  // namespace

absl::Status Record::Begin() { return db_.Execute("BEGIN IMMEDIATE"); }

absl::Status Record::Commit() {
  CONCORD_RETURN_IF_ERROR(Flush());
  return db_.Execute("COMMIT");
}

absl::Status Record::Rollback() {
  changes_.clear();
  return db_.Execute("ROLLBACK");
}

void Record::Count(absl::string_view table, int64_t rows, int64_t digest) {
  const auto found = changes_.find(table);
  Tally& tally =
      found != changes_.end() ? found->second : changes_[std::string(table)];
  tally.rows += rows;
  tally.digest += static_cast<uint64_t>(digest);
}

absl::Status Record::Flush() {
  for (const auto& [table, change] : changes_) {
    Tally now = change;
    CONCORD_RETURN_IF_ERROR(db_.ForEach(
        "SELECT rows, digest FROM tally WHERE name = ?",
        [&](const Row& row) {
          now.rows += row.Int(0);
          now.digest += static_cast<uint64_t>(row.Int(1));
        },
        absl::string_view(table)));
    CONCORD_RETURN_IF_ERROR(db_.Run(
        "INSERT OR REPLACE INTO tally(name, rows, digest) VALUES(?, ?, ?)",
        absl::string_view(table), now.rows, now.digest));
  }
  changes_.clear();
  return absl::OkStatus();
}

absl::Status Record::InsertArticle(StoredArticle& a) {
  const v1::Article& m = a.article;
  const ArticleColumns c(m);
  CONCORD_RETURN_IF_ERROR(Insert(
      "article",
      "INSERT INTO article(article_id, document_id, drop_row, live, revision, "
      "superseded_by, outlet, title, uri, published_begin, published_end, "
      "agency, byline, claims, payload, digest) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      absl::string_view(m.article_id()), absl::string_view(m.document_id()),
      a.drop_row, a.live ? 1 : 0, m.revision(),
      absl::string_view(m.superseded_by()), absl::string_view(m.outlet()),
      absl::string_view(m.title()), absl::string_view(m.uri()), c.begin, c.end,
      absl::string_view(m.origin().agency()),
      absl::string_view(m.origin().byline()), a.claims, BlobView{c.payload}));
  a.row = db_.last_row();
  return absl::OkStatus();
}

absl::Status Record::UpdateArticle(const StoredArticle& a) {
  const v1::Article& m = a.article;
  const ArticleColumns c(m);
  CONCORD_RETURN_IF_ERROR(db_.ForEach(
      "SELECT digest FROM article WHERE row = ?",
      [&](const Row& row) { Count("article", -1, -row.Int(0)); }, a.row));
  const absl::string_view id = m.article_id(), document = m.document_id(),
                          by = m.superseded_by(), outlet = m.outlet(),
                          title = m.title(), uri = m.uri(),
                          agency = m.origin().agency(),
                          byline = m.origin().byline();
  const BlobView payload{c.payload};
  const int live = a.live ? 1 : 0;
  const int64_t digest = RowDigest::Of(
      id, document, a.drop_row, live, m.revision(), by, outlet, title, uri,
      c.begin, c.end, agency, byline, a.claims, payload);
  Count("article", 1, digest);
  return db_.Run(
      "UPDATE article SET live = ?, revision = ?, superseded_by = ?, outlet = "
      "?, title = ?, uri = ?, published_begin = ?, published_end = ?, agency = "
      "?, byline = ?, claims = ?, payload = ?, digest = ? WHERE row = ?",
      live, m.revision(), by, outlet, title, uri, c.begin, c.end, agency,
      byline, a.claims, payload, digest, a.row);
}

absl::Status Record::DeleteArticle(int64_t row) {
  return Delete("article", "DELETE FROM article WHERE row = ? RETURNING digest",
                row);
}

absl::StatusOr<StoredArticle> Record::LoadArticle(int64_t row) {
  static const std::string sql = absl::StrCat(kArticleColumns, "WHERE row = ?");
  CONCORD_ASSIGN_OR_RETURN(
      std::vector<StoredArticle> found,
      Collect<StoredArticle>(db_, sql.c_str(), ReadArticle, row));
  if (found.empty()) return Damaged("article", row, "is missing");
  return std::move(found.front());
}

absl::StatusOr<std::vector<StoredArticle>> Record::LoadDocument(
    absl::string_view document_id) {
  static const std::string sql =
      absl::StrCat(kArticleColumns, "WHERE document_id = ? ORDER BY row");
  return Collect<StoredArticle>(db_, sql.c_str(), ReadArticle, document_id);
}

absl::StatusOr<std::string> Record::ArticleId(int64_t row) {
  std::string id;
  CONCORD_RETURN_IF_ERROR(db_.ForEach(
      "SELECT article_id FROM article WHERE row = ?",
      [&](const Row& found) { id = std::string(found.Text(0)); }, row));
  if (id.empty()) return Damaged("article", row, "is missing");
  return id;
}

absl::StatusOr<int64_t> Record::RowOfArticle(absl::string_view article_id) {
  return db_.Number("SELECT row FROM article WHERE article_id = ?", 0,
                    article_id);
}

absl::Status Record::InsertClaim(StoredClaim& c) {
  const std::string payload = ClaimPayload(c.claim);
  const absl::string_view id = c.claim.claim_id(), text = c.claim.text(),
                          speaker = c.claim.attribution().speaker();
  const int disposition = c.claim.disposition();
  c.digest = WithDisposition(
      RowDigest::Of(id, c.article_row, text, speaker, BlobView{payload}),
      disposition);
  Count("claim", 1, c.digest);
  CONCORD_RETURN_IF_ERROR(
      db_.Run("INSERT INTO claim(row, claim_id, article_row, text, speaker, "
              "disposition, payload, digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
              c.row, id, c.article_row, text, speaker, disposition,
              BlobView{payload}, c.digest));
  return absl::OkStatus();
}

absl::StatusOr<int64_t> Record::NextRow(absl::string_view table) {
  CONCORD_ASSIGN_OR_RETURN(
      const int64_t last,
      db_.Number("SELECT seq FROM sqlite_sequence WHERE name = ?", 0, table));
  return last + 1;
}

absl::StatusOr<StoredClaim> Record::LoadClaim(int64_t row) {
  static const std::string sql = absl::StrCat(kClaimColumns, "WHERE row = ?");
  CONCORD_ASSIGN_OR_RETURN(
      std::vector<StoredClaim> found,
      Collect<StoredClaim>(db_, sql.c_str(), ReadClaim, row));
  if (found.empty()) return Damaged("claim", row, "is missing");
  return std::move(found.front());
}

absl::StatusOr<std::vector<StoredClaim>> Record::LoadClaimsOf(
    int64_t article_row, int64_t expected) {
  static const std::string sql =
      absl::StrCat(kClaimColumns, "WHERE article_row = ? ORDER BY row");
  CONCORD_ASSIGN_OR_RETURN(
      std::vector<StoredClaim> claims,
      Collect<StoredClaim>(db_, sql.c_str(), ReadClaim, article_row));
  if (static_cast<int64_t>(claims.size()) != expected) {
    return Damaged("article", article_row,
                   absl::StrCat("has ", claims.size(), " claims where ",
                                expected, " are stated"));
  }
  return claims;
}

absl::Status Record::SetDisposition(StoredClaim& c,
                                    v1::Disposition disposition) {
  Count("claim", -1, -c.digest);
  c.digest = WithDisposition(c.digest, disposition - c.claim.disposition());
  c.claim.set_disposition(disposition);
  Count("claim", 1, c.digest);
  return db_.Run("UPDATE claim SET disposition = ?, digest = ? WHERE row = ?",
                 static_cast<int>(disposition), c.digest, c.row);
}

absl::Status Record::DeleteClaim(int64_t row) {
  return Delete("claim", "DELETE FROM claim WHERE row = ? RETURNING digest",
                row);
}

absl::Status Record::InsertPair(PairKind kind, const StoredPair& pair) {
  if (kind == PairKind::kEvent) {
    return Insert(
        "event_pair",
        "INSERT INTO event_pair(a, b, similarity, digest) VALUES(?, ?, ?, ?)",
        pair.a, pair.b, pair.similarity);
  }
  return Insert("copy_pair",
                "INSERT INTO copy_pair(a, b, digest) VALUES(?, ?, ?)", pair.a,
                pair.b);
}

absl::Status Record::DeletePair(PairKind kind, int64_t a, int64_t b) {
  if (kind == PairKind::kEvent) {
    return Delete(
        "event_pair",
        "DELETE FROM event_pair WHERE a = ? AND b = ? RETURNING digest", a, b);
  }
  return Delete("copy_pair",
                "DELETE FROM copy_pair WHERE a = ? AND b = ? RETURNING digest",
                a, b);
}

absl::StatusOr<std::vector<StoredPair>> Record::PairsOf(PairKind kind,
                                                        int64_t row) {
  if (kind == PairKind::kEvent) {
    return Collect<StoredPair>(
        db_,
        "SELECT a, b, similarity, digest FROM event_pair WHERE a = ?1 UNION "
        "ALL SELECT a, b, similarity, digest FROM event_pair WHERE b = ?1",
        ReadEventPair, row);
  }
  return Collect<StoredPair>(
      db_,
      "SELECT a, b, digest FROM copy_pair WHERE a = ?1 UNION ALL "
      "SELECT a, b, digest FROM copy_pair WHERE b = ?1",
      ReadCopyPair, row);
}

absl::Status Record::InsertRelation(const StoredRelation& r) {
  v1::Relation rest = r.relation;
  rest.clear_a();
  rest.clear_b();
  rest.clear_relation();
  const std::string payload = rest.SerializeAsString();
  return Insert("relation",
                "INSERT INTO relation(a, b, relation, payload, digest) "
                "VALUES(?, ?, ?, ?, ?)",
                r.a, r.b, static_cast<int>(r.relation.relation()),
                BlobView{payload});
}

absl::Status Record::DeleteRelation(int64_t a, int64_t b) {
  return Delete("relation",
                "DELETE FROM relation WHERE a = ? AND b = ? RETURNING digest",
                a, b);
}

absl::StatusOr<std::vector<StoredRelation>> Record::RelationsOf(
    int64_t claim_row) {
  return Collect<StoredRelation>(
      db_,
      "SELECT a, b, relation, payload, digest FROM relation WHERE a = ?1 "
      "UNION ALL "
      "SELECT a, b, relation, payload, digest FROM relation WHERE b = ?1",
      ReadRelation, claim_row);
}

absl::StatusOr<StoredRelation> Record::LoadRelation(int64_t a, int64_t b) {
  CONCORD_ASSIGN_OR_RETURN(
      std::vector<StoredRelation> found,
      Collect<StoredRelation>(db_,
                              "SELECT a, b, relation, payload, digest FROM "
                              "relation WHERE a = ? AND b = ?",
                              ReadRelation, a, b));
  if (found.empty()) return Damaged("relation", a, "is missing");
  return std::move(found.front());
}

namespace {

absl::Status InsertMembers(Database& db, SetKind kind, int64_t set,
                           absl::Span<const int64_t> members) {
  for (int64_t member : members) {
    CONCORD_RETURN_IF_ERROR(
        db.Run(StatementsOf(kind).insert_member, member, set));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Record::InsertSet(const v1::Story& story,
                               absl::Span<const int64_t> members) {
  const std::string payload = story.SerializeAsString();
  CONCORD_RETURN_IF_ERROR(Insert(
      "story", "INSERT INTO story(story_id, payload, digest) VALUES(?, ?, ?)",
      absl::string_view(story.story_id()), BlobView{payload}));
  return InsertMembers(db_, SetKind::kStory, db_.last_row(), members);
}

absl::Status Record::InsertSet(const v1::Cluster& cluster,
                               absl::Span<const int64_t> members) {
  const std::string payload = cluster.SerializeAsString();
  CONCORD_RETURN_IF_ERROR(
      Insert("cluster",
             "INSERT INTO cluster(cluster_id, payload, digest) VALUES(?, ?, ?)",
             absl::string_view(cluster.cluster_id()), BlobView{payload}));
  return InsertMembers(db_, SetKind::kCluster, db_.last_row(), members);
}

absl::Status Record::InsertSet(const v1::Agreement& a,
                               absl::Span<const int64_t> members) {
  const std::string payload = a.SerializeAsString();
  const v1::Support& support = a.support();
  CONCORD_RETURN_IF_ERROR(Insert(
      "agreement",
      "INSERT INTO agreement(agreement_id, articles, outlets, origins_min, "
      "origins_max, kind, payload, digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
      absl::string_view(a.agreement_id()), support.articles(),
      support.outlets(), support.origins_min(), support.origins_max(),
      static_cast<int>(a.kind()), BlobView{payload}));
  return InsertMembers(db_, SetKind::kAgreement, db_.last_row(), members);
}

absl::Status Record::InsertSet(const v1::Divergence& d,
                               absl::Span<const int64_t> members) {
  const std::string payload = d.SerializeAsString();
  CONCORD_RETURN_IF_ERROR(Insert(
      "divergence",
      "INSERT INTO divergence(divergence_id, type, severity, apparent, "
      "payload, digest) VALUES(?, ?, ?, ?, ?, ?)",
      absl::string_view(d.divergence_id()), static_cast<int>(d.type()),
      static_cast<int>(d.severity()), d.apparent() ? 1 : 0, BlobView{payload}));
  return InsertMembers(db_, SetKind::kDivergence, db_.last_row(), members);
}

absl::StatusOr<std::vector<int64_t>> Record::SetsOf(SetKind kind,
                                                    int64_t member) {
  return Collect<int64_t>(db_, StatementsOf(kind).sets_of, ReadRowNumber,
                          member);
}

absl::StatusOr<std::vector<int64_t>> Record::MembersOf(SetKind kind,
                                                       int64_t set) {
  return Collect<int64_t>(db_, StatementsOf(kind).members_of, ReadRowNumber,
                          set);
}

absl::StatusOr<v1::Story> Record::LoadStory(int64_t row) {
  return LoadSet<v1::Story>(db_, SetKind::kStory, row);
}
absl::StatusOr<v1::Cluster> Record::LoadCluster(int64_t row) {
  return LoadSet<v1::Cluster>(db_, SetKind::kCluster, row);
}
absl::StatusOr<v1::Agreement> Record::LoadAgreement(int64_t row) {
  return LoadSet<v1::Agreement>(db_, SetKind::kAgreement, row);
}
absl::StatusOr<v1::Divergence> Record::LoadDivergence(int64_t row) {
  return LoadSet<v1::Divergence>(db_, SetKind::kDivergence, row);
}

absl::Status Record::DeleteSet(SetKind kind, int64_t row) {
  const SetStatements& sql = StatementsOf(kind);
  CONCORD_RETURN_IF_ERROR(Delete(sql.table, sql.remove, row));
  return db_.Run(sql.remove_members, row);
}

absl::Status Record::InsertUnique(int64_t claim_row, const v1::Unique& unique) {
  const std::string payload = unique.SerializeAsString();
  return Insert("unique_claim",
                "INSERT INTO unique_claim(claim_row, story_id, payload, "
                "digest) VALUES(?, ?, ?, ?)",
                claim_row, absl::string_view(unique.story_id()),
                BlobView{payload});
}

absl::StatusOr<v1::Unique> Record::FindUnique(int64_t claim_row) {
  const auto read = [&](const Row& row, v1::Unique& out) {
    const absl::string_view payload = row.Text(1);
    if (RowDigest::Of(claim_row, row.Text(0), BlobView{payload}) !=
            row.Int(2) ||
        !out.ParseFromArray(payload.data(), static_cast<int>(payload.size()))) {
      return Damaged("unique_claim", claim_row, "does not match its digest");
    }
    return absl::OkStatus();
  };
  CONCORD_ASSIGN_OR_RETURN(
      std::vector<v1::Unique> found,
      Collect<v1::Unique>(db_,
                          "SELECT story_id, payload, digest FROM unique_claim "
                          "WHERE claim_row = ?",
                          read, claim_row));
  return found.empty() ? v1::Unique() : std::move(found.front());
}

absl::Status Record::DeleteUnique(int64_t claim_row) {
  return Delete("unique_claim",
                "DELETE FROM unique_claim WHERE claim_row = ? RETURNING digest",
                claim_row);
}

absl::Status Record::InsertChange(int64_t drop_row, absl::string_view kind,
                                  absl::string_view id, v1::Change change,
                                  absl::string_view payload) {
  return Insert("change",
                "INSERT INTO change(drop_row, kind, id, change, payload, "
                "digest) VALUES(?, ?, ?, ?, ?, ?)",
                drop_row, kind, id, static_cast<int>(change),
                BlobView{payload});
}

absl::Status Record::InsertQuarantine(int64_t drop_row,
                                      const v1::Quarantine& q) {
  const std::string payload = q.SerializeAsString();
  return Insert("quarantine",
                "INSERT INTO quarantine(drop_row, code, source, message, "
                "payload, digest) VALUES(?, ?, ?, ?, ?, ?)",
                drop_row, static_cast<int>(q.code()),
                absl::string_view(q.source()), absl::string_view(q.message()),
                BlobView{payload});
}

absl::Span<const DigestedTable> DigestedTables() {
  static constexpr DigestedTable kTables[] = {
      {"drops",
       "SELECT row, drop_id, verb, articles, added, revised, claims, "
       "quarantined, digest FROM drops"},
      {"article",
       "SELECT article_id, document_id, drop_row, live, revision, "
       "superseded_by, outlet, title, uri, published_begin, published_end, "
       "agency, byline, claims, payload, digest FROM article"},
      {"claim",
       "SELECT claim_id, article_row, text, speaker, disposition, payload, "
       "digest FROM claim",
       4},
      {"event_pair", "SELECT a, b, similarity, digest FROM event_pair"},
      {"copy_pair", "SELECT a, b, digest FROM copy_pair"},
      {"relation", "SELECT a, b, relation, payload, digest FROM relation"},
      {"story", "SELECT story_id, payload, digest FROM story"},
      {"cluster", "SELECT cluster_id, payload, digest FROM cluster"},
      {"agreement",
       "SELECT agreement_id, articles, outlets, origins_min, origins_max, "
       "kind, payload, digest FROM agreement"},
      {"divergence",
       "SELECT divergence_id, type, severity, apparent, payload, digest FROM "
       "divergence"},
      {"unique_claim",
       "SELECT claim_row, story_id, payload, digest FROM unique_claim"},
      {"change",
       "SELECT drop_row, kind, id, change, payload, digest FROM change"},
      {"quarantine",
       "SELECT drop_row, code, source, message, payload, digest FROM "
       "quarantine"},
      {"gone_article", "SELECT row, digest FROM gone_article"},
      {"gone_claim", "SELECT row, heir, digest FROM gone_claim"},
  };
  return kTables;
}

int64_t DigestOfRow(const Row& row, const DigestedTable& table) {
  RowDigest digest;
  for (int column = 0; column + 1 < row.size(); ++column) {
    if (column != table.disposition) digest.Add(row, column);
  }
  if (table.disposition < 0) return digest.Get();
  return WithDisposition(digest.Get(), row.Int(table.disposition));
}

}  // namespace concord
