#include "engine/reconcile/story.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "engine/reconcile/event_pairs.h"

namespace concord {
namespace {

using Neighbours = absl::flat_hash_map<uint32_t, double>;

// Articles and how alike each is to its partners.
class EventGraph {
 public:
  EventGraph(uint32_t articles, absl::Span<const EventPair> pairs)
      : neighbours_(articles) {
    for (const EventPair& p : pairs) {
      neighbours_[p.a].emplace(p.b, p.similarity);
      neighbours_[p.b].emplace(p.a, p.similarity);
    }
  }

  // The clique grown from a pair: each time the article is added whose least
  // likeness to the members is greatest.
  ArticleSet Grow(uint32_t a, uint32_t b) const {
    ArticleSet members = {a, b};
    Neighbours joinable = Common(neighbours_[a], neighbours_[b]);
    while (!joinable.empty()) {
      const uint32_t next = Closest(joinable);
      members.push_back(next);
      joinable = Common(joinable, neighbours_[next]);
    }
    std::sort(members.begin(), members.end());
    return members;
  }

 private:
  // The articles in both, each with the lesser of its likenesses.
  static Neighbours Common(const Neighbours& a, const Neighbours& b) {
    Neighbours common;
    for (const auto& [article, similarity] : a) {
      const auto found = b.find(article);
      if (found == b.end()) continue;
      common.emplace(article, std::min(similarity, found->second));
    }
    return common;
  }

  static uint32_t Closest(const Neighbours& articles) {
    const auto closer = [](const auto& x, const auto& y) {
      return x.second != y.second ? x.second < y.second : x.first > y.first;
    };
    return std::max_element(articles.begin(), articles.end(), closer)->first;
  }

  std::vector<Neighbours> neighbours_;
};

std::vector<EventPair> MostAlikeFirst(absl::Span<const EventPair> pairs) {
  std::vector<EventPair> sorted(pairs.begin(), pairs.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const EventPair& x, const EventPair& y) {
              if (x.similarity != y.similarity) {
                return x.similarity > y.similarity;
              }
              return x.a != y.a ? x.a < y.a : x.b < y.b;
            });
  return sorted;
}

}  // namespace

std::vector<ArticleSet> FindStories(uint32_t articles,
                                    absl::Span<const EventPair> pairs) {
  const EventGraph graph(articles, pairs);
  std::vector<bool> placed(articles, false);
  std::set<ArticleSet> stories;
  for (const EventPair& pair : MostAlikeFirst(pairs)) {
    if (placed[pair.a] && placed[pair.b]) continue;
    const ArticleSet story = graph.Grow(pair.a, pair.b);
    for (uint32_t article : story) placed[article] = true;
    stories.insert(story);
  }
  return {stories.begin(), stories.end()};
}

}  // namespace concord
