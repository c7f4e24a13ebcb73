#include "engine/pipeline/header.h"

#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/cluster/cluster.h"

namespace concord {

absl::string_view EngineVersion() { return CONCORD_VERSION; }

std::map<std::string, std::string> ParametersOf(const Limits& limits) {
  return {
      {"max_claims_per_article", absl::StrCat(limits.max_claims_per_article)},
      {"max_directory_depth", absl::StrCat(limits.max_directory_depth)},
      {"max_record_bytes", absl::StrCat(limits.max_record_bytes)},
      {"max_sentence_bytes", absl::StrCat(limits.max_sentence_bytes)}};
}

v1::Record MakeHeader(absl::string_view verb,
                      const std::map<std::string, std::string>& parameters) {
  v1::Record record;
  v1::Header& header = *record.mutable_header();
  header.set_schema("concord.v1");
  header.set_engine_version(std::string(EngineVersion()));
  header.set_verb(std::string(verb));
  header.add_hash_schemes(std::string(kIdScheme));
  header.add_hash_schemes(std::string(kShingleScheme));
  header.add_hash_schemes(std::string(kDocumentScheme));

  for (const auto& [name, value] : parameters) {
    v1::Parameter& parameter = *header.add_parameters();
    parameter.set_name(name);
    parameter.set_value(value);
  }
  return record;
}

}  // namespace concord
