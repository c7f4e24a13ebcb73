// Any bytes to the reader of word tables.

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::Check;
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const concord::WordTable table(text);
  for (const concord::WordTable::Row& row : table.rows()) {
    Check(row.size() == table.rows().front().size(), "rows are equally wide");
    const concord::WordTable::Row* found = table.Find(row.front());
    Check(found != nullptr && found->front() == row.front(),
          "a row is found by its key");
    Check(table.max_key_words() >= 1, "a key has words");
  }
  table.Find(text);
  return 0;
}
