#include "engine/ingest/html_head.h"

#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_entity.h"
#include "engine/ingest/html_tokenizer.h"
#include "engine/ingest/mapped_text.h"

namespace concord {
namespace {

// A longer value is no title, name or date.
constexpr size_t kLongestValue = 2048;

// Where a field may be read from; greater ranks win.
struct MetaName {
  absl::string_view name;
  char field;  // Title, Outlet, Author, Uri, Published, Modified
  int rank;
};
constexpr MetaName kMetaNames[] = {
    {"og:title", 'T', 9},
    {"twitter:title", 'T', 8},
    {"dc.title", 'T', 7},
    {"og:site_name", 'O', 9},
    {"application-name", 'O', 7},
    {"dc.publisher", 'O', 6},
    {"author", 'A', 9},
    {"byl", 'A', 8},
    {"parsely-author", 'A', 7},
    {"sailthru.author", 'A', 6},
    {"dc.creator", 'A', 5},
    {"og:url", 'U', 5},
    {"article:published_time", 'P', 9},
    {"datepublished", 'P', 8},
    {"parsely-pub-date", 'P', 7},
    {"pubdate", 'P', 6},
    {"publishdate", 'P', 6},
    {"publish-date", 'P', 6},
    {"publication_date", 'P', 6},
    {"dc.date.issued", 'P', 6},
    {"dc.date", 'P', 5},
    {"sailthru.date", 'P', 5},
    {"date", 'P', 4},
    {"article:modified_time", 'M', 9},
    {"og:updated_time", 'M', 8},
    {"datemodified", 'M', 8},
    {"lastmod", 'M', 6},
};
constexpr int kCanonicalRank = 9;
constexpr int kRootRank = 1;
constexpr int kTitleRank = 1;
constexpr int kTimeRank = 1;

// The value of the attribute `name`, or "".
absl::string_view ValueOf(absl::string_view attributes,
                          absl::string_view name) {
  HtmlAttributes reader(attributes);
  HtmlAttribute attribute;
  while (reader.Next(attribute)) {
    if (absl::EqualsIgnoreCase(attribute.name, name)) return attribute.value;
  }
  return "";
}

}  // namespace

void HtmlHead::Field::Offer(absl::string_view raw, int offered) {
  if (offered <= rank || raw.size() > kLongestValue) return;
  std::string decoded = RepairedUtf8(DecodeEntities(raw));
  absl::RemoveExtraAsciiWhitespace(&decoded);
  if (decoded.empty()) return;
  value = std::move(decoded);
  rank = offered;
}

void HtmlHead::ReadMeta(absl::string_view attributes) {
  const absl::string_view content = ValueOf(attributes, "content");
  if (content.empty()) return;
  for (const absl::string_view key : {"property", "name", "itemprop"}) {
    const absl::string_view value = ValueOf(attributes, key);
    if (value.empty()) continue;
    for (const MetaName& meta : kMetaNames) {
      if (!absl::EqualsIgnoreCase(meta.name, value)) continue;
      Field& field = meta.field == 'T'   ? title_
                     : meta.field == 'O' ? outlet_
                     : meta.field == 'A' ? author_
                     : meta.field == 'U' ? uri_
                     : meta.field == 'P' ? published_
                                         : modified_;
      field.Offer(content, meta.rank);
    }
  }
}

void HtmlHead::ReadLink(absl::string_view attributes) {
  if (absl::EqualsIgnoreCase(ValueOf(attributes, "rel"), "canonical")) {
    uri_.Offer(ValueOf(attributes, "href"), kCanonicalRank);
  }
}

void HtmlHead::ReadRoot(absl::string_view attributes) {
  language_.Offer(ValueOf(attributes, "lang"), kRootRank);
}

void HtmlHead::ReadTime(absl::string_view attributes) {
  published_.Offer(ValueOf(attributes, "datetime"), kTimeRank);
}

void HtmlHead::ReadTitle(absl::string_view raw) {
  title_.Offer(raw, kTitleRank);
}

void HtmlHead::MoveTo(Document& document) {
  document.title = std::move(title_.value);
  document.outlet = std::move(outlet_.value);
  document.author = std::move(author_.value);
  document.uri = std::move(uri_.value);
  document.published = std::move(published_.value);
  document.modified = std::move(modified_.value);
  document.language = std::move(language_.value);
}

}  // namespace concord
