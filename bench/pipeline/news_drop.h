// News of our own making: drops of any size for whole-run benchmarks.

#ifndef CONCORD_BENCH_PIPELINE_NEWS_DROP_H_
#define CONCORD_BENCH_PIPELINE_NEWS_DROP_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace concord {

// JSON lines of `articles` articles of about 2 KB, in events that four outlets
// tell in turn: each sentence in one of several wordings, with the figures and
// names of its event, some of them changed by one outlet. The same arguments
// give the same bytes.
std::string MakeNewsDrop(size_t articles, uint64_t seed);

}  // namespace concord

#endif  // CONCORD_BENCH_PIPELINE_NEWS_DROP_H_
