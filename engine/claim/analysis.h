// Everything that is found in one sentence by itself, found once.

#ifndef CONCORD_ENGINE_CLAIM_ANALYSIS_H_
#define CONCORD_ENGINE_CLAIM_ANALYSIS_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/claim/attribution.h"
#include "engine/claim/clauses.h"
#include "engine/claim/draft.h"
#include "engine/claim/quotation.h"
#include "engine/claim/sentence_view.h"

namespace concord {

// One sentence, analysed. `view` points into the text given.
struct SentenceAnalysis {
  std::unique_ptr<const SentenceView> view;
  v1::SectionKind section = v1::SECTION_KIND_UNSPECIFIED;
  bool new_paragraph = false;
  Quotations quotations;
  std::vector<Clause> clauses;
  std::vector<Report> reports;
  std::vector<Draft> drafts;
  std::vector<v1::Entity> names;
  std::vector<v1::Quantity> quantities;
  std::vector<v1::TimeInterval> times;
};

// Analyses text[span]. `quotations` follows the marks from sentence to
// sentence; `published` places relative times.
SentenceAnalysis Analyse(absl::string_view text, ByteSpan span,
                         bool new_paragraph, QuotationReader& quotations,
                         const std::optional<v1::TimeInterval>& published);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_ANALYSIS_H_
