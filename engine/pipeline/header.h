// The first record of every stream.

#ifndef CONCORD_ENGINE_PIPELINE_HEADER_H_
#define CONCORD_ENGINE_PIPELINE_HEADER_H_

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"

namespace concord {

// "0.1.0": the version of the project, set by the build.
absl::string_view EngineVersion();

// The settings of `limits` that change the output.
std::map<std::string, std::string> ParametersOf(const Limits& limits);

// A header for `verb` with the hash schemes of this version and the settings
// that change the output. Holds no clock, path or thread count.
v1::Record MakeHeader(absl::string_view verb,
                      const std::map<std::string, std::string>& parameters);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_HEADER_H_
