// Builds the lexicon file from WordNet and from word counts:
//
//   build_word_tables WORDNET COUNTS OUT
//
// WORDNET is the folder of WordNet 3.0 (Debian package wordnet-base:
// /usr/share/wordnet), COUNTS lines of "word count" (the English Wikipedia
// counts of github.com/PrincetonML/SIF, auxiliary_data/enwiki_vocab_min200.txt)
// and OUT the file to write (engine/lexicon/english.lexicon). The same input
// gives the same bytes.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "engine/lexicon/lemma.h"
#include "tools/word_tables/lexicon_writer.h"
#include "tools/word_tables/wordnet.h"
#include "xxhash.h"

namespace concord {
namespace {

using Counts = std::map<std::string, int64_t>;

// A word rarer than this in the Wikipedia counts stays out of the tables.
constexpr int64_t kLeastForm = 1200;
constexpr int64_t kLeastLemma = 1500;
constexpr int64_t kLeastWeighed = 20000;
// A derived word shares this much of its beginning with its class.
constexpr size_t kDerivationPrefix = 3;
constexpr size_t kMostSenses = 4;
// Synsets are numbered from 1 in 16 bits.
constexpr size_t kMostSynsets = 0xFFFF;

Counts ReadCounts(const std::string& path) {
  Counts counts;
  std::ifstream file(path);
  if (!file) {
    std::cerr << "cannot read " << path << "\n";
    std::exit(1);
  }
  std::string word;
  for (int64_t count; file >> word >> count;) counts[word] = count;
  return counts;
}

int64_t CountOf(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

// Whether `form` is an adjective made of a verb, as "assassinated" is, which
// belongs with its verb; "feed" and "need" are words of their own.
bool IsParticiple(const WordNet& net, const std::string& form) {
  return absl::EndsWith(form, "ed") && !net.entries.at('n').contains(form) &&
         !net.entries.at('v').contains(form);
}

// The base form of the most frequent reading; "" where WordNet has none.
std::string BestBase(const WordNet& net, const Counts& counts,
                     const std::string& form) {
  const int own = OwnReading(net, form);
  std::pair<int64_t, int64_t> best = {own, CountOf(counts, form)};
  if (IsParticiple(net, form)) best = {std::min(own, 0), 0};
  std::string base = own < 0 ? "" : form;
  for (const WordNetReading& reading : InflectedReadings(net, form)) {
    const std::pair<int64_t, int64_t> score = {reading.tagged,
                                               CountOf(counts, reading.base)};
    if (score.second < kLeastForm) continue;
    if (base.empty() || score > best) {
      best = score;
      base = reading.base;
    }
  }
  return base;
}

// Word -> another that stands for it.
using WordMap = std::map<std::string, std::string>;

// Whether the rules make of `form`, which WordNet does not know, a word that is
// hardly ever written: "during" -> "dure", "beijing" -> "beij".
bool RuleSpoils(const Counts& counts, const std::string& form, int64_t count) {
  return CountOf(counts, LemmaByRule(form)) < count / 8;
}

WordMap IrregularForms(const WordNet& net, const Counts& counts) {
  WordMap bases;
  for (const auto& [form, count] : counts) {
    if (count < kLeastForm) continue;
    std::string base = BestBase(net, counts, form);
    if (base.empty() && RuleSpoils(counts, form, count)) base = form;
    if (!base.empty() && base != LemmaByRule(form)) bases[form] = base;
  }
  return bases;
}

// Joins words into classes; the representative is the first in the order given.
class Classes {
 public:
  std::string Find(const std::string& word) {
    std::string root = word;
    while (parent_.count(root) != 0 && parent_[root] != root) {
      root = parent_[root];
    }
    return root;
  }
  void Join(const std::string& kept, const std::string& other) {
    parent_[Find(other)] = Find(kept);
  }

 private:
  std::map<std::string, std::string> parent_;
};

bool ShareBeginning(const std::string& a, const std::string& b) {
  return a.substr(0, kDerivationPrefix) == b.substr(0, kDerivationPrefix);
}

// "decision" -> "decide", "quickly" -> "quick": WordNet's derivation and
// pertainym pointers, closed transitively. To the most frequent of a family.
WordMap Derivations(const WordNet& net, const Counts& counts) {
  Classes classes;
  std::set<std::string> words;
  const auto known = [&](const std::string& word) {
    return CountOf(counts, word) >= kLeastLemma;
  };
  for (const auto& [key, synset] : net.synsets) {
    for (const WordNetPointer& pointer : synset.pointers) {
      if (pointer.source_word == 0) continue;
      if (pointer.symbol != "+" && pointer.symbol != "\\") continue;
      const std::string& a = synset.words[pointer.source_word - 1];
      const std::string& b =
          net.synsets.at(pointer.target).words[pointer.target_word - 1];
      if (a == b || !known(a) || !known(b) || !ShareBeginning(a, b)) continue;
      words.insert({a, b});
      if (classes.Find(a) == classes.Find(b)) continue;
      const std::string x = classes.Find(a), y = classes.Find(b);
      const bool x_first = std::make_pair(-CountOf(counts, x), x) <
                           std::make_pair(-CountOf(counts, y), y);
      classes.Join(x_first ? x : y, x_first ? y : x);
    }
  }
  WordMap families;
  for (const std::string& word : words) families[word] = classes.Find(word);
  return families;
}

// What a word can mean, as numbers of synsets.
struct Meaning {
  std::set<std::string> senses;     // what it names
  std::set<std::string> broader;    // what that is a kind of
  std::set<std::string> opposites;  // what an antonym of it names
};

void AddSense(const WordNet& net, const std::string& word,
              const std::string& key, Meaning& meaning) {
  const WordNetSynset& synset = net.synsets.at(key);
  meaning.senses.insert(key);
  for (const WordNetPointer& pointer : synset.pointers) {
    if (pointer.symbol == "@") meaning.broader.insert(pointer.target);
    if (pointer.symbol == "&") meaning.senses.insert(pointer.target);
    if (pointer.symbol == "!" &&
        synset.words[pointer.source_word - 1] == word) {
      meaning.opposites.insert(pointer.target);
    }
  }
}

size_t SensesKept(const WordNetEntry& entry) {
  const size_t tagged = entry.tagged_senses;
  return std::min(
      {entry.senses.size(), kMostSenses, std::max<size_t>(tagged, 2)});
}

std::map<std::string, Meaning> Meanings(const WordNet& net,
                                        const Counts& counts) {
  std::map<std::string, Meaning> meanings;
  for (const auto& [pos, entries] : net.entries) {
    for (const auto& [word, entry] : entries) {
      if (CountOf(counts, word) < kLeastLemma) continue;
      for (size_t i = 0; i < SensesKept(entry); ++i) {
        AddSense(net, word, entry.senses[i], meanings[word]);
      }
    }
  }
  return meanings;
}

// Drops synsets that only one word mentions and numbers the rest.
class SynsetNumbers {
 public:
  explicit SynsetNumbers(const std::map<std::string, Meaning>& meanings) {
    for (const auto& [word, meaning] : meanings) {
      std::set<std::string> all = meaning.senses;
      all.insert(meaning.broader.begin(), meaning.broader.end());
      all.insert(meaning.opposites.begin(), meaning.opposites.end());
      for (const std::string& key : all) ++mentions_[key];
    }
  }
  std::vector<uint16_t> Of(const std::set<std::string>& keys) {
    std::vector<uint16_t> numbers;
    for (const std::string& key : keys) {
      if (mentions_[key] < 2) continue;
      const auto next = static_cast<uint16_t>(numbers_.size() + 1);
      numbers.push_back(numbers_.insert({key, next}).first->second);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }
  // Whether the numbers given so far fit their type.
  bool Fit() const { return numbers_.size() <= kMostSynsets; }

 private:
  std::map<std::string, int> mentions_;
  std::map<std::string, uint16_t> numbers_;
};

void AddMeanings(const WordNet& net, const Counts& counts, LexiconRows& rows) {
  const std::map<std::string, Meaning> meanings = Meanings(net, counts);
  SynsetNumbers numbers(meanings);
  for (const auto& [word, meaning] : meanings) {
    LexiconRow row;
    row.senses = numbers.Of(meaning.senses);
    row.broader = numbers.Of(meaning.broader);
    row.antonyms = numbers.Of(meaning.opposites);
    if (row.senses.empty() && row.broader.empty() && row.antonyms.empty()) {
      continue;
    }
    rows[word] = std::move(row);
  }
  if (numbers.Fit()) return;
  std::cerr << "more than " << kMostSynsets << " synsets\n";
  std::exit(1);
}

// How many bits of surprise a base form carries, rounded.
void AddBits(const Counts& counts, const WordMap& irregular,
             LexiconRows& rows) {
  Counts by_lemma;
  int64_t total = 0;
  for (const auto& [form, count] : counts) {
    const auto found = irregular.find(form);
    const bool regular = found == irregular.end();
    by_lemma[regular ? LemmaByRule(form) : found->second] += count;
    total += count;
  }
  for (const auto& [lemma, count] : by_lemma) {
    if (count < kLeastWeighed) continue;
    const double bits =
        std::log2(static_cast<double>(total) / static_cast<double>(count));
    rows[lemma].bits = static_cast<int>(std::lround(bits));
  }
}

LexiconRows BuildRows(const WordNet& net, const Counts& counts) {
  LexiconRows rows;
  AddMeanings(net, counts, rows);
  const WordMap irregular = IrregularForms(net, counts);
  for (const auto& [form, base] : irregular) rows[form].base = base;
  for (const auto& [word, family] : Derivations(net, counts)) {
    rows[word].family = family;
  }
  AddBits(counts, irregular, rows);
  return rows;
}

// XXH3-64 of the files, each hash the seed of the next.
uint64_t HashFiles(std::vector<std::string> paths) {
  uint64_t hash = 0;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
  }
  return hash;
}

}  // namespace

int Run(const std::string& wordnet, const std::string& counts_file,
        const std::string& out) {
  const WordNet net = ReadWordNet(wordnet);
  std::vector<std::string> sources = WordNetFiles(wordnet);
  sources.push_back(counts_file);
  const absl::StatusOr<std::string> bytes =
      WriteLexicon(BuildRows(net, ReadCounts(counts_file)), HashFiles(sources));
  if (!bytes.ok()) {
    std::cerr << bytes.status() << "\n";
    return 1;
  }
  std::ofstream file(out, std::ios::binary);
  file << *bytes << std::flush;
  if (file) return 0;
  std::cerr << "cannot write " << out << "\n";
  return 1;
}

}  // namespace concord

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: build_word_tables WORDNET COUNTS OUT\n";
    return 2;
  }
  return concord::Run(argv[1], argv[2], argv[3]);
}
