// The report's style and script: page.css and page.js, embedded by the build.

#ifndef CONCORD_ENGINE_REPORT_PAGE_ASSETS_H_
#define CONCORD_ENGINE_REPORT_PAGE_ASSETS_H_

#include "absl/strings/string_view.h"

namespace concord {

struct PageAsset {
  absl::string_view bytes;
  absl::string_view sha256;  // of the bytes, in hexadecimal digits
};

extern const PageAsset kPageStyle;
extern const PageAsset kPageScript;

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_PAGE_ASSETS_H_
