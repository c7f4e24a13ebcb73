#include "engine/value/tense.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// How far from a time its verb is looked for.
constexpr size_t kWindow = 24;

using WordSet = absl::flat_hash_set<absl::string_view>;

// Past forms of irregular verbs that are not their base form as well ("put"),
// nor a participle only.
bool IsIrregularPast(absl::string_view word) {
  static const WordSet& pasts = *[] {
    auto* made = new WordSet;
    for (const auto& row : WordTable::Named("irregular_verbs").rows()) {
      if (row[1] != row[0]) made->insert(row[1]);
    }
    return made;
  }();
  return pasts.contains(word);
}

bool IsVerb(absl::string_view base) {
  return WordTable::Named("verbs").Contains(base);
}

bool IsRegularPast(absl::string_view word) {
  return word.size() > 4 && absl::EndsWith(word, "ed") && Lemma(word) != word;
}

bool IsOneOf(absl::string_view word,
             std::initializer_list<absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsPastAuxiliary(absl::string_view word) {
  return IsOneOf(word,
                 {"was", "were", "had", "has", "have", "did", "'ve", "’ve"});
}

bool IsPresentBe(absl::string_view word) {
  return IsOneOf(word, {"is", "are", "am", "'re", "’re"});
}

// Reads the clause around a time.
class TenseReader {
 public:
  explicit TenseReader(const Words& words) : words_(words) {}

  Tense At(size_t first, size_t end) const {
    if (FollowsIs(first)) return Tense::kFuture;
    const size_t begin = ClauseBegin(first);
    const Tense before = Before(first, begin);
    if (before != Tense::kUnknown) return before;
    const bool opens = begin + 1 >= first;  // but for its preposition
    const Tense after = After(end, /*past_commas=*/opens);
    if (after != Tense::kUnknown) return after;
    return Before(first, first > kWindow ? first - kWindow : 0);
  }

 private:
  // "The vote is on Tuesday", "The deadline is Friday".
  bool FollowsIs(size_t first) const {
    if (first > 0 && words_[first - 1] == "on") --first;
    return first > 0 && IsPresentBe(words_[first - 1]);
  }

  // The nearest verb in [limit, first) that tells.
  Tense Before(size_t first, size_t limit) const {
    bool until = false;
    for (size_t i = first; i-- > limit && !EndsClause(i);) {
      const Tense tense = TenseOf(i);
      if (tense != Tense::kUnknown) return tense;
      until |= Kind(i) == "until" || Kind(i, 2) == "until";
    }
    return until ? Tense::kFuture : Tense::kUnknown;
  }

  Tense After(size_t end, bool past_commas) const {
    const size_t limit = std::min(words_.size(), end + kWindow);
    for (size_t i = end; i < limit && !EndsClause(i); ++i) {
      if (words_[i] == "," && !past_commas) break;
      const Tense tense = TenseOf(i);
      if (tense != Tense::kUnknown) return tense;
    }
    return Tense::kUnknown;
  }

  // Where the innermost clause that holds the word at `first` begins: after a
  // subordinator, "that" or "as".
  size_t ClauseBegin(size_t first) const {
    const size_t limit = first > kWindow ? first - kWindow : 0;
    size_t begin = first;
    while (begin > limit && !EndsClause(begin - 1) &&
           words_[begin - 1] != "as" && !Subordinates(begin - 1)) {
      --begin;
    }
    return begin;
  }

  bool Subordinates(size_t i) const {
    const WordTable::Row* row =
        WordTable::Named("function_words").Find(words_[i]);
    return row != nullptr && ((*row)[1] == "sub" || (*row)[1] == "that");
  }

  bool EndsClause(size_t i) const {
    return IsOneOf(words_[i], {";", ":", "(", ")", "—", "–"}) ||
           words_.Is(i, TokenKind::kOpenQuote) ||
           words_.Is(i, TokenKind::kCloseQuote);
  }

  absl::string_view Kind(size_t i, size_t count = 1) const {
    return KindOf(words_.Phrase(i, count));
  }

  static absl::string_view KindOf(absl::string_view word) {
    static const WordTable& cues = WordTable::Named("forward_cues");
    const WordTable::Row* row = cues.Find(word);
    return row == nullptr ? absl::string_view() : (*row)[1];
  }

  // What the word at `i` says of the time, if it is a finite verb or a
  // participle with its auxiliary.
  Tense TenseOf(size_t i) const {
    if (!words_.Is(i, TokenKind::kWord)) return Tense::kUnknown;
    const absl::string_view kind = Kind(i);
    if (kind == "modal") return OfModal(i);
    if (kind == "ahead" && LooksAhead(i)) {
      return IsPastAuxiliary(Auxiliary(i)) ? Tense::kPast : Tense::kFuture;
    }
    if (IsPresentIntent(i)) return Tense::kFuture;
    if (IsInfinitive(i)) return OfInfinitive(i);
    if (IsPastAuxiliary(words_[i])) return OfPastAuxiliary(i);
    if (words_.IsCapital(i) && i > 0) return Tense::kUnknown;  // "United"
    if (IsRegularPast(words_[i]) || IsIrregularPast(words_[i])) {
      return FollowsBe(i) ? Tense::kUnknown : Tense::kPast;
    }
    return IsTimetable(i) ? Tense::kFuture : Tense::kUnknown;
  }

  // "opens", "meets": what is on a timetable is told in the present.
  bool IsTimetable(size_t i) const {
    return absl::EndsWith(words_[i], "s") &&
           KindOf(Lemma(words_[i])) == "timetable";
  }

  // "May 10" is no modal; "could have met" is past.
  Tense OfModal(size_t i) const {
    if (words_[i] == "may" && words_.IsCapital(i) && i > 0) {
      return Tense::kUnknown;
    }
    const bool past =
        words_[i + 1] == "have" && words_[i] != "will" && words_[i] != "wo";
    return past ? Tense::kPast : Tense::kFuture;
  }

  // "set" and "planned" look ahead before "to", "for" and a time; elsewhere
  // they are verbs like others.
  bool LooksAhead(size_t i) const {
    if (words_[i] == "going") return words_[i + 1] == "to";
    return IsOneOf(words_[i + 1], {"to", "for", "on", "in", "at", "back",
                                   "later", "next", "until"}) ||
           words_.IsCapital(i + 1);
  }

  // The nearest form of "be" or "have" up to three words before `i`.
  absl::string_view Auxiliary(size_t i) const {
    for (size_t back = 1; back <= 3 && back <= i; ++back) {
      const absl::string_view word = words_[i - back];
      if (IsPastAuxiliary(word) || IsPresentBe(word)) return word;
    }
    return {};
  }

  // "will have met", "has been due": the auxiliary before it decides.
  Tense OfPastAuxiliary(size_t i) const {
    const bool bare_have = words_[i] == "have" && i > 0 &&
                           (Kind(i - 1) == "modal" || words_[i - 1] == "to");
    return bare_have ? Tense::kUnknown : Tense::kPast;
  }

  bool IsInfinitive(size_t i) const {
    return i > 0 && words_[i - 1] == "to" &&
           (IsVerb(words_[i]) || words_[i] == "be");
  }

  // "they expect a ruling", but not "the plan".
  bool IsPresentIntent(size_t i) const {
    const WordTable::Row* row =
        WordTable::Named("function_words").Find(words_[i + 1]);
    return row != nullptr && ((*row)[1] == "det" || (*row)[1] == "poss") &&
           IsIntent(i) && !IsRegularPast(words_[i]) && i > 0 &&
           words_.Is(i - 1, TokenKind::kWord);
  }

  bool IsIntent(size_t i) const { return KindOf(Lemma(words_[i])) == "intent"; }

  // The verb before "to" tells: "agreed to meet", "is to meet", and as past
  // as its own tense "managed to meet".
  Tense OfInfinitive(size_t i) const {
    const size_t to = i - 1;
    for (size_t back = 1; back <= 3 && back <= to; ++back) {
      const absl::string_view word = words_[to - back];
      if (IsPresentBe(word)) return Tense::kFuture;
      if (Kind(to - back) == "ahead") return Tense::kUnknown;
      if (IsIntent(to - back)) return Tense::kFuture;
    }
    return Tense::kUnknown;
  }

  // "be held", "been asked", "being built": the auxiliary further left decides.
  bool FollowsBe(size_t i) const {
    for (size_t back = 1; back <= 2 && back <= i; ++back) {
      const absl::string_view word = words_[i - back];
      if (IsOneOf(word, {"be", "been", "being", "get"})) return true;
      if (!absl::EndsWith(word, "ly") && word != "not") return false;
    }
    return false;
  }

  const Words& words_;
};

}  // namespace

Tense TenseAt(const Words& words, size_t first, size_t end) {
  return TenseReader(words).At(first, end);
}

}  // namespace concord
