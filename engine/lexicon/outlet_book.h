// Outlets as a user knows them: what else an outlet is called, where it is read
// and who owns it.
//
// A file of his own, UTF-8, one outlet a line, columns parted by tabs; a line
// that is empty or begins with '#' says nothing:
//
//   # name              owner          also known as
//   The Calder Post     Calder Media   Calder Post; calderpost.example
//   Ostrey Today        Calder Media   ostreytoday.example
//   Tarn Island Radio
//
// Owner and aliases may be left out. Aliases are parted by ';'; a host is an
// alias as any other, without "www." and the path. Names are compared without
// regard to ASCII case and to how many spaces part their words, and each
// belongs to one outlet.
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(OutletBook book, OutletBook::Open("mine.tsv"));
//   if (const Outlet* outlet = book.Find("calder post")) {
//     outlet->owner;  // "Calder Media"
//   }

#ifndef CONCORD_ENGINE_LEXICON_OUTLET_BOOK_H_
#define CONCORD_ENGINE_LEXICON_OUTLET_BOOK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

struct Outlet {
  std::string name;   // as the file spells it
  std::string owner;  // "" where the file has none
  size_t line = 0;    // of the file, from 1
};

// Read-only once made: safe for use from any number of threads.
class OutletBook {
 public:
  // Longer files are no lists of outlets.
  static constexpr size_t kMostBytes = size_t{16} << 20;

  // A book without outlets.
  OutletBook() = default;

  // Reads the file at `path`. NotFound or another code of the system where it
  // cannot be read; otherwise as Parse().
  static absl::StatusOr<OutletBook> Open(const std::string& path);

  // Reads `text`. InvalidArgument for the first line that does not keep the
  // format: "mine.tsv:3: ...", with `name` for the file.
  static absl::StatusOr<OutletBook> Parse(absl::string_view text,
                                          absl::string_view name);

  // A name as names are compared: in lower case, single spaces between words.
  static std::string Folded(absl::string_view name);

  // The outlet of that name or alias, or nullptr. It lives as long as *this.
  const Outlet* Find(absl::string_view name) const;

  // The outlet read at `host` or at a domain above it:
  // "news.calderpost.example" is of "calderpost.example".
  const Outlet* FindHost(absl::string_view host) const;

  // A checksum of the text it was read from; "" of a book without outlets.
  const std::string& digest() const { return digest_; }

  // In file order.
  const std::vector<Outlet>& outlets() const { return outlets_; }

 private:
  absl::Status AddLine(absl::string_view line, size_t number);
  absl::Status AddName(absl::string_view name);

  std::string digest_;
  std::vector<Outlet> outlets_;
  absl::flat_hash_map<std::string, size_t> by_name_;  // folded -> outlet
};

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_OUTLET_BOOK_H_
