#include "engine/pipeline/header.h"

#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/cluster/cluster.h"

namespace concord {

absl::string_view EngineVersion() { return CONCORD_VERSION; }

std::map<std::string, std::string> ParametersOf(const Limits& limits) {
  std::map<std::string, std::string> parameters;
  for (const LimitInfo& limit : AllLimits()) {
    parameters[std::string(limit.name)] = absl::StrCat(limits.*limit.value);
  }
  return parameters;
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
