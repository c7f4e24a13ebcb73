// Tables of words: what the engine knows of English, as data.
//
// A table is a file of lexicon/tables/, built into the library. Format: UTF-8,
// one row a line, columns parted by tabs, the first column the key: a word or a
// phrase, lower case (but where its column is named "(case matters)"), its
// words parted by single spaces. A line that begins with '#' is a comment; the
// file's first comments give its columns, its source and who uses it.
//
// Example:
//   const WordTable& titles = WordTable::Named("titles");
//   if (const WordTable::Row* row = titles.Find("prime minister")) {
//     absl::string_view rank = (*row)[1];
//   }

#ifndef CONCORD_ENGINE_LEXICON_WORD_TABLE_H_
#define CONCORD_ENGINE_LEXICON_WORD_TABLE_H_

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// A table, read-only once made: safe for use from any number of threads. Its
// strings live as long as the process.
class WordTable {
 public:
  // The columns of one line, the key first. Every row has as many columns as
  // the table's widest row; missing ones are empty.
  using Row = std::vector<absl::string_view>;

  // The table of lexicon/tables/NAME.tsv, parsed at its first use and kept.
  // A name that no file has is a bug of ours and ends the process.
  static const WordTable& Named(absl::string_view name);

  // Parses a table. `text` must outlive it. Where a key stands twice, the first
  // row is found.
  explicit WordTable(absl::string_view text);

  // The row of `key`, or nullptr. The key is compared byte for byte: lower-case
  // it first. O(1).
  const Row* Find(absl::string_view key) const;
  bool Contains(absl::string_view key) const { return Find(key) != nullptr; }

  // All rows, in file order.
  absl::Span<const Row> rows() const { return rows_; }

  // Number of words in the longest key: how far a phrase matcher must look.
  size_t max_key_words() const { return max_key_words_; }

 private:
  std::vector<Row> rows_;
  absl::flat_hash_map<absl::string_view, size_t> by_key_;
  size_t max_key_words_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_WORD_TABLE_H_
