#include "engine/ingest/text_reader.h"

#include <cstddef>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/id.h"
#include "engine/ingest/document.h"
#include "engine/ingest/mapped_text.h"

namespace concord {

Document ReadText(absl::string_view bytes, Layout layout) {
  Document document;
  document.layout = layout;
  document.source.set_bytes(static_cast<uint32_t>(bytes.size()));
  document.source.set_digest(DigestHex(bytes));
  const size_t begin =
      absl::StartsWith(bytes, kByteOrderMark) ? kByteOrderMark.size() : 0;
  MappedText mapped;
  mapped.AppendSource(bytes.substr(begin), begin);
  document.repaired_sequences = mapped.repaired_sequences();
  document.source_map = mapped.TakeMap();
  document.text = mapped.TakeText();
  return document;
}

}  // namespace concord
