#include "engine/report/text_view.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <cmath>
#include <map>
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
#include "engine/report/safe_text.h"

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

// "2022-05-10", or "" where the time is unknown.
std::string DateOf(const v1::TimeInterval& time) {
  if (!time.has_begin()) return "";
  return google::protobuf::util::TimeUtil::ToString(time.begin()).substr(0, 10);
}

// "2022-05-10", "2022-01-01 to 2022-12-31", or "?" where the time is unknown.
std::string DaysOf(const v1::TimeInterval& time) {
  const std::string first = DateOf(time);
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

std::string OutletOf(const v1::Article& article) {
  return SafeText(article.outlet().empty() ? article.external_id()
                                           : article.outlet());
}

absl::string_view SliceOf(const v1::Article& article, const v1::TextSpan& s) {
  return absl::string_view(article.text())
      .substr(s.begin_byte(), s.end_byte() - s.begin_byte());
}

std::string Plural(size_t n, absl::string_view one, absl::string_view many) {
  return absl::StrCat(n, " ", n == 1 ? one : many);
}

}  // namespace

absl::Status TextView::Write(v1::Record record) {
  switch (record.kind_case()) {
    case v1::Record::kHeader:
      header_ = std::move(*record.mutable_header());
      break;
    case v1::Record::kArticle:
      article_index_[record.article().article_id()] = articles_.size();
      articles_.push_back(std::move(*record.mutable_article()));
      break;
    case v1::Record::kSentence:
      sentences_.push_back(std::move(*record.mutable_sentence()));
      break;
    case v1::Record::kClaim:
      claim_index_[record.claim().claim_id()] = claims_.size();
      claims_.push_back(std::move(*record.mutable_claim()));
      break;
    case v1::Record::kCluster:
      clusters_.push_back(std::move(*record.mutable_cluster()));
      break;
    case v1::Record::kStory:
      ++stories_;
      break;
    case v1::Record::kRelation:
      relations_.push_back(std::move(*record.mutable_relation()));
      break;
    case v1::Record::kAgreement:
      agreements_.push_back(std::move(*record.mutable_agreement()));
      break;
    case v1::Record::kDivergence:
      divergences_.push_back(std::move(*record.mutable_divergence()));
      break;
    case v1::Record::kUnique:
      uniques_.push_back(std::move(*record.mutable_unique()));
      break;
    case v1::Record::kComparison:
      comparisons_.push_back(std::move(*record.mutable_comparison()));
      break;
    case v1::Record::kQuarantine:
      quarantines_.push_back(std::move(*record.mutable_quarantine()));
      break;
    case v1::Record::kTrailer:
    case v1::Record::KIND_NOT_SET:
      break;
  }
  return absl::OkStatus();
}

absl::Status TextView::Finish(const std::vector<v1::Dropped>& dropped) {
  const std::string& verb = header_.verb();
  if (verb == "extract") ShowArticles();
  if (verb == "segment") ShowSentences();
  if (verb == "claims") ShowClaims();
  if (verb == "reconcile") ShowAccount();
  if (verb == "cluster" || verb == "group") ShowClusters();
  if (verb == "compare") ShowComparisons();
  ShowQuarantines();
  for (const v1::Dropped& cap : dropped) {
    absl::StrAppend(&out_, "Left out by ", cap.cap(), ": ", cap.count(), "\n");
  }
  return sink_.Append(out_);
}

void TextView::Heading(absl::string_view title, size_t count) {
  absl::StrAppend(&out_, "\n", title, " (", count, ")\n");
}

std::string TextView::Where(const std::string& claim_id) const {
  const auto claim = claim_index_.find(claim_id);
  if (claim == claim_index_.end()) return claim_id;
  const auto article = article_index_.find(claims_[claim->second].article_id());
  if (article == article_index_.end()) return claim_id;
  const v1::Article& at = articles_[article->second];
  const std::string date = DateOf(at.published());
  return date.empty() ? OutletOf(at) : absl::StrCat(OutletOf(at), ", ", date);
}

const std::string& TextView::Words(const std::string& claim_id) const {
  const auto claim = claim_index_.find(claim_id);
  return claim == claim_index_.end() ? claim_id : claims_[claim->second].text();
}

// --- extract, segment, claims ------------------------------------------------

void TextView::ShowArticles() {
  for (const v1::Article& article : articles_) {
    absl::StrAppend(&out_, "\n", SafeText(article.external_id()), "  ",
                    article.article_id(), "\n");
    const std::pair<absl::string_view, std::string> facts[] = {
        {"title", SafeText(article.title())},
        {"outlet", SafeText(article.outlet())},
        {"address", SafeText(article.uri())},
        {"published", DateOf(article.published())},
        {"agency", SafeText(article.origin().agency())},
        {"byline", SafeText(article.origin().byline())},
        {"dateline", SafeText(article.origin().dateline())},
        {"republished from", SafeText(article.origin().republished_from())}};
    for (const auto& [name, value] : facts) {
      if (!value.empty()) {
        absl::StrAppendFormat(&out_, "  %-17s %s\n", name, value);
      }
    }
    for (const v1::Section& section : article.sections()) {
      absl::StrAppendFormat(
          &out_, "  %-11s %s\n",
          HumanName(v1::SectionKind_Name(section.kind()), "SECTION_KIND_"),
          SafeText(SliceOf(article, section.span())));
    }
  }
}

void TextView::ShowSentences() {
  absl::string_view last;
  for (const v1::Sentence& sentence : sentences_) {
    if (sentence.article_id() != last) {
      last = sentence.article_id();
      const auto it = article_index_.find(last);
      absl::StrAppend(&out_, "\n",
                      it == article_index_.end()
                          ? std::string(last)
                          : SafeText(articles_[it->second].external_id()),
                      "\n");
    }
    absl::StrAppendFormat(&out_, "  %6d  %s\n", sentence.span().begin_byte(),
                          SafeText(sentence.text()));
  }
}

void TextView::ShowClaims() {
  absl::string_view last;
  for (const v1::Claim& claim : claims_) {
    if (claim.article_id() != last) {
      last = claim.article_id();
      absl::StrAppend(&out_, "\n", Where(claim.claim_id()), "\n");
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

// --- reconcile ---------------------------------------------------------------

void TextView::ShowAccount() {
  ShowCounts();
  ShowDivergences(/*apparent=*/false);
  ShowAgreements();
  ShowUniques();
  ShowUnsure();
  ShowDivergences(/*apparent=*/true);
}

void TextView::ShowCounts() {
  std::map<std::string, size_t> outlets;
  for (const v1::Article& article : articles_) ++outlets[OutletOf(article)];
  absl::StrAppend(&out_, "Read ",
                  Plural(articles_.size(), "article", "articles"), " of ",
                  Plural(outlets.size(), "outlet", "outlets"), ": ",
                  Plural(claims_.size(), "claim", "claims"), ", ",
                  Plural(stories_, "story", "stories"), ".\n");
  for (const v1::Article& article : articles_) {
    if (article.superseded_by().empty()) continue;
    absl::StrAppend(&out_, "Revised: ", OutletOf(article), ", ",
                    DateOf(article.published()),
                    "; the later text is the one compared.\n");
  }
}

void TextView::ShowDivergences(bool apparent) {
  std::vector<const v1::Divergence*> shown;
  for (const v1::Divergence& divergence : divergences_) {
    if (divergence.apparent() == apparent) shown.push_back(&divergence);
  }
  if (shown.empty() && apparent) return;
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto* a, const auto* b) {
                     return a->severity() > b->severity();
                   });
  Heading(apparent ? "NO CONFLICT, THOUGH IT LOOKS LIKE ONE" : "DIVERGENCES",
          shown.size());
  for (const v1::Divergence* divergence : shown) ShowDivergence(*divergence);
}

void TextView::ShowDivergence(const v1::Divergence& divergence) {
  absl::StrAppend(&out_, "\n  ");
  if (!divergence.apparent()) {
    absl::StrAppend(
        &out_, HumanName(v1::Severity_Name(divergence.severity()), "SEVERITY_"),
        ", ");
  }
  absl::StrAppend(&out_, KindName(divergence.type()), ": ",
                  ReasonNames(divergence.reasons()), "\n");
  for (const v1::DivergenceSide& side : divergence.sides()) {
    absl::StrAppend(&out_, "    \"", SafeText(side.value()), "\"\n");
    for (const std::string& id : side.claim_ids()) {
      absl::StrAppend(&out_, "      ", Where(id), ": ", SafeText(Words(id)),
                      "\n");
    }
  }
}

void TextView::ShowAgreements() {
  Heading("AGREEMENTS", agreements_.size());
  std::vector<const v1::Agreement*> shown;
  for (const v1::Agreement& agreement : agreements_) {
    shown.push_back(&agreement);
  }
  std::stable_sort(
      shown.begin(), shown.end(), [](const auto* a, const auto* b) {
        return std::make_pair(a->support().origins_max(), a->claim_ids_size()) >
               std::make_pair(b->support().origins_max(), b->claim_ids_size());
      });
  for (const v1::Agreement* agreement : shown) {
    const v1::Support& support = agreement->support();
    const std::string origins =
        support.origins_min() == support.origins_max()
            ? Plural(support.origins_min(), "origin", "origins")
            : absl::StrCat(support.origins_min(), " to ", support.origins_max(),
                           " origins");
    absl::StrAppend(
        &out_, "\n  ", Plural(support.articles(), "article", "articles"), ", ",
        Plural(support.outlets(), "outlet", "outlets"), ", ", origins, " (",
        HumanName(v1::AgreementKind_Name(agreement->kind()), "AGREEMENT_KIND_"),
        ")\n");
    for (const std::string& id : agreement->claim_ids()) {
      absl::StrAppend(&out_, "    ", Where(id), ": ", SafeText(Words(id)),
                      "\n");
    }
  }
}

void TextView::ShowUniques() {
  Heading("ONLY IN ONE ARTICLE OF ITS STORY", uniques_.size());
  std::map<std::string, std::vector<const v1::Claim*>> by_article;
  for (const v1::Unique& unique : uniques_) {
    const auto it = claim_index_.find(unique.claim_id());
    if (it == claim_index_.end()) continue;
    const v1::Claim& claim = claims_[it->second];
    // A detail is read with its matter, which stands above or elsewhere.
    if (claim.rank() != v1::RANK_DETAIL) {
      by_article[Where(claim.claim_id())].push_back(&claim);
    }
  }
  for (auto& [where, claims] : by_article) {
    absl::StrAppend(&out_, "\n  ", where, "\n");
    std::sort(claims.begin(), claims.end(), [](const auto* a, const auto* b) {
      return std::make_pair(a->article_id(), a->span().begin_byte()) <
             std::make_pair(b->article_id(), b->span().begin_byte());
    });
    for (const v1::Claim* claim : claims) {
      absl::StrAppend(&out_, "    ", SafeText(claim->text()), "\n");
    }
  }
}

void TextView::ShowUnsure() {
  const size_t count = static_cast<size_t>(
      std::count_if(relations_.begin(), relations_.end(), [](const auto& r) {
        return r.relation() == v1::Comparison::RELATION_UNSURE;
      }));
  Heading("TO REVIEW: COMPARED, UNDECIDED", count);
  for (const v1::Relation& relation : relations_) {
    if (relation.relation() != v1::Comparison::RELATION_UNSURE) continue;
    absl::StrAppend(&out_, "\n    ", Where(relation.a()), ": ",
                    SafeText(Words(relation.a())), "\n    ",
                    Where(relation.b()), ": ", SafeText(Words(relation.b())),
                    "\n");
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

void TextView::ShowQuarantines() {
  if (quarantines_.empty()) return;
  Heading("NOT READ, OR NOT AS IT STOOD", quarantines_.size());
  for (const v1::Quarantine& quarantine : quarantines_) {
    absl::StrAppend(&out_, "  ", SafeText(quarantine.source()), ": ",
                    SafeText(quarantine.message()), "\n");
  }
}

}  // namespace concord
