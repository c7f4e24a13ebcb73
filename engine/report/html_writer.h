// HTML that no text can break out of.

#ifndef CONCORD_ENGINE_REPORT_HTML_WRITER_H_
#define CONCORD_ENGINE_REPORT_HTML_WRITER_H_

#include <initializer_list>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/report/page_assets.h"

namespace concord {

// The name of an element or attribute: a literal, checked by the compiler.
// Names that run or load something ("script", "style", "src", "onclick") do
// not compile.
class HtmlName {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): reads as the name it is.
  consteval HtmlName(const char* name) : name_(name) {
    const absl::string_view text(name);
    for (const char c : text) {
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' &&
          c != 'A' && c != 'B' && c != 'R') {  // viewBox, preserveAspectRatio
        throw "not a name of HTML";
      }
    }
    for (const char* banned : {"script", "style", "src", "srcset", "iframe"}) {
      if (text == banned) throw "a name that runs or loads something";
    }
    if (text.size() > 2 && text[0] == 'o' && text[1] == 'n') {
      throw "a handler of events";
    }
  }
  absl::string_view text() const { return name_; }

 private:
  const char* name_;
};

struct HtmlAttribute {
  HtmlName name;
  std::string value;
};

// Writes elements, and nothing but elements, attributes and escaped text. An
// `href` that is neither a place in the page nor http(s) is left out. Control
// characters and those that turn a line's direction are written as \u{HEX};
// bytes that are no UTF-8 become U+FFFD.
//
// Example:
//   HtmlWriter html(sink);
//   html.Leaf("p", {{"class", "title"}}, article.title());
//   CONCORD_RETURN_IF_ERROR(html.Finish());
class HtmlWriter {
 public:
  using Attributes = std::initializer_list<HtmlAttribute>;

  // Does not own `sink`, which must outlive it.
  explicit HtmlWriter(ByteSink& sink) : sink_(sink) {}

  void Doctype() { out_ += "<!doctype html>\n"; }
  void Open(HtmlName name, Attributes attributes = {});
  void Close();  // the innermost open element
  void Void(HtmlName name, Attributes attributes);
  void Text(absl::string_view text);
  // Open, Text and Close.
  void Leaf(HtmlName name, Attributes attributes, absl::string_view text);
  // The page's own style and script, which the build embeds.
  void Style(const PageAsset& asset) { Embed("style", asset); }
  void Script(const PageAsset& asset) { Embed("script", asset); }

  // Flushes; what went wrong with the sink, if anything did.
  absl::Status Finish();

 private:
  void Embed(absl::string_view name, const PageAsset& asset);
  void StartTag(HtmlName name, Attributes attributes);
  void Escape(absl::string_view text);
  void FlushIfLong();

  ByteSink& sink_;
  std::string out_;
  std::vector<absl::string_view> open_;
  absl::Status status_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_HTML_WRITER_H_
