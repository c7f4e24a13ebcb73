#include "bench/pages.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "bench/workload.h"

namespace concord {
namespace {

constexpr size_t kParagraphs = 18;
constexpr size_t kSentencesOfAParagraph = 3;

// Hands out generated sentences, one after the other.
class Prose {
 public:
  explicit Prose(uint64_t seed) {
    WorkloadOptions options = ShortClaims(150);
    options.copy_share = 0.0;
    options.seed = seed;
    sentences_ = GenerateTexts(options);
  }

  const std::string& Sentence() {
    return sentences_[next_++ % sentences_.size()];
  }

  // Without its full stop, and short.
  std::string Headline() {
    const std::string& sentence = Sentence();
    return sentence.substr(0, sentence.find(' ', sentence.size() / 3));
  }

  std::string Paragraph() {
    std::string paragraph;
    for (size_t i = 0; i < kSentencesOfAParagraph; ++i) {
      absl::StrAppend(&paragraph, i == 0 ? "" : " ", Sentence());
    }
    return paragraph;
  }

 private:
  std::vector<std::string> sentences_;
  size_t next_ = 0;
};

std::string Repeated(absl::string_view piece, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) absl::StrAppend(&all, piece);
  return all;
}

std::string Head(const std::string& title) {
  return absl::StrCat(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>",
      title, " | Harbour Post</title>\n<meta property=\"og:title\" content=\"",
      title,
      "\">\n<meta property=\"og:site_name\" content=\"Harbour Post\">\n"
      "<meta property=\"article:published_time\" "
      "content=\"2026-03-04T09:30:00Z\">\n<style>\n",
      Repeated(".card .title{font:700 1rem/1.4 serif;margin:0 auto}\n", 80),
      "</style>\n<script>\n",
      Repeated("window.queue=window.queue||[];queue.push({slot:\"top\"});\n",
               80),
      "</script>\n</head>\n<body class=\"page\">\n");
}

std::string Links(absl::string_view wrapper, size_t count, Prose& prose) {
  std::string items;
  for (size_t i = 0; i < count; ++i) {
    absl::StrAppend(&items, "<li class=\"item\"><a href=\"/news/2026/", i,
                    "\" data-track=\"list-", i, "\">", prose.Headline(),
                    "</a></li>\n");
  }
  return absl::StrReplaceAll(wrapper, {{"$", items}});
}

// With a link, an emphasis and an entity, where there are commas to bear them.
std::string MarkedUp(const std::string& paragraph) {
  const std::string marked =
      absl::StrReplaceAll(paragraph, {{", ", " &mdash; <em>and</em> "}});
  const size_t space = marked.find(' ');
  return absl::StrCat("<p class=\"text\"><a href=\"/topic/1\">",
                      marked.substr(0, space), "</a>", marked.substr(space),
                      "</p>\n");
}

std::string ArticleElement(const std::string& title, Prose& prose) {
  std::string html = absl::StrCat(
      "<article class=\"story\">\n<h1>", title,
      "</h1>\n<div class=\"byline\">By Ilse Marden</div>\n<time "
      "datetime=\"2026-03-04T09:30:00Z\">4 March 2026</time>\n<figure><img "
      "src=\"/a.jpg\" alt=\"\"><figcaption>",
      prose.Sentence(), "</figcaption></figure>\n");
  for (size_t i = 0; i < kParagraphs; ++i) {
    absl::StrAppend(&html, MarkedUp(prose.Paragraph()));
  }
  return absl::StrCat(html, "</article>\n");
}

}  // namespace

std::string MakeHtmlPage(uint64_t seed) {
  Prose prose(seed);
  const std::string title = prose.Headline();
  return absl::StrCat(
      Head(title), Links("<nav><ul>\n$</ul></nav>\n", 40, prose), "<main>\n",
      ArticleElement(title, prose),
      Links("<aside class=\"related\"><h2>Read more</h2><ul>\n$</ul></aside>\n",
            20, prose),
      "</main>\n",
      Links("<footer><ul>\n$</ul>&copy; Harbour Post</footer>\n", 20, prose),
      "</body>\n</html>\n");
}

std::string MakeScrapedText(uint64_t seed) {
  Prose prose(seed);
  std::string text = absl::StrCat(
      prose.Headline(),
      "\n\nBy Ilse Marden\nMarch 4, 2026 / 9:30 AM\n\nShare\nTweet\n\n");
  for (size_t i = 0; i < kParagraphs; ++i) {
    absl::StrAppend(&text, prose.Paragraph(), "\n\n");
    if (i == 4) {
      absl::StrAppend(&text, prose.Sentence(),
                      " (Photo: Ruth Calder/Harbour Post)\n\n");
    }
  }
  absl::StrAppend(&text, "Related stories\n");
  for (int i = 0; i < 10; ++i) absl::StrAppend(&text, prose.Headline(), "\n");
  return absl::StrCat(text,
                      "\nSign up for our newsletter\nTerms of use\n"
                      "© 2026 Harbour Post. All rights reserved.\n");
}

std::vector<std::string> MakeHtmlPages(size_t count) {
  std::vector<std::string> pages;
  for (size_t i = 1; i <= count; ++i) pages.push_back(MakeHtmlPage(i));
  return pages;
}

std::vector<std::string> MakeScrapedTexts(size_t count) {
  std::vector<std::string> texts;
  for (size_t i = 1; i <= count; ++i) texts.push_back(MakeScrapedText(i));
  return texts;
}

}  // namespace concord
