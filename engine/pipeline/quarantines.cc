#include "engine/pipeline/quarantines.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

absl::Status WriteQuarantines(std::vector<v1::Quarantine> quarantines,
                              RecordSink& sink) {
  const auto key = [](const v1::Quarantine& quarantine) {
    return std::make_tuple(quarantine.source(), quarantine.offset(),
                           quarantine.code(), quarantine.message());
  };
  std::sort(quarantines.begin(), quarantines.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  for (v1::Quarantine& quarantine : quarantines) {
    v1::Record record;
    *record.mutable_quarantine() = std::move(quarantine);
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return absl::OkStatus();
}

}  // namespace concord
