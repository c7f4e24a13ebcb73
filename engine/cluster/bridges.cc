#include "engine/cluster/bridges.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/union_find.h"

namespace concord {
namespace {

constexpr uint32_t kNone = ~uint32_t{0};

// Depth-first search that numbers texts in order and keeps for each the least
// number it or its descendants reach otherwise than by their tree edge.
class BridgeFinder {
 public:
  BridgeFinder(size_t n, absl::Span<const ClusterEdge> edges)
      : edges_(edges), first_(n + 1), number_(n, kNone), least_(n) {
    for (const ClusterEdge& edge : edges) {
      ++first_[edge.a + 1];
      ++first_[edge.b + 1];
    }
    for (size_t i = 1; i <= n; ++i) first_[i] += first_[i - 1];
    incident_.resize(2 * edges.size());
    next_.assign(first_.begin(), first_.end() - 1);
    for (uint32_t e = 0; e < edges.size(); ++e) {
      incident_[next_[edges[e].a]++] = e;
      incident_[next_[edges[e].b]++] = e;
    }
    next_.assign(first_.begin(), first_.end() - 1);
  }

  // For each edge, whether it is a bridge.
  std::vector<bool> Find() {
    std::vector<bool> bridges(edges_.size());
    for (uint32_t text = 0; text < number_.size(); ++text) {
      if (number_[text] == kNone) Search(text, bridges);
    }
    return bridges;
  }

  size_t degree(uint32_t text) const { return first_[text + 1] - first_[text]; }

 private:
  struct Step {
    uint32_t text;
    uint32_t by;  // the edge that led here
  };

  // With a stack of its own, since a chain may be as long as the input.
  void Search(uint32_t start, std::vector<bool>& bridges) {
    std::vector<Step> path;
    Enter(start, kNone, path);
    while (!path.empty()) {
      const Step top = path.back();
      if (next_[top.text] < first_[top.text + 1]) {
        Follow(top, incident_[next_[top.text]++], path);
        continue;
      }
      path.pop_back();
      if (path.empty()) break;
      const uint32_t parent = path.back().text;
      least_[parent] = std::min(least_[parent], least_[top.text]);
      bridges[top.by] = least_[top.text] > number_[parent];
    }
  }

  void Enter(uint32_t text, uint32_t by, std::vector<Step>& path) {
    number_[text] = least_[text] = count_++;
    path.push_back({text, by});
  }

  void Follow(Step from, uint32_t edge, std::vector<Step>& path) {
    if (edge == from.by) return;
    const ClusterEdge& e = edges_[edge];
    const uint32_t to = e.a == from.text ? e.b : e.a;
    if (number_[to] == kNone) {
      Enter(to, edge, path);
    } else {
      least_[from.text] = std::min(least_[from.text], number_[to]);
    }
  }

  const absl::Span<const ClusterEdge> edges_;
  // Edges of text i: incident_[first_[i]] and on, up to first_[i + 1].
  std::vector<uint32_t> first_;
  std::vector<uint32_t> incident_;
  std::vector<uint32_t> next_;
  std::vector<uint32_t> number_;
  std::vector<uint32_t> least_;
  uint32_t count_ = 0;
};

}  // namespace

std::vector<uint32_t> RootsWithoutWeakBridges(
    size_t n, absl::Span<const ClusterEdge> edges, double least) {
  BridgeFinder finder(n, edges);
  const std::vector<bool> bridges = finder.Find();
  UnionFind clusters(n);
  for (size_t e = 0; e < edges.size(); ++e) {
    const ClusterEdge& edge = edges[e];
    const bool leaf = finder.degree(edge.a) == 1 || finder.degree(edge.b) == 1;
    const bool cut = bridges[e] && edge.similarity < least && !leaf;
    if (!cut) clusters.Unite(edge.a, edge.b);
  }
  return clusters.TakeRoots();
}

}  // namespace concord
