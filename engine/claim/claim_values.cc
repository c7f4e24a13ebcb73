#include "engine/claim/claim_values.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/clauses.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/word_class.h"
#include "engine/text/token.h"
#include "engine/value/name.h"

namespace concord {
namespace {

ByteSpan ToBytes(const v1::TextSpan& span) {
  return {span.begin_byte(), span.end_byte()};
}

bool IsInside(const v1::TextSpan& span, absl::Span<const ByteSpan> pieces) {
  const ByteSpan bytes = ToBytes(span);
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](ByteSpan piece) { return piece.Contains(bytes); });
}

// Only articles, adjectives and nouns stand between a preposition and `byte`.
bool FollowsPreposition(const SentenceView& s, uint32_t byte) {
  const auto tokens = s.tokens();
  const auto it = std::lower_bound(
      tokens.begin(), tokens.end(), byte,
      [](const Token& token, uint32_t at) { return token.span.begin < at; });
  for (size_t i = static_cast<size_t>(it - tokens.begin()); i-- > 0;) {
    const WordClass c = s.class_of(i);
    if (c == WordClass::kPreposition) return true;
    if (c != WordClass::kDeterminer && c != WordClass::kNominal) return false;
  }
  return false;
}

v1::EntityRole RoleOf(ByteSpan name, const SentenceView& s,
                      const Clause* clause) {
  if (clause == nullptr) return v1::ENTITY_ROLE_UNSPECIFIED;
  if (!clause->subject.empty() && s.Bytes(clause->subject).Contains(name)) {
    return clause->passive ? v1::ENTITY_ROLE_OBJECT : v1::ENTITY_ROLE_SUBJECT;
  }
  return FollowsPreposition(s, name.begin) ? v1::ENTITY_ROLE_OBLIQUE
                                           : v1::ENTITY_ROLE_OBJECT;
}

}  // namespace

void AddClaimValues(const SentenceAnalysis& sentence, const Clause* clause,
                    absl::Span<const ByteSpan> pieces, const NameBook& names,
                    v1::Claim& claim) {
  for (const v1::Quantity& quantity : sentence.quantities) {
    if (IsInside(quantity.span(), pieces)) *claim.add_quantities() = quantity;
  }
  for (const v1::TimeInterval& time : sentence.times) {
    if (IsInside(time.span(), pieces)) *claim.add_times() = time;
  }
  for (const v1::Entity& name : sentence.names) {
    if (!IsInside(name.span(), pieces)) continue;
    v1::Entity& entity = *claim.add_entities();
    entity = name;
    entity.set_name(names.FullName(name.name()));
    entity.set_role(RoleOf(ToBytes(name.span()), *sentence.view, clause));
  }
}

}  // namespace concord
