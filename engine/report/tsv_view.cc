#include "engine/report/tsv_view.h"

#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/base/status_macros.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

constexpr absl::string_view kHeading =
    "set\tset_id\tmatter\tseverity\tside\toutlet\tpublished\tspeaker\tclaim\t"
    "article_id\taddress\n";

// What the lines of one set, or of one side of it, have in common.
struct SetCells {
  absl::string_view set, id, matter, severity;
  std::string side;
};

absl::Status WriteClaim(const RunRecords& run, const SetCells& cells,
                        absl::string_view claim_id, ByteSink& sink) {
  const size_t index = run.ClaimIndex(claim_id);
  if (index == RunRecords::kNone) return absl::OkStatus();
  const v1::Claim& claim = run.claims[index];
  const size_t at = run.ArticleIndex(claim.article_id());
  const v1::Article& article = at == RunRecords::kNone
                                   ? v1::Article::default_instance()
                                   : run.articles[at];
  const std::string published = DayOf(article.published());
  const absl::string_view line[] = {cells.set,    cells.id,
                                    cells.matter, cells.severity,
                                    cells.side,   OutletOf(article),
                                    published,    claim.attribution().speaker(),
                                    claim.text(), claim.article_id(),
                                    article.uri()};
  const auto cell = [](std::string* out, absl::string_view text) {
    absl::StrAppend(out, TsvCell(text));
  };
  return sink.Append(absl::StrCat(absl::StrJoin(line, "\t", cell), "\n"));
}

template <typename Ids>
absl::Status WriteClaims(const RunRecords& run, const SetCells& cells,
                         const Ids& claim_ids, ByteSink& sink) {
  for (const std::string& id : claim_ids) {
    CONCORD_RETURN_IF_ERROR(WriteClaim(run, cells, id, sink));
  }
  return absl::OkStatus();
}

absl::Status WriteDivergence(const RunRecords& run,
                             const v1::Divergence& divergence, ByteSink& sink) {
  SetCells cells{divergence.apparent() ? "no conflict" : "divergence",
                 divergence.divergence_id(), WordsOf(divergence.type()),
                 divergence.apparent() ? "" : WordsOf(divergence.severity()),
                 ""};
  for (int i = 0; i < divergence.sides_size(); ++i) {
    cells.side = absl::StrCat(i + 1);
    CONCORD_RETURN_IF_ERROR(
        WriteClaims(run, cells, divergence.sides(i).claim_ids(), sink));
  }
  return absl::OkStatus();
}

}  // namespace

std::string TsvCell(absl::string_view text) {
  std::string cell = SafeText(text);
  for (const absl::string_view start :
       {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (absl::StartsWith(cell, start)) return absl::StrCat("'", cell);
  }
  return cell;
}

absl::Status TsvView::Write(v1::Record record) {
  run_.Add(std::move(record));
  return absl::OkStatus();
}

absl::Status TsvView::Finish(const std::vector<v1::Dropped>&) {
  CONCORD_RETURN_IF_ERROR(sink_.Append(kHeading));
  for (const v1::Divergence& divergence : run_.divergences) {
    CONCORD_RETURN_IF_ERROR(WriteDivergence(run_, divergence, sink_));
  }
  for (const v1::Agreement& agreement : run_.agreements) {
    const SetCells cells{"agreement", agreement.agreement_id(),
                         WordsOf(agreement.kind()), "", ""};
    CONCORD_RETURN_IF_ERROR(
        WriteClaims(run_, cells, agreement.claim_ids(), sink_));
  }
  for (const v1::Unique& unique : run_.uniques) {
    const SetCells cells{"unique", unique.claim_id(), "", "", ""};
    CONCORD_RETURN_IF_ERROR(WriteClaim(run_, cells, unique.claim_id(), sink_));
  }
  return absl::OkStatus();
}

}  // namespace concord
