// The rooms, wired: the public face of the library. What tools, store and
// services call.
//
// Example:
//   RecordWriter writer(RecordFormat::kPbs, sink);
//   PipelineOptions options;
//   CONCORD_ASSIGN_OR_RETURN(
//       RunSummary summary,
//       RunDropVerb(DropVerb::kReconcile, {"drop/"}, options, writer));

#ifndef CONCORD_ENGINE_PIPELINE_PIPELINE_H_
#define CONCORD_ENGINE_PIPELINE_PIPELINE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"
#include "engine/lexicon/outlet_book.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

// How far a drop is taken.
enum class DropVerb {
  kExtract,    // articles
  kSegment,    // articles and sentences
  kClaims,     // articles and claims
  kReconcile,  // everything
};

// Told now and then how far a stage has come; `total` is 0 where it is unknown.
// Called from one thread at a time.
using Progress =
    std::function<void(absl::string_view stage, size_t done, size_t total)>;

struct PipelineOptions {
  Limits limits;
  // Seconds since 1970: what was under embargo until then is read. Without it,
  // only where the drop itself says a later time.
  std::optional<int64_t> as_of;
  // What the user knows of outlets: which are one, and who owns them.
  OutletBook outlets;
  // A claim of which the stream holds the relations to unrelated claims too; ""
  // for none.
  std::string explain;
  // Changes the time it takes, never the output.
  int threads = 1;
  Progress progress;  // may be empty
};

// What a run came to, for exit codes and closing lines.
struct RunSummary {
  size_t read = 0;         // articles, claims or pairs read
  size_t quarantined = 0;  // quarantine records written
  size_t high_divergences = 0;
};

// Takes drops (files, folders, "-") as far as `verb` says and writes the record
// stream to `sink`. Trouble with input becomes quarantine records; the status
// is an error only where `sink` fails, or RESOURCE_EXHAUSTED where the drops
// hold more than limits.max_articles: nothing is written then.
//
// Memory: extract and segment keep the articles in temporary files (128 of them
// at most, below TMPDIR or /tmp); the other verbs keep them and all that is
// made of them.
//
// The records are the same for any thread count and any order of drops and
// files: articles are sorted by id, claims by article and place, sets by id.
absl::StatusOr<RunSummary> RunDropVerb(DropVerb verb,
                                       absl::Span<const std::string> drops,
                                       const PipelineOptions& options,
                                       RecordSink& sink);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_PIPELINE_H_
