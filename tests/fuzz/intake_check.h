// What must hold of a drop's file, whatever its bytes: for the fuzz targets of
// the readers.

#ifndef CONCORD_TESTS_FUZZ_INTAKE_CHECK_H_
#define CONCORD_TESTS_FUZZ_INTAKE_CHECK_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/record_reader.h"
#include "tests/fuzz/check.h"

namespace concord {

inline void CheckUtf8(absl::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    Check(text[pos] != '\0', "text has no NUL");
    const uint32_t length = Utf8SequenceLength(text, pos);
    Check(length > 0, "text is valid UTF-8");
    pos += length;
  }
}

// Aborts where a document or a report breaks its contract.
class CheckingSink : public DropSink {
 public:
  void OnDocument(Document document) override {
    ++told_;
    CheckUtf8(document.text);
    CheckUtf8(document.title);
    CheckUtf8(document.uri);
    CheckUtf8(document.external_id);
    Check(!document.local_id.empty(), "a document has an id of its own");
    uint64_t text_end = 0, source_end = 0;
    for (const v1::SourceMapSegment& segment : document.source_map) {
      Check(segment.text_begin() == text_end, "the map leaves no gap");
      Check(segment.source_begin() >= source_end, "the map leads forward");
      text_end += segment.text_length();
      source_end = uint64_t{segment.source_begin()} + segment.source_length();
    }
    Check(text_end == document.text.size(), "the map covers the text");
    Check(source_end <= document.source.bytes(), "the map ends in the source");
  }
  void OnWithdrawal(Document) override { ++told_; }
  void OnQuarantine(v1::Quarantine quarantine) override {
    ++told_;
    CheckUtf8(quarantine.message());
    Check(quarantine.code() != v1::QUARANTINE_CODE_UNSPECIFIED,
          "a report has a code");
  }
  void OnSkipped(absl::string_view, uint64_t count) override { told_ += count; }

  uint64_t told() const { return told_; }

 private:
  uint64_t told_ = 0;
};

// Reads `bytes` as a file of that name, under limits that a fuzzer can meet.
inline void CheckIntake(absl::string_view bytes, const std::string& name) {
  Limits limits;
  limits.max_record_bytes = 1 << 20;
  limits.max_inflated_bytes = 4 << 20;
  limits.inflate_ratio_from_bytes = 1 << 16;
  limits.max_header_bytes = 1 << 10;
  CheckingSink sink;
  Intake intake(limits, sink);
  RecordReader reader(intake);
  StringSource in(bytes);
  reader.ReadFile(in, {.path = name});
  intake.ReportSkipped();
  Check(sink.told() > 0, "no file is passed over in silence");
}

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_INTAKE_CHECK_H_
