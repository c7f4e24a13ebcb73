#include "engine/report/text_account.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "engine/base/utf8.h"
#include "engine/report/first_told.h"
#include "engine/report/marked_words.h"
#include "engine/report/outlet_matrix.h"
#include "engine/report/passage.h"
#include "engine/report/reading_order.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// Writes the parts one after the other. Every text of others passes SafeText.
class AccountWriter {
 public:
  AccountWriter(const RunRecords& run, Ink ink) : run_(run), ink_(ink) {}

  std::string Write() {
    WriteRead();
    WriteDivergences(/*apparent=*/false);
    WriteChanged();
    WriteAgreements(/*one_origin=*/false);
    WriteAgreements(/*one_origin=*/true);
    WriteUniques();
    WriteTimeline();
    WriteOutlets();
    WriteUnsure();
    WriteDivergences(/*apparent=*/true);
    return std::move(out_);
  }

 private:
  void Heading(absl::string_view title, size_t count) {
    absl::StrAppend(
        &out_, "\n",
        ink_.Heading(absl::StrCat(title, " (", Counted(count), ")")), "\n");
  }

  void WriteRead() {
    absl::StrAppend(&out_, "Read ",
                    Plural(run_.articles.size(), "article", "articles"), " of ",
                    Plural(OutletsIn(run_).size(), "outlet", "outlets"), " on ",
                    Plural(run_.stories.size(), "event", "events"), ": ",
                    Plural(run_.claims.size(), "claim", "claims"), ".\n");
    std::vector<std::string> shares;
    for (const Share& share : SharesOf(run_)) {
      if (share.count == 0) continue;
      shares.push_back(absl::StrCat(Counted(share.count), " ", share.words));
    }
    if (!shares.empty()) {
      absl::StrAppend(&out_, "Of these ", absl::StrJoin(shares, ", "), ".\n");
    }
    for (const v1::Dropped& cap : run_.dropped) {
      absl::StrAppend(&out_, "Left out by ", cap.cap(), ": ", cap.count(),
                      "\n");
    }
    absl::StrAppend(&out_, NotReadText(run_, ink_));
  }

  // "The Calder Post, 2023-03-14 12:15, according to the coast guard".
  std::string Telling(size_t claim) const {
    const v1::Article& article = ArticleOf(run_, run_.claims[claim]);
    std::string out = ink_.Strong(SafeText(OutletOf(article)));
    if (const std::string time = TimeOf(article.published()); !time.empty()) {
      absl::StrAppend(&out, ", ", time);
    }
    if (const std::string speakers = SpeakersOf(run_.claims[claim]);
        !speakers.empty()) {
      absl::StrAppend(&out, ", according to ", SafeText(speakers));
    }
    return out;
  }

  // The claim's words, those that `others` lacks marked where there is colour.
  std::string Words(size_t claim, const WordSet* others) const {
    const std::string words = SafeText(run_.claims[claim].text());
    if (others == nullptr) return words;
    std::string out;
    for (const MarkedRun& run : MarkWords(words, *others)) {
      absl::StrAppend(
          &out, run.marked ? ink_.Marked(run.text) : std::string(run.text));
    }
    return out;
  }

  void WritePrinted(size_t claim) {
    const Passage passage =
        PassageOf(ArticleOf(run_, run_.claims[claim]), run_.claims[claim]);
    if (!IsReworded(passage, run_.claims[claim])) return;
    const std::string printed =
        absl::StrCat(passage.cut_before ? "…" : "", passage.before, passage.own,
                     passage.after, passage.cut_after ? "…" : "");
    absl::StrAppend(&out_, "      ",
                    ink_.Soft("as printed: " + SafeText(printed)), "\n");
  }

  void WriteClaims(std::vector<size_t> claims, const WordSet* others) {
    const Wordings wordings = WordingsOf(run_, std::move(claims));
    for (const std::vector<size_t>& group : wordings.groups) {
      absl::StrAppend(&out_, "    ", Words(group.front(), others), "\n");
      if (others != nullptr) WritePrinted(group.front());
      for (const size_t claim : group) {
        absl::StrAppend(&out_, "      ", Telling(claim), "\n");
      }
    }
    if (wordings.shorter > 0) {
      absl::StrAppend(
          &out_, "      ",
          ink_.Soft(absl::StrCat(
              "and ",
              Plural(wordings.shorter, "shorter claim", "shorter claims"),
              " within")),
          "\n");
    }
  }

  void WriteDivergences(bool apparent) {
    const std::vector<size_t> order = DivergenceOrder(run_, apparent);
    if (apparent && order.empty()) return;
    Heading(apparent ? "NO CONFLICT, THOUGH IT LOOKS LIKE ONE" : "DIVERGENCES",
            order.size());
    for (const size_t i : order) WriteDivergence(run_.divergences[i]);
  }

  void WriteDivergence(const v1::Divergence& divergence) {
    absl::StrAppend(&out_, "\n  ");
    if (!divergence.apparent()) {
      const std::string severity =
          absl::AsciiStrToUpper(WordsOf(divergence.severity()));
      absl::StrAppend(&out_,
                      divergence.severity() == v1::SEVERITY_HIGH
                          ? ink_.High(severity)
                          : severity,
                      "  ");
    }
    absl::StrAppend(&out_, ink_.Strong(WordsOf(divergence.type())),
                    ChangeOf(divergence.change()), "\n");
    for (int i = 0; i < divergence.sides_size(); ++i) {
      if (i > 0) absl::StrAppend(&out_, "   ", ink_.Soft("against"), "\n");
      const WordSet others = WordsOfOtherSides(run_, divergence, i);
      WriteClaims(ClaimIndices(run_, divergence.sides(i).claim_ids()), &others);
    }
    absl::StrAppend(&out_, "   ", divergence.apparent() ? "none: " : "why: ",
                    ReasonsIn<v1::ReasonCode>(divergence.reasons()), "\n");
  }

  std::string ChangeOf(v1::Change change) const {
    return change == v1::CHANGE_UNSPECIFIED
               ? ""
               : absl::StrCat(", ", WordsOf(change));
  }

  void WriteAgreements(bool one_origin) {
    const std::vector<size_t> order = AgreementOrder(run_, one_origin);
    if (one_origin && order.empty()) return;
    Heading(one_origin ? "ON ONE ORIGIN: ONE TEXT OR ONE VOICE" : "AGREEMENTS",
            order.size());
    for (const size_t i : order) {
      const v1::Agreement& agreement = run_.agreements[i];
      absl::StrAppend(
          &out_, "\n  ", ink_.Agreed(OriginsOf(agreement.support())), "; ",
          StandingOf(agreement), ChangeOf(agreement.change()), "\n");
      WriteClaims(ClaimIndices(run_, agreement.claim_ids()), nullptr);
    }
  }

  void WriteUniques() {
    const auto by_outlet = UniquesByOutlet(run_);
    size_t count = 0;
    for (const auto& [outlet, uniques] : by_outlet) count += uniques.size();
    Heading("ONLY ONE SAYS", count);
    for (const auto& [outlet, uniques] : by_outlet) {
      absl::StrAppend(&out_, "\n  ", ink_.Strong(SafeText(outlet)), "\n");
      for (const size_t i : uniques) {
        const size_t claim = run_.ClaimIndex(run_.uniques[i].claim_id());
        const std::string speakers = SpeakersOf(run_.claims[claim]);
        absl::StrAppend(&out_, "    ", SafeText(run_.claims[claim].text()),
                        speakers.empty() ? ""
                                         : ink_.Soft(absl::StrCat(
                                               " (", SafeText(speakers), ")")),
                        "\n");
      }
    }
  }

  void WriteTimeline() {
    const std::vector<size_t> firsts = CountFirsts(run_);
    Heading("WHO REPORTED FIRST", run_.articles.size());
    absl::StrAppend(&out_, "\n");
    for (const size_t i : ArticlesByTime(run_)) {
      const v1::Article& article = run_.articles[i];
      const std::string time = TimeOf(article.published());
      absl::StrAppend(&out_, "  ", time.empty() ? "time unknown" : time, "  ",
                      ink_.Strong(SafeText(OutletOf(article))), "  ",
                      SafeText(article.title()));
      if (!article.superseded_by().empty()) {
        absl::StrAppend(&out_, "; revised later");
      }
      if (firsts[i] > 0) {
        absl::StrAppend(&out_, "; ",
                        ink_.Agreed(absl::StrCat(
                            "first with ",
                            Plural(firsts[i], "agreed fact", "agreed facts"))));
      }
      absl::StrAppend(&out_, "\n");
    }
  }

  void WriteOutlets() {
    const OutletMatrix matrix = CountOutletMatrix(run_);
    if (matrix.outlets.size() < 2) return;
    Heading("WHO AGREES/DIFFERS WITH WHOM", matrix.outlets.size());
    size_t widest = 0;
    for (const absl::string_view outlet : matrix.outlets) {
      widest = std::max(widest, Utf8Width(SafeText(outlet)));
    }
    std::string head(widest + 6, ' ');
    for (size_t i = 1; i <= matrix.outlets.size(); ++i) {
      absl::StrAppendFormat(&head, "%8d", i);
    }
    absl::StrAppend(&out_, "\n", ink_.Soft(head), "\n");
    size_t row = 0;
    for (const absl::string_view outlet : matrix.outlets) {
      const std::string name = SafeText(outlet);
      std::string line = absl::StrFormat("  %2d  ", ++row);
      absl::StrAppend(&line, name, std::string(widest - Utf8Width(name), ' '));
      for (const absl::string_view column : matrix.outlets) {
        const auto it = matrix.cells.find({outlet, column});
        absl::StrAppendFormat(
            &line, "%8s",
            it == matrix.cells.end()
                ? (column == outlet ? "" : "-")
                : absl::StrCat(it->second.agreed, "/", it->second.differed));
      }
      absl::StrAppend(&out_, absl::StripTrailingAsciiWhitespace(line), "\n");
    }
  }

  // In code points: near enough for a column of names.
  static size_t Utf8Width(absl::string_view text) {
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(),
                      [](char c) { return !IsContinuationByte(c); }));
  }

  void WritePairs(const std::vector<v1::Relation>& relations, size_t most) {
    size_t shown = 0;
    for (const auto& [first, second] : PairsOf(run_, relations)) {
      if (++shown > most) break;
      absl::StrAppend(&out_, "\n");
      for (const size_t claim : {first, second}) {
        absl::StrAppend(&out_, "    ", SafeText(run_.claims[claim].text()),
                        "\n      ", Telling(claim), "\n");
      }
    }
  }

  void WriteChanged() {
    const std::vector<size_t> revised = RevisedArticles(run_);
    const size_t count = revised.size() + run_.superseded.size();
    if (count == 0) return;
    Heading("CHANGED", count);
    for (const size_t i : revised) {
      const v1::Article& article = run_.articles[i];
      absl::StrAppend(&out_, i == revised.front() ? "\n" : "",
                      "  revised: ", ink_.Strong(SafeText(OutletOf(article))),
                      ", ", TimeOf(article.published()), ", ",
                      SafeText(article.title()),
                      "; the later text is the one compared\n");
    }
    WritePairs(run_.superseded, run_.superseded.size());
  }

  void WriteUnsure() {
    if (run_.unsure.empty()) return;
    Heading("TO REVIEW: COMPARED, UNDECIDED", run_.unsure_count);
    if (run_.unsure_count > kMostUnsureInText) {
      absl::StrAppend(&out_, "  The ", kMostUnsureInText,
                      " most alike; more are on the page of --format=html, all "
                      "in the record stream.\n");
    }
    WritePairs(run_.unsure, kMostUnsureInText);
  }

  const RunRecords& run_;
  const Ink ink_;
  std::string out_;
};

}  // namespace

std::string AccountText(const RunRecords& run, Ink ink) {
  return AccountWriter(run, ink).Write();
}

std::string NotReadText(const RunRecords& run, Ink ink) {
  if (run.quarantines.empty()) return "";
  std::string out =
      absl::StrCat("\n",
                   ink.Heading(absl::StrCat("NOT READ, OR NOT AS IT STOOD (",
                                            run.quarantines.size(), ")")),
                   "\n");
  for (const v1::Quarantine& quarantine : run.quarantines) {
    absl::StrAppend(&out, "  ", SafeText(quarantine.source()), ": ",
                    SafeText(quarantine.message()), "\n");
  }
  return out;
}

}  // namespace concord
