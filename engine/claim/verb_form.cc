#include "engine/claim/verb_form.h"

#include <cstddef>
#include <string>

#include "absl/container/node_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

bool IsVowel(char c) {
  return absl::string_view("aeiou").find(c) != absl::string_view::npos;
}

// "stop", "refer": the last consonant may double before a suffix.
bool MayDouble(absl::string_view base) {
  const size_t n = base.size();
  if (n < 3 || IsVowel(base[n - 1]) || !IsVowel(base[n - 2])) return false;
  const char last = base[n - 1];
  return last != 'w' && last != 'x' && last != 'y' && last != 'h' &&
         !(IsVowel(base[n - 3]) && base[n - 3] != 'u');
}

// Of two-syllable verbs only those stressed on the second double, which
// spelling does not tell; one vowel makes one syllable: "hop" has "hopped", and
// "hoped" is of "hope".
bool MustDouble(absl::string_view base) {
  size_t vowels = 0;
  for (char c : base) vowels += IsVowel(c);
  return vowels == 1 && MayDouble(base);
}

bool EndsInConsonantY(absl::string_view base) {
  return base.size() > 1 && base.back() == 'y' &&
         !IsVowel(base[base.size() - 2]);
}

std::string WithS(absl::string_view base) {
  if (EndsInConsonantY(base)) {
    return absl::StrCat(base.substr(0, base.size() - 1), "ies");
  }
  const bool hissing = absl::EndsWith(base, "s") || absl::EndsWith(base, "x") ||
                       absl::EndsWith(base, "z") ||
                       absl::EndsWith(base, "ch") ||
                       absl::EndsWith(base, "sh") || absl::EndsWith(base, "o");
  return absl::StrCat(base, hissing ? "es" : "s");
}

std::string WithEd(absl::string_view base) {
  if (absl::EndsWith(base, "e")) return absl::StrCat(base, "d");
  if (EndsInConsonantY(base)) {
    return absl::StrCat(base.substr(0, base.size() - 1), "ied");
  }
  return absl::StrCat(base, "ed");
}

std::string WithIng(absl::string_view base) {
  if (absl::EndsWith(base, "ie")) {
    return absl::StrCat(base.substr(0, base.size() - 2), "ying");
  }
  const bool silent_e = absl::EndsWith(base, "e") && base.size() > 2 &&
                        !absl::EndsWith(base, "ee") &&
                        !absl::EndsWith(base, "oe") &&
                        !absl::EndsWith(base, "ye");
  return absl::StrCat(silent_e ? base.substr(0, base.size() - 1) : base, "ing");
}

std::string Doubled(absl::string_view base, absl::string_view suffix) {
  return absl::StrCat(base, base.substr(base.size() - 1), suffix);
}

VerbUse ParseUse(absl::string_view use) {
  if (use == "both") return VerbUse::kBoth;
  return use == "noun" ? VerbUse::kNoun : VerbUse::kVerb;
}

// Every form of every verb: made once, read ever after.
class VerbForms {
 public:
  VerbForms() {
    AddIrregularForms();
    for (const WordTable::Row& row : WordTable::Named("verbs").rows()) {
      AddRegularForms(row[0], ParseUse(row[1]));
    }
  }

  const VerbForm* Find(absl::string_view word) const {
    const auto it = forms_.find(word);
    return it == forms_.end() ? nullptr : &it->second;
  }

 private:
  void AddIrregularForms() {
    const WordTable& verbs = WordTable::Named("verbs");
    for (const auto& row : WordTable::Named("irregular_verbs").rows()) {
      const WordTable::Row* verb = verbs.Find(row[0]);
      const VerbUse use = verb ? ParseUse((*verb)[1]) : VerbUse::kVerb;
      Add(row[1], row[0], use, &VerbForm::past);
      Add(row[2], row[0], use, &VerbForm::participle);
    }
    for (const auto& row : WordTable::Named("irregular_verbs").rows()) {
      AddRegularForms(row[0], VerbUse::kVerb);
    }
  }

  // Takes part of no form that is already another verb's.
  void Add(absl::string_view form, absl::string_view base, VerbUse use,
           bool VerbForm::*member) {
    VerbForm& entry = forms_[std::string(form)];
    if (entry.base.empty()) {
      entry.base = base;
      entry.use = use;
    }
    if (entry.base == base) entry.*member = true;
  }

  void AddRegularForms(absl::string_view base, VerbUse use) {
    const bool regular = !WordTable::Named("irregular_verbs").Contains(base);
    Add(base, base, use, &VerbForm::bare);
    Add(WithS(base), base, use, &VerbForm::third);
    if (!MustDouble(base)) {
      AddPast(WithEd(base), base, use, regular);
      Add(WithIng(base), base, use, &VerbForm::gerund);
    }
    if (!MayDouble(base)) return;
    AddPast(Doubled(base, "ed"), base, use, regular);
    Add(Doubled(base, "ing"), base, use, &VerbForm::gerund);
  }

  void AddPast(const std::string& form, absl::string_view base, VerbUse use,
               bool regular) {
    if (!regular) return;
    Add(form, base, use, &VerbForm::past);
    Add(form, base, use, &VerbForm::participle);
  }

  absl::node_hash_map<std::string, VerbForm> forms_;
};

const VerbForms& Forms() {
  static const auto& forms = *new VerbForms();
  return forms;
}

}  // namespace

const VerbForm* FindVerbForm(absl::string_view word) {
  return Forms().Find(word);
}

std::string PastTense(absl::string_view base) {
  if (const auto* row = WordTable::Named("irregular_verbs").Find(base)) {
    return std::string((*row)[1]);
  }
  return MustDouble(base) ? Doubled(base, "ed") : WithEd(base);
}

}  // namespace concord
