// The writer killed by SIGKILL: at every named step, and at random moments.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "engine/store/store.h"
#include "gtest/gtest.h"
#include "tests/crash/crash_world.h"

namespace concord {
namespace {

const char* kill_step = nullptr;
int kill_pass = 0;  // at which passing of it

void KillAtStep(const char* step) {
  if (std::strcmp(step, kill_step) == 0 && --kill_pass == 0) raise(SIGKILL);
}

// Ingests the drops one by one in a process of its own, which tells through a
// pipe of each that was acknowledged.
class Writer {
 public:
  template <typename Body>
  explicit Writer(const Body& body) {
    EXPECT_EQ(pipe(pipe_), 0);
    child_ = fork();
    if (child_ == 0) {
      close(pipe_[0]);
      body([this] {
        const char told = 1;
        if (write(pipe_[1], &told, 1) != 1) _exit(1);
      });
      _exit(0);
    }
    close(pipe_[1]);
  }

  void Kill() const { kill(child_, SIGKILL); }

  // Waits for its end; how many drops were acknowledged.
  int Wait() {
    int acknowledged = 0;
    char told;
    while (read(pipe_[0], &told, 1) == 1) ++acknowledged;
    close(pipe_[0]);
    waitpid(child_, &status_, 0);
    return acknowledged;
  }
  bool was_killed() const { return WIFSIGNALED(status_); }

 private:
  int pipe_[2] = {};
  pid_t child_ = 0;
  int status_ = 0;
};

TEST_F(CrashTest, KillAtEveryNamedStepLosesNothingAcknowledged) {
  MakeWorld(3);
  const char* const kSteps[] = {
      "made",           "articles",      "sets",          "claims",
      "before segment", "after segment", "before commit", "after commit"};
  const bool is_long = std::getenv("CONCORD_LONG") != nullptr;
  for (const char* step : kSteps) {
    for (int pass = 1; pass <= 3; ++pass) {
      const bool only_first = std::strcmp(step, "made") == 0;
      if (only_first ? pass > 1 : !is_long && pass != 2) continue;
      SCOPED_TRACE(std::string(step) + ", drop " + std::to_string(pass));
      std::filesystem::remove_all(folder());
      Writer writer([&](auto tell) {
        kill_step = step;
        kill_pass = pass;
        store_step_hook = KillAtStep;
        for (const std::string& drop : drops()) {
          if (IngestOne(drop).ok()) tell();
        }
      });
      const int acknowledged = writer.Wait();
      EXPECT_TRUE(writer.was_killed());
      const int found = DropsInStore();
      EXPECT_GE(found, acknowledged);
      EXPECT_LE(found, acknowledged + 1);
      ExpectGoesOn();
    }
  }
}

template <typename Work>
unsigned long MicrosecondsOf(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const auto took = std::chrono::steady_clock::now() - begin;
  return std::chrono::duration_cast<std::chrono::microseconds>(took).count() +
         1;
}

TEST_F(CrashTest, KillAtRandomMomentsLosesNothingAcknowledged) {
  MakeWorld(3);
  const bool is_long = std::getenv("CONCORD_LONG") != nullptr;
  const int kills = is_long ? 300 : 8;
  std::mt19937 random(3);
  const unsigned long whole = MicrosecondsOf([&] {
    for (const std::string& drop : drops()) ASSERT_TRUE(IngestOne(drop).ok());
  });
  int lost = 0, torn = 0, killed = 0, acknowledged_in_all = 0;
  for (int i = 0; i < kills; ++i) {
    std::filesystem::remove_all(folder());
    Writer writer([&](auto tell) {
      for (const std::string& drop : drops()) {
        if (IngestOne(drop).ok()) tell();
      }
    });
    usleep(static_cast<useconds_t>(random() % whole));
    writer.Kill();
    const int acknowledged = writer.Wait();
    killed += writer.was_killed();
    acknowledged_in_all += acknowledged;
    const int found = DropsInStore();
    lost += found >= 0 && found < acknowledged;
    torn += found < 0;
  }
  std::printf(
      "%d writers killed of %d, %d drops acknowledged: %d lost, %d "
      "torn\n",
      killed, kills, acknowledged_in_all, lost, torn);
  EXPECT_EQ(lost, 0);
  EXPECT_EQ(torn, 0);
  EXPECT_GT(acknowledged_in_all, 0) << "nothing was there to be lost";
  ExpectGoesOn();
}

}  // namespace
}  // namespace concord
