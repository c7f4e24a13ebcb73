// Any bytes as a page, to a document and on to an article.

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/string_view.h"
#include "engine/article/article.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_reader.h"
#include "tests/fuzz/article_check.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::Block;
  using concord::Check;
  using concord::Document;
  const absl::string_view page(reinterpret_cast<const char*>(data), size);
  Document document = concord::ReadHtml(page);
  Check(!document.containers.empty(), "the page is a container");
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    Check(block.span.begin >= end, "blocks follow each other");
    Check(!block.span.empty(), "a block is not empty");
    end = block.span.end;
    Check(end <= document.text.size(), "a block lies in the text");
    Check(block.container < document.containers.size(),
          "a block lies in a container");
  }
  for (size_t c = 1; c < document.containers.size(); ++c) {
    Check(document.containers[c].parent < c, "a parent comes first");
    Check(document.containers[c].end > c, "a container ends behind itself");
    Check(document.containers[c].end <=
              document.containers[document.containers[c].parent].end,
          "a container ends inside its parent");
  }
  concord::CheckArticle(concord::BuildArticle(std::move(document)));
  return 0;
}
