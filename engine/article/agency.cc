#include "engine/article/agency.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// Names up to this long are initials and look like words in lower case.
constexpr size_t kLongestInitials = 4;

// A name longer than this is no agency's.
constexpr size_t kLongestName = 64;

bool HasLowerCase(absl::string_view name) {
  return std::any_of(name.begin(), name.end(), absl::ascii_islower);
}

}  // namespace

Agency FindAgency(absl::string_view name) {
  name = absl::StripAsciiWhitespace(name);
  if (name.size() > kLongestName) return {};
  static const WordTable& table = WordTable::Named("agencies");
  const WordTable::Row* row = table.Find(absl::AsciiStrToLower(name));
  if (row == nullptr) return {};
  const absl::string_view short_name = (*row)[1];
  const bool initials =
      name.size() <= kLongestInitials && !HasLowerCase(short_name);
  if (initials && HasLowerCase(name)) return {};
  return {short_name, (*row)[2] == "text"};
}

Agency FindAgencyAmong(absl::string_view names) {
  if (const Agency whole = FindAgency(names)) return whole;
  const std::string parted = absl::StrReplaceAll(names, {{" and ", "/"},
                                                         {" via ", "/"},
                                                         {" VIA ", "/"},
                                                         {"VIA ", "/"},
                                                         {"via ", "/"},
                                                         {" & ", "/"},
                                                         {" for ", "/"}});
  for (const absl::string_view name :
       absl::StrSplit(parted, absl::ByAnyChar("/|,;-"))) {
    if (const Agency agency = FindAgency(name)) return agency;
  }
  return {};
}

bool LooksLikeAgency(absl::string_view name) {
  name = absl::StripAsciiWhitespace(name);
  if (FindAgency(name)) return true;
  if (name.size() > kLongestName || name.empty() ||
      !absl::ascii_isupper(name.front())) {
    return false;
  }
  const std::string lower = absl::AsciiStrToLower(name);
  if (absl::EndsWith(lower, " news agency") ||
      absl::EndsWith(lower, " news service") ||
      absl::EndsWith(lower, " press agency")) {
    return true;
  }
  return !absl::StrContains(lower, ' ') && lower.size() > kLongestInitials &&
         (absl::EndsWith(lower, "wire") || absl::EndsWith(lower, "press"));
}

}  // namespace concord
