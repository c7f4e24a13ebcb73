#include "engine/pipeline/claims_file.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/json_record.h"
#include "engine/ingest/line_reader.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/unpack_reader.h"

namespace concord {
namespace {

// Where a line stands, for messages.
struct LinePlace {
  std::string path;
  uint32_t number = 0;
  uint64_t offset = 0;
};

// Goes through the lines of files and gathers what cannot be read.
class LineWalk {
 public:
  explicit LineWalk(const Limits& limits) : limits_(limits) {}

  const Limits& limits() const { return limits_; }

  void Refuse(const LinePlace& place, v1::QuarantineCode code,
              absl::string_view message) {
    v1::Quarantine& quarantine = quarantines_.emplace_back();
    quarantine.set_source(place.number == 0
                              ? place.path
                              : absl::StrCat(place.path, ":", place.number));
    quarantine.set_offset(place.offset);
    quarantine.set_code(code);
    quarantine.set_message(absl::StrCat(quarantine.source(), ": ", message));
  }

  // Calls `on_line` for every line of every file that is not blank.
  using OnLine = std::function<void(absl::string_view, const LinePlace&)>;
  void Walk(absl::Span<const std::string> files, const OnLine& on_line) {
    for (const std::string& file : files) {
      absl::StatusOr<ByteReader> in =
          file == "-" ? ByteReader::StandardInput() : ByteReader::Open(file);
      const LinePlace place = {.path = RepairedUtf8(file)};
      if (in.ok()) {
        WalkFile(*in, place, on_line);
      } else {
        Refuse(place,
               absl::IsNotFound(in.status()) ? v1::QUARANTINE_CODE_MISSING
                                             : v1::QUARANTINE_CODE_UNREADABLE,
               in.status().message());
      }
    }
  }

  std::vector<v1::Quarantine> TakeQuarantines() {
    return std::move(quarantines_);
  }

 private:
  // Walks a file, packed or not.
  void WalkFile(ByteReader& in, const LinePlace& place, const OnLine& on_line) {
    const absl::StatusOr<absl::string_view> head = in.Peek();
    if (!head.ok()) return RefuseRest(place, head.status());
    const Packing packing = TellPacking(*head);
    if (packing == Packing::kNone) return WalkLines(in, place, on_line);
    UnpackReader content(in, packing, limits_);
    WalkLines(content, place, on_line);
  }

  void RefuseRest(const LinePlace& place, const absl::Status& trouble) {
    Refuse(place, CodeForTrouble(trouble),
           absl::StrCat(trouble.message(), "; the lines before it are kept"));
  }

  void WalkLines(ByteSource& in, LinePlace place, const OnLine& on_line) {
    LineReader lines(in, limits_.max_record_bytes);
    Line line;
    for (;;) {
      const absl::StatusOr<bool> more = lines.Next(line);
      if (more.ok() && !*more) return;
      place.number = line.number;
      place.offset = line.offset;
      if (!more.ok()) return RefuseRest(place, more.status());
      if (line.number > limits_.max_lines) {
        return Refuse(
            place, v1::QUARANTINE_CODE_LIMIT,
            absl::StrCat("the file has more lines than the limit of ",
                         limits_.max_lines,
                         " (max_lines): split it, or raise the limit; "
                         "the lines before it are kept"));
      }
      if (line.too_long) {
        Refuse(place, v1::QUARANTINE_CODE_TOO_LARGE,
               absl::StrCat("a line of ", line.length,
                            " bytes is over the limit of ",
                            limits_.max_record_bytes,
                            " (max_record_bytes): split it, or raise the "
                            "limit"));
      } else if (!absl::StripAsciiWhitespace(line.bytes).empty()) {
        on_line(line.bytes, place);
      }
    }
  }

  const Limits& limits_;
  std::vector<v1::Quarantine> quarantines_;
};

// Calls `on_record` for every line that is a JSON object with all of `fields`.
void WalkJson(
    absl::Span<const std::string> files,
    absl::Span<const std::pair<JsonField, absl::string_view>> fields,
    LineWalk& walk,
    const std::function<void(JsonRecord&, const LinePlace&)>& on_record) {
  JsonRecordParser parser(walk.limits().max_json_depth);
  walk.Walk(files, [&](absl::string_view line, const LinePlace& place) {
    absl::StatusOr<JsonRecord> record = parser.Parse(line);
    if (!record.ok()) {
      return walk.Refuse(place,
                         absl::IsResourceExhausted(record.status())
                             ? v1::QUARANTINE_CODE_LIMIT
                             : v1::QUARANTINE_CODE_MALFORMED,
                         absl::StrCat(record.status().message(),
                                      "; give one JSON object a line"));
    }
    for (const auto& [field, name] : fields) {
      if (absl::StripAsciiWhitespace((*record)[field]).empty()) {
        return walk.Refuse(place, v1::QUARANTINE_CODE_MISSING_FIELD,
                           absl::StrCat("the JSON object has no `", name,
                                        "` with words in it"));
      }
    }
    if ((*record)[JsonField::kId].empty()) {
      (*record)[JsonField::kId] = absl::StrCat(place.number);
    }
    on_record(*record, place);
  });
}

}  // namespace

ReadyItems<ReadyClaim> ReadClaims(absl::Span<const std::string> files,
                                  const Limits& limits) {
  ReadyItems<ReadyClaim> out;
  absl::flat_hash_map<std::string, std::string> text_by_id;
  LineWalk walk(limits);
  WalkJson(files, {{JsonField::kText, "text"}}, walk,
           [&](JsonRecord& record, const LinePlace& place) {
             ReadyClaim claim = {RepairedUtf8(record[JsonField::kId]),
                                 RepairedUtf8(record[JsonField::kText]),
                                 RepairedUtf8(record[JsonField::kContext])};
             const auto [it, fresh] = text_by_id.emplace(claim.id, claim.text);
             if (fresh) {
               out.items.push_back(std::move(claim));
             } else if (it->second != claim.text) {
               walk.Refuse(place, v1::QUARANTINE_CODE_ID_CLASH,
                           absl::StrCat("the id '", claim.id,
                                        "' came before with other words; give "
                                        "every claim an id of its own"));
             } else {
               walk.Refuse(place, v1::QUARANTINE_CODE_DUPLICATE,
                           absl::StrCat("the claim '", claim.id,
                                        "' came before; it is kept once"));
             }
           });
  out.quarantines = walk.TakeQuarantines();
  return out;
}

ReadyItems<ReadyClaim> ReadPlainLines(absl::Span<const std::string> files,
                                      const Limits& limits) {
  ReadyItems<ReadyClaim> out;
  LineWalk walk(limits);
  uint64_t before = 0;  // lines of earlier files
  uint64_t last = 0;
  std::string path;
  walk.Walk(files, [&](absl::string_view line, const LinePlace& place) {
    if (place.path != path) {
      before += last;
      path = place.path;
    }
    last = place.number;
    out.items.push_back(
        {absl::StrCat(before + place.number), RepairedUtf8(line), ""});
  });
  out.quarantines = walk.TakeQuarantines();
  return out;
}

ReadyItems<ReadyPair> ReadPairs(absl::Span<const std::string> files,
                                const Limits& limits) {
  ReadyItems<ReadyPair> out;
  LineWalk walk(limits);
  WalkJson(files, {{JsonField::kClaimA, "a"}, {JsonField::kClaimB, "b"}}, walk,
           [&](JsonRecord& record, const LinePlace&) {
             out.items.push_back({RepairedUtf8(record[JsonField::kId]),
                                  RepairedUtf8(record[JsonField::kClaimA]),
                                  RepairedUtf8(record[JsonField::kClaimB])});
           });
  out.quarantines = walk.TakeQuarantines();
  return out;
}

}  // namespace concord
