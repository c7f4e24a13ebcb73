#include "engine/ingest/html_head.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_entity.h"
#include "engine/ingest/html_tokenizer.h"
#include "engine/ingest/json_ld.h"
#include "engine/ingest/mapped_text.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/date_field.h"

namespace concord {
namespace {

// A longer value is no title, name or date.
constexpr size_t kLongestValue = 2048;
// The longest name of the table of fields.
constexpr size_t kLongestName = 64;

// See page_fields.tsv, which ranks the <meta> elements.
constexpr int kJsonLdRank = 9;
constexpr int kJsonLdUriRank = 4;
constexpr int kCanonicalRank = 9;
constexpr int kRootRank = 1;
constexpr int kTitleRank = 1;
// A <time>: marked as the date of publication, inside the article, elsewhere.
constexpr int kMarkedTimeRank = 7;
constexpr int kInnerTimeRank = 2;
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

bool HasAttribute(absl::string_view attributes, absl::string_view name) {
  HtmlAttributes reader(attributes);
  HtmlAttribute attribute;
  while (reader.Next(attribute)) {
    if (absl::EqualsIgnoreCase(attribute.name, name)) return true;
  }
  return false;
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

void HtmlHead::Field::OfferDate(absl::string_view raw, int offered) {
  if (offered > rank && ParseDateField(raw)) Offer(raw, offered);
}

// An address is no name.
void HtmlHead::Field::OfferName(absl::string_view raw, int offered) {
  if (!absl::StrContains(raw, "://")) Offer(raw, offered);
}

void HtmlHead::OfferAs(absl::string_view field, absl::string_view raw,
                       int rank) {
  if (field == "title") title_.Offer(raw, rank);
  if (field == "uri") uri_.Offer(raw, rank);
  if (field == "outlet") outlet_.OfferName(raw, rank);
  if (field == "author") author_.OfferName(raw, rank);
  if (field == "published") published_.OfferDate(raw, rank);
  if (field == "modified") modified_.OfferDate(raw, rank);
}

void HtmlHead::ReadMeta(absl::string_view attributes) {
  static const WordTable& fields = WordTable::Named("page_fields");
  const absl::string_view content = ValueOf(attributes, "content");
  if (content.empty()) return;
  for (const absl::string_view key : {"property", "name", "itemprop"}) {
    const absl::string_view name = ValueOf(attributes, key);
    if (name.empty() || name.size() > kLongestName) continue;
    const WordTable::Row* row = fields.Find(absl::AsciiStrToLower(name));
    int rank = 0;
    if (row == nullptr || !absl::SimpleAtoi((*row)[2], &rank)) continue;
    OfferAs((*row)[1], content, rank);
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

void HtmlHead::ReadTime(absl::string_view attributes, bool in_article) {
  const absl::string_view time = ValueOf(attributes, "datetime");
  if (time.empty()) return;
  const absl::string_view property = ValueOf(attributes, "itemprop");
  if (absl::EqualsIgnoreCase(property, "dateModified")) {
    return modified_.OfferDate(time, kMarkedTimeRank);
  }
  const bool marked = absl::EqualsIgnoreCase(property, "datePublished") ||
                      HasAttribute(attributes, "pubdate");
  published_.OfferDate(time, marked       ? kMarkedTimeRank
                             : in_article ? kInnerTimeRank
                                          : kTimeRank);
}

void HtmlHead::ReadTitle(absl::string_view raw) {
  title_.Offer(raw, kTitleRank);
}

void HtmlHead::ReadScript(absl::string_view attributes,
                          absl::string_view content) {
  const absl::string_view type = ValueOf(attributes, "type");
  if (!absl::StartsWithIgnoreCase(type, "application/ld+json")) return;
  const std::optional<JsonLdArticle> stated = json_ld_.Read(content);
  if (!stated) return;
  title_.Offer(stated->headline, kJsonLdRank);
  outlet_.OfferName(stated->publisher, kJsonLdRank - 1);
  author_.OfferName(stated->author, kJsonLdRank);
  published_.OfferDate(stated->published, kJsonLdRank);
  modified_.OfferDate(stated->modified, kJsonLdRank);
  if (absl::StrContains(stated->uri, "://"))
    uri_.Offer(stated->uri, kJsonLdUriRank);
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
