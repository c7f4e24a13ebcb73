// Random texts for property tests: always valid UTF-8, the same for a seed.

#ifndef CONCORD_TESTS_TEXT_RANDOM_TEXT_H_
#define CONCORD_TESTS_TEXT_RANDOM_TEXT_H_

#include <cstddef>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

// A text of `pieces` words, numbers, marks and breaks, drawn so that every rule
// meets every other.
inline std::string RandomText(std::mt19937& random, size_t pieces) {
  static constexpr absl::string_view kPieces[] = {
      "a",       "A",      "word", "Word",      "The",     "U.S",   "Mr",
      "Inc",     "p.m",    "No",   "I",         "5",       "1,000", "2022",
      "1910-45", "17:48",  "$",    "%",         ".",       ".",     ".",
      "!",       "?",      "...",  "…",         "'",       "’",     "\"",
      "“",       "”",      "‘",    "(",         ")",       "[",     "]",
      "-",       "–",      "—",    "•",         ",",       ":",     ";",
      "/",       "@",      "_",    "----",      "www",     "://",   ".com",
      "’s",      "n't",    "é",    "É",         "日本",    "😀",     "\u0301",
      "\u200b",  "Monday", "May",  "yesterday", "million", "third", "dozen",
      "al-",     "de"};
  static constexpr absl::string_view kBreaks[] = {
      " ", " ", " ", " ", "", "", "", "\n", "\n\n", "\r\n", "\t", "\u00a0"};
  const auto pick = [&](const auto& list) {
    return list[random() % (sizeof(list) / sizeof(list[0]))];
  };
  std::string text;
  for (size_t i = 0; i < pieces; ++i) {
    absl::StrAppend(&text, pick(kPieces), pick(kBreaks));
  }
  return text;
}

// Calls fn(text) for every string of up to `longest` of `letters`.
template <typename Fn>
void ForEachSmallText(absl::string_view letters, size_t longest, Fn fn) {
  std::string text;
  const auto extend = [&](const auto& self) -> void {
    fn(absl::string_view(text));
    if (text.size() == longest) return;
    for (char letter : letters) {
      text.push_back(letter);
      self(self);
      text.pop_back();
    }
  };
  extend(extend);
}

}  // namespace concord

#endif  // CONCORD_TESTS_TEXT_RANDOM_TEXT_H_
