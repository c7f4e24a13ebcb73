// The first two stages of a run by themselves: for whoever does the rest in
// another way, as the store does.

#ifndef CONCORD_ENGINE_PIPELINE_READ_ARTICLES_H_
#define CONCORD_ENGINE_PIPELINE_READ_ARTICLES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/article/revisions.h"
#include "engine/pipeline/pipeline.h"

namespace concord {

// Reads drops (files, folders, "-"): the articles, each once, sorted by id, and
// what was not read. The status is that of ReadDrops.
absl::StatusOr<SettledArticles> ReadArticles(
    absl::Span<const std::string> drops, const PipelineOptions& options);

// True for an article that claims are made of: it is in English and no later
// text supersedes it.
bool IsCurrent(const v1::Article& article);

// The claims of the current articles, in the order of the articles.
std::vector<v1::Claim> ClaimsOf(absl::Span<const v1::Article> articles,
                                const PipelineOptions& options);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_READ_ARTICLES_H_
