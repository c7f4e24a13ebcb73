// Texts whose lines say what they are: "headline | Two trams collide". A label
// of several words stands for several sections on one line; "..." continues the
// section of the line before. Lines that begin with '#' are comments.

#ifndef CONCORD_TESTS_ARTICLE_LABELLED_TEXT_H_
#define CONCORD_TESTS_ARTICLE_LABELLED_TEXT_H_

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"

namespace concord {

struct LabelledText {
  std::string text;
  std::string expected;  // "kind: words" a line, as Describe() prints them
};

// The labels, and the kinds that each may stand for.
inline std::string LabelOf(v1::SectionKind kind) {
  switch (kind) {
    case v1::SECTION_KIND_BOILERPLATE:
      return "furniture";
    case v1::SECTION_KIND_TIMESTAMP:
      return "timestamp";
    default:
      break;
  }
  const std::string name = v1::SectionKind_Name(kind);
  return absl::AsciiStrToLower(name.substr(sizeof("SECTION_KIND_") - 1));
}

inline LabelledText ReadLabelledText(const std::string& path,
                                     absl::string_view line_end = "\n") {
  std::ifstream in(path);
  LabelledText read;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] == '#') continue;
    const size_t bar = line.find("| ");
    if (bar != std::string::npos) {
      const std::string label(absl::StripAsciiWhitespace(line.substr(0, bar)));
      if (label != "...") absl::StrAppend(&read.expected, label, "\n");
      line = line.substr(bar + 2);
    }
    absl::StrAppend(&read.text, line, line_end);
  }
  return read;
}

// The labels of the sections, those of one line (or of one paragraph wrapped
// by hand) together.
inline std::string DescribeSections(const v1::Article& article) {
  std::string labels;
  uint32_t end = 0;
  for (const v1::Section& section : article.sections()) {
    const uint32_t begin = section.span().begin_byte();
    const absl::string_view between =
        absl::string_view(article.text()).substr(end, begin - end);
    const bool new_line = absl::StrContains(between, '\n');
    absl::StrAppend(&labels,
                    labels.empty() ? ""
                    : new_line     ? "\n"
                                   : " ",
                    LabelOf(section.kind()));
    end = section.span().end_byte();
  }
  return labels + "\n";
}

}  // namespace concord

#endif  // CONCORD_TESTS_ARTICLE_LABELLED_TEXT_H_
