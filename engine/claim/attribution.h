// Who says what inside one sentence, from its clauses and quotations.
//
// Example: "Talks failed, Hayashi said, according to an official." gives
//   source Hayashi      cue said          content Talks failed
//   source an official  cue according to  content Talks failed, Hayashi said

#ifndef CONCORD_ENGINE_CLAIM_ATTRIBUTION_H_
#define CONCORD_ENGINE_CLAIM_ATTRIBUTION_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/clauses.h"
#include "engine/claim/quotation.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// One act of reporting. Ranges are tokens of the sentence.
struct Report {
  TokenRange source;  // empty where none is named; of a relative clause, "who"
  TokenRange antecedent;  // of "who", the noun it stands for
  TokenRange cue;
  std::vector<TokenRange> content;  // in order, apart; may be empty where the
                                    // content is a quotation elsewhere
  absl::string_view verb;           // base form of the cue's verb, or empty
  int clause = kNoClause;           // the clause that reports
  // The content is a noun phrase or an infinitive, so that the clause that
  // reports is the claim itself: "denied any part in it".
  bool own_words = false;
  bool source_phrase = false;  // "according to"
  bool open_question = false;  // the content is "why ...", "whether ..."

  // The tokens from the first of the content to the last.
  TokenRange Hull() const;
  bool Contains(uint32_t token) const;
};

// The reports of a sentence, in text order of their cues.
std::vector<Report> FindReports(const SentenceView& sentence,
                                absl::Span<const Clause> clauses,
                                const Quotations& quotations);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_ATTRIBUTION_H_
