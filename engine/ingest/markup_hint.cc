#include "engine/ingest/markup_hint.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/html_tokenizer.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// Longer class lists are cut: no page says in its thousandth class what an
// element is.
constexpr size_t kLongestNames = 1024;

bool NamesContent(absl::string_view attribute) {
  return absl::EqualsIgnoreCase(attribute, "class") ||
         absl::EqualsIgnoreCase(attribute, "id") ||
         absl::EqualsIgnoreCase(attribute, "role") ||
         absl::EqualsIgnoreCase(attribute, "itemprop");
}

// The word at names[pos]: small letters, perhaps led by a capital.
absl::string_view PartAt(absl::string_view names, size_t pos) {
  size_t end = pos + 1;
  while (end < names.size() && absl::ascii_islower(names[end])) ++end;
  if (end == pos + 1) {  // a run of capitals: "AD"
    while (end < names.size() && absl::ascii_isupper(names[end])) ++end;
  }
  return names.substr(pos, end - pos);
}

// "article-body", "storyBody", "entry-content": a word for the piece, then one
// for its inside.
bool IsPiece(absl::string_view part) {
  return part == "article" || part == "story" || part == "entry" ||
         part == "post" || part == "blog" || part == "news";
}
bool IsInside(absl::string_view part) {
  return part == "body" || part == "content" || part == "text";
}

void ReadNames(absl::string_view names, MarkupHint& hint) {
  static const WordTable& table = WordTable::Named("markup_hints");
  names = names.substr(0, kLongestNames);
  std::string before;
  bool social = false;  // the name is of buttons, unless it ends in "embed"
  for (size_t pos = 0; pos < names.size();) {
    if (!absl::ascii_isalpha(names[pos])) {
      if (absl::ascii_isspace(names[pos])) {
        before.clear();
        hint.furniture |= social;
        social = false;
      }
      ++pos;
      continue;
    }
    const absl::string_view part = PartAt(names, pos);
    pos += part.size();
    const std::string word = absl::AsciiStrToLower(part);
    if (IsPiece(before) && IsInside(word)) hint.article = true;
    before = word;
    // A "social-media-embed" is a post that the article quotes.
    if (word == "social" || word == "embed") {
      social = word == "social";
      continue;
    }
    const WordTable::Row* row = table.Find(word);
    if (row == nullptr) continue;
    hint.furniture |= (*row)[1] == "furniture";
    hint.comments |= (*row)[1] == "comments";
    hint.caption |= (*row)[1] == "caption";
    hint.article |= (*row)[1] == "article";
  }
  hint.furniture |= social;
}

}  // namespace

MarkupHint ReadMarkupHint(absl::string_view attributes) {
  MarkupHint hint;
  HtmlAttributes reader(attributes);
  HtmlAttribute attribute;
  while (reader.Next(attribute)) {
    if (NamesContent(attribute.name)) ReadNames(attribute.value, hint);
  }
  if (hint.article) hint.furniture = hint.comments = hint.caption = false;
  return hint;
}

}  // namespace concord
