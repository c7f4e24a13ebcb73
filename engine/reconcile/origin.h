// Who stands behind a set of articles: origins, counted from below and above.

#ifndef CONCORD_ENGINE_RECONCILE_ORIGIN_H_
#define CONCORD_ENGINE_RECONCILE_ORIGIN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/lexicon/outlet_book.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/corpus.h"

namespace concord {

// What is known of the origins of a corpus's articles. Read-only once made.
class OriginBook {
 public:
  // `copied` are the pairs of FindCopies; `outlets` is what the user knows of
  // outlets, and is not kept.
  OriginBook(const Corpus& corpus, absl::Span<const CopiedPair> copied,
             const OutletBook& outlets = OutletBook());

  // Who stands behind `articles`, ascending and distinct.
  //
  // Articles of one outlet, of one owner, of one agency, or with long passages
  // in common are one origin, and so are an article and the publisher it names
  // as its source. An outlet that is known by several names is one.
  // Articles that share passages with a third are joined even where the third
  // is not among them: two papers that each cut their text from a wire have one
  // origin. An article that names neither agency nor author nor source is of
  // unknown origin: from below it is counted as a copy of another, from above
  // as an origin of its own.
  v1::Support SupportOf(absl::Span<const uint32_t> articles) const;

 private:
  // Names, folded; of the several that the user gives one outlet, the first.
  // Empty where the article does not state them.
  struct Facts {
    std::string outlet;     // else the host of the address
    std::string publisher;  // who owns the outlet, else the outlet
    std::string agency;
    std::string source;      // the publisher it names as its source
    bool known = false;      // states an agency, an author or a source
    uint32_t text_root = 0;  // smallest article it shares passages with
  };

  static Facts FactsOf(const v1::Article& article, const OutletBook& outlets);
  uint32_t CountOutlets(absl::Span<const uint32_t> articles) const;

  std::vector<Facts> facts_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_ORIGIN_H_
