// The derived index: which articles and claims of the record have a key or
// nearly the words in question. Made of segments, one a drop, merged now and
// then; everything in it can be made anew from the record.

#ifndef CONCORD_ENGINE_STORE_DERIVED_INDEX_H_
#define CONCORD_ENGINE_STORE_DERIVED_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/cluster/frozen_index.h"
#include "engine/store/database.h"
#include "engine/store/posting_segment.h"

namespace concord {

// A drop's claims and articles by key, and its claims by their words.
struct IndexPart {
  std::string name;  // of the files: NAME.postings and NAME.claims
  int64_t first_drop = 0;
  int64_t last_drop = 0;
  std::shared_ptr<const PostingSegment> postings;
  std::shared_ptr<const FrozenIndex> claims;  // null where it has no claims

  // Bytes of both files.
  size_t bytes() const;
  // What the record knows the files by: XXH3-64 of their headers, which hold
  // the checksums of all the rest.
  uint64_t checksum() const;
};

// Rows of the record that parts name and that are no longer compared.
struct GoneRows {
  absl::flat_hash_set<uint32_t> articles;
  // A claim, and the claims that stand in for it; none in most cases.
  absl::flat_hash_map<uint32_t, std::vector<uint32_t>> claims;
};

// What can be asked. A value: copies are cheap but for `gone`, and any number
// of threads may ask one.
class DerivedIndex {
 public:
  // Opens the segments that the record names, in `folder`. Errors as of
  // PostingSegment::Open and FrozenIndex::Open; DataLoss also where a file is
  // not the one that the record names.
  static absl::StatusOr<DerivedIndex> Open(Database& record,
                                           const std::string& folder);
  DerivedIndex() = default;

  // The rows of articles under a key of a ranked space, at most `cap` of them:
  // those of least rank. Sorted.
  std::vector<uint32_t> Articles(KeySpace space, uint64_t key,
                                 size_t cap) const;

  // The rows of claims under a key of a space that is not ranked. Where there
  // are more than `cap` of them, none.
  std::vector<uint32_t> Claims(KeySpace space, uint64_t key, size_t cap) const;

  const std::vector<IndexPart>& parts() const { return parts_; }
  std::vector<IndexPart>& mutable_parts() { return parts_; }
  const GoneRows& gone() const { return gone_; }
  GoneRows& mutable_gone() { return gone_; }

  // The claims that are compared in the place of `row`: itself, or its heirs.
  void AddStandIns(uint32_t row, std::vector<uint32_t>& out) const;

 private:
  std::vector<IndexPart> parts_;
  GoneRows gone_;
};

// Finds claims by their words. Not safe for use from two threads at once; each
// thread makes its own. The index must outlive it.
class ClaimSearcher {
 public:
  explicit ClaimSearcher(const DerivedIndex& index);
  ~ClaimSearcher();

  // The rows of claims whose wording is nearly `text`, or of those that stand
  // in for them. Of claims with one and the same wording one a part is named.
  // Sorted, distinct.
  std::vector<uint32_t> Find(absl::string_view text);

 private:
  struct Part;
  const DerivedIndex& index_;
  std::vector<std::unique_ptr<Part>> parts_;
};

// What goes into a part.
struct IndexedClaim {
  uint32_t row = 0;
  uint64_t id_key = 0;  // IdKey of its claim_id
  absl::string_view text;
  std::vector<uint64_t> concepts;
};
struct IndexedArticle {
  uint32_t row = 0;
  uint32_t tie = 0;   // TieOf its article_id
  uint64_t hash = 0;  // ArticleHash of it
  std::vector<uint64_t> event_keys;
  std::vector<uint64_t> copy_keys;
};

// The first 8 and 4 bytes of an id as numbers.
uint64_t IdKey(absl::string_view id);
uint32_t TieOf(absl::string_view id);

// The postings of some articles and claims.
std::shared_ptr<const PostingSegment> MakePostings(
    const std::vector<IndexedArticle>& articles,
    const std::vector<IndexedClaim>& claims);

// Writes a part's files into `folder`, durably: its postings, and `claims`,
// which are in order of row. The part then reads its claims from the file.
absl::Status WritePart(const std::string& folder,
                       const std::vector<IndexedClaim>& claims,
                       IndexPart& part);

// Names a part in the record, or takes it out.
absl::Status RegisterPart(Database& record, const IndexPart& part);
absl::Status UnregisterPart(Database& record, const IndexPart& part);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DERIVED_INDEX_H_
