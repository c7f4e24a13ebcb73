// Words by which a page speaks of itself.
//
// Example:
//   const LineWords words(line);
//   Cues cues = FindCues(words, line);
//   if (cues.notice) ...  // "Sign up for our newsletter"

#ifndef CONCORD_ENGINE_ARTICLE_CUES_H_
#define CONCORD_ENGINE_ARTICLE_CUES_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/article/line_words.h"

namespace concord {

// What a line's words say it is; see lexicon/tables/boilerplate_cues.tsv.
// Several may hold.
struct Cues {
  bool related = false;       // the heading of a list of other articles
  bool related_line = false;  // names one
  bool furniture = false;     // a button, a menu, a label
  bool notice = false;        // the site, about itself
  bool syndicated = false;    // and that an agency supplied the text
  bool byline = false;        // who contributed
  int voice = 0;              // weak signs of the site's voice
  bool addresses = false;     // says we, our, you or your outside quotes
  // Has a word of an agency's name, of an author's role, of a picture credit.
  // Where one is false, the line holds no such name, role or credit.
  bool agency_word = false;
  bool role_word = false;
  bool credit_word = false;
};

// The cues in a line with these words. Linear in the line.
Cues FindCues(absl::Span<const LineWord> words, absl::string_view line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_CUES_H_
