#include "engine/pipeline/byte_sink.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

absl::Status FileSink::Append(absl::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) {
    return absl::OkStatus();
  }
  return absl::DataLossError(
      absl::StrCat("cannot write output: ", std::strerror(errno)));
}

}  // namespace concord
