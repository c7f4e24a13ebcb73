#include "engine/compare/prepared_claim.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/compare/article_span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "xxhash.h"

namespace concord {
namespace {

constexpr float kLeastBits = 5.0f;
constexpr float kNumberWeight = 11.0f;
constexpr float kNameBonus = 2.0f;

uint64_t FirstLetters(absl::string_view word) {
  uint64_t letters = 0;
  for (size_t i = 0; i < 8; ++i) {
    letters = letters << 8 | (i < word.size() ? uint8_t(word[i]) : 0);
  }
  return letters;
}

bool IsNumberWord(absl::string_view word) {
  static const WordTable numbers(
      "zero\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n"
      "eleven\ntwelve\ndozen\ndozens\nhundred\nhundreds\nthousand\nthousands\n"
      "million\nbillion\ntrillion\n");
  return numbers.Contains(word);
}

class Preparer {
 public:
  explicit Preparer(const v1::Claim& claim) : text_(claim.text()) {
    prepared_.claim = &claim;
  }

  PreparedClaim Run() {
    bool starts = true;
    for (const Token& token : Tokenize(text_)) {
      if (token.kind == TokenKind::kOpenQuote) quoted_ = true;
      if (token.kind == TokenKind::kCloseQuote) quoted_ = false;
      if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) {
        AddToken(token, starts);
        starts = false;
      } else if (Slice(text_, token.span) == ".") {
        starts = true;
      }
    }
    Index();
    return std::move(prepared_);
  }

 private:
  void AddToken(const Token& token, bool starts) {
    ByteSpan part = token.span;
    for (uint32_t i = part.begin; i < token.span.end; ++i) {
      if (text_[i] != '-' || token.kind == TokenKind::kNumber) continue;
      AddWord({part.begin, i}, token, starts);
      part.begin = i + 1;
    }
    AddWord(part, token, starts);
  }

  void AddWord(ByteSpan span, const Token& token, bool starts) {
    if (span.empty() || prepared_.words.size() == kMaxPreparedWords) return;
    const std::string lower = absl::AsciiStrToLower(Slice(text_, span));
    PreparedWord word;
    word.entry = LookUpWord(lower);
    word.letters = FirstLetters(lower);
    word.span = span;
    word.quoted = quoted_;
    const bool closed = word.entry.facts->word_class != WordClass::kContent;
    word.number = token.kind == TokenKind::kNumber || IsNumberWord(lower);
    word.name = token.capital && !closed &&
                (!starts || word.entry.facts->bits >= kRareBits);
    static const WordTable& calendar = WordTable::Named("calendar");
    static const WordTable& negations = WordTable::Named("negations");
    word.time = token.capital && calendar.Contains(lower);
    word.negation = negations.Contains(lower);
    word.weight = WeightOf(word, closed);
    prepared_.words.push_back(word);
  }

  static float WeightOf(const PreparedWord& word, bool closed) {
    if (word.number) return kNumberWeight;
    if (closed || word.negation) return 0.0f;
    const float weight = word.entry.facts->bits - kLeastBits;
    return std::max(1.0f, weight + (word.name ? kNameBonus : 0.0f));
  }

  void Index() {
    std::vector<uint64_t> lemmas;
    for (size_t i = 0; i < prepared_.words.size(); ++i) {
      const PreparedWord& word = prepared_.words[i];
      lemmas.push_back(word.entry.lemma);
      prepared_.weight += word.weight;
      if (!word.content()) continue;
      prepared_.by_lemma.push_back(static_cast<uint16_t>(i));
      prepared_.concepts.push_back(word.entry.lemma);
    }
    prepared_.words_hash =
        XXH3_64bits(lemmas.data(), lemmas.size() * sizeof(uint64_t));
    const auto& words = prepared_.words;
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
  bool quoted_ = false;
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
