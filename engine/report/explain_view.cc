#include "engine/report/explain_view.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/record.pb.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// "compatible" for RELATION_COMPATIBLE.
std::string Plain(absl::string_view name, absl::string_view prefix) {
  absl::ConsumePrefix(&name, prefix);
  return absl::AsciiStrToLower(name);
}

bool IsOf(const v1::Relation& relation, absl::string_view claim_id) {
  return relation.a() == claim_id || relation.b() == claim_id;
}

bool SameWords(const v1::Relation& relation) {
  return relation.reasons_size() == 1 &&
         relation.reasons(0) == v1::REASON_CODE_SAME_WORDS;
}

template <typename Record>
bool Holds(const Record& record, const std::string& claim_id) {
  return std::find(record.claim_ids().begin(), record.claim_ids().end(),
                   claim_id) != record.claim_ids().end();
}

template <typename Codes>
std::string Reasons(const Codes& codes) {
  return absl::StrJoin(codes, "; ", [](std::string* out, int code) {
    absl::StrAppend(out, WordsOf(static_cast<v1::ReasonCode>(code)));
  });
}

}  // namespace

absl::Status ExplainView::Write(v1::Record record) {
  if (record.has_relation()) {
    relations_.push_back(std::move(*record.mutable_relation()));
  } else {
    run_.Add(std::move(record));
  }
  return absl::OkStatus();
}

absl::Status ExplainView::Finish(const std::vector<v1::Dropped>& dropped) {
  run_.Finish(dropped);
  const size_t index = run_.ClaimIndex(claim_id_);
  found_ = index != RunRecords::kNone;
  if (!found_) return absl::OkStatus();
  ShowClaim(run_.claims[index]);
  ShowRelations(CompareAs());
  ShowSets();
  for (const v1::Dropped& cap : dropped) {
    absl::StrAppend(&out_, "Left out of the whole run by ", cap.cap(), ": ",
                    cap.count(), "\n");
  }
  return sink_.Append(out_);
}

std::string ExplainView::CompareAs() const {
  for (const v1::Relation& relation : relations_) {
    // The smaller id stands for the other.
    if (relation.b() == claim_id_ && SameWords(relation)) return relation.a();
  }
  return claim_id_;
}

void ExplainView::ShowClaim(const v1::Claim& claim) {
  absl::StrAppend(&out_, "CLAIM ", claim_id_, "\n  ", SafeText(claim.text()),
                  "\n  ", Where(claim_id_), ", ",
                  Bytes(claim_id_, claim.span()), "\n");
  if (claim.has_attribution()) {
    absl::StrAppend(&out_, "  according to ",
                    SafeText(claim.attribution().speaker()), "\n");
  }
  if (claim.rank() == v1::RANK_DETAIL) {
    absl::StrAppend(&out_, "  a detail of ", claim.parent_claim_id(), ": ",
                    WordsOfClaim(claim.parent_claim_id()), "\n");
  }
  absl::StrAppend(
      &out_, "  became: ",
      Plain(v1::Disposition_Name(claim.disposition()), "DISPOSITION_"), "\n");
}

void ExplainView::ShowRelations(absl::string_view of) {
  std::vector<const v1::Relation*> shown;
  for (const v1::Relation& relation : relations_) {
    if (IsOf(relation, of)) shown.push_back(&relation);
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto* x, const auto* y) {
                     return x->similarity() > y->similarity();
                   });
  absl::StrAppend(&out_, "\nCOMPARED WITH (", shown.size(), ")\n");
  if (of != claim_id_) {
    absl::StrAppend(&out_, "  by claim ", of,
                    ", which has the same words: ", Where(of), "\n");
  }
  for (const v1::Relation* relation : shown) ShowRelation(*relation, of);
}

void ExplainView::ShowRelation(const v1::Relation& relation,
                               absl::string_view of) {
  const std::string& other = relation.a() == of ? relation.b() : relation.a();
  absl::StrAppendFormat(
      &out_, "\n  %s, likeness %.2f: %s\n    %s\n      %s, claim %s\n",
      Plain(v1::Comparison::Relation_Name(relation.relation()), "RELATION_"),
      relation.similarity(), Reasons(relation.reasons()), WordsOfClaim(other),
      Where(other), other);
  ShowEvidence(relation);
}

void ExplainView::ShowEvidence(const v1::Relation& relation) {
  for (const v1::Evidence& seen : relation.evidence()) {
    absl::StrAppend(&out_, "      ", WordsOf(seen.code()), ":");
    if (seen.has_a()) {
      absl::StrAppend(&out_, " ", Bytes(relation.a(), seen.a()));
    }
    if (seen.has_a() && seen.has_b()) absl::StrAppend(&out_, " against");
    if (seen.has_b()) {
      absl::StrAppend(&out_, " ", Bytes(relation.b(), seen.b()));
    }
    absl::StrAppend(&out_, "\n");
  }
}

void ExplainView::ShowSets() {
  absl::StrAppend(&out_, "\nSETS\n");
  for (const v1::Agreement& agreement : run_.agreements) {
    if (!Holds(agreement, claim_id_)) continue;
    const v1::Support& support = agreement.support();
    absl::StrAppend(&out_, "  agreement ", agreement.agreement_id(), ": ",
                    Plural(support.articles(), "article", "articles"), ", ",
                    support.origins_min(), " to ", support.origins_max(),
                    " origins\n");
    for (int reason : support.reasons()) {
      absl::StrAppend(&out_, "    ",
                      WordsOf(static_cast<v1::SupportReason>(reason)), "\n");
    }
  }
  for (const v1::Divergence& divergence : run_.divergences) {
    if (!Holds(divergence, claim_id_)) continue;
    absl::StrAppend(&out_, "  divergence ", divergence.divergence_id(), ", ",
                    WordsOf(divergence.severity()), ": ",
                    Reasons(divergence.reasons()),
                    divergence.apparent() ? "; apparent only" : "", "\n");
  }
  for (const v1::Unique& unique : run_.uniques) {
    if (unique.claim_id() != claim_id_) continue;
    absl::StrAppend(&out_, "  unique in story ", unique.story_id(),
                    ": compared with ",
                    Plural(unique.compared_claims(), "claim", "claims"), "\n");
  }
}

std::string ExplainView::Where(absl::string_view claim_id) const {
  const size_t claim = run_.ClaimIndex(claim_id);
  if (claim == RunRecords::kNone) return "";
  const size_t article = run_.ArticleIndex(run_.claims[claim].article_id());
  if (article == RunRecords::kNone) return "";
  const std::string day = DayOf(run_.articles[article].published());
  return absl::StrCat(SafeText(OutletOf(run_.articles[article])),
                      day.empty() ? "" : ", ", day);
}

std::string ExplainView::WordsOfClaim(absl::string_view claim_id) const {
  const size_t claim = run_.ClaimIndex(claim_id);
  return claim == RunRecords::kNone ? "" : SafeText(run_.claims[claim].text());
}

// “twelve” [120, 126) of the article's text.
std::string ExplainView::Bytes(absl::string_view claim_id,
                               const v1::TextSpan& span) const {
  const size_t claim = run_.ClaimIndex(claim_id);
  if (claim == RunRecords::kNone) return "";
  const size_t article = run_.ArticleIndex(run_.claims[claim].article_id());
  if (article == RunRecords::kNone) return "";
  const std::string& text = run_.articles[article].text();
  if (span.begin_byte() > span.end_byte() || span.end_byte() > text.size()) {
    return "";
  }
  return absl::StrCat(
      "“",
      SafeText(absl::string_view(text).substr(
          span.begin_byte(), span.end_byte() - span.begin_byte())),
      "” [", span.begin_byte(), ", ", span.end_byte(), ")");
}

}  // namespace concord
