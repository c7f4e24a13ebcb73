#include "engine/value/name.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/family_name.h"
#include "engine/value/headline.h"
#include "engine/value/words.h"
#include "engine/value/year.h"

namespace concord {
namespace {

// Longer runs of capitals are headlines, not names.
constexpr size_t kLongestName = 10;

const PhraseTable& Places() {
  static const PhraseTable& table = *new PhraseTable("places");
  return table;
}

const PhraseTable& Titles() {
  static const PhraseTable& table = *new PhraseTable("titles");
  return table;
}

const WordTable& NameWords() {
  static const WordTable& table = WordTable::Named("name_words");
  return table;
}

bool IsGivenName(absl::string_view lower) {
  static const WordTable& names = WordTable::Named("given_names");
  return names.Contains(lower);
}

bool IsFunctionWord(absl::string_view lower) {
  static const WordTable& closed = WordTable::Named("function_words");
  return closed.Contains(lower);
}

bool IsSuffix(absl::string_view lower) {
  static constexpr absl::string_view kSuffixes[] = {"jr.", "sr.", "jr", "sr",
                                                    "ii",  "iii", "iv"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), lower) !=
         std::end(kSuffixes);
}

// Reads the names of one sentence, left to right.
class NameReader {
 public:
  explicit NameReader(const Words& words)
      : words_(words), headline_(IsHeadline(words)) {}

  std::vector<v1::Entity> Run() {
    for (size_t i = 0; i < words_.size();) {
      const size_t end = RunEnd(i);
      if (end == i) {
        ++i;
        continue;
      }
      Read(i, end);
      i = end;
    }
    return std::move(found_);
  }

 private:
  bool IsNameWord(size_t i) const {
    if (!words_.IsCapital(i) || words_[i] == "i") return false;
    if (WeekdayAt(words_, i) > 0 || IsDatedMonth(words_, i)) return false;
    return headline_ == Headline::kNone || !IsPlainEnglish(words_[i]) ||
           Places().Contains(words_[i]) || Titles().Contains(words_[i]);
  }

  // The end of the run of capitalised words that begins at `i`, with what
  // joins them; `i` where none begins there.
  size_t RunEnd(size_t i) const {
    if (!IsNameWord(i)) return i;
    size_t end = i + 1;
    while (end < words_.size() && end - i < kLongestName) {
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

  // "of" in "Ministry of Defence", "the" after it, "van der" in "Ilse van der
  // Aa", "&" in "Stone & Sons".
  bool Joins(size_t first, size_t at) const {
    if (words_[at] == "of" && NameWords().Contains(words_[at - 1])) {
      return IsNameWord(at + 1) ||
             (words_[at + 1] == "the" && IsNameWord(at + 2));
    }
    if (words_[at] == "&") return IsNameWord(at + 1);
    if (at <= first || !IsNameParticle(words_[at])) return false;
    return IsNameWord(at + 1) ||
           (IsNameParticle(words_[at + 1]) && IsNameWord(at + 2));
  }

  // Notes the name of the run [begin, end), if it is one.
  void Read(size_t begin, size_t end) {
    const bool opens = OpensSentence(begin);
    begin = SkipOpening(begin, end, opens);
    const TitledName titled = FindTitle(begin, end);
    if (titled.first == end) return ReadTitleAlone(begin, end, opens);
    if (titled.title > begin) Add(begin, titled.title, {});
    const bool bare = titled.title == titled.first;
    if (bare && end - begin == 1 &&
        (IsStrayCapital(begin) || (opens && IsOnlyCommon(begin)))) {
      return;
    }
    std::string title;
    if (!bare) title = std::string(words_.Surface(titled.title, titled.first));
    if (bare) title = LowerTitle(begin);
    Add(titled.first, end, std::move(title));
  }

  bool OpensSentence(size_t i) const {
    return i == 0 || headline_ != Headline::kNone ||
           words_.Is(i - 1, TokenKind::kOpenQuote) || words_[i - 1] == ":" ||
           words_[i - 1] == "." || words_.Is(i - 1, TokenKind::kSymbol);
  }

  // Passes over words that are capitals only because they open the sentence,
  // "Outspoken Mayor Ilse Marrow", and articles anywhere: "The Harbour Post".
  size_t SkipOpening(size_t begin, size_t end, bool opens) const {
    const bool article =
        words_[begin] == "the" || words_[begin] == "a" || words_[begin] == "an";
    if (article && begin + 1 < end && !Places().At(words_, begin)) ++begin;
    while (opens && begin + 1 < end) {
      const bool before_title =
          !Titles().At(words_, begin) && Titles().At(words_, begin + 1) &&
          IsCommonWord(words_[begin]) && !Places().Contains(words_[begin]);
      const bool function =
          IsFunctionWord(words_[begin]) && !IsGivenName(words_[begin]);
      if (!function && !before_title) break;
      ++begin;
    }
    return begin;
  }

  // A function word with a capital inside a sentence: after a semicolon, in a
  // list. A month that is not dated is a name: "May said no".
  bool IsStrayCapital(size_t i) const {
    return IsFunctionWord(words_[i]) && !IsMonth(words_, i) &&
           !words_.token(i).all_caps;
  }

  // A single capitalised word that is a common word and no known name.
  bool IsOnlyCommon(size_t i) const {
    if (Places().Contains(words_[i])) return false;
    if (IsGivenName(words_[i]) && !IsPlainEnglish(words_[i])) return false;
    return IsCommonWord(words_[i]) &&
           (headline_ == Headline::kCapitals || !words_.token(i).all_caps);
  }

  // Where a run's title begins and where the name after it does; equal where
  // it has none. What stands before the title is a name of its own.
  struct TitledName {
    size_t title = 0;
    size_t first = 0;
  };

  TitledName FindTitle(size_t begin, size_t end) const {
    const size_t first = TitlesEnd(begin, end);
    if (first > begin) {
      return EndsInDesignator(first, end) ? TitledName{begin, begin}
                                          : TitledName{begin, first};
    }
    for (size_t at = begin + 1; at + 1 < end; ++at) {
      const PhraseTable::Match match = Titles().At(words_, at);
      if (!match || match.column(2) == "name") continue;
      const size_t name = TitlesEnd(at, end);
      if (name == at || name >= end || IsSuffix(words_[name])) continue;
      if (EndsInDesignator(name, end)) break;
      return {EndsInDesignator(begin, at) ? at : begin, name};
    }
    return {begin, begin};
  }

  // The end of the titles at the front of [begin, end): "Former Deputy Prime
  // Minister", "U.S. Rep."; `begin` where none stands there.
  size_t TitlesEnd(size_t begin, size_t end) const {
    const PhraseTable::Match place = Places().At(words_, begin);
    const size_t origin = place ? begin + place.count : begin;
    size_t at =
        place && origin + 1 < end && TitleAt(origin, end) > 0 ? origin : begin;
    while (at < end) {
      const size_t count = TitleAt(at, end);
      if (count == 0) break;
      at += count;
    }
    return at;
  }

  // The length of the title at `at`; a prefix counts only before a title.
  size_t TitleAt(size_t at, size_t end) const {
    const PhraseTable::Match match = Titles().At(words_, at);
    if (!match || at + match.count > end) return 0;
    if (match.column(1) == "prefix" && TitleAt(at + match.count, end) == 0) {
      return 0;
    }
    return match.count;
  }

  // "Queen Mary University": no queen.
  bool EndsInDesignator(size_t first, size_t end) const {
    return end > first && NameWords().Contains(words_[end - 1]);
  }

  // A title that stands for a name, as "the Pope"; not in a headline.
  // Of "the UK Home Secretary, Ilse Marrow" it leaves the place.
  void ReadTitleAlone(size_t begin, size_t end, bool opens) {
    const PhraseTable::Match place = Places().At(words_, begin);
    if (place && begin + place.count < end) {
      return Add(begin, begin + place.count, {});
    }
    if (headline_ != Headline::kNone) return;
    if (end - begin == 1 && opens && IsOnlyCommon(begin)) return;
    if (begin > 0 && words_.Is(begin - 1, TokenKind::kNumber))
      return;  // "5 PM"
    Add(begin, end, {});
  }

  // The lower-case title right before the name: "former mayor", "then-mayor".
  std::string LowerTitle(size_t name) const {
    size_t begin = name;
    if (const PhraseTable::Match match = Titles().Before(words_, name)) {
      if (match.column(1) != "prefix") begin -= match.count;
    } else if (name > 0 && IsPrefixedTitle(words_[name - 1])) {
      --begin;
    }
    while (begin < name && begin > 0) {
      const WordTable::Row* row = Titles().Find(words_[begin - 1]);
      if (row == nullptr || (*row)[1] != "prefix") break;
      --begin;
    }
    return begin < name ? std::string(words_.Surface(begin, name)) : "";
  }

  // "then-mayor", "ex-husband" only where the rest is a title.
  static bool IsPrefixedTitle(absl::string_view word) {
    for (absl::string_view prefix : {"ex-", "then-", "vice-", "co-"}) {
      if (absl::StartsWith(word, prefix)) {
        return Titles().Contains(word.substr(prefix.size()));
      }
    }
    return false;
  }

  void Add(size_t first, size_t end, std::string title) {
    v1::Entity entity;
    const ByteSpan span = words_.SpanOf(first, end);
    entity.mutable_span()->set_begin_byte(span.begin);
    entity.mutable_span()->set_end_byte(span.end);
    entity.set_name(std::string(words_.Surface(first, end)));
    entity.set_kind(KindOf(first, end, !title.empty()));
    entity.set_head(entity.kind() == v1::ENTITY_KIND_PERSON ? HeadOf(first, end)
                                                            : entity.name());
    entity.set_title(std::move(title));
    found_.push_back(std::move(entity));
  }

  v1::EntityKind KindOf(size_t first, size_t end, bool titled) const {
    if (const auto* row = Places().Find(words_.Phrase(first, end - first))) {
      return (*row)[1] == "demonym" ? v1::ENTITY_KIND_DEMONYM
                                    : v1::ENTITY_KIND_PLACE;
    }
    if (titled) return v1::ENTITY_KIND_PERSON;
    const bool given = IsGivenName(words_[first]);
    if (given && end - first == 1) return v1::ENTITY_KIND_PERSON;
    // "Martin House" is a man, "Martin House Hotel" is none.
    if (!given || end - first > 2) {
      const v1::EntityKind kind = DesignatedKind(first, end);
      if (kind != v1::ENTITY_KIND_UNSPECIFIED) return kind;
    }
    if (end - first == 1 && words_.token(first).all_caps &&
        headline_ != Headline::kCapitals) {
      return v1::ENTITY_KIND_ORGANISATION;
    }
    const bool articled = first > 0 && words_[first - 1] == "the";
    if (articled || !LooksLikePerson(first, end)) {
      return v1::ENTITY_KIND_OTHER;  // "the Upper East Side" is nobody
    }
    return !given && IsCommonPlural(words_[end - 1])
               ? v1::ENTITY_KIND_ORGANISATION  // "Tarn Lines"
               : v1::ENTITY_KIND_PERSON;
  }

  // What the last word of name_words.tsv in the name says; the first word tells
  // only by itself, before "of", or at a front of its own: "Mount Tarn".
  v1::EntityKind DesignatedKind(size_t first, size_t end) const {
    for (size_t i = end; i > first; --i) {
      const WordTable::Row* row = NameWords().Find(words_[i - 1]);
      if (row == nullptr) continue;
      const bool after_particle =
          i > first + 1 && IsNameParticle(words_[i - 2]);  // "van Dam"
      if (after_particle) continue;
      if (i - 1 == first && i < end && words_[i] != "of" &&
          (*row)[2] != "front") {
        continue;
      }
      if ((*row)[1] == "place") return v1::ENTITY_KIND_PLACE;
      return (*row)[1] == "other" ? v1::ENTITY_KIND_OTHER
                                  : v1::ENTITY_KIND_ORGANISATION;
    }
    return v1::ENTITY_KIND_UNSPECIFIED;
  }

  // Two to four words, no common noun, no acronym, none of them a place.
  bool LooksLikePerson(size_t first, size_t end) const {
    if (end - first < 2 || end - first > 4) return false;
    for (size_t i = first; i < end; ++i) {
      const bool initial =
          words_[i].size() <= 2 && absl::EndsWith(words_[i], ".");
      if (initial || IsNameParticle(words_[i]) || IsSuffix(words_[i])) {
        continue;
      }
      const bool acronym =
          words_.token(i).all_caps && headline_ != Headline::kCapitals;
      if (acronym || Places().Contains(words_[i])) return false;
    }
    return true;
  }

  std::string HeadOf(size_t first, size_t end) const {
    while (end > first + 1 && IsSuffix(words_[end - 1])) --end;
    const size_t head = FamilyNameFirst(words_, first, end) ? first : end - 1;
    return std::string(words_.Surface(head, head + 1));
  }

  const Words& words_;
  const Headline headline_;
  std::vector<v1::Entity> found_;
};

}  // namespace

std::vector<v1::Entity> FindNames(absl::string_view text,
                                  absl::Span<const Token> tokens) {
  const Words words(text, tokens);
  return NameReader(words).Run();
}

}  // namespace concord
