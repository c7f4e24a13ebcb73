// A few threads that do the same work in step.
//
// Example:
//   RunTeam(2, [&](size_t worker, Team& team) {
//     FillHalf(worker);
//     team.Wait();  // both halves are filled
//     ReadBoth(worker);
//   });

#ifndef CONCORD_ENGINE_CLUSTER_TEAM_H_
#define CONCORD_ENGINE_CLUSTER_TEAM_H_

#include <barrier>
#include <cstddef>
#include <functional>

namespace concord {

class Team {
 public:
  explicit Team(size_t size)
      : size_(size), barrier_(static_cast<ptrdiff_t>(size)) {}

  size_t size() const { return size_; }
  // Returns when every worker has called it.
  void Wait() {
    if (size_ > 1) barrier_.arrive_and_wait();
  }

 private:
  const size_t size_;
  std::barrier<> barrier_;
};

// Runs work(0, team), ..., work(threads - 1, team) at the same time, the first
// on the caller's thread; returns when all are done. REQUIRES: threads >= 1.
void RunTeam(size_t threads, const std::function<void(size_t, Team&)>& work);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_TEAM_H_
