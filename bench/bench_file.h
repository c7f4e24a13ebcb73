// A file for a benchmark to read, which lives as long as its object.

#ifndef CONCORD_BENCH_BENCH_FILE_H_
#define CONCORD_BENCH_BENCH_FILE_H_

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

class BenchFile {
 public:
  // Writes `bytes` to a file whose name ends with `name`.
  BenchFile(absl::string_view name, const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() /
              absl::StrCat("concord-bench-", getpid(), "-", name)) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~BenchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  BenchFile(const BenchFile&) = delete;
  BenchFile& operator=(const BenchFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  const std::string path_;
};

}  // namespace concord

#endif  // CONCORD_BENCH_BENCH_FILE_H_
