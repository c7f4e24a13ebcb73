// The files below a folder, in a fixed order, whatever links lie there.

#ifndef CONCORD_ENGINE_INGEST_FOLDER_WALK_H_
#define CONCORD_ENGINE_INGEST_FOLDER_WALK_H_

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"

namespace concord {

// Walks one folder with its subfolders, names in byte order, hidden ones left
// out. Links are followed. A folder is read once: met again on its own path it
// is a loop, met again elsewhere it is a second name for the same files, and
// both are reported, so that no arrangement of links makes the walk long.
class FolderWalk {
 public:
  // Calls `on_file` with each path that is no folder and its name relative to
  // the root, and `on_trouble` with what was passed over and why.
  using OnFile =
      std::function<void(const std::string& path, const std::string& relative)>;
  using OnTrouble = std::function<void(const std::string& relative,
                                       v1::QuarantineCode, absl::string_view)>;

  FolderWalk(uint64_t max_depth, OnFile on_file, OnTrouble on_trouble)
      : max_depth_(max_depth),
        on_file_(std::move(on_file)),
        on_trouble_(std::move(on_trouble)) {}

  // REQUIRES: called once.
  void Walk(const std::string& root) { Enter(root, ""); }

 private:
  using Inode = std::pair<dev_t, ino_t>;

  void Enter(const std::string& path, const std::string& relative);
  bool MayEnter(Inode inode, const std::string& relative);
  void Visit(const std::string& path, const std::string& relative);

  const uint64_t max_depth_;
  const OnFile on_file_;
  const OnTrouble on_trouble_;
  std::vector<Inode> open_;  // the folders on the current path
  std::set<Inode> seen_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_FOLDER_WALK_H_
