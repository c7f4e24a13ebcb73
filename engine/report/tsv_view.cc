#include "engine/report/tsv_view.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "engine/base/status_macros.h"
#include "engine/report/reading_order.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

constexpr absl::string_view kHeading =
    "set\tset_id\tmatter\tseverity\tside\toutlet\tpublished\tspeaker\tclaim\t"
    "claim_id\tarticle_id\taddress\talso_in\n";

// A set that a claim is in, and as what.
struct Membership {
  absl::string_view set, id, matter, severity;
  std::string side;
};

// The sets of every claim, those to be read first first.
class Memberships {
 public:
  explicit Memberships(const RunRecords& run)
      : run_(run), sets_(run.claims.size()) {
    for (const bool apparent : {false, true}) {
      for (const size_t i : DivergenceOrder(run, apparent)) {
        AddDivergence(run.divergences[i]);
      }
      if (!apparent) AddAgreements();
    }
    for (const v1::Unique& unique : run.uniques) {
      Add(std::vector<std::string>{unique.claim_id()},
          {"unique", unique.claim_id(), "", "", ""});
    }
    for (size_t i = 0; i < sets_.size(); ++i) {
      if (sets_[i].empty()) order_.push_back(i);
    }
  }

  // Claims in the order of the lines: set by set, then those in none.
  const std::vector<size_t>& order() const { return order_; }
  const std::vector<Membership>& Of(size_t claim) const { return sets_[claim]; }

 private:
  template <typename Ids>
  void Add(const Ids& claim_ids, const Membership& as) {
    for (const size_t claim : ClaimIndices(run_, claim_ids)) {
      if (sets_[claim].empty()) order_.push_back(claim);
      sets_[claim].push_back(as);
    }
  }

  void AddDivergence(const v1::Divergence& divergence) {
    Membership as{divergence.apparent() ? "no conflict" : "divergence",
                  divergence.divergence_id(), WordsOf(divergence.type()),
                  divergence.apparent() ? "" : WordsOf(divergence.severity()),
                  ""};
    for (int i = 0; i < divergence.sides_size(); ++i) {
      as.side = absl::StrCat(i + 1);
      Add(divergence.sides(i).claim_ids(), as);
    }
  }

  void AddAgreements() {
    for (const bool one_origin : {false, true}) {
      for (const size_t i : AgreementOrder(run_, one_origin)) {
        const v1::Agreement& agreement = run_.agreements[i];
        Add(agreement.claim_ids(), {"agreement", agreement.agreement_id(),
                                    WordsOf(agreement.kind()), "", ""});
      }
    }
  }

  const RunRecords& run_;
  std::vector<std::vector<Membership>> sets_;  // by claim
  std::vector<size_t> order_;
};

// What a claim in no set is.
absl::string_view RestOf(v1::Disposition disposition) {
  switch (disposition) {
    case v1::DISPOSITION_UNSURE:
      return "undecided";
    case v1::DISPOSITION_REPEATED:
      return "repeated";
    case v1::DISPOSITION_ALONE:
      return "alone";
    case v1::DISPOSITION_RELATED:
      return "related";
    default:
      return "";
  }
}

std::string LineOf(const RunRecords& run, size_t index,
                   const std::vector<Membership>& sets) {
  const v1::Claim& claim = run.claims[index];
  const v1::Article& article = ArticleOf(run, claim);
  const Membership first =
      sets.empty() ? Membership{RestOf(claim.disposition()), "", "", "", ""}
                   : sets.front();
  std::vector<absl::string_view> others;
  for (size_t i = 1; i < sets.size(); ++i) {
    if (sets[i].id != first.id) others.push_back(sets[i].id);
  }
  const std::string published = TimeOf(article.published());
  const std::string speakers = SpeakersOf(claim);
  const std::string also_in = absl::StrJoin(others, " ");
  const absl::string_view line[] = {
      first.set,    first.id,          first.matter,       first.severity,
      first.side,   OutletOf(article), published,          speakers,
      claim.text(), claim.claim_id(),  claim.article_id(), article.uri(),
      also_in};
  const auto cell = [](std::string* out, absl::string_view text) {
    absl::StrAppend(out, TsvCell(text));
  };
  return absl::StrCat(absl::StrJoin(line, "\t", cell), "\n");
}

}  // namespace

std::string TsvCell(absl::string_view text) {
  std::string cell = SafeText(text);
  for (const absl::string_view start :
       {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (absl::StartsWith(cell, start)) return absl::StrCat("'", cell);
  }
  if (absl::StartsWith(cell, "\"")) {
    return absl::StrCat("\"", absl::StrReplaceAll(cell, {{"\"", "\"\""}}),
                        "\"");
  }
  return cell;
}

absl::Status TsvView::Write(v1::Record record) {
  run_.Add(std::move(record));
  return absl::OkStatus();
}

absl::Status TsvView::Finish(const std::vector<v1::Dropped>& dropped) {
  run_.Finish(dropped);
  CONCORD_RETURN_IF_ERROR(sink_.Append(kHeading));
  const Memberships sets(run_);
  for (const size_t claim : sets.order()) {
    CONCORD_RETURN_IF_ERROR(sink_.Append(LineOf(run_, claim, sets.Of(claim))));
  }
  return absl::OkStatus();
}

}  // namespace concord
