#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

void AddSection(v1::Article& article, v1::SectionKind kind,
                const std::string& words) {
  const size_t begin = article.text().find(words);
  v1::Section& section = *article.add_sections();
  section.set_kind(kind);
  section.mutable_span()->set_begin_byte(static_cast<uint32_t>(begin));
  section.mutable_span()->set_end_byte(
      static_cast<uint32_t>(begin + words.size()));
}

TEST(SentencesTest, AreThoseOfTheArticlesOwnWords) {
  v1::Article article;
  article.set_article_id("a");
  article.set_text(
      "Dam fails\n\nBy Ann Lee\n\nA dam failed. Nobody died.\n"
      "Share this.");
  AddSection(article, v1::SECTION_KIND_HEADLINE, "Dam fails");
  AddSection(article, v1::SECTION_KIND_BYLINE, "By Ann Lee");
  AddSection(article, v1::SECTION_KIND_BODY, "A dam failed. Nobody died.");
  AddSection(article, v1::SECTION_KIND_NOTICE, "Share this.");
  std::vector<std::string> texts;
  for (const v1::Sentence& sentence : ArticleSentences(article)) {
    EXPECT_EQ(sentence.article_id(), "a");
    EXPECT_EQ(article.text().substr(
                  sentence.span().begin_byte(),
                  sentence.span().end_byte() - sentence.span().begin_byte()),
              sentence.text());
    texts.push_back(sentence.text());
  }
  EXPECT_EQ(texts, std::vector<std::string>(
                       {"Dam fails", "A dam failed.", "Nobody died."}));
}

}  // namespace
}  // namespace concord
