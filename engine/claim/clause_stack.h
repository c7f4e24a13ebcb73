// The clauses of a sentence while it is read from left to right: those that are
// open, one inside the other, and all that were.

#ifndef CONCORD_ENGINE_CLAIM_CLAUSE_STACK_H_
#define CONCORD_ENGINE_CLAIM_CLAUSE_STACK_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/claim/clauses.h"

namespace concord {

// Clauses are named by index in the order in which they were opened.
// References to clauses hold until the next one is opened.
class ClauseStack {
 public:
  // Opens a clause inside the innermost one, from token `begin` on.
  Clause& Open(ClauseKind kind, uint32_t begin);
  // Closes the innermost clause before token `end`. REQUIRES: one is open.
  void Close(uint32_t end);
  // Closes what is open inside `clause`; the outermost is never closed.
  void CloseTo(int clause, uint32_t end);
  // Closes the innermost clause of the kind, with what is open inside it, if
  // there is one below the outermost.
  void CloseInnermost(ClauseKind kind, uint32_t end);
  void CloseAll(uint32_t end);

  bool empty() const { return open_.empty(); }
  size_t depth() const { return open_.size(); }
  // False where nesting is so deep that what comes is left in the clause
  // around it.
  bool HasRoom() const;

  Clause& operator[](int clause) { return clauses_[clause]; }
  const Clause& operator[](int clause) const { return clauses_[clause]; }
  // REQUIRES: not empty.
  Clause& top() { return clauses_[open_.back()]; }
  const Clause& top() const { return clauses_[open_.back()]; }
  int innermost() const { return open_.back(); }
  int outermost() const { return open_.front(); }

  // Splits the outermost clause at its predicate: what follows, up to token
  // `end`, becomes a participle that describes its subject, with all clauses in
  // it, and the clause waits for its predicate again.
  void SplitOffParticiple(uint32_t end);

  // Clauses opened from token `begin` on that hang from one opened before it
  // hang from the innermost clause.
  void AdoptFrom(uint32_t begin);

  // The innermost open clause that has no predicate yet, outside brackets that
  // are open; or kNoClause.
  int Waiting() const;
  // The innermost open clause with a finite verb, or kNoClause.
  int InnermostFinite() const;

  // The clause closed last, or kNoClause.
  int last_closed() const { return last_closed_; }

  // All clauses, open and closed. What is left is empty.
  std::vector<Clause> Take() { return std::move(clauses_); }

 private:
  std::vector<Clause> clauses_;
  std::vector<int> open_;  // outermost first
  int last_closed_ = kNoClause;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAUSE_STACK_H_
