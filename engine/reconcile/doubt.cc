#include "engine/reconcile/doubt.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/span.h"
#include "engine/claim/reporting_verb.h"
#include "engine/compare/compare.h"
#include "engine/lexicon/lemma.h"

namespace concord {
namespace {

// What two claims must share, 0..1. Read off real divergences: of those that
// share less hardly any was one.
constexpr float kLeastShared = 0.35f;
constexpr float kNearlyTheSame = 0.8f;

ByteSpan Bytes(const v1::TextSpan& span) {
  return {span.begin_byte(), span.end_byte()};
}

absl::string_view Surface(const ClaimInText& side, const v1::TextSpan& span) {
  return Slice(side.article, Bytes(span));
}

// The letters and digits of a name, in lower case: "F.B.I." -> "fbi".
std::string Folded(absl::string_view name) {
  std::string folded;
  for (char c : name) {
    if (absl::ascii_ispunct(c) || absl::ascii_isspace(c)) continue;
    folded += absl::ascii_tolower(c);
  }
  return folded;
}

// Levenshtein's distance; both are names, so short.
size_t EditDistance(absl::string_view a, absl::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

bool AreSpellings(const std::string& a, const std::string& b) {
  constexpr size_t kLongest = 40;
  if (absl::StrContains(a, b) || absl::StrContains(b, a)) return true;
  const size_t length = std::min(a.size(), b.size());
  if (length < 5 || std::max(a.size(), b.size()) > kLongest) return false;
  return EditDistance(a, b) <= length / 4;
}

// The family name, folded, of the name at `span`; "" where there is none.
std::string FamilyAt(const v1::Claim& claim, const v1::TextSpan& span) {
  for (const v1::Entity& entity : claim.entities()) {
    if (Bytes(entity.span()).Overlaps(Bytes(span))) {
      return Folded(entity.head());
    }
  }
  return "";
}

std::string PredicateOf(const ClaimInText& side) {
  return Lemma(absl::AsciiStrToLower(Surface(side, side.claim.predicate())));
}

// The doubts about one divergence, by its strongest rule.
class Doubter {
 public:
  Doubter(const ClaimInText& a, const ClaimInText& b, const Verdict& verdict)
      : a_(a),
        b_(b),
        verdict_(verdict),
        type_(verdict.types.front()),
        seen_(verdict.evidence.empty() ? v1::Evidence()
                                       : verdict.evidence.front()) {}

  v1::ReasonCode Doubt() const {
    if (type_ == v1::DIVERGENCE_TYPE_NUMERIC) {
      return v1::REASON_CODE_UNSPECIFIED;
    }
    if (verdict_.similarity < kLeastShared || RefersElsewhere()) {
      return v1::REASON_CODE_LITTLE_SHARED;
    }
    switch (type_) {
      case v1::DIVERGENCE_TYPE_DATE_TIME:
        return DoubtTimes();
      case v1::DIVERGENCE_TYPE_ENTITY_ROLE:
        return DoubtNames();
      default:
        return v1::REASON_CODE_UNSPECIFIED;
    }
  }

 private:
  bool RefersElsewhere() const {
    const auto points = [](const v1::Claim& claim) {
      return std::find(claim.flags().begin(), claim.flags().end(),
                       v1::CLAIM_FLAG_UNRESOLVED_REFERENCE) !=
             claim.flags().end();
    };
    return verdict_.similarity < kNearlyTheSame &&
           (points(a_.claim) || points(b_.claim));
  }

  static bool Speaks(const ClaimInText& side) {
    const std::string verb = PredicateOf(side);
    return FindReportingVerb(verb) != nullptr && IsSpeech(verb);
  }

  bool BothSpeak() const { return Speaks(a_) && Speaks(b_); }

  v1::ReasonCode DoubtTimes() const {
    if (BothSpeak()) return v1::REASON_CODE_OTHER_EVENT;
    const std::string a = Folded(Surface(a_, seen_.a()));
    const std::string b = Folded(Surface(b_, seen_.b()));
    const bool same = absl::StrContains(a, b) || absl::StrContains(b, a);
    return same ? v1::REASON_CODE_TIMES_AGREE : v1::REASON_CODE_UNSPECIFIED;
  }

  v1::ReasonCode DoubtNames() const {
    if (!seen_.has_a() || !seen_.has_b()) return v1::REASON_CODE_OTHER_SCOPE;
    if (BothSpeak()) return v1::REASON_CODE_OTHER_EVENT;
    const std::string family = FamilyAt(a_.claim, seen_.a());
    const bool one_family =
        !family.empty() && family == FamilyAt(b_.claim, seen_.b());
    if (one_family || AreSpellings(Folded(Surface(a_, seen_.a())),
                                   Folded(Surface(b_, seen_.b())))) {
      return v1::REASON_CODE_NAMES_AGREE;
    }
    const bool described =
        PredicateOf(a_) == "be" &&
        seen_.a().begin_byte() >= a_.claim.predicate().begin_byte();
    return described ? v1::REASON_CODE_OTHER_SCOPE
                     : v1::REASON_CODE_UNSPECIFIED;
  }

  const ClaimInText& a_;
  const ClaimInText& b_;
  const Verdict& verdict_;
  const v1::DivergenceType type_;
  const v1::Evidence seen_;
};

}  // namespace

v1::ReasonCode DoubtAbout(const ClaimInText& a, const ClaimInText& b,
                          const Verdict& verdict) {
  if (verdict.types.empty()) return v1::REASON_CODE_OTHER_SCOPE;
  return Doubter(a, b, verdict).Doubt();
}

}  // namespace concord
