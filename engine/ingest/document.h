// A document: one record of a drop, decoded to valid UTF-8, with the way back
// to its bytes. What ingest/ makes and article/ reads.

#ifndef CONCORD_ENGINE_INGEST_DOCUMENT_H_
#define CONCORD_ENGINE_INGEST_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/base/span.h"

namespace concord {

// How far the text can be trusted to be article.
enum class Layout : uint8_t {
  kProse,    // JSON `text`: clean prose, perhaps led by its title
  kScraped,  // a text file: lines of article and of page furniture
  kMarkup,   // HTML: blocks with hints
};

// What the markup says of a block.
enum class BlockHint : uint8_t {
  kNone,
  kHeading,    // h1 to h6
  kParagraph,  // p, blockquote
  kListItem,
  kCaption,    // figcaption
  kFurniture,  // a paragraph or item named as something else: a byline, a tag
};

// A run of text that the markup sets apart.
struct Block {
  ByteSpan span;
  BlockHint hint = BlockHint::kNone;
  int heading_level = 0;      // 1 to 6 for kHeading
  float link_density = 0.0f;  // share of its bytes inside links
  uint32_t container = 0;     // index of the element that holds it
};

// What an element's tag and names say that it holds. Names mislead: whole pages
// stand in forms and in elements named for a sidebar that they do not have.
enum class ContainerHint : uint8_t {
  kNone,
  kArticle,    // article, main
  kBody,       // "story-body"
  kFurniture,  // nav, aside, footer, form, "related-links"
  kComments,   // "comments"
};

// An element that holds blocks, such as a div or an article.
struct Container {
  uint32_t parent = 0;  // index; its own for the outermost
  uint32_t end = 0;     // one past the index of the last container inside it
  ContainerHint hint = ContainerHint::kNone;
};

// One document. Metadata is as the drop gives it, empty where it gives none.
struct Document {
  std::string text;  // valid UTF-8, no NUL
  // Covers all of `text`, in order.
  std::vector<v1::SourceMapSegment> source_map;
  uint32_t repaired_sequences = 0;
  v1::Source source;
  Layout layout = Layout::kProse;
  // For kMarkup; else empty. Blocks are in text order; containers in the order
  // in which they begin, so that those inside one follow it. There is at least
  // one container, the page.
  std::vector<Block> blocks;
  std::vector<Container> containers;

  std::string external_id;
  // Tells the document from others of its publisher where it has no address:
  // its own id, or else its place in the drop, "file.jsonl:7". A line number
  // alone would make strangers in two files look like revisions.
  std::string local_id;
  // Stands for the publisher in ids where the outlet is unknown: the name of
  // the folder that holds the file.
  std::string folder;
  std::string uri;
  std::string outlet;
  std::string title;
  std::string published;  // as written
  std::string modified;   // as written
  std::string language;
  std::string author;
  std::string fetched;  // when a crawler got it, as written
  std::string agency;   // that the drop names as the origin of the text
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_DOCUMENT_H_
