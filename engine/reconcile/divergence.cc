#include "engine/reconcile/divergence.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/id.h"
#include "engine/base/span.h"
#include "engine/reconcile/agreement.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"

namespace concord {
namespace {

using v1::Comparison;

bool IsHardType(v1::DivergenceType type) {
  return type == v1::DIVERGENCE_TYPE_NUMERIC ||
         type == v1::DIVERGENCE_TYPE_DATE_TIME ||
         type == v1::DIVERGENCE_TYPE_NEGATION ||
         type == v1::DIVERGENCE_TYPE_ENTITY_ROLE;
}

bool IsMangled(const v1::Claim& claim) {
  return std::find(claim.flags().begin(), claim.flags().end(),
                   v1::CLAIM_FLAG_MANGLED) != claim.flags().end();
}

bool IsAsserted(const v1::Claim& claim) {
  return claim.modality() == v1::MODALITY_ASSERTED && !IsMangled(claim);
}

// Which claims stand on one side: those of an agreement, or one alone.
class Sides {
 public:
  explicit Sides(absl::Span<const ClaimSet> agreements) {
    for (const ClaimSet& members : agreements) {
      for (uint32_t claim : members) side_of_[claim] = members.front();
      members_.emplace(members.front(), members);
    }
  }

  // A side is named by its first claim.
  uint32_t SideOf(uint32_t claim) const {
    const auto found = side_of_.find(claim);
    return found == side_of_.end() ? claim : found->second;
  }

  ClaimSet MembersOf(uint32_t side) const {
    const auto found = members_.find(side);
    return found == members_.end() ? ClaimSet{side} : found->second;
  }

 private:
  absl::flat_hash_map<uint32_t, uint32_t> side_of_;
  absl::flat_hash_map<uint32_t, ClaimSet> members_;
};

// Judged pairs, most alike first.
using Pairs = std::vector<const JudgedPair*>;

void SortMostAlikeFirst(Pairs& pairs) {
  std::sort(pairs.begin(), pairs.end(),
            [](const JudgedPair* x, const JudgedPair* y) {
              const float of_x = x->verdict.similarity;
              const float of_y = y->verdict.similarity;
              return of_x != of_y ? of_x > of_y : x->pair < y->pair;
            });
}

// Makes one record from sides and the pairs between them.
class RecordBuilder {
 public:
  RecordBuilder(const Corpus& corpus,
                absl::FunctionRef<bool(ClaimPair)> same_event)
      : corpus_(corpus), same_event_(same_event) {}

  v1::Divergence Build(v1::DivergenceType type,
                       const std::vector<ClaimSet>& sides,
                       const Pairs& pairs) const {
    v1::Divergence record;
    record.set_type(type);
    record.set_severity(SeverityOf(type, pairs));
    for (const ClaimSet& side : sides) AddSide(side, pairs, record);
    AddClaims(sides, record);
    AddReasons(pairs, record);
    record.set_divergence_id(IdOf(record));
    return record;
  }

  // Who vouches for what two sides agree on.
  v1::Divergence BuildVoices(const ClaimSet& own,
                             const ClaimSet& attributed) const {
    v1::Divergence record =
        Build(v1::DIVERGENCE_TYPE_ATTRIBUTION, {own, attributed}, {});
    record.add_reasons(v1::REASON_CODE_VOUCHED_DIFFERENTLY);
    return record;
  }

  v1::Divergence BuildApparent(const JudgedPair& pair) const {
    v1::Divergence record = Build(pair.verdict.types.front(),
                                  {{pair.pair.a}, {pair.pair.b}}, {&pair});
    record.set_severity(v1::SEVERITY_LOW);
    record.set_apparent(true);
    return record;
  }

 private:
  v1::Severity SeverityOf(v1::DivergenceType type, const Pairs& pairs) const {
    if (!IsHardType(type)) return v1::SEVERITY_LOW;
    const bool high =
        std::any_of(pairs.begin(), pairs.end(), [this](const JudgedPair* p) {
          return IsAsserted(corpus_.claim(p->pair.a)) &&
                 IsAsserted(corpus_.claim(p->pair.b)) && same_event_(p->pair);
        });
    return high ? v1::SEVERITY_HIGH : v1::SEVERITY_MEDIUM;
  }

  void AddSide(const ClaimSet& members, const Pairs& pairs,
               v1::Divergence& record) const {
    v1::DivergenceSide& side = *record.add_sides();
    for (uint32_t claim : members) {
      side.add_claim_ids(corpus_.claim(claim).claim_id());
    }
    *side.mutable_span() = SpanOf(members.front(), pairs);
    const ByteSpan span = {side.span().begin_byte(), side.span().end_byte()};
    const v1::Article& article =
        corpus_.article(corpus_.ArticleOf(members.front()));
    side.set_value(std::string(Slice(article.text(), span)));
  }

  // What the strongest rule saw in `claim`, or all of the claim where the claim
  // itself was in no pair.
  v1::TextSpan SpanOf(uint32_t claim, const Pairs& pairs) const {
    for (const JudgedPair* p : pairs) {
      for (const v1::Evidence& seen : p->verdict.evidence) {
        if (p->pair.a == claim && seen.has_a()) return seen.a();
        if (p->pair.b == claim && seen.has_b()) return seen.b();
      }
    }
    return corpus_.claim(claim).span();
  }

  void AddClaims(const std::vector<ClaimSet>& sides,
                 v1::Divergence& record) const {
    ClaimSet all;
    for (const ClaimSet& side : sides) {
      all.insert(all.end(), side.begin(), side.end());
    }
    std::sort(all.begin(), all.end());
    for (uint32_t claim : all) {
      record.add_claim_ids(corpus_.claim(claim).claim_id());
    }
  }

  static void AddReasons(const Pairs& pairs, v1::Divergence& record) {
    for (const JudgedPair* p : pairs) {
      for (v1::ReasonCode reason : p->verdict.reasons) {
        const auto& known = record.reasons();
        if (std::find(known.begin(), known.end(), reason) != known.end()) {
          continue;
        }
        record.add_reasons(reason);
      }
    }
  }

  static std::string IdOf(const v1::Divergence& record) {
    IdBuilder id("divergence");
    id.Add(v1::DivergenceType_Name(record.type()));
    for (const std::string& claim : record.claim_ids()) id.Add(claim);
    return id.Hex();
  }

  const Corpus& corpus_;
  absl::FunctionRef<bool(ClaimPair)> same_event_;
};

// For two sides the pairs that set them against each other.
using Oppositions = std::map<ClaimPair, Pairs>;

// Two sides have one matter between them, however many ways there are to put
// it: the one in which they are most alike.
std::map<v1::DivergenceType, Oppositions> Oppose(
    absl::Span<const JudgedPair> pairs, const Sides& sides) {
  Oppositions oppositions;
  for (const JudgedPair& p : pairs) {
    if (p.verdict.relation != Comparison::RELATION_DIVERGE) continue;
    const uint32_t a = sides.SideOf(p.pair.a);
    const uint32_t b = sides.SideOf(p.pair.b);
    if (a == b || p.verdict.types.empty()) continue;
    oppositions[{std::min(a, b), std::max(a, b)}].push_back(&p);
  }
  std::map<v1::DivergenceType, Oppositions> by_type;
  for (auto& [key, found] : oppositions) {
    SortMostAlikeFirst(found);
    const v1::DivergenceType type = found.front()->verdict.types.front();
    by_type[type].emplace(key, std::move(found));
  }
  return by_type;
}

// Groups sides of which every two are opposed. An opposition that fits into no
// greater group is one of its own.
std::vector<ClaimSet> GroupOpposed(const Oppositions& oppositions) {
  std::vector<AgreeingPair> edges;
  for (const auto& [sides, pairs] : oppositions) {
    edges.push_back({sides, pairs.front()->verdict.similarity});
  }
  std::vector<ClaimSet> groups =
      GroupAgreeing(edges, [&](uint32_t a, uint32_t b) {
        return oppositions.contains({std::min(a, b), std::max(a, b)});
      });
  absl::flat_hash_map<uint32_t, size_t> group_of;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (uint32_t side : groups[g]) group_of[side] = g;
  }
  for (const auto& [sides, pairs] : oppositions) {
    const auto a = group_of.find(sides.a);
    const auto b = group_of.find(sides.b);
    if (a != group_of.end() && b != group_of.end() && a->second == b->second) {
      continue;
    }
    groups.push_back({sides.a, sides.b});
  }
  return groups;
}

// The pairs between any two of `sides`, most alike first.
Pairs PairsBetween(const ClaimSet& sides, const Oppositions& oppositions) {
  Pairs between;
  for (size_t i = 0; i < sides.size(); ++i) {
    for (size_t j = i + 1; j < sides.size(); ++j) {
      const Pairs& found = oppositions.at({sides[i], sides[j]});
      between.insert(between.end(), found.begin(), found.end());
    }
  }
  SortMostAlikeFirst(between);
  return between;
}

bool InOwnVoice(const v1::Claim& claim) { return !claim.has_attribution(); }

// The claims of an agreement by voice. An article that attributes the matter
// anywhere does not vouch for it.
struct Voices {
  ClaimSet own;
  ClaimSet attributed;
};

Voices VoicesOf(const Corpus& corpus, const ClaimSet& members) {
  Voices voices;
  absl::flat_hash_set<uint32_t> attributing;
  for (uint32_t c : members) {
    if (InOwnVoice(corpus.claim(c))) continue;
    voices.attributed.push_back(c);
    attributing.insert(corpus.ArticleOf(c));
  }
  for (uint32_t c : members) {
    if (!attributing.contains(corpus.ArticleOf(c))) voices.own.push_back(c);
  }
  return voices;
}

bool HoldsMatter(const Corpus& corpus, const ClaimSet& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](uint32_t c) {
    return corpus.claim(c).rank() == v1::RANK_MAIN;
  });
}

bool OnlyLooksSo(const Verdict& verdict) {
  return !verdict.types.empty() &&
         verdict.relation != Comparison::RELATION_DIVERGE;
}

}  // namespace

std::vector<v1::Divergence> BuildDivergences(
    const Corpus& corpus, absl::Span<const JudgedPair> pairs,
    absl::Span<const ClaimSet> agreements,
    absl::FunctionRef<bool(ClaimPair)> same_event) {
  const Sides sides(agreements);
  const RecordBuilder builder(corpus, same_event);
  std::vector<v1::Divergence> records;
  for (const auto& [type, oppositions] : Oppose(pairs, sides)) {
    for (const ClaimSet& group : GroupOpposed(oppositions)) {
      std::vector<ClaimSet> members;
      for (uint32_t side : group) members.push_back(sides.MembersOf(side));
      records.push_back(
          builder.Build(type, members, PairsBetween(group, oppositions)));
    }
  }
  for (const ClaimSet& members : agreements) {
    const Voices voices = VoicesOf(corpus, members);
    if (voices.own.empty() || !HoldsMatter(corpus, voices.attributed)) continue;
    records.push_back(builder.BuildVoices(voices.own, voices.attributed));
  }
  for (const JudgedPair& p : pairs) {
    if (OnlyLooksSo(p.verdict)) records.push_back(builder.BuildApparent(p));
  }
  std::sort(records.begin(), records.end(), [](const auto& x, const auto& y) {
    return x.divergence_id() < y.divergence_id();
  });
  return records;
}

}  // namespace concord
