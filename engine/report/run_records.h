// The records of one run, kept and found again by id.

#ifndef CONCORD_ENGINE_REPORT_RUN_RECORDS_H_
#define CONCORD_ENGINE_REPORT_RUN_RECORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"

namespace concord {

// What `reconcile` writes, by kind and in the order of the stream.
class RunRecords {
 public:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  // Undecided pairs kept. There can be hundreds a claim, and nobody reads more.
  static constexpr size_t kMostUnsure = 500;

  // Keeps `record` where it is of a kind below; drops any other.
  void Add(v1::Record record);

  // To be called when all are there: of the undecided pairs, keeps the
  // kMostUnsure most alike, in that order.
  void Finish(const std::vector<v1::Dropped>& dropped);

  // Where an id stands in `claims` or `articles`; kNone where it does not, as
  // may be in a stream that nobody verified.
  size_t ClaimIndex(absl::string_view claim_id) const;
  size_t ArticleIndex(absl::string_view article_id) const;

  std::vector<v1::Article> articles;
  std::vector<v1::Claim> claims;
  std::vector<v1::Story> stories;
  std::vector<v1::Relation> superseded;
  std::vector<v1::Relation> unsure;
  size_t unsure_count = 0;  // of all there were
  std::vector<v1::Agreement> agreements;
  std::vector<v1::Divergence> divergences;
  std::vector<v1::Unique> uniques;
  std::vector<v1::Quarantine> quarantines;
  std::vector<v1::Dropped> dropped;  // what caps left out of the run

 private:
  void KeepRelation(v1::Relation relation);
  void KeepMostAlike();

  absl::flat_hash_map<std::string, size_t> article_index_, claim_index_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_RUN_RECORDS_H_
