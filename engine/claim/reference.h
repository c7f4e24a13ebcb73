// Whom a pronoun means, where the article makes it plain.

#ifndef CONCORD_ENGINE_CLAIM_REFERENCE_H_
#define CONCORD_ENGINE_CLAIM_REFERENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// The persons named in the sentence at hand and in the one before it. "He" and
// "she" mean the subject of the sentence at hand, or else of the one before; or
// else the only person in either. What "it" and "they" mean is not plain enough
// to say.
class References {
 public:
  // Moves on to the next sentence.
  void BeginSentence();
  // Notes a name, in text order. `subject`: it is the subject of its clause.
  // Names of other kinds than persons are passed over.
  void Note(const v1::Entity& entity, bool subject);
  // The full name that `pronoun`, in lower case, stands for; nullopt where it
  // is not plain, or for a word that is no such pronoun. O(names noted).
  std::optional<std::string> Resolve(absl::string_view pronoun) const;

 private:
  struct Mention {
    std::string name;
    bool subject = false;
  };
  std::vector<Mention> now_;
  std::vector<Mention> before_;
};

// True for "he", "she", "it", "they": a subject that needs its antecedent.
bool IsReferringPronoun(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_REFERENCE_H_
