#include "engine/cluster/huge_array.h"

#include <sys/mman.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace concord {
namespace {

constexpr size_t kAlignment = 64;
constexpr size_t kHugeFrom = size_t{1} << 20;

[[noreturn]] void OutOfMemory(size_t bytes) {
  std::fprintf(stderr, "concord: no memory for an index of %zu bytes\n", bytes);
  std::abort();
}

size_t RoundUp(size_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

}  // namespace

void* AllocateZeroed(size_t bytes) {
  if (bytes < kHugeFrom) {
    void* const p = std::aligned_alloc(kAlignment, RoundUp(bytes));
    if (p == nullptr) OutOfMemory(bytes);
    return std::memset(p, 0, bytes);
  }
  void* const p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) OutOfMemory(bytes);
  madvise(p, bytes, MADV_HUGEPAGE);  // a wish; small pages work too
  return p;
}

void FreeZeroed(void* p, size_t bytes) {
  if (bytes < kHugeFrom) {
    std::free(p);
  } else {
    munmap(p, bytes);
  }
}

}  // namespace concord
