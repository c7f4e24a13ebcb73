#include "engine/article/byline.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/article/agency.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

constexpr uint32_t kLongestByline = 160;  // bytes
// Words in small letters that a byline bears besides roles and connectors: "in
// Port Calder for the weekly".
constexpr int kMostSmallWords = 2;

// Kind of a word of the table of roles: "role", "beat", or "" for others.
absl::string_view RoleKind(absl::string_view word) {
  static const WordTable& table = WordTable::Named("byline_roles");
  const WordTable::Row* row = table.Find(absl::AsciiStrToLower(word));
  return row == nullptr ? absl::string_view() : (*row)[1];
}

constexpr absl::string_view kConnectors[] = {
    "and", "in", "for", "of",  "at",  "with", "the", "from", "to",
    "by",  "de", "van", "von", "der", "al",   "bin", "our"};

bool IsConnector(absl::string_view word) {
  return absl::c_any_of(kConnectors, [&](absl::string_view connector) {
    return absl::EqualsIgnoreCase(word, connector);
  });
}

// How the words of a would-be author read.
struct AuthorShape {
  int names = 0;  // capitalised words that are neither roles nor beats
  int roles = 0;
  int beats = 0;
  int small = 0;   // other words
  int others = 0;  // numbers, quotes, stops inside
};

AuthorShape ShapeOf(absl::string_view author) {
  AuthorShape shape;
  const std::vector<Token> tokens = Tokenize(author);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const absl::string_view word = Slice(author, token.span);
    if (token.kind == TokenKind::kWord) {
      if (const absl::string_view kind = RoleKind(word); !kind.empty()) {
        ++(kind == "role" ? shape.roles : shape.beats);
      } else if (IsConnector(word)) {
        continue;
      } else {
        token.capital ? ++shape.names : ++shape.small;
      }
    } else if (token.kind != TokenKind::kPunct &&
               token.kind != TokenKind::kSymbol) {
      ++shape.others;
    } else if (word == "?" || word == "!" || word == ";" ||
               (word == "." && i + 1 < tokens.size() && i > 0 &&
                tokens[i - 1].span.size() > 3)) {
      ++shape.others;
    }
  }
  return shape;
}

// Length of "By " or the like in front of the author; 0 where there is none.
size_t LabelLength(absl::string_view line) {
  for (const absl::string_view label :
       {"by ", "by: ", "by:", "written by ", "story by ", "reported by ",
        "report by ", "text by ", "words by ", "author: ", "from our ",
        "posted by ", "published by "}) {
    if (absl::StartsWithIgnoreCase(line, label)) {
      return absl::StartsWithIgnoreCase(line, "from our ") ? 5 : label.size();
    }
  }
  return 0;
}

// "AP", "Reuters Staff", "PTI |", "Press Trust of India".
bool NamesAgency(absl::string_view author) {
  while (!author.empty() && (author.back() == '|' || author.back() == '.' ||
                             absl::ascii_isspace(author.back()))) {
    author.remove_suffix(1);
  }
  if (LooksLikeAgency(author)) return true;
  for (const absl::string_view more :
       {" staff", " news", " reporters", " correspondent", " writers"}) {
    if (absl::EndsWithIgnoreCase(author, more) &&
        FindAgency(author.substr(0, author.size() - more.size()))) {
      return true;
    }
  }
  return false;
}

bool IsAuthorAfterLabel(const AuthorShape& shape) {
  return shape.names + shape.roles > 0 && shape.others == 0 &&
         shape.small <= kMostSmallWords;
}

// Roles and beats alone: "Staff Reporter", "our correspondent".
bool IsRolesOnly(const AuthorShape& shape) {
  return shape.names + shape.small + shape.others == 0 && shape.roles > 0;
}

// Without "By": a role of two words, or a name and, after a mark, the role.
bool IsAuthorAlone(absl::string_view author) {
  const size_t mark = author.find_first_of(",|/");
  if (mark == author.npos) {
    return absl::StrContains(author, ' ') && IsRolesOnly(ShapeOf(author));
  }
  return IsPersonName(author.substr(0, mark)) &&
         IsRolesOnly(ShapeOf(author.substr(mark + 1)));
}

}  // namespace

std::optional<Byline> ParseByline(absl::string_view text, ByteSpan line) {
  if (line.size() > kLongestByline) return std::nullopt;
  const size_t label = LabelLength(Slice(text, line));
  Byline byline;
  byline.author = {line.begin + static_cast<uint32_t>(label), line.end};
  const absl::string_view author = Slice(text, byline.author);
  byline.agency = NamesAgency(author);
  if (byline.agency && (label > 0 || FindAgency(author).supplies_text ||
                        absl::StrContains(author, ' '))) {
    return byline;
  }
  const bool found =
      label > 0 ? IsAuthorAfterLabel(ShapeOf(author)) : IsAuthorAlone(author);
  if (!found) return std::nullopt;
  byline.agency = static_cast<bool>(FindAgencyAmong(author));
  return byline;
}

bool IsPersonName(absl::string_view line) {
  if (line.size() > 60) return false;
  const AuthorShape shape = ShapeOf(line);
  return shape.names >= 2 && shape.names <= 4 &&
         shape.roles + shape.beats == 0 && shape.small == 0 &&
         shape.others == 0;
}

}  // namespace concord
