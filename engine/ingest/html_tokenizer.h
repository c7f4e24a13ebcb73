// HTML as a stream of tags and texts: one pass, no tree, no copies.
//
// Follows the tokenization chapter of the HTML standard (WHATWG, 13.2.5) as far
// as reading text needs it. Gumbo and libxml2 do not serve: the one takes
// seconds and gigabytes for 100 KB of nested tags, the other is quadratic on
// attributes and tells no exact offsets.
//
// Example:
//   HtmlTokenizer tokens(page);
//   HtmlToken token;
//   while (tokens.Next(token)) ...

#ifndef CONCORD_ENGINE_INGEST_HTML_TOKENIZER_H_
#define CONCORD_ENGINE_INGEST_HTML_TOKENIZER_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

enum class HtmlTokenKind : uint8_t { kText, kStartTag, kEndTag };

// A token. All views point into the page.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::kText;
  size_t begin = 0;              // of `bytes` in the page
  absl::string_view bytes;       // all of it
  absl::string_view name;        // of a tag, as written
  absl::string_view attributes;  // of a start tag: what follows the name
};

// An attribute as written: the value's entities are not decoded.
struct HtmlAttribute {
  absl::string_view name;
  absl::string_view value;
};

// Reads the attributes of a start tag, in order.
class HtmlAttributes {
 public:
  explicit HtmlAttributes(absl::string_view attributes) : rest_(attributes) {}

  // False at the end.
  bool Next(HtmlAttribute& attribute);

 private:
  absl::string_view rest_;
};

// Splits a page into tokens; comments, doctypes and processing instructions are
// passed over. Time is linear in the page, whatever it holds; what is cut short
// at the end of the page (a tag, a comment) is dropped, as browsers do.
class HtmlTokenizer {
 public:
  // `page` must outlive this and all tokens.
  explicit HtmlTokenizer(absl::string_view page) : page_(page) {}

  // Reads the next token; false at the end.
  bool Next(HtmlToken& token);

  // The text up to the end tag of `name`, in which nothing else is markup: for
  // the content of script, style, title and their like. The next token is that
  // end tag. REQUIRES: the last token was the start tag.
  HtmlToken RawText(absl::string_view name);

 private:
  // Reads what begins with the '<' at page_[pos_]; false where it was a comment
  // or the like and no token.
  bool ReadMarkup(HtmlToken& token);
  bool ReadTag(HtmlToken& token);
  void SkipComment();
  void SkipPast(absl::string_view mark);

  absl::string_view page_;
  size_t pos_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_TOKENIZER_H_
