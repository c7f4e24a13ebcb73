#include "engine/cluster/huge_array.h"

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace concord {
namespace {

constexpr size_t kAlignment = 64;
// Size of a huge page, and from where on they are used.
constexpr size_t kHugePage = size_t{2} << 20;

[[noreturn]] void OutOfMemory(size_t bytes) {
  std::fprintf(stderr, "concord: no memory for an index of %zu bytes\n", bytes);
  std::abort();
}

size_t RoundUp(size_t bytes, size_t unit) {
  return (bytes + unit - 1) / unit * unit;
}

// Maps one page more than needed and gives back what lies outside a boundary.
void* MapHuge(size_t bytes) {
  const size_t rounded = RoundUp(bytes, kHugePage);
  void* const p = mmap(nullptr, rounded + kHugePage, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) OutOfMemory(bytes);
  char* const begin = static_cast<char*>(p);
  const size_t head = RoundUp(reinterpret_cast<uintptr_t>(p), kHugePage) -
                      reinterpret_cast<uintptr_t>(p);
  if (head > 0) munmap(begin, head);
  if (head < kHugePage) munmap(begin + head + rounded, kHugePage - head);
  madvise(begin + head, rounded, MADV_HUGEPAGE);  // a wish
  return begin + head;
}

}  // namespace

void* AllocateZeroed(size_t bytes) {
  if (bytes >= kHugePage) return MapHuge(bytes);
  void* const p = std::aligned_alloc(kAlignment, RoundUp(bytes, kAlignment));
  if (p == nullptr) OutOfMemory(bytes);
  return std::memset(p, 0, bytes);
}

void FreeZeroed(void* p, size_t bytes) {
  if (bytes >= kHugePage) {
    munmap(p, RoundUp(bytes, kHugePage));
  } else {
    std::free(p);
  }
}

}  // namespace concord
