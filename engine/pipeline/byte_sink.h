// Where bytes go: a file, standard output, or a string in tests.

#ifndef CONCORD_ENGINE_PIPELINE_BYTE_SINK_H_
#define CONCORD_ENGINE_PIPELINE_BYTE_SINK_H_

#include <cstdio>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace concord {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  // Adds bytes. After an error the sink takes nothing more.
  virtual absl::Status Append(absl::string_view bytes) = 0;
};

// Appends to a C stream, which it does not own.
class FileSink : public ByteSink {
 public:
  explicit FileSink(std::FILE* file) : file_(file) {}
  absl::Status Append(absl::string_view bytes) override;

 private:
  std::FILE* file_;
};

// Appends to a string, which it does not own.
class StringSink : public ByteSink {
 public:
  explicit StringSink(std::string* out) : out_(out) {}
  absl::Status Append(absl::string_view bytes) override {
    out_->append(bytes.data(), bytes.size());
    return absl::OkStatus();
  }

 private:
  std::string* out_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_BYTE_SINK_H_
