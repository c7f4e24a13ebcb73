#include "engine/ingest/feed_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_entity.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/text_reader.h"
#include "engine/ingest/xml_tokenizer.h"

namespace concord {
namespace {

constexpr absl::string_view kWithoutText = "feed_items_without_text";

// Feeds in other vocabularies carry elements of Atom's under this prefix.
absl::string_view WithoutAtomPrefix(absl::string_view name) {
  return absl::StripPrefix(name, "atom:");
}

bool IsItem(absl::string_view name) {
  return name == "item" || name == "entry";
}

bool IsOneOf(absl::string_view name,
             std::initializer_list<absl::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether Atom's `type` says that the text is markup; RSS has no such word.
bool IsMarkup(absl::string_view type, bool otherwise) {
  if (type.empty()) return otherwise;
  return absl::StrContains(type, "html") || absl::StrContains(type, "xml");
}

bool IsAddress(absl::string_view text) {
  return absl::StartsWithIgnoreCase(text, "http://") ||
         absl::StartsWithIgnoreCase(text, "https://");
}

void SetIfEmpty(std::string& field, absl::string_view value) {
  if (field.empty()) field = std::string(absl::StripAsciiWhitespace(value));
}

// "Ilse Marden" of RSS's "ilse@a.example (Ilse Marden)".
absl::string_view NameOfAuthor(absl::string_view author) {
  const size_t open = author.find('(');
  if (!absl::StrContains(author, '@') || open == absl::string_view::npos) {
    return author;
  }
  author.remove_prefix(open + 1);
  return author.substr(0, author.find(')'));
}

// `text` on one line, as UTF-8.
std::string OneLine(std::string text) {
  text = RepairedUtf8(text);
  absl::RemoveExtraAsciiWhitespace(&text);
  return text;
}

}  // namespace

FeedReader::FeedReader(ByteSource& in, Intake& intake, Place place)
    : intake_(intake),
      place_(std::move(place)),
      tokens_(in, intake.limits().max_record_bytes) {}

void FeedReader::Read() {
  const absl::Status trouble = ReadTokens();
  const bool open = in_item_;
  if (open && (trouble.ok() || absl::IsDataLoss(trouble))) {
    CloseField();
    CloseItem();
  }
  if (absl::IsOutOfRange(trouble)) {
    intake_.RefuseTooLong(
        place_, absl::StrCat("what begins at byte ", tokens_.offset()));
  } else if (!trouble.ok()) {
    intake_.RefuseRest(place_, trouble, "the items before it are kept");
  } else if (open) {
    intake_.Refuse(place_, v1::QUARANTINE_CODE_MALFORMED,
                   "the feed breaks off inside an item: what there is of it "
                   "is kept; get the file again");
  } else if (!found_any_) {
    intake_.Refuse(place_, v1::QUARANTINE_CODE_EMPTY, "holds no items");
  }
}

absl::Status FeedReader::ReadTokens() {
  XmlToken token;
  while (intake_.stopped().ok()) {
    CONCORD_ASSIGN_OR_RETURN(const bool more, tokens_.Next(token));
    if (!more) break;
    switch (token.kind) {
      case XmlTokenKind::kStartTag:
        StartTag(token);
        break;
      case XmlTokenKind::kEndTag:
        EndTag(token);
        break;
      case XmlTokenKind::kText:
      case XmlTokenKind::kCdata:
        Text(token);
        break;
    }
  }
  return absl::OkStatus();
}

void FeedReader::StartTag(const XmlToken& token) {
  const absl::string_view name = WithoutAtomPrefix(token.name);
  if (IsItem(name) && !token.is_empty) {
    CloseField();
    CloseItem();
    in_item_ = found_any_ = true;
    place_.offset = token.begin;
    return;
  }
  if (in_field_) {
    field_.has_tags = true;
    field_.inside = std::string(name);
    field_.same_inside += name == field_.name && !token.is_empty;
    Text(token);
    return;
  }
  if (!in_item_ && name != "title") return;
  in_field_ = true;
  field_ = {};
  field_.name = std::string(name);
  field_.attributes = std::string(token.attributes);
  if (token.is_empty) CloseField();
}

void FeedReader::EndTag(const XmlToken& token) {
  const absl::string_view name = WithoutAtomPrefix(token.name);
  if (IsItem(name)) {
    CloseField();
    CloseItem();
  } else if (in_field_ && name == field_.name && field_.same_inside == 0) {
    CloseField();
  } else if (in_field_) {
    field_.same_inside -= name == field_.name;
    Text(token);
  }
}

void FeedReader::Text(const XmlToken& token) {
  if (!in_field_) return;
  item_.bytes += token.bytes.size();
  if (item_.bytes > intake_.limits().max_record_bytes) {
    if (!too_long_ && in_item_) intake_.RefuseTooLong(place_, "the item");
    too_long_ = true;
    return;
  }
  field_.markup.append(token.bytes.data(), token.bytes.size());
  // Of a person the name, of a source the title.
  if (!field_.inside.empty() &&
      ((field_.name == "author" && field_.inside != "name") ||
       (field_.name == "source" && field_.inside != "title"))) {
    return;
  }
  if (token.kind == XmlTokenKind::kText) {
    field_.text += DecodeEntities(token.bytes);
  } else if (token.kind == XmlTokenKind::kCdata) {
    field_.text.append(token.bytes.data(), token.bytes.size());
  } else if (token.kind == XmlTokenKind::kEndTag) {
    field_.inside = "-";
  }
}

void FeedReader::CloseField() {
  if (!in_field_) return;
  in_field_ = false;
  if (in_item_) {
    TakeField(field_);
  } else {
    SetIfEmpty(feed_title_, field_.text);
    item_ = {};
  }
}

void FeedReader::TakeField(const Field& field) {
  const std::string type = XmlAttribute(field.attributes, "type");
  const absl::string_view name = field.name;
  const std::string& text = field.has_tags ? field.markup : field.text;
  if (name == "content:encoded" || name == "content") {
    if (!item_.content.empty()) return;
    item_.content = text;
    item_.content_is_markup =
        field.has_tags || IsMarkup(type, name == "content:encoded");
  } else if (name == "description" || name == "summary") {
    if (!item_.summary.empty()) return;
    item_.summary = text;
    item_.summary_is_markup =
        field.has_tags || IsMarkup(type, name == "description");
  } else if (name == "title") {
    SetIfEmpty(item_.title, text);
    item_.title_is_markup = field.has_tags || IsMarkup(type, false);
  } else if (name == "link") {
    TakeLink(field);
  } else if (name == "guid" || name == "id") {
    SetIfEmpty(item_.id, field.text);
    item_.id_is_link = XmlAttribute(field.attributes, "isPermaLink") != "false";
  } else if (IsOneOf(name, {"pubDate", "published", "issued", "created",
                            "dc:date"})) {
    SetIfEmpty(item_.published, field.text);
  } else if (IsOneOf(name, {"updated", "modified", "dcterms:modified"})) {
    SetIfEmpty(item_.updated, field.text);
  } else if (name == "author" || name == "dc:creator") {
    SetIfEmpty(item_.author, NameOfAuthor(field.text));
  } else if (name == "source") {
    SetIfEmpty(item_.source, field.text);
  }
}

void FeedReader::TakeLink(const Field& field) {
  const std::string target = XmlAttribute(field.attributes, "href");
  const std::string relation = XmlAttribute(field.attributes, "rel");
  if (!relation.empty() && relation != "alternate") return;
  SetIfEmpty(item_.link, target.empty() ? field.text : target);
}

void FeedReader::CloseItem() {
  if (in_item_ && !too_long_) Deliver(std::exchange(item_, {}));
  item_ = {};
  in_item_ = too_long_ = false;
}

void FeedReader::Deliver(Item item) {
  const bool full = !absl::StripAsciiWhitespace(item.content).empty();
  const std::string& text = full ? item.content : item.summary;
  if (absl::StripAsciiWhitespace(text).empty()) {
    return intake_.Skip(kWithoutText);
  }
  const bool markup = full ? item.content_is_markup : item.summary_is_markup;
  Document document = markup ? ReadHtml(text) : ReadText(text, Layout::kProse);
  if (item.link.empty() && item.id_is_link && IsAddress(item.id)) {
    item.link = item.id;
  }
  if (item.id.empty()) item.id = item.link;
  if (item.title_is_markup) item.title = ReadHtml(item.title).text;
  if (item.published.empty()) item.published = item.updated;
  document.title = OneLine(std::move(item.title));
  document.uri = OneLine(std::move(item.link));
  document.external_id = OneLine(std::move(item.id));
  document.published = OneLine(std::move(item.published));
  document.modified = OneLine(std::move(item.updated));
  document.author = OneLine(std::move(item.author));
  document.outlet =
      OneLine(item.source.empty() ? feed_title_ : std::move(item.source));
  if (document.external_id.empty()) {
    document.external_id = absl::StrCat(place_.path, "@", place_.offset);
  }
  intake_.Deliver(std::move(document), place_);
}

}  // namespace concord
