#include "engine/store/derived_index.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/cluster/claim_index.h"
#include "engine/cluster/frozen_index.h"
#include "engine/cluster/searcher.h"
#include "engine/reconcile/posting_index.h"
#include "engine/store/database.h"
#include "engine/store/durable_file.h"
#include "engine/store/posting_segment.h"
#include "engine/store/row_digest.h"

namespace concord {
namespace {

constexpr uint64_t kAllTexts = 0;  // the key of KeySpace::kTexts

std::string PostingsPath(const std::string& folder, const std::string& name) {
  return absl::StrCat(folder, "/", name, ".postings");
}
std::string ClaimsPath(const std::string& folder, const std::string& name) {
  return absl::StrCat(folder, "/", name, ".claims");
}

absl::Status OpenPart(const std::string& folder, IndexPart& part) {
  CONCORD_ASSIGN_OR_RETURN(
      part.postings, PostingSegment::Open(PostingsPath(folder, part.name)));
  const size_t texts =
      part.postings->space(KeySpace::kTexts).Find(kAllTexts).items.size();
  if (texts == 0) return absl::OkStatus();
  const std::string path = ClaimsPath(folder, part.name);
  absl::StatusOr<FrozenIndex> claims =
      FrozenIndex::Open(path, SketchKind::kClaims);
  if (!claims.ok()) {
    return absl::Status(
        claims.status().code(),
        absl::StrCat(claims.status().message(),
                     "; run concord store rebuild, which makes it anew"));
  }
  if (claims->size() != texts) {
    return absl::DataLossError(absl::StrCat(
        path, ": not of the postings beside it; run concord store rebuild"));
  }
  part.claims = std::make_shared<const FrozenIndex>(*std::move(claims));
  return absl::OkStatus();
}

absl::Status CheckTally(Database& record, absl::string_view table, int64_t rows,
                        uint64_t digest) {
  bool holds = rows == 0;
  CONCORD_RETURN_IF_ERROR(record.ForEach(
      "SELECT rows, digest FROM tally WHERE name = ?",
      [&](const Row& row) {
        holds =
            row.Int(0) == rows && static_cast<uint64_t>(row.Int(1)) == digest;
      },
      table));
  if (holds) return absl::OkStatus();
  return absl::DataLossError(
      absl::StrCat("the store is damaged: ", table,
                   " is not as stated; run concord store verify, and restore "
                   "from a copy"));
}

// Both tables whole: a row of them that is lost would bring something back.
absl::Status ReadGone(Database& record, GoneRows& gone) {
  int64_t rows = 0;
  uint64_t digest = 0;
  CONCORD_RETURN_IF_ERROR(
      record.ForEach("SELECT row FROM gone_article", [&](const Row& row) {
        ++rows;
        digest += static_cast<uint64_t>(RowDigest::Of(row.Int(0)));
        gone.articles.insert(static_cast<uint32_t>(row.Int(0)));
      }));
  CONCORD_RETURN_IF_ERROR(CheckTally(record, "gone_article", rows, digest));
  rows = 0;
  digest = 0;
  CONCORD_RETURN_IF_ERROR(
      record.ForEach("SELECT row, heir FROM gone_claim", [&](const Row& row) {
        ++rows;
        digest += static_cast<uint64_t>(RowDigest::Of(row.Int(0), row.Int(1)));
        auto& heirs = gone.claims[static_cast<uint32_t>(row.Int(0))];
        const auto heir = static_cast<uint32_t>(row.Int(1));
        if (heir != 0) heirs.push_back(heir);
      }));
  return CheckTally(record, "gone_claim", rows, digest);
}

void SortDistinct(std::vector<uint32_t>& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace

uint64_t IdKey(absl::string_view id) {
  uint64_t key = 0;
  for (char c : id.substr(0, 16)) {
    const auto digit = static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    key = key << 4 | (digit & 15);
  }
  return key;
}

uint32_t TieOf(absl::string_view id) {
  return static_cast<uint32_t>(IdKey(id) >> 32);
}

size_t IndexPart::bytes() const {
  return postings->bytes().size() + (claims == nullptr ? 0 : claims->bytes());
}

uint64_t IndexPart::checksum() const {
  std::string headers(postings->header());
  if (claims != nullptr) absl::StrAppend(&headers, claims->header());
  return XXH3_64bits(headers.data(), headers.size());
}

absl::StatusOr<DerivedIndex> DerivedIndex::Open(Database& record,
                                                const std::string& folder) {
  DerivedIndex index;
  std::vector<uint64_t> checksums;
  CONCORD_RETURN_IF_ERROR(record.ForEach(
      "SELECT name, first_drop, last_drop, checksum FROM segment "
      "ORDER BY first_drop",
      [&](const Row& row) {
        index.parts_.push_back(
            {std::string(row.Text(0)), row.Int(1), row.Int(2), {}, {}});
        checksums.push_back(static_cast<uint64_t>(row.Int(3)));
      }));
  for (size_t i = 0; i < checksums.size(); ++i) {
    CONCORD_RETURN_IF_ERROR(OpenPart(folder, index.parts_[i]));
    if (index.parts_[i].checksum() == checksums[i]) continue;
    return absl::DataLossError(
        absl::StrCat(PostingsPath(folder, index.parts_[i].name),
                     ": not the file that the record names; run concord store "
                     "rebuild, which makes it anew"));
  }
  CONCORD_RETURN_IF_ERROR(ReadGone(record, index.gone_));
  return index;
}

std::vector<uint32_t> DerivedIndex::Articles(KeySpace space, uint64_t key,
                                             size_t cap) const {
  std::vector<Posting> first;
  for (const IndexPart& part : parts_) {
    const PostingList list = part.postings->space(space).Find(key);
    size_t taken = 0;
    for (size_t i = 0; i < list.items.size() && taken < cap; ++i) {
      if (gone_.articles.contains(list.items[i])) continue;
      first.push_back({key, list.ranks[i], list.ties[i], list.items[i]});
      ++taken;
    }
  }
  if (first.size() > cap) {
    std::nth_element(first.begin(),
                     first.begin() + static_cast<std::ptrdiff_t>(cap),
                     first.end());
    first.resize(cap);
  }
  std::vector<uint32_t> rows;
  rows.reserve(first.size());
  for (const Posting& posting : first) rows.push_back(posting.item);
  SortDistinct(rows);
  return rows;
}

std::vector<uint32_t> DerivedIndex::Claims(KeySpace space, uint64_t key,
                                           size_t cap) const {
  std::vector<uint32_t> rows;
  for (const IndexPart& part : parts_) {
    const PostingList list = part.postings->space(space).Find(key);
    if (rows.size() + list.items.size() > cap) return {};
    for (uint32_t item : list.items) {
      if (!gone_.claims.contains(item)) rows.push_back(item);
    }
  }
  SortDistinct(rows);
  return rows;
}

void DerivedIndex::AddStandIns(uint32_t row, std::vector<uint32_t>& out) const {
  std::vector<uint32_t> todo = {row};
  absl::flat_hash_set<uint32_t> seen;
  while (!todo.empty()) {
    const uint32_t next = todo.back();
    todo.pop_back();
    if (!seen.insert(next).second) continue;
    const auto gone = gone_.claims.find(next);
    if (gone == gone_.claims.end()) {
      out.push_back(next);
    } else {
      todo.insert(todo.end(), gone->second.begin(), gone->second.end());
    }
  }
}

struct ClaimSearcher::Part {
  Searcher searcher;
  absl::Span<const uint32_t> rows;
};

ClaimSearcher::ClaimSearcher(const DerivedIndex& index) : index_(index) {
  for (const IndexPart& part : index.parts()) {
    if (part.claims == nullptr) continue;
    parts_.push_back(std::make_unique<Part>(
        Part{Searcher(part.claims->view()),
             part.postings->space(KeySpace::kTexts).Find(kAllTexts).items}));
  }
}

ClaimSearcher::~ClaimSearcher() = default;

std::vector<uint32_t> ClaimSearcher::Find(absl::string_view text) {
  std::vector<uint32_t> rows;
  for (const std::unique_ptr<Part>& part : parts_) {
    for (const Neighbor& neighbor : part->searcher.Find(text)) {
      index_.AddStandIns(part->rows[neighbor.id], rows);
    }
  }
  SortDistinct(rows);
  return rows;
}

std::shared_ptr<const PostingSegment> MakePostings(
    const std::vector<IndexedArticle>& articles,
    const std::vector<IndexedClaim>& claims) {
  SegmentBuilder builder;
  const auto add_ranked = [&](KeySpace space, const IndexedArticle& a,
                              const std::vector<uint64_t>& keys) {
    for (uint64_t key : keys) {
      builder.Add(space,
                  {key, PostingIndex::RankOf(key, a.hash), a.tie, a.row});
    }
  };
  for (const IndexedArticle& a : articles) {
    add_ranked(KeySpace::kEvents, a, a.event_keys);
    add_ranked(KeySpace::kCopies, a, a.copy_keys);
  }
  for (const IndexedClaim& c : claims) {
    builder.Add(KeySpace::kIds, {c.id_key, 0, 0, c.row});
    builder.Add(KeySpace::kTexts, {kAllTexts, 0, 0, c.row});
    for (uint64_t concept_key : c.concepts) {
      builder.Add(KeySpace::kConcepts, {concept_key, 0, 0, c.row});
    }
  }
  return builder.Build();
}

absl::Status WritePart(const std::string& folder,
                       const std::vector<IndexedClaim>& claims,
                       IndexPart& part) {
  if (!claims.empty()) {
    ClaimIndex index(ClusterOptions{}, claims.size());
    std::vector<Neighbor> neighbors;
    for (const IndexedClaim& claim : claims) index.Add(claim.text, neighbors);
    CONCORD_RETURN_IF_ERROR(index.Write(ClaimsPath(folder, part.name)));
  }
  CONCORD_RETURN_IF_ERROR(
      WriteDurably(PostingsPath(folder, part.name), part.postings->bytes()));
  CONCORD_RETURN_IF_ERROR(SyncFolder(folder));
  return OpenPart(folder, part);
}

absl::Status RegisterPart(Database& record, const IndexPart& part) {
  return record.Run(
      "INSERT INTO segment(name, first_drop, last_drop, bytes, checksum) "
      "VALUES(?, ?, ?, ?, ?)",
      absl::string_view(part.name), part.first_drop, part.last_drop,
      static_cast<int64_t>(part.bytes()), part.checksum());
}

absl::Status UnregisterPart(Database& record, const IndexPart& part) {
  return record.Run("DELETE FROM segment WHERE name = ?",
                    absl::string_view(part.name));
}

}  // namespace concord
