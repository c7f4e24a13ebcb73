// What holds for every article, for the fuzz targets that build one.

#ifndef CONCORD_TESTS_FUZZ_ARTICLE_CHECK_H_
#define CONCORD_TESTS_FUZZ_ARTICLE_CHECK_H_

#include <cstdint>
#include <string>

#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "engine/base/utf8.h"
#include "tests/fuzz/check.h"

namespace concord {

inline bool IsBoundary(const std::string& text, uint32_t pos) {
  return pos == text.size() ||
         (pos < text.size() && !IsContinuationByte(text[pos]));
}

// Sections follow each other and slice the text; its map covers it.
inline void CheckArticle(const v1::Article& article) {
  const std::string& text = article.text();
  uint32_t end = 0;
  for (const v1::Section& section : article.sections()) {
    Check(section.kind() != v1::SECTION_KIND_UNSPECIFIED, "a section is told");
    Check(!section.rule().empty(), "a section names its rule");
    Check(section.span().begin_byte() >= end, "sections follow each other");
    end = section.span().end_byte();
    Check(section.span().begin_byte() < end, "a section is not empty");
    Check(end <= text.size(), "a section lies in the text");
    Check(
        IsBoundary(text, section.span().begin_byte()) && IsBoundary(text, end),
        "a section begins and ends between characters");
  }
  uint32_t mapped = 0;
  for (const v1::SourceMapSegment& segment : article.source_map()) {
    Check(segment.text_begin() == mapped, "the map has no gap");
    mapped += segment.text_length();
    Check(segment.source_begin() + segment.source_length() <=
              article.source().bytes(),
          "the map leads into the source");
  }
  Check(article.source_map().empty() || mapped == text.size(),
        "the map covers the text");
  for (const v1::Sentence& sentence : ArticleSentences(article)) {
    Check(!sentence.text().empty(), "a sentence is not empty");
  }
}

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_ARTICLE_CHECK_H_
