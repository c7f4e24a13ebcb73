#include "engine/claim/word_class.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

using enum WordClass;

constexpr size_t kNone = static_cast<size_t>(-1);

// What the tables say of a word before its neighbours are asked.
enum class Kind : uint8_t {
  kSure,       // its class stands
  kVerb,       // some form of a known verb; perhaps a noun
  kHer,        // possessive or object
  kPrepOrSub,  // "after"
  kThatWord,   // "that"
  kToWord,     // "to"
  kClitic,     // 's
  kThere,      // "there"
  kOne,        // "one"
};

struct Entry {
  Kind kind = Kind::kSure;
  WordClass word_class = kNominal;
  const VerbForm* verb = nullptr;
};

Entry EntryOf(absl::string_view name) {
  static const auto& by_name =
      *new absl::flat_hash_map<absl::string_view, Entry>{
          {"det", {Kind::kSure, kDeterminer}},
          {"poss", {Kind::kSure, kPossessive}},
          {"pron", {Kind::kSure, kPronoun}},
          {"obj", {Kind::kSure, kPronoun}},
          {"her", {Kind::kHer, kPronoun}},
          {"prep", {Kind::kSure, kPreposition}},
          {"sub", {Kind::kSure, kSubordinator}},
          {"prepsub", {Kind::kPrepOrSub, kPreposition}},
          {"rel", {Kind::kSure, kRelative}},
          {"wh", {Kind::kSure, kQuestion}},
          {"that", {Kind::kThatWord, kThat}},
          {"cc", {Kind::kSure, kConjunction}},
          {"to", {Kind::kToWord, kPreposition}},
          {"not", {Kind::kSure, kNot}},
          {"modal", {Kind::kSure, kModal}},
          {"aux", {Kind::kSure, kAuxiliary}},
          {"auxbase", {Kind::kSure, kBase}},
          {"auxen", {Kind::kSure, kParticiple}},
          {"auxing", {Kind::kSure, kGerund}},
          {"s", {Kind::kClitic, kPossessive}},
          {"adv", {Kind::kSure, kAdverb}},
          {"there", {Kind::kThere, kAdverb}},
          {"one", {Kind::kOne, kNumber}},
          {"num", {Kind::kSure, kNumber}},
          {"intj", {Kind::kSure, kOther}},
          {"time", {Kind::kSure, kTime}},
      };
  const auto it = by_name.find(name);
  return it == by_name.end() ? Entry{} : it->second;
}

// function_words.tsv with its classes parsed.
const Entry* FindFunctionWord(absl::string_view word) {
  static const auto& entries = *[] {
    auto* made = new absl::flat_hash_map<absl::string_view, Entry>();
    for (const auto& row : WordTable::Named("function_words").rows()) {
      if (row[1].empty()) continue;
      Entry entry = EntryOf(row[1]);
      if (!row[2].empty()) entry.verb = FindVerbForm(row[2]);
      made->emplace(row[0], entry);
    }
    return made;
  }();
  const auto it = entries.find(word);
  return it == entries.end() ? nullptr : &it->second;
}

WordClass PunctuationClass(absl::string_view mark) {
  if (mark == ",") return kComma;
  if (mark == "(" || mark == "[") return kOpenBracket;
  if (mark == ")" || mark == "]") return kCloseBracket;
  return mark == "/" ? kOther : kStop;
}

// "re-signed": a prefix that leaves a verb a verb.
absl::string_view WithoutPrefix(absl::string_view word) {
  const size_t hyphen = word.find('-');
  if (hyphen == absl::string_view::npos) return word;
  static constexpr absl::string_view kPrefixes[] = {
      "re", "pre", "co", "de", "over", "under", "out", "mis"};
  for (absl::string_view prefix : kPrefixes) {
    if (word.substr(0, hyphen) == prefix) return word.substr(hyphen + 1);
  }
  return word;
}

bool IsPlural(absl::string_view word) {
  return (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss") &&
          !absl::EndsWith(word, "us")) ||
         word == "people" || word == "police" || absl::EndsWith(word, "men") ||
         word == "children";
}

// Decides the words of one sentence from left to right. What stands to the
// left is decided; of what stands to the right, `entries_` and `verbs_` tell
// what it may be.
class Classifier {
 public:
  Classifier(absl::Span<const Token> tokens,
             absl::Span<const absl::string_view> words)
      : tokens_(tokens), words_(words) {}

  std::vector<ClassifiedWord> Run() {
    LookUp();
    headline_ = LooksLikeHeadline();
    for (size_t i = 0; i < words_.size(); ++i) {
      out_[i].word_class = Decide(i);
      Note(i);
    }
    return std::move(out_);
  }

 private:
  void LookUp() {
    entries_.resize(words_.size());
    out_.resize(words_.size());
    for (size_t i = 0; i < words_.size(); ++i) entries_[i] = Look(i);
  }

  Entry Look(size_t i) {
    switch (tokens_[i].kind) {
      case TokenKind::kNumber:
        return {Kind::kSure, kNumber};
      case TokenKind::kPunct:
        return {Kind::kSure, PunctuationClass(words_[i])};
      case TokenKind::kOpenQuote:
        return {Kind::kSure, kOpenQuote};
      case TokenKind::kCloseQuote:
        return {Kind::kSure, kCloseQuote};
      case TokenKind::kSymbol:
        if (words_[i] == "&") return {Kind::kSure, kNominal};
        return {Kind::kSure,
                words_[i] == "$" || words_[i] == "%" ? kNumber : kOther};
      case TokenKind::kWord:
        return LookWord(i);
    }
    return {};
  }

  Entry LookWord(size_t i) {
    const absl::string_view word = words_[i];
    if (const Entry* entry = FindFunctionWord(word)) {
      out_[i].verb = entry->verb;
      if (word == "us" && tokens_[i].all_caps) {
        return {Kind::kSure, kNominal};
      }
      if (!IsName(i) || entry->kind != Kind::kSure) return *entry;
      // "May" and "Will" with a capital inside a sentence.
      if (entry->word_class != kModal) return *entry;
      return {Kind::kSure, word == "may" ? kTime : kNominal};
    }
    out_[i].verb = FindVerbForm(word);
    if (out_[i].verb == nullptr) {
      out_[i].verb = FindVerbForm(WithoutPrefix(word));
    }
    if (out_[i].verb != nullptr) return {Kind::kVerb, kNominal};
    return {Kind::kSure, IsAdverb(word) && !IsName(i) ? kAdverb : kNominal};
  }

  static bool IsAdverb(absl::string_view word) {
    return word.size() > 4 && absl::EndsWith(word, "ly") && word != "family" &&
           word != "assembly" && word != "anomaly" && word != "monopoly" &&
           word != "italy";
  }

  // A capital that means a name: not the sentence's first.
  bool IsName(size_t i) const {
    return tokens_[i].capital && i > 0 &&
           tokens_[i - 1].kind != TokenKind::kOpenQuote;
  }

  // Most of its longer words have capitals, so capitals say little.
  bool LooksLikeHeadline() const {
    size_t longer = 0, capital = 0;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::kWord || token.span.size() < 4) continue;
      ++longer;
      capital += token.capital;
    }
    return longer >= 4 && capital * 10 >= longer * 8;
  }

  WordClass Decide(size_t i) {
    switch (entries_[i].kind) {
      case Kind::kSure:
        return DecideSure(i);
      case Kind::kVerb:
        return DecideVerb(i);
      case Kind::kHer:
        return OpensNounPhrase(i + 1, /*bare_too=*/true) ? kPossessive
                                                         : kPronoun;
      case Kind::kPrepOrSub:
        return ClauseFollows(i + 1) ? kSubordinator : kPreposition;
      case Kind::kThatWord:
        return DecideThat(i);
      case Kind::kToWord:
        return BareVerbFollows(i + 1) ? kInfinitive : kPreposition;
      case Kind::kClitic:
        return DecideClitic(i);
      case Kind::kThere:
        return IsFiniteEntry(NextContent(i)) ? kPronoun : kAdverb;
      case Kind::kOne:
        return OpensNounPhrase(i + 1, true) || NextIs(i, "of") ? kNumber
                                                               : kPronoun;
    }
    return kOther;
  }

  WordClass DecideSure(size_t i) const {
    const WordClass c = entries_[i].word_class;
    if (c == kRelative && (i == 0 || Is(i - 1, kOpenQuote))) return kQuestion;
    if (c == kAuxiliary && words_[i] == "had" && AfterHave(i)) {
      return kParticiple;
    }
    if (c == kAuxiliary && (words_[i] == "have" || words_[i] == "do") &&
        AfterModalOrTo(i)) {
      return kBase;
    }
    return c;
  }

  bool AfterModalOrTo(size_t i) const {
    const size_t p = PreviousContent(i);
    return p != kNone && (Is(p, kModal) || Is(p, kInfinitive));
  }
  bool AfterHave(size_t i) const {
    const size_t p = PreviousContent(i);
    return p != kNone && IsVerbal(out_[p].word_class) && out_[p].verb &&
           out_[p].verb->base == "have";
  }

  // ------------------------------------------------------------- neighbours

  bool Is(size_t i, WordClass c) const {
    return i < out_.size() && out_[i].word_class == c;
  }

  bool NextIs(size_t i, absl::string_view word) const {
    return i + 1 < words_.size() && words_[i + 1] == word;
  }

  // The nearest word to the left that is no adverb and no quotation mark.
  size_t PreviousContent(size_t i) const {
    while (i-- > 0) {
      const WordClass c = out_[i].word_class;
      if (c != kAdverb && c != kNot && c != kOpenQuote && c != kCloseQuote) {
        return i;
      }
    }
    return kNone;
  }

  // The same to the right, as far as the tables tell.
  size_t NextContent(size_t i) const {
    for (++i; i < words_.size(); ++i) {
      const WordClass c = entries_[i].word_class;
      if (entries_[i].kind != Kind::kSure ||
          (c != kAdverb && c != kNot && c != kOpenQuote && c != kCloseQuote)) {
        return i;
      }
    }
    return kNone;
  }

  bool IsFiniteEntry(size_t i) const {
    return i != kNone && entries_[i].kind == Kind::kSure &&
           IsFinite(entries_[i].word_class);
  }

  // A finite verb and nothing else, whatever stands beside it.
  bool IsPlainlyFinite(size_t i) const {
    if (IsFiniteEntry(i)) return true;
    if (entries_[i].kind != Kind::kVerb || IsName(i)) return false;
    const VerbForm& v = *out_[i].verb;
    return (v.past && !v.participle && !v.bare) ||
           (v.third && v.use == VerbUse::kVerb);
  }

  // A mark or word at which a clause may end.
  bool IsBoundaryEntry(size_t i) const {
    if (entries_[i].kind == Kind::kThatWord) return true;
    if (entries_[i].kind == Kind::kPrepOrSub) return ClauseFollows(i + 1);
    if (entries_[i].kind != Kind::kSure) return false;
    switch (entries_[i].word_class) {
      case kComma:
      case kStop:
      case kOpenBracket:
      case kCloseBracket:
      case kSubordinator:
      case kRelative:
      case kQuestion:
      case kConjunction:
        return true;
      default:
        return false;
    }
  }

  // A noun phrase begins at i: a determiner and its like, or, if `bare_too`,
  // a noun without one.
  bool OpensNounPhrase(size_t i, bool bare_too) const {
    if (i >= words_.size()) return false;
    if (entries_[i].kind == Kind::kHer || entries_[i].kind == Kind::kThatWord) {
      return true;
    }
    if (entries_[i].kind == Kind::kVerb) {
      return bare_too && (!out_[i].verb->past || IsName(i));
    }
    if (entries_[i].kind != Kind::kSure) return false;
    switch (entries_[i].word_class) {
      case kDeterminer:
      case kPossessive:
      case kPronoun:
      case kNumber:
        return true;
      case kNominal:
        return bare_too || IsName(i);
      default:
        return false;
    }
  }

  // A clause with a verb of its own begins at i: a finite verb stands before
  // the next boundary, or a gerund stands first.
  bool ClauseFollows(size_t i) const {
    if (i < words_.size() && entries_[i].kind == Kind::kVerb &&
        out_[i].verb->gerund) {
      return true;
    }
    if (i < words_.size() && entries_[i].word_class == kGerund) return true;
    for (size_t j = i; j < words_.size(); ++j) {
      if (entries_[j].kind != Kind::kPrepOrSub && IsBoundaryEntry(j)) break;
      if (j > i && MayBeFinite(j)) return true;
    }
    return false;
  }

  bool MayBeFinite(size_t i) const {
    if (IsPlainlyFinite(i)) return true;
    if (entries_[i].kind != Kind::kVerb || IsName(i)) return false;
    return out_[i].verb->past && entries_[i - 1].word_class != kDeterminer &&
           entries_[i - 1].word_class != kPossessive;
  }

  bool BareVerbFollows(size_t i) const {
    while (i < words_.size() && (entries_[i].word_class == kAdverb ||
                                 entries_[i].word_class == kOpenQuote ||
                                 entries_[i].word_class == kNot)) {
      ++i;
    }
    if (i >= words_.size()) return false;
    if (entries_[i].word_class == kBase) return true;
    const VerbForm* v = out_[i].verb;
    if (words_[i] == "have" || words_[i] == "do") return true;
    if (entries_[i].kind != Kind::kVerb || !v->bare) return false;
    if (IsName(i) && !headline_) return false;
    return v->use != VerbUse::kNoun || OpensNounPhrase(i + 1, false);
  }

  // ------------------------------------------------------ words of two kinds

  WordClass DecideThat(size_t i) const {
    const size_t previous = PreviousContent(i);
    const size_t next = NextContent(i);
    const bool verb_next =
        next != kNone &&
        (IsPlainlyFinite(next) ||
         (entries_[next].kind == Kind::kVerb && next == i + 1 &&
          (out_[next].verb->past || out_[next].verb->third)));
    if (previous == kNone || Is(previous, kPreposition)) {
      return verb_next ? kPronoun : kDeterminer;
    }
    if (IsVerbal(out_[previous].word_class)) {
      return verb_next ? kPronoun : kThat;
    }
    if (IsNounLike(previous)) return verb_next ? kRelative : kThat;
    if (Is(previous, kSubordinator)) return verb_next ? kPronoun : kDeterminer;
    if (verb_next) return Is(previous, kComma) ? kRelative : kPronoun;
    return kThat;
  }

  WordClass DecideClitic(size_t i) const {
    if (i == 0) return kPossessive;
    if (Is(i - 1, kPronoun) || Is(i - 1, kQuestion) || Is(i - 1, kRelative)) {
      return kAuxiliary;
    }
    const size_t next = NextContent(i);
    if (next == kNone) return kPossessive;
    if (next > i + 1 && entries_[i + 1].word_class == kNot) return kAuxiliary;
    const absl::string_view word = words_[next];
    const bool predicate = word == "a" || word == "an" || word == "the" ||
                           word == "being" || word == "been";
    return predicate ? kAuxiliary : kPossessive;
  }

  bool IsNounLike(size_t i) const {
    return i != kNone && (Is(i, kNominal) || Is(i, kNumber) || Is(i, kTime) ||
                          Is(i, kPronoun) || Is(i, kCloseBracket));
  }

  // ------------------------------------------------------------------ verbs

  WordClass DecideVerb(size_t i) {
    if (IsName(i) && !headline_) return kNominal;
    const VerbForm& v = *out_[i].verb;
    const size_t p = PreviousContent(i);
    if (p != kNone && IsHeadOfNoun(p, i)) return kNominal;
    if (v.bare && AfterModalOrTo(i)) return kBase;
    if (v.bare && AfterDo(i, p)) return kBase;
    if (v.gerund) return DecideGerund(i, p);
    if (v.participle && p != kNone && TakesParticiple(p)) return kParticiple;
    if (v.past || v.participle) return DecidePast(i, p);
    return v.third ? DecideThird(i, p) : DecideBare(i, p);
  }

  // "the report", "his plans": what stands before wants a noun.
  bool IsHeadOfNoun(size_t p, size_t i) const {
    if (p + 1 != i && !Is(i - 1, kAdverb)) return false;
    if (Is(p, kPossessive)) return true;
    if (!Is(p, kDeterminer)) return false;
    return !(words_[p] == "all" || words_[p] == "both" || words_[p] == "many" ||
             words_[p] == "some") ||
           !out_[i].verb->past;
  }

  bool AfterDo(size_t i, size_t p) const {
    if (p == kNone) return false;
    if (Is(p, kAuxiliary) && out_[p].verb && out_[p].verb->base == "do") {
      return true;
    }
    // "Did he say": one word between.
    if (p == 0 || !Is(p, kPronoun)) return false;
    return (Is(p - 1, kAuxiliary) && out_[p - 1].verb &&
            out_[p - 1].verb->base == "do") ||
           (Is(p - 1, kModal) && p + 1 == i);
  }

  // Forms of be, have and get before i.
  bool TakesParticiple(size_t p) const {
    if (!IsVerbal(out_[p].word_class) || out_[p].verb == nullptr) {
      return Is(p, kAuxiliary);
    }
    const absl::string_view base = out_[p].verb->base;
    return base == "be" || base == "have" || base == "get";
  }

  WordClass DecideGerund(size_t i, size_t p) const {
    static const WordTable& nouns = WordTable::Named("gerund_nouns");
    const bool noun = nouns.Contains(words_[i]);
    const bool object =
        OpensNounPhrase(i + 1, false) ||
        (i + 1 < words_.size() && entries_[i + 1].kind == Kind::kThatWord);
    if (p == kNone) return noun && !object ? kNominal : kGerund;
    if (Is(p, kAuxiliary) || IsVerbal(out_[p].word_class)) return kGerund;
    if (Is(p, kNominal) || Is(p, kNumber) || Is(p, kTime)) {
      if (object) return kGerund;
      if (noun) return kNominal;
      return IsPlural(words_[p]) || tokens_[p].capital || PrepositionFollows(i)
                 ? kGerund
                 : kNominal;
    }
    if (Is(p, kComma) && PrepositionFollows(i)) return kGerund;
    return noun && !object && !Is(p, kSubordinator) ? kNominal : kGerund;
  }

  bool PrepositionFollows(size_t i) const {
    if (i + 1 >= words_.size()) return false;
    const Entry& next = entries_[i + 1];
    return next.kind == Kind::kToWord || next.kind == Kind::kPrepOrSub ||
           (next.kind == Kind::kSure && next.word_class == kPreposition);
  }

  // A form that may be past tense, past participle or both.
  WordClass DecidePast(size_t i, size_t p) {
    const VerbForm& v = *out_[i].verb;
    if (v.past && !v.participle && !v.bare) return kFinite;
    if (p == kNone || Is(p, kStop)) return DecideLeading(i);
    if (Is(p, kPreposition) || Is(p, kNumber)) return kNominal;
    if (!v.past) return kParticiple;
    if (Is(p, kConjunction)) return LikeVerbBefore(i, p);
    if (Is(p, kComma)) return DecideAfterComma(i);
    if (IsVerbal(out_[p].word_class) || Is(p, kSubordinator)) {
      return kParticiple;
    }
    if (Is(p, kPronoun) || Is(p, kRelative) || Is(p, kQuestion)) {
      return kFinite;
    }
    return DecideAfterNoun(i);
  }

  // At the begin: "Asked about it, he said", "Armed men entered".
  WordClass DecideLeading(size_t i) const {
    if (OpensNounPhrase(i + 1, false) && out_[i].verb->bare) return kBase;
    return OpensNounPhrase(i + 1, true) && !PrepositionFollows(i) ? kNominal
                                                                  : kParticiple;
  }

  // "entered and robbed", "was found and arrested".
  WordClass LikeVerbBefore(size_t i, size_t p) const {
    if (last_verb_ == kNone) return kFinite;
    const WordClass c = out_[last_verb_].word_class;
    if (c == kParticiple && !IsNounLike(p - 1)) return kParticiple;
    if (c == kBase && out_[i].verb->bare) return kBase;
    return c == kParticiple && !finite_before_ ? kParticiple : kFinite;
  }

  // ", born in Houston," against ", scooped up the loot and fled".
  WordClass DecideAfterComma(size_t i) const {
    if (!out_[i].verb->participle) return kFinite;
    if (Is(i - 1, kAdverb) && !NextIs(i, "by")) return kFinite;
    if (!PrepositionFollows(i)) {
      const bool ends = i + 1 < words_.size() && IsBoundaryEntry(i + 1);
      return ends || OpensNounPhrase(i + 1, false) ? kFinite : kParticiple;
    }
    return PastFollowsConjunction(i) && !PastFollowsComma(i) ? kFinite
                                                             : kParticiple;
  }

  // ", signed in Ghent and ratified later, ended the war": the main verb is
  // still to come.
  bool PastFollowsComma(size_t i) const {
    for (size_t j = i + 1; j + 1 < words_.size(); ++j) {
      if (entries_[j].kind != Kind::kSure) continue;
      if (entries_[j].word_class == kStop) return false;
      if (entries_[j].word_class != kComma) continue;
      const size_t next = NextContent(j);
      return next != kNone && MayBeFinite(next);
    }
    return false;
  }

  bool PastFollowsConjunction(size_t i) const {
    for (size_t j = i + 1; j + 1 < words_.size(); ++j) {
      if (entries_[j].kind != Kind::kSure) continue;
      if (entries_[j].word_class == kStop) return false;
      if (entries_[j].word_class != kConjunction) continue;
      const size_t next = NextContent(j);
      return next != kNone && entries_[next].kind == Kind::kVerb &&
             out_[next].verb->past;
    }
    return false;
  }

  // After a noun: "police arrested two men", "the men arrested by police".
  WordClass DecideAfterNoun(size_t i) const {
    if (finite_in_segment_) {
      return reporting_in_segment_ && !PrepositionFollows(i) ? kFinite
                                                             : kParticiple;
    }
    if (verb_in_segment_ && PrepositionFollows(i)) return kParticiple;
    // A passive takes no object.
    if (OpensNounPhrase(i + 1, true)) return kFinite;
    if (needs_verb_) return kFinite;
    if (NextIs(i, "by") && PastFollowsInSegment(i)) return kParticiple;
    size_t j = i + 1;
    for (; j < words_.size() && !IsBoundaryEntry(j); ++j) {
      if (!IsPlainlyFinite(j)) continue;
      const bool own_subject = entries_[j - 1].word_class == kPronoun;
      return own_subject ? kFinite : kParticiple;
    }
    return PrepositionFollows(i) && VerbAfterComma(j) ? kParticiple : kFinite;
  }

  // "a bomb planted by rebels exploded": the second verb is the main one.
  bool PastFollowsInSegment(size_t i) const {
    for (size_t j = i + 2; j < words_.size() && !IsBoundaryEntry(j); ++j) {
      if (MayBeFinite(j)) return true;
    }
    return false;
  }

  // "..., has not had": a verb straight after the comma at i.
  bool VerbAfterComma(size_t i) const {
    if (i >= words_.size() || entries_[i].word_class != kComma) return false;
    const size_t next = NextContent(i);
    return next != kNone && IsPlainlyFinite(next);
  }

  // "plans": plural noun or present tense.
  WordClass DecideThird(size_t i, size_t p) const {
    const VerbUse use = out_[i].verb->use;
    if (p == kNone) return kNominal;
    if (Is(p, kPronoun) || Is(p, kRelative)) return kFinite;
    if (Is(p, kQuestion)) return kFinite;
    if (Is(p, kPreposition) || Is(p, kInfinitive) ||
        IsVerbal(out_[p].word_class)) {
      return kNominal;
    }
    if (Is(p, kConjunction) && !AgreesWithLast(/*third=*/true)) {
      return kNominal;
    }
    if (finite_in_segment_ && !reporting_in_segment_) return kNominal;
    if (use == VerbUse::kVerb) return kFinite;
    return ObjectFollows(i, use) ? kFinite : kNominal;
  }

  // The verb before is finite and of the same person as a form in -s, or not.
  bool AgreesWithLast(bool third) const {
    if (last_verb_ == kNone || !IsFinite(out_[last_verb_].word_class)) {
      return false;
    }
    const VerbForm* last = out_[last_verb_].verb;
    return last == nullptr || last->third == third || !Is(last_verb_, kFinite);
  }

  // What follows i is an object or clause, so i is a verb.
  bool ObjectFollows(size_t i, VerbUse use) const {
    if (i + 1 >= words_.size()) return false;
    if (entries_[i + 1].kind == Kind::kThatWord) return true;
    if (OpensNounPhrase(i + 1, false)) return true;
    if (use == VerbUse::kNoun) return false;
    const Entry& next = entries_[i + 1];
    return (next.kind == Kind::kToWord && BareVerbFollows(i + 2)) ||
           (next.kind == Kind::kSure &&
            (next.word_class == kOpenQuote || next.word_class == kQuestion));
  }

  // "plan": singular noun, present tense or imperative.
  WordClass DecideBare(size_t i, size_t p) const {
    const VerbUse use = out_[i].verb->use;
    if (p == kNone || Is(p, kStop)) {
      return use != VerbUse::kNoun && OpensNounPhrase(i + 1, false) &&
                     !IsName(i + 1)
                 ? kBase
                 : kNominal;
    }
    if (Is(p, kPronoun) && IsSingularOrObject(words_[p])) return kNominal;
    if (Is(p, kPronoun) || Is(p, kRelative)) {
      return use == VerbUse::kNoun && !ObjectFollows(i, use) ? kNominal
                                                             : kFinite;
    }
    if (Is(p, kComma)) return IsInvertedReport(i) ? kFinite : kNominal;
    if (Is(p, kConjunction)) return BareAfterConjunction(i);
    if (Is(p, kNominal) && IsPlural(words_[p]) && p + 1 == i) {
      if (finite_in_segment_ && !reporting_in_segment_ &&
          use != VerbUse::kVerb) {
        return kNominal;
      }
      return use == VerbUse::kVerb || ObjectFollows(i, use) ? kFinite
                                                            : kNominal;
    }
    // "the comments from Fox echo those"
    return Is(p, kNominal) && p + 1 == i && !finite_in_segment_ &&
                   plural_in_segment_ && use != VerbUse::kNoun &&
                   ObjectFollows(i, VerbUse::kNoun)
               ? kFinite
               : kNominal;
  }

  static bool IsSingularOrObject(absl::string_view word) {
    return word == "he" || word == "she" || word == "it" || word == "him" ||
           word == "her" || word == "me" || word == "us" || word == "them";
  }

  // "..., say experts".
  bool IsInvertedReport(size_t i) const {
    return out_[i].verb->use == VerbUse::kVerb && Reports(i) &&
           OpensNounPhrase(i + 1, true);
  }

  bool Reports(size_t i) const {
    static const WordTable& reporting = WordTable::Named("reporting_verbs");
    const WordTable::Row* row = reporting.Find(out_[i].verb->base);
    return row != nullptr && (*row)[2] != "object";
  }

  WordClass BareAfterConjunction(size_t i) const {
    if (last_verb_ == kNone) return kNominal;
    const bool verb = out_[i].verb->use == VerbUse::kVerb ||
                      ObjectFollows(i, out_[i].verb->use);
    if (!verb) return kNominal;
    if (Is(last_verb_, kBase)) return kBase;
    const VerbForm* last = out_[last_verb_].verb;
    return Is(last_verb_, kFinite) && last && last->bare ? kFinite : kNominal;
  }

  // Keeps what later decisions ask of the words before.
  void Note(size_t i) {
    const WordClass c = out_[i].word_class;
    if (!IsVerbal(c)) {
      if (c == kModal || entries_[i].kind == Kind::kVerb) {
        out_[i].verb = nullptr;
      }
      if (c == kComma || c == kStop || c == kSubordinator || c == kRelative ||
          c == kThat || c == kQuestion || c == kConjunction) {
        finite_in_segment_ = reporting_in_segment_ = false;
        verb_in_segment_ = plural_in_segment_ = false;
        needs_verb_ = c == kRelative || c == kThat || c == kQuestion;
      }
      if (c == kNominal && IsPlural(words_[i])) plural_in_segment_ = true;
      return;
    }
    last_verb_ = i;
    verb_in_segment_ = true;
    if (out_[i].verb != nullptr && c != kAuxiliary) {
      reporting_in_segment_ = Reports(i);
    }
    if (!IsFinite(c)) return;
    needs_verb_ = false;
    finite_in_segment_ = finite_before_ = true;
  }

  absl::Span<const Token> tokens_;
  absl::Span<const absl::string_view> words_;
  std::vector<Entry> entries_;
  std::vector<ClassifiedWord> out_;
  bool headline_ = false;
  size_t last_verb_ = kNone;
  bool finite_in_segment_ = false;     // since the last boundary
  bool reporting_in_segment_ = false;  // the last of them reports
  bool verb_in_segment_ = false;       // of any form
  bool plural_in_segment_ = false;     // a plural noun
  bool needs_verb_ = false;            // a relative clause has none yet
  bool finite_before_ = false;         // in the sentence
};

}  // namespace

std::vector<ClassifiedWord> ClassifyWords(
    absl::Span<const Token> tokens, absl::Span<const absl::string_view> words) {
  return Classifier(tokens, words).Run();
}

}  // namespace concord
