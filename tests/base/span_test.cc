#include "engine/base/span.h"

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(ByteSpanTest, SlicesItsText) {
  EXPECT_EQ(Slice("who said what", {4, 8}), "said");
  EXPECT_EQ(Slice("who", {1, 1}), "");
}

TEST(ByteSpanTest, TouchingSpansDoNotOverlap) {
  EXPECT_FALSE((ByteSpan{0, 4}.Overlaps({4, 8})));
  EXPECT_TRUE((ByteSpan{0, 5}.Overlaps({4, 8})));
}

TEST(ByteSpanTest, ContainsItself) {
  EXPECT_TRUE((ByteSpan{2, 4}.Contains({2, 4})));
  EXPECT_FALSE((ByteSpan{2, 4}.Contains({2, 5})));
}

}  // namespace
}  // namespace concord
