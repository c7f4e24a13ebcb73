// A sink that keeps what it gets, and a folder that lives as long as a test.

#ifndef CONCORD_TESTS_INGEST_COLLECTING_SINK_H_
#define CONCORD_TESTS_INGEST_COLLECTING_SINK_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"

namespace concord {

class CollectingSink : public DropSink {
 public:
  void OnDocument(Document document) override {
    documents.push_back(std::move(document));
  }
  void OnQuarantine(v1::Quarantine quarantine) override {
    quarantines.push_back(std::move(quarantine));
  }

  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const Document& document : documents) texts.push_back(document.text);
    return texts;
  }
  std::vector<v1::QuarantineCode> Codes() const {
    std::vector<v1::QuarantineCode> codes;
    for (const v1::Quarantine& quarantine : quarantines) {
      codes.push_back(quarantine.code());
    }
    return codes;
  }

  void OnWithdrawal(Document document) override {
    withdrawals.push_back(std::move(document));
  }
  void OnSkipped(absl::string_view kind, uint64_t count) override {
    skipped[std::string(kind)] = count;
  }

  std::vector<Document> documents;
  std::vector<Document> withdrawals;
  std::vector<v1::Quarantine> quarantines;
  std::map<std::string, uint64_t> skipped;
  absl::Status status;  // of the reading
};

// A fresh folder, removed with all it holds at the end.
class TempFolder {
 public:
  TempFolder() {
    std::string name = std::filesystem::temp_directory_path() / "dropXXXXXX";
    path_ = mkdtemp(name.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path() const { return path_; }
  std::string operator/(const std::string& name) const {
    return path_ + "/" + name;
  }
  // Writes a file, with the folders it needs; returns its path.
  std::string Write(const std::string& name, const std::string& bytes) const {
    const std::string path = *this / name;
    std::filesystem::create_directories(
        std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

 private:
  std::string path_;
};

inline CollectingSink Read(const std::vector<std::string>& drops,
                           const Limits& limits = {}) {
  CollectingSink sink;
  sink.status = ReadDrops(drops, limits, sink);
  return sink;
}

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_COLLECTING_SINK_H_
