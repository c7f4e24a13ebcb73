#include "engine/cluster/team.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace concord {

namespace {

// Looks at the others before sleeping: about a hundred microseconds of them.
constexpr int kPatience = 4096;

inline void Pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

}  // namespace

void Team::AwaitRound(uint32_t round) {
  for (int i = 0; i < kPatience; ++i) {
    if (rounds_.load(std::memory_order_acquire) != round) return;
    Pause();
  }
  rounds_.wait(round, std::memory_order_acquire);
}

void RunTeam(size_t threads, const std::function<void(size_t, Team&)>& work) {
  Team team(threads);
  std::vector<std::thread> others;
  others.reserve(threads - 1);
  for (size_t worker = 1; worker < threads; ++worker) {
    others.emplace_back([&, worker] { work(worker, team); });
  }
  work(0, team);
  for (std::thread& other : others) other.join();
}

}  // namespace concord
