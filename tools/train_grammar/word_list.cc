#include "tools/train_grammar/word_list.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/grammar/tag.h"
#include "tools/train_grammar/treebank.h"

namespace concord {
namespace {

using Forms = std::map<std::string, TagSet>;

TagSet SetOf(std::initializer_list<Tag> tags) {
  TagSet set = 0;
  for (Tag tag : tags) set |= TagSet{1} << static_cast<int>(tag);
  return set;
}

bool IsVowel(char c) { return absl::StrContains("aeiou", c); }

bool IsPlainWord(absl::string_view word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
           return absl::ascii_islower(c) || c == '-';
         });
}

bool EndsInConsonantAndY(absl::string_view word) {
  return absl::EndsWith(word, "y") && !IsVowel(word[word.size() - 2]);
}

// "word" + "s", "box" + "es", "city" -> "cities".
std::string WithS(absl::string_view word) {
  if (EndsInConsonantAndY(word)) {
    return absl::StrCat(word.substr(0, word.size() - 1), "ies");
  }
  for (absl::string_view end : {"s", "x", "z", "ch", "sh"}) {
    if (absl::EndsWith(word, end)) return absl::StrCat(word, "es");
  }
  return absl::StrCat(word, "s");
}

// The stems that an ending which begins with a vowel may be put to: "raid";
// "hop" and "hopp"; "lik" for "like".
std::vector<std::string> Stems(absl::string_view word) {
  if (absl::EndsWith(word, "e")) {
    return {std::string(word.substr(0, word.size() - 1))};
  }
  std::vector<std::string> stems = {std::string(word)};
  const size_t n = word.size();
  if (n >= 3 && !IsVowel(word[n - 1]) && IsVowel(word[n - 2]) &&
      !IsVowel(word[n - 3])) {
    stems.push_back(absl::StrCat(word, word.substr(n - 1)));
  }
  return stems;
}

void AddEnding(absl::string_view word, absl::string_view ending, TagSet tags,
               Forms& forms) {
  if (EndsInConsonantAndY(word) && ending != "ing") {
    forms[absl::StrCat(word.substr(0, word.size() - 1), "i", ending)] |= tags;
    return;
  }
  for (const std::string& stem : Stems(word)) {
    forms[absl::StrCat(stem, ending)] |= tags;
  }
}

void AddNoun(absl::string_view word, Forms& forms) {
  forms[std::string(word)] |= SetOf({Tag::kNN});
  forms[WithS(word)] |= SetOf({Tag::kNNS});
}

void AddVerb(absl::string_view word, Forms& forms) {
  forms[std::string(word)] |= SetOf({Tag::kVB, Tag::kVBP});
  forms[WithS(word)] |= SetOf({Tag::kVBZ});
  AddEnding(word, "ed", SetOf({Tag::kVBD, Tag::kVBN}), forms);
  AddEnding(word, "ing", SetOf({Tag::kVBG}), forms);
}

void AddAdjective(absl::string_view word, Forms& forms) {
  forms[std::string(word)] |= SetOf({Tag::kJJ});
  AddEnding(word, "er", SetOf({Tag::kJJR}), forms);
  AddEnding(word, "est", SetOf({Tag::kJJS}), forms);
}

void AddAdverb(absl::string_view word, Forms& forms) {
  forms[std::string(word)] |= SetOf({Tag::kRB});
}

// What an irregular form of each part of speech may be, by its ending.
TagSet IrregularNoun(absl::string_view) { return SetOf({Tag::kNNS}); }
TagSet IrregularVerb(absl::string_view form) {
  if (absl::EndsWith(form, "ing")) return SetOf({Tag::kVBG});
  if (absl::EndsWith(form, "s")) return SetOf({Tag::kVBZ});
  return SetOf({Tag::kVBD, Tag::kVBN});
}
TagSet IrregularAdjective(absl::string_view form) {
  return absl::EndsWith(form, "t") ? SetOf({Tag::kJJS}) : SetOf({Tag::kJJR});
}
TagSet IrregularAdverb(absl::string_view form) {
  return absl::EndsWith(form, "t") ? SetOf({Tag::kRBS}) : SetOf({Tag::kRBR});
}

struct PartOfSpeech {
  const char* name;
  void (*add)(absl::string_view, Forms&);
  TagSet (*irregular)(absl::string_view);
};

constexpr PartOfSpeech kParts[] = {
    {"noun", AddNoun, IrregularNoun},
    {"verb", AddVerb, IrregularVerb},
    {"adj", AddAdjective, IrregularAdjective},
    {"adv", AddAdverb, IrregularAdverb},
};

absl::string_view FirstField(absl::string_view line) {
  return line.substr(0, line.find(' '));
}

absl::Status AddPart(const std::string& folder, const PartOfSpeech& part,
                     Forms& forms) {
  CONCORD_ASSIGN_OR_RETURN(
      const std::string index,
      ReadFile(absl::StrCat(folder, "/index.", part.name)));
  CONCORD_ASSIGN_OR_RETURN(
      const std::string irregular,
      ReadFile(absl::StrCat(folder, "/", part.name, ".exc")));
  // The licence at the head of an index is indented: its first field is empty.
  for (absl::string_view line : absl::StrSplit(index, '\n')) {
    const absl::string_view word = FirstField(line);
    if (IsPlainWord(word)) part.add(word, forms);
  }
  for (absl::string_view line : absl::StrSplit(irregular, '\n')) {
    const absl::string_view form = FirstField(line);
    if (IsPlainWord(form)) forms[std::string(form)] |= part.irregular(form);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Forms> ReadWordNet(const std::string& folder) {
  Forms forms;
  for (const PartOfSpeech& part : kParts) {
    CONCORD_RETURN_IF_ERROR(AddPart(folder, part, forms));
  }
  return forms;
}

std::vector<ListedForm> MostFrequent(const Forms& forms,
                                     absl::string_view counts, size_t limit) {
  std::vector<ListedForm> out;
  for (absl::string_view line : absl::StrSplit(counts, '\n')) {
    if (limit-- == 0) break;
    const auto found = forms.find(std::string(FirstField(line)));
    if (found != forms.end()) out.push_back({found->first, found->second});
  }
  return out;
}

}  // namespace concord
