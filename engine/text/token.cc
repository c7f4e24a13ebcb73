#include "engine/text/token.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/text/character.h"
#include "engine/text/word_scan.h"

namespace concord {
namespace {

// Where the clitic of `word` begins, as in "don't", "Yoon's" and "cannot";
// word.size() where it has none.
size_t CliticBegin(absl::string_view word) {
  static constexpr absl::string_view kClitics[] = {
      "n't", "n’t", "'s",  "’s", "'re", "’re", "'ve",
      "’ve", "'ll", "’ll", "'d", "’d",  "'m",  "’m"};
  if (absl::EqualsIgnoreCase(word, "cannot")) return 3;
  if (word.find_first_of("'\xE2") == word.npos) return word.size();
  for (absl::string_view clitic : kClitics) {
    if (absl::EndsWithIgnoreCase(word, clitic)) {
      return word.size() - clitic.size();
    }
  }
  return word.size();
}

// Reads the tokens of one text, left to right.
class Tokenizer {
 public:
  Tokenizer(absl::string_view text, uint32_t offset)
      : text_(text), offset_(offset) {
    // English has a token every five to six bytes.
    tokens_.reserve(text.size() / 5 + 1);
  }

  std::vector<Token> Run() {
    while (true) {
      const size_t begin = SkipSpace(text_, pos_, text_.size());
      space_before_ = begin > pos_ || begin == 0;
      pos_ = begin;
      if (begin == text_.size()) return std::move(tokens_);
      Next(CharAt(text_, begin));
    }
  }

 private:
  void Next(const Char& c) {
    switch (c.char_class) {
      case CharClass::kUpper:
      case CharClass::kLower:
      case CharClass::kLetter:
      case CharClass::kMark:
        return Word();
      case CharClass::kDigit:
        return Number(pos_);
      case CharClass::kStop:
        return Stop(c);
      case CharClass::kDash:
        return Add(DashesEnd(), TokenKind::kPunct);
      case CharClass::kApostrophe:
        return Apostrophe(c);
      case CharClass::kQuote:
        return StraightQuote();
      case CharClass::kOpenQuote:
        single_open_ |= c.code == U'‘';
        return Add(pos_ + c.length, TokenKind::kOpenQuote);
      case CharClass::kCloseQuote:
        return Add(pos_ + c.length, TokenKind::kCloseQuote);
      case CharClass::kOpen:
      case CharClass::kClose:
      case CharClass::kPunct:
        return Add(pos_ + c.length, TokenKind::kPunct);
      case CharClass::kSymbol:
      case CharClass::kSpace:
        return Add(pos_ + c.length, TokenKind::kSymbol);
    }
  }

  // Ends the token that begins at pos_ and moves past it.
  void Add(size_t end, TokenKind kind) {
    Token token;
    token.span = {offset_ + static_cast<uint32_t>(pos_),
                  offset_ + static_cast<uint32_t>(end)};
    token.kind = kind;
    token.space_before = space_before_;
    if (kind == TokenKind::kWord) SetCase(end, token);
    tokens_.push_back(token);
    pos_ = end;
    space_before_ = false;
  }

  void SetCase(size_t end, Token& token) const {
    size_t letters = 0, uppers = 0, lowers = 0;
    for (size_t pos = pos_; pos < end;) {
      const Char c = CharAt(text_, pos);
      if (c.IsLetter() && letters++ == 0) token.capital = c.IsUpper();
      uppers += c.IsUpper();
      lowers += c.IsLower();
      pos += c.length;
    }
    token.all_caps = uppers >= 2 && lowers == 0;
  }

  Char Before() const { return CharBefore(text_, pos_); }

  void Word() {
    const size_t first = WordEnd(text_, pos_);
    const size_t address = AddressEnd(text_, pos_, first);
    if (address > first) return Add(address, TokenKind::kWord);
    const bool number_before =
        !tokens_.empty() && tokens_.back().kind == TokenKind::kNumber;
    const size_t end = DottedWordEnd(text_, pos_, first, number_before);
    const size_t clitic = pos_ + CliticBegin(text_.substr(pos_, end - pos_));
    if (clitic > pos_ && clitic < end) Add(clitic, TokenKind::kWord);
    Add(end, TokenKind::kWord);
  }

  // A number whose first digit is at `digit`, or the word it begins.
  void Number(size_t digit) {
    const size_t end = NumberEnd(text_, digit);
    if (end > digit) return Add(end, TokenKind::kNumber);
    if (digit == pos_) return Word();
    Add(WordEnd(text_, digit), TokenKind::kWord);
  }

  // A run of dots is one mark, "?" and "!" are one each; ".5" is a number.
  void Stop(const Char& c) {
    if (c.code != '.') return Add(pos_ + c.length, TokenKind::kPunct);
    if (space_before_ && CharAt(text_, pos_ + 1).IsDigit()) {
      return Number(pos_ + 1);
    }
    size_t end = pos_;
    while (end < text_.size() && text_[end] == '.') ++end;
    Add(end, TokenKind::kPunct);
  }

  size_t DashesEnd() const {
    size_t end = pos_;
    for (Char c = CharAt(text_, end); c.Is(CharClass::kDash);
         c = CharAt(text_, end)) {
      end += c.length;
    }
    return end;
  }

  // ' or ’ where no word has taken it: letters left out ("’em", "'90s"), the
  // possessive of a plural, or a quotation mark.
  void Apostrophe(const Char& c) {
    const size_t after = pos_ + c.length;
    const Char next = CharAt(text_, after);
    const bool word_before = !space_before_ && IsWordChar(Before());
    if (IsClitic(next, word_before, c)) {
      return Add(WordEnd(text_, after), TokenKind::kWord);
    }
    if (next.IsDigit() && space_before_) return Number(after);
    if (c.code == '\'' && !word_before && Opens(next)) {
      single_open_ = true;
      return Add(after, TokenKind::kOpenQuote);
    }
    if (word_before && !single_open_ && EndsInS()) {
      return Add(after, TokenKind::kWord);
    }
    single_open_ = false;
    Add(after, TokenKind::kCloseQuote);
  }

  // True where the letters after the apostrophe at pos_ belong to it.
  bool IsClitic(const Char& next, bool word_before, const Char& c) const {
    if (word_before) return IsWordChar(next);
    if (space_before_) return c.code == U'’' && next.IsLetter();
    return next.code == 's' &&
           !IsWordChar(CharAt(text_, pos_ + c.length + next.length));
  }

  bool EndsInS() const { return absl::ascii_tolower(text_[pos_ - 1]) == 's'; }

  // True where a quotation mark at pos_ with `next` after it can only open.
  bool Opens(const Char& next) const {
    if (next.length == 0 || next.IsSpace()) return false;
    if (space_before_) return true;
    const Char before = Before();
    return before.Is(CharClass::kOpen) || before.Is(CharClass::kDash) ||
           before.Is(CharClass::kOpenQuote) ||
           (before.Is(CharClass::kQuote) && double_open_);
  }

  // " opens where only its right side touches a word, closes where only its
  // left side does; where both or neither do it alternates.
  void StraightQuote() {
    const Char next = CharAt(text_, pos_ + 1);
    const bool left = !space_before_ && !Before().Is(CharClass::kOpen) &&
                      !Before().Is(CharClass::kDash);
    const bool right = IsWordChar(next) || next.Is(CharClass::kSymbol) ||
                       next.Is(CharClass::kApostrophe) ||
                       next.Is(CharClass::kOpen);
    double_open_ = left == right ? !double_open_ : right;
    Add(pos_ + 1,
        double_open_ ? TokenKind::kOpenQuote : TokenKind::kCloseQuote);
  }

  const absl::string_view text_;
  const uint32_t offset_;  // of text_ in the caller's text
  std::vector<Token> tokens_;
  size_t pos_ = 0;
  bool space_before_ = true;  // white space precedes pos_
  bool double_open_ = false;  // the last straight double mark opened
  bool single_open_ = false;  // a single mark opened and has not closed
};

}  // namespace

std::vector<Token> Tokenize(absl::string_view text) {
  return Tokenize(text, {0, static_cast<uint32_t>(text.size())});
}

std::vector<Token> Tokenize(absl::string_view text, ByteSpan span) {
  return Tokenizer(Slice(text, span), span.begin).Run();
}

}  // namespace concord
