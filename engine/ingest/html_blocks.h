// The text of a page, block by block.

#ifndef CONCORD_ENGINE_INGEST_HTML_BLOCKS_H_
#define CONCORD_ENGINE_INGEST_HTML_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"
#include "engine/ingest/mapped_text.h"

namespace concord {

// Builds Document.text, source_map and blocks from the texts between tags.
class HtmlBlocks {
 public:
  // What the next text is part of; used when it begins a block.
  struct Setting {
    BlockHint hint = BlockHint::kNone;
    int heading_level = 0;
    uint32_t container = 0;
    bool in_link = false;
    bool keep_space = false;  // inside <pre>
  };

  // Appends text that stands in the page at `source_begin`.
  void AddText(absl::string_view text, size_t source_begin,
               const Setting& setting);

  // A <br> there: a line break, and with another one the end of the block.
  void AddLineBreak(size_t source_begin, size_t source_length);

  // Ends the block; the next text begins another.
  void EndBlock();

  // Ends the last block and writes everything to the document.
  void MoveTo(Document& document);

 private:
  void AddWord(absl::string_view word, size_t source_begin,
               const Setting& setting);
  size_t AddEntity(absl::string_view text, size_t pos, size_t source_begin,
                   const Setting& setting);
  // Opens a block, or writes the white space that is due inside one.
  void Prepare(const Setting& setting, size_t source_begin);
  void AddSpace(size_t source_begin, size_t source_length);
  void Count(size_t begin, const Setting& setting);

  MappedText text_;
  std::vector<Block> blocks_;
  bool open_ = false;
  uint32_t linked_bytes_ = 0;  // of the open block, inside links
  size_t source_end_ = 0;      // behind the last text that was written
  // White space seen and not written: it is dropped at the end of a block.
  size_t space_begin_ = 0;
  size_t space_length_ = 0;
  bool line_break_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_BLOCKS_H_
