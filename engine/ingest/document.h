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
  kFurniture,  // nav, aside, footer, form, or a block that is mostly links
};

// A run of text that the markup sets apart.
struct Block {
  ByteSpan span;
  BlockHint hint = BlockHint::kNone;
  int heading_level = 0;      // 1 to 6 for kHeading
  float link_density = 0.0f;  // share of its characters inside links
};

// One document. Metadata is as the drop gives it, empty where it gives none.
struct Document {
  std::string text;  // valid UTF-8, no NUL
  // Covers all of `text`, in order.
  std::vector<v1::SourceMapSegment> source_map;
  uint32_t repaired_sequences = 0;
  v1::Source source;
  Layout layout = Layout::kProse;
  std::vector<Block> blocks;  // for kMarkup, in text order; else empty

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
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_DOCUMENT_H_
