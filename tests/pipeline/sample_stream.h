// A small, true record stream for tests.

#ifndef CONCORD_TESTS_PIPELINE_SAMPLE_STREAM_H_
#define CONCORD_TESTS_PIPELINE_SAMPLE_STREAM_H_

#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/pipeline/record_format.h"

namespace concord {

// Two articles that agree on one claim; each has a claim of its own.
std::vector<v1::Record> SampleRecords();

// The records as a stream, its trailer included.
std::string Stream(const std::vector<v1::Record>& records, RecordFormat format);

}  // namespace concord

#endif  // CONCORD_TESTS_PIPELINE_SAMPLE_STREAM_H_
