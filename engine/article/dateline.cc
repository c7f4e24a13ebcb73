#include "engine/article/dateline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/article/agency.h"
#include "engine/base/span.h"
#include "engine/base/utf8.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

// No dateline is longer.
constexpr uint32_t kLongestDateline = 120;
constexpr size_t kLongestPlace = 5;   // words, of one name
constexpr int kMostPlaceParts = 3;    // "SEOUL, South Korea"
constexpr size_t kLongestAgency = 5;  // words

// Small words inside names: "Rio de Janeiro", "Stoke-on-Trent".
constexpr absl::string_view kParticles[] = {"de",   "da", "do", "del", "la",
                                            "le",   "el", "al", "of",  "the",
                                            "upon", "'s", "’s"};

// Reads a dateline from left to right. Each Read method takes what it can and
// says whether it took something.
class DatelineParser {
 public:
  DatelineParser(absl::string_view text, ByteSpan line) : text_(text) {
    const size_t end = FloorCharBoundary(
        text, std::min(line.end, line.begin + kLongestDateline));
    tokens_ = Tokenize(text, {line.begin, static_cast<uint32_t>(end)});
  }

  std::optional<Dateline> Before() {
    ReadPlaces();
    ReadDate();
    ReadBracketedAgency() || ReadAgencyAfterMark();
    ReadDate();
    const bool placed = !dateline_.place.empty() && capitals_ && !IsLabel();
    const bool dated = !dateline_.place.empty() && has_date_;
    if (!placed && !dated && !NamesKnownAgency()) return std::nullopt;
    if (!ReadDash() || AtEnd()) return std::nullopt;
    return Whole();
  }

  std::optional<Dateline> Alone() {
    if (tokens_.empty()) return std::nullopt;
    const bool agency_first = ReadLeadingAgency();
    ReadPlaces();
    ReadDate();
    if (agency_first) {
      ReadBracketedPlace();
    } else {
      ReadBracketedAgency() || ReadAgencyAfterMark();
    }
    ReadDate();
    ReadDash();
    if (!AtEnd() || !NamesKnownAgency() || dateline_.place.empty()) {
      return std::nullopt;
    }
    return Whole();
  }

 private:
  bool AtEnd() const { return next_ == tokens_.size(); }
  absl::string_view Surface(size_t i) const {
    return i < tokens_.size() ? Slice(text_, tokens_[i].span)
                              : absl::string_view();
  }
  bool IsMark(size_t i, absl::string_view mark) const {
    return Surface(i) == mark;
  }

  bool IsName(size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kWord &&
           tokens_[i].capital;
  }
  bool IsParticle(size_t i) const {
    return absl::c_linear_search(kParticles, Surface(i));
  }

  // One name of a place; returns the position behind it, or `begin`.
  size_t NameEnd(size_t begin) const {
    size_t i = begin;
    while (i < tokens_.size() && i - begin < kLongestPlace) {
      const bool joins = IsParticle(i) && i > begin && IsName(i + 1);
      const bool dot = IsMark(i, ".") && i > begin && !tokens_[i].space_before;
      if (!IsName(i) && !joins && !dot) break;
      if (IsName(i) && IsMonth(i) && i > begin) break;
      ++i;
    }
    return i;
  }

  bool IsMonth(size_t i) const {
    std::string word = absl::AsciiStrToLower(Surface(i));
    if (!word.empty() && word.back() == '.') word.pop_back();
    static const WordTable& table = WordTable::Named("calendar");
    const WordTable::Row* row = table.Find(word);
    return row != nullptr && (*row)[1] == "month";
  }
  bool IsDigits(size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kNumber;
  }

  void Include(ByteSpan& span, size_t first, size_t end) const {
    if (span.empty()) span.begin = tokens_[first].span.begin;
    span.end = tokens_[end - 1].span.end;
  }

  void ReadPlaces() {
    for (int part = 0; part < kMostPlaceParts; ++part) {
      const bool joined =
          part > 0 && (IsMark(next_, ",") || IsMark(next_, "/"));
      if (part > 0 && !joined) return;
      const size_t begin = next_ + (joined ? 1 : 0);
      if (IsMonth(begin) && IsDigits(begin + 1)) return;
      if (part > 0 && FindAgency(Surface(begin))) return;
      const size_t end = NameEnd(begin);
      if (end == begin) return;
      if (part == 0) capitals_ = AllCapitals(begin, end);
      Include(dateline_.place, begin, end);
      next_ = end;
    }
  }

  bool AllCapitals(size_t begin, size_t end) const {
    bool any = false;
    for (size_t i = begin; i < end; ++i) {
      if (tokens_[i].kind != TokenKind::kWord || IsParticle(i)) continue;
      if (!tokens_[i].all_caps) return false;
      any = true;
    }
    return any;
  }

  // "Sept. 22", "22 September", with a year and marks around.
  bool ReadDate() {
    size_t i = next_;
    if (IsMark(i, ",") || IsMark(i, "/") || IsMark(i, "|")) ++i;
    if (IsDigits(i) && IsMonth(i + 1)) {
      i += 2;
    } else if (IsMonth(i) &&
               (IsDigits(i + 1) || (IsMark(i + 1, ".") && IsDigits(i + 2)))) {
      i += IsDigits(i + 1) ? 2 : 3;
    } else {
      return false;
    }
    if (IsMark(i, ".")) ++i;
    if (IsMark(i, ",") && IsDigits(i + 1)) ++i;
    if (IsDigits(i)) ++i;
    next_ = i;
    has_date_ = true;
    return true;
  }

  // The words up to the closing bracket; false where they are no name.
  bool ReadBracketed(ByteSpan& inner) {
    if (!IsMark(next_, "(") && !IsMark(next_, "[")) return false;
    size_t end = next_ + 1;
    while (end < tokens_.size() && end - next_ <= 2 * kLongestAgency &&
           !IsMark(end, ")") && !IsMark(end, "]")) {
      ++end;
    }
    if (!IsMark(end, ")") && !IsMark(end, "]")) return false;
    if (end == next_ + 1 || !IsName(next_ + 1)) return false;
    Include(inner, next_ + 1, end);
    next_ = end + 1;
    return true;
  }
  bool ReadBracketedAgency() { return ReadBracketed(dateline_.agency); }
  bool ReadBracketedPlace() {
    ByteSpan country;
    return ReadBracketed(country);
  }

  // "TOKYO, Reuters –", "Geneva / AFP".
  bool ReadAgencyAfterMark() {
    const bool mark =
        IsMark(next_, ",") || IsMark(next_, "/") || IsMark(next_, "|");
    if (!mark) return false;
    return ReadAgencyAt(next_ + 1);
  }
  bool ReadLeadingAgency() { return ReadAgencyAt(next_); }
  bool ReadAgencyAt(size_t begin) {
    for (size_t end = std::min(begin + kLongestAgency, tokens_.size());
         end > begin; --end) {
      ByteSpan name;
      Include(name, begin, end);
      if (!FindAgency(Slice(text_, name))) continue;
      dateline_.agency = name;
      next_ = end;
      return true;
    }
    return false;
  }

  // A dash; a hyphen only between spaces; a colon after a name in capitals or
  // an agency.
  bool ReadDash() {
    if (AtEnd()) return false;
    const absl::string_view mark = Surface(next_);
    const bool spaced =
        next_ + 1 < tokens_.size() &&
        (tokens_[next_].space_before || IsMark(next_ - 1, ")")) &&
        tokens_[next_ + 1].space_before;
    const bool dash = mark == "–" || mark == "—" || mark == "―" ||
                      mark == "--" || mark == "——" || (mark == "-" && spaced);
    const bool colon = mark == ":" && (capitals_ || !dateline_.agency.empty());
    if (!dash && !colon) return false;
    ++next_;
    return true;
  }

  bool NamesKnownAgency() const {
    return static_cast<bool>(FindAgencyAmong(Slice(text_, dateline_.agency)));
  }

  // Capitals that are no place: "BREAKING", "OPINION".
  bool IsLabel() const {
    static const WordTable& table = WordTable::Named("line_labels");
    return table.Contains(absl::AsciiStrToLower(Slice(text_, dateline_.place)));
  }

  std::optional<Dateline> Whole() {
    dateline_.span = {tokens_.front().span.begin, tokens_[next_ - 1].span.end};
    return dateline_;
  }

  absl::string_view text_;
  std::vector<Token> tokens_;
  size_t next_ = 0;
  Dateline dateline_;
  bool capitals_ = false;
  bool has_date_ = false;
};

}  // namespace

std::optional<Dateline> DatelineBefore(absl::string_view text, ByteSpan line) {
  return DatelineParser(text, line).Before();
}

std::optional<Dateline> DatelineAlone(absl::string_view text, ByteSpan line) {
  if (line.size() > kLongestDateline) return std::nullopt;
  return DatelineParser(text, line).Alone();
}

}  // namespace concord
