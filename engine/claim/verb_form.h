// Verb forms and the verbs they belong to.
//
// Example:
//   const VerbForm* form = FindVerbForm("took");
//   form->base;  // "take"
//   form->past;  // true

#ifndef CONCORD_ENGINE_CLAIM_VERB_FORM_H_
#define CONCORD_ENGINE_CLAIM_VERB_FORM_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// How far a verb's base form is a verb's at all in running text.
enum class VerbUse : uint8_t {
  kVerb,  // "say"
  kBoth,  // "plan"
  kNoun,  // "house"
};

// What one form can be. Several members may hold: "put" is base, past and
// participle.
struct VerbForm {
  absl::string_view base;  // lives as long as the process
  VerbUse use = VerbUse::kVerb;
  bool bare = false;        // "take"
  bool third = false;       // "takes"
  bool past = false;        // "took"
  bool participle = false;  // "taken"
  bool gerund = false;      // "taking"
};

// The form `word`, in lower case, as a form of a known verb (verbs.tsv,
// irregular_verbs.tsv), or nullptr. An irregular past wins over the base form
// of another verb: "found" is of "find". O(1). Safe for use from any number of
// threads.
const VerbForm* FindVerbForm(absl::string_view word);

// The past tense of a verb given by its base form: "took", "stopped".
std::string PastTense(absl::string_view base);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_VERB_FORM_H_
