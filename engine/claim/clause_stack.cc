#include "engine/claim/clause_stack.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "engine/claim/clauses.h"

namespace concord {
namespace {

constexpr size_t kMaxDepth = 12;

}  // namespace

Clause& ClauseStack::Open(ClauseKind kind, uint32_t begin) {
  Clause clause;
  clause.kind = kind;
  clause.parent = open_.empty() ? kNoClause : open_.back();
  clause.range = {begin, begin};
  open_.push_back(static_cast<int>(clauses_.size()));
  clauses_.push_back(clause);
  return clauses_.back();
}

void ClauseStack::Close(uint32_t end) {
  Clause& clause = top();
  clause.range.end = std::max(clause.range.begin, end);
  last_closed_ = open_.back();
  open_.pop_back();
}

void ClauseStack::CloseTo(int clause, uint32_t end) {
  while (open_.size() > 1 && open_.back() != clause) Close(end);
}

void ClauseStack::CloseInnermost(ClauseKind kind, uint32_t end) {
  for (size_t i = open_.size(); i-- > 1;) {
    if (clauses_[open_[i]].kind != kind) continue;
    CloseTo(open_[i], end);
    return Close(end);
  }
}

void ClauseStack::CloseAll(uint32_t end) {
  while (!open_.empty()) Close(end);
}

void ClauseStack::AdoptFrom(uint32_t begin) {
  const int adopter = open_.back();
  for (size_t i = static_cast<size_t>(adopter);
       i-- > 0 && clauses_[i].range.begin >= begin;) {
    Clause& clause = clauses_[i];
    if (clause.parent != kNoClause &&
        clauses_[clause.parent].range.begin < begin) {
      clause.parent = adopter;
    }
  }
}

void ClauseStack::SplitOffParticiple(uint32_t end) {
  CloseTo(outermost(), end);
  Clause& outer = clauses_[outermost()];
  Clause participle = outer;
  participle.kind = ClauseKind::kParticiple;
  participle.parent = outermost();
  participle.range = {outer.predicate.begin, end};
  participle.finite = false;
  participle.passive = true;
  outer.predicate = {};
  const int index = static_cast<int>(clauses_.size());
  for (Clause& clause : clauses_) {
    if (clause.parent == outermost() &&
        clause.range.begin >= participle.range.begin) {
      clause.parent = index;
    }
  }
  clauses_.push_back(participle);
}

bool ClauseStack::HasRoom() const { return open_.size() < kMaxDepth; }

int ClauseStack::Waiting() const {
  for (size_t i = open_.size(); i-- > 0;) {
    const Clause& clause = clauses_[open_[i]];
    if (clause.kind == ClauseKind::kParenthesis) return kNoClause;
    if (!clause.has_predicate()) return open_[i];
  }
  return kNoClause;
}

int ClauseStack::InnermostFinite() const {
  for (size_t i = open_.size(); i-- > 0;) {
    const Clause& clause = clauses_[open_[i]];
    if (clause.has_predicate() && clause.finite) return open_[i];
  }
  return kNoClause;
}

}  // namespace concord
