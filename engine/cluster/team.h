// A few threads that do the same work in step.
//
// Example:
//   RunTeam(2, [&](size_t worker, Team& team) {
//     FillHalf(worker);
//     team.Wait([&] { Join(); });  // once, when both halves are filled
//     ReadBoth(worker);
//   });

#ifndef CONCORD_ENGINE_CLUSTER_TEAM_H_
#define CONCORD_ENGINE_CLUSTER_TEAM_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace concord {

class Team {
 public:
  explicit Team(size_t size) : size_(size) {}

  size_t size() const { return size_; }

  // Returns when every worker has called it, and the last to come has run
  // alone(), beside which nothing runs. Every worker gives the same to do.
  template <typename Alone>
  void Wait(const Alone& alone) {
    const uint32_t round = rounds_.load(std::memory_order_relaxed);
    if (arrived_.fetch_add(1, std::memory_order_acq_rel) + 1 < size_) {
      AwaitRound(round);
      return;
    }
    alone();
    arrived_.store(0, std::memory_order_relaxed);
    rounds_.store(round + 1, std::memory_order_release);
    if (size_ > 1) rounds_.notify_all();
  }
  void Wait() {
    Wait([] {});
  }

 private:
  // Waits awake for a while: steps are short, and a sleeper may well wake up on
  // the processor of another worker.
  void AwaitRound(uint32_t round);

  const size_t size_;
  std::atomic<size_t> arrived_{0};
  std::atomic<uint32_t> rounds_{0};  // how often all have arrived
};

// Runs work(0, team), ..., work(threads - 1, team) at the same time, the first
// on the caller's thread; returns when all are done. REQUIRES: threads >= 1.
void RunTeam(size_t threads, const std::function<void(size_t, Team&)>& work);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_TEAM_H_
