// A few small drops, and what a store is after each of them: what every test of
// crashes compares with.

#ifndef CONCORD_TESTS_CRASH_CRASH_WORLD_H_
#define CONCORD_TESTS_CRASH_CRASH_WORLD_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tests/store/store_fixture.h"

namespace concord {

class CrashTest : public StoreTest {
 protected:
  // Makes `count` drops, revisions among them, and `after`.
  void MakeWorld(int count);

  const std::vector<std::string>& drops() const { return drops_; }

  // The record after the first n drops, as Exported gives it.
  const std::vector<std::string>& after(size_t n) const { return after_[n]; }

  // How many drops the store in folder() holds: its state must be one of
  // `after`, it must open without help, and be whole. -1 where it is none.
  int DropsInStore();

  // Ingests one drop into folder(); through a VFS of SQLite where one is named.
  absl::Status IngestOne(const std::string& drop, const std::string& vfs = "");

  // That ingesting all drops leads to the end: nothing stands in the way.
  void ExpectGoesOn();

 private:
  std::vector<std::string> drops_;
  std::vector<std::vector<std::string>> after_;
};

}  // namespace concord

#endif  // CONCORD_TESTS_CRASH_CRASH_WORLD_H_
