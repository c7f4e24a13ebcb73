// Whose words a quotation is, where its sentence does not say: a quotation over
// several sentences or paragraphs keeps its speaker.

#ifndef CONCORD_ENGINE_CLAIM_VOICE_H_
#define CONCORD_ENGINE_CLAIM_VOICE_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"

namespace concord {

// A report of some sentence of the article, or none.
struct Voice {
  int sentence = -1;
  int report = -1;

  bool known() const { return sentence >= 0; }
  friend bool operator==(Voice, Voice) = default;
};

// Whose the quoted words of an article are.
struct Voices {
  std::vector<Voice> of_sentence;
  // By sentence and report of a voice: all that it is quoted with, in order;
  // runs that only white space parts are one.
  std::vector<std::vector<std::vector<ByteSpan>>> quoted;
};

// Finds whose the quoted words of each sentence are. Linear.
//
// A sentence that names the speaker of its quotation speaks for itself. Others
// get the speaker of the quotation that runs into them; of the sentence that
// announced them with a colon; or of the nearest quoted sentence of their own
// paragraph, before or after. A paragraph of nothing but quoted sentences goes
// on with the speaker of the quoted paragraph before it.
Voices FollowQuotations(absl::Span<const SentenceAnalysis> sentences);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_VOICE_H_
