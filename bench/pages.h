// Pages of news as they arrive, of generated words: the same on every machine.

#ifndef CONCORD_BENCH_PAGES_H_
#define CONCORD_BENCH_PAGES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace concord {

// HTML of some 28 KB, a quarter of it article: metadata, styles and scripts, a
// menu, paragraphs with links and entities, a figure, related links, a footer.
std::string MakeHtmlPage(uint64_t seed);

// Scraped text of some 7 KB: a headline, a byline, a time, paragraphs with a
// caption among them, related headlines and notices of the site.
std::string MakeScrapedText(uint64_t seed);

// `count` of each, with seeds from 1 on.
std::vector<std::string> MakeHtmlPages(size_t count);
std::vector<std::string> MakeScrapedTexts(size_t count);

}  // namespace concord

#endif  // CONCORD_BENCH_PAGES_H_
