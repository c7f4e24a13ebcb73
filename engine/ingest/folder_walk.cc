#include "engine/ingest/folder_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "absl/strings/str_cat.h"
#include "concord/v1/record.pb.h"

namespace concord {
namespace {

// Names in the folder, sorted, hidden ones left out. An error ends the list.
std::vector<std::string> NamesIn(const std::string& path,
                                 std::error_code& error) {
  std::vector<std::string> names;
  std::filesystem::directory_iterator entry(path, error);
  while (!error && entry != std::filesystem::directory_iterator()) {
    std::string name = entry->path().filename().native();
    if (name.front() != '.') names.push_back(std::move(name));
    entry.increment(error);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool FolderWalk::MayEnter(Inode inode, const std::string& relative) {
  if (std::find(open_.begin(), open_.end(), inode) != open_.end()) {
    on_trouble_(relative, v1::QUARANTINE_CODE_DIRECTORY_LOOP,
                "leads back to a folder that holds it; not followed");
    return false;
  }
  if (open_.size() > max_depth_) {
    on_trouble_(relative, v1::QUARANTINE_CODE_DIRECTORY_LOOP,
                absl::StrCat("lies deeper than the limit of ", max_depth_,
                             " folders (max_directory_depth); not followed"));
    return false;
  }
  if (!seen_.insert(inode).second) {
    on_trouble_(relative, v1::QUARANTINE_CODE_DUPLICATE,
                "is another name of a folder that was read before");
    return false;
  }
  return true;
}

void FolderWalk::Enter(const std::string& path, const std::string& relative) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) return Visit(path, relative);
  const Inode inode(info.st_dev, info.st_ino);
  if (!MayEnter(inode, relative)) return;
  std::error_code error;
  const std::vector<std::string> names = NamesIn(path, error);
  if (error) {
    on_trouble_(relative, v1::QUARANTINE_CODE_UNREADABLE,
                absl::StrCat("cannot list the folder: ", error.message()));
  }
  open_.push_back(inode);
  for (const std::string& name : names) {
    Visit(absl::StrCat(path, "/", name),
          relative.empty() ? name : absl::StrCat(relative, "/", name));
  }
  open_.pop_back();
}

void FolderWalk::Visit(const std::string& path, const std::string& relative) {
  struct stat info;
  if (stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
    Enter(path, relative);
  } else {
    on_file_(path, relative);
  }
}

}  // namespace concord
