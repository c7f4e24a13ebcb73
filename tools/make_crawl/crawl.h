// A crawl of made-up news sites, of any size, the same for a seed: WARC records
// as a crawler writes them.

#ifndef CONCORD_TOOLS_MAKE_CRAWL_CRAWL_H_
#define CONCORD_TOOLS_MAKE_CRAWL_CRAWL_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// The facts of one kind of event, each in several wordings; the first is the
// headline.
using StoryKind = std::vector<std::vector<std::string>>;

// Reads stories.txt.
std::vector<StoryKind> ParseStories(absl::string_view text);

// Makes the records of one page after the other: the request, the answer with
// the page (plain, or by gzip, or in chunks), and now and then what else a
// crawl holds: an image, a page that is gone, a revisit.
//
// Events are told by four outlets each, every sentence in one of its wordings;
// one outlet in ten has another number.
class CrawlMaker {
 public:
  // `kinds` must outlive this.
  CrawlMaker(const std::vector<StoryKind>& kinds, uint64_t seed)
      : kinds_(kinds), random_(seed) {}

  // The records of the next page, each to be packed by itself.
  std::vector<std::string> NextPage();

 private:
  void NewEvent();
  std::string Name();
  std::string Fill(const std::string& wording);
  std::string Article();
  std::string Page(absl::string_view outlet);
  std::string Answer(absl::string_view page);

  const std::vector<StoryKind>& kinds_;
  std::mt19937_64 random_;
  size_t pages_ = 0;
  const StoryKind* kind_ = nullptr;
  std::string town_, company_, first_, second_, place_;
  size_t number_ = 0, amount_ = 0, day_ = 1;
};

// `content` as one member of gzip data.
std::string PackMember(absl::string_view content);

}  // namespace concord

#endif  // CONCORD_TOOLS_MAKE_CRAWL_CRAWL_H_
