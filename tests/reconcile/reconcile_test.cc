#include "engine/reconcile/reconcile.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"
#include "tests/reconcile/small_world.h"

namespace concord {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr int kRounds = 30;

Reconciliation RunWorld(SmallWorld& world, int threads = 1) {
  return Reconcile(world.articles, absl::MakeSpan(world.claims),
                   {.threads = threads});
}

template <typename Records>
void Print(const Records& records, std::string& out) {
  for (const auto& record : records) {
    absl::StrAppend(&out, record.GetTypeName(), " ", record.ShortDebugString(),
                    "\n");
  }
}

// Everything an account says, and every disposition by claim.
std::string Print(const Reconciliation& account, const SmallWorld& world) {
  std::string out;
  Print(account.clusters, out);
  Print(account.stories, out);
  Print(account.relations, out);
  Print(account.agreements, out);
  Print(account.divergences, out);
  Print(account.uniques, out);
  std::map<std::string, int> dispositions;
  for (const v1::Claim& claim : world.claims) {
    dispositions[claim.claim_id()] = claim.disposition();
  }
  for (const auto& [id, disposition] : dispositions) {
    absl::StrAppend(&out, id, " ", disposition, "\n");
  }
  return out;
}

// Calls test(world, account) for many small worlds.
template <typename Test>
void ForSmallWorlds(Test test) {
  for (uint32_t seed = 0; seed < kRounds; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    SmallWorld world = SmallWorldMaker(seed).Make(4, 6);
    const Reconciliation account = RunWorld(world);
    test(world, account);
  }
}

TEST(ReconcileTest, NothingComesOfNothing) {
  const Reconciliation account = Reconcile({}, {});
  EXPECT_THAT(account.stories, IsEmpty());
  EXPECT_THAT(account.relations, IsEmpty());
}

TEST(ReconcileTest, AnArticleWithoutClaimsIsNoTrouble) {
  SmallWorld world;
  world.articles = {MakeArticle("a", ""), MakeArticle("b", "")};
  EXPECT_THAT(RunWorld(world).agreements, IsEmpty());
}

TEST(ReconcileTest, OrderOfInputChangesNothing) {
  std::mt19937 random(7);
  ForSmallWorlds([&](SmallWorld& world, const Reconciliation& account) {
    const std::string before = Print(account, world);
    std::shuffle(world.articles.begin(), world.articles.end(), random);
    std::shuffle(world.claims.begin(), world.claims.end(), random);
    EXPECT_EQ(Print(RunWorld(world), world), before);
  });
}

TEST(ReconcileTest, ThreadsChangeNothing) {
  ForSmallWorlds([](SmallWorld& world, const Reconciliation& account) {
    const std::string before = Print(account, world);
    EXPECT_EQ(Print(RunWorld(world, /*threads=*/2), world), before);
  });
}

TEST(ReconcileTest, EveryClaimHasItsDisposition) {
  ForSmallWorlds([](SmallWorld& world, const Reconciliation& account) {
    std::set<std::string> agreeing;
    std::set<std::string> diverging;
    std::set<std::string> unique;
    for (const auto& a : account.agreements) {
      agreeing.insert(a.claim_ids().begin(), a.claim_ids().end());
    }
    for (const auto& d : account.divergences) {
      if (d.apparent()) continue;
      if (d.type() == v1::DIVERGENCE_TYPE_ATTRIBUTION) continue;
      diverging.insert(d.claim_ids().begin(), d.claim_ids().end());
    }
    for (const auto& u : account.uniques) unique.insert(u.claim_id());
    for (const v1::Claim& claim : world.claims) {
      const std::string& id = claim.claim_id();
      const v1::Disposition disposition = claim.disposition();
      EXPECT_NE(disposition, v1::DISPOSITION_UNSPECIFIED);
      EXPECT_EQ(disposition == v1::DISPOSITION_DIVERGENCE,
                diverging.contains(id));
      EXPECT_EQ(disposition == v1::DISPOSITION_AGREEMENT,
                agreeing.contains(id) && !diverging.contains(id));
      EXPECT_EQ(disposition == v1::DISPOSITION_UNIQUE, unique.contains(id));
    }
  });
}

TEST(ReconcileTest, EveryReferenceResolves) {
  ForSmallWorlds([](SmallWorld& world, const Reconciliation& account) {
    std::set<std::string> claims;
    std::set<std::string> articles;
    std::set<std::string> stories;
    for (const auto& c : world.claims) claims.insert(c.claim_id());
    for (const auto& a : world.articles) articles.insert(a.article_id());
    for (const auto& s : account.stories) stories.insert(s.story_id());
    const auto resolve = [](const auto& ids, const auto& known) {
      for (const std::string& id : ids) EXPECT_TRUE(known.contains(id)) << id;
    };
    for (const auto& s : account.stories) resolve(s.article_ids(), articles);
    for (const auto& c : account.clusters) resolve(c.claim_ids(), claims);
    for (const auto& a : account.agreements) resolve(a.claim_ids(), claims);
    for (const auto& d : account.divergences) {
      resolve(d.claim_ids(), claims);
      for (const auto& side : d.sides()) resolve(side.claim_ids(), claims);
    }
    for (const auto& r : account.relations) {
      resolve(std::vector<std::string>{r.a(), r.b()}, claims);
      EXPECT_LT(r.a(), r.b());
      EXPECT_THAT(r.reasons(), Not(IsEmpty()));
    }
    for (const auto& u : account.uniques) {
      EXPECT_TRUE(stories.contains(u.story_id()));
      resolve(u.compared_article_ids(), articles);
    }
  });
}

TEST(ReconcileTest, AgreementsSpanArticlesAndEveryTwoMembersAgree) {
  ForSmallWorlds([](SmallWorld& world, const Reconciliation& account) {
    std::map<std::string, std::string> article_of;
    for (const auto& c : world.claims) {
      article_of[c.claim_id()] = c.article_id();
    }
    std::map<std::pair<std::string, std::string>, v1::Comparison::Relation>
        relation_of;
    for (const auto& r : account.relations) {
      relation_of[{r.a(), r.b()}] = r.relation();
    }
    for (const auto& agreement : account.agreements) {
      std::set<std::string> articles;
      for (const std::string& a : agreement.claim_ids()) {
        articles.insert(article_of[a]);
        for (const std::string& b : agreement.claim_ids()) {
          if (a >= b) continue;
          const v1::Comparison::Relation expected =
              article_of[a] == article_of[b]
                  ? v1::Comparison::RELATION_AGREE_WITHIN
                  : v1::Comparison::RELATION_AGREE;
          EXPECT_EQ((relation_of[{a, b}]), expected);
        }
      }
      EXPECT_GE(articles.size(), 2);
      EXPECT_EQ(agreement.support().articles(), articles.size());
      EXPECT_GE(agreement.support().origins_min(), 1);
      EXPECT_LE(agreement.support().origins_min(),
                agreement.support().origins_max());
    }
  });
}

TEST(ReconcileTest, OneArticleGivenAsTwoSourcesAgreesWithItself) {
  for (uint32_t seed = 0; seed < kRounds; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    SmallWorld world = SmallWorldMaker(seed).MakeTwins(8);
    const Reconciliation account = RunWorld(world);
    EXPECT_THAT(account.stories, SizeIs(1));
    EXPECT_THAT(account.divergences, IsEmpty());
    EXPECT_THAT(account.uniques, IsEmpty());
    std::map<std::string, std::string> agreement_of;
    for (const auto& a : account.agreements) {
      EXPECT_EQ(a.support().origins_max(), 1);
      for (const auto& id : a.claim_ids()) agreement_of[id] = a.agreement_id();
    }
    for (int s = 0; s < 8; ++s) {
      const std::string& of_left = agreement_of[absl::StrCat("left#", s)];
      EXPECT_NE(of_left, "");
      EXPECT_EQ(of_left, agreement_of[absl::StrCat("right#", s)]);
    }
  }
}

TEST(ReconcileTest, OneTextInManyOutletsIsComparedOnce) {
  constexpr int kOutlets = 60;
  const SmallWorld twins = SmallWorldMaker(3).MakeTwins(8);
  SmallWorld world;
  for (int i = 0; i < kOutlets; ++i) {
    v1::Article& article = world.articles.emplace_back(twins.articles[0]);
    article.set_article_id(absl::StrCat("copy", i));
    article.set_outlet(absl::StrCat("Outlet ", i));
    for (int s = 0; s < 8; ++s) {
      v1::Claim& claim = world.claims.emplace_back(twins.claims[s]);
      claim.set_article_id(article.article_id());
      claim.set_claim_id(absl::StrCat("copy", i, "#", s));
    }
  }
  const Reconciliation account = RunWorld(world);
  EXPECT_THAT(account.divergences, IsEmpty());
  EXPECT_THAT(account.uniques, IsEmpty());
  // One relation a copy, and those of the text with itself.
  EXPECT_LT(account.relations.size(), kOutlets * 8 + 8 * 8);
  for (const auto& agreement : account.agreements) {
    EXPECT_EQ(agreement.support().outlets(), kOutlets);
    EXPECT_EQ(agreement.support().origins_max(), 1);
  }
}

}  // namespace
}  // namespace concord
