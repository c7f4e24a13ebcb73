// Where the readers of all formats hand in what they read, and what they did
// not.

#ifndef CONCORD_ENGINE_INGEST_INTAKE_H_
#define CONCORD_ENGINE_INGEST_INTAKE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"

namespace concord {

// A place in a drop that documents and quarantines are named after.
struct Place {
  std::string path{};    // relative to the drop, valid UTF-8
  std::string folder{};  // name of the folder that holds the file
  uint32_t line = 0;     // from 1; 0 where the record is no line
  uint64_t offset = 0;   // of packed data, in what they hold
};

// Hands on documents and reports to a sink, and keeps the limits that hold for
// a whole run. Not safe for use from two threads at once.
class Intake {
 public:
  // `limits` and `sink` must outlive this; `as_of` as in ReadDrops().
  Intake(const Limits& limits, DropSink& sink,
         std::optional<int64_t> as_of = std::nullopt)
      : limits_(limits), sink_(sink), as_of_(as_of) {}

  const Limits& limits() const { return limits_; }

  // Hands a document on, unless nothing or hardly anything is left of it. Sets
  // all that the place tells of it.
  void Deliver(Document document, const Place& place);

  // Reports that the publisher withdrew the document, and hands that on.
  void Withdraw(Document document, const Place& place);

  // Whether what is embargoed until then, and made or changed at `modified`,
  // both as written, may be used. An end that cannot be read never comes.
  bool EmbargoIsOver(absl::string_view embargoed,
                     absl::string_view modified) const;

  // Reports what was not read. `message` says what to do about it.
  void Refuse(const Place& place, v1::QuarantineCode code,
              absl::string_view message);

  // Reports trouble of a ByteSource, and what becomes of what was read before
  // it: "the lines before it are kept".
  void RefuseRest(const Place& place, const absl::Status& trouble,
                  absl::string_view kept);

  // Reports a record over max_record_bytes: "the file".
  void RefuseTooLong(const Place& place, absl::string_view what);

  // Counts a record that holds no article. `kind` as the trailer calls it:
  // "warc_revisits".
  void Skip(absl::string_view kind) { ++skipped_[std::string(kind)]; }

  // Tells the sink what was skipped. Call once, after all else.
  void ReportSkipped();

  // RESOURCE_EXHAUSTED once there are too many articles: readers stop then.
  const absl::Status& stopped() const { return stopped_; }

 private:
  // Sets what the place tells of a document.
  static void SetPlace(const Place& place, Document& document);

  const Limits& limits_;
  DropSink& sink_;
  const std::optional<int64_t> as_of_;
  uint64_t articles_ = 0;
  std::map<std::string, uint64_t> skipped_;
  absl::Status stopped_;
};

// What to call the trouble of a ByteSource.
v1::QuarantineCode CodeForTrouble(const absl::Status& trouble);

// "a.jsonl:7"; without a line, the path alone.
std::string NameOf(const Place& place);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_INTAKE_H_
