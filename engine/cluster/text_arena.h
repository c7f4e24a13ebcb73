// Copies of texts that stay where they are.

#ifndef CONCORD_ENGINE_CLUSTER_TEXT_ARENA_H_
#define CONCORD_ENGINE_CLUSTER_TEXT_ARENA_H_

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// Texts lie one behind the other in large blocks; all go with the arena.
class TextArena {
 public:
  // A copy of `text` that lasts as long as the arena.
  absl::string_view Copy(absl::string_view text) {
    if (text.size() > room_) AddBlock(text.size());
    char* const copy = next_;
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {copy, text.size()};
  }

  size_t bytes() const { return bytes_; }

 private:
  static constexpr size_t kBlockBytes = size_t{1} << 20;

  void AddBlock(size_t least) {
    room_ = std::max(least, kBlockBytes);
    blocks_.push_back(std::make_unique<char[]>(room_));
    next_ = blocks_.back().get();
    bytes_ += room_;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t room_ = 0;
  size_t bytes_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_TEXT_ARENA_H_
