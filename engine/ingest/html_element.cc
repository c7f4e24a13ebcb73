#include "engine/ingest/html_element.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

constexpr size_t kLongestName = 16;

std::vector<HtmlElement> MakeElements() {
  std::vector<HtmlElement> elements;
  const auto add = [&](std::initializer_list<absl::string_view> names,
                       HtmlElement like) {
    for (const absl::string_view name : names) {
      like.name = name;
      like.index = static_cast<uint8_t>(elements.size());
      elements.push_back(like);
    }
  };
  HtmlElement e;
  add({"a",    "abbr",  "acronym", "b",     "bdi",  "bdo",    "big",    "cite",
       "code", "data",  "del",     "dfn",   "em",   "font",   "i",      "ins",
       "kbd",  "label", "mark",    "nobr",  "q",    "rb",     "rp",     "rt",
       "ruby", "s",     "samp",    "small", "span", "strike", "strong", "sub",
       "sup",  "time",  "tt",      "u",     "var"},
      e);
  e.is_void = true;
  add({"area", "base", "br", "col", "embed", "img", "input", "link", "meta",
       "param", "source", "track", "wbr"},
      e);
  e.flow = HtmlFlow::kLeaf;
  add({"hr"}, e);
  e = {};
  e.raw = e.skipped = true;
  add({"iframe", "noembed", "noframes", "script", "style", "textarea", "title",
       "xmp"},
      e);
  e.raw = false;
  add({"audio", "button", "canvas", "datalist", "map", "math", "noscript",
       "object", "select", "svg", "template", "video"},
      e);
  e = {};
  e.flow = HtmlFlow::kLeaf;
  e.hint = BlockHint::kParagraph;
  add({"p", "pre"}, e);
  e.hint = BlockHint::kListItem;
  add({"dd", "dt", "li"}, e);
  e.hint = BlockHint::kCaption;
  add({"caption", "figcaption"}, e);
  e.hint = BlockHint::kNone;
  add({"address", "legend", "summary"}, e);
  e.hint = BlockHint::kHeading;
  for (const absl::string_view name : {"h1", "h2", "h3", "h4", "h5", "h6"}) {
    e.heading_level = static_cast<uint8_t>(name[1] - '0');
    add({name}, e);
  }
  e = {};
  e.flow = HtmlFlow::kGroup;
  add({"blockquote", "center", "dir", "dl", "fieldset", "hgroup", "ol",
       "optgroup", "option", "table", "tbody", "tfoot", "thead", "tr", "ul"},
      e);
  e.flow = HtmlFlow::kContainer;
  add({"body", "details", "dialog", "div", "figure", "head", "header", "html",
       "section", "td", "th"},
      e);
  e.article = true;
  add({"article", "main"}, e);
  e.article = false;
  e.furniture = true;
  add({"aside", "footer", "form", "menu", "nav"}, e);
  return elements;
}

// The elements by name, and the two that stand for unknown ones.
struct ElementTable {
  std::vector<HtmlElement> elements = MakeElements();
  absl::flat_hash_map<absl::string_view, const HtmlElement*> by_name;
  HtmlElement custom, unknown;

  ElementTable() {
    for (const HtmlElement& element : elements) {
      by_name[element.name] = &element;
    }
    custom.flow = HtmlFlow::kContainer;
    custom.index = kHtmlElementCount - 2;
    unknown.index = kHtmlElementCount - 1;
  }
};

}  // namespace

const HtmlElement& FindHtmlElement(absl::string_view name) {
  static const ElementTable& table = *new ElementTable;
  if (name.size() <= kLongestName) {
    char lower[kLongestName];
    for (size_t i = 0; i < name.size(); ++i) {
      lower[i] = absl::ascii_tolower(name[i]);
    }
    const auto found = table.by_name.find({lower, name.size()});
    if (found != table.by_name.end()) return *found->second;
  }
  return absl::StrContains(name, '-') ? table.custom : table.unknown;
}

}  // namespace concord
