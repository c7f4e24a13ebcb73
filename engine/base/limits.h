// Every limit of the engine, by name. Input that meets one is quarantined with
// a message that names the limit and what to do; see concord.v1.Quarantine.

#ifndef CONCORD_ENGINE_BASE_LIMITS_H_
#define CONCORD_ENGINE_BASE_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace concord {

// Defaults suit a machine with 2 GiB of memory. Each may be raised on its own.
struct Limits {
  // Bytes of one record: a text file, an HTML page, a line of JSON.
  size_t max_record_bytes = 16 << 20;
  // Bytes that one compressed file may hold.
  uint64_t max_inflated_bytes = uint64_t{16} << 30;
  // Bytes that compressed data may hold for each of their own. Articles come to
  // 3 to 10, the most repetitive pages to some 100, a bomb to 1000; deflate
  // cannot do more.
  uint32_t max_inflate_ratio = 200;
  // That ratio counts from here on: a short page of blanks harms nobody.
  uint64_t inflate_ratio_from_bytes = 1 << 20;
  // Folders inside folders below a drop.
  int max_directory_depth = 64;
  // Bytes of one sentence; a longer run without an end is cut at white space.
  size_t max_sentence_bytes = 4 << 10;
  // Claims of one article.
  size_t max_claims_per_article = 20'000;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_LIMITS_H_
