#include "engine/cluster/kernels.h"

namespace concord {
namespace {

#if defined(__x86_64__)

bool HasAvx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

bool HasAvx512() {
  return HasAvx2() && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512bw");
}

const Kernels* Avx2OrNull() { return HasAvx2() ? &Avx2Kernels() : nullptr; }

const Kernels* Avx512OrNull() {
  return HasAvx512() ? &Avx512Kernels() : nullptr;
}

#else

const Kernels* Avx2OrNull() { return nullptr; }
const Kernels* Avx512OrNull() { return nullptr; }

#endif

const Kernels* Best() {
  if (const Kernels* kernels = Avx512OrNull()) return kernels;
  if (const Kernels* kernels = Avx2OrNull()) return kernels;
  return &ScalarKernels();
}

}  // namespace

const Kernels* KernelsOrNull(SimdLevel level) {
  switch (level) {
    case SimdLevel::kBest: {
      static const Kernels* const best = Best();
      return best;
    }
    case SimdLevel::kScalar:
      return &ScalarKernels();
    case SimdLevel::kAvx2:
      return Avx2OrNull();
    case SimdLevel::kAvx512:
      return Avx512OrNull();
  }
  return nullptr;
}

}  // namespace concord
