// Files of ready-made claims and pairs: JSON lines, or plain lines of text.

#ifndef CONCORD_ENGINE_PIPELINE_CLAIMS_FILE_H_
#define CONCORD_ENGINE_PIPELINE_CLAIMS_FILE_H_

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"

namespace concord {

// A claim as the caller hands it in. Strings are valid UTF-8.
struct ReadyClaim {
  std::string id;  // the number of its line where it gives none
  std::string text;
  std::string context;
};

// A pair as the caller hands it in.
struct ReadyPair {
  std::string id;  // the number of its line where it gives none
  std::string a, b;
};

// What files held, in order, and what of them was not read: a line that is no
// JSON object, that lacks a field, that is over the limit; a claim whose id
// came before with other words.
template <typename Item>
struct ReadyItems {
  std::vector<Item> items;
  std::vector<v1::Quarantine> quarantines;
};

// Reads {"id", "text", "context"} a line; "-" is standard input. A claim with
// the id and words of an earlier one is the same claim, and is kept once.
ReadyItems<ReadyClaim> ReadClaims(absl::Span<const std::string> files,
                                  const Limits& limits);

// Reads a claim a line, its id the number of its line.
ReadyItems<ReadyClaim> ReadPlainLines(absl::Span<const std::string> files,
                                      const Limits& limits);

// Reads {"id", "a", "b"} a line.
ReadyItems<ReadyPair> ReadPairs(absl::Span<const std::string> files,
                                const Limits& limits);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_CLAIMS_FILE_H_
