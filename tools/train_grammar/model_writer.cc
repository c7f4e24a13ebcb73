#include "tools/train_grammar/model_writer.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "engine/grammar/model_layout.h"

namespace concord {
namespace {

// One row in this many has its greatest weight cut to fit eight bits. The
// greatest weights are those of the features that matter most: cutting one in
// 500 costs two points of heads.
constexpr size_t kCutOneIn = 5000;

int64_t Greatest(const WeightRow& row) {
  int64_t greatest = 0;
  for (int64_t w : row.weights) greatest = std::max(greatest, std::abs(w));
  return greatest;
}

// What a feature is worth: how much it says, and (by its logarithm, for one
// that is everywhere says little that is new) how often it is asked.
int64_t Worth(const WeightRow& row) {
  int64_t total = 0;
  for (int64_t w : row.weights) total += std::abs(w);
  return total / 256 * std::bit_width(row.uses);
}

// For each slot the row that is worth most, or nullptr.
std::vector<const WeightRow*> Prune(const std::vector<WeightRow>& rows,
                                    uint32_t bits) {
  std::vector<const WeightRow*> slots(size_t{1} << bits, nullptr);
  for (const WeightRow& row : rows) {
    const WeightRow*& slot = slots[SlotOf(row.feature, static_cast<int>(bits))];
    if (slot == nullptr || Worth(row) > Worth(*slot)) slot = &row;
  }
  return slots;
}

// The weight that is to become 127.
int64_t FullScale(const std::vector<const WeightRow*>& slots) {
  std::vector<int64_t> greatest = {1};
  for (const WeightRow* row : slots) {
    if (row != nullptr) greatest.push_back(Greatest(*row));
  }
  const auto at =
      greatest.end() - 1 - static_cast<ptrdiff_t>(greatest.size() / kCutOneIn);
  std::nth_element(greatest.begin(), at, greatest.end());
  return std::max<int64_t>(*at, 1);
}

int8_t Quantize(int64_t weight, int64_t full) {
  const int64_t half = weight < 0 ? -full / 2 : full / 2;
  return static_cast<int8_t>(
      std::clamp<int64_t>((weight * 127 + half) / full, -127, 127));
}

void AppendWide(const std::vector<WeightRow>& rows, uint32_t bits,
                std::string& out) {
  const auto slots = Prune(rows, bits);
  const int64_t full = FullScale(slots);
  for (const WeightRow* row : slots) {
    WideRow wide = {};
    if (row != nullptr) {
      wide.feature = row->feature;
      for (size_t k = 0; k < row->weights.size(); ++k) {
        wide.weight[k] = Quantize(row->weights[k], full);
      }
    }
    out.append(reinterpret_cast<const char*>(&wide), sizeof(wide));
  }
}

void AppendMoves(const std::vector<WeightRow>& rows, uint32_t bits,
                 std::string& out) {
  const auto slots = Prune(rows, bits);
  const int64_t full = FullScale(slots);
  for (const WeightRow* row : slots) {
    MoveRow move = {};
    if (row != nullptr) {
      move.check = static_cast<uint8_t>(row->feature);
      for (size_t k = 0; k < 3; ++k) {
        move.weight[k] = Quantize(row->weights[k], full);
      }
    }
    out.append(reinterpret_cast<const char*>(&move), sizeof(move));
  }
}

void AppendLexicon(const std::vector<LexiconEntry>& entries, uint32_t bits,
                   std::string& out) {
  std::vector<LexiconEntry> table(size_t{1} << bits);
  const size_t mask = table.size() - 1;
  for (const LexiconEntry& entry : entries) {
    size_t slot = SlotOf(entry.form * 0x9E3779B1u, static_cast<int>(bits));
    for (uint32_t probe = 0; probe < kMaxProbes; ++probe) {
      if (table[slot].form == 0) {
        table[slot] = entry;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  out.append(reinterpret_cast<const char*>(table.data()),
             table.size() * sizeof(LexiconEntry));
}

}  // namespace

std::string MakeModelFile(const ModelParts& parts) {
  ModelHeader header = {};
  std::memcpy(header.magic, kModelMagic, sizeof(kModelMagic));
  header.version = kModelVersion;
  header.section_bits[kLexiconSection] = parts.lexicon_bits;
  header.section_bits[kTagSection] = parts.tag_bits;
  header.section_bits[kMoveSection] = parts.move_bits;
  header.section_bits[kLabelSection] = parts.label_bits;
  header.source = parts.source;
  std::memcpy(header.scheme, kGrammarScheme.data(), kGrammarScheme.size());
  std::string file(sizeof(header), '\0');
  AppendLexicon(parts.lexicon, parts.lexicon_bits, file);
  AppendWide(parts.tags, parts.tag_bits, file);
  AppendMoves(parts.moves, parts.move_bits, file);
  AppendWide(parts.labels, parts.label_bits, file);
  header.file_bytes = file.size();
  std::memcpy(file.data(), &header, sizeof(header));
  header.checksum = ModelChecksum(file);
  std::memcpy(file.data(), &header, sizeof(header));
  return file;
}

}  // namespace concord
