// Any bytes to the reader of a user's outlets.

#include <cstddef>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/outlet_book.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::Check;
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const auto book = concord::OutletBook::Parse(text, "mine.tsv");
  if (!book.ok()) {
    Check(absl::StartsWith(book.status().message(), "mine.tsv:"),
          "an error names the file");
    return 0;
  }
  for (const concord::Outlet& outlet : book->outlets()) {
    const concord::Outlet* found = book->Find(outlet.name);
    Check(found != nullptr && found->name == outlet.name,
          "an outlet is found by its name");
    const concord::Outlet* host = book->FindHost(outlet.name);
    Check(host == found || outlet.name.size() > 255,
          "a host that is a name is found as such");
  }
  book->Find(text);
  book->FindHost(text);
  return 0;
}
