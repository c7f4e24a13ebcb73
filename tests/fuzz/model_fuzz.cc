// Any bytes to the reader of weights: as they are, and with a header that says
// they are whole, for else the checksum would turn all of them away.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/model.h"
#include "engine/grammar/model_layout.h"
#include "tests/fuzz/aligned_bytes.h"
#include "tests/fuzz/tree_check.h"

namespace concord {
namespace {

// A model that can be read must be one that can be used.
void ReadAndParse(absl::string_view bytes) {
  const auto model = GrammarModel::FromBytes(bytes);
  if (!model.ok()) return;
  const std::string text = "Police in Oslo said that \"two\" men, 31, fled.";
  const std::vector<Token> tokens = Tokenize(text);
  Parser parser(**model);
  ParsedSentence parse;
  parser.Parse(text, tokens, parse);
  CheckTree(parse, tokens.size());
}

void MakeWhole(AlignedBytes& bytes) {
  ModelHeader header;
  if (bytes.view().size() < sizeof(header)) return;
  std::memcpy(&header, bytes.data(), sizeof(header));
  std::memcpy(header.magic, kModelMagic, sizeof(kModelMagic));
  header.version = kModelVersion;
  std::memset(header.scheme, 0, sizeof(header.scheme));
  std::memcpy(header.scheme, kGrammarScheme.data(), kGrammarScheme.size());
  header.file_bytes = bytes.view().size();
  std::memcpy(bytes.data(), &header, sizeof(header));
  header.checksum = ModelChecksum(bytes.view());
  std::memcpy(bytes.data(), &header, sizeof(header));
}

}  // namespace
}  // namespace concord

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  concord::AlignedBytes bytes(data, size);
  concord::ReadAndParse(bytes.view());
  concord::MakeWhole(bytes);
  concord::ReadAndParse(bytes.view());
  return 0;
}
