#include "engine/article/revision_time.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"

namespace concord {

Instant BeginOf(const v1::TimeInterval& time) {
  if (!time.has_begin()) return kUnknownInstant;
  return {time.begin().seconds(), time.begin().nanos()};
}

Instant RevisedAt(const v1::Article& article) {
  return BeginOf(article.modified().has_begin() ? article.modified()
                                                : article.published());
}

v1::Quarantine QuarantineFor(const v1::Article& article,
                             v1::QuarantineCode code,
                             absl::string_view message) {
  const v1::Source& from = article.source();
  v1::Quarantine quarantine;
  quarantine.set_source(from.line() == 0
                            ? from.path()
                            : absl::StrCat(from.path(), ":", from.line()));
  quarantine.set_offset(from.record_offset());
  quarantine.set_code(code);
  quarantine.set_message(absl::StrCat(quarantine.source(), ": ", message));
  return quarantine;
}

}  // namespace concord
