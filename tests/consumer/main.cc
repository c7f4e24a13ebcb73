// Reconciles a drop with the installed library, reads the stream back and says
// what came of it: "9 articles, 12 agreements".
//
// usage: consumer DROP

#include <cstdio>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/pipeline/stream_reader.h"
#include "engine/pipeline/verify.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::string bytes;
  concord::StringSink sink(&bytes);
  concord::RecordWriter writer(concord::RecordFormat::kPbs, sink);
  const absl::StatusOr<concord::RunSummary> summary =
      concord::RunDropVerb(concord::DropVerb::kReconcile, {argv[1]},
                           concord::PipelineOptions(), writer);
  if (!summary.ok() || !concord::VerifyStream(bytes).ok()) return 1;
  int articles = 0;
  int agreements = 0;
  concord::StreamReader reader(bytes);
  for (;;) {
    const absl::StatusOr<std::optional<concord::v1::Record>> record =
        reader.Next();
    if (!record.ok()) return 1;
    if (!record->has_value()) break;
    articles += (*record)->has_article();
    agreements += (*record)->has_agreement();
  }
  std::printf("%d articles, %d agreements\n", articles, agreements);
  return 0;
}
