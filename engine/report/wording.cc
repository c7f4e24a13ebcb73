#include "engine/report/wording.h"

#include <google/protobuf/util/time_util.h>

#include <iterator>
#include <vector>

#include "absl/strings/str_cat.h"

namespace concord {
namespace {

// By number of the code; the first is also for numbers beyond the table.
template <size_t n>
absl::string_view At(const absl::string_view (&table)[n], int code) {
  return table[code > 0 && code < static_cast<int>(n) ? code : 0];
}

constexpr absl::string_view kTypes[] = {"The accounts differ",
                                        "The numbers differ",
                                        "The times differ",
                                        "One affirms what another denies",
                                        "Another voice stands behind it",
                                        "Another name fills the role",
                                        "Another cause is given",
                                        "It is put with other force",
                                        "A loaded term against another",
                                        "The quotation differs"};

constexpr absl::string_view kReasons[] = {
    "another reason",
    "the same words",
    "much of the content is shared",
    "little of the content is shared",
    "the numbers agree",
    "the numbers cannot both hold",
    "the times agree",
    "the times cannot both hold",
    "one affirms what the other denies",
    "the verbs are opposites",
    "the names agree",
    "another name fills the role",
    "the same names in exchanged roles",
    "another speaker",
    "stated here, attributed there",
    "one is put with less force",
    "other words inside the quotation marks",
    "a loaded term against another",
    "another stated cause",
    "one value is only coarser than the other",
    "one value only approximates the other",
    "a word such as “first” or “only” makes it another matter",
    "the articles are about different events",
    "the states are of different times",
    "the text is damaged",
    "what was planned has happened",
    "a title changed hands",
    "one side leaves out a detail",
    "both stand in one article",
    "one side is a later correction",
    "both agree with a third claim"};

constexpr absl::string_view kSupport[] = {
    "another reason",
    "one agency’s text counts once",
    "copied text counts once",
    "one publisher counts once",
    "an article names another publisher as its source",
    "an origin is unknown",
    "all rest on one speaker’s words"};

// RFC 3339, or "" where there is no time, or none that has a year of four
// digits.
std::string Stamp(const v1::TimeInterval& time) {
  using google::protobuf::util::TimeUtil;
  const bool known = time.has_begin() &&
                     time.begin().seconds() >= TimeUtil::kTimestampMinSeconds &&
                     time.begin().seconds() <= TimeUtil::kTimestampMaxSeconds;
  if (!known) return "";
  // Without the fraction, which a stream may have out of range.
  return TimeUtil::ToString(
      TimeUtil::SecondsToTimestamp(time.begin().seconds()));
}

}  // namespace

absl::string_view WordsOf(v1::DivergenceType type) { return At(kTypes, type); }

absl::string_view WordsOf(v1::Severity severity) {
  static constexpr absl::string_view kWords[] = {"unrated", "low", "medium",
                                                 "high"};
  return At(kWords, severity);
}

absl::string_view WordsOf(v1::ReasonCode code) { return At(kReasons, code); }

absl::string_view WordsOf(v1::AgreementKind kind) {
  static constexpr absl::string_view kWords[] = {
      "", "in the same words", "in other words", "one follows from the other",
      "one speaker, quoted differently"};
  return At(kWords, kind);
}

absl::string_view WordsOf(v1::SupportReason reason) {
  return At(kSupport, reason);
}

absl::string_view WordsOf(v1::Change change) {
  static constexpr absl::string_view kWords[] = {"", "new", "changed",
                                                 "superseded", "retracted"};
  return At(kWords, change);
}

std::string OriginsOf(const v1::Support& support) {
  if (support.origins_min() == support.origins_max()) {
    return Plural(support.origins_min(), "origin", "origins");
  }
  return absl::StrCat(support.origins_min(), " to ", support.origins_max(),
                      " origins");
}

std::string StandingOf(const v1::Agreement& agreement) {
  const v1::Support& support = agreement.support();
  return absl::StrCat(Plural(support.outlets(), "outlet", "outlets"), ", ",
                      Plural(support.articles(), "article", "articles"), ", ",
                      WordsOf(agreement.kind()));
}

std::string SpeakersOf(const v1::Claim& claim) {
  constexpr size_t kMost = 8;
  std::vector<absl::string_view> speakers;
  for (const v1::Attribution* at = &claim.attribution();
       !at->speaker().empty() && speakers.size() < kMost; at = &at->nested()) {
    speakers.push_back(at->speaker());
  }
  return absl::StrJoin(speakers, ", as told by ");
}

std::string Counted(size_t n) {
  std::string digits = absl::StrCat(n);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Plural(size_t n, absl::string_view one, absl::string_view many) {
  return absl::StrCat(Counted(n), " ", n == 1 ? one : many);
}

std::string DayOf(const v1::TimeInterval& time) {
  return Stamp(time).substr(0, 10);
}

std::string TimeOf(const v1::TimeInterval& time) {
  const std::string stamp = Stamp(time);  // 2022-05-10T14:05:00Z
  const bool exact = time.granularity() == v1::TIME_GRANULARITY_SECOND ||
                     time.granularity() == v1::TIME_GRANULARITY_MINUTE;
  if (!exact || stamp.empty()) return DayOf(time);
  return absl::StrCat(stamp.substr(0, 10), " ", stamp.substr(11, 5));
}

absl::string_view OutletOf(const v1::Article& article) {
  return article.outlet().empty() ? article.external_id() : article.outlet();
}

}  // namespace concord
