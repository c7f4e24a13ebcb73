// Tokens to names, and a book of an article's names that leads short forms to
// full ones.

#ifndef CONCORD_ENGINE_VALUE_NAME_H_
#define CONCORD_ENGINE_VALUE_NAME_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/text/token.h"

namespace concord {

// The names in `tokens` of one sentence of `text`, in text order: runs of
// capitalised words with the particles and titles that belong to them. Sets
// name (as written, without the title), head, title, kind and span; the role is
// the claim's to set. The head of a person is the name a report goes on with:
// "Hayashi" of "Yoshimasa Hayashi", "Yoon" of "Yoon Suk Yeol". The first word
// of a sentence, and any word of a headline in capitals, is a name only where
// something more than its capital says so.
std::vector<v1::Entity> FindNames(absl::string_view text,
                                  absl::Span<const Token> tokens);

// The names of one article. Not safe for use from two threads while Add runs.
//
// Example:
//   NameBook book;
//   for (const v1::Entity& e : FindNames(text, tokens)) book.Add(e);
//   book.FullName("Hayashi");  // "Yoshimasa Hayashi"
class NameBook {
 public:
  // Notes a name.
  void Add(const v1::Entity& entity);

  // The fullest form noted of which `name` is a short form (its family name,
  // its acronym), or `name` itself where there is none or more than one.
  std::string FullName(absl::string_view name) const;

  // The full name of the one person noted with the title that `description`
  // says: "Michael Grimm" for "the congressman". nullopt where there is none or
  // more than one.
  std::optional<std::string> Titled(absl::string_view description) const;

 private:
  // The one full form noted of each short form; empty where there are several.
  absl::flat_hash_map<std::string, std::string> full_;
  // The same of each title, in lower case.
  absl::flat_hash_map<std::string, std::string> titled_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_NAME_H_
