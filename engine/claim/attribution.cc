#include "engine/claim/attribution.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/clauses.h"
#include "engine/claim/quotation.h"
#include "engine/claim/reporting_verb.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

using enum WordClass;

// The verb of reporting in a verb group, and where it stands.
struct Cue {
  uint32_t token = 0;
  const ReportingVerb* verb = nullptr;
};

class ReportFinder {
 public:
  ReportFinder(const SentenceView& sentence, absl::Span<const Clause> clauses,
               const Quotations& quotations)
      : s_(sentence), clauses_(clauses), quotations_(quotations) {}

  std::vector<Report> Run() {
    for (size_t i = 0; i < clauses_.size(); ++i) {
      AddClause(static_cast<int>(i));
    }
    AddSourcePhrases();
    std::sort(reports_.begin(), reports_.end(),
              [](const Report& a, const Report& b) { return a.cue < b.cue; });
    return std::move(reports_);
  }

 private:
  // -------------------------------------------------------- reporting clauses

  void AddClause(int index) {
    const Clause& clause = clauses_[index];
    if (clause.predicate.empty() || IsPartOfAnother(clause)) return;
    const Cue cue = FindCue(clause.predicate);
    if (cue.verb == nullptr) return;
    Report report;
    report.clause = index;
    report.cue = {clause.predicate.begin, cue.token + 1};
    report.verb = cue.verb->base;
    report.source = Source(clause);
    if (IsRelativePronounSource(clause)) {
      report.antecedent = report.source;
      report.source = {marker(clause), marker(clause) + 1};
    }
    if (!FindContent(clause, index, cue, report)) return;
    for (TokenRange& range : report.content) range = Trim(range);
    std::erase_if(report.content,
                  [](TokenRange range) { return range.empty(); });
    if (!report.content.empty() && !HoldsClause(report) && !Asks(report)) {
      report.own_words = true;
    }
    reports_.push_back(std::move(report));
  }

  // Something is claimed in what is said, unlike in `"Never," he said`.
  bool HoldsClause(const Report& report) const {
    for (const Clause& clause : clauses_) {
      if (clause.has_predicate() && !clause.subject.empty() &&
          report.Contains(clause.head)) {
        return true;
      }
    }
    return false;
  }

  bool Asks(const Report& report) const {
    const TokenRange all = report.Hull();
    for (uint32_t i = all.begin; i < all.end; ++i) {
      if (s_.word(i) == "?") return true;
    }
    return false;
  }

  // A clause made of the words of another, or without a verb.
  static bool IsPartOfAnother(const Clause& clause) {
    return clause.kind == ClauseKind::kApposition ||
           clause.kind == ClauseKind::kTitle ||
           clause.kind == ClauseKind::kParenthesis ||
           clause.kind == ClauseKind::kItem ||
           clause.kind == ClauseKind::kCircumstance ||
           clause.kind == ClauseKind::kOpening;
  }

  Cue FindCue(TokenRange group) const {
    for (uint32_t i = group.begin; i < group.end; ++i) {
      const VerbForm* verb = s_.verb(i);
      if (verb == nullptr) continue;
      if (const auto* reporting = FindReportingVerb(verb->base)) {
        return {i, reporting};
      }
    }
    return {};
  }

  // The subject, with what is told of it beside it: "Peter Morgan (D-Wis.), a
  // lawyer, who has sued".
  TokenRange Source(const Clause& clause) const {
    if (clause.passive) return Agent(clause);
    TokenRange source = clause.subject;
    if (source.empty()) return source;
    const uint32_t limit = source.end <= clause.predicate.begin
                               ? clause.predicate.begin
                               : s_.size();
    while (const Clause* inner = DescriptionAfter(source, limit)) {
      source.end = inner->range.end;
    }
    source.end = EndOfNotes(Trim(source).end, limit);
    return EndBeforeVerb(Trim(source), clause);
  }

  // "Holt, a pilot who had seen it,": all that stands between commas or dashes
  // before the verb, where it begins like a description.
  TokenRange EndBeforeVerb(TokenRange source, const Clause& clause) const {
    uint32_t verb = clause.predicate.begin;
    if (source.end + 2 >= verb) return source;
    while (s_.Is(verb - 1, kAdverb)) --verb;
    const uint32_t first = source.end + 1;
    const bool between = IsBreak(source.end) && IsBreak(verb - 1) &&
                         s_.word(source.end) == s_.word(verb - 1);
    if (between && (s_.Is(first, kDeterminer) || s_.Is(first, kNumber))) {
      source.end = verb - 1;
    }
    return source;
  }
  bool IsBreak(uint32_t i) const {
    return s_.Is(i, kComma) || s_.word(i) == "—" || s_.word(i) == "–";
  }

  // ", 20, of Leeds,": notes without a verb, each after a comma.
  uint32_t EndOfNotes(uint32_t end, uint32_t limit) const {
    while (end + 1 < limit && s_.Is(end, kComma)) {
      const uint32_t note = EndOfNote(end + 1, limit);
      if (note == end + 1) break;
      end = note;
    }
    return end;
  }

  // Where the note that begins at `begin` ends; `begin` where none does.
  uint32_t EndOfNote(uint32_t begin, uint32_t limit) const {
    const WordClass first = s_.class_of(begin);
    const bool from = s_.word(begin) == "of" || s_.word(begin) == "from";
    if (first != kNominal && first != kNumber && first != kDeterminer &&
        !from) {
      return begin;
    }
    uint32_t end = begin;
    while (end < limit && (IsNounWord(end) || IsNoteWord(end))) ++end;
    const bool closed = end == limit || s_.Is(end, kComma) || s_.Is(end, kStop);
    return closed ? end : begin;
  }
  bool IsNoteWord(uint32_t i) const {
    return s_.Is(i, kPreposition) ||
           (s_.Is(i, kConjunction) && i + 1 < s_.size() && IsNounWord(i + 1));
  }

  // "lawmakers who say": in its clause the source is "who".
  bool IsRelativePronounSource(const Clause& clause) const {
    return clause.kind == ClauseKind::kRelative && clause.marker >= 0 &&
           clause.object.empty() && !clause.passive &&
           !clause.subject.empty() && clause.subject.end <= marker(clause) &&
           s_.word(marker(clause)) != "where";
  }
  static uint32_t marker(const Clause& clause) {
    return static_cast<uint32_t>(clause.marker);
  }

  const Clause* DescriptionAfter(TokenRange source, uint32_t limit) const {
    uint32_t begin = source.end;
    if (s_.Is(begin, kComma)) ++begin;
    for (const Clause& inner : clauses_) {
      const bool describes = inner.kind == ClauseKind::kApposition ||
                             inner.kind == ClauseKind::kRelative ||
                             inner.kind == ClauseKind::kParenthesis;
      if (describes && inner.range.end <= limit &&
          (inner.range.begin == begin || inner.range.begin == source.end) &&
          inner.range.end > source.end) {
        return &inner;
      }
    }
    return nullptr;
  }

  // "was told by X", "is said by X".
  TokenRange Agent(const Clause& clause) const {
    const uint32_t by = clause.predicate.end;
    if (by >= s_.size() || s_.word(by) != "by") return {};
    uint32_t end = by + 1;
    while (end < clause.range.end && IsNounWord(end)) ++end;
    return end > by + 1 ? TokenRange{by + 1, end} : TokenRange{};
  }

  bool IsNounWord(uint32_t i) const {
    const WordClass c = s_.class_of(i);
    return c == kNominal || c == kDeterminer || c == kPossessive ||
           c == kPronoun || c == kNumber;
  }

  bool FindContent(const Clause& clause, int index, const Cue& cue,
                   Report& report) const {
    if (clause.kind == ClauseKind::kInsertion) {
      return AroundInsertion(clause, report);
    }
    if (cue.verb->takes_clause && Complement(clause, index, report)) {
      return true;
    }
    if (QuotedBefore(clause, cue, report)) return true;
    if (QuotedAfter(clause, cue, report)) return true;
    if (clause.passive && report.source.empty()) return false;
    if (Rest(clause, cue, report)) return true;
    return OwnWords(clause, cue, report);
  }

  // What follows the verb, where the clauses in it were not told apart:
  // whatever holds a finite verb can only be what was said.
  bool Rest(const Clause& clause, const Cue& cue, Report& report) const {
    if (!cue.verb->takes_clause || clause.passive) return false;
    if (cue.verb->kind == ReportKind::kAsk) return false;
    const TokenRange rest{clause.predicate.end, clause.range.end};
    if (rest.empty() || cue.token + 1 != rest.begin) return false;
    for (uint32_t i = rest.begin + 1; i < rest.end; ++i) {
      if (s_.Is(i, kComma) || s_.Is(i, kRelative)) return false;
      if (!IsFinite(s_.class_of(i))) continue;
      report.content.push_back(rest);
      return true;
    }
    return false;
  }

  // All of the sentence, but the insertion; of a relative clause that it breaks
  // into, the clause.
  bool AroundInsertion(const Clause& clause, Report& report) const {
    TokenRange around = s_.all();
    if (clause.parent != kNoClause &&
        clauses_[clause.parent].kind == ClauseKind::kRelative) {
      around = clauses_[clause.parent].range;
    }
    report.content = {{around.begin, clause.range.begin},
                      {clause.range.end, around.end}};
    return true;
  }

  // The clauses it governs: "that ...", "he was glad and she was not".
  bool Complement(const Clause& clause, int index, Report& report) const {
    for (const Clause& inner : clauses_) {
      if (inner.parent != index || inner.range.begin < clause.predicate.end ||
          (inner.kind != ClauseKind::kComplement &&
           inner.kind != ClauseKind::kQuestion)) {
        continue;
      }
      report.content.push_back(inner.range);
      report.open_question = inner.kind == ClauseKind::kQuestion;
    }
    return !report.content.empty();
  }

  // `"...," Holt told the paper`: a quotation straight before the clause.
  bool QuotedBefore(const Clause& clause, const Cue& cue,
                    Report& report) const {
    if (!cue.verb->takes_clause || clause.subject.empty()) return false;
    const uint32_t begin =
        std::min(clause.subject.begin, clause.predicate.begin);
    for (TokenRange quoted : quotations_.ranges) {
      if (quoted.end != begin || quoted.size() < 3) continue;
      report.content.push_back({0, begin});
      return true;
    }
    return false;
  }

  // A quotation to the right of the verb, or one that a colon announces.
  bool QuotedAfter(const Clause& clause, const Cue& cue, Report& report) const {
    if (!cue.verb->takes_clause) return false;
    for (TokenRange quoted : quotations_.ranges) {
      if (quoted.begin < cue.token) continue;
      if (!Introduces(clause, quoted.begin)) return false;
      report.content.push_back(quoted);
      return true;
    }
    // "Trump continued:" before a quotation in the next paragraph.
    const uint32_t last = s_.size() - 1;
    return s_.word(last) == ":" && clause.range.end >= last;
  }

  // Only a comma, a colon or a hearer stands between verb and quotation.
  bool Introduces(const Clause& clause, uint32_t quote) const {
    for (uint32_t i = clause.predicate.end; i < quote; ++i) {
      if (IsFinite(s_.class_of(i))) return false;
    }
    return quote > 0 && (quote == clause.predicate.end ||
                         s_.Is(quote - 1, kComma) || s_.word(quote - 1) == ":");
  }

  // "denied any part in it", "urged both sides to talk", "vowed to win".
  bool OwnWords(const Clause& clause, const Cue& cue, Report& report) const {
    if (clause.range.end <= cue.token + 1) return false;
    const TokenRange rest = Trim({cue.token + 1, clause.range.end});
    if (rest.empty()) return false;
    const bool infinitive = TakesInfinitive(cue) && HasInfinitive(rest);
    const bool object = cue.verb->takes_object && OpensNoun(rest.begin);
    const bool about = OpensAbout(cue, rest.begin) && !IsNegated(clause);
    if (!infinitive && !object && !about) return false;
    report.content.push_back(rest);
    report.own_words = true;
    return true;
  }

  // "vowed to win", but not "continued to win".
  static bool TakesInfinitive(const Cue& cue) {
    return cue.verb->kind != ReportKind::kSay;
  }

  // "did not comment on it": nothing was said.
  bool IsNegated(const Clause& clause) const {
    for (uint32_t i = clause.predicate.begin; i < clause.predicate.end; ++i) {
      if (s_.Is(i, kNot)) return true;
    }
    return false;
  }

  // "called for calm", "spoke again about the flood".
  bool OpensAbout(const Cue& cue, uint32_t i) const {
    while (s_.Is(i, kAdverb)) ++i;
    return i < s_.size() && cue.verb->TakesPreposition(s_.word(i));
  }

  bool OpensNoun(uint32_t i) const {
    return IsNounWord(i) || s_.Is(i, kOpenQuote) || s_.Is(i, kGerund);
  }

  bool HasInfinitive(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end && i < range.begin + 6; ++i) {
      if (s_.Is(i, kInfinitive)) return true;
      if (IsFinite(s_.class_of(i)) || s_.Is(i, kComma)) return false;
    }
    return false;
  }

  // ------------------------------------------------------------ "according to"

  void AddSourcePhrases() {
    for (uint32_t i = 0; i + 2 < s_.size(); ++i) {
      if (s_.word(i) == "according" && s_.word(i + 1) == "to") {
        AddSourcePhrase(i);
      }
    }
  }

  void AddSourcePhrase(uint32_t i) {
    Report report;
    report.source_phrase = true;
    report.cue = {i, i + 2};
    uint32_t end = i + 2;
    while (end < s_.size() && (IsNounWord(end) || IsInsideSource(end))) ++end;
    report.source = Trim({i + 2, end});
    if (report.source.empty()) return;
    const TokenRange outer = Surrounding(i);
    report.content = {Trim({outer.begin, i}), Trim({end, outer.end})};
    std::erase_if(report.content,
                  [](TokenRange range) { return range.empty(); });
    reports_.push_back(std::move(report));
  }

  // "data released on Friday by the bank"
  bool IsInsideSource(uint32_t i) const {
    const WordClass c = s_.class_of(i);
    return c == kPreposition || c == kTime || c == kAdverb ||
           c == kParticiple || c == kGerund ||
           (c == kFinite && s_.verb(i)->participle) ||
           (c == kConjunction && i + 1 < s_.size() && IsNounWord(i + 1));
  }

  // The smallest main clause or clause of content around token i.
  TokenRange Surrounding(uint32_t i) const {
    TokenRange best = s_.all();
    for (const Clause& clause : clauses_) {
      const bool counts = clause.kind == ClauseKind::kMain ||
                          clause.kind == ClauseKind::kComplement ||
                          clause.kind == ClauseKind::kConjunct ||
                          clause.kind == ClauseKind::kRelative;
      if (counts && clause.range.Contains(i) &&
          clause.range.size() <= best.size()) {
        best = clause.range;
      }
    }
    return best;
  }

  // Without marks at its ends.
  TokenRange Trim(TokenRange range) const {
    while (!range.empty() && IsEdge(range.begin)) ++range.begin;
    while (!range.empty() && IsEdge(range.end - 1) &&
           !s_.Is(range.end - 1, kCloseQuote)) {
      --range.end;
    }
    return range;
  }
  bool IsEdge(uint32_t i) const { return s_.Is(i, kComma) || s_.Is(i, kStop); }

  const SentenceView& s_;
  const absl::Span<const Clause> clauses_;
  const Quotations& quotations_;
  std::vector<Report> reports_;
};

}  // namespace

TokenRange Report::Hull() const {
  return content.empty()
             ? TokenRange{}
             : TokenRange{content.front().begin, content.back().end};
}

bool Report::Contains(uint32_t token) const {
  return std::any_of(content.begin(), content.end(),
                     [&](TokenRange range) { return range.Contains(token); });
}

std::vector<Report> FindReports(const SentenceView& sentence,
                                absl::Span<const Clause> clauses,
                                const Quotations& quotations) {
  return ReportFinder(sentence, clauses, quotations).Run();
}

}  // namespace concord
