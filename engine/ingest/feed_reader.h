// RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0) as documents: an item or an entry
// each.
//
//   of an item      is read from, the first that is there
//   its text        content:encoded, content; else description, summary
//   title           title
//   address         link (of Atom's those that are "alternate"); else a guid
//                   that is an address
//   external id     guid, id; else the address
//   published       pubDate, published, issued, created, dc:date; else the next
//   modified        updated, modified, dcterms:modified
//   author          author (the name in it), dc:creator
//   outlet          the title of its source; else of the feed
//
// The text is read as HTML, but where Atom says that it is plain. The decoded
// text is the source, that source maps and digests speak of;
// Source.record_offset is where the item begins. Items without text are skipped
// with a count. Names count with the prefixes that everybody uses, whatever
// their declarations say. See xml_tokenizer.h for what is not read of XML.

#ifndef CONCORD_ENGINE_INGEST_FEED_READER_H_
#define CONCORD_ENGINE_INGEST_FEED_READER_H_

#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/xml_tokenizer.h"

namespace concord {

// Reads one feed in memory of one item of at most max_record_bytes. Not safe
// for use from two threads at once.
class FeedReader {
 public:
  // `in` and `intake` must outlive this. `place` is that of the file.
  FeedReader(ByteSource& in, Intake& intake, Place place);

  // Reads the feed to its end. REQUIRES: called once.
  void Read();

 private:
  // What is told of an item; of equal sources of a field the first counts.
  struct Item {
    std::string content, summary, title, link, id, published, updated, author,
        source;
    bool content_is_markup = true;
    bool summary_is_markup = true;
    bool title_is_markup = false;
    bool id_is_link = true;
    size_t bytes = 0;
  };
  // The element that is being read.
  struct Field {
    std::string name;
    std::string attributes;
    std::string text;    // decoded
    std::string markup;  // as it stands, with the tags
    std::string inside;  // name of the element inside it that began last
    int same_inside = 0;
    bool has_tags = false;
  };

  absl::Status ReadTokens();
  void StartTag(const XmlToken& token);
  void EndTag(const XmlToken& token);
  void Text(const XmlToken& token);
  void CloseField();
  void TakeField(const Field& field);
  void TakeLink(const Field& field);
  void CloseItem();
  void Deliver(Item item);

  Intake& intake_;
  Place place_;
  XmlTokenizer tokens_;
  std::string feed_title_;
  Item item_;
  Field field_;
  bool in_item_ = false;
  bool in_field_ = false;
  bool too_long_ = false;  // the item; reported, and read no further
  bool found_any_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_FEED_READER_H_
