// Adds a drop to everything seen, and says what that changed.

#ifndef CONCORD_ENGINE_STORE_INGEST_H_
#define CONCORD_ENGINE_STORE_INGEST_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/store.h"

namespace concord {

struct IngestOptions {
  PipelineOptions pipeline;
  // Says what the drop would change, and changes nothing.
  bool dry_run = false;
};

struct IngestSummary {
  size_t read = 0;         // articles of the drop
  size_t known = 0;        // of those, in the store already, word for word
  size_t added = 0;        // texts that are new to the store
  size_t revised = 0;      // documents with another latest text than before
  size_t claims = 0;       // of the texts that came to be compared
  size_t quarantined = 0;  // not read, or not as it stood
  size_t high_divergences = 0;  // new high ones, not apparent
  // The very drop was ingested before: nothing was done.
  bool seen_before = false;
};

// Reads drops (files, folders, "-"), adds them to the store as one drop and
// writes the delta to `sink` as a record stream (verb "ingest"): the articles
// that came, with their claims; new or changed clusters, stories and relations;
// agreements and divergences that are new, changed, superseded or retracted,
// and unique claims that are new or compared with other articles than before,
// with the articles and claims they name; and what was not read. The table
// `change` also has the claims that are unique no longer.
//
// The sets of the store afterwards are those of one Reconcile over the latest
// revisions of all documents ever ingested, whatever drops they came in and in
// whatever order.
//
// An error leaves the store as it was, with one exception: where `sink` fails,
// the drop is in, and its delta in the table `change`.
//
// REQUIRES: the store was opened to write.
absl::StatusOr<IngestSummary> Ingest(Store& store,
                                     absl::Span<const std::string> drops,
                                     const IngestOptions& options,
                                     RecordSink& sink);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_INGEST_H_
