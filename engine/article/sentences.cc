#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "engine/base/span.h"
#include "engine/text/sentence.h"

namespace concord {
namespace {

bool HoldsSentences(v1::SectionKind kind) {
  return kind == v1::SECTION_KIND_HEADLINE ||
         kind == v1::SECTION_KIND_STANDFIRST ||
         kind == v1::SECTION_KIND_BODY || kind == v1::SECTION_KIND_CAPTION;
}

}  // namespace

std::vector<v1::Sentence> ArticleSentences(const v1::Article& article) {
  std::vector<v1::Sentence> sentences;
  for (const v1::Section& section : article.sections()) {
    if (!HoldsSentences(section.kind())) continue;
    const ByteSpan run = {section.span().begin_byte(),
                          section.span().end_byte()};
    for (const ByteSpan span : SplitSentences(article.text(), run)) {
      v1::Sentence& sentence = sentences.emplace_back();
      sentence.set_article_id(article.article_id());
      sentence.mutable_span()->set_begin_byte(span.begin);
      sentence.mutable_span()->set_end_byte(span.end);
      sentence.set_text(std::string(Slice(article.text(), span)));
      sentence.set_section(section.kind());
    }
  }
  return sentences;
}

}  // namespace concord
