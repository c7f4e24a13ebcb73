#include "engine/report/delta_view.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

absl::string_view WordOf(v1::Change change) {
  switch (change) {
    case v1::CHANGE_CHANGED:
      return "changed";
    case v1::CHANGE_SUPERSEDED:
      return "superseded by later reports";
    case v1::CHANGE_RETRACTED:
      return "retracted by a revision";
    default:
      return "new";
  }
}

bool IsNew(v1::Change change) { return change == v1::CHANGE_NEW; }

}  // namespace

absl::Status DeltaView::Write(v1::Record record) {
  if (record.has_article()) {
    v1::Article& article = *record.mutable_article();
    const std::string id = article.article_id();
    articles_[id] = std::move(article);
  } else if (record.has_claim()) {
    const std::string id = record.claim().claim_id();
    claims_[id] = std::move(*record.mutable_claim());
  } else if (record.has_story()) {
    ++stories_;
  } else if (record.has_agreement()) {
    agreements_.push_back(std::move(*record.mutable_agreement()));
  } else if (record.has_divergence()) {
    divergences_.push_back(std::move(*record.mutable_divergence()));
  } else if (record.has_unique()) {
    uniques_.push_back(std::move(*record.mutable_unique()));
  } else if (record.has_quarantine()) {
    quarantines_.push_back(std::move(*record.mutable_quarantine()));
  }
  return absl::OkStatus();
}

absl::Status DeltaView::Finish(const std::vector<v1::Dropped>&) {
  ShowCounts();
  ShowNewDivergences();
  ShowMoved();
  ShowNewAgreements();
  ShowNewUniques();
  ShowQuarantines();
  return sink_.Append(out_);
}

void DeltaView::Heading(absl::string_view title, size_t count) {
  absl::StrAppend(&out_, "\n", title, " (", count, ")\n");
}

void DeltaView::ShowCounts() {
  if (articles_.empty() && quarantines_.empty()) {
    absl::StrAppend(&out_, "Nothing new.\n");
    return;
  }
  absl::StrAppend(&out_, "Touched ",
                  Plural(articles_.size(), "article", "articles"), ", ",
                  Plural(claims_.size(), "claim", "claims"), ", ",
                  Plural(stories_, "story", "stories"), ".\n");
}

void DeltaView::ShowNewDivergences() {
  std::vector<const v1::Divergence*> shown;
  for (const v1::Divergence& d : divergences_) {
    if (IsNew(d.change()) && !d.apparent()) shown.push_back(&d);
  }
  if (shown.empty()) return;
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto* a, const auto* b) {
                     return a->severity() > b->severity();
                   });
  Heading("NEW DIVERGENCES", shown.size());
  for (const v1::Divergence* d : shown) ShowSides(*d);
}

void DeltaView::ShowSides(const v1::Divergence& divergence) {
  const std::string reasons =
      absl::StrJoin(divergence.reasons(), ", ", [](std::string* out, int code) {
        absl::StrAppend(out, WordsOf(static_cast<v1::ReasonCode>(code)));
      });
  absl::StrAppend(&out_, "\n  ", WordsOf(divergence.severity()), ", ",
                  WordsOf(divergence.type()), ": ", reasons, "\n");
  for (const v1::DivergenceSide& side : divergence.sides()) {
    absl::StrAppend(&out_, "    \"", SafeText(side.value()), "\"\n");
    for (const std::string& id : side.claim_ids()) {
      absl::StrAppend(&out_, "  ");
      ShowClaim(id);
    }
  }
}

void DeltaView::ShowClaim(const std::string& claim_id) {
  const auto claim = claims_.find(claim_id);
  if (claim == claims_.end()) {
    absl::StrAppend(&out_, "    claim ", SafeText(claim_id), "\n");
    return;
  }
  const auto article = articles_.find(claim->second.article_id());
  absl::StrAppend(&out_, "    ");
  if (article != articles_.end()) {
    absl::StrAppend(&out_, SafeText(OutletOf(article->second)), ", ",
                    DayOf(article->second.published()), ": ");
  }
  absl::StrAppend(&out_, SafeText(claim->second.text()), "\n");
}

void DeltaView::ShowMembers(const v1::Agreement& agreement) {
  for (const std::string& id : agreement.claim_ids()) ShowClaim(id);
}

void DeltaView::ShowMoved() {
  size_t count = 0;
  for (const v1::Divergence& d : divergences_) {
    count += !IsNew(d.change()) && !d.apparent();
  }
  for (const v1::Agreement& a : agreements_) count += !IsNew(a.change());
  if (count == 0) return;
  Heading("CHANGED SINCE THE LAST DROP", count);
  for (const v1::Divergence& d : divergences_) {
    if (IsNew(d.change()) || d.apparent()) continue;
    absl::StrAppend(&out_, "\n  divergence ", WordOf(d.change()), ":");
    ShowSides(d);
  }
  for (const v1::Agreement& a : agreements_) {
    if (IsNew(a.change())) continue;
    absl::StrAppend(&out_, "\n  agreement ", WordOf(a.change()), ": ",
                    OriginsOf(a.support()), "\n");
    ShowMembers(a);
  }
}

void DeltaView::ShowNewAgreements() {
  std::vector<const v1::Agreement*> shown;
  for (const v1::Agreement& a : agreements_) {
    if (IsNew(a.change())) shown.push_back(&a);
  }
  if (shown.empty()) return;
  std::stable_sort(
      shown.begin(), shown.end(), [](const auto* a, const auto* b) {
        return a->support().origins_max() > b->support().origins_max();
      });
  Heading("NEW AGREEMENTS", shown.size());
  for (const v1::Agreement* a : shown) {
    absl::StrAppend(&out_, "\n  ", OriginsOf(a->support()), ", ",
                    WordsOf(a->kind()), "\n");
    ShowMembers(*a);
  }
}

void DeltaView::ShowNewUniques() {
  std::map<std::string, std::vector<const v1::Claim*>> by_outlet;
  size_t count = 0;
  for (const v1::Unique& unique : uniques_) {
    const auto claim = claims_.find(unique.claim_id());
    if (claim == claims_.end()) continue;
    // A detail is read with its matter.
    if (claim->second.rank() == v1::RANK_DETAIL) continue;
    const auto article = articles_.find(claim->second.article_id());
    by_outlet[article == articles_.end() ? std::string()
                                         : SafeText(OutletOf(article->second))]
        .push_back(&claim->second);
    ++count;
  }
  if (count == 0) return;
  Heading("ONLY IN ONE ARTICLE OF ITS STORY", count);
  for (auto& [outlet, claims] : by_outlet) {
    std::sort(claims.begin(), claims.end(), [](const auto* a, const auto* b) {
      return std::make_pair(a->article_id(), a->span().begin_byte()) <
             std::make_pair(b->article_id(), b->span().begin_byte());
    });
    absl::StrAppend(&out_, "\n  ", outlet, "\n");
    for (const v1::Claim* claim : claims) {
      absl::StrAppend(&out_, "    ", SafeText(claim->text()), "\n");
    }
  }
}

void DeltaView::ShowQuarantines() {
  if (quarantines_.empty()) return;
  Heading("NOT READ, OR NOT AS IT STOOD", quarantines_.size());
  for (const v1::Quarantine& quarantine : quarantines_) {
    absl::StrAppend(&out_, "  ", SafeText(quarantine.source()), ": ",
                    SafeText(quarantine.message()), "\n");
  }
}

}  // namespace concord
