// Two macros that keep error paths to one line. Nothing in Concord throws.

#ifndef CONCORD_ENGINE_BASE_STATUS_MACROS_H_
#define CONCORD_ENGINE_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns from the function when `expr`, an absl::Status, is not OK.
#define CONCORD_RETURN_IF_ERROR(expr)                   \
  do {                                                  \
    if (absl::Status status_ = (expr); !status_.ok()) { \
      return status_;                                   \
    }                                                   \
  } while (false)

// Evaluates `expr`, an absl::StatusOr<T>; returns its status when it is not OK,
// else assigns the value to `lhs`, which may declare a variable.
#define CONCORD_ASSIGN_OR_RETURN(lhs, expr)                                 \
  CONCORD_ASSIGN_OR_RETURN_IMPL_(CONCORD_CONCAT_(statusor_, __LINE__), lhs, \
                                 expr)

#define CONCORD_ASSIGN_OR_RETURN_IMPL_(statusor, lhs, expr) \
  auto statusor = (expr);                                   \
  if (!statusor.ok()) return std::move(statusor).status();  \
  lhs = *std::move(statusor)

#define CONCORD_CONCAT_(a, b) CONCORD_CONCAT_IMPL_(a, b)
#define CONCORD_CONCAT_IMPL_(a, b) a##b

#endif  // CONCORD_ENGINE_BASE_STATUS_MACROS_H_
