// Headers as mail, HTTP and WARC write them: "Name: value", a blank line last.

#ifndef CONCORD_ENGINE_INGEST_HEADER_BLOCK_H_
#define CONCORD_ENGINE_INGEST_HEADER_BLOCK_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

class HeaderBlock {
 public:
  // Takes a line without its break. One that begins with white space goes on
  // with the line before; one without a colon is passed over.
  void AddLine(absl::string_view line);

  // The value of the first header of that name, whatever its case; empty where
  // there is none.
  absl::string_view Find(absl::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> headers_;
};

// "text/html" of "Text/HTML; charset=UTF-8".
std::string MediaTypeOf(absl::string_view content_type);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HEADER_BLOCK_H_
