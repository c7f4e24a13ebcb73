#include "engine/ingest/ninjs.h"

#include <simdjson.h>

#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/json_record.h"

namespace concord {
namespace {

using Element = simdjson::dom::element;

absl::string_view View(std::string_view text) {
  return {text.data(), text.size()};
}

// The string; empty where the element is none.
absl::string_view StringOf(Element element) {
  std::string_view text;
  return element.get_string().get(text) ? absl::string_view() : View(text);
}

// The first string at `key` of an object, whatever its case.
absl::string_view StringAt(Element element, absl::string_view key) {
  simdjson::dom::object object;
  if (element.get_object().get(object)) return "";
  for (const simdjson::dom::key_value_pair pair : object) {
    if (absl::EqualsIgnoreCase(View(pair.key), key)) {
      return StringOf(pair.value);
    }
  }
  return "";
}

// Calls `use` with each element of an array; with a lone element itself.
template <typename Use>
void ForEach(Element element, const Use& use) {
  simdjson::dom::array array;
  if (element.get_array().get(array)) return use(element);
  for (const Element inside : array) use(inside);
}

void SetIfEmpty(std::string& field, absl::string_view value) {
  if (field.empty()) field = std::string(value);
}

class NinjsReader {
 public:
  JsonRecord Read(simdjson::dom::object object) {
    for (const simdjson::dom::key_value_pair pair : object) {
      ReadKey(View(pair.key), pair.value);
    }
    Settle();
    return std::move(record_);
  }

 private:
  std::string& At(JsonField field) { return record_[field]; }

  void ReadKey(absl::string_view key, Element value) {
    const auto is = [&](absl::string_view name) {
      return absl::EqualsIgnoreCase(key, name);
    };
    if (is("uri")) {
      At(JsonField::kId) = std::string(StringOf(value));
    } else if (is("headline") || is("headlines")) {
      ReadHeadlines(value);
    } else if (is("title")) {
      title_ = std::string(StringOf(value));
    } else if (is("bodies")) {
      ForEach(value, [&](Element body) {
        ReadBody(StringAt(body, "contenttype"), StringAt(body, "value"));
      });
    } else if (absl::StartsWithIgnoreCase(key, "body_")) {
      ReadBody(key, StringOf(value));
    } else if (is("byline") || is("by")) {
      ForEach(value, [&](Element name) {
        SetIfEmpty(At(JsonField::kAuthor), StringOf(name));
        SetIfEmpty(At(JsonField::kAuthor), StringAt(name, "byline"));
      });
    } else if (is("infosource") || is("infosources")) {
      ForEach(value, [&](Element source) {
        SetIfEmpty(At(JsonField::kAgency), StringAt(source, "name"));
      });
    } else {
      ReadPlain(key, StringOf(value));
    }
  }

  // Keys whose value is a string and is taken as it is.
  void ReadPlain(absl::string_view key, absl::string_view value) {
    struct Plain {
      absl::string_view key;
      JsonField field;
    };
    static constexpr Plain kPlain[] = {
        {"firstcreated", JsonField::kPublished},
        {"versioncreated", JsonField::kModified},
        {"copyrightholder", JsonField::kOutlet},
        {"language", JsonField::kLanguage},
        {"type", JsonField::kKind},
        {"pubstatus", JsonField::kStatus},
        {"embargoed", JsonField::kEmbargoed},
    };
    for (const Plain& plain : kPlain) {
      if (absl::EqualsIgnoreCase(key, plain.key)) {
        SetIfEmpty(At(plain.field), value);
      }
    }
  }

  void ReadHeadlines(Element value) {
    ForEach(value, [&](Element headline) {
      SetIfEmpty(At(JsonField::kTitle), StringOf(headline));
      const absl::string_view words = StringAt(headline, "value");
      if (absl::EqualsIgnoreCase(StringAt(headline, "role"), "main")) {
        SetIfEmpty(main_headline_, words);
      }
      SetIfEmpty(At(JsonField::kTitle), words);
    });
  }

  // `kind` is a media type, or the key of 1.x that says as much.
  void ReadBody(absl::string_view kind, absl::string_view value) {
    const std::string lower = absl::AsciiStrToLower(kind);
    const bool markup = absl::StrContains(lower, "html") ||
                        absl::StrContains(lower, "xml") ||
                        absl::StrContains(lower, "nitf");
    SetIfEmpty(At(markup ? JsonField::kHtml : JsonField::kText), value);
  }

  void Settle() {
    if (!main_headline_.empty()) At(JsonField::kTitle) = main_headline_;
    SetIfEmpty(At(JsonField::kTitle), title_);
    SetIfEmpty(At(JsonField::kPublished), At(JsonField::kModified));
    SetIfEmpty(At(JsonField::kOutlet), At(JsonField::kAgency));
    // Markup keeps the paragraphs, which plain text often does not.
    if (!At(JsonField::kHtml).empty()) At(JsonField::kText).clear();
    const std::string& id = At(JsonField::kId);
    if (absl::StartsWith(id, "http://") || absl::StartsWith(id, "https://")) {
      At(JsonField::kUri) = id;
    }
    record_.is_ninjs = true;
  }

  JsonRecord record_;
  std::string main_headline_;
  std::string title_;
};

}  // namespace

bool IsNinjs(simdjson::dom::object object) {
  bool has_uri = false, has_mark = false;
  for (const simdjson::dom::key_value_pair pair : object) {
    const absl::string_view key = View(pair.key);
    has_uri |= absl::EqualsIgnoreCase(key, "uri");
    has_mark |= absl::StartsWithIgnoreCase(key, "body_");
    for (const absl::string_view mark :
         {"bodies", "pubstatus", "versioncreated", "firstcreated", "headlines",
          "infosource", "infosources", "representationtype"}) {
      has_mark |= absl::EqualsIgnoreCase(key, mark);
    }
    if (absl::EqualsIgnoreCase(key, "standard")) {
      has_mark |= StringAt(pair.value, "name") == "ninjs";
    }
  }
  return has_uri && has_mark;
}

JsonRecord ReadNinjs(simdjson::dom::object object) {
  return NinjsReader().Read(object);
}

}  // namespace concord
