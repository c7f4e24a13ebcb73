// News agencies by the names they are credited with.

#ifndef CONCORD_ENGINE_ARTICLE_AGENCY_H_
#define CONCORD_ENGINE_ARTICLE_AGENCY_H_

#include "absl/strings/string_view.h"

namespace concord {

// An agency; its strings live as long as the process.
struct Agency {
  absl::string_view short_name;  // "AP"; empty where there is none
  bool supplies_text = false;    // false for picture agencies

  explicit operator bool() const { return !short_name.empty(); }
};

// The agency called `name`: "The Associated Press", "AFP". Initials must be
// printed in capitals: "pa" is no agency.
Agency FindAgency(absl::string_view name);

// The first agency among names parted by slashes, bars, commas, hyphens,
// "and" or "via": "Kyodo/Reuters", "VIA AFP-JIJI".
Agency FindAgencyAmong(absl::string_view names);

// True for a single name made as agencies and news services make theirs:
// "Northwire", "Delta News Agency".
bool LooksLikeAgency(absl::string_view name);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_AGENCY_H_
