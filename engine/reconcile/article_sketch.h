// What an article is about, in a form that two articles can be compared by.

#ifndef CONCORD_ENGINE_RECONCILE_ARTICLE_SKETCH_H_
#define CONCORD_ENGINE_RECONCILE_ARTICLE_SKETCH_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "concord/v1/article.pb.h"

namespace concord {

// Reports of one event are at most this far apart; later ones are about what
// came of it.
inline constexpr int64_t kEventWindowSeconds = 4 * 24 * 3600;

// A word of an article and its weight in it.
struct SketchTerm {
  uint64_t word = 0;  // hash of its base form
  float weight = 0.0f;
};

// Seconds since 1970, half open.
struct PublishedInterval {
  int64_t begin = 0;
  int64_t end = 0;
};

// An article's rarer words, scaled to unit length, and when it was published.
struct ArticleSketch {
  std::vector<SketchTerm> terms;  // sorted by word
  std::optional<PublishedInterval> published;
  // Bit n is set where the article's first lines name weekday n, 1 Monday to 7
  // Sunday: when the event was, where no date says so.
  uint8_t lead_weekdays = 0;
};

// Sketches the headline, standfirst and body of `article`. Words that name
// months and weekdays carry no weight: they are time, not matter.
ArticleSketch SketchArticle(const v1::Article& article);

// Cosine of the two sketches, 0..1.
double SketchSimilarity(const ArticleSketch& a, const ArticleSketch& b);

// True where the articles are about one event: published within a few days of
// each other and alike enough. Where a date is missing they must be more alike,
// and the weekdays their first lines name must not exclude each other.
// Symmetric.
bool SameEvent(const ArticleSketch& a, const ArticleSketch& b);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_ARTICLE_SKETCH_H_
