#include "engine/report/run_records.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace concord {
namespace {

size_t Find(const absl::flat_hash_map<std::string, size_t>& index,
            absl::string_view id) {
  const auto it = index.find(id);
  return it == index.end() ? RunRecords::kNone : it->second;
}

}  // namespace

size_t RunRecords::ClaimIndex(absl::string_view claim_id) const {
  return Find(claim_index_, claim_id);
}

size_t RunRecords::ArticleIndex(absl::string_view article_id) const {
  return Find(article_index_, article_id);
}

void RunRecords::KeepRelation(v1::Relation relation) {
  if (relation.relation() == v1::Comparison::RELATION_SUPERSEDED) {
    superseded.push_back(std::move(relation));
  } else if (relation.relation() == v1::Comparison::RELATION_UNSURE) {
    ++unsure_count;
    unsure.push_back(std::move(relation));
    // Now and then, so that it takes linear time and bounded memory.
    if (unsure.size() >= 4 * kMostUnsure) KeepMostAlike();
  }
}

void RunRecords::KeepMostAlike() {
  const auto more_alike = [](const v1::Relation& x, const v1::Relation& y) {
    return std::forward_as_tuple(y.similarity(), x.a(), x.b()) <
           std::forward_as_tuple(x.similarity(), y.a(), y.b());
  };
  std::sort(unsure.begin(), unsure.end(), more_alike);
  if (unsure.size() > kMostUnsure) unsure.resize(kMostUnsure);
}

void RunRecords::Finish(const std::vector<v1::Dropped>& caps) {
  dropped = caps;
  KeepMostAlike();
}

void RunRecords::Add(v1::Record record) {
  switch (record.kind_case()) {
    case v1::Record::kArticle:
      article_index_[record.article().article_id()] = articles.size();
      articles.push_back(std::move(*record.mutable_article()));
      break;
    case v1::Record::kClaim:
      claim_index_[record.claim().claim_id()] = claims.size();
      claims.push_back(std::move(*record.mutable_claim()));
      break;
    case v1::Record::kStory:
      stories.push_back(std::move(*record.mutable_story()));
      break;
    case v1::Record::kRelation:
      KeepRelation(std::move(*record.mutable_relation()));
      break;
    case v1::Record::kAgreement:
      agreements.push_back(std::move(*record.mutable_agreement()));
      break;
    case v1::Record::kDivergence:
      divergences.push_back(std::move(*record.mutable_divergence()));
      break;
    case v1::Record::kUnique:
      uniques.push_back(std::move(*record.mutable_unique()));
      break;
    case v1::Record::kQuarantine:
      quarantines.push_back(std::move(*record.mutable_quarantine()));
      break;
    default:
      break;
  }
}

}  // namespace concord
