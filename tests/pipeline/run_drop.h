// Whole runs over small drops, for tests of what a run promises.

#ifndef CONCORD_TESTS_PIPELINE_RUN_DROP_H_
#define CONCORD_TESTS_PIPELINE_RUN_DROP_H_

#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"

namespace concord {

// An article of a drop made by a test.
struct TestArticle {
  std::string id, outlet, published, text;
};

// `articles` as a file of JSON lines below the test's temporary folder; its
// path.
std::string WriteDrop(const std::string& name,
                      const std::vector<TestArticle>& articles);

// The .pbs stream of a run.
std::string RunToBytes(DropVerb verb, const std::vector<std::string>& drops,
                       int threads = 1);

// The records of such a stream.
std::vector<v1::Record> RecordsOf(const std::string& bytes);

// The files of the sample drop, sorted, each a drop of its own.
std::vector<std::string> SampleFiles();

}  // namespace concord

#endif  // CONCORD_TESTS_PIPELINE_RUN_DROP_H_
