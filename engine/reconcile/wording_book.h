// Claims in the same words, taken as one: what many outlets print word for word
// is compared once.

#ifndef CONCORD_ENGINE_RECONCILE_WORDING_BOOK_H_
#define CONCORD_ENGINE_RECONCILE_WORDING_BOOK_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/story.h"
#include "engine/reconcile/story_book.h"

namespace concord {

// True where the claim can be understood outside its article: it names
// somebody or something, and nothing in it points elsewhere. "Police declined
// to comment" says another thing in every article.
bool StandsAlone(const v1::Claim& claim);

// The claims of a corpus by wording. Claims are of one wording where their
// text, speaker, force and times are the same and, unless they stand alone,
// their articles are linked by stories. The first, the one with the
// smallest id, stands for all: what it is to another claim, they are. Read-only
// once made.
class WordingBook {
 public:
  // Every claim by itself, for tests that bring verdicts of their own.
  explicit WordingBook(const Corpus& corpus);

  WordingBook(const Corpus& corpus, const StoryBook& stories);

  // The claim that stands for a claim.
  uint32_t FirstOf(uint32_t claim) const { return first_of_[claim]; }
  bool IsFirst(uint32_t claim) const { return first_of_[claim] == claim; }

  // The claims and the articles of a wording, ascending. REQUIRES: `first` is
  // the first of one.
  absl::Span<const uint32_t> ClaimsOf(uint32_t first) const;
  absl::Span<const uint32_t> ArticlesOf(uint32_t first) const;

  // Whether some article has claims of both wordings.
  bool ShareArticle(uint32_t first, uint32_t other) const;

 private:
  void Group(const Corpus& corpus);

  std::vector<uint32_t> first_of_;
  // The claims of first c are claims_[first_[c]] ... [first_[c + 1]); the
  // same for articles.
  std::vector<uint32_t> claims_;
  std::vector<uint32_t> claim_begin_;
  std::vector<uint32_t> articles_;
  std::vector<uint32_t> article_begin_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_WORDING_BOOK_H_
