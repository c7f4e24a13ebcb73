#include "engine/store/check_store.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/record_sink.h"
#include "engine/pipeline/verify.h"
#include "engine/store/export.h"
#include "engine/store/record.h"
#include "engine/store/store.h"

namespace concord {
namespace {

class StoreCheck {
 public:
  explicit StoreCheck(Store& store)
      : store_(store), db_(store.database()), record_(store.record()) {}

  VerifyResult Run() {
    Note(CheckPages());
    Note(CheckTables());
    Note(CheckMembers());
    Note(CheckSegments());
    CheckAccount();
    return std::move(result_);
  }

 private:
  void Problem(std::string what) {
    if (result_.problems.size() < VerifyResult::kMaxProblems) {
      result_.problems.push_back(std::move(what));
    }
  }
  void Note(const absl::Status& status) {
    if (!status.ok()) Problem(std::string(status.message()));
  }

  absl::Status CheckPages() {
    return db_.ForEach("PRAGMA integrity_check(10)", [&](const Row& row) {
      if (row.Text(0) != "ok") Problem(std::string(row.Text(0)));
    });
  }

  absl::Status CheckTables() {
    std::map<std::string, std::pair<int64_t, int64_t>> stated;
    CONCORD_RETURN_IF_ERROR(db_.ForEach(
        "SELECT name, rows, digest FROM tally", [&](const Row& row) {
          stated[std::string(row.Text(0))] = {row.Int(1), row.Int(2)};
        }));
    for (const DigestedTable& table : DigestedTables()) {
      int64_t rows = 0;
      uint64_t sum = 0;
      const auto read = [&](const Row& row) {
        const int64_t digest = DigestOfRow(row, table);
        ++rows;
        sum += static_cast<uint64_t>(digest);
        if (digest == row.Int(row.size() - 1)) return;
        Problem(absl::StrCat(table.name, ": the ", rows,
                             "th row does not match its digest"));
      };
      Note(db_.ForEach(table.select, read));
      const auto [count, total] = stated[table.name];
      if (rows != count || sum != static_cast<uint64_t>(total)) {
        Problem(absl::StrCat(table.name, ": ", rows, " rows where ", count,
                             " are stated, or others than those"));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckMembers() {
    CONCORD_RETURN_IF_ERROR(CheckMembersOf(
        SetKind::kStory, "SELECT row FROM story",
        "SELECT article_id FROM article WHERE row = ?",
        [&](int64_t row) -> absl::StatusOr<std::set<std::string>> {
          CONCORD_ASSIGN_OR_RETURN(const auto set, record_.LoadStory(row));
          return std::set<std::string>(set.article_ids().begin(),
                                       set.article_ids().end());
        }));
    const auto check = [&](SetKind kind, const char* rows, auto load) {
      return CheckMembersOf(
          kind, rows, "SELECT claim_id FROM claim WHERE row = ?",
          [&](int64_t row) -> absl::StatusOr<std::set<std::string>> {
            CONCORD_ASSIGN_OR_RETURN(const auto set, (record_.*load)(row));
            return std::set<std::string>(set.claim_ids().begin(),
                                         set.claim_ids().end());
          });
    };
    CONCORD_RETURN_IF_ERROR(check(SetKind::kCluster, "SELECT row FROM cluster",
                                  &Record::LoadCluster));
    CONCORD_RETURN_IF_ERROR(check(SetKind::kAgreement,
                                  "SELECT row FROM agreement",
                                  &Record::LoadAgreement));
    CONCORD_RETURN_IF_ERROR(check(SetKind::kDivergence,
                                  "SELECT row FROM divergence",
                                  &Record::LoadDivergence));
    return CheckStrayMembers();
  }

  // That the members of every set are those it names.
  template <typename IdsOf>
  absl::Status CheckMembersOf(SetKind kind, const char* all_rows,
                              const char* id_of, const IdsOf& ids_of) {
    std::vector<int64_t> rows;
    CONCORD_RETURN_IF_ERROR(db_.ForEach(
        all_rows, [&](const Row& row) { rows.push_back(row.Int(0)); }));
    for (int64_t row : rows) {
      absl::StatusOr<std::set<std::string>> stated = ids_of(row);
      Note(stated.status());
      if (!stated.ok()) continue;
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> members,
                               record_.MembersOf(kind, row));
      std::set<std::string> found;
      for (int64_t member : members) {
        CONCORD_RETURN_IF_ERROR(db_.ForEach(
            id_of, [&](const Row& r) { found.emplace(r.Text(0)); }, member));
      }
      if (found == *stated && found.size() == members.size()) continue;
      Problem(absl::StrCat("set ", row, ", which begins with ",
                           stated->empty() ? "nobody" : *stated->begin(),
                           ": other members than it names"));
    }
    return absl::OkStatus();
  }

  // Members of sets that are not there.
  absl::Status CheckStrayMembers() {
    static constexpr const char* kStray[] = {
        "SELECT set_row FROM story_member WHERE set_row NOT IN "
        "(SELECT row FROM story)",
        "SELECT set_row FROM cluster_member WHERE set_row NOT IN "
        "(SELECT row FROM cluster)",
        "SELECT set_row FROM agreement_member WHERE set_row NOT IN "
        "(SELECT row FROM agreement)",
        "SELECT set_row FROM divergence_member WHERE set_row NOT IN "
        "(SELECT row FROM divergence)"};
    for (const char* sql : kStray) {
      CONCORD_RETURN_IF_ERROR(db_.ForEach(sql, [&](const Row& row) {
        Problem(absl::StrCat("a member of set ", row.Int(0),
                             ", which is not there"));
      }));
    }
    return absl::OkStatus();
  }

  absl::Status CheckSegments() { return store_.OpenIndex().status(); }

  void CheckAccount() {
    std::string bytes;
    StringSink sink(&bytes);
    RecordWriter writer(RecordFormat::kPbs, sink);
    const absl::Status status = Export(store_, writer);
    Note(status);
    if (!status.ok()) return;
    VerifyResult account = VerifyStream(bytes);
    result_.summary = std::move(account.summary);
    for (std::string& problem : account.problems) Problem(std::move(problem));
  }

  Store& store_;
  Database& db_;
  Record& record_;
  VerifyResult result_;
};

}  // namespace

VerifyResult CheckStore(Store& store) { return StoreCheck(store).Run(); }

}  // namespace concord
