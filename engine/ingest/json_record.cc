#include "engine/ingest/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/ninjs.h"

namespace concord {
namespace {

struct JsonKey {
  absl::string_view key;
  JsonField field;
};

// A field's aliases in order of preference.
constexpr JsonKey kJsonKeys[] = {
    {"id", JsonField::kId},
    {"text", JsonField::kText},
    {"html", JsonField::kHtml},
    {"title", JsonField::kTitle},
    {"headline", JsonField::kTitle},
    {"outlet", JsonField::kOutlet},
    {"source", JsonField::kOutlet},
    {"publisher", JsonField::kOutlet},
    {"url", JsonField::kUri},
    {"uri", JsonField::kUri},
    {"published", JsonField::kPublished},
    {"date", JsonField::kPublished},
    {"modified", JsonField::kModified},
    {"author", JsonField::kAuthor},
    {"byline", JsonField::kAuthor},
    {"context", JsonField::kContext},
    {"a", JsonField::kClaimA},
    {"b", JsonField::kClaimB},
};
constexpr size_t kKeyCount = sizeof(kJsonKeys) / sizeof(kJsonKeys[0]);

// Index of `key` in kJsonKeys, or kKeyCount.
size_t FindKey(absl::string_view key) {
  size_t i = 0;
  while (i < kKeyCount && kJsonKeys[i].key != key) ++i;
  return i;
}

// The element as a value of the drop; empty where it is none.
std::string ValueOf(simdjson::dom::element element) {
  switch (element.type()) {
    case simdjson::dom::element_type::STRING: {
      const std::string_view value = element.get_string().value_unsafe();
      return std::string(value);
    }
    case simdjson::dom::element_type::INT64:
      return absl::StrCat(element.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
      return absl::StrCat(element.get_uint64().value_unsafe());
    case simdjson::dom::element_type::DOUBLE:
      return absl::StrCat(element.get_double().value_unsafe());
    default:
      return "";
  }
}

JsonRecord FieldsOf(simdjson::dom::object object) {
  JsonRecord record;
  std::array<size_t, kJsonFieldCount> taken_from;
  taken_from.fill(kKeyCount);
  for (const simdjson::dom::key_value_pair pair : object) {
    const size_t key = FindKey({pair.key.data(), pair.key.size()});
    if (key == kKeyCount) continue;
    const JsonField field = kJsonKeys[key].field;
    size_t& taken = taken_from[static_cast<size_t>(field)];
    if (key >= taken) continue;
    std::string value = ValueOf(pair.value);
    if (value.empty()) continue;
    record[field] = std::move(value);
    taken = key;
  }
  return record;
}

// True where json[pos] begins an escape \\uDx.. with the digit x in `digits`.
bool IsSurrogateEscape(absl::string_view json, size_t pos,
                       absl::string_view digits) {
  return pos + 6 <= json.size() && json[pos] == '\\' && json[pos + 1] == 'u' &&
         (json[pos + 2] | 0x20) == 'd' &&
         absl::StrContains(digits, json[pos + 3]);
}

// Replaces each escape of half a surrogate pair by "\ufffd", in place:
// simdjson refuses the whole line for one, and programs that cut strings by
// UTF-16 units write such lines.
size_t ReplaceLoneSurrogates(std::string& json) {
  size_t replaced = 0;
  for (size_t pos = json.find('\\'); pos < json.size();
       pos = json.find('\\', pos)) {
    const bool high = IsSurrogateEscape(json, pos, "89abAB");
    const bool low = IsSurrogateEscape(json, pos, "cdefCDEF");
    if (!high && !low) {
      pos += 2;
    } else if (high && IsSurrogateEscape(json, pos + 6, "cdefCDEF")) {
      pos += 12;
    } else {
      json.replace(pos + 2, 4, "fffd");
      pos += 6;
      ++replaced;
    }
  }
  return replaced;
}

absl::Status Explain(simdjson::error_code error, size_t max_depth) {
  if (error == simdjson::DEPTH_ERROR) {
    return absl::ResourceExhaustedError(absl::StrCat(
        "arrays and objects are nested more than the limit of ", max_depth,
        " deep (max_json_depth): flatten them, or raise the "
        "limit"));
  }
  if (error == simdjson::INCORRECT_TYPE) {
    return absl::InvalidArgumentError("is JSON but no object {...}");
  }
  return absl::InvalidArgumentError(
      absl::StrCat("is no JSON: ", simdjson::error_message(error)));
}

}  // namespace

struct JsonRecordParser::State {
  explicit State(size_t depth) : max_depth(depth) {}

  const size_t max_depth;
  simdjson::dom::parser parser;
  std::string json;  // of the line parsed last, with simdjson's padding

  // Makes room for `length` bytes, and for more the next time.
  simdjson::error_code Reserve(size_t length) {
    if (length <= parser.capacity()) return simdjson::SUCCESS;
    // simdjson refuses what reaches its depth.
    return parser.allocate(std::max(length, 2 * parser.capacity()),
                           max_depth + 1);
  }
};

JsonRecordParser::JsonRecordParser(uint64_t max_depth)
    : state_(std::make_unique<State>(max_depth)) {}
JsonRecordParser::~JsonRecordParser() = default;

absl::StatusOr<JsonRecord> JsonRecordParser::Parse(absl::string_view line) {
  MappedText repaired;
  repaired.AppendSource(line, 0);
  size_t repairs = repaired.repaired_sequences();
  std::string& json = state_->json = repaired.TakeText();
  repairs += ReplaceLoneSurrogates(json);
  const size_t length = json.size();
  json.resize(length + simdjson::SIMDJSON_PADDING);

  simdjson::dom::object object;
  simdjson::error_code error = state_->Reserve(length);
  if (!error) {
    error =
        state_->parser.parse(json.data(), length, /*realloc_if_needed=*/false)
            .get(object);
  }
  if (error) return Explain(error, state_->max_depth);
  JsonRecord record = FieldsOf(object);
  if (record[JsonField::kText].empty() && record[JsonField::kHtml].empty() &&
      IsNinjs(object)) {
    record = ReadNinjs(object);
  }
  record.repairs = repairs;
  return record;
}

}  // namespace concord
