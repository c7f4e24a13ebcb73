#include "engine/store/workspace.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/article_sketch.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/event_pairs.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"

namespace concord {

Fingerprint MakeFingerprint(const v1::Article& article, RowId row) {
  Fingerprint print;
  print.sketch = SketchArticle(article);
  print.passages = PassageHashes(article);
  print.keys.row = row;
  print.keys.tie = TieOf(article.article_id());
  print.keys.hash = ArticleHash(article.article_id());
  print.keys.event_keys = EventKeys(print.sketch);
  print.keys.copy_keys = CopyKeys(print.passages);
  return print;
}

void Workspace::Put(StoredArticle article) {
  const auto row = static_cast<RowId>(article.row);
  fingerprints_.erase(row);
  articles_[row] = std::make_unique<StoredArticle>(std::move(article));
}

void Workspace::Put(StoredClaim claim) {
  const auto row = static_cast<RowId>(claim.row);
  claims_of_[static_cast<RowId>(claim.article_row)].push_back(row);
  auto entry = std::make_unique<ClaimEntry>();
  entry->stored = std::move(claim);
  claims_[row] = std::move(entry);
}

absl::StatusOr<StoredArticle*> Workspace::Article(RowId row) {
  std::unique_ptr<StoredArticle>& article = articles_[row];
  if (article == nullptr) {
    absl::StatusOr<StoredArticle> loaded = record_.LoadArticle(row);
    if (!loaded.ok()) return loaded.status();
    article = std::make_unique<StoredArticle>(*std::move(loaded));
  }
  return article.get();
}

absl::StatusOr<ClaimEntry*> Workspace::Claim(RowId row) {
  std::unique_ptr<ClaimEntry>& entry = claims_[row];
  if (entry == nullptr) {
    absl::StatusOr<StoredClaim> loaded = record_.LoadClaim(row);
    if (!loaded.ok()) return loaded.status();
    auto made = std::make_unique<ClaimEntry>();
    made->stored = *std::move(loaded);
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article,
                             Article(made->article()));
    made->stored.claim.set_article_id(article->article.article_id());
    claims_[row] = std::move(made);
  }
  return claims_[row].get();
}

absl::StatusOr<std::vector<ClaimEntry*>> Workspace::ClaimsOf(RowId article) {
  auto known = claims_of_.find(article);
  if (known == claims_of_.end()) {
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* holder, Article(article));
    CONCORD_ASSIGN_OR_RETURN(std::vector<StoredClaim> loaded,
                             record_.LoadClaimsOf(article, holder->claims));
    std::vector<RowId> rows;
    for (StoredClaim& claim : loaded) {
      const auto row = static_cast<RowId>(claim.row);
      rows.push_back(row);
      std::unique_ptr<ClaimEntry>& entry = claims_[row];
      if (entry != nullptr) continue;
      entry = std::make_unique<ClaimEntry>();
      entry->stored = std::move(claim);
      entry->stored.claim.set_article_id(holder->article.article_id());
    }
    known = claims_of_.emplace(article, std::move(rows)).first;
  }
  std::vector<ClaimEntry*> entries;
  for (RowId row : known->second) entries.push_back(claims_.at(row).get());
  return entries;
}

absl::Status Workspace::Prepare(absl::Span<ClaimEntry* const> claims) {
  std::vector<std::pair<ClaimEntry*, const v1::Article*>> todo;
  for (ClaimEntry* claim : claims) {
    if (claim->is_prepared) continue;
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article,
                             Article(claim->article()));
    claim->is_prepared = true;
    todo.emplace_back(claim, &article->article);
  }
  ParallelFor(todo.size(), threads_, [&](size_t i) {
    ClaimEntry& entry = *todo[i].first;
    entry.prepared =
        concord::Prepare(entry.stored.claim, todo[i].second->text());
  });
  return absl::OkStatus();
}

absl::Status Workspace::Fingerprints(absl::Span<const RowId> articles) {
  std::vector<std::pair<Fingerprint*, const StoredArticle*>> todo;
  for (RowId row : articles) {
    std::unique_ptr<Fingerprint>& print = fingerprints_[row];
    if (print != nullptr) continue;
    CONCORD_ASSIGN_OR_RETURN(const StoredArticle* article, Article(row));
    print = std::make_unique<Fingerprint>();
    todo.emplace_back(print.get(), article);
  }
  ParallelFor(todo.size(), threads_, [&](size_t i) {
    const StoredArticle& article = *todo[i].second;
    *todo[i].first =
        MakeFingerprint(article.article, static_cast<RowId>(article.row));
  });
  return absl::OkStatus();
}

absl::StatusOr<const Fingerprint*> Workspace::FingerprintOf(RowId article) {
  CONCORD_RETURN_IF_ERROR(Fingerprints({&article, 1}));
  return fingerprints_.at(article).get();
}

}  // namespace concord
