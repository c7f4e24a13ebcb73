// Where a verb's output goes: standard output, or a file that appears whole.

#ifndef CONCORD_TOOLS_CONCORD_OUTPUT_H_
#define CONCORD_TOOLS_CONCORD_OUTPUT_H_

#include <cstdio>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/pipeline/byte_sink.h"

namespace concord {

// Opens with Open, is written through sink(), and ends with Commit. A file is
// written beside its place and renamed into it by Commit, so that a run that
// fails leaves what was there before.
class Output {
 public:
  // `path` of "" or "-" is standard output.
  static absl::StatusOr<std::unique_ptr<Output>> Open(const std::string& path);

  // Removes the unfinished file where Commit has not run.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  ByteSink& sink() { return sink_; }
  bool is_terminal() const;

  // Makes all bytes durable and the file visible.
  absl::Status Commit();

 private:
  Output(std::FILE* file, std::string path);

  std::FILE* file_;
  std::string path_;       // "" for standard output
  std::string temporary_;  // the file being written; "" once committed
  FileSink sink_;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_OUTPUT_H_
