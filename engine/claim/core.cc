#include "engine/claim/core.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/claim/clauses.h"
#include "engine/claim/piece.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

using enum WordClass;

// Reads a clause's claim from its predicate on and notes where it might end.
class CoreFinder {
 public:
  CoreFinder(const SentenceView& sentence, const Clause& clause)
      : s_(sentence),
        predicate_(clause.predicate),
        copula_(IsFormOf(clause.head, "be")),
        needs_place_(IsFormOf(clause.head, "put") ||
                     IsFormOf(clause.head, "place")) {}

  std::set<uint32_t> Ends(const std::vector<TokenRange>& pieces) {
    for (TokenRange piece : pieces) {
      const uint32_t begin = std::max(piece.begin, predicate_.end);
      for (uint32_t i = begin; i < piece.end; ++i) Read(i);
    }
    return ends_;
  }

 private:
  bool IsFormOf(uint32_t i, absl::string_view base) const {
    return s_.verb(i) != nullptr && s_.verb(i)->base == base;
  }

  void Read(uint32_t i) {
    if (IsPair(i)) paired_ = true;
    if (IsSuperlative(i)) superlative_ = true;
    switch (s_.class_of(i)) {
      case kComma:
        if (!InDate(i)) End(i, comma_);
        return;
      case kConjunction:
        if (s_.word(i) == "and" && !paired_ && !comma_ && !InName(i)) {
          End(i, conjunction_);
        }
        return;
      case kSubordinator:
      case kRelative:
      case kQuestion:
      case kThat:
        // "It is the ship that sank": which one is meant.
        if (i > predicate_.end && !copula_ && !Restricts(i)) End(i, marker_);
        return;
      case kPreposition:
        return ReadPreposition(i);
      default:
        return;
    }
  }

  // Only the first mark of each kind: what stands behind it is told beside.
  void End(uint32_t i, bool& seen) {
    if (!seen) AddEnd(i);
    seen = true;
  }

  // A claim ends neither in "from", "shortly" or "two days", which lead over to
  // what would be left out, nor in "to be led" or "were still".
  void AddEnd(uint32_t end) {
    const uint32_t last = end - 1;
    const bool open = s_.Is(last, kPreposition) || s_.Is(last, kInfinitive) ||
                      (s_.Is(last, kAdverb) &&
                       (copula_ || absl::EndsWith(s_.word(last), "ly"))) ||
                      (last >= predicate_.end && IsVerbal(s_.class_of(last))) ||
                      LeadsToEvent(end) ||
                      (s_.word(last) == "next" && s_.word(end) == "to");
    if (!open) ends_.insert(end);
  }

  // "approved a quay [in Ghent]"; but "relied on a loan": what follows the verb
  // right away completes it.
  void ReadPreposition(uint32_t i) {
    if (s_.word(i) == "of") return;
    ++prepositions_;
    const bool range = from_ && s_.word(i) == "to";  // "from 40 to 30"
    from_ = s_.word(i) == "from";
    // "on 3 February", "for 20 euros": what accounts differ in is not left out.
    if (s_.Is(i + 1, kTime) || s_.Is(i + 1, kNumber)) return;
    if (superlative_ || range || Restricts(i)) return;
    const bool completes = i == predicate_.end || needs_place_;
    if (prepositions_ == 2 || (prepositions_ == 1 && !completes)) AddEnd(i);
  }

  // What follows takes back some of what stands before: "all left except
  // Holt".
  bool Restricts(uint32_t i) const {
    static constexpr absl::string_view kRestricting[] = {
        "barring", "but",  "except", "excluding", "if",
        "instead", "than", "unless", "until",     "without"};
    return std::find(std::begin(kRestricting), std::end(kRestricting),
                     s_.word(i)) != std::end(kRestricting);
  }

  // "the longest in Europe", "the first on Mars": no more without the place.
  bool IsSuperlative(uint32_t i) const {
    static constexpr absl::string_view kSuperlatives[] = {
        "best", "first", "last", "least", "most", "only", "worst"};
    const absl::string_view word = s_.word(i);
    return std::find(std::begin(kSuperlatives), std::end(kSuperlatives),
                     word) != std::end(kSuperlatives) ||
           (absl::EndsWith(word, "est") && i > 0 &&
            (s_.word(i - 1) == "the" || s_.Is(i - 1, kPossessive)));
  }

  // "the Safety and Rescue Board"
  bool InName(uint32_t conjunction) const {
    return s_.token(conjunction - 1).capital && conjunction + 1 < s_.size() &&
           s_.token(conjunction + 1).capital;
  }

  // The first word of a pair that "and" or "or" completes.
  bool IsPair(uint32_t i) const {
    return s_.word(i) == "between" || s_.word(i) == "both" ||
           s_.word(i) == "neither" || s_.word(i) == "either";
  }

  // "two days [after the storm]"
  bool LeadsToEvent(uint32_t end) const {
    static const WordTable& words = WordTable::Named("function_words");
    if (s_.word(end) != "after" && s_.word(end) != "before") return false;
    const WordTable::Row* row = words.Find(s_.word(end - 1));
    return row != nullptr && (*row)[1] == "time";
  }

  // "4 May, 2019"
  bool InDate(uint32_t comma) const {
    return comma > 0 && s_.Is(comma - 1, kNumber) && s_.Is(comma + 1, kNumber);
  }

  const SentenceView& s_;
  const TokenRange predicate_;
  const bool copula_;
  const bool needs_place_;  // "put the ship [on a rock]"
  std::set<uint32_t> ends_;
  bool comma_ = false;
  bool conjunction_ = false;
  bool marker_ = false;
  bool superlative_ = false;
  bool paired_ = false;  // "between", "both" stands before
  bool from_ = false;    // "from" is the last preposition
  int prepositions_ = 0;
};

uint32_t Size(const std::vector<TokenRange>& pieces) {
  uint32_t size = 0;
  for (TokenRange piece : pieces) size += piece.size();
  return size;
}

}  // namespace

std::vector<std::vector<TokenRange>> CoresOf(
    const SentenceView& sentence, const Clause& clause,
    const std::vector<TokenRange>& pieces) {
  std::vector<std::vector<TokenRange>> cores;
  for (uint32_t end : CoreFinder(sentence, clause).Ends(pieces)) {
    std::vector<TokenRange> core;
    for (TokenRange piece : pieces) {
      AddTrimmed(sentence, {piece.begin, std::min(piece.end, end)}, core);
    }
    cores.push_back(std::move(core));
  }
  return cores;
}

double Overlap(const std::vector<TokenRange>& a,
               const std::vector<TokenRange>& b) {
  uint32_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint32_t begin = std::max(a[i].begin, b[j].begin);
    const uint32_t end = std::min(a[i].end, b[j].end);
    if (begin < end) common += end - begin;
    ++(a[i].end < b[j].end ? i : j);
  }
  const uint32_t all = Size(a) + Size(b) - common;
  return all == 0 ? 0 : static_cast<double>(common) / all;
}

}  // namespace concord
