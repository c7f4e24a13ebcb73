// What a dictionary says of words that the treebank hardly has: "resigns" can
// only be a verb, though a web treebank does not know it.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_WORD_LIST_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_WORD_LIST_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

// A set of tags: bit t stands for Tag t.
using TagSet = uint64_t;

// A form and the tags it may have.
struct ListedForm {
  std::string form;
  TagSet tags = 0;
};

// The forms of WordNet's single words, with those tags that their parts of
// speech and endings allow. `folder` holds index.noun, noun.exc and their kin,
// as Debian's wordnet-base installs them.
absl::StatusOr<std::map<std::string, TagSet>> ReadWordNet(
    const std::string& folder);

// Those of `forms` that are among the first `limit` of `counts`, a list of
// "word count" lines, the most frequent first, in that order.
std::vector<ListedForm> MostFrequent(const std::map<std::string, TagSet>& forms,
                                     absl::string_view counts, size_t limit);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_WORD_LIST_H_
