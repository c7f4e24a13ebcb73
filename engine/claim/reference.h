// Whom a pronoun means, where the article makes it plain.

#ifndef CONCORD_ENGINE_CLAIM_REFERENCE_H_
#define CONCORD_ENGINE_CLAIM_REFERENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// The names of the sentence at hand and of the one before it. A pronoun means
// the subject of the sentence at hand, or else of the one before, if that is a
// name of its kind; or else the only name of its kind in either.
class References {
 public:
  // Moves on to the next sentence.
  void BeginSentence();
  // Notes a name, in text order. `subject`: it is the subject of its clause.
  void Note(const v1::Entity& entity, bool subject);
  // The full name that `pronoun`, in lower case, stands for; nullopt where it
  // is not plain, or for a word that is no such pronoun.
  std::optional<std::string> Resolve(absl::string_view pronoun) const;

 private:
  struct Mention {
    std::string name;
    v1::EntityKind kind = v1::ENTITY_KIND_UNSPECIFIED;
    bool subject = false;
  };
  std::vector<Mention> now_;
  std::vector<Mention> before_;
};

// True for "he", "she", "it", "they": a subject that needs its antecedent.
bool IsReferringPronoun(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_REFERENCE_H_
