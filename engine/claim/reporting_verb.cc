#include "engine/claim/reporting_verb.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

ReportKind ParseKind(absl::string_view name) {
  static const auto& kinds = *new absl::flat_hash_map<absl::string_view,
                                                      ReportKind>{
      {"say", ReportKind::kSay},         {"announce", ReportKind::kAnnounce},
      {"confirm", ReportKind::kConfirm}, {"claim", ReportKind::kClaim},
      {"deny", ReportKind::kDeny},       {"warn", ReportKind::kWarn},
      {"suggest", ReportKind::kSuggest}, {"think", ReportKind::kThink},
      {"find", ReportKind::kFind},       {"promise", ReportKind::kPromise},
      {"ask", ReportKind::kAsk},         {"urge", ReportKind::kUrge},
      {"judge", ReportKind::kJudge},
  };
  const auto it = kinds.find(name);
  return it == kinds.end() ? ReportKind::kSay : it->second;
}

}  // namespace

const ReportingVerb* FindReportingVerb(absl::string_view base) {
  static const auto& verbs = *[] {
    auto* made = new absl::flat_hash_map<absl::string_view, ReportingVerb>();
    for (const auto& row : WordTable::Named("reporting_verbs").rows()) {
      made->emplace(row[0],
                    ReportingVerb{row[0], ParseKind(row[1]), row[2] != "object",
                                  row[2] != "clause"});
    }
    return made;
  }();
  const auto it = verbs.find(base);
  return it == verbs.end() ? nullptr : &it->second;
}

bool TakesClause(absl::string_view base) {
  const ReportingVerb* verb = FindReportingVerb(base);
  return verb != nullptr && verb->takes_clause;
}

}  // namespace concord
