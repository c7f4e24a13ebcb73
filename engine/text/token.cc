#include "engine/text/token.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/text/abbreviation.h"
#include "engine/text/character.h"

namespace concord {
namespace {

// A unit written straight after its number has at most this many letters:
// "18th", "1990s", "10am", "2.6bn".
constexpr size_t kLongestNumberSuffix = 3;
// Of the part before "@" (RFC 5321, 4.5.3.1.1).
constexpr size_t kLongestMailbox = 64;

bool IsWordChar(const Char& c) {
  return c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark);
}

bool IsHyphen(const Char& c) { return c.code == '-' || c.code == U'‐'; }

// Reads the tokens of one text, left to right.
class Tokenizer {
 public:
  Tokenizer(absl::string_view text, uint32_t offset)
      : text_(text), offset_(offset) {
    tokens_.reserve(text.size() / 5);
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
        return Add(RunEnd(CharClass::kDash), TokenKind::kPunct);
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

  // The end of the run of `char_class` at pos_.
  size_t RunEnd(CharClass char_class) const {
    size_t end = pos_;
    for (Char c = CharAt(text_, end); c.Is(char_class);
         c = CharAt(text_, end)) {
      end += c.length;
    }
    return end;
  }

  // A stop: a run of dots is one mark, "?" and "!" are one each, and ".5" is a
  // number.
  void Stop(const Char& c) {
    if (c.code != '.') return Add(pos_ + c.length, TokenKind::kPunct);
    if (space_before_ && CharAt(text_, pos_ + 1).IsDigit()) {
      return Number(pos_ + 1);
    }
    size_t end = pos_;
    while (end < text_.size() && text_[end] == '.') ++end;
    Add(end, TokenKind::kPunct);
  }

  // ' or ’ at the begin of a token: the clitic of a word, a mark that opens or
  // closes, or the possessive of a plural.
  void Apostrophe(const Char& c) {
    const size_t after = pos_ + c.length;
    const Char next = CharAt(text_, after);
    const bool word_before = !space_before_ && IsWordChar(Before());
    if (IsClitic(c, next, word_before)) {
      return Add(WordEnd(after), TokenKind::kWord);
    }
    if (c.code == '\'' && !word_before && OpensHere(next)) {
      if (next.IsDigit()) return Number(after);  // '90s
      single_open_ = true;
      return Add(after, TokenKind::kOpenQuote);
    }
    if (word_before && !single_open_ && EndsInS()) {
      return Add(after, TokenKind::kWord);
    }
    single_open_ = false;
    Add(after, TokenKind::kCloseQuote);
  }

  // "1990's", "U.S.'s", "’em": letters after the apostrophe at pos_ that belong
  // to it.
  bool IsClitic(const Char& c, const Char& next, bool word_before) const {
    if (word_before) return IsWordChar(next);
    if (space_before_) return c.code == U'’' && IsWordChar(next);
    return next.code == 's' &&
           !IsWordChar(CharAt(text_, pos_ + c.length + next.length));
  }

  Char Before() const { return CharBefore(text_, pos_); }

  bool EndsInS() const { return absl::ascii_tolower(text_[pos_ - 1]) == 's'; }

  // True where a quotation mark at pos_ with `next` after it can only open.
  bool OpensHere(const Char& next) const {
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
    const bool opens = left == right ? !double_open_ : right;
    double_open_ = opens;
    Add(pos_ + 1, opens ? TokenKind::kOpenQuote : TokenKind::kCloseQuote);
  }

  // A number whose first digit is at `digit`: digits with single marks between
  // them, then a short suffix. With more letters it is a word: "30-minute".
  void Number(size_t digit) {
    size_t end = DigitsEnd(digit);
    while (true) {
      const size_t mark_end = NumberMarkEnd(end);
      if (mark_end == end) break;
      end = DigitsEnd(mark_end);
    }
    size_t suffix = end;
    while (suffix < text_.size() && absl::ascii_isalpha(text_[suffix])) {
      ++suffix;
    }
    const Char after = CharAt(text_, suffix);
    const bool hyphen = IsHyphen(after) && JoinEnd(suffix) > suffix;
    const bool word =
        suffix - end > kLongestNumberSuffix || IsWordChar(after) || hyphen;
    if (word && digit == pos_) return Word();
    Add(suffix, TokenKind::kNumber);
  }

  size_t DigitsEnd(size_t pos) const {
    while (pos < text_.size() && absl::ascii_isdigit(text_[pos])) ++pos;
    return pos;
  }

  // The end of the mark at `pos` if it stands between two digits, else `pos`.
  size_t NumberMarkEnd(size_t pos) const {
    const Char c = CharAt(text_, pos);
    switch (c.code) {
      case '.':
      case ',':
      case ':':
      case '/':
      case '-':
      case U'‐':
      case U'‑':
      case U'–':
        return CharAt(text_, pos + c.length).IsDigit() ? pos + c.length : pos;
      default:
        return pos;
    }
  }

  // The end of a hyphen, ampersand or apostrophe at `pos` that joins the word
  // before it to letters after it, else `pos`.
  size_t JoinEnd(size_t pos) const {
    const Char c = CharAt(text_, pos);
    const Char next = CharAt(text_, pos + c.length);
    if (IsHyphen(c) && IsWordChar(next)) return pos + c.length;
    if (c.code == '&' && next.IsUpper()) return pos + c.length;
    if (c.Is(CharClass::kApostrophe) && next.IsLetter()) return pos + c.length;
    return pos;
  }

  // The end of the word characters and joints from `pos`.
  size_t WordEnd(size_t pos) const {
    while (true) {
      const Char c = CharAt(text_, pos);
      if (IsWordChar(c)) {
        pos += c.length;
        continue;
      }
      const size_t joined = JoinEnd(pos);
      if (joined == pos) return pos;
      pos = joined;
    }
  }

  void Word() {
    size_t end = WordEnd(pos_);
    const size_t address = AddressEnd(end);
    if (address > end) return Add(address, TokenKind::kWord);
    end = DottedEnd(end);
    if (IsHyphen(CharAt(text_, end))) end = WordEnd(end);  // "U.S.-led"
    const size_t clitic = CliticBegin(end);
    if (clitic > pos_ && clitic < end) {
      Add(clitic, TokenKind::kWord);
      return Add(end, TokenKind::kWord);
    }
    Add(end, TokenKind::kWord);
  }

  // The end of the address of a page or a mailbox whose first word ends at
  // `end`, or `end` where it is none.
  size_t AddressEnd(size_t end) const {
    const absl::string_view rest = text_.substr(end);
    const bool page = absl::StartsWith(rest, "://") ||
                      (rest.size() > 1 && rest[0] == '.' &&
                       absl::EqualsIgnoreCase(Piece(pos_, end), "www"));
    if (!page && !IsMailbox(end) && !IsSite(end)) return end;
    size_t last = end;
    while (last < text_.size() && !CharAt(text_, last).IsSpace() &&
           !IsAddressEnd(text_[last])) {
      ++last;
    }
    while (last > end && IsTrailingMark(text_[last - 1])) --last;
    return last;
  }

  static bool IsAddressEnd(char c) {
    return c == '"' || c == '<' || c == '>' || c == ')' || c == ']' ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  static bool IsTrailingMark(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' ||
           c == '?' || c == '\'';
  }

  // "jane.doe@example.com": a dotted name, "@", a letter.
  bool IsMailbox(size_t end) const {
    const size_t longest = pos_ + kLongestMailbox;
    while (end < text_.size() && end < longest &&
           (text_[end] == '.' || text_[end] == '_') &&
           IsWordChar(CharAt(text_, end + 1))) {
      end = WordEnd(end + 1);
    }
    return end < text_.size() && text_[end] == '@' &&
           IsWordChar(CharAt(text_, end + 1));
  }

  // "example.com": a name and one of the commonest top domains.
  bool IsSite(size_t end) const {
    static constexpr absl::string_view kDomains[] = {".com", ".org", ".net",
                                                     ".gov", ".edu"};
    for (absl::string_view domain : kDomains) {
      const size_t after = end + domain.size();
      if (text_.substr(end, domain.size()) == domain &&
          !IsWordChar(CharAt(text_, after))) {
        return true;
      }
    }
    return false;
  }

  // The end of the word with the dots that belong to it: "U.S.", "Gov.".
  size_t DottedEnd(size_t end) const {
    size_t dotted = end;
    while (dotted < text_.size() && text_[dotted] == '.' &&
           CharAt(text_, dotted + 1).IsLetter() && IsShortPiece(dotted)) {
      dotted = WordEnd(dotted + 1);
    }
    if (dotted >= text_.size() || text_[dotted] != '.') return dotted;
    if (dotted + 1 < text_.size() && text_[dotted + 1] == '.') return dotted;
    return KeepsStop(dotted) ? dotted + 1 : dotted;
  }

  // True where the piece of the word before `dot` may stand in a dotted
  // abbreviation: "U", "Ph".
  bool IsShortPiece(size_t dot) const {
    size_t begin = dot;
    while (begin > pos_ && absl::ascii_isalpha(text_[begin - 1])) --begin;
    return dot - begin >= 1 && dot - begin <= 2 && IsDotJoint(dot);
  }

  // "Ph.D", "U.S" but not "is.It": what follows the dot is short too, or the
  // whole is a known abbreviation.
  bool IsDotJoint(size_t dot) const {
    size_t end = dot + 1;
    while (end < text_.size() && absl::ascii_isalpha(text_[end])) ++end;
    return end - dot <= 2 ||
           FindAbbreviation(Piece(pos_, end)) != AbbreviationClass::kNone;
  }

  // True where the stop at `dot` belongs to the word before it.
  bool KeepsStop(size_t dot) const {
    const absl::string_view word = Piece(pos_, dot);
    const Char first = CharAt(text_, pos_);
    if (first.length == word.size()) return first.IsUpper() && word != "I";
    const size_t next = SkipSpace(text_, dot + 1, text_.size());
    switch (FindAbbreviation(word)) {
      case AbbreviationClass::kNumber:
        return CharAt(text_, next).IsDigit();
      case AbbreviationClass::kUnit:
        return !tokens_.empty() && tokens_.back().kind == TokenKind::kNumber;
      case AbbreviationClass::kMark:
      case AbbreviationClass::kNone:
        return false;
      default:
        return true;
    }
  }

  // Where the clitic of the word [pos_, end) begins: "n't", "'s"; `end` where
  // it has none.
  size_t CliticBegin(size_t end) const {
    const absl::string_view word = Piece(pos_, end);
    if (absl::EqualsIgnoreCase(word, "cannot")) return pos_ + 3;
    static constexpr absl::string_view kClitics[] = {
        "n't", "n’t", "'s",  "’s", "'re", "’re", "'ve",
        "’ve", "'ll", "’ll", "'d", "’d",  "'m",  "’m"};
    if (word.find_first_of("'\xE2") == word.npos) return end;
    for (absl::string_view clitic : kClitics) {
      if (absl::EndsWithIgnoreCase(word, clitic)) return end - clitic.size();
    }
    return end;
  }

  absl::string_view Piece(size_t begin, size_t end) const {
    return text_.substr(begin, end - begin);
  }

  const absl::string_view text_;
  const uint32_t offset_;  // of text_ in the caller's text
  std::vector<Token> tokens_;
  size_t pos_ = 0;
  bool space_before_ = true;
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
