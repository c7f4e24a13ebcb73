// A large array of plain, zero-initialised elements.
//
// From two megabytes on it comes from the kernel with huge pages asked for: a
// random line then costs one miss and not two, a first touch a hundredth.

#ifndef CONCORD_ENGINE_CLUSTER_HUGE_ARRAY_H_
#define CONCORD_ENGINE_CLUSTER_HUGE_ARRAY_H_

#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include "absl/types/span.h"

namespace concord {

// `bytes` zero bytes on a 64-byte boundary; ends the process where there are
// none left. Free with the same size.
void* AllocateZeroed(size_t bytes);
void FreeZeroed(void* p, size_t bytes);

// Movable. An element is valid where all its bytes are zero.
template <typename T>
class HugeArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  HugeArray() = default;
  explicit HugeArray(size_t size)
      : data_(size == 0 ? nullptr
                        : static_cast<T*>(AllocateZeroed(size * sizeof(T)))),
        size_(size) {}
  HugeArray(HugeArray&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  HugeArray& operator=(HugeArray&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~HugeArray() {
    if (data_ != nullptr) FreeZeroed(data_, size_ * sizeof(T));
  }

  size_t size() const { return size_; }
  size_t bytes() const { return size_ * sizeof(T); }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }

  // Moves the first `used` elements to an array of `size`.
  void Grow(size_t used, size_t size) {
    HugeArray larger(size);
    if (used > 0) std::memcpy(larger.data_, data_, used * sizeof(T));
    *this = std::move(larger);
  }

 private:
  T* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_HUGE_ARRAY_H_
