#include "engine/compare/vocabulary.h"

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/word_table.h"
#include "xxhash.h"

namespace concord {
namespace {

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

// Closed-class words keep their form, except for auxiliaries: "his" is not
// "he", but "was" is "be".
std::string BaseForm(absl::string_view word) {
  static const WordTable& closed = WordTable::Named("function_words");
  const WordTable::Row* row = closed.Find(word);
  const bool binds = row != nullptr && !(*row)[3].empty();
  if (binds && (*row)[3] != "auxiliary") return std::string(word);
  return Lemma(word);
}

// Where a word stands in opposites.tsv, as numbers of sides.
struct Standing {
  std::set<uint16_t> sides;
  std::set<uint16_t> opposed;
};
using Standings = std::map<std::string, Standing>;

void AddSide(absl::string_view words, size_t own, size_t other,
             Standings& standings) {
  for (const absl::string_view word :
       absl::StrSplit(words, ' ', absl::SkipEmpty())) {
    Standing& standing = standings[BaseForm(word)];
    standing.sides.insert(static_cast<uint16_t>(own));
    standing.opposed.insert(static_cast<uint16_t>(other));
  }
}

Standings ReadOpposites() {
  Standings standings;
  size_t side = 0;
  for (const auto& row : WordTable::Named("opposites").rows()) {
    AddSide(row[1], side, side + 1, standings);
    AddSide(row[2], side + 1, side, standings);
    side += 2;
  }
  return standings;
}

// The facts of all words: those of the lexicon file by their slot there, which
// point into the file, and the few that only the hand-made tables know.
class Vocabulary {
 public:
  static const Vocabulary& Get() {
    static const Vocabulary* const vocabulary = new Vocabulary();
    return *vocabulary;
  }

  const WordFacts* Find(absl::string_view base) const {
    if (const LexiconWord* word = lexicon_.Find(base)) return &OfWord(*word);
    const auto found = others_.find(base);
    return found == others_.end() ? &rare_ : &found->second;
  }

 private:
  Vocabulary() {
    rare_.bits = kRareBits;
    AddLexicon();
    AddClasses();
    AddOpposites();
  }

  const WordFacts& OfWord(const LexiconWord& word) const {
    return facts_[&word - lexicon_.slots().data()];
  }

  WordFacts& At(const std::string& base) {
    if (const LexiconWord* word = lexicon_.Find(base)) {
      return const_cast<WordFacts&>(OfWord(*word));
    }
    return others_.emplace(base, rare_).first->second;
  }

  void AddLexicon() {
    facts_.reserve(lexicon_.slots().size());
    for (const LexiconWord& word : lexicon_.slots()) {
      WordFacts& facts = facts_.emplace_back(rare_);
      if (word.bits != 0) facts.bits = word.bits;
      facts.family = lexicon_.Family(word);
      facts.senses = NumberSet(lexicon_.Senses(word));
      facts.broader = NumberSet(lexicon_.Broader(word));
      facts.antonyms = NumberSet(lexicon_.Antonyms(word));
    }
  }

  void AddClasses() {
    for (const auto& row : WordTable::Named("function_words").rows()) {
      if (row[3].empty()) continue;
      At(BaseForm(row[0])).word_class = ClassNamed(row[3]);
    }
  }

  void AddOpposites() {
    for (const auto& [base, standing] : ReadOpposites()) {
      WordFacts& facts = At(base);
      facts.sides = Keep(standing.sides);
      facts.opposed = Keep(standing.opposed);
    }
  }

  NumberSet Keep(const std::set<uint16_t>& numbers) {
    return NumberSet(kept_.emplace_back(numbers.begin(), numbers.end()));
  }

  const Lexicon& lexicon_ = Lexicon::English();
  std::vector<WordFacts> facts_;  // by slot of the lexicon
  absl::flat_hash_map<std::string, WordFacts> others_;
  WordFacts rare_;
  std::deque<std::vector<uint16_t>> kept_;  // what sides and opposed point to
};

// A product's high bits depend on all of the number (Knuth, vol. 3, 6.4).
uint64_t BitOf(uint16_t number) {
  return uint64_t{1} << ((number * 0x9E3779B1u) >> 26);
}

}  // namespace

NumberSet::NumberSet(absl::Span<const uint16_t> sorted) : numbers_(sorted) {
  for (const uint16_t number : sorted) bits_ |= BitOf(number);
}

bool NumberSet::ShareNumber(absl::Span<const uint16_t> a,
                            absl::Span<const uint16_t> b) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) return true;
    ++(a[i] < b[j] ? i : j);
  }
  return false;
}

WordEntry LookUpWord(absl::string_view word) {
  const std::string base = BaseForm(word);
  return {XXH3_64bits(base.data(), base.size()), Vocabulary::Get().Find(base)};
}

WordRelation Relate(const WordEntry& a, const WordEntry& b) {
  if (a.lemma == b.lemma) return WordRelation::kSame;
  const WordFacts& x = *a.facts;
  const WordFacts& y = *b.facts;
  if (x.family != nullptr && x.family == y.family) return WordRelation::kFamily;
  if (x.sides.Meets(y.sides)) return WordRelation::kSameSide;
  if (x.senses.Meets(y.senses)) return WordRelation::kSynonym;
  if (x.senses.Meets(y.broader) || x.broader.Meets(y.senses)) {
    return WordRelation::kBroader;
  }
  if (x.broader.Meets(y.broader)) return WordRelation::kSibling;
  return WordRelation::kUnrelated;
}

bool AreOpposites(const WordEntry& a, const WordEntry& b) {
  return a.lemma != b.lemma && a.facts->sides.Meets(b.facts->opposed);
}

bool AreAntonyms(const WordEntry& a, const WordEntry& b) {
  return a.lemma != b.lemma && (a.facts->senses.Meets(b.facts->antonyms) ||
                                a.facts->antonyms.Meets(b.facts->senses));
}

}  // namespace concord
