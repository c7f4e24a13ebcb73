// Pages made to hurt a reader of HTML, of any size.

#ifndef CONCORD_TESTS_INGEST_HTML_BOMBS_H_
#define CONCORD_TESTS_INGEST_HTML_BOMBS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace concord {

struct HtmlBomb {
  std::string name;
  std::string page;
};

// Some thirty pages of about `bytes` each: depth, tags that close nothing or
// are never closed, formatting that crosses, attributes without end, references
// and scripts by the thousand.
inline std::vector<HtmlBomb> HtmlBombs(size_t bytes) {
  const auto repeated = [&](const std::string& piece) {
    std::string page;
    while (page.size() < bytes) page += piece;
    return page;
  };
  // <b 0><b 1>...<i 0><i 1>...: formatting to be opened again, over and over.
  const auto numbered = [&](const std::string& name, size_t share) {
    std::string page;
    for (size_t n = 0; page.size() < bytes / share; ++n) {
      absl::StrAppend(&page, "<", name, " ", n, ">");
    }
    return page;
  };
  const std::string formatting = numbered("b", 3) + numbered("i", 3);
  return {
      {"div", repeated("<div>")},
      {"div-text", repeated("<div>a")},
      {"div-closed", repeated("<div>") + repeated("</div>")},
      {"formatting", formatting},
      {"formatting-crossed", formatting + repeated("</b></i>a")},
      {"formatting-paragraphs", formatting + repeated("<p>a")},
      {"paragraphs", repeated("<p>a")},
      {"headings", repeated("<h1>a b")},
      {"titles", "<title>a b c d</title>" + repeated("<h2>a b</h2>")},
      {"lists", repeated("<ul><li>a")},
      {"tables", repeated("<table><tr><td>a")},
      {"end-tags", repeated("</div></b></p>")},
      {"links", repeated("<a href=x>a</b>")},
      {"comments", repeated("<!--")},
      {"comment-ends", repeated("<!--->a")},
      {"declarations", repeated("<!a")},
      {"attributes", "<p " + repeated("a=b ") + ">a"},
      {"attribute-names", "<div " + repeated("a ") + ">a"},
      {"classes", "<div class='" + repeated("ad ") + "'>a"},
      {"quotes", repeated("<p a=\"<p b='")},
      {"open-tag", "<p " + repeated("a='b' ")},
      {"metas", repeated("<meta name=a content=b>")},
      {"scripts", repeated("<script>a</script>")},
      {"open-scripts", repeated("<script></scrip>")},
      {"json-ld",
       repeated(
           "<script type=application/ld+json>{\"a\":\"Article\"}</script>")},
      {"json-ld-deep", "<script type=application/ld+json>" +
                           repeated("{\"mainEntity\":") + "\"Article\"}"},
      {"references", repeated("&amp;&lt&#9999999999;&x")},
      {"ampersands", repeated("&")},
      {"less-than", repeated("<")},
      {"spaces", "a" + repeated(" ") + "a"},
      {"breaks", repeated("a<br>")},
      {"articles", repeated("<article><h1>a b</h1><p>It is so.</article>")},
  };
}

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_HTML_BOMBS_H_
