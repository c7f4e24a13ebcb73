// Runs a function over an index range on a few threads.
//
// Example:
//   std::vector<Article> articles(documents.size());
//   ParallelFor(documents.size(), threads, [&](size_t i) {
//     articles[i] = BuildArticle(documents[i]);
//   });

#ifndef CONCORD_ENGINE_BASE_PARALLEL_H_
#define CONCORD_ENGINE_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace concord {

// Calls fn(0), ..., fn(n - 1), each once, on up to `threads` threads; returns
// when all are done. The order of calls is not defined: for output that does
// not depend on `threads`, write results by index.
//
// REQUIRES: threads >= 1; fn does not throw, and calls of it for different
// indices do not race.
void ParallelFor(size_t n, int threads, const std::function<void(size_t)>& fn);

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_PARALLEL_H_
