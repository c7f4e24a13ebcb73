// Verbs that report what somebody says, thinks or shows.

#ifndef CONCORD_ENGINE_CLAIM_REPORTING_VERB_H_
#define CONCORD_ENGINE_CLAIM_REPORTING_VERB_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

enum class ReportKind : uint8_t {
  kSay,
  kAnnounce,
  kConfirm,
  kClaim,
  kDeny,
  kWarn,
  kSuggest,
  kThink,
  kFind,  // of evidence: "the report shows"
  kPromise,
  kAsk,
  kUrge,
  kJudge,  // passes a judgement: "praise"
};

// A row of reporting_verbs.tsv.
struct ReportingVerb {
  absl::string_view base;  // lives as long as the process
  ReportKind kind = ReportKind::kSay;
  bool takes_clause = false;  // "said [that] ...", or a quotation
  bool takes_object = false;  // "denied the charges"
  bool has_hearer = false;    // "told reporters"
  // Introduce what the words are about, parted by spaces: "for" and "on" of
  // "called for calm".
  absl::string_view prepositions;

  bool TakesPreposition(absl::string_view word) const;
};

// The verb of that base form, or nullptr. O(1). Safe for use from any number
// of threads.
const ReportingVerb* FindReportingVerb(absl::string_view base);

// The verb reports, and what it reports may be a clause.
bool TakesClause(absl::string_view base);

// The verb reports words, and not what somebody thinks, finds, promises or
// judges. True also for "", which stands for "according to".
bool IsSpeech(absl::string_view base);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_REPORTING_VERB_H_
