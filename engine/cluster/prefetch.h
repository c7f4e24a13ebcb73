#ifndef CONCORD_ENGINE_CLUSTER_PREFETCH_H_
#define CONCORD_ENGINE_CLUSTER_PREFETCH_H_

namespace concord {

// Asks for the cache line at `p`, which need not be readable.
inline void Prefetch(const void* p) {
  __builtin_prefetch(p);
  // GCC takes a function that only prefetches for one without effect, and drops
  // the calls of it; volatile code it keeps.
  asm volatile("");
}

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_PREFETCH_H_
