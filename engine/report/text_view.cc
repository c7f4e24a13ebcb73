#include "engine/report/text_view.h"

#include <google/protobuf/util/time_util.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/record.pb.h"
#include "engine/report/articles_text.h"
#include "engine/report/reading_order.h"
#include "engine/report/safe_text.h"
#include "engine/report/text_account.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// "entity role" for DIVERGENCE_TYPE_ENTITY_ROLE.
std::string HumanName(absl::string_view enum_name, absl::string_view prefix) {
  absl::ConsumePrefix(&enum_name, prefix);
  return absl::StrReplaceAll(absl::AsciiStrToLower(enum_name), {{"_", " "}});
}

std::string KindName(v1::DivergenceType type) {
  return HumanName(v1::DivergenceType_Name(type), "DIVERGENCE_TYPE_");
}

template <typename Codes>
std::string ReasonNames(const Codes& codes) {
  return absl::StrJoin(codes, ", ", [](std::string* out, int code) {
    absl::StrAppend(
        out, HumanName(v1::ReasonCode_Name(static_cast<v1::ReasonCode>(code)),
                       "REASON_CODE_"));
  });
}

// "2022-05-10", "2022-01-01 to 2022-12-31", or "?" where the time is unknown.
std::string DaysOf(const v1::TimeInterval& time) {
  const std::string first = DayOf(time);
  if (first.empty()) return "?";
  google::protobuf::Timestamp end = time.end();
  end.set_seconds(end.seconds() - 1);  // half open: the last second of it
  const std::string last =
      google::protobuf::util::TimeUtil::ToString(end).substr(0, 10);
  return last > first ? absl::StrCat(first, " to ", last) : first;
}

// "2400000", "2.55", "1e+21".
std::string NumberText(double value) {
  const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
  return absl::StrFormat(whole ? "%.0f" : "%g", value);
}

// "6 people", "34 to 40 people", "6".
std::string QuantityText(const v1::Quantity& quantity) {
  std::string text = NumberText(quantity.low());
  if (quantity.high() != quantity.low()) {
    absl::StrAppend(&text, " to ", NumberText(quantity.high()));
  }
  const std::string& what =
      quantity.unit().empty() ? quantity.counted() : quantity.unit();
  if (!what.empty()) absl::StrAppend(&text, " ", SafeText(what));
  return text;
}

}  // namespace

absl::Status TextView::Write(v1::Record record) {
  switch (record.kind_case()) {
    case v1::Record::kHeader:
      header_ = std::move(*record.mutable_header());
      break;
    case v1::Record::kSentence:
      sentences_.push_back(std::move(*record.mutable_sentence()));
      break;
    case v1::Record::kCluster:
      clusters_.push_back(std::move(*record.mutable_cluster()));
      break;
    case v1::Record::kComparison:
      comparisons_.push_back(std::move(*record.mutable_comparison()));
      break;
    default:
      run_.Add(std::move(record));
  }
  return absl::OkStatus();
}

absl::Status TextView::Finish(const std::vector<v1::Dropped>& dropped) {
  run_.Finish(dropped);
  const std::string& verb = header_.verb();
  if (verb == "reconcile") return sink_.Append(AccountText(run_, ink_));
  if (verb == "extract") out_ += ArticlesText(run_.articles, why_);
  if (verb == "segment") ShowSentences();
  if (verb == "claims") ShowClaims();
  if (verb == "cluster" || verb == "group") ShowClusters();
  if (verb == "compare") ShowComparisons();
  absl::StrAppend(&out_, NotReadText(run_, ink_));
  for (const v1::Dropped& cap : dropped) {
    absl::StrAppend(&out_, "Left out by ", cap.cap(), ": ", cap.count(), "\n");
  }
  return sink_.Append(out_);
}

// --- segment, claims ---------------------------------------------------------

void TextView::ShowSentences() {
  absl::string_view last;
  for (const v1::Sentence& sentence : sentences_) {
    if (sentence.article_id() != last) {
      last = sentence.article_id();
      const size_t at = run_.ArticleIndex(last);
      absl::StrAppend(
          &out_, "\n",
          SafeText(at == RunRecords::kNone ? last
                                           : run_.articles[at].external_id()),
          "\n");
    }
    absl::StrAppendFormat(&out_, "  %6d  %s\n", sentence.span().begin_byte(),
                          SafeText(sentence.text()));
  }
}

void TextView::ShowClaims() {
  absl::string_view last;
  for (const v1::Claim& claim : run_.claims) {
    if (claim.article_id() != last) {
      last = claim.article_id();
      const v1::Article& article = ArticleOf(run_, claim);
      const std::string day = DayOf(article.published());
      absl::StrAppend(&out_, "\n", SafeText(OutletOf(article)),
                      day.empty() ? "" : ", ", day, "\n");
    }
    ShowClaim(claim);
  }
}

void TextView::ShowClaim(const v1::Claim& claim) {
  absl::StrAppend(&out_, claim.rank() == v1::RANK_DETAIL ? "    - " : "  * ",
                  SafeText(claim.text()), "\n");
  std::vector<std::string> notes;
  for (const v1::Attribution* at = &claim.attribution();
       at != &v1::Attribution::default_instance() && !at->speaker().empty();
       at = &at->nested()) {
    notes.push_back(absl::StrCat("says ", SafeText(at->speaker())));
  }
  if (claim.polarity() == v1::POLARITY_NEGATIVE) notes.push_back("negative");
  if (claim.modality() != v1::MODALITY_ASSERTED) {
    notes.push_back(
        HumanName(v1::Modality_Name(claim.modality()), "MODALITY_"));
  }
  for (const v1::Quantity& quantity : claim.quantities()) {
    notes.push_back(QuantityText(quantity));
  }
  for (const v1::TimeInterval& time : claim.times()) {
    notes.push_back(
        absl::StrCat(SafeText(time.surface()), " = ", DaysOf(time)));
  }
  if (!notes.empty()) {
    absl::StrAppend(&out_, "        [", absl::StrJoin(notes, "; "), "]\n");
  }
}

// --- cluster, group, compare -------------------------------------------------

void TextView::ShowClusters() {
  for (const v1::Cluster& cluster : clusters_) {
    absl::StrAppend(&out_,
                    absl::StrJoin(cluster.claim_ids(), "  ",
                                  [](std::string* out, const std::string& id) {
                                    absl::StrAppend(out, SafeText(id));
                                  }),
                    "\n");
  }
}

void TextView::ShowComparisons() {
  for (const v1::Comparison& comparison : comparisons_) {
    std::vector<std::string> types;
    for (int type : comparison.types()) {
      types.push_back(KindName(static_cast<v1::DivergenceType>(type)));
    }
    absl::StrAppendFormat(
        &out_, "%s  %s%s  %.2f  (%s)\n", SafeText(comparison.id()),
        HumanName(v1::Comparison::Relation_Name(comparison.relation()),
                  "RELATION_"),
        types.empty() ? "" : absl::StrCat(": ", absl::StrJoin(types, ", ")),
        comparison.similarity(), ReasonNames(comparison.reasons()));
  }
}

}  // namespace concord
