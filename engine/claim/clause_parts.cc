#include "engine/claim/clause_parts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/clauses.h"
#include "engine/claim/description.h"
#include "engine/claim/noun_list.h"
#include "engine/claim/phrase.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/label.h"

namespace concord {
namespace {

class PartFinder {
 public:
  PartFinder(const SentenceView& sentence, const PhraseContext& phrases,
             std::vector<Clause>& clauses)
      : s_(sentence),
        c_(phrases),
        clauses_(clauses),
        lists_(FindNounLists(sentence, phrases.phrases())) {}

  // "spokesman Nirad Sinha": that he is a spokesman.
  void AddTitles() {
    for (const Phrase& phrase : c_.phrases()) {
      if (phrase.kind != PhraseKind::kNoun) continue;
      const auto found = TitleIn(s_, phrase);
      if (!found) continue;
      Clause clause;
      clause.kind = ClauseKind::kTitle;
      clause.parent = InnermostAround(phrase.range);
      clause.range = {found->description.begin, found->subject.end};
      clause.subject = found->subject;
      clause.predicate = found->description;
      clause.head = found->description.end - 1;
      clauses_.push_back(clause);
    }
  }

  // "A and B left": that A left, that B left.
  void AddItems() {
    for (const NounList& list : lists_) {
      const int around = InnermostAround(list.whole);
      if (around == kNoClause || !clauses_[around].has_predicate()) continue;
      for (TokenRange item : list.items) {
        if (clauses_[around].kind == ClauseKind::kApposition) {
          AddPart(ClauseKind::kApposition, around, {}, item);
          clauses_.back().predicate = item;
          continue;
        }
        AddPart(ClauseKind::kItem, around, list.whole, item);
        Clause& clause = clauses_.back();
        if (clause.subject.Contains(list.whole)) clause.subject = item;
      }
    }
  }

  // "In 2012, the firm failed": when and where, told first.
  void AddOpenings() {
    const size_t count = clauses_.size();
    for (size_t i = 0; i < count; ++i) {
      const Clause& clause = clauses_[i];
      if (clause.kind != ClauseKind::kMain || !clause.has_predicate() ||
          clause.subject.empty()) {
        continue;
      }
      const TokenRange opening = OpeningOf(clause);
      if (!opening.empty()) {
        AddPart(ClauseKind::kOpening, static_cast<int>(i), opening, opening);
      }
    }
  }

  // Of a clause with several circumstances, each.
  void AddCircumstances() {
    const size_t count = clauses_.size();
    for (size_t i = 0; i < count; ++i) {
      const ClauseKind kind = clauses_[i].kind;
      if (kind == ClauseKind::kMain || kind == ClauseKind::kConjunct ||
          kind == ClauseKind::kComplement || kind == ClauseKind::kRelative ||
          kind == ClauseKind::kParticiple || kind == ClauseKind::kAdverbial) {
        AddCircumstancesOf(static_cast<int>(i));
      }
    }
  }

 private:
  // The prepositional phrase or time between the begin of the clause and the
  // comma before its subject; empty where it opens with anything else.
  TokenRange OpeningOf(const Clause& clause) const {
    size_t p = 0;
    while (p < c_.size() && c_[p].range.begin < clause.range.begin) ++p;
    if (c_.KindAt(p) == PhraseKind::kConjunction) ++p;
    if (p >= c_.size()) return {};
    const bool opens = c_.KindAt(p) == PhraseKind::kPreposition ||
                       (c_.KindAt(p) == PhraseKind::kNoun && IsTime(c_[p]));
    const uint32_t begin = c_[p].range.begin;
    // "According to" names a source.
    if (!opens || s_.word(begin) == "according") return {};
    for (; p + 1 < c_.size() && c_[p + 1].range.begin <= clause.subject.begin;
         ++p) {
      if (c_.KindAt(p) == PhraseKind::kComma &&
          c_[p + 1].range.begin == clause.subject.begin) {
        return {begin, c_[p].range.begin};
      }
      if (c_.KindAt(p) == PhraseKind::kVerb ||
          c_.KindAt(p) == PhraseKind::kMarker) {
        return {};
      }
    }
    return {};
  }

  void AddCircumstancesOf(int index) {
    const Clause& clause = clauses_[index];
    if (!clause.has_predicate()) return;
    const std::vector<TokenRange> found = CircumstancesOf(clause);
    if (found.size() < 2) return;
    const TokenRange all{found.front().begin, found.back().end};
    for (TokenRange one : found) {
      AddPart(ClauseKind::kCircumstance, index, all, one);
    }
  }

  // The prepositional phrases and times that follow the object, each with
  // those that belong to its noun.
  std::vector<TokenRange> CircumstancesOf(const Clause& clause) {
    std::vector<TokenRange> found;
    size_t p = AfterObject(clause);
    while (p < c_.size() && c_[p].range.end <= clause.range.end) {
      const uint32_t from = c_[p].range.begin;
      if (c_.KindAt(p) == PhraseKind::kPreposition) ++p;
      if (c_.KindAt(p) != PhraseKind::kNoun ||
          c_[p].range.end > clause.range.end) {
        break;
      }
      const bool bare = from == c_[p].range.begin;
      const bool time = IsTime(c_[p]);
      if (bare && !time) break;
      const uint32_t end = EndOfList(c_[p].range);
      const bool next_to = from > 0 && s_.word(from - 1) == "next";
      if (!found.empty() && !time &&
          (next_to || IsNominalModifier(c_[p].head))) {
        found.back().end = end;
      } else {
        found.push_back({from, end});
      }
      while (p < c_.size() && c_[p].range.begin < end) ++p;
      // "on 4 February 2018, at the stadium"
      if (c_.KindAt(p) == PhraseKind::kComma &&
          c_.KindAt(p + 1) == PhraseKind::kPreposition) {
        ++p;
      }
    }
    return found;
  }

  // The noun depends on another, not on a verb: "Ghent" of "a mill in Ghent".
  bool IsNominalModifier(uint32_t noun) {
    if (grammar_.labels.empty()) {
      grammar_ = ParseSentence(s_.text(), s_.tokens());
    }
    return grammar_.labels[noun] == Label::kNmod;
  }

  uint32_t EndOfList(TokenRange noun) const {
    for (const NounList& list : lists_) {
      if (list.whole.Contains(noun)) return list.whole.end;
    }
    return noun.end;
  }

  // The phrase after the predicate and what completes it: an object, or a
  // prepositional phrase that says neither when nor where.
  size_t AfterObject(const Clause& clause) const {
    size_t p = 0;
    while (p < c_.size() && c_[p].range.begin < clause.predicate.end) {
      ++p;
    }
    while (c_.KindAt(p) == PhraseKind::kAdverb) ++p;
    if (c_.KindAt(p) == PhraseKind::kNoun && !IsTime(c_[p])) return p + 1;
    if (c_.KindAt(p) != PhraseKind::kPreposition ||
        c_.KindAt(p + 1) != PhraseKind::kNoun) {
      return c_.size();
    }
    const VerbForm* verb = s_.verb(clause.head);
    const bool be = verb != nullptr && verb->base == "be";
    return !be && IsCircumstance(p, clause.passive) ? p : p + 2;
  }

  // "in 2012", "during the war", "at the mill"; of a passive, "by the navy".
  bool IsCircumstance(size_t preposition, bool passive) const {
    static constexpr absl::string_view kTimeAndPlace[] = {
        "after",  "amid",       "at",     "before", "despite",
        "during", "in",         "inside", "near",   "outside",
        "since",  "throughout", "until",  "within"};
    const absl::string_view word = s_.word(c_[preposition].head);
    if (passive && word == "by") return true;
    return IsTime(c_[preposition + 1]) ||
           std::find(std::begin(kTimeAndPlace), std::end(kTimeAndPlace),
                     word) != std::end(kTimeAndPlace);
  }

  // Told by its head, a date, or a year: "in 2012".
  bool IsTime(const Phrase& noun) const {
    if (!s_.Is(noun.head, WordClass::kNumber)) {
      return s_.Is(noun.head, WordClass::kTime);
    }
    for (uint32_t i = noun.range.begin; i < noun.range.end; ++i) {
      if (s_.Is(i, WordClass::kTime)) return true;
    }
    const absl::string_view word = s_.word(noun.head);
    return noun.range.size() == 1 && word.size() == 4 &&
           (word[0] == '1' || word[0] == '2');
  }

  void AddPart(ClauseKind kind, int whole_clause, TokenRange shared,
               TokenRange part) {
    Clause clause = clauses_[whole_clause];
    clause.kind = kind;
    clause.beside = whole_clause;
    clause.shared = shared;
    clause.range = part;
    clauses_.push_back(clause);
  }

  // The smallest clause that holds `range`.
  int InnermostAround(TokenRange range) const {
    int best = kNoClause;
    for (size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      if (clause.kind == ClauseKind::kTitle ||
          clause.kind == ClauseKind::kItem ||
          clause.kind == ClauseKind::kCircumstance ||
          clause.kind == ClauseKind::kOpening ||
          !clause.range.Contains(range)) {
        continue;
      }
      if (best == kNoClause ||
          clause.range.size() <= clauses_[best].range.size()) {
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  const SentenceView& s_;
  const PhraseContext& c_;
  std::vector<Clause>& clauses_;
  const std::vector<NounList> lists_;
  ParsedSentence grammar_;  // made when first asked: parsing is dear
};

}  // namespace

void AddClauseParts(const SentenceView& sentence, const PhraseContext& phrases,
                    std::vector<Clause>& clauses) {
  PartFinder finder(sentence, phrases, clauses);
  finder.AddTitles();
  finder.AddItems();
  finder.AddCircumstances();
  finder.AddOpenings();
}

}  // namespace concord
