#include "engine/store/ingest.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revisions.h"
#include "engine/base/id.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/read_articles.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/drop_plan.h"
#include "engine/store/drop_writer.h"
#include "engine/store/record.h"
#include "engine/store/store.h"

namespace concord {
namespace {

// From what was read, in whatever order: the same drop has the same id.
std::string DropId(const SettledArticles& read) {
  std::vector<std::string> parts;
  for (const v1::Article& article : read.articles) {
    parts.push_back(absl::StrCat(
        article.article_id(), " ", article.source().digest(), " ",
        article.source().path(), " ", article.source().record_offset(), " ",
        article.published().begin().seconds()));
  }
  for (const v1::Quarantine& q : read.quarantines) {
    parts.push_back(absl::StrCat(q.source(), " ", q.offset(), " ", q.code()));
  }
  std::sort(parts.begin(), parts.end());
  IdBuilder id("drop");
  for (const std::string& part : parts) id.Add(part);
  return id.Hex();
}

absl::Status InsertQuarantines(Record& record, int64_t drop_row,
                               const std::vector<v1::Quarantine>& all) {
  for (const v1::Quarantine& quarantine : all) {
    CONCORD_RETURN_IF_ERROR(record.InsertQuarantine(drop_row, quarantine));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<IngestSummary> Ingest(Store& store,
                                     absl::Span<const std::string> drops,
                                     const IngestOptions& options,
                                     RecordSink& sink) {
  CONCORD_ASSIGN_OR_RETURN(SettledArticles read,
                           ReadArticles(drops, options.pipeline));
  IngestSummary summary;
  summary.read = read.articles.size();
  summary.quarantined = read.quarantines.size();
  const std::string drop_id = DropId(read);
  DropWriter writer(store, options.pipeline);
  CONCORD_ASSIGN_OR_RETURN(
      const int64_t seen,
      store.database().Number("SELECT row FROM drops WHERE drop_id = ?", 0,
                              absl::string_view(drop_id)));
  if (seen != 0 || (read.articles.empty() && read.quarantines.empty())) {
    summary.seen_before = seen != 0;
    summary.known = seen != 0 ? summary.read : 0;
    CONCORD_RETURN_IF_ERROR(
        writer.WriteDelta("ingest", std::move(read.quarantines), sink));
    return summary;
  }

  CONCORD_RETURN_IF_ERROR(store.RemoveStrayFiles());
  CONCORD_RETURN_IF_ERROR(writer.Begin());
  CONCORD_ASSIGN_OR_RETURN(DropPlan plan,
                           PlanDrop(std::move(read.articles), store.record()));
  summary.known = plan.known;
  summary.added = summary.read - plan.known;
  summary.revised = plan.revised;
  std::move(plan.quarantines.begin(), plan.quarantines.end(),
            std::back_inserter(read.quarantines));
  summary.quarantined = read.quarantines.size();
  CONCORD_RETURN_IF_ERROR(writer.Apply(std::move(plan)));
  summary.claims = writer.claims();
  summary.high_divergences = writer.high_divergences();
  CONCORD_RETURN_IF_ERROR(
      InsertQuarantines(store.record(), writer.drop_row(), read.quarantines));
  const DropCounts counts = {static_cast<int64_t>(summary.read),
                             static_cast<int64_t>(summary.added),
                             static_cast<int64_t>(summary.revised),
                             static_cast<int64_t>(summary.quarantined)};
  if (options.dry_run) {
    CONCORD_RETURN_IF_ERROR(writer.Undo());
  } else {
    CONCORD_RETURN_IF_ERROR(writer.Commit("ingest", drop_id, counts));
  }
  CONCORD_RETURN_IF_ERROR(
      writer.WriteDelta("ingest", std::move(read.quarantines), sink));
  return summary;
}

}  // namespace concord
