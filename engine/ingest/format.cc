#include "engine/ingest/format.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/ingest/codec.h"

namespace concord {
namespace {

struct Signature {
  absl::string_view bytes;
  absl::string_view what;
};

// First bytes of what turns up among texts; after the file(1) database.
constexpr Signature kSignatures[] = {
    {"BZh", "bzip2 data"},
    {"\xFD"
     "7zXZ",
     "xz data"},
    {"PK\x03\x04", "a ZIP archive or office document"},
    {"%PDF-", "a PDF document"},
    {"\x89PNG", "a PNG image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"GIF8", "a GIF image"},
    {"RIFF", "a RIFF image, sound or film"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"{\\rtf", "an RTF document"},
    {"\xFF\xFE", "UTF-16 text"},
    {"\xFE\xFF", "UTF-16 text"},
};

absl::string_view SkipBlank(absl::string_view head) {
  absl::ConsumePrefix(&head, "\xEF\xBB\xBF");
  return absl::StripLeadingAsciiWhitespace(head);
}

// More than a tenth of the bytes are control characters that no text has. A
// stray NUL in a text is no reason to refuse it.
bool LooksBinary(absl::string_view head) {
  const auto is_control = [](char c) {
    return absl::ascii_iscntrl(c) && !absl::ascii_isspace(c) && c != '\x1B';
  };
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return static_cast<size_t>(controls) * 10 > head.size();
}

bool EndsWithAny(absl::string_view name,
                 std::initializer_list<absl::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](auto ending) {
    return absl::EndsWithIgnoreCase(name, ending);
  });
}

// `head` without the comments and processing instructions that may come first.
absl::string_view SkipProlog(absl::string_view head) {
  while (absl::StartsWith(head, "<!--") || absl::StartsWith(head, "<?")) {
    const absl::string_view close = head[1] == '!' ? "-->" : ">";
    const size_t end = head.find(close);
    if (end == absl::string_view::npos) return "";
    head = SkipBlank(head.substr(end + close.size()));
  }
  return head;
}

// The same for a document type, which feeds have at most to do harm.
absl::string_view SkipDoctype(absl::string_view head) {
  if (!absl::StartsWithIgnoreCase(head, "<!doctype")) return head;
  size_t end = head.find('>');
  if (head.substr(0, end).find('[') != absl::string_view::npos) {
    end = head.find("]>");
    if (end != absl::string_view::npos) ++end;
  }
  if (end == absl::string_view::npos) return "";
  return SkipProlog(SkipBlank(head.substr(end + 1)));
}

bool BeginsAsFeed(absl::string_view head) {
  head = SkipDoctype(SkipProlog(head));
  for (const absl::string_view tag :
       {"<rss", "<feed", "<rdf:RDF", "<atom:feed"}) {
    if (absl::StartsWith(head, tag)) return true;
  }
  return false;
}

bool BeginsAsHtml(absl::string_view head) {
  head = SkipProlog(head);
  for (const absl::string_view tag : {"<!doctype html", "<html", "<head",
                                      "<body", "<article", "<div", "<meta"}) {
    if (absl::StartsWithIgnoreCase(head, tag)) return true;
  }
  return false;
}

// A brace alone on its line begins an object that goes on below.
Format JsonLayout(absl::string_view head) {
  const absl::string_view line = absl::StripAsciiWhitespace(
      head.substr(0, std::min(head.find('\n'), head.size())));
  const bool cut = head.find('\n') == absl::string_view::npos;
  return cut || absl::EndsWith(line, "}") ? Format::kJsonLines : Format::kJson;
}

}  // namespace

FormatGuess TellFormat(absl::string_view name, absl::string_view head) {
  if (TellPacking(head) != Packing::kNone) return {Format::kPacked, ""};
  if (absl::StartsWith(head, "WARC/")) return {Format::kWarc, ""};
  for (const Signature& signature : kSignatures) {
    if (absl::StartsWith(head, signature.bytes)) {
      return {Format::kUnsupported, signature.what};
    }
  }
  if (LooksBinary(head)) return {Format::kUnsupported, "binary data"};
  if (EndsWithAny(name, {".jsonl", ".ndjson"})) return {Format::kJsonLines, ""};
  const absl::string_view start = SkipBlank(head);
  if (EndsWithAny(name, {".json"})) return {JsonLayout(start), ""};
  if (BeginsAsFeed(start)) return {Format::kFeed, ""};
  if (EndsWithAny(name, {".html", ".htm", ".xhtml"}))
    return {Format::kHtml, ""};
  if (BeginsAsHtml(start)) return {Format::kHtml, ""};
  if (absl::StartsWith(start, "<?xml")) {
    return {Format::kUnsupported, "XML that is neither a feed nor a page"};
  }
  if (absl::StartsWith(start, "{\"") && !EndsWithAny(name, {".txt"})) {
    return {Format::kJsonLines, ""};
  }
  return {Format::kText, ""};
}

}  // namespace concord
