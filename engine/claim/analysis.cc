#include "engine/claim/analysis.h"

#include <memory>
#include <optional>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/value/name.h"
#include "engine/value/quantity.h"
#include "engine/value/time.h"

namespace concord {

SentenceAnalysis Analyse(absl::string_view text, ByteSpan span,
                         bool new_paragraph, QuotationReader& quotations,
                         const std::optional<v1::TimeInterval>& published) {
  SentenceAnalysis found;
  found.view = std::make_unique<const SentenceView>(text, span);
  const SentenceView& view = *found.view;
  found.new_paragraph = new_paragraph;
  found.quotations = quotations.Next(view, new_paragraph);
  found.clauses = FindClauses(view);
  found.reports = FindReports(view, found.clauses, found.quotations);
  found.drafts = DraftClaims(view, found.clauses, found.reports);
  found.names = FindNames(text, view.tokens());
  found.quantities = FindQuantities(text, view.tokens());
  found.times = FindTimes(text, view.tokens(), published);
  return found;
}

}  // namespace concord
