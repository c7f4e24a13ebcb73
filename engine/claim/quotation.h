// Quotations: which tokens of a sentence stand in quotation marks, also where
// a quotation runs over several sentences and paragraphs.

#ifndef CONCORD_ENGINE_CLAIM_QUOTATION_H_
#define CONCORD_ENGINE_CLAIM_QUOTATION_H_

#include <vector>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// The quotations of one sentence.
struct Quotations {
  std::vector<TokenRange> ranges;  // marks included, in order
  bool open_at_begin = false;      // the first goes on from the sentence before
  bool open_at_end = false;        // the last goes on in the next sentence

  // True where all of `range`, but marks and punctuation, is quoted.
  bool Cover(const SentenceView& sentence, TokenRange range) const;
  // True where some of it is.
  bool Touch(TokenRange range) const;
};

// Follows the marks through an article, sentence by sentence.
class QuotationReader {
 public:
  // The quotations of the next sentence. `new_paragraph`: it begins one. A
  // quotation that is open at the end of a paragraph goes on only where the
  // next one begins with a mark that opens.
  Quotations Next(const SentenceView& sentence, bool new_paragraph);

 private:
  bool open_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_QUOTATION_H_
