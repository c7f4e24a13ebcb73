#include "engine/compare/prepared_claim.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/compare/article_span.h"
#include "engine/grammar/grammar.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/latin.h"
#include "engine/text/sentence.h"
#include "engine/text/token.h"
#include "engine/value/name.h"
#include "engine/value/number.h"
#include "engine/value/quantity.h"
#include "engine/value/time.h"
#include "engine/value/words.h"
#include "xxhash.h"

namespace concord {
namespace {

// A word's weight is its bits above those of a word that tells nothing.
constexpr float kEmptyBits = 5.0f;
constexpr float kLeastWeight = 1.0f;
constexpr float kNumberWeight = 11.0f;
constexpr float kTimeWeight = 7.0f;
constexpr float kNameBonus = 2.0f;
constexpr float kForenameWeight = 4.0f;

uint64_t HashOf(absl::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

uint64_t HashOfValue(const Number& number) {
  const double ends[2] = {number.low, number.high};
  return XXH3_64bits_withSeed(ends, sizeof(ends), number.ordinal ? 2 : 1);
}

uint64_t FirstLetters(absl::string_view word) {
  uint64_t letters = 0;
  for (size_t i = 0; i < 8; ++i) {
    letters = letters << 8 | (i < word.size() ? uint8_t(word[i]) : 0);
  }
  return letters;
}

ByteSpan Span(const v1::TextSpan& span) {
  return {span.begin_byte(), span.end_byte()};
}

// Nobody where `speaker` is not one person by name.
PreparedPerson PersonBy(absl::string_view speaker) {
  if (speaker.empty()) return {};
  const std::vector<v1::Entity> names = FindNames(speaker, Tokenize(speaker));
  if (names.size() != 1 || names[0].kind() != v1::ENTITY_KIND_PERSON) return {};
  const std::string name = PlainLowerCase(names[0].name());
  const std::string family = PlainLowerCase(names[0].head());
  PreparedPerson person;
  person.family = HashOf(family);
  if (!absl::StartsWith(name, family)) person.given = name[0];
  return person;
}

bool IsWordLike(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
}

class Preparer {
 public:
  explicit Preparer(const v1::Claim& claim)
      : text_(claim.text()),
        tokens_(Tokenize(text_)),
        lowered_(text_, tokens_) {
    prepared_.claim = &claim;
    prepared_.speaker = PersonBy(claim.attribution().speaker());
  }

  PreparedClaim Run() {
    AddQuantities();
    AddTimes();
    AddWords();
    MarkNames();
    WeighWords();
    AddGrammar();
    Index();
    return std::move(prepared_);
  }

 private:
  void AddQuantities() {
    for (const v1::Quantity& q : FindQuantities(text_, tokens_)) {
      if (prepared_.quantities.size() == kMaxPreparedValues) return;
      const absl::string_view counted = q.counted();
      const size_t last = counted.rfind(' ') + 1;  // 0 where there is none
      prepared_.quantities.push_back(
          {.low = q.low(),
           .high = q.high(),
           .unit = q.unit().empty() ? 0 : HashOf(q.unit()),
           .counted =
               counted.empty() ? 0 : LookUpWord(counted.substr(last)).lemma,
           .ordinal = q.ordinal(),
           .span = Span(q.span())});
    }
  }

  // Times as the claim has them, resolved against its article's date; in its
  // text's own bytes.
  void AddTimes() {
    for (const v1::TimeInterval& found :
         FindTimes(text_, tokens_, std::nullopt)) {
      if (prepared_.times.size() == kMaxPreparedValues) return;
      const v1::TimeInterval& time = Resolved(found);
      prepared_.times.push_back({.begin = time.begin().seconds(),
                                 .end = time.end().seconds(),
                                 .weekday = time.weekday(),
                                 .basis = time.basis(),
                                 .span = Span(found.span())});
    }
  }

  const v1::TimeInterval& Resolved(const v1::TimeInterval& found) const {
    for (const v1::TimeInterval& time : prepared_.claim->times()) {
      if (time.surface() == found.surface()) return time;
    }
    return found;
  }

  void AddWords() {
    for (size_t i = 0; i < tokens_.size();) {
      if (prepared_.words.size() >= kMaxPreparedWords) return;
      i = IsWordLike(tokens_[i]) ? AddToken(i) : i + 1;
    }
  }

  // Adds the words that begin with token i; returns the token after them.
  size_t AddToken(size_t i) {
    const ByteSpan span = tokens_[i].span;
    if (const std::optional<Number> number = NumberAt(i)) {
      AddNumber({span.begin, tokens_[number->end - 1].span.end}, *number);
      return number->end;
    }
    ByteSpan part = span;
    for (uint32_t at = span.begin; at < span.end; ++at) {
      if (text_[at] != '-') continue;
      AddWord({part.begin, at}, tokens_[i]);
      part.begin = at + 1;
    }
    AddWord(part, tokens_[i]);
    return i + 1;
  }

  // A number counts as one where it is a quantity or in digits: "one" and
  // "second" are often neither.
  std::optional<Number> NumberAt(size_t i) const {
    const ByteSpan span = tokens_[i].span;
    if (QuantityOf(span) == kNoValue && tokens_[i].kind != TokenKind::kNumber) {
      return std::nullopt;
    }
    return MatchNumber(lowered_, i);
  }

  int16_t QuantityOf(ByteSpan span) const {
    for (size_t i = 0; i < prepared_.quantities.size(); ++i) {
      if (prepared_.quantities[i].span.Overlaps(span)) {
        return static_cast<int16_t>(i);
      }
    }
    return kNoValue;
  }

  int16_t TimeOf(ByteSpan span) const {
    for (size_t i = 0; i < prepared_.times.size(); ++i) {
      if (prepared_.times[i].span.Overlaps(span))
        return static_cast<int16_t>(i);
    }
    return kNoValue;
  }

  void AddNumber(ByteSpan span, const Number& number) {
    const std::string lower = absl::AsciiStrToLower(Slice(text_, span));
    PreparedWord word;
    word.entry = {HashOfValue(number), LookUpWord(lower).facts};
    word.letters = FirstLetters(lower);
    word.span = span;
    word.quantity = QuantityOf(span);
    word.time = TimeOf(span);
    word.kind = word.time == kNoValue ? WordKind::kNumber : WordKind::kTime;
    prepared_.words.push_back(word);
  }

  void AddWord(ByteSpan span, const Token& token) {
    if (span.empty() || prepared_.words.size() >= kMaxPreparedWords) return;
    static const WordTable& negations = WordTable::Named("negations");
    static const WordTable& roles = WordTable::Named("role_nouns");
    const std::string lower = PlainLowerCase(Slice(text_, span));
    PreparedWord word;
    word.entry = LookUpWord(lower);
    word.letters = FirstLetters(lower);
    word.span = span;
    word.time = TimeOf(span);
    word.negation = negations.Contains(lower);
    const WordTable::Row* role = roles.Find(lower);
    word.role = role != nullptr && (*role)[1] == "person";
    word.kind = KindOf(word, lower, token);
    prepared_.words.push_back(word);
  }

  static WordKind KindOf(const PreparedWord& word, absl::string_view lower,
                         const Token& token) {
    static const WordTable& calendar = WordTable::Named("calendar");
    const bool closed = word.entry.facts->word_class != WordClass::kContent;
    const bool dated = word.time != kNoValue;
    if (token.capital && calendar.Contains(lower) && (dated || !closed)) {
      return WordKind::kTime;
    }
    if (word.negation || closed) return WordKind::kClosed;
    if (dated) return WordKind::kTime;
    return token.kind == TokenKind::kNumber ? WordKind::kNumber
                                            : WordKind::kPlain;
  }

  void MarkNames() {
    if (IsTitleCase()) return MarkUnknownWords();
    size_t first = 0;
    const ByteSpan all = {0, static_cast<uint32_t>(text_.size())};
    for (const ByteSpan sentence : SplitSentences(text_, all)) {
      size_t end = first;
      while (end < tokens_.size() && tokens_[end].span.begin < sentence.end) {
        ++end;
      }
      const auto tokens =
          absl::MakeConstSpan(tokens_).subspan(first, end - first);
      for (const v1::Entity& name : FindNames(text_, tokens)) MarkName(name);
      first = end;
    }
  }

  // In a headline's capitals a capital tells nothing.
  bool IsTitleCase() const {
    int capital = 0;
    int words = 0;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::kWord || token.span.size() < 4) continue;
      ++words;
      capital += token.capital;
    }
    return words >= 4 && capital * 5 >= words * 4;
  }

  void MarkUnknownWords() {
    for (PreparedWord& word : prepared_.words) {
      if (word.kind == WordKind::kPlain && word.entry.facts->senses.empty()) {
        word.kind = WordKind::kName;
      }
    }
  }

  void MarkName(const v1::Entity& name) {
    const ByteSpan span = Span(name.span());
    for (PreparedWord& word : prepared_.words) {
      if (!span.Overlaps(word.span) || word.kind != WordKind::kPlain) continue;
      const absl::string_view surface = Slice(text_, word.span);
      if (!absl::ascii_isupper(surface[0]) && uint8_t(surface[0]) < 0x80) {
        continue;
      }
      word.kind = absl::StrContains(name.head(), surface) ? WordKind::kName
                                                          : WordKind::kForename;
    }
  }

  void WeighWords() {
    for (PreparedWord& word : prepared_.words) word.weight = WeightOf(word);
  }

  static float WeightOf(const PreparedWord& word) {
    const float weight =
        std::max(kLeastWeight, word.entry.facts->bits - kEmptyBits);
    switch (word.kind) {
      case WordKind::kClosed:
        return 0.0f;
      case WordKind::kPlain:
        return weight;
      case WordKind::kName:
        return weight + kNameBonus;
      case WordKind::kForename:
        return kForenameWeight;
      case WordKind::kNumber:
        return kNumberWeight;
      case WordKind::kTime:
        return kTimeWeight;
    }
    return 0.0f;
  }

  // Heads, labels and what negations deny, sentence by sentence.
  void AddGrammar() {
    MapTokens();
    thread_local Parser parser;
    ParsedSentence parsed;
    size_t first = 0;
    const ByteSpan all = {0, static_cast<uint32_t>(text_.size())};
    for (const ByteSpan sentence : SplitSentences(text_, all)) {
      size_t end = first;
      while (end < tokens_.size() && tokens_[end].span.begin < sentence.end) {
        ++end;
      }
      parser.Parse(text_,
                   absl::MakeConstSpan(tokens_).subspan(first, end - first),
                   parsed);
      SetGrammar(parsed, first);
      first = end;
    }
  }

  // The last word of a token stands for it: "old" for "year-old".
  void MapTokens() {
    word_of_token_.assign(tokens_.size(), kNoHead);
    size_t token = 0;
    for (size_t i = 0; i < prepared_.words.size(); ++i) {
      const ByteSpan span = prepared_.words[i].span;
      while (token < tokens_.size() && tokens_[token].span.end <= span.begin) {
        ++token;
      }
      for (size_t t = token;
           t < tokens_.size() && tokens_[t].span.begin < span.end; ++t) {
        word_of_token_[t] = static_cast<int16_t>(i);
      }
    }
  }

  void SetGrammar(const ParsedSentence& parsed, size_t first) {
    for (size_t t = 0; t < parsed.tags.size(); ++t) {
      const int16_t at = word_of_token_[first + t];
      if (at == kNoHead) continue;
      PreparedWord& word = prepared_.words[at];
      word.tag = parsed.tags[t];
      word.label = parsed.labels[t];
      int32_t head = parsed.heads[t];
      // Up to the nearest word that says something.
      while (head != kRootHead) {
        const int16_t h = word_of_token_[first + head];
        if (h != kNoHead && h != at && prepared_.words[h].content()) {
          word.head = h;
          break;
        }
        head = parsed.heads[head];
      }
      if (word.negation && word.head != kNoHead) {
        prepared_.words[word.head].negated = true;
      }
    }
  }

  void Index() {
    std::vector<uint64_t> surfaces;
    const auto& words = prepared_.words;
    for (size_t i = 0; i < words.size(); ++i) {
      surfaces.push_back(HashOf(PlainLowerCase(Slice(text_, words[i].span))));
      prepared_.weight += words[i].weight;
      if (!words[i].content()) continue;
      prepared_.by_lemma.push_back(static_cast<uint16_t>(i));
      prepared_.concepts.push_back(words[i].entry.lemma);
    }
    prepared_.words_hash =
        XXH3_64bits(surfaces.data(), surfaces.size() * sizeof(uint64_t));
    std::sort(prepared_.by_lemma.begin(), prepared_.by_lemma.end(),
              [&words](uint16_t a, uint16_t b) {
                return std::make_pair(words[a].entry.lemma, a) <
                       std::make_pair(words[b].entry.lemma, b);
              });
    auto& concepts = prepared_.concepts;
    std::sort(concepts.begin(), concepts.end());
    concepts.erase(std::unique(concepts.begin(), concepts.end()),
                   concepts.end());
  }

  const std::string& text_;
  std::vector<Token> tokens_;
  Words lowered_;
  std::vector<int16_t> word_of_token_;
  PreparedClaim prepared_;
};

}  // namespace

PreparedClaim Prepare(const v1::Claim& claim, absl::string_view article) {
  PreparedClaim prepared = Preparer(claim).Run();
  prepared.made_of_fragments = IsMadeOfFragments(claim, article);
  return prepared;
}

PreparedClaim Prepare(const v1::Claim& claim) {
  return Prepare(claim, claim.text());
}

}  // namespace concord
