#include "engine/compare/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "xxhash.h"

namespace concord {
namespace {

uint64_t HashOf(absl::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

WordClass ClassNamed(absl::string_view name) {
  constexpr std::array<std::pair<absl::string_view, WordClass>, 9> kNames = {{
      {"article", WordClass::kArticle},
      {"pronoun", WordClass::kPronoun},
      {"wh", WordClass::kWh},
      {"conjunction", WordClass::kConjunction},
      {"preposition", WordClass::kPreposition},
      {"auxiliary", WordClass::kAuxiliary},
      {"modal", WordClass::kModal},
      {"quantifier", WordClass::kQuantifier},
      {"adverb", WordClass::kAdverb},
  }};
  for (const auto& [known, word_class] : kNames) {
    if (known == name) return word_class;
  }
  return WordClass::kContent;
}

std::vector<uint32_t> Numbers(absl::string_view column) {
  std::vector<uint32_t> numbers;
  for (const absl::string_view part :
       absl::StrSplit(column, ' ', absl::SkipEmpty())) {
    uint32_t number = 0;
    if (absl::SimpleAtoi(part, &number)) numbers.push_back(number);
  }
  return numbers;
}

void SortUnique(std::vector<uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool Intersect(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) return true;
    if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

// Closed-class words keep their form, except for auxiliaries: "his" is not
// "he", but "was" is "be".
std::string BaseForm(absl::string_view word) {
  static const WordTable& closed = WordTable::Named("function_words");
  const WordTable::Row* row = closed.Find(word);
  const bool binds = row != nullptr && !(*row)[3].empty();
  if (binds && (*row)[3] != "auxiliary") return std::string(word);
  return Lemma(word);
}

class Vocabulary {
 public:
  static const Vocabulary& Get() {
    static const Vocabulary* const vocabulary = new Vocabulary();
    return *vocabulary;
  }

  const WordFacts* Find(uint64_t lemma) const {
    const auto found = facts_.find(lemma);
    return found == facts_.end() ? &rare_ : &found->second;
  }

 private:
  Vocabulary() {
    rare_.bits = kRareBits;
    AddWeights();
    AddClasses();
    AddFamilies();
    AddSenses();
    AddOpposites();
  }

  WordFacts& At(absl::string_view base) {
    WordFacts& facts = facts_[HashOf(base)];
    if (facts.bits == 0.0f) facts.bits = kRareBits;
    return facts;
  }

  void AddWeights() {
    for (const auto& row : WordTable::Named("word_weights").rows()) {
      int bits = 0;
      if (absl::SimpleAtoi(row[1], &bits)) {
        At(row[0]).bits = static_cast<float>(bits);
      }
    }
  }

  void AddClasses() {
    for (const auto& row : WordTable::Named("function_words").rows()) {
      if (row[3].empty()) continue;
      At(BaseForm(row[0])).word_class = ClassNamed(row[3]);
    }
  }

  void AddFamilies() {
    for (const auto& row : WordTable::Named("derivations").rows()) {
      At(row[0]).family = HashOf(row[1]);
      At(row[1]).family = HashOf(row[1]);
    }
  }

  void AddSenses() {
    for (const auto& row : WordTable::Named("senses").rows()) {
      WordFacts& facts = At(row[0]);
      facts.senses = Numbers(row[1]);
      facts.broader = Numbers(row[2]);
      facts.antonyms = Numbers(row[3]);
    }
  }

  void AddOpposites() {
    uint32_t side = 0;
    for (const auto& row : WordTable::Named("opposites").rows()) {
      AddSide(row[1], side, side + 1);
      AddSide(row[2], side + 1, side);
      side += 2;
    }
  }

  void AddSide(absl::string_view words, uint32_t own, uint32_t other) {
    for (const absl::string_view word :
         absl::StrSplit(words, ' ', absl::SkipEmpty())) {
      WordFacts& facts = At(BaseForm(word));
      facts.sides.push_back(own);
      facts.opposed.push_back(other);
      SortUnique(facts.sides);
      SortUnique(facts.opposed);
    }
  }

  absl::flat_hash_map<uint64_t, WordFacts> facts_;
  WordFacts rare_;
};

}  // namespace

WordEntry LookUpWord(absl::string_view word) {
  const uint64_t lemma = HashOf(BaseForm(word));
  return {lemma, Vocabulary::Get().Find(lemma)};
}

WordRelation Relate(const WordEntry& a, const WordEntry& b) {
  if (a.lemma == b.lemma) return WordRelation::kSame;
  const WordFacts& x = *a.facts;
  const WordFacts& y = *b.facts;
  if (x.family != 0 && x.family == y.family) return WordRelation::kFamily;
  if (Intersect(x.sides, y.sides)) return WordRelation::kSameSide;
  if (Intersect(x.senses, y.senses)) return WordRelation::kSynonym;
  if (Intersect(x.senses, y.broader) || Intersect(x.broader, y.senses)) {
    return WordRelation::kBroader;
  }
  if (Intersect(x.broader, y.broader)) return WordRelation::kSibling;
  return WordRelation::kUnrelated;
}

bool AreOpposites(const WordEntry& a, const WordEntry& b) {
  return a.lemma != b.lemma && Intersect(a.facts->sides, b.facts->opposed);
}

bool AreAntonyms(const WordEntry& a, const WordEntry& b) {
  return a.lemma != b.lemma && (Intersect(a.facts->senses, b.facts->antonyms) ||
                                Intersect(a.facts->antonyms, b.facts->senses));
}

}  // namespace concord
