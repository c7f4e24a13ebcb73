#include "engine/grammar/finite_verb.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/types/span.h"

namespace concord {
namespace {

// Those of the subordinating conjunctions that are no prepositions as well, as
// "after" and "as" are.
bool IsConjunction(const Word& word) {
  static const uint32_t kForms[] = {HashForm("although"), HashForm("because"),
                                    HashForm("if"),       HashForm("that"),
                                    HashForm("though"),   HashForm("unless"),
                                    HashForm("whether"),  HashForm("while")};
  return std::find(std::begin(kForms), std::end(kForms), word.form) !=
         std::end(kForms);
}

bool IsWhWord(Tag tag) {
  return tag == Tag::kWDT || tag == Tag::kWP || tag == Tag::kWRB;
}

// What follows where a clause is cut short and has no finite verb: "if
// possible", "when asked", "how to leave", "while on leave".
bool CutsClauseShort(Tag next) {
  switch (next) {
    case Tag::kIN:
    case Tag::kJJ:
    case Tag::kRB:
    case Tag::kTO:
    case Tag::kVBG:
    case Tag::kVBN:
      return true;
    default:
      return IsPunctuation(next);
  }
}

// Whether words[i] opens a clause that has a finite verb of its own.
bool OpensClause(absl::Span<const Word> words, const std::vector<Tag>& tags,
                 size_t i) {
  if (i + 2 >= tags.size() || CutsClauseShort(tags[i + 1])) return false;
  const bool first = i == 0 || tags[i - 1] == Tag::kOpenQuote;
  if (IsWhWord(tags[i])) return !first;  // "Who won": a question, one clause
  return tags[i] == Tag::kIN && !first && IsConjunction(words[i]);
}

bool EndsInFullStop(const std::vector<Tag>& tags) {
  const auto last = std::find_if(tags.rbegin(), tags.rend(), [](Tag tag) {
    return tag != Tag::kCloseQuote;
  });
  return last != tags.rend() && *last == Tag::kPeriod;
}

}  // namespace

bool WantsFiniteVerb(absl::Span<const Word> words,
                     const std::vector<Tag>& tags) {
  if (!EndsInFullStop(tags)) return false;
  size_t clauses = 1, verbs = 0;
  for (size_t i = 0; i < tags.size(); ++i) {
    clauses += OpensClause(words, tags, i);
    verbs += IsFinite(tags[i]);
  }
  return verbs < clauses;
}

bool MayFollowSubject(const std::vector<Tag>& before) {
  const auto last = std::find_if(before.rbegin(), before.rend(),
                                 [](Tag tag) { return tag != Tag::kRB; });
  if (last == before.rend()) return false;
  switch (*last) {
    case Tag::kCloseQuote:
    case Tag::kComma:
    case Tag::kRightParen:
    case Tag::kColon:
    case Tag::kADD:
    case Tag::kCC:
    case Tag::kEX:
    case Tag::kFW:
    case Tag::kPRP:
    case Tag::kRP:
    case Tag::kWDT:
    case Tag::kWP:
      return true;
    default:
      return IsNoun(*last);
  }
}

}  // namespace concord
