// Views of records that nobody verified: whatever their fields say, every view
// is written to its end.

#include <google/protobuf/message.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/report/html_view.h"
#include "engine/report/jsonld_view.h"
#include "engine/report/text_view.h"
#include "engine/report/tsv_view.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

class CollectingSink : public RecordSink {
 public:
  absl::Status Write(v1::Record record) override {
    records.push_back(std::move(record));
    return absl::OkStatus();
  }
  absl::Status Finish(const std::vector<v1::Dropped>&) override {
    return absl::OkStatus();
  }
  std::vector<v1::Record> records;
};

// Spoils single fields of records, the same for a seed.
class Spoiler {
 public:
  explicit Spoiler(uint64_t seed) : random_(seed) {}

  // Each field of `message`, and of those within, with a chance of 1 in 20.
  void Spoil(Message& message) {
    const Reflection& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      const int size =
          field->is_repeated() ? reflection.FieldSize(message, field) : 0;
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        for (int i = 0; i < size; ++i) {
          Spoil(*reflection.MutableRepeatedMessage(&message, field, i));
        }
        if (!field->is_repeated()) {
          Spoil(*reflection.MutableMessage(&message, field));
        }
      } else if (random_() % 20 == 0) {
        SpoilValue(message, field, size);
      }
    }
  }

 private:
  void SpoilValue(Message& message, const FieldDescriptor* field, int size) {
    const Reflection& reflection = *message.GetReflection();
    if (field->is_repeated()) {
      if (size > 1) reflection.SwapElements(&message, field, 0, size - 1);
      if (random_() % 2 == 0) reflection.RemoveLast(&message, field);
      return;
    }
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return reflection.SetString(&message, field, SomeText());
      case FieldDescriptor::CPPTYPE_UINT32:
        return reflection.SetUInt32(&message, field, SomeNumber());
      case FieldDescriptor::CPPTYPE_INT64:
        return reflection.SetInt64(&message, field,
                                   static_cast<int64_t>(random_()));
      case FieldDescriptor::CPPTYPE_ENUM:
        return reflection.SetEnumValue(&message, field,
                                       static_cast<int>(random_() % 99) - 9);
      case FieldDescriptor::CPPTYPE_BOOL:
        return reflection.SetBool(&message, field, random_() % 2 == 0);
      default:
        return reflection.ClearField(&message, field);
    }
  }

  std::string SomeText() {
    static constexpr const char* kTexts[] = {
        "", "x", "\xFF\xFE", "<b>\"'&", "\u202E\u2066", "=1+1", "é", "\n\n"};
    return kTexts[random_() % 8];
  }

  uint32_t SomeNumber() {
    static constexpr uint32_t kNumbers[] = {0,    1,          7,
                                            1000, 0x7FFFFFFF, 0xFFFFFFFF};
    return kNumbers[random_() % 6];
  }

  std::mt19937_64 random_;
};

template <typename View>
std::string Show(const std::vector<v1::Record>& records) {
  std::string out;
  StringSink sink(&out);
  View view(sink);
  for (const v1::Record& record : records) {
    EXPECT_TRUE(view.Write(record).ok());
  }
  EXPECT_TRUE(view.Finish({}).ok());
  return out;
}

TEST(AnyRecordsTest, EveryViewIsWrittenToItsEnd) {
  CollectingSink sample;
  ASSERT_TRUE(
      RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, sample)
          .ok());
  const uint64_t rounds = std::getenv("CONCORD_LONG") != nullptr ? 300 : 10;
  for (uint64_t seed = 0; seed < rounds; ++seed) {
    std::vector<v1::Record> records = sample.records;
    Spoiler spoiler(seed);
    for (v1::Record& record : records) {
      if (!record.has_header()) spoiler.Spoil(record);
    }
    EXPECT_TRUE(absl::EndsWith(Show<HtmlView>(records), "</html>\n")) << seed;
    EXPECT_TRUE(absl::EndsWith(Show<JsonLdView>(records), "]}\n")) << seed;
    EXPECT_TRUE(absl::EndsWith(Show<TsvView>(records), "\n")) << seed;
    EXPECT_TRUE(absl::StartsWith(Show<TextView>(records), "Read ")) << seed;
  }
}

}  // namespace
}  // namespace concord
