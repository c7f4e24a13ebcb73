#include "engine/claim/reporting_verb.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
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

bool ReportingVerb::TakesPreposition(absl::string_view word) const {
  for (absl::string_view preposition :
       absl::StrSplit(prepositions, ' ', absl::SkipEmpty())) {
    if (preposition == word) return true;
  }
  return false;
}

const ReportingVerb* FindReportingVerb(absl::string_view base) {
  static const auto& verbs = *[] {
    auto* made = new absl::flat_hash_map<absl::string_view, ReportingVerb>();
    for (const auto& row : WordTable::Named("reporting_verbs").rows()) {
      const absl::string_view content = row[2];
      made->emplace(row[0],
                    ReportingVerb{row[0], ParseKind(row[1]),
                                  content == "clause" || content == "hearer" ||
                                      content == "both",
                                  content == "object" || content == "both",
                                  content == "hearer", row[3]});
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

bool IsSpeech(absl::string_view base) {
  const ReportingVerb* verb = FindReportingVerb(base);
  if (verb == nullptr) return true;
  switch (verb->kind) {
    case ReportKind::kConfirm:
    case ReportKind::kThink:
    case ReportKind::kFind:
    case ReportKind::kPromise:
    case ReportKind::kUrge:
    case ReportKind::kJudge:
      return false;
    default:
      return true;
  }
}

}  // namespace concord
