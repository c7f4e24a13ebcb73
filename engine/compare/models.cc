#include "engine/compare/models.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

// The assembler takes the files in as they are. CONCORD_COMPARE_MODELS is their
// folder, set by CMakeLists.txt.
asm(".section .rodata\n"
    ".globl concord_same_trees\n"
    "concord_same_trees:\n"
    ".incbin \"" CONCORD_COMPARE_MODELS
    "/same.trees\"\n"
    ".byte 0\n"
    ".globl concord_conflict_trees\n"
    "concord_conflict_trees:\n"
    ".incbin \"" CONCORD_COMPARE_MODELS
    "/conflict.trees\"\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char concord_same_trees[];
extern const char concord_conflict_trees[];
}

namespace concord {
namespace {

const BoostedTrees* Read(absl::string_view text) {
  absl::StatusOr<BoostedTrees> trees = ParseTrees(text);
  if (!trees.ok()) {
    std::cerr << "built-in model: " << trees.status() << "\n";
    std::abort();
  }
  return new BoostedTrees(*std::move(trees));
}

}  // namespace

const BoostedTrees& SameModel() {
  static const BoostedTrees* const trees = Read(concord_same_trees);
  return *trees;
}

const BoostedTrees& ConflictModel() {
  static const BoostedTrees* const trees = Read(concord_conflict_trees);
  return *trees;
}

}  // namespace concord
