#include "engine/pipeline/record_sink.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"

namespace concord {

RecordWriter::RecordWriter(RecordFormat format, ByteSink& sink)
    : format_(format), sink_(sink), counts_(v1::Record::kTrailer + 1, 0) {}

absl::Status RecordWriter::Write(v1::Record record) {
  const int kind = record.kind_case();
  if (kind == 0 || kind >= v1::Record::kTrailer || kind < last_kind_) {
    return absl::InternalError(
        absl::StrCat("record of kind '", RecordKindName(record),
                     "' out of order; a bug of ours, please report it"));
  }
  last_kind_ = kind;
  ++counts_[kind];
  return Emit(record);
}

absl::Status RecordWriter::Emit(const v1::Record& record) {
  CONCORD_ASSIGN_OR_RETURN(const std::string bytes,
                           EncodeRecord(record, format_));
  digest_.Update(bytes);
  return sink_.Append(bytes);
}

absl::Status RecordWriter::Finish(const std::vector<v1::Dropped>& dropped) {
  v1::Record record;
  v1::Trailer& trailer = *record.mutable_trailer();
  const auto* descriptor = v1::Record::descriptor();
  for (int kind = v1::Record::kArticle; kind < v1::Record::kTrailer; ++kind) {
    v1::RecordCount& count = *trailer.add_counts();
    count.set_kind(descriptor->FindFieldByNumber(kind)->name());
    count.set_count(counts_[kind]);
  }
  trailer.mutable_dropped()->Assign(dropped.begin(), dropped.end());
  CONCORD_ASSIGN_OR_RETURN(std::string digest,
                           TrailerDigest(record, format_, digest_));
  trailer.set_digest(std::move(digest));
  return Emit(record);
}

}  // namespace concord
