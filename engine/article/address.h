// Which document an address names.

#ifndef CONCORD_ENGINE_ARTICLE_ADDRESS_H_
#define CONCORD_ENGINE_ARTICLE_ADDRESS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// Host of an address in lower case, without "www." and the hosts of versions
// for telephones ("m.", "amp."); empty where it has none.
std::string HostOf(absl::string_view uri);

// What two addresses of one document have in common: host and path, and of the
// parameters those that do not merely say where the reader came from
// (lexicon/tables/tracking_parameters.tsv), in their order. Scheme, fragment, a
// slash at the end and what marks the AMP version of a page are left out:
//   https://www.herald.test/dam/amp/?utm_source=x#top  ->  herald.test/dam
// What is no address with a host is given back as it stands. Linear time.
std::string DocumentAddress(absl::string_view uri);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_ADDRESS_H_
