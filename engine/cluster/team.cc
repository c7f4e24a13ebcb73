#include "engine/cluster/team.h"

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace concord {

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
