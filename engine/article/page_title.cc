#include "engine/article/page_title.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/article/line_words.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

// What parts a title from the name of its site.
constexpr absl::string_view kMarks[] = {" | ", " - ", " – ", " — ",
                                        " · ", " • ", " » ", ": "};
// Headings that are compared with the title, and marks of each kind at which it
// is cut.
constexpr size_t kMostHeadings = 16;
constexpr size_t kLongestHeading = 500;  // bytes
constexpr size_t kMostCuts = 8;

// The words of the page's first headings.
std::vector<LineWords> HeadingsOf(const Document& document) {
  std::vector<LineWords> headings;
  for (const Block& block : document.blocks) {
    if (block.hint != BlockHint::kHeading || block.heading_level > 2) continue;
    if (headings.size() == kMostHeadings) break;
    if (block.span.size() > kLongestHeading) continue;
    headings.emplace_back(Slice(document.text, block.span));
  }
  return headings;
}

bool SameTexts(const LineWords& a, const LineWords& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const LineWord& x, const LineWord& y) { return x.text == y.text; });
}

// True where a heading has these words. One word may be a rubric.
bool IsAmong(const std::vector<LineWords>& headings, absl::string_view part) {
  const LineWords words(part);
  return words.size() >= 2 && std::any_of(headings.begin(), headings.end(),
                                          [&](const LineWords& heading) {
                                            return SameTexts(heading, words);
                                          });
}

// What stands before and behind each mark of the title.
std::vector<absl::string_view> PartsOf(absl::string_view title) {
  std::vector<absl::string_view> parts;
  for (const absl::string_view mark : kMarks) {
    size_t at = title.find(mark);
    for (size_t n = 0; n < kMostCuts && at != title.npos; ++n) {
      parts.push_back(title.substr(0, at));
      parts.push_back(title.substr(at + mark.size()));
      at = title.find(mark, at + 1);
    }
  }
  return parts;
}

// The longest part that is a heading: the site's name may be one too.
absl::string_view PartThatHeads(const std::vector<absl::string_view>& parts,
                                const std::vector<LineWords>& headings) {
  absl::string_view longest;
  for (const absl::string_view part : parts) {
    if (part.size() > longest.size() && IsAmong(headings, part)) longest = part;
  }
  return longest;
}

// The part beside the one that is the outlet's name.
absl::string_view PartWithoutOutlet(const std::vector<absl::string_view>& parts,
                                    absl::string_view outlet) {
  if (outlet.empty()) return "";
  for (size_t i = 0; i < parts.size(); ++i) {
    if (SameWords(parts[i], outlet)) return parts[i ^ 1];
  }
  return "";
}

}  // namespace

std::string PageTitle(const Document& document) {
  const std::vector<LineWords> headings = HeadingsOf(document);
  if (IsAmong(headings, document.title)) return document.title;
  const std::vector<absl::string_view> parts = PartsOf(document.title);
  absl::string_view part = PartThatHeads(parts, headings);
  if (part.empty()) part = PartWithoutOutlet(parts, document.outlet);
  return part.empty() ? document.title
                      : std::string(absl::StripAsciiWhitespace(part));
}

}  // namespace concord
