#include "engine/store/story_update.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/status_macros.h"
#include "engine/reconcile/account.h"
#include "engine/reconcile/event_pairs.h"
#include "engine/reconcile/story.h"
#include "engine/store/record.h"
#include "engine/store/workspace.h"

namespace concord {
namespace {

// A story's articles by row, ascending.
using Members = std::vector<int64_t>;

class StoryUpdate {
 public:
  StoryUpdate(absl::Span<const RowId> removed, Workspace& work,
              absl::flat_hash_set<RowId>& changed)
      : removed_(removed.begin(), removed.end()),
        record_(work.record()),
        changed_(changed) {}

  absl::Status Run(const absl::flat_hash_set<RowId>& touched) {
    for (RowId article : touched) {
      CONCORD_RETURN_IF_ERROR(TakeComponent(article));
    }
    CONCORD_RETURN_IF_ERROR(GatherOld());
    CONCORD_RETURN_IF_ERROR(FindNew());
    return WriteDifference();
  }

 private:
  // All articles that pairs join with `first`, and those pairs.
  absl::Status TakeComponent(RowId first) {
    std::vector<RowId> todo = {first};
    while (!todo.empty()) {
      const RowId article = todo.back();
      todo.pop_back();
      if (!articles_.insert(article).second) continue;
      CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredPair> pairs,
                               record_.PairsOf(PairKind::kEvent, article));
      for (const StoredPair& pair : pairs) {
        const bool is_a = pair.a == article;
        if (is_a) pairs_.push_back(pair);
        todo.push_back(static_cast<RowId>(is_a ? pair.b : pair.a));
      }
    }
    return absl::OkStatus();
  }

  absl::Status GatherOld() {
    std::vector<RowId> members(articles_.begin(), articles_.end());
    members.insert(members.end(), removed_.begin(), removed_.end());
    for (RowId article : members) {
      CONCORD_ASSIGN_OR_RETURN(const std::vector<int64_t> sets,
                               record_.SetsOf(SetKind::kStory, article));
      for (int64_t set : sets) {
        CONCORD_ASSIGN_OR_RETURN(Members story,
                                 record_.MembersOf(SetKind::kStory, set));
        old_.emplace(std::move(story), set);
      }
    }
    return absl::OkStatus();
  }

  // By article_id, so that an index compares as in a run over everything.
  absl::Status SortArticles() {
    for (RowId row : articles_) {
      CONCORD_ASSIGN_OR_RETURN(std::string id, record_.ArticleId(row));
      sorted_.emplace_back(std::move(id), row);
    }
    std::sort(sorted_.begin(), sorted_.end());
    return absl::OkStatus();
  }

  absl::Status FindNew() {
    CONCORD_RETURN_IF_ERROR(SortArticles());
    absl::flat_hash_map<RowId, uint32_t> index_of;
    for (uint32_t i = 0; i < sorted_.size(); ++i) {
      index_of.emplace(sorted_[i].second, i);
    }
    std::vector<EventPair> pairs;
    for (const StoredPair& pair : pairs_) {
      const uint32_t a = index_of.at(static_cast<RowId>(pair.a));
      const uint32_t b = index_of.at(static_cast<RowId>(pair.b));
      pairs.push_back({std::min(a, b), std::max(a, b), pair.similarity});
    }
    const auto n = static_cast<uint32_t>(sorted_.size());
    for (const ArticleSet& story : FindStories(n, pairs)) {
      Members members;
      std::vector<absl::string_view> ids;
      v1::Story message;
      for (uint32_t i : story) {
        members.push_back(sorted_[i].second);
        ids.push_back(sorted_[i].first);
        message.add_article_ids(sorted_[i].first);
      }
      message.set_story_id(StoryId(ids));
      std::sort(members.begin(), members.end());
      new_.emplace(std::move(members), std::move(message));
    }
    return absl::OkStatus();
  }

  absl::Status WriteDifference() {
    for (const auto& [members, set] : old_) {
      if (new_.contains(members)) continue;
      Change(members);
      CONCORD_RETURN_IF_ERROR(record_.DeleteSet(SetKind::kStory, set));
    }
    for (const auto& [members, story] : new_) {
      if (old_.contains(members)) continue;
      Change(members);
      CONCORD_RETURN_IF_ERROR(record_.InsertSet(story, members));
    }
    return absl::OkStatus();
  }

  void Change(const Members& members) {
    for (int64_t member : members) {
      const auto row = static_cast<RowId>(member);
      if (!removed_.contains(row)) changed_.insert(row);
    }
  }

  const absl::flat_hash_set<RowId> removed_;
  Record& record_;
  absl::flat_hash_set<RowId>& changed_;
  absl::flat_hash_set<RowId> articles_;
  std::vector<StoredPair> pairs_;
  std::vector<std::pair<std::string, RowId>> sorted_;
  std::map<Members, int64_t> old_;
  std::map<Members, v1::Story> new_;
};

}  // namespace

absl::Status UpdateStories(const absl::flat_hash_set<RowId>& touched,
                           absl::Span<const RowId> removed, Workspace& work,
                           absl::flat_hash_set<RowId>& changed) {
  return StoryUpdate(removed, work, changed).Run(touched);
}

}  // namespace concord
