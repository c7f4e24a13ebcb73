// What a page says of its article in JSON-LD, the form of schema.org that
// search engines read.
//
// Example:
//   JsonLdReader reader;
//   if (std::optional<JsonLdArticle> stated = reader.Read(script)) ...

#ifndef CONCORD_ENGINE_INGEST_JSON_LD_H_
#define CONCORD_ENGINE_INGEST_JSON_LD_H_

#include <memory>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// The fields as stated, empty where they are not. Character references in them
// are not decoded.
struct JsonLdArticle {
  std::string headline;
  std::string published;
  std::string modified;
  std::string author;  // several are parted by commas
  std::string publisher;
  std::string uri;
};

// Reads scripts of type application/ld+json. Keeps its memory from one to the
// next; one thread at a time.
class JsonLdReader {
 public:
  JsonLdReader();
  ~JsonLdReader();

  // The article that the script describes: the first object whose type is an
  // article's (NewsArticle, BlogPosting, Report...), alone, in a list, in a
  // "@graph" or as the "mainEntity" of the page; not one that is merely
  // mentioned inside another. What it names by "@id" is looked up in the graph.
  // nullopt where there is none, or where the script is not JSON: comments and
  // CDATA marks around it and line breaks inside strings are forgiven.
  //
  // Time and memory are linear in the script.
  std::optional<JsonLdArticle> Read(absl::string_view script);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_JSON_LD_H_
