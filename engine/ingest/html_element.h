// What the reader knows of each element of HTML.

#ifndef CONCORD_ENGINE_INGEST_HTML_ELEMENT_H_
#define CONCORD_ENGINE_INGEST_HTML_ELEMENT_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"

namespace concord {

// How an element stands in the flow of text.
enum class HtmlFlow : uint8_t {
  kInline,     // inside a line of text: a, b, span
  kLeaf,       // holds one block of text: p, h1, li
  kGroup,      // holds blocks, as part of a container: ul, table, blockquote
  kContainer,  // holds blocks that belong together: div, article, td
};

// One element. `index` numbers them, unknown ones sharing the last number.
struct HtmlElement {
  absl::string_view name;
  HtmlFlow flow = HtmlFlow::kInline;
  BlockHint hint = BlockHint::kNone;
  uint8_t heading_level = 0;
  bool is_void = false;    // has no content: br, img
  bool raw = false;        // its content holds no markup: script, title
  bool skipped = false;    // its content is no text of the page
  bool furniture = false;  // navigation, asides, forms
  bool article = false;    // article, main
  uint8_t index = 0;
};

// One past the greatest HtmlElement::index.
constexpr int kHtmlElementCount = 128;

// The element called `name`, in any case. Custom elements are containers, other
// unknown ones inline. The reference lives as long as the process.
const HtmlElement& FindHtmlElement(absl::string_view name);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_ELEMENT_H_
