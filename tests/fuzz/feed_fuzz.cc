// Any bytes, as a feed; and as XML that comes whole or a byte at a time.

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/xml_tokenizer.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/intake_check.h"

namespace concord {
namespace {

class OneByOne : public ByteSource {
 public:
  explicit OneByOne(absl::string_view bytes) : bytes_(bytes) {}

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override {
    if (bytes_.empty()) return false;
    buffer.push_back(bytes_.front());
    bytes_.remove_prefix(1);
    return true;
  }

 private:
  absl::string_view bytes_;
};

// The tokens, in a few words.
std::string TokensOf(ByteSource& in) {
  XmlTokenizer tokens(in, 1 << 20);
  XmlToken token;
  std::string all;
  absl::StatusOr<bool> more;
  while ((more = tokens.Next(token)).ok() && *more) {
    absl::StrAppend(&all, static_cast<int>(token.kind), token.is_empty, " ",
                    token.begin, " ", token.name, " ", token.attributes, " ",
                    token.bytes, "\n");
  }
  return all;
}

}  // namespace
}  // namespace concord

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::Check;
  const absl::string_view bytes(reinterpret_cast<const char*>(data), size);
  concord::CheckIntake(absl::StrCat("<rss>", bytes), "a.xml");
  if (size > 4096) return 0;
  concord::StringSource whole(bytes);
  concord::OneByOne parts(bytes);
  Check(concord::TokensOf(whole) == concord::TokensOf(parts),
        "how the bytes come makes no difference");
  return 0;
}
