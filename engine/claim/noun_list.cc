#include "engine/claim/noun_list.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/description.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

class ListFinder {
 public:
  ListFinder(const SentenceView& sentence, absl::Span<const Phrase> phrases)
      : s_(sentence), phrases_(phrases) {}

  std::vector<NounList> Run() {
    std::vector<NounList> lists;
    for (size_t p = 1; p + 1 < phrases_.size(); ++p) {
      if (!IsAnd(p) || KindAt(p + 1) != PhraseKind::kNoun) continue;
      auto list = ListAt(p);
      if (!list) continue;
      // "A and B, and C": the longer list holds the shorter one.
      while (!lists.empty() && list->whole.Contains(lists.back().whole)) {
        lists.pop_back();
      }
      lists.push_back(*std::move(list));
    }
    return lists;
  }

 private:
  PhraseKind KindAt(size_t p) const {
    return p < phrases_.size() ? phrases_[p].kind : PhraseKind::kOther;
  }
  bool IsAnd(size_t p) const {
    return KindAt(p) == PhraseKind::kConjunction &&
           s_.word(phrases_[p].head) == "and";
  }

  std::optional<NounList> ListAt(size_t conjunction) const {
    size_t p = conjunction - 1;
    if (KindAt(p) == PhraseKind::kComma && p > 0) --p;
    if (KindAt(p) != PhraseKind::kNoun || !MayBeItem(conjunction + 1) ||
        !MayBeItem(p)) {
      return std::nullopt;
    }
    const absl::string_view joint = JointAfter(conjunction + 1);
    std::vector<TokenRange> items = {LastItem(conjunction + 1, joint, p)};
    size_t first = p;
    while (true) {
      items.push_back(ItemEndingAt(first, joint));
      const size_t before = BeginOfItem(first, joint);
      if (before < 2 || !IsSeparator(before - 1) ||
          KindAt(before - 2) != PhraseKind::kNoun || !MayBeItem(before - 2) ||
          ApposedAt(s_, phrases_, before - 1)) {
        break;
      }
      first = before - 2;
    }
    std::reverse(items.begin(), items.end());
    return Finish(std::move(items), first);
  }

  bool IsSeparator(size_t p) const {
    return KindAt(p) == PhraseKind::kComma || IsAnd(p);
  }

  bool MayBeItem(size_t p) const {
    const TokenRange range = phrases_[p].range;
    if (s_.Is(range.begin, WordClass::kPronoun)) return false;
    return !s_.Is(phrases_[p].head, WordClass::kTime) &&
           !s_.Is(phrases_[p].head, WordClass::kNumber);
  }

  // The preposition after the noun phrase p, if a noun phrase follows it.
  absl::string_view JointAfter(size_t p) const {
    if (KindAt(p + 1) != PhraseKind::kPreposition ||
        KindAt(p + 2) != PhraseKind::kNoun) {
      return "";
    }
    return s_.word(phrases_[p + 1].head);
  }

  // The first phrase of the item that ends with the noun phrase p.
  size_t BeginOfItem(size_t p, absl::string_view joint) const {
    const bool joined = p >= 2 && !joint.empty() &&
                        KindAt(p - 1) == PhraseKind::kPreposition &&
                        s_.word(phrases_[p - 1].head) == joint &&
                        KindAt(p - 2) == PhraseKind::kNoun;
    return joined ? p - 2 : p;
  }

  TokenRange ItemEndingAt(size_t p, absl::string_view joint) const {
    return {phrases_[BeginOfItem(p, joint)].range.begin, phrases_[p].range.end};
  }

  // The last item takes its prepositional phrase along where the item before
  // has one of the same kind.
  TokenRange LastItem(size_t p, absl::string_view joint, size_t before) const {
    const bool joined = BeginOfItem(before, joint) != before;
    return {phrases_[p].range.begin, phrases_[joined ? p + 2 : p].range.end};
  }

  std::optional<NounList> Finish(std::vector<TokenRange> items,
                                 size_t first) const {
    if (first > 0 && KindAt(first - 1) == PhraseKind::kPreposition &&
        s_.word(phrases_[first - 1].head) == "between") {
      return std::nullopt;
    }
    if (items.size() == 2 && IsOneName(items[0], items[1])) return std::nullopt;
    AlignFirst(items);
    NounList list;
    list.whole = {items.front().begin, items.back().end};
    list.items = std::move(items);
    return list;
  }

  // "the Safety and Rescue Board": one body, not two.
  bool IsOneName(TokenRange first, TokenRange second) const {
    static const WordTable& places = WordTable::Named("places");
    if (first.size() != 2 || !s_.Is(first.begin, WordClass::kDeterminer) ||
        !s_.token(first.begin + 1).capital || second.size() < 2 ||
        places.Contains(s_.word(first.begin + 1))) {
      return false;
    }
    for (uint32_t i = second.begin; i < second.begin + 2; ++i) {
      if (!s_.token(i).capital || !s_.Is(i, WordClass::kNominal)) return false;
    }
    return true;
  }

  // Makes the first item as small as the second: "domination of [Denmark] and
  // Sweden"; "[political] and [social] projects".
  void AlignFirst(std::vector<TokenRange>& items) const {
    TokenRange& first = items[0];
    TokenRange& second = items[1];
    if (HasDeterminer(second.begin)) return;
    const TokenRange last{first.end - 1, first.end};
    if (items.size() == 2 && IsAdjective(last) && second.size() > 1) {
      first = last;
      second.end = second.begin + 1;
      return;
    }
    for (uint32_t i = first.end; i-- > first.begin + 1;) {
      if (s_.word(i - 1) != "of") continue;
      if (!HasDeterminer(i)) first.begin = i;
      return;
    }
  }

  bool HasDeterminer(uint32_t i) const {
    return s_.Is(i, WordClass::kDeterminer) ||
           s_.Is(i, WordClass::kPossessive) || s_.Is(i, WordClass::kNumber);
  }

  bool IsAdjective(TokenRange range) const {
    if (range.size() != 1 || s_.token(range.begin).capital) return false;
    const absl::string_view word = s_.word(range.begin);
    static constexpr absl::string_view kEndings[] = {
        "al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary"};
    return std::any_of(
        std::begin(kEndings), std::end(kEndings),
        [&](absl::string_view ending) { return absl::EndsWith(word, ending); });
  }

  const SentenceView& s_;
  const absl::Span<const Phrase> phrases_;
};

}  // namespace

std::vector<NounList> FindNounLists(const SentenceView& sentence,
                                    absl::Span<const Phrase> phrases) {
  return ListFinder(sentence, phrases).Run();
}

}  // namespace concord
