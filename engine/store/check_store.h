// Proves a store whole.

#ifndef CONCORD_ENGINE_STORE_CHECK_STORE_H_
#define CONCORD_ENGINE_STORE_CHECK_STORE_H_

#include "engine/pipeline/verify.h"
#include "engine/store/store.h"

namespace concord {

// Re-reads everything and checks:
//   - pages: SQLite's own integrity check;
//   - rows: every digest; of every table the count and the sum of digests that
//     the tally states;
//   - members: the claims and articles a set names are those that the tables of
//     members name;
//   - the account: all that VerifyStream checks, spans down to the byte;
//   - segments: every checksum, and that they are the files that the record
//     names.
// Holds the account in memory: some 3 KB a claim.
VerifyResult CheckStore(Store& store);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_CHECK_STORE_H_
