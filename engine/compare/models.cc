#include "engine/compare/models.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

// The assembler takes the files in as they are, each ended by a zero.
// CONCORD_COMPARE_MODELS is their folder, set by CMakeLists.txt.
#define CONCORD_EMBED(symbol, file)                \
  asm(".section .rodata\n"                         \
      ".globl " symbol "\n" symbol                 \
      ":\n"                                        \
      ".incbin \"" CONCORD_COMPARE_MODELS "/" file \
      "\"\n"                                       \
      ".byte 0\n"                                  \
      ".previous\n")

CONCORD_EMBED("concord_same_trees", "same.trees");
CONCORD_EMBED("concord_same_linear", "same.linear");
CONCORD_EMBED("concord_conflict_trees", "conflict.trees");
CONCORD_EMBED("concord_conflict_linear", "conflict.linear");

extern "C" {
extern const char concord_same_trees[];
extern const char concord_same_linear[];
extern const char concord_conflict_trees[];
extern const char concord_conflict_linear[];
}

namespace concord {
namespace {

// Chosen on pairs that the models were not trained on.
constexpr float kSameLinearShare = 0.3f;
constexpr float kConflictLinearShare = 0.25f;

template <typename T>
T BuiltIn(absl::StatusOr<T> model) {
  if (!model.ok()) {
    std::cerr << "built-in model: " << model.status() << "\n";
    std::abort();
  }
  return *std::move(model);
}

const PairModel* Read(absl::string_view trees, absl::string_view linear,
                      float linear_share) {
  return new PairModel{FastTrees(BuiltIn(ParseTrees(trees))),
                       BuiltIn(ParseLinear(linear)), linear_share};
}

}  // namespace

const PairModel& SameModel() {
  static const PairModel* const model =
      Read(concord_same_trees, concord_same_linear, kSameLinearShare);
  return *model;
}

const PairModel& ConflictModel() {
  static const PairModel* const model = Read(
      concord_conflict_trees, concord_conflict_linear, kConflictLinearShare);
  return *model;
}

}  // namespace concord
