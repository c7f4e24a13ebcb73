#include "tools/word_tables/wordnet.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

struct PartOfSpeech {
  char tag;
  absl::string_view name;
};

constexpr PartOfSpeech kPartsOfSpeech[] = {
    {'n', "noun"}, {'v', "verb"}, {'a', "adj"}, {'r', "adv"}};

std::vector<std::string> ReadLines(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "cannot read " << path << "\n";
    std::exit(1);
  }
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

int Decimal(absl::string_view digits) {
  int value = 0;
  return absl::SimpleAtoi(digits, &value) ? value : 0;
}

int Hexadecimal(absl::string_view digits) {
  int value = 0;
  return absl::SimpleHexAtoi(digits, &value) ? value : 0;
}

bool IsPlainWord(absl::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return c >= 'a' && c <= 'z';
  });
}

// "asleep(p)" -> "asleep"; names and phrases -> "".
std::string PlainWord(absl::string_view word) {
  word = word.substr(0, word.find('('));
  return IsPlainWord(word) ? std::string(word) : std::string();
}

std::string SynsetKey(char pos, absl::string_view offset) {
  return absl::StrCat(absl::string_view(pos == 's' ? "a" : &pos, 1), offset);
}

WordNetSynset ParseSynset(const std::vector<std::string>& fields) {
  WordNetSynset synset;
  size_t at = 3;
  const int words = Hexadecimal(fields[at++]);
  for (int i = 0; i < words; ++i, at += 2) {
    synset.words.push_back(PlainWord(fields[at]));
  }
  const int pointers = Decimal(fields[at++]);
  for (int i = 0; i < pointers; ++i, at += 4) {
    const std::string& ends = fields[at + 3];
    synset.pointers.push_back(
        {.symbol = fields[at],
         .target = SynsetKey(fields[at + 2][0], fields[at + 1]),
         .source_word = Hexadecimal(ends.substr(0, 2)),
         .target_word = Hexadecimal(ends.substr(2, 2))});
  }
  return synset;
}

void ReadSynsets(const std::string& folder, const PartOfSpeech& pos,
                 WordNet& net) {
  for (const std::string& line :
       ReadLines(absl::StrCat(folder, "/data.", pos.name))) {
    if (absl::StartsWith(line, " ")) continue;  // the licence
    const std::vector<std::string> fields = absl::StrSplit(line, ' ');
    net.synsets[SynsetKey(pos.tag, fields[0])] = ParseSynset(fields);
  }
}

void ReadEntries(const std::string& folder, const PartOfSpeech& pos,
                 WordNet& net) {
  for (const std::string& line :
       ReadLines(absl::StrCat(folder, "/index.", pos.name))) {
    const std::vector<std::string> fields =
        absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (absl::StartsWith(line, " ") || !IsPlainWord(fields[0])) continue;
    WordNetEntry& entry = net.entries[pos.tag][fields[0]];
    const int senses = Decimal(fields[2]);
    const size_t first = fields.size() - senses;
    entry.tagged_senses = Decimal(fields[first - 1]);
    for (size_t i = first; i < fields.size(); ++i) {
      entry.senses.push_back(SynsetKey(pos.tag, fields[i]));
    }
  }
}

void ReadExceptions(const std::string& folder, const PartOfSpeech& pos,
                    WordNet& net) {
  for (const std::string& line :
       ReadLines(absl::StrCat(folder, "/", pos.name, ".exc"))) {
    const std::vector<std::string> fields = absl::StrSplit(line, ' ');
    net.exceptions[pos.tag].insert({fields[0], fields[1]});
  }
}

void ReadCounts(const std::string& folder, WordNet& net) {
  constexpr absl::string_view kTags = " nvara";  // by ss_type; 5 is satellite
  for (const std::string& line : ReadLines(folder + "/cntlist.rev")) {
    const std::vector<std::string> fields = absl::StrSplit(line, ' ');
    const size_t percent = fields[0].find('%');
    auto& entries = net.entries[kTags[fields[0][percent + 1] - '0']];
    const auto entry = entries.find(fields[0].substr(0, percent));
    if (entry != entries.end()) entry->second.tagged += Decimal(fields[2]);
  }
}

struct Detachment {
  char pos;
  absl::string_view ending;
  absl::string_view replacement;
};

// morphy(7WN), "Rules of detachment".
constexpr Detachment kDetachments[] = {
    {'n', "s", ""},      {'n', "ses", "s"},   {'n', "xes", "x"},
    {'n', "zes", "z"},   {'n', "ches", "ch"}, {'n', "shes", "sh"},
    {'n', "men", "man"}, {'n', "ies", "y"},   {'v', "s", ""},
    {'v', "ies", "y"},   {'v', "es", "e"},    {'v', "es", ""},
    {'v', "ed", "e"},    {'v', "ed", ""},     {'v', "ing", "e"},
    {'v', "ing", ""},    {'a', "er", ""},     {'a', "est", ""},
    {'a', "er", "e"},    {'a', "est", "e"}};

const WordNetEntry* FindEntry(const WordNet& net, char pos,
                              const std::string& word) {
  const auto& entries = net.entries.at(pos);
  const auto found = entries.find(word);
  return found == entries.end() ? nullptr : &found->second;
}

}  // namespace

WordNet ReadWordNet(const std::string& folder) {
  WordNet net;
  for (const PartOfSpeech& pos : kPartsOfSpeech) {
    ReadSynsets(folder, pos, net);
    ReadEntries(folder, pos, net);
    ReadExceptions(folder, pos, net);
  }
  ReadCounts(folder, net);
  return net;
}

std::vector<std::string> WordNetFiles(const std::string& folder) {
  std::vector<std::string> files;
  for (const PartOfSpeech& pos : kPartsOfSpeech) {
    files.push_back(absl::StrCat(folder, "/data.", pos.name));
    files.push_back(absl::StrCat(folder, "/index.", pos.name));
    files.push_back(absl::StrCat(folder, "/", pos.name, ".exc"));
  }
  files.push_back(folder + "/cntlist.rev");
  return files;
}

std::vector<WordNetReading> InflectedReadings(const WordNet& net,
                                              const std::string& form) {
  std::vector<WordNetReading> readings;
  const auto add = [&](char pos, const std::string& base) {
    const WordNetEntry* entry = FindEntry(net, pos, base);
    if (entry != nullptr && base != form) {
      readings.push_back({base, entry->tagged});
    }
  };
  for (const auto& [pos, forms] : net.exceptions) {
    const auto found = forms.find(form);
    if (found != forms.end()) add(pos, found->second);
  }
  for (const Detachment& rule : kDetachments) {
    // Two letters are no stem: "bed" is no form of "be".
    if (!absl::EndsWith(form, rule.ending)) continue;
    if (form.size() < rule.ending.size() + 2) continue;
    add(rule.pos, absl::StrCat(form.substr(0, form.size() - rule.ending.size()),
                               rule.replacement));
  }
  return readings;
}

int OwnReading(const WordNet& net, const std::string& word) {
  int most = -1;
  for (const auto& [pos, entries] : net.entries) {
    const WordNetEntry* entry = FindEntry(net, pos, word);
    if (entry != nullptr) most = std::max(most, entry->tagged);
  }
  return most;
}

}  // namespace concord
