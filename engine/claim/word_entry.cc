#include "engine/claim/word_entry.h"

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

using enum WordClass;

WordEntry EntryOf(absl::string_view name) {
  static const auto& by_name =
      *new absl::flat_hash_map<absl::string_view, WordEntry>{
          {"det", {EntryKind::kSure, kDeterminer}},
          {"poss", {EntryKind::kSure, kPossessive}},
          {"pron", {EntryKind::kSure, kPronoun}},
          {"obj", {EntryKind::kSure, kPronoun}},
          {"her", {EntryKind::kHer, kPronoun}},
          {"prep", {EntryKind::kSure, kPreposition}},
          {"sub", {EntryKind::kSure, kSubordinator}},
          {"prepsub", {EntryKind::kPrepOrSub, kPreposition}},
          {"rel", {EntryKind::kSure, kRelative}},
          {"wh", {EntryKind::kSure, kQuestion}},
          {"that", {EntryKind::kThat, kThat}},
          {"cc", {EntryKind::kSure, kConjunction}},
          {"to", {EntryKind::kTo, kPreposition}},
          {"not", {EntryKind::kSure, kNot}},
          {"modal", {EntryKind::kSure, kModal}},
          {"aux", {EntryKind::kSure, kAuxiliary}},
          {"auxbase", {EntryKind::kSure, kBase}},
          {"auxen", {EntryKind::kSure, kParticiple}},
          {"auxing", {EntryKind::kSure, kGerund}},
          {"s", {EntryKind::kClitic, kPossessive}},
          {"adv", {EntryKind::kSure, kAdverb}},
          {"there", {EntryKind::kThere, kAdverb}},
          {"one", {EntryKind::kOne, kNumber}},
          {"num", {EntryKind::kSure, kNumber}},
          {"intj", {EntryKind::kSure, kOther}},
          {"time", {EntryKind::kSure, kTime}},
      };
  const auto it = by_name.find(name);
  return it == by_name.end() ? WordEntry{} : it->second;
}

// function_words.tsv with its classes parsed.
const WordEntry* FindFunctionWord(absl::string_view word) {
  static const auto& entries = *[] {
    auto* made = new absl::flat_hash_map<absl::string_view, WordEntry>();
    for (const auto& row : WordTable::Named("function_words").rows()) {
      if (row[1].empty()) continue;
      WordEntry entry = EntryOf(row[1]);
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

// Looks up the words of one sentence.
class EntryReader {
 public:
  EntryReader(absl::Span<const Token> tokens,
              absl::Span<const absl::string_view> words)
      : tokens_(tokens), words_(words) {}

  WordEntry Look(size_t i) const {
    switch (tokens_[i].kind) {
      case TokenKind::kNumber:
        return {EntryKind::kSure, kNumber};
      case TokenKind::kPunct:
        return {EntryKind::kSure, PunctuationClass(words_[i])};
      case TokenKind::kOpenQuote:
        return {EntryKind::kSure, kOpenQuote};
      case TokenKind::kCloseQuote:
        return {EntryKind::kSure, kCloseQuote};
      case TokenKind::kSymbol:
        if (words_[i] == "&") return {EntryKind::kSure, kNominal};
        return {EntryKind::kSure,
                words_[i] == "$" || words_[i] == "%" ? kNumber : kOther};
      case TokenKind::kWord:
        return LookWord(i);
    }
    return {};
  }

 private:
  WordEntry LookWord(size_t i) const {
    const absl::string_view word = words_[i];
    if (const WordEntry* entry = FindFunctionWord(word)) {
      return AsNameOrNot(i, *entry);
    }
    const VerbForm* verb = FindVerbForm(word);
    if (verb == nullptr) verb = FindVerbForm(WithoutPrefix(word));
    if (verb != nullptr) return {EntryKind::kVerb, kNominal, verb};
    const bool adverb = IsAdverb(word) && !IsNameAt(tokens_, i);
    return {EntryKind::kSure, adverb ? kAdverb : kNominal};
  }

  // Function words that are none here: "WHO", "today's", "Will" inside a
  // sentence.
  WordEntry AsNameOrNot(size_t i, const WordEntry& entry) const {
    if (IsAcronym(i)) return {EntryKind::kSure, kNominal};
    if (entry.word_class == kAdverb && NextIsClitic(i)) {
      return {EntryKind::kSure, kNominal};
    }
    if (entry.word_class != kModal || !IsNameAt(tokens_, i)) return entry;
    return {EntryKind::kSure, words_[i] == "may" ? kTime : kNominal};
  }

  static bool IsAdverb(absl::string_view word) {
    return word.size() > 4 && absl::EndsWith(word, "ly") && word != "family" &&
           word != "assembly" && word != "anomaly" && word != "monopoly" &&
           word != "italy";
  }

  bool NextIsClitic(size_t i) const {
    return i + 1 < words_.size() && !tokens_[i + 1].space_before &&
           (words_[i + 1] == "'s" || words_[i + 1] == "’s");
  }

  // "US", "WHO": a word in capitals beside words that are not.
  bool IsAcronym(size_t i) const {
    if (!tokens_[i].all_caps) return false;
    const bool shouts = (i > 0 && tokens_[i - 1].all_caps) ||
                        (i + 1 < tokens_.size() && tokens_[i + 1].all_caps);
    return !shouts;
  }

  const absl::Span<const Token> tokens_;
  const absl::Span<const absl::string_view> words_;
};

}  // namespace

std::vector<WordEntry> LookUpWords(absl::Span<const Token> tokens,
                                   absl::Span<const absl::string_view> words) {
  const EntryReader reader(tokens, words);
  std::vector<WordEntry> entries;
  entries.reserve(words.size());
  for (size_t i = 0; i < words.size(); ++i) entries.push_back(reader.Look(i));
  return entries;
}

bool IsNameAt(absl::Span<const Token> tokens, size_t i) {
  return tokens[i].capital && i > 0 &&
         tokens[i - 1].kind != TokenKind::kOpenQuote;
}

}  // namespace concord
