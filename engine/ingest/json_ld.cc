#include "engine/ingest/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/mapped_text.h"

namespace concord {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Authors of one article that are named.
constexpr size_t kMostAuthors = 8;

// The script from its first bracket to its last, as valid UTF-8 without control
// characters: in JSON they may stand between values only, and there they read
// as spaces do.
std::string Cleaned(absl::string_view script) {
  constexpr absl::string_view kOpen = "<![CDATA[", kClose = "]]>";
  if (const size_t open = script.find(kOpen); open != script.npos) {
    script.remove_prefix(open + kOpen.size());
    script = script.substr(0, script.rfind(kClose));
  }
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) return "";
  std::string json = RepairedUtf8(script.substr(begin, end + 1 - begin));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return json;
}

std::string_view StringOf(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// The member of `holder`, or nullopt.
std::optional<element> Member(element holder, std::string_view key) {
  element value;
  if (holder.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::string TextOf(element holder, std::string_view key) {
  const std::optional<element> value = Member(holder, key);
  return value ? std::string(StringOf(*value)) : "";
}

// "NewsArticle", "https://schema.org/BlogPosting".
bool NamesArticle(std::string_view type) {
  const absl::string_view name(type.data(), type.size());
  return absl::EndsWith(name, "Article") || absl::EndsWith(name, "Posting") ||
         name == "Report";
}

bool IsArticle(element value) {
  const std::optional<element> type = Member(value, "@type");
  if (!type) return false;
  array several;
  if (type->get(several) != simdjson::SUCCESS) {
    return NamesArticle(StringOf(*type));
  }
  return std::any_of(several.begin(), several.end(),
                     [](element one) { return NamesArticle(StringOf(one)); });
}

// The article in `value`, or in what it lists or is about.
std::optional<element> FindArticle(element value) {
  array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element one : list) {
      if (std::optional<element> found = FindArticle(one)) return found;
    }
    return std::nullopt;
  }
  if (IsArticle(value)) return value;
  for (const std::string_view key : {"@graph", "mainEntity"}) {
    const std::optional<element> inner = Member(value, key);
    if (!inner) continue;
    if (std::optional<element> found = FindArticle(*inner)) return found;
  }
  return std::nullopt;
}

// Reads the fields of an article of one script.
class FieldReader {
 public:
  FieldReader(element root, element article) : root_(root), article_(article) {}

  JsonLdArticle Read() const {
    JsonLdArticle read;
    read.headline = TextOf(article_, "headline");
    if (read.headline.empty()) read.headline = TextOf(article_, "name");
    read.published = TextOf(article_, "datePublished");
    read.modified = TextOf(article_, "dateModified");
    read.author = NamesIn("author", kMostAuthors);
    if (read.author.empty()) read.author = NamesIn("creator", kMostAuthors);
    read.publisher = NamesIn("publisher", 1);
    read.uri = TextOf(article_, "url");
    return read;
  }

 private:
  // The names in a member that is a name, an object with one, or several.
  std::string NamesIn(std::string_view key, size_t most) const {
    const std::optional<element> value = Member(article_, key);
    if (!value) return "";
    array several;
    if (value->get(several) != simdjson::SUCCESS) return NameOf(*value);
    std::string names;
    for (const element one : several) {
      if (most == 0) break;
      const std::string name = NameOf(one);
      if (name.empty()) continue;
      absl::StrAppend(&names, names.empty() ? "" : ", ", name);
      --most;
    }
    return names;
  }

  std::string NameOf(element value) const {
    if (value.is_string()) return std::string(StringOf(value));
    std::string name = TextOf(value, "name");
    if (!name.empty()) return name;
    const std::optional<element> id = Member(value, "@id");
    return id ? NameOfNode(StringOf(*id)) : "";
  }

  // The name of the graph's node with that id.
  std::string NameOfNode(std::string_view id) const {
    array graph;
    const std::optional<element> member = Member(root_, "@graph");
    if (!member || member->get(graph) != simdjson::SUCCESS) return "";
    for (const element node : graph) {
      const std::optional<element> other = Member(node, "@id");
      if (other && StringOf(*other) == id) return TextOf(node, "name");
    }
    return "";
  }

  const element root_;
  const element article_;
};

}  // namespace

struct JsonLdReader::Parser {
  simdjson::dom::parser dom;
};

JsonLdReader::JsonLdReader() = default;
JsonLdReader::~JsonLdReader() = default;

std::optional<JsonLdArticle> JsonLdReader::Read(absl::string_view script) {
  // Most scripts name no article, and are not worth a parser.
  if (!absl::StrContains(script, "Article") &&
      !absl::StrContains(script, "Posting") &&
      !absl::StrContains(script, "Report")) {
    return std::nullopt;
  }
  const std::string json = Cleaned(script);
  if (json.empty()) return std::nullopt;
  if (parser_ == nullptr) parser_ = std::make_unique<Parser>();
  element root;
  if (parser_->dom.parse(json).get(root) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  const std::optional<element> article = FindArticle(root);
  if (!article) return std::nullopt;
  return FieldReader(root, *article).Read();
}

}  // namespace concord
