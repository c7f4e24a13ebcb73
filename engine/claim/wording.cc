#include "engine/claim/wording.h"

#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/claim/clauses.h"
#include "engine/claim/draft.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

class Wording {
 public:
  Wording(const SentenceView& sentence, const Clause& clause,
          const Draft& draft, absl::string_view subject)
      : s_(sentence), clause_(clause), draft_(draft), subject_(subject) {}

  std::string Make() {
    if (TellsWhose()) {
      AddTokens(clause_.object);
      AddWord("'s", false);
    }
    if (!SubjectInside()) {
      AddSubject();
      AddCopula();
    }
    for (const TokenRange& piece : draft_.pieces) AddPiece(piece);
    if (!out_.empty()) out_[0] = absl::ascii_toupper(out_[0]);
    return out_;
  }

 private:
  // "whose house burned": told as "the man's house burned".
  bool TellsWhose() const {
    return clause_.marker >= 0 && !clause_.object.empty() &&
           s_.word(static_cast<size_t>(clause_.marker)) == "whose";
  }

  // The clause's own words have the subject in its place.
  bool SubjectInside() const {
    switch (clause_.kind) {
      case ClauseKind::kApposition:
      case ClauseKind::kTitle:
        return false;
      case ClauseKind::kItem:
      case ClauseKind::kCircumstance:
      case ClauseKind::kOpening:
        return clause_.finite;
      case ClauseKind::kInsertion:  // "said the envoy": told in plain order
        return clause_.subject.begin < clause_.predicate.begin ||
               draft_.pieces.front().begin < clause_.range.begin;
      default:
        return clause_.range.Contains(clause_.subject);
    }
  }

  void AddSubject() {
    if (!subject_.empty()) {
      AddWord(subject_, true);
    } else {
      AddTokens(draft_.subject);
    }
  }

  // What the clause lacks of a finite verb.
  void AddCopula() {
    if (clause_.kind == ClauseKind::kApposition) {
      return AddWord(SubjectIsPlural() ? "are" : "is", true);
    }
    if (clause_.kind == ClauseKind::kTitle) return AddCopulaOfTitle();
    if (clause_.kind == ClauseKind::kParenthesis) return;
    if (clause_.finite || clause_.predicate.empty()) return;
    if (s_.Is(clause_.predicate.begin, WordClass::kParticiple) ||
        (clause_.kind == ClauseKind::kParticiple && clause_.passive)) {
      AddWord(SubjectIsPlural() ? "were" : "was", true);
    }
  }

  // "is a navy spokesman"
  void AddCopulaOfTitle() {
    AddWord("is", true);
    const uint32_t first = clause_.predicate.begin;
    if (s_.Is(first, WordClass::kDeterminer) ||
        s_.Is(first, WordClass::kPossessive)) {
      return;
    }
    const bool vowel = absl::string_view("aeiou").find(s_.word(first)[0]) !=
                       absl::string_view::npos;
    AddWord(vowel ? "an" : "a", true);
  }

  bool SubjectIsPlural() const {
    bool joined = false;
    for (uint32_t i = clause_.subject.begin; i < clause_.subject.end; ++i) {
      joined |= s_.word(i) == "and";
    }
    if (joined) return true;
    const uint32_t first = clause_.subject.begin;
    if (s_.Is(first, WordClass::kNumber)) return s_.word(first) != "one";
    const absl::string_view last = s_.word(SubjectHead());
    if (s_.token(SubjectHead()).capital) return false;
    return (absl::EndsWith(last, "s") && !absl::EndsWith(last, "ss")) ||
           last == "people" || last == "police" || absl::EndsWith(last, "men");
  }

  // The last word before the first preposition.
  uint32_t SubjectHead() const {
    uint32_t i = clause_.subject.begin;
    while (i + 1 < clause_.subject.end &&
           !s_.Is(i + 1, WordClass::kPreposition)) {
      ++i;
    }
    return i;
  }

  void AddPiece(TokenRange piece) {
    if (piece == clause_.object) return;  // told after the verb
    const TokenRange subject = draft_.subject;
    if (!piece.Contains(subject)) return AddTokens(piece);
    AddTokens({piece.begin, subject.begin});
    if (SubjectInside()) AddSubject();
    AddTokens({subject.end, piece.end});
  }

  void AddTokens(TokenRange range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (IsLoneQuote(i)) continue;
      if (IsMainGerund(i)) {
        AddWord(PastTense(s_.verb(i)->base), true);
      } else if (const auto singular = Singular(i); !singular.empty()) {
        AddWord(singular, true);
      } else {
        AddToken(i, s_.token(i).space_before || i != last_ + 1);
      }
      last_ = i;
      if (!clause_.object.empty() && i + 1 == clause_.predicate.end &&
          !TellsWhose()) {
        AddTokens(clause_.object);
      }
    }
  }

  // A quotation mark whose partner is not in the claim.
  bool IsLoneQuote(uint32_t i) const {
    const bool opens = s_.Is(i, WordClass::kOpenQuote);
    if (!opens && !s_.Is(i, WordClass::kCloseQuote)) return false;
    for (const TokenRange& piece : draft_.pieces) {
      for (uint32_t j = piece.begin; j < piece.end; ++j) {
        if (opens ? j > i && s_.Is(j, WordClass::kCloseQuote)
                  : j < i && s_.Is(j, WordClass::kOpenQuote)) {
          return false;
        }
      }
    }
    return true;
  }

  // "A and B have": of one of them, "has". Empty where nothing changes.
  absl::string_view Singular(uint32_t i) const {
    if (clause_.kind != ClauseKind::kItem || i != clause_.predicate.begin ||
        !clause_.shared.Contains(clause_.subject) || SubjectIsPlural()) {
      return "";
    }
    const absl::string_view word = s_.word(i);
    if (word == "have") return "has";
    if (word == "are") return "is";
    return word == "were" ? "was" : "";
  }

  // The sentence's first word loses its capital where it is no name.
  void AddToken(uint32_t i, bool space) {
    const bool first = i == 0 && !s_.Is(i, WordClass::kNominal);
    AddWord(first ? s_.word(i) : s_.surface(i), space);
  }

  // "seizing" of "..., seizing a ship": told as "seized".
  bool IsMainGerund(uint32_t i) const {
    return !clause_.finite && i == clause_.predicate.begin &&
           s_.Is(i, WordClass::kGerund) && s_.verb(i) != nullptr &&
           s_.verb(i)->base != "be" && s_.verb(i)->base != "have";
  }

  void AddWord(absl::string_view word, bool space) {
    const bool mark = word == "," || word == ")";
    if (!out_.empty() && space && !mark) out_ += ' ';
    absl::StrAppend(&out_, word);
  }

  const SentenceView& s_;
  const Clause& clause_;
  const Draft& draft_;
  const absl::string_view subject_;
  uint32_t last_ = static_cast<uint32_t>(-2);  // the last token told
  std::string out_;
};

}  // namespace

std::string WordClaim(const SentenceView& sentence, const Clause& clause,
                      const Draft& draft, absl::string_view subject) {
  return Wording(sentence, clause, draft, subject).Make();
}

}  // namespace concord
