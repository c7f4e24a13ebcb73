// Copies and conflicts planted into articles of our own come out as what they
// are.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/pipeline/run_drop.h"

namespace concord {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr char kHead[] = "Grain train derails near Orsk\n\n";
constexpr char kFirst[] =
    "A freight train carrying grain left the rails near the village of Orsk "
    "early on Friday, blocking the only line to the coast. Twelve people were "
    "taken to hospital in Valmora.";
constexpr char kSecond[] =
    "Mayor Petra Holm ordered an inquiry into the derailment. Calder Rail had "
    "inspected the bridge at Orsk. The council of Valmora rejected the plan "
    "for a second track.";
constexpr char kThird[] =
    "Calder Rail will reopen the line to Valmora on 12 May. Forty lorries will "
    "move the harvest to the port in the meantime.";

std::string Wire() {
  return absl::StrCat(kHead, kFirst, "\n\n", kSecond, "\n\n", kThird);
}

// The records of a run over `texts`, each in an outlet of its own.
std::vector<v1::Record> Reconcile(const std::string& name,
                                  const std::vector<std::string>& texts) {
  std::vector<TestArticle> articles;
  for (const std::string& text : texts) {
    const size_t n = articles.size();
    articles.push_back(
        {absl::StrCat(n), absl::StrCat("Outlet ", n), "2024-05-03", text});
  }
  return RecordsOf(
      RunToBytes(DropVerb::kReconcile, {WriteDrop(name, articles)}));
}

std::vector<v1::Agreement> AgreementsOf(const std::vector<v1::Record>& all) {
  std::vector<v1::Agreement> agreements;
  for (const v1::Record& record : all) {
    if (record.has_agreement()) agreements.push_back(record.agreement());
  }
  return agreements;
}

struct Copy {
  const char* name;
  std::string text;
};

std::vector<Copy> Copies() {
  const std::string rewritten = absl::StrReplaceAll(
      Wire(), {{"A freight train", "A goods train"},
               {"early on Friday, blocking", "early on Friday and blocked"},
               {"in the meantime", "meanwhile"}});
  return {{"verbatim", Wire()},
          {"trimmed", absl::StrCat(kHead, kFirst, "\n\n", kSecond)},
          {"re-headed", absl::StrCat("Harvest stuck as line is cut\n\n", kFirst,
                                     "\n\n", kSecond, "\n\n", kThird)},
          {"re-ordered",
           absl::StrCat(kHead, kFirst, "\n\n", kThird, "\n\n", kSecond)},
          {"rewritten", rewritten}};
}

std::string Credited(const std::string& text) {
  return absl::StrReplaceAll(
      text, {{"A freight train", "ORSK (Reuters) - A freight train"},
             {"A goods train", "ORSK (Reuters) - A goods train"}});
}

TEST(PlantedCopyTest, ACopyWithoutCreditIsOneOriginWithTheWire) {
  for (const Copy& copy : Copies()) {
    SCOPED_TRACE(copy.name);
    const auto agreements =
        AgreementsOf(Reconcile("copy", {Credited(Wire()), copy.text}));
    EXPECT_THAT(agreements, Not(IsEmpty()));
    for (const v1::Agreement& agreement : agreements) {
      EXPECT_EQ(agreement.support().outlets(), 2);
      EXPECT_EQ(agreement.support().origins_min(), 1);
      EXPECT_EQ(agreement.support().origins_max(), 1);
      EXPECT_THAT(agreement.support().reasons(),
                  Contains(v1::SUPPORT_REASON_COPIED_TEXT));
    }
  }
}

TEST(PlantedCopyTest, CopiesThatCreditTheAgencySayWhyTheyAreOne) {
  for (const Copy& copy : Copies()) {
    SCOPED_TRACE(copy.name);
    const auto agreements = AgreementsOf(
        Reconcile("credited", {Credited(Wire()), Credited(copy.text)}));
    EXPECT_THAT(agreements, Not(IsEmpty()));
    for (const v1::Agreement& agreement : agreements) {
      EXPECT_EQ(agreement.support().origins_max(), 1);
      EXPECT_THAT(agreement.support().reasons(),
                  Contains(v1::SUPPORT_REASON_SAME_AGENCY));
    }
  }
}

TEST(PlantedCopyTest, TwoCutsOfAWireAreOneOriginThoughTheyShareLittle) {
  const auto agreements = AgreementsOf(
      Reconcile("cuts", {Wire(), absl::StrCat(kHead, kFirst, "\n\n", kSecond),
                         absl::StrCat(kHead, kFirst, "\n\n", kThird)}));
  EXPECT_THAT(agreements, Not(IsEmpty()));
  for (const v1::Agreement& agreement : agreements) {
    EXPECT_EQ(agreement.support().origins_max(), 1);
  }
}

TEST(PlantedCopyTest, AnotherReportersWordsAreAnOriginOfTheirOwn) {
  const std::string own =
      "Goods wagons jump track outside Orsk\n\n"
      "Mayor Petra Holm has ordered an inquiry into the derailment. The "
      "accident "
      "at Orsk cut the coastal railway before dawn, and a dozen travellers "
      "were "
      "in hospital in Valmora by noon.\n\nForty lorries are on their way to "
      "fetch the crop, Calder Rail said.";
  const auto agreements = AgreementsOf(Reconcile("own", {Wire(), own}));
  EXPECT_THAT(agreements, Not(IsEmpty()));
  for (const v1::Agreement& agreement : agreements) {
    EXPECT_EQ(agreement.support().origins_min(),
              1);  // neither names its source
    EXPECT_EQ(agreement.support().origins_max(), 2);
    EXPECT_THAT(agreement.support().reasons(),
                Contains(v1::SUPPORT_REASON_UNKNOWN_ORIGIN));
  }
}

struct Edit {
  const char* from;
  const char* to;
  v1::DivergenceType type;
};

constexpr Edit kEdits[] = {
    {"Twelve people", "Nineteen people", v1::DIVERGENCE_TYPE_NUMERIC},
    {"on 12 May", "on 19 May", v1::DIVERGENCE_TYPE_DATE_TIME},
    {"had inspected", "had not inspected", v1::DIVERGENCE_TYPE_NEGATION},
    {"rejected the plan", "approved the plan", v1::DIVERGENCE_TYPE_NEGATION},
    {"Petra Holm", "Aldous Wren", v1::DIVERGENCE_TYPE_ENTITY_ROLE},
};

TEST(PlantedConflictTest, AnEditInOneOfTwoCopiesIsTheOneDivergence) {
  for (const Edit& edit : kEdits) {
    SCOPED_TRACE(edit.to);
    const std::string edited =
        absl::StrReplaceAll(Wire(), {{edit.from, edit.to}});
    std::vector<v1::DivergenceType> types;
    for (const v1::Record& record : Reconcile("edit", {Wire(), edited})) {
      if (!record.has_divergence() || record.divergence().apparent()) continue;
      types.push_back(record.divergence().type());
      EXPECT_EQ(record.divergence().severity(), v1::SEVERITY_HIGH);
    }
    EXPECT_THAT(types, Contains(edit.type));
    EXPECT_THAT(types, testing::Each(edit.type));
  }
}

}  // namespace
}  // namespace concord
