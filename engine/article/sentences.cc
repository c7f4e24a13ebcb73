#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "engine/article/sections.h"
#include "engine/base/span.h"
#include "engine/text/sentence.h"

namespace concord {
namespace {

v1::Sentence MakeSentence(const v1::Article& article,
                          const v1::Section& section, ByteSpan span) {
  v1::Sentence sentence;
  sentence.set_article_id(article.article_id());
  sentence.mutable_span()->set_begin_byte(span.begin);
  sentence.mutable_span()->set_end_byte(span.end);
  const absl::string_view words = Slice(article.text(), span);
  sentence.set_text(words.data(), words.size());
  sentence.set_section(section.kind());
  return sentence;
}

}  // namespace

std::vector<v1::Sentence> ArticleSentences(const v1::Article& article) {
  std::vector<v1::Sentence> sentences;
  for (const v1::Section& section : article.sections()) {
    if (!IsRead(section.kind())) continue;
    const ByteSpan span = {section.span().begin_byte(),
                           section.span().end_byte()};
    for (const ByteSpan sentence : SplitSentences(article.text(), span)) {
      sentences.push_back(MakeSentence(article, section, sentence));
    }
  }
  return sentences;
}

}  // namespace concord
