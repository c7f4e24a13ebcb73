// make_crawl: writes a made-up crawl of news sites as a WARC file, packed
// record by record; the same for the same arguments. For measuring whole runs:
//
//   build/tools/make_crawl/make_crawl --pages=100000 > crawl.warc.gz
//   concord extract crawl.warc.gz -o articles.pbs

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tools/make_crawl/crawl.h"

namespace concord {
namespace {

int Main(int argc, char** argv) {
  CLI::App app("Writes a made-up crawl to standard output, as a WARC file.");
  size_t pages = 1000;
  uint64_t seed = 1;
  std::string stories = CRAWL_STORIES;
  app.add_option("--pages", pages, "Pages to make")->capture_default_str();
  app.add_option("--seed", seed, "Other pages")->capture_default_str();
  app.add_option("--stories", stories, "What the pages tell");
  CLI11_PARSE(app, argc, argv);
  std::ifstream file(stories);
  const std::vector<StoryKind> kinds =
      ParseStories(std::string(std::istreambuf_iterator<char>(file), {}));
  if (kinds.empty()) {
    std::fprintf(stderr, "make_crawl: no stories in %s\n", stories.c_str());
    return 1;
  }
  CrawlMaker maker(kinds, seed);
  for (size_t i = 0; i < pages; ++i) {
    for (const std::string& record : maker.NextPage()) {
      const std::string packed = PackMember(record);
      std::fwrite(packed.data(), 1, packed.size(), stdout);
    }
  }
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? 0 : 1;
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) { return concord::Main(argc, argv); }
