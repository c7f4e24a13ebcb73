// Sets before and after, to changes.

#include "engine/store/delta.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

v1::Agreement Agree(const std::string& id,
                    const std::vector<std::string>& claims) {
  v1::Agreement a;
  a.set_agreement_id(id);
  for (const std::string& claim : claims) a.add_claim_ids(claim);
  return a;
}

TEST(DeltaTest, WhatWasNotThereIsNew) {
  AccountChange change;
  change.new_agreements = {Agree("a", {"1", "2"})};
  const Delta delta = MakeDelta(change, {});
  ASSERT_THAT(delta.agreements, SizeIs(1));
  EXPECT_EQ(delta.agreements[0].change(), v1::CHANGE_NEW);
}

TEST(DeltaTest, WhatGrewIsChangedUnderItsId) {
  AccountChange change;
  change.old_agreements = {Agree("a", {"1", "2"})};
  change.new_agreements = {Agree("a", {"1", "2", "3"})};
  const Delta delta = MakeDelta(change, {});
  ASSERT_THAT(delta.agreements, SizeIs(1));
  EXPECT_EQ(delta.agreements[0].change(), v1::CHANGE_CHANGED);
  EXPECT_THAT(delta.agreements[0].previous_ids(), IsEmpty());
}

TEST(DeltaTest, MergedAgreementNamesBothItCameFrom) {
  AccountChange change;
  change.old_agreements = {Agree("b", {"1", "2"}), Agree("c", {"3", "4"})};
  change.new_agreements = {Agree("a", {"0", "1", "2", "3", "4"})};
  const Delta delta = MakeDelta(change, {});
  ASSERT_THAT(delta.agreements, SizeIs(1));
  EXPECT_EQ(delta.agreements[0].change(), v1::CHANGE_CHANGED);
  EXPECT_THAT(delta.agreements[0].previous_ids(), ElementsAre("b", "c"));
}

TEST(DeltaTest, WhatLostAClaimToARevisionIsRetracted) {
  AccountChange change;
  change.old_agreements = {Agree("a", {"1", "2"})};
  const Delta delta = MakeDelta(change, {"2"});
  ASSERT_THAT(delta.agreements, SizeIs(1));
  EXPECT_EQ(delta.agreements[0].change(), v1::CHANGE_RETRACTED);
}

TEST(DeltaTest, WhatWentWithAllItsClaimsStandingIsSuperseded) {
  AccountChange change;
  change.old_agreements = {Agree("a", {"1", "2"})};
  const Delta delta = MakeDelta(change, {});
  ASSERT_THAT(delta.agreements, SizeIs(1));
  EXPECT_EQ(delta.agreements[0].change(), v1::CHANGE_SUPERSEDED);
}

TEST(DeltaTest, UniqueClaimThatStaysAsItWasIsNoChange) {
  v1::Unique unique;
  unique.set_claim_id("1");
  AccountChange change;
  change.old_uniques = {unique};
  change.new_uniques = {unique};
  EXPECT_THAT(MakeDelta(change, {}).uniques, IsEmpty());
}

}  // namespace
}  // namespace concord
