#include "engine/store/drop_writer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/quarantines.h"
#include "engine/pipeline/read_articles.h"
#include "engine/store/account_update.h"
#include "engine/store/derived_index.h"
#include "engine/store/durable_file.h"
#include "engine/store/record.h"
#include "engine/store/store.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

// Claims with one begin of their ids: one, but for chance.
constexpr size_t kIdCap = 1024;

bool IsStanding(v1::Change change) {
  return change == v1::CHANGE_NEW || change == v1::CHANGE_CHANGED;
}

template <typename Message>
absl::Status WriteAll(const std::vector<Message>& messages,
                      Message* (v1::Record::*field)(), RecordSink& sink) {
  for (const Message& message : messages) {
    v1::Record record;
    *(record.*field)() = message;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return absl::OkStatus();
}

template <typename Message>
absl::Status WriteAll(const std::map<std::string, Message>& messages,
                      Message* (v1::Record::*field)(), RecordSink& sink) {
  for (const auto& [id, message] : messages) {
    v1::Record record;
    *(record.*field)() = message;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return absl::OkStatus();
}

}  // namespace

DropWriter::~DropWriter() {
  if (is_open_) (void)store_.record().Rollback();
}

absl::Status DropWriter::Begin() {
  CONCORD_RETURN_IF_ERROR(store_.record().Begin());
  is_open_ = true;
  CONCORD_ASSIGN_OR_RETURN(drop_row_, store_.record().NextRow("drops"));
  CONCORD_ASSIGN_OR_RETURN(before_, store_.OpenIndex());
  return absl::OkStatus();
}

absl::Status DropWriter::Apply(DropPlan plan) {
  CONCORD_RETURN_IF_ERROR(LoadGoing(plan));
  CONCORD_RETURN_IF_ERROR(WriteArticles(plan));
  AtStep("articles");
  CONCORD_RETURN_IF_ERROR(UpdateSets());
  AtStep("sets");
  CONCORD_RETURN_IF_ERROR(WriteClaims());
  AtStep("claims");
  absl::flat_hash_set<std::string> gone;
  for (RowId row : change_.removed_claims) {
    CONCORD_ASSIGN_OR_RETURN(const ClaimEntry* claim, work_.Claim(row));
    gone.insert(claim->stored.claim.claim_id());
  }
  for (const ClaimEntry* claim : claims_) {
    gone.erase(claim->stored.claim.claim_id());
  }
  delta_ = MakeDelta(change_, gone);
  CONCORD_RETURN_IF_ERROR(WriteChanges());
  return GatherStream();
}

// The texts that go, and their claims, as they stand.
absl::Status DropWriter::LoadGoing(const DropPlan& plan) {
  for (const StoredArticle& article : plan.go) {
    const auto row = static_cast<RowId>(article.row);
    work_.Put(article);
    removed_.push_back(row);
    CONCORD_RETURN_IF_ERROR(work_.ClaimsOf(row).status());
  }
  return absl::OkStatus();
}

absl::Status DropWriter::WriteArticles(DropPlan& plan) {
  Record& record = store_.record();
  absl::flat_hash_set<int64_t> stay;
  for (const StoredArticle& article : plan.restated) {
    CONCORD_RETURN_IF_ERROR(record.UpdateArticle(article));
  }
  for (const StoredArticle& article : plan.superseded) {
    stay.insert(article.row);
    CONCORD_RETURN_IF_ERROR(record.UpdateArticle(article));
  }
  for (RowId row : removed_) {
    CONCORD_RETURN_IF_ERROR(record.Insert(
        "gone_article", "INSERT INTO gone_article(row, digest) VALUES(?, ?)",
        row));
    if (stay.contains(row)) continue;
    CONCORD_RETURN_IF_ERROR(record.DeleteArticle(row));
  }
  for (StoredArticle& article : plan.kept) {
    article.drop_row = drop_row_;
    CONCORD_RETURN_IF_ERROR(record.InsertArticle(article));
    stream_articles_[article.article.article_id()] = article.article;
  }

  std::vector<v1::Article> messages;
  for (const StoredArticle& article : plan.come) {
    messages.push_back(article.article);
  }
  std::vector<v1::Claim> claims = ClaimsOf(messages, options_);
  messages = {};
  absl::flat_hash_set<int64_t> was_there(removed_.begin(), removed_.end());
  CONCORD_ASSIGN_OR_RETURN(int64_t next_claim, record.NextRow("claim"));
  size_t claim = 0;
  for (StoredArticle& article : plan.come) {
    // A text that comes back has stood there unseen; it gets a row of its own,
    // because segments may still name the one it had.
    if (article.row != 0 && !was_there.contains(article.row)) {
      CONCORD_RETURN_IF_ERROR(record.DeleteArticle(article.row));
    }
    if (article.row == 0) article.drop_row = drop_row_;
    const std::string& id = article.article.article_id();
    const size_t first = claim;
    while (claim < claims.size() && claims[claim].article_id() == id) ++claim;
    article.claims = static_cast<int64_t>(claim - first);
    CONCORD_RETURN_IF_ERROR(record.InsertArticle(article));
    added_.push_back(static_cast<RowId>(article.row));
    for (size_t c = first; c < claim; ++c) {
      work_.Put(
          StoredClaim{next_claim++, article.row, 0, std::move(claims[c])});
    }
    work_.Put(std::move(article));
  }
  return absl::OkStatus();
}

std::vector<IndexedClaim> DropWriter::IndexedClaims() const {
  std::vector<IndexedClaim> indexed;
  for (const ClaimEntry* claim : claims_) {
    indexed.push_back({claim->row(), IdKey(claim->stored.claim.claim_id()),
                       claim->stored.claim.text(), claim->prepared.concepts});
  }
  return indexed;
}

absl::Status DropWriter::UpdateSets() {
  for (RowId article : added_) {
    CONCORD_ASSIGN_OR_RETURN(const auto own, work_.ClaimsOf(article));
    claims_.insert(claims_.end(), own.begin(), own.end());
  }
  CONCORD_RETURN_IF_ERROR(work_.Prepare(claims_));
  CONCORD_RETURN_IF_ERROR(work_.Fingerprints(added_));
  std::vector<IndexedArticle> articles;
  for (RowId article : added_) {
    CONCORD_ASSIGN_OR_RETURN(const Fingerprint* print,
                             work_.FingerprintOf(article));
    articles.push_back(print->keys);
  }
  part_.first_drop = part_.last_drop = drop_row_;
  part_.name = absl::StrFormat("%06d-%06d", drop_row_, drop_row_);
  part_.postings = MakePostings(articles, IndexedClaims());
  after_ = before_;
  after_.mutable_gone().articles.insert(removed_.begin(), removed_.end());
  if (!added_.empty()) after_.mutable_parts().push_back(part_);
  CONCORD_ASSIGN_OR_RETURN(
      change_, UpdateAccount({before_, after_, added_, removed_}, work_));
  return absl::OkStatus();
}

absl::Status DropWriter::WriteClaims() {
  for (ClaimEntry* claim : claims_) {
    CONCORD_RETURN_IF_ERROR(store_.record().InsertClaim(claim->stored));
  }
  return absl::OkStatus();
}

absl::Status DropWriter::WriteChanges() {
  Record& record = store_.record();
  for (const v1::Agreement& a : delta_.agreements) {
    CONCORD_RETURN_IF_ERROR(record.InsertChange(drop_row_, "agreement",
                                                a.agreement_id(), a.change(),
                                                a.SerializeAsString()));
  }
  for (const v1::Divergence& d : delta_.divergences) {
    CONCORD_RETURN_IF_ERROR(record.InsertChange(drop_row_, "divergence",
                                                d.divergence_id(), d.change(),
                                                d.SerializeAsString()));
  }
  for (const auto& [kind, u] : delta_.uniques) {
    CONCORD_RETURN_IF_ERROR(record.InsertChange(
        drop_row_, "unique", u.claim_id(), kind, u.SerializeAsString()));
  }
  return absl::OkStatus();
}

absl::Status DropWriter::Commit(absl::string_view verb,
                                absl::string_view drop_id,
                                const DropCounts& counts) {
  Record& record = store_.record();
  if (!added_.empty()) {
    AtStep("before segment");
    CONCORD_RETURN_IF_ERROR(
        WritePart(store_.segments_folder(), IndexedClaims(), part_));
    AtStep("after segment");
    CONCORD_RETURN_IF_ERROR(RegisterPart(record.database(), part_));
  }
  CONCORD_RETURN_IF_ERROR(record.Insert(
      "drops",
      "INSERT INTO drops(row, drop_id, verb, articles, added, revised, claims, "
      "quarantined, digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
      drop_row_, drop_id, verb, counts.articles, counts.added, counts.revised,
      static_cast<int64_t>(claims_.size()), counts.quarantined));
  AtStep("before commit");
  CONCORD_RETURN_IF_ERROR(record.Commit());
  is_open_ = false;
  AtStep("after commit");
  return SyncFolder(store_.folder());
}

absl::Status DropWriter::Undo() {
  is_open_ = false;
  return store_.record().Rollback();
}

size_t DropWriter::high_divergences() const {
  return static_cast<size_t>(
      std::count_if(delta_.divergences.begin(), delta_.divergences.end(),
                    [](const v1::Divergence& d) {
                      return d.severity() == v1::SEVERITY_HIGH &&
                             !d.apparent() && d.change() == v1::CHANGE_NEW;
                    }));
}

absl::StatusOr<ClaimEntry*> DropWriter::FindClaim(const std::string& claim_id) {
  const auto known = stream_claims_.find(claim_id);
  if (known != stream_claims_.end()) return known->second;
  for (RowId row : after_.Claims(KeySpace::kIds, IdKey(claim_id), kIdCap)) {
    if (std::find(change_.removed_claims.begin(), change_.removed_claims.end(),
                  row) != change_.removed_claims.end()) {
      continue;
    }
    CONCORD_ASSIGN_OR_RETURN(ClaimEntry * claim, work_.Claim(row));
    if (claim->stored.claim.claim_id() == claim_id) return claim;
  }
  // No longer made: as it was.
  for (RowId row : change_.removed_claims) {
    CONCORD_ASSIGN_OR_RETURN(ClaimEntry * claim, work_.Claim(row));
    if (claim->stored.claim.claim_id() == claim_id) return claim;
  }
  return absl::DataLossError(
      absl::StrCat("the store is damaged: a set names the claim ", claim_id,
                   ", which is not there; run concord store verify"));
}

absl::Status DropWriter::NameSets() {
  const auto name = [&](const auto& ids) -> absl::Status {
    for (const std::string& id : ids) {
      CONCORD_ASSIGN_OR_RETURN(stream_claims_[id], FindClaim(id));
    }
    return absl::OkStatus();
  };
  for (const v1::Agreement& a : delta_.agreements) {
    CONCORD_RETURN_IF_ERROR(name(a.claim_ids()));
  }
  for (const v1::Divergence& d : delta_.divergences) {
    CONCORD_RETURN_IF_ERROR(name(d.claim_ids()));
  }
  for (const auto& [kind, u] : delta_.uniques) {
    if (!IsStanding(kind)) continue;
    CONCORD_ASSIGN_OR_RETURN(stream_claims_[u.claim_id()],
                             FindClaim(u.claim_id()));
    for (const std::string& id : u.compared_article_ids()) {
      CONCORD_ASSIGN_OR_RETURN(const int64_t row,
                               store_.record().RowOfArticle(id));
      if (row == 0) continue;
      CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article,
                               work_.Article(static_cast<RowId>(row)));
      stream_articles_[id] = article->article;
    }
  }
  return absl::OkStatus();
}

// The stories of the articles that came.
absl::Status DropWriter::NameStories() {
  Record& record = store_.record();
  for (RowId article : added_) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> stories,
                             record.SetsOf(SetKind::kStory, article));
    for (int64_t row : stories) {
      CONCORD_ASSIGN_OR_RETURN(v1::Story story, record.LoadStory(row));
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> members,
                               record.MembersOf(SetKind::kStory, row));
      for (int64_t member : members) {
        CONCORD_ASSIGN_OR_RETURN(const StoredArticle* stored,
                                 work_.Article(static_cast<RowId>(member)));
        stream_articles_[stored->article.article_id()] = stored->article;
      }
      stream_stories_[story.story_id()] = std::move(story);
    }
  }
  return absl::OkStatus();
}

absl::Status DropWriter::GatherStream() {
  for (ClaimEntry* claim : claims_) {
    stream_claims_[claim->stored.claim.claim_id()] = claim;
  }
  CONCORD_RETURN_IF_ERROR(NameSets());
  CONCORD_RETURN_IF_ERROR(NameStories());
  for (const auto& [id, claim] : stream_claims_) {
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article,
                             work_.Article(claim->article()));
    stream_articles_[article->article.article_id()] = article->article;
  }
  for (RowId row : added_) {
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article, work_.Article(row));
    stream_articles_[article->article.article_id()] = article->article;
  }
  return absl::OkStatus();
}

absl::Status DropWriter::WriteDelta(absl::string_view verb,
                                    std::vector<v1::Quarantine> quarantines,
                                    RecordSink& sink) {
  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader(verb, ParametersOf(options_.limits))));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(stream_articles_, &v1::Record::mutable_article, sink));
  for (const auto& [id, claim] : stream_claims_) {
    v1::Record record;
    *record.mutable_claim() = claim->stored.claim;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  CONCORD_RETURN_IF_ERROR(
      WriteAll(change_.clusters, &v1::Record::mutable_cluster, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(stream_stories_, &v1::Record::mutable_story, sink));
  for (const v1::Relation& relation : change_.relations) {
    if (!stream_claims_.contains(relation.a()) ||
        !stream_claims_.contains(relation.b())) {
      continue;
    }
    v1::Record record;
    *record.mutable_relation() = relation;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  CONCORD_RETURN_IF_ERROR(
      WriteAll(delta_.agreements, &v1::Record::mutable_agreement, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(delta_.divergences, &v1::Record::mutable_divergence, sink));
  for (const auto& [kind, unique] : delta_.uniques) {
    if (!IsStanding(kind)) continue;
    v1::Record record;
    *record.mutable_unique() = unique;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(quarantines), sink));
  return sink.Finish({});
}

}  // namespace concord
