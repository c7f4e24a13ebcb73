#include "engine/base/limits.h"

#include <cstdint>

#include "absl/types/span.h"

namespace concord {
namespace {

constexpr uint64_t kMany = uint64_t{1} << 40;

// Repairs can triple a record, and offsets in it have 32 bits.
constexpr uint64_t kLongestRecord = uint64_t{1} << 30;

constexpr LimitInfo kLimits[] = {
    {"inflate_ratio_from_bytes", &Limits::inflate_ratio_from_bytes,
     "Bytes of unpacked data from which on max_inflate_ratio counts", 0, kMany,
     true},
    {"max_articles", &Limits::max_articles,
     "Articles of a run, which stops at more", 1, kMany, false},
    {"max_claims_per_article", &Limits::max_claims_per_article,
     "Claims of one article; those of later sentences are left out", 1, kMany,
     false},
    {"max_directory_depth", &Limits::max_directory_depth,
     "Folders inside folders below a drop", 1, 1024, false},
    {"max_header_bytes", &Limits::max_header_bytes,
     "Bytes of one header in a WARC file, its own or HTTP's", 64,
     kLongestRecord, true},
    {"max_inflate_ratio", &Limits::max_inflate_ratio,
     "Bytes that compressed data may hold for each of their own", 1, kMany,
     false},
    {"max_inflated_bytes", &Limits::max_inflated_bytes,
     "Bytes that one compressed file may hold", 1, kMany, true},
    {"max_json_depth", &Limits::max_json_depth,
     "JSON arrays and objects inside each other", 1, 1024, false},
    {"max_lines", &Limits::max_lines, "Lines of one file of JSON lines", 1,
     UINT32_MAX, false},
    {"max_record_bytes", &Limits::max_record_bytes,
     "Bytes of one record: a text file, a page, a line", 1, kLongestRecord,
     true},
    {"max_sentence_bytes", &Limits::max_sentence_bytes,
     "Bytes of one sentence; a longer run without an end is cut at white space",
     4 << 10, 4 << 10, true},
    {"max_window_bytes", &Limits::max_window_bytes,
     "Memory that Zstandard data may ask for", 1 << 10, uint64_t{1} << 31,
     true},
};

}  // namespace

absl::Span<const LimitInfo> AllLimits() { return kLimits; }

}  // namespace concord
