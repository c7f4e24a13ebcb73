// Any text, scraped or clean, to an article. The first byte tells which.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "engine/article/article.h"
#include "engine/ingest/document.h"
#include "engine/ingest/mapped_text.h"
#include "tests/fuzz/article_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::Document;
  using concord::Layout;
  if (size == 0) return 0;
  const absl::string_view bytes(reinterpret_cast<const char*>(data) + 1,
                                size - 1);
  Document document;
  document.layout = data[0] % 2 == 0 ? Layout::kScraped : Layout::kProse;
  document.text = concord::RepairedUtf8(bytes);
  if (data[0] % 4 == 1) {  // a title, and the fields of a drop
    document.title = document.text.substr(0, document.text.find('\n'));
    document.published = document.modified = document.title;
    document.uri = document.author = document.title;
    document.language = "en";
  }
  concord::CheckArticle(concord::BuildArticle(std::move(document)));
  return 0;
}
