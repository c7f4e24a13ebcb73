// Reads drops: files, folders and standard input, of text, HTML, JSON lines,
// ninjs, RSS, Atom and WARC, compressed by gzip or Zstandard or not.

#ifndef CONCORD_ENGINE_INGEST_DROP_H_
#define CONCORD_ENGINE_INGEST_DROP_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/document.h"

namespace concord {

// Receives what a drop holds, in a fixed order: arguments as given, a folder's
// files by name, a file's records by position.
class DropSink {
 public:
  virtual ~DropSink() = default;
  // A document.
  virtual void OnDocument(Document document) = 0;
  // A document that its publisher withdrew, with all versions that were made
  // before `modified`; it may be without text.
  virtual void OnWithdrawal(Document document) = 0;
  // Something that was not read, or was read with repairs.
  virtual void OnQuarantine(v1::Quarantine quarantine) = 0;
  // Records of crawls and feeds that were passed over because they hold no
  // article. Called once for each kind, after all else, kinds sorted.
  virtual void OnSkipped(absl::string_view kind, uint64_t count) = 0;
};

// Reads each of `drops`: a file, a folder (read with its subfolders), or "-"
// (JSON lines on standard input). A file's format is told by its content, with
// its name as a hint: WARC, JSON lines, HTML, else plain text; or gzip or
// Zstandard data that hold one of these, told by their first bytes whatever
// their name. What they hold is the source then: offsets, lengths, source maps
// and digests are of the unpacked bytes.
//
// What cannot be read becomes a quarantine, and the rest goes on; nothing is
// skipped in silence but folders' hidden files (their names begin with '.').
// Memory is bounded by limits.max_record_bytes, not by the file's size or by
// what packed data expand to.
//
// RESOURCE_EXHAUSTED where there are more than limits.max_articles: reading has
// stopped then. (To keep the first ones would let the order of input show.)
//
// What is under embargo is read only where the drop says a time of its version
// that is not before the embargo's end, or where `as_of`, in seconds since
// 1970, is not: nothing here looks at a clock.
absl::Status ReadDrops(absl::Span<const std::string> drops,
                       const Limits& limits, DropSink& sink,
                       std::optional<int64_t> as_of = std::nullopt);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_DROP_H_
