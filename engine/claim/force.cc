#include "engine/claim/force.h"

#include <optional>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/claim/clauses.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

std::optional<v1::Modality> ParseModality(absl::string_view name) {
  static const auto& by_name =
      *new absl::flat_hash_map<absl::string_view, v1::Modality>{
          {"planned", v1::MODALITY_PLANNED},
          {"possible", v1::MODALITY_POSSIBLE},
          {"opinion", v1::MODALITY_OPINION},
          {"conditional", v1::MODALITY_CONDITIONAL},
          {"question", v1::MODALITY_QUESTION},
          {"denied", v1::MODALITY_DENIED},
      };
  const auto it = by_name.find(name);
  if (it == by_name.end()) return std::nullopt;
  return it->second;
}

std::optional<v1::Modality> LookUp(absl::string_view word) {
  static const WordTable& table = WordTable::Named("modality");
  const WordTable::Row* row = table.Find(word);
  if (row == nullptr) return std::nullopt;
  return ParseModality((*row)[1]);
}

// "is likely", "is now ready".
bool IsAfterBe(const SentenceView& s, uint32_t i, const Clause& clause) {
  const VerbForm* verb = s.verb(clause.head);
  return i >= clause.predicate.end && i <= clause.predicate.end + 1 &&
         verb != nullptr && verb->base == "be";
}

// What the word at i weakens the clause to. A verb counts where it bends the
// predicate ("plans to meet", "is suspected"), an adjective after "is".
std::optional<v1::Modality> ModalityAt(const SentenceView& s, uint32_t i,
                                       const Clause& clause) {
  switch (s.class_of(i)) {
    case WordClass::kModal:
    case WordClass::kAdverb:
      return LookUp(s.word(i));
    case WordClass::kNominal:
      return IsAfterBe(s, i, clause) ? LookUp(s.word(i)) : std::nullopt;
    default:
      break;
  }
  const VerbForm* verb = s.verb(i);
  if (verb == nullptr || !clause.predicate.Contains(i)) return std::nullopt;
  if (i == clause.head && !clause.passive) return std::nullopt;
  return LookUp(verb->base);
}

void ReadNegation(const SentenceView& s, uint32_t i, const Clause& clause,
                  Force& force) {
  static const WordTable& table = WordTable::Named("negations");
  const WordTable::Row* row = table.Find(s.word(i));
  if (row == nullptr || (*row)[1] == "scope") return;
  if ((*row)[1] == "verb") {
    // Who is denied a right denies nothing.
    if (!clause.predicate.Contains(i) || clause.passive) return;
    force.modality = v1::MODALITY_DENIED;
    force.modality_cue = i;
  }
  const bool negative = force.polarity == v1::POLARITY_NEGATIVE;
  force.polarity = negative ? v1::POLARITY_POSITIVE : v1::POLARITY_NEGATIVE;
  if (!force.polarity_cue) force.polarity_cue = i;
}

}  // namespace

Force ForceOf(const SentenceView& sentence, const Clause& clause,
              absl::Span<const TokenRange> pieces) {
  Force force;
  for (const TokenRange& piece : pieces) {
    for (uint32_t i = piece.begin; i < piece.end; ++i) {
      ReadNegation(sentence, i, clause, force);
      if (force.modality_cue) continue;
      if (const auto modality = ModalityAt(sentence, i, clause)) {
        force.modality = *modality;
        force.modality_cue = i;
      }
    }
  }
  if (force.polarity == v1::POLARITY_POSITIVE) force.polarity_cue.reset();
  if (clause.marker < 0) return force;
  const auto marker = static_cast<uint32_t>(clause.marker);
  if (const auto modality = LookUp(sentence.word(marker))) {
    force.modality = *modality;
    force.modality_cue = marker;
  }
  return force;
}

std::optional<v1::Modality> ModalityOfVerb(absl::string_view base) {
  return LookUp(base);
}

bool Denies(absl::string_view base) {
  static const WordTable& table = WordTable::Named("negations");
  const WordTable::Row* row = table.Find(base);
  return row != nullptr && (*row)[1] == "verb";
}

}  // namespace concord
