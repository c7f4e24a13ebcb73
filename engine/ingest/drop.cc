#include "engine/ingest/drop.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/folder_walk.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/record_reader.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

// Name of the folder that holds the file; empty where it cannot be told.
std::string FolderName(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  if (error) return "";
  return RepairedUtf8(absolute.parent_path().filename().native());
}

v1::QuarantineCode CodeFor(const absl::Status& status) {
  return absl::IsNotFound(status) ? v1::QUARANTINE_CODE_MISSING
                                  : v1::QUARANTINE_CODE_UNREADABLE;
}

class DropReader {
 public:
  explicit DropReader(Intake& intake) : intake_(intake), reader_(intake) {}

  void Read(const std::string& drop) {
    std::error_code error;
    if (drop == "-") {
      ByteReader in = ByteReader::StandardInput();
      reader_.ReadJsonStream(in, {.path = "-"});
    } else if (fs::is_directory(drop, error)) {
      ReadFolder(drop);
    } else {
      ReadFile(drop, fs::path(drop).filename().native());
    }
  }

 private:
  void ReadFile(const std::string& path, const std::string& relative) {
    if (!intake_.stopped().ok()) return;
    const Place place = {.path = RepairedUtf8(relative),
                         .folder = FolderName(path)};
    absl::StatusOr<ByteReader> in = ByteReader::Open(path);
    if (in.ok()) return reader_.ReadFile(*in, place);
    intake_.Refuse(place, CodeFor(in.status()), in.status().message());
  }

  void ReadFolder(const std::string& root) {
    bool empty = true;
    FolderWalk walk(
        intake_.limits().max_directory_depth,
        [&](const std::string& path, const std::string& relative) {
          empty = false;
          ReadFile(path, relative);
        },
        [&](const std::string& relative, v1::QuarantineCode code,
            absl::string_view message) {
          empty = false;
          intake_.Refuse({.path = RepairedUtf8(relative)}, code, message);
        });
    walk.Walk(root);
    if (!empty) return;
    intake_.Refuse({.path = RepairedUtf8(root)}, v1::QUARANTINE_CODE_EMPTY,
                   "holds no files (hidden ones are left out)");
  }

  Intake& intake_;
  RecordReader reader_;
};

}  // namespace

absl::Status ReadDrops(absl::Span<const std::string> drops,
                       const Limits& limits, DropSink& sink,
                       std::optional<int64_t> as_of) {
  Intake intake(limits, sink, as_of);
  DropReader reader(intake);
  for (const std::string& drop : drops) {
    if (intake.stopped().ok()) reader.Read(drop);
  }
  intake.ReportSkipped();
  return intake.stopped();
}

}  // namespace concord
