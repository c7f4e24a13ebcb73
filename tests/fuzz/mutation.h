// Changes to an input such as a fuzzer makes, the same for a seed: for machines
// without libFuzzer.

#ifndef CONCORD_TESTS_FUZZ_MUTATION_H_
#define CONCORD_TESTS_FUZZ_MUTATION_H_

#include <random>
#include <string>
#include <vector>

namespace concord {

// Makes one to eight changes to one of `seeds`, which has at least one element:
// bits flipped, bytes replaced by telling ones, runs deleted, doubled or put in
// from another seed, the end cut off. The result has at most 16 KiB.
std::string Mutate(const std::vector<std::string>& seeds, std::mt19937& random);

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_MUTATION_H_
