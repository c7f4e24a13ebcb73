// Drops as the rooms behind ingest get them: documents, articles, claims.

#ifndef CONCORD_BENCH_DROP_CLAIMS_H_
#define CONCORD_BENCH_DROP_CLAIMS_H_

#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/ingest/document.h"

namespace concord {

// The documents of a file or folder; what is quarantined is left out.
std::vector<Document> DocumentsOf(const std::string& drop);

struct DropClaims {
  std::vector<v1::Article> articles;  // each once, by id, none superseded
  std::vector<v1::Claim> claims;      // in the order of the articles
};

DropClaims ClaimsOf(const std::string& drop);

}  // namespace concord

#endif  // CONCORD_BENCH_DROP_CLAIMS_H_
