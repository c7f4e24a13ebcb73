#include "engine/claim/word_class.h"

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_class.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_context.h"
#include "engine/claim/word_entry.h"
#include "engine/text/token.h"

namespace concord {
namespace {

using enum WordClass;

constexpr size_t kNone = WordContext::kNone;

class Classifier {
 public:
  Classifier(absl::Span<const Token> tokens,
             absl::Span<const absl::string_view> words,
             absl::Span<const Tag> tags)
      : c_(tokens, words), verbs_(c_), tags_(tags) {}

  std::vector<ClassifiedWord> Run() {
    for (size_t i = 0; i < c_.size(); ++i) {
      c_.Decide(i, Decide(i));
      verbs_.Note(i);
    }
    std::vector<ClassifiedWord> classes = c_.Take();
    PairQuotes(classes);
    return classes;
  }

 private:
  // Two single marks that stand for a double one both open, or both close.
  void PairQuotes(std::vector<ClassifiedWord>& classes) const {
    for (size_t i = 0; i + 1 < c_.size(); ++i) {
      if (c_.word(i) != "'" || c_.word(i + 1) != "'" ||
          c_.token(i + 1).space_before) {
        continue;
      }
      const bool opens = (i == 0 || c_.token(i).space_before) &&
                         i + 2 < c_.size() && !c_.token(i + 2).space_before;
      classes[i].word_class = classes[i + 1].word_class =
          opens ? kOpenQuote : kCloseQuote;
      ++i;
    }
  }

  WordClass Decide(size_t i) const {
    switch (c_.entry(i).kind) {
      case EntryKind::kSure:
        return DecideSure(i);
      case EntryKind::kVerb:
        return WithTag(i, verbs_.Decide(i));
      case EntryKind::kHer:
        return c_.OpensNounPhrase(i + 1, /*bare_too=*/true) ? kPossessive
                                                            : kPronoun;
      case EntryKind::kPrepOrSub:
        return c_.ClauseFollows(i + 1) ? kSubordinator : kPreposition;
      case EntryKind::kThat:
        return DecideThat(i);
      case EntryKind::kTo:
        return c_.BareVerbFollows(i + 1) ? kInfinitive : kPreposition;
      case EntryKind::kClitic:
        return DecideClitic(i);
      case EntryKind::kThere:
        return c_.IsFiniteEntry(c_.NextContent(i)) ? kPronoun : kAdverb;
      case EntryKind::kOne:
        return c_.OpensNounPhrase(i + 1, true) || c_.NextIs(i, "of") ? kNumber
                                                                     : kPronoun;
    }
    return kOther;
  }

  // The tagger sees verbs that the tables and the neighbours do not give away:
  // "says Machado promised to stay", "the film stars Jolie".
  WordClass WithTag(size_t i, WordClass guess) const {
    const Tag tag = tags_[i];
    const size_t p = c_.PreviousContent(i);
    if (p == kNone)
      return guess == kNominal && tag == Tag::kVBG ? kGerund : guess;
    if (guess == kParticiple) {
      const bool finite = tag == Tag::kVBD && c_.verb(i)->past &&
                          !AfterBeOrHave(p) && !c_.Is(p, kConjunction);
      return finite ? kFinite : kParticiple;
    }
    if (guess != kNominal || c_.Is(p, kDeterminer) || c_.Is(p, kPossessive)) {
      return guess;
    }
    if (tag == Tag::kVBG) return kGerund;
    const bool finite =
        tag == Tag::kVBD || tag == Tag::kVBZ || tag == Tag::kVBP;
    return finite ? kFinite : kNominal;
  }

  bool AfterBeOrHave(size_t p) const {
    return c_.verb(p) != nullptr &&
           (c_.verb(p)->base == "be" || c_.verb(p)->base == "have");
  }

  WordClass DecideSure(size_t i) const {
    const WordClass c = c_.entry(i).word_class;
    if (c == kRelative && (i == 0 || c_.Is(i - 1, kOpenQuote)))
      return kQuestion;
    if (c == kAuxiliary && c_.word(i) == "had" && c_.AfterHave(i)) {
      return kParticiple;
    }
    if (c == kAuxiliary && (c_.word(i) == "have" || c_.word(i) == "do") &&
        c_.AfterModalOrTo(i)) {
      return kBase;
    }
    return c;
  }

  WordClass DecideThat(size_t i) const {
    const size_t previous = c_.PreviousContent(i);
    const size_t next = c_.NextContent(i);
    const bool verb_next =
        next != kNone &&
        (c_.IsPlainlyFinite(next) ||
         (c_.entry(next).kind == EntryKind::kVerb && next == i + 1 &&
          (c_.verb(next)->past || c_.verb(next)->third)));
    if (previous == kNone || c_.Is(previous, kPreposition)) {
      return verb_next ? kPronoun : kDeterminer;
    }
    if (IsVerbal(c_.class_of(previous))) {
      return verb_next ? kPronoun : kThat;
    }
    if (c_.IsNounLike(previous)) return verb_next ? kRelative : kThat;
    if (c_.Is(previous, kSubordinator))
      return verb_next ? kPronoun : kDeterminer;
    if (verb_next) return c_.Is(previous, kComma) ? kRelative : kPronoun;
    return kThat;
  }

  WordClass DecideClitic(size_t i) const {
    if (i == 0) return kPossessive;
    if (c_.Is(i - 1, kPronoun) || c_.Is(i - 1, kQuestion) ||
        c_.Is(i - 1, kRelative)) {
      return kAuxiliary;
    }
    const size_t next = c_.NextContent(i);
    if (next == kNone) return kPossessive;
    if (next > i + 1 && c_.entry(i + 1).word_class == kNot) return kAuxiliary;
    const absl::string_view word = c_.word(next);
    const bool predicate = word == "a" || word == "an" || word == "the" ||
                           word == "being" || word == "been";
    return predicate ? kAuxiliary : kPossessive;
  }

  WordContext c_;
  VerbClassifier verbs_;
  const absl::Span<const Tag> tags_;
};

}  // namespace

std::vector<ClassifiedWord> ClassifyWords(
    absl::Span<const Token> tokens, absl::Span<const absl::string_view> words,
    absl::Span<const Tag> tags) {
  return Classifier(tokens, words, tags).Run();
}

}  // namespace concord
