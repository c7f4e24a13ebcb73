// Any bytes, made UTF-8 as the engine makes them, to quantities, times and
// names.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/ingest/mapped_text.h"
#include "engine/text/sentence.h"
#include "engine/text/token.h"
#include "engine/value/name.h"
#include "engine/value/quantity.h"
#include "engine/value/time.h"
#include "tests/fuzz/check.h"

namespace concord {
namespace {

template <typename Found>
void CheckSpans(const std::vector<Found>& found, absl::string_view text) {
  for (const Found& one : found) {
    Check(one.span().begin_byte() <= one.span().end_byte() &&
              one.span().end_byte() <= text.size(),
          "a value's span lies in the text");
  }
}

void FindAll(absl::string_view text, ByteSpan sentence,
             const std::optional<v1::TimeInterval>& published) {
  const std::vector<Token> tokens = Tokenize(text, sentence);
  for (const v1::Quantity& q : FindQuantities(text, tokens)) {
    Check(q.low() <= q.high(), "a quantity is an interval");
  }
  CheckSpans(FindQuantities(text, tokens), text);
  CheckSpans(FindTimes(text, tokens, published), text);
  const std::vector<v1::Entity> names = FindNames(text, tokens);
  CheckSpans(names, text);
  NameBook book;
  for (const v1::Entity& name : names) book.Add(name);
  for (const v1::Entity& name : names) book.FullName(name.name());
}

}  // namespace
}  // namespace concord

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto& published = *new std::optional<concord::v1::TimeInterval>(
      concord::ParseTimestamp("2024-03-11"));
  const std::string text = concord::RepairedUtf8(
      absl::string_view(reinterpret_cast<const char*>(data), size));
  concord::ParseTimestamp(text);
  const concord::ByteSpan all{0, static_cast<uint32_t>(text.size())};
  for (concord::ByteSpan s : concord::SplitSentences(text, all)) {
    concord::FindAll(text, s, published);
    concord::FindAll(text, s, std::nullopt);
  }
  return 0;
}
