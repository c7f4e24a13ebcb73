#include "engine/article/line_class.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/article.pb.h"
#include "engine/article/byline.h"
#include "engine/article/credit.h"
#include "engine/article/cues.h"
#include "engine/article/dateline.h"
#include "engine/article/line.h"
#include "engine/article/line_words.h"
#include "engine/base/span.h"
#include "engine/text/character.h"
#include "engine/value/time.h"

namespace concord {
namespace {

// Longer lines are article, whatever words stand in them.
constexpr size_t kLongestFurniture = 2000;  // bytes
// Words of the longest heading of a list, of a line that names another article,
// of a caption.
constexpr size_t kLongestHeading = 8;
constexpr size_t kLongestReference = 40;
constexpr size_t kLongestCaption = 80;
constexpr size_t kLongestMenuItem = 3;

LineClass Verdict(v1::SectionKind kind, absl::string_view rule) {
  LineClass verdict;
  verdict.kind = kind;
  verdict.rule = rule;
  return verdict;
}

bool HasLetter(absl::string_view words) {
  for (size_t pos = 0; pos < words.size();) {
    const Char c = CharAt(words, pos);
    if (c.IsLetter()) return true;
    pos += c.length;
  }
  return false;
}

// Percent-encoded bytes, as of an address, make up a good part of it.
bool IsEncoded(absl::string_view words) {
  if (!absl::StrContains(words, '%')) return false;
  size_t escapes = 0;
  for (size_t pos = 0; pos + 2 < words.size(); ++pos) {
    escapes += words[pos] == '%' && absl::ascii_isxdigit(words[pos + 1]) &&
               absl::ascii_isxdigit(words[pos + 2]);
  }
  return 3 * escapes > words.size() / 3;
}

// One word of small letters and hyphens, "harbour-dues-2023", or hashtags.
bool IsTag(absl::string_view words) {
  for (const absl::string_view bullet : {"•", "·", "-", "*", "»"}) {
    if (absl::ConsumePrefix(&words, bullet)) break;
  }
  words = absl::StripAsciiWhitespace(words);
  if (words.empty()) return false;
  if (words.front() == '#') {
    const std::vector<absl::string_view> tags =
        absl::StrSplit(words, absl::ByAnyChar(" ,"), absl::SkipEmpty());
    return std::all_of(tags.begin(), tags.end(), [](absl::string_view tag) {
      return tag.size() > 1 && tag.front() == '#';
    });
  }
  return absl::StrContains(words, '-') && absl::ascii_isalpha(words.front()) &&
         std::all_of(words.begin(), words.end(), [](char c) {
           return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '-';
         });
}

// An address and nothing else.
bool IsAddress(const Line& line, absl::string_view words) {
  return line.words == 1 &&
         (absl::StartsWith(words, "http") || absl::StartsWith(words, "www.") ||
          absl::StrContains(words, '@'));
}

constexpr absl::string_view kMenuMarks[] = {"|", "·", "•", ">", "»", "›", "/"};

// "Home | News | Letters", "World › Asia › Japan": short items between marks.
bool IsMenu(absl::string_view words) {
  for (const absl::string_view mark : kMenuMarks) {
    if (!absl::StrContains(words, mark)) continue;
    const std::vector<absl::string_view> items = absl::StrSplit(words, mark);
    if (items.size() < 3) continue;
    if (std::all_of(items.begin(), items.end(), [](absl::string_view item) {
          return WordsOf(item).size() <= kLongestMenuItem;
        })) {
      return true;
    }
  }
  return false;
}

bool IsSourceLine(absl::string_view words) {
  return absl::StartsWithIgnoreCase(words, "source:") ||
         absl::StartsWithIgnoreCase(words, "sources:") ||
         absl::StartsWithIgnoreCase(words, "originally published by") ||
         absl::StartsWithIgnoreCase(words, "courtesy:");
}

// By the phrases that the table knows.
LineClass ByCues(const Cues& cues, const Line& line) {
  if (cues.notice) {
    return Verdict(v1::SECTION_KIND_NOTICE,
                   cues.syndicated ? "syndication-notice" : "site-notice");
  }
  if (cues.voice >= 2 && cues.addresses) {
    return Verdict(v1::SECTION_KIND_NOTICE, "site-voice");
  }
  if (cues.byline) return Verdict(v1::SECTION_KIND_BYLINE, "contributors");
  if (cues.related && line.words <= kLongestHeading && line.stop != U'.') {
    LineClass heading = Verdict(v1::SECTION_KIND_RELATED, "list-heading");
    heading.opens_list = true;
    return heading;
  }
  if (cues.related_line && line.words <= kLongestReference) {
    return Verdict(v1::SECTION_KIND_RELATED, "names-another-article");
  }
  if (cues.furniture) {
    return Verdict(v1::SECTION_KIND_BOILERPLATE, "page-furniture");
  }
  LineClass open;
  open.site_voice = cues.voice > 0 && cues.addresses;
  return open;
}

// By marks and letters alone.
LineClass ByForm(const Line& line, absl::string_view words) {
  if (!HasLetter(words)) {
    return Verdict(v1::SECTION_KIND_BOILERPLATE, "no-words");
  }
  if (IsEncoded(words)) return Verdict(v1::SECTION_KIND_BOILERPLATE, "encoded");
  if (IsTag(words)) return Verdict(v1::SECTION_KIND_RELATED, "tag");
  if (IsAddress(line, words)) {
    return Verdict(v1::SECTION_KIND_BOILERPLATE, "address");
  }
  if (!line.ends_in_stop() && IsMenu(words)) {
    return Verdict(v1::SECTION_KIND_BOILERPLATE, "menu");
  }
  return {};
}

// False where ParseByline finds nothing: it needs a label, a role or a name
// that is an agency's or made like one.
bool MayBeByline(const LineWords& words, const Cues& cues) {
  if (words.empty()) return false;
  if (cues.role_word || cues.agency_word || words[0].text == "by") return true;
  const bool labelled =
      words.size() > 1 && (words[1].text == "by" ||
                           (words[0].text == "from" && words[1].text == "our"));
  return labelled || absl::EndsWith(words.back().text, "wire") ||
         absl::EndsWith(words.back().text, "press");
}

// False where TrailingCredit finds nothing: it needs a bracket, a bar, a slash
// or a label.
bool MayEndInCredit(absl::string_view line, const Cues& cues) {
  return cues.credit_word || line.back() == ')' || line.back() == ']' ||
         absl::StrContains(line, '|') || absl::StrContains(line, '/') ||
         absl::StrContains(line, "Credit");
}

// By what the line says of the article: who, where, whose picture.
LineClass ByRole(absl::string_view text, const Line& line,
                 const LineWords& line_words, const Cues& cues) {
  const absl::string_view words = Slice(text, line.span);
  if (MayBeByline(line_words, cues) && ParseByline(text, line.span)) {
    return Verdict(v1::SECTION_KIND_BYLINE, "byline");
  }
  if (cues.agency_word && DatelineAlone(text, line.span)) {
    return Verdict(v1::SECTION_KIND_DATELINE, "dateline-alone");
  }
  if (IsSourceLine(words) && line.words <= kLongestHeading) {
    return Verdict(v1::SECTION_KIND_CREDIT, "source-line");
  }
  if (!MayEndInCredit(words, cues)) return {};
  const std::optional<ByteSpan> credit = TrailingCredit(text, line.span);
  if (!credit || line.words > kLongestCaption) return {};
  if (*credit == line.span) {
    return Verdict(v1::SECTION_KIND_CREDIT, "picture-credit");
  }
  LineClass caption = Verdict(v1::SECTION_KIND_CAPTION, "picture-credit");
  caption.credit = *credit;
  return caption;
}

}  // namespace

LineClass ClassifyLine(absl::string_view text, const Line& line) {
  if (line.span.size() > kLongestFurniture) return {};
  const absl::string_view words = Slice(text, line.span);
  if (ParseTimestamp(words)) {
    return Verdict(v1::SECTION_KIND_TIMESTAMP, "time-stamp");
  }
  const LineClass form = ByForm(line, words);
  if (form.kind != v1::SECTION_KIND_UNSPECIFIED) return form;
  const LineWords line_words(words);
  const Cues cues = FindCues(line_words, words);
  const LineClass cue = ByCues(cues, line);
  if (cue.kind != v1::SECTION_KIND_UNSPECIFIED) return cue;
  LineClass role = ByRole(text, line, line_words, cues);
  role.site_voice = cue.site_voice;
  return role;
}

}  // namespace concord
