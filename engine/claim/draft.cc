#include "engine/claim/draft.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/attribution.h"
#include "engine/claim/clauses.h"
#include "engine/claim/core.h"
#include "engine/claim/piece.h"
#include "engine/claim/reporting_verb.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

using enum WordClass;

// Tokens of an insertion that part a subject from its verb for the reader too.
constexpr uint32_t kLongInsertion = 8;

bool IsPart(const Clause& clause) {
  return clause.kind == ClauseKind::kItem ||
         clause.kind == ClauseKind::kCircumstance;
}

class Drafter {
 public:
  Drafter(const SentenceView& sentence, absl::Span<const Clause> clauses,
          absl::Span<const Report> reports)
      : s_(sentence), clauses_(clauses), draft_of_(clauses.size(), -1) {
    report_of_.resize(clauses.size(), nullptr);
    own_words_.resize(clauses.size(), nullptr);
    thought_of_.resize(clauses.size(), nullptr);
    for (const Report& report : reports) {
      if (report.source_phrase) {
        source_phrases_.push_back({report.cue.begin, report.source.end});
      }
      if (report.clause == kNoClause) continue;
      if (report.own_words) {
        own_words_[report.clause] = &report;
      } else if (IsThought(report)) {
        thought_of_[report.clause] = &report;
      } else if (!report.open_question) {
        report_of_[report.clause] = &report;
      }
    }
    openings_.resize(clauses.size());
    for (const Clause& clause : clauses) {
      if (clause.kind == ClauseKind::kOpening) {
        openings_[clause.beside] = clause.range;
      }
    }
    children_.resize(clauses.size());
    for (size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].parent != kNoClause) {
        children_[clauses[i].parent].push_back(static_cast<int>(i));
      }
      if (clauses[i].kind == ClauseKind::kTitle) titles_.push_back(clauses[i]);
    }
    for (std::vector<int>& children : children_) {
      std::sort(children.begin(), children.end(), [&](int a, int b) {
        return clauses[a].range < clauses[b].range;
      });
    }
  }

  std::vector<Draft> Run() {
    for (size_t i = 0; i < clauses_.size(); ++i) {
      if (Claims(static_cast<int>(i))) Add(static_cast<int>(i));
    }
    AddCores();
    for (size_t i = 0; i < clauses_.size(); ++i) {
      const Report* report = report_of_[i] ? report_of_[i] : thought_of_[i];
      if (draft_of_[i] >= 0 && report != nullptr) {
        HangOnContent(drafts_[draft_of_[i]], *report);
      }
    }
    return InTextOrder();
  }

 private:
  // A subject that stands apart from its clause goes before what parts them.
  uint32_t Begin(const Draft& draft) const {
    const Clause& clause = clauses_[draft.clause];
    return clause.range.Contains(draft.pieces.front())
               ? std::min(draft.span.begin, draft.pieces.front().begin)
               : draft.span.begin;
  }

  std::vector<Draft> InTextOrder() {
    std::vector<int> order(drafts_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return Begin(drafts_[a]) < Begin(drafts_[b]);
    });
    std::vector<int> place(drafts_.size());
    for (size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = static_cast<int>(i);
    }
    std::vector<Draft> sorted;
    sorted.reserve(drafts_.size());
    for (int i : order) {
      sorted.push_back(std::move(drafts_[i]));
      if (sorted.back().parent >= 0) {
        sorted.back().parent = place[sorted.back().parent];
      }
    }
    return sorted;
  }

  // What somebody thinks can be true or false by itself: "Holt believes the
  // plan is sound".
  bool IsThought(const Report& report) const {
    const ReportingVerb* verb = FindReportingVerb(report.verb);
    return verb != nullptr && verb->kind == ReportKind::kThink;
  }

  bool Claims(int index) const {
    const Clause& clause = clauses_[index];
    if (clause.predicate.empty()) return false;
    if (IsPart(clause)) return draft_of_[clause.beside] >= 0;
    if (clause.kind == ClauseKind::kQuestion || clause.subject.empty()) {
      return false;
    }
    if (report_of_[index] != nullptr) return TellsOfSpeech(index);
    return clause.kind != ClauseKind::kInsertion ||
           own_words_[index] != nullptr;
  }

  // "the envoy said in a letter on Monday": when, where, to whom or by whom
  // something was said can be false by itself. A name with a bare "said" only
  // vouches for what was said.
  bool TellsOfSpeech(int index) const {
    const Clause& clause = clauses_[index];
    if (SpeaksNow(clause)) return false;
    if (!IsBareName(WithoutTitle(clause.subject))) return true;
    return HasCircumstance(clause, Pieces(index));
  }

  // Tells more than who spoke and to whom: "said in a statement", "wrote on
  // Friday"; but in "Holt, of Leeds, said" the place tells of Holt.
  bool HasCircumstance(const Clause& clause,
                       const std::vector<TokenRange>& pieces) const {
    for (TokenRange piece : pieces) {
      for (uint32_t i = piece.begin; i < piece.end; ++i) {
        if (clause.subject.begin <= i && i < clause.predicate.begin) continue;
        if (s_.Is(i, kPreposition) || s_.Is(i, kTime)) return true;
      }
    }
    return false;
  }

  // "Mara Holt", "the Defence Ministry", "industry experts".
  bool IsBareName(TokenRange subject) const {
    uint32_t plain = 0;
    for (uint32_t i = subject.begin; i < subject.end; ++i) {
      plain += !s_.token(i).capital && !s_.Is(i, kDeterminer);
    }
    return plain < 3;
  }

  // "I say once more", "you know": said in saying it.
  bool SpeaksNow(const Clause& clause) const {
    const absl::string_view word = s_.word(clause.subject.begin);
    const VerbForm* verb = s_.verb(clause.predicate.begin);
    return clause.subject.size() == 1 &&
           (word == "i" || word == "we" || word == "you") && verb != nullptr &&
           verb->bare;
  }

  // The act of saying is a detail of the first claim of what was said.
  void HangOnContent(Draft& speech, const Report& report) const {
    int first = -1;
    for (size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (&draft == &speech || !report.Contains(clauses_[draft.clause].head) ||
          draft.parent >= 0) {
        continue;
      }
      if (first < 0 || draft.span.begin < drafts_[first].span.begin) {
        first = static_cast<int>(i);
      }
    }
    speech.parent = first;
  }

  void Add(int index) {
    Draft draft;
    draft.clause = index;
    draft.pieces = Pieces(index);
    if (draft.pieces.empty()) return;
    draft.span = Span(clauses_[index], draft.pieces);
    draft.subject = WithoutTitle(clauses_[index].subject);
    AddRun(draft.subject, draft.pieces);
    AddSaid(index, draft.pieces);
    if (!clauses_[index].object.empty()) {
      AddRun(clauses_[index].object, draft.pieces);
    }
    draft.parent = Parent(index);
    draft_of_[index] = static_cast<int>(drafts_.size());
    drafts_.push_back(std::move(draft));
  }

  // Claims nearer to each other than this are not told twice.
  static constexpr double kSame = 0.8;

  // Of each claim that tells much beside its predicate, the claims that do not.
  void AddCores() {
    const size_t count = drafts_.size();
    for (size_t i = 0; i < count; ++i) {
      const int index = drafts_[i].clause;
      if (!HasCores(index)) continue;
      for (auto& core : CoresOf(s_, clauses_[index], drafts_[i].pieces)) {
        if (core.empty() || IsTold(index, core)) continue;
        Draft draft = drafts_[i];
        draft.pieces = std::move(core);
        draft.span = OwnSpan(clauses_[index], draft.pieces);
        if (draft.span.end <= draft.span.begin) continue;
        if (draft.parent < 0) draft.parent = static_cast<int>(i);
        drafts_.push_back(std::move(draft));
      }
    }
  }

  bool HasCores(int index) const {
    const ClauseKind kind = clauses_[index].kind;
    return (kind == ClauseKind::kMain || kind == ClauseKind::kConjunct ||
            kind == ClauseKind::kOpening || kind == ClauseKind::kComplement ||
            kind == ClauseKind::kAdverbial) &&
           report_of_[index] == nullptr && own_words_[index] == nullptr;
  }

  // By a claim of the clause, or of its parts.
  bool IsTold(int index, const std::vector<TokenRange>& pieces) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return (draft.clause == index ||
              clauses_[draft.clause].beside == index) &&
             Overlap(draft.pieces, pieces) >= kSame;
    });
  }

  // `"Never," he said`: the words said are part of the claim.
  void AddSaid(int index, std::vector<TokenRange>& pieces) const {
    if (own_words_[index] == nullptr ||
        clauses_[index].kind != ClauseKind::kInsertion) {
      return;
    }
    for (TokenRange said : own_words_[index]->content) AddRun(said, pieces);
  }

  bool HasComma(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (s_.Is(i, kComma)) return true;
    }
    return false;
  }

  // The pieces of the clause the list stands in, with the one item in place of
  // the list.
  std::vector<TokenRange> ItemPieces(const Clause& item) const {
    std::vector<TokenRange> pieces;
    for (TokenRange piece : Pieces(item.beside)) {
      const TokenRange list = item.shared;
      AddTrimmed(s_, {piece.begin, std::min(piece.end, list.begin)}, pieces);
      // Only what of the item lies in this piece: a clause that stands by
      // itself may part the item, and then it lies in two.
      AddTrimmed(s_,
                 {std::max(piece.begin, item.range.begin),
                  std::min(piece.end, item.range.end)},
                 pieces);
      // What follows a list of three goes with its last item.
      if (item.kind == ClauseKind::kItem && item.range.end != list.end &&
          HasComma(list)) {
        continue;
      }
      AddTrimmed(s_, {std::max(piece.begin, list.end), piece.end}, pieces);
    }
    return pieces;
  }

  // The clause's own tokens, without what opens it: that is told as a detail.
  std::vector<TokenRange> Pieces(int index) const {
    const Clause& clause = clauses_[index];
    if (clause.kind == ClauseKind::kOpening) return AllPieces(clause.beside);
    if (clause.kind == ClauseKind::kParenthesis) return {clause.range};
    if (IsPart(clause)) return ItemPieces(clause);
    std::vector<TokenRange> pieces = AllPieces(index);
    CutOut(s_, openings_[index], pieces);
    return pieces;
  }

  // The range of the clause without the clauses inside it that stand by
  // themselves.
  std::vector<TokenRange> AllPieces(int index) const {
    const Clause& clause = clauses_[index];
    std::vector<TokenRange> pieces;
    if (clause.kind == ClauseKind::kConjunct)
      AddTrimmed(s_, clause.shared, pieces);
    uint32_t at = clause.range.begin;
    for (int child : children_[index]) {
      const Clause& inner = clauses_[child];
      if (!StandsAlone(clause, index, inner)) continue;
      const TokenRange apart = Apart(inner);
      AddTrimmed(s_, {at, apart.begin}, pieces);
      at = std::max(at, apart.end);
    }
    AddTrimmed(s_, {at, clause.range.end}, pieces);
    DropMarker(clause, pieces);
    for (TokenRange phrase : source_phrases_) CutOut(s_, phrase, pieces);
    return pieces;
  }

  // What a clause takes away from the one around it: of a title, not the name.
  static TokenRange Apart(const Clause& inner) {
    return inner.kind == ClauseKind::kTitle ? inner.predicate : inner.range;
  }

  bool StandsAlone(const Clause& outer, int index, const Clause& inner) const {
    switch (inner.kind) {
      case ClauseKind::kQuestion:
      case ClauseKind::kItem:
      case ClauseKind::kCircumstance:
      case ClauseKind::kOpening:
        return false;
      case ClauseKind::kComplement:
        return report_of_[index] != nullptr;
      case ClauseKind::kParticiple:
      case ClauseKind::kAdverbial:
      case ClauseKind::kRelative:
        // A clause that is the subject, or part of the predicate, stays.
        return !outer.predicate.empty() && !inner.predicate.empty();
      default:
        return true;
    }
  }

  // "who", "that", "after" belong to the sentence, not to the claim.
  void DropMarker(const Clause& clause, std::vector<TokenRange>& pieces) const {
    if (pieces.empty() || clause.marker < 0) return;
    TokenRange& first = pieces.front();
    const auto marker = static_cast<uint32_t>(clause.marker);
    if (first.begin == marker) {
      ++first.begin;
      if (first.empty()) pieces.erase(pieces.begin());
    }
  }

  // The run of the clause. A relative clause, participle or apposition takes
  // the noun beside it along, for without it nobody can read it.
  TokenRange Span(const Clause& clause,
                  const std::vector<TokenRange>& pieces) const {
    if (IsPart(clause)) {
      return {std::min(clause.predicate.begin, clause.range.begin),
              std::max(clause.predicate.end, clause.range.end)};
    }
    if (clause.kind == ClauseKind::kConjunct) return OwnSpan(clause, pieces);
    TokenRange span{OwnBegin(clause, pieces), pieces.back().end};
    const bool takes_noun = clause.kind == ClauseKind::kRelative ||
                            clause.kind == ClauseKind::kParticiple ||
                            clause.kind == ClauseKind::kApposition ||
                            clause.kind == ClauseKind::kParenthesis;
    const TokenRange noun =
        clause.object.empty() ? clause.subject : clause.object;
    if (takes_noun && noun.end <= span.begin && noun.end + 3 > span.begin) {
      span.begin = noun.begin;
    }
    return span;
  }

  // Where the clause begins, after a long insertion that parts the subject from
  // it: "Holt, a lawyer who for ten years led the harbour board, resigned".
  static uint32_t OwnBegin(const Clause& clause,
                           const std::vector<TokenRange>& pieces) {
    uint32_t begin = pieces.front().begin;
    for (size_t i = 1; i < pieces.size(); ++i) {
      if (pieces[i].begin > clause.predicate.begin) break;
      if (pieces[i].begin > pieces[i - 1].end + kLongInsertion) {
        begin = pieces[i].begin;
      }
    }
    return begin;
  }

  // Of pieces that lie in the clause itself.
  static TokenRange OwnSpan(const Clause& clause,
                            const std::vector<TokenRange>& pieces) {
    TokenRange span{clause.predicate.begin, pieces.back().end};
    for (const TokenRange& piece : pieces) {
      if (clause.range.Contains(piece)) {
        span.begin = std::min(span.begin, piece.begin);
      }
    }
    return span;
  }

  TokenRange WithoutTitle(TokenRange subject) const {
    for (const Clause& title : titles_) {
      if (title.range.begin == subject.begin &&
          subject.Contains(title.subject)) {
        subject.begin = title.subject.begin;
      }
    }
    return subject;
  }

  // Details hang on the claim they are told beside.
  int Parent(int index) const {
    const Clause& clause = clauses_[index];
    switch (clause.kind) {
      case ClauseKind::kItem:
      case ClauseKind::kCircumstance:
      case ClauseKind::kOpening:
        return draft_of_[clause.beside];
      case ClauseKind::kRelative:
      case ClauseKind::kParticiple:
      case ClauseKind::kApposition:
      case ClauseKind::kParenthesis:
      case ClauseKind::kTitle:
      case ClauseKind::kAdverbial:
        break;
      default:
        return -1;
    }
    for (int up = clause.parent; up != kNoClause; up = clauses_[up].parent) {
      if (draft_of_[up] >= 0) return draft_of_[up];
    }
    return -1;
  }

  const SentenceView& s_;
  const absl::Span<const Clause> clauses_;
  // Of each clause that only reports what another says, its report.
  std::vector<const Report*> report_of_;
  // Of each clause that tells what was said in its own words, its report.
  std::vector<const Report*> own_words_;
  // Of each clause that tells what somebody thinks, its report.
  std::vector<const Report*> thought_of_;
  std::vector<TokenRange> source_phrases_;
  std::vector<Clause> titles_;
  std::vector<std::vector<int>> children_;
  std::vector<TokenRange> openings_;  // of each clause, what opens it
  std::vector<int> draft_of_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> DraftClaims(const SentenceView& sentence,
                               absl::Span<const Clause> clauses,
                               absl::Span<const Report> reports) {
  return Drafter(sentence, clauses, reports).Run();
}

}  // namespace concord
