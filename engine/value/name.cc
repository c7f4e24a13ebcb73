#include "engine/value/name.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

// A word this frequent, in bits of word_weights.tsv, is no name by itself at
// the begin of a sentence.
constexpr int kCommonBits = 15;
// Longer runs of capitals are headlines, not names.
constexpr size_t kLongestName = 10;

const WordTable& Places() {
  static const WordTable& table = WordTable::Named("places");
  return table;
}

const WordTable& NameWords() {
  static const WordTable& table = WordTable::Named("name_words");
  return table;
}

// Particles inside a personal name, in lower case.
bool IsParticle(absl::string_view word) {
  static constexpr absl::string_view kParticles[] = {
      "de",  "del", "della", "da",  "di",  "dos", "du",   "van",
      "von", "der", "den",   "ten", "ter", "bin", "bint", "ibn",
      "al",  "el",  "la",    "le",  "y",   "e"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) !=
         std::end(kParticles);
}

bool IsCommonWord(const std::string& lower) {
  if (WordTable::Named("function_words").Contains(lower)) return true;
  const WordTable::Row* row =
      WordTable::Named("word_weights").Find(Lemma(lower));
  int bits = 0;
  return row != nullptr && absl::SimpleAtoi((*row)[1], &bits) &&
         bits <= kCommonBits;
}

// Reads the names of one sentence, left to right.
class NameReader {
 public:
  NameReader(absl::string_view text, absl::Span<const Token> tokens)
      : text_(text), tokens_(tokens) {
    for (const Token& token : tokens) {
      lower_.push_back(absl::AsciiStrToLower(Slice(text, token.span)));
    }
  }

  std::vector<v1::Entity> Run() {
    std::vector<v1::Entity> found;
    for (size_t i = 0; i < tokens_.size();) {
      const size_t end = RunEnd(i);
      if (end == i) {
        ++i;
        continue;
      }
      Read(i, end, found);
      i = end;
    }
    return found;
  }

 private:
  bool IsNameWord(size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::kWord) {
      return false;
    }
    if (!tokens_[i].capital || lower_[i] == "i") return false;
    const WordTable::Row* row = WordTable::Named("calendar").Find(lower_[i]);
    return row == nullptr || (*row)[3] == "capital" ||
           ((*row)[1] != "weekday" && (*row)[1] != "month");
  }

  // The end of the run of capitalised words that begins at `i`, with what
  // joins them; `i` where none begins there.
  size_t RunEnd(size_t i) const {
    if (!IsNameWord(i) || IsDate(i)) return i;
    size_t end = i + 1;
    while (end < tokens_.size() && end - i < kLongestName) {
      if (IsNameWord(end)) {
        ++end;
      } else if (Joins(i, end)) {
        end += IsNameWord(end + 1) ? 2 : 3;
      } else {
        break;
      }
    }
    return end;
  }

  // Months and weekdays written with a capital.
  bool IsDate(size_t i) const {
    const WordTable::Row* row = WordTable::Named("calendar").Find(lower_[i]);
    return row != nullptr && lower_[i].size() > 3 && lower_[i] != "march";
  }

  // "of" in "Ministry of Defence", "the" after it, "van" in "Ilse van Dam",
  // "&" in "Stone & Sons".
  bool Joins(size_t first, size_t at) const {
    if (at + 1 >= tokens_.size()) return false;
    if (lower_[at] == "of" && NameWords().Contains(lower_[at - 1])) {
      return IsNameWord(at + 1) ||
             (lower_[at + 1] == "the" && IsNameWord(at + 2));
    }
    if (lower_[at] == "&") return IsNameWord(at + 1);
    return at > first && IsParticle(lower_[at]) && IsNameWord(at + 1);
  }

  // Adds the name of the run [begin, end), if it is one.
  void Read(size_t begin, size_t end, std::vector<v1::Entity>& found) const {
    const bool opens = OpensSentence(begin);
    // A function word that only opens the sentence: "The Harbour Post".
    while (begin < end && opens && end - begin > 1 &&
           WordTable::Named("function_words").Contains(lower_[begin])) {
      ++begin;
    }
    v1::Entity entity;
    size_t first = TakeTitle(begin, end, entity);
    if (first == end) {  // a title that stands for a name: "the Pope"
      first = begin;
      entity.clear_title();
    }
    if (end - first == 1 && opens && first == begin && IsOnlyCommon(first)) {
      return;
    }
    Fill(first, end, entity);
    found.push_back(std::move(entity));
  }

  bool OpensSentence(size_t i) const {
    return i == 0 || tokens_[i - 1].kind == TokenKind::kOpenQuote ||
           lower_[i - 1] == ":" || lower_[i - 1] == "." ||
           tokens_[i - 1].kind == TokenKind::kSymbol;
  }

  // A single capitalised word that is a common word and no known name.
  bool IsOnlyCommon(size_t i) const {
    return !tokens_[i].all_caps && !Places().Contains(lower_[i]) &&
           IsCommonWord(lower_[i]);
  }

  // Splits titles off the run's front, and takes in lower-case ones before it;
  // the index of the name's first word.
  size_t TakeTitle(size_t begin, size_t end, v1::Entity& entity) const {
    size_t first = begin;
    // "U.S. Rep. Pavel Stone": the country belongs to the title.
    if (end - begin > 2 && Places().Contains(lower_[begin]) &&
        TitleLength(begin + 1, end) > 0) {
      ++first;
    }
    for (size_t count = TitleLength(first, end); count > 0;
         count = TitleLength(first, end)) {
      first += count;
    }
    size_t title_begin = begin;
    if (first == begin) title_begin = LowerTitleBegin(begin);
    if (title_begin < first) {
      entity.set_title(
          std::string(Slice(text_, {tokens_[title_begin].span.begin,
                                    tokens_[first - 1].span.end})));
    }
    return first;
  }

  static const WordTable& Titles() {
    static const WordTable& table = WordTable::Named("titles");
    return table;
  }

  size_t TitleLength(size_t first, size_t end) const {
    const size_t most = std::min(Titles().max_key_words(), end - first);
    for (size_t count = most; count > 0; --count) {
      if (Titles().Contains(Phrase(first, first + count))) return count;
    }
    return 0;
  }

  // Where the lower-case title that ends right before `begin` begins.
  size_t LowerTitleBegin(size_t begin) const {
    const size_t most = std::min(Titles().max_key_words(), begin);
    for (size_t count = most; count > 0; --count) {
      if (Titles().Contains(Phrase(begin - count, begin))) {
        return begin - count;
      }
    }
    return begin;
  }

  std::string Phrase(size_t first, size_t end) const {
    return absl::StrJoin(lower_.begin() + static_cast<ptrdiff_t>(first),
                         lower_.begin() + static_cast<ptrdiff_t>(end), " ");
  }

  void Fill(size_t first, size_t end, v1::Entity& entity) const {
    const ByteSpan span = {tokens_[first].span.begin,
                           tokens_[end - 1].span.end};
    entity.mutable_span()->set_begin_byte(span.begin);
    entity.mutable_span()->set_end_byte(span.end);
    entity.set_name(std::string(Slice(text_, span)));
    entity.set_kind(KindOf(first, end, entity));
    entity.set_head(HeadOf(first, end, entity.kind()));
  }

  v1::EntityKind KindOf(size_t first, size_t end,
                        const v1::Entity& entity) const {
    if (const auto* row = Places().Find(Phrase(first, end))) {
      return (*row)[1] == "demonym" ? v1::ENTITY_KIND_DEMONYM
                                    : v1::ENTITY_KIND_PLACE;
    }
    if (!entity.title().empty()) return v1::ENTITY_KIND_PERSON;
    for (size_t i = end; i > first; --i) {
      const WordTable::Row* row = NameWords().Find(lower_[i - 1]);
      if (row == nullptr) continue;
      return (*row)[1] == "place" ? v1::ENTITY_KIND_PLACE
                                  : v1::ENTITY_KIND_ORGANISATION;
    }
    if (end - first == 1 && tokens_[first].all_caps) {
      return v1::ENTITY_KIND_ORGANISATION;
    }
    return LooksLikePerson(first, end) ? v1::ENTITY_KIND_PERSON
                                       : v1::ENTITY_KIND_OTHER;
  }

  // Two to four words, no common noun, no acronym, none of them a place.
  bool LooksLikePerson(size_t first, size_t end) const {
    if (end - first < 2 || end - first > 4) return false;
    for (size_t i = first; i < end; ++i) {
      const bool initial =
          lower_[i].size() <= 2 && absl::EndsWith(lower_[i], ".");
      if (initial || IsParticle(lower_[i])) continue;
      if (tokens_[i].all_caps || Places().Contains(lower_[i])) return false;
    }
    return true;
  }

  std::string HeadOf(size_t first, size_t end, v1::EntityKind kind) const {
    const auto word = [&](size_t i) {
      return std::string(Slice(text_, tokens_[i].span));
    };
    if (kind != v1::ENTITY_KIND_PERSON) {
      return std::string(
          Slice(text_, {tokens_[first].span.begin, tokens_[end - 1].span.end}));
    }
    size_t last = end - 1;
    if (last > first && (lower_[last] == "jr." || lower_[last] == "sr." ||
                         lower_[last] == "jr" || lower_[last] == "sr")) {
      --last;
    }
    // East Asian order, as its romanisation shows: "Yoon Suk-yeol".
    const std::string given = word(last);
    const size_t hyphen = given.find('-');
    if (last == first + 1 && hyphen != std::string::npos &&
        hyphen + 1 < given.size() && absl::ascii_islower(given[hyphen + 1])) {
      return word(first);
    }
    return given;
  }

  const absl::string_view text_;
  const absl::Span<const Token> tokens_;
  std::vector<std::string> lower_;
};

// The first letters of the capitalised words: "WTO".
std::string Acronym(absl::string_view name) {
  std::string letters;
  for (absl::string_view word : absl::StrSplit(name, ' ')) {
    if (!word.empty() && absl::ascii_isupper(word[0])) {
      letters.push_back(word[0]);
    }
  }
  return letters.size() >= 2 ? letters : "";
}

}  // namespace

std::vector<v1::Entity> FindNames(absl::string_view text,
                                  absl::Span<const Token> tokens) {
  return NameReader(text, tokens).Run();
}

void NameBook::Add(const v1::Entity& entity) {
  const std::string& name = entity.name();
  if (!absl::StrContains(name, ' ')) return;  // no longer than its head
  for (const std::string& key : {entity.head(), Acronym(name)}) {
    if (key.empty() || key == name) continue;
    std::vector<std::string>& full = by_head_[key];
    if (std::find(full.begin(), full.end(), name) == full.end()) {
      full.push_back(name);
    }
  }
}

std::string NameBook::FullName(absl::string_view name) const {
  const auto it = by_head_.find(name);
  if (it == by_head_.end() || it->second.size() != 1) return std::string(name);
  return it->second.front();
}

}  // namespace concord
