#include "engine/article/cues.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/article/line_words.h"
#include "engine/article/word_filter.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

enum class Place { kWhole, kBegin, kEnd, kLabel, kAny };

// A phrase of the table.
struct Phrase {
  LineWords words;
  Place place = Place::kAny;
  absl::string_view cue_class;
};

// Words of a line that may end in a cue of Place::kEnd.
constexpr size_t kLongestHeading = 8;

Place PlaceNamed(absl::string_view name) {
  if (name == "whole") return Place::kWhole;
  if (name == "begin") return Place::kBegin;
  if (name == "end") return Place::kEnd;
  if (name == "label") return Place::kLabel;
  return Place::kAny;
}

// What the tables have on a word.
struct WordEntry {
  std::vector<Phrase> phrases;  // that begin with it
  bool agency = false;
  bool role = false;
  bool credit = false;
};

// All tables that a word of a line is looked up in, as one.
class WordIndex {
 public:
  static const WordIndex& Get() {
    static const WordIndex& index = *new WordIndex;
    return index;
  }

  // What is known of the word; nullptr where nothing is.
  const WordEntry* Find(absl::string_view word) const {
    if (!filter_.MayHave(word)) return nullptr;
    const auto found = entries_.find(word);
    return found == entries_.end() ? nullptr : &found->second;
  }

 private:
  WordIndex() {
    for (const auto& row : WordTable::Named("boilerplate_cues").rows()) {
      Phrase phrase = {LineWords(row[0]), PlaceNamed(row[1]), row[2]};
      WordEntry& entry = EntryOf(phrase.words[0].text);
      entry.phrases.push_back(std::move(phrase));
    }
    for (const auto& row : WordTable::Named("agencies").rows()) {
      EntryOfTelling(row[0]).agency = true;
    }
    for (const auto& row : WordTable::Named("byline_roles").rows()) {
      EntryOfTelling(row[0]).role = true;
    }
    for (const auto& row : WordTable::Named("credit_words").rows()) {
      EntryOfTelling(row[0]).credit = true;
    }
  }

  WordEntry& EntryOf(absl::string_view word) {
    filter_.Add(word);
    return entries_[std::string(word)];
  }
  // Of several words the longest tells most.
  WordEntry& EntryOfTelling(absl::string_view key) {
    const LineWords words(key);
    return EntryOf(std::max_element(words.begin(), words.end(),
                                    [](const LineWord& a, const LineWord& b) {
                                      return a.text.size() < b.text.size();
                                    })
                       ->text);
  }

  absl::flat_hash_map<std::string, WordEntry> entries_;
  WordFilter filter_;
};

bool StandsAt(absl::Span<const LineWord> words, size_t pos,
              const Phrase& phrase) {
  const size_t length = phrase.words.size();
  return pos + length <= words.size() &&
         std::equal(phrase.words.begin(), phrase.words.end(),
                    words.begin() + static_cast<std::ptrdiff_t>(pos),
                    [](const LineWord& a, const LineWord& b) {
                      return a.text == b.text;
                    });
}

// True where a colon or a bar follows the word, as after a label.
bool LabelEnds(absl::string_view line, const LineWord& word) {
  const size_t next = line.find_first_not_of(" \"", word.span.end);
  return next != line.npos && (line[next] == ':' || line[next] == '|');
}

class CueFinder {
 public:
  CueFinder(absl::Span<const LineWord> words, absl::string_view line)
      : words_(words), line_(line), first_(0), last_(words.size()) {
    // Counts stand around a button's words: "12 comments", "5 min read".
    while (first_ < last_ && IsNumber(words_[first_].text)) ++first_;
    while (last_ > first_ && IsNumber(words_[last_ - 1].text)) --last_;
  }

  Cues Find() {
    for (size_t pos = 0; pos < words_.size(); ++pos) {
      const LineWord& word = words_[pos];
      if (!word.quoted && IsAddress(word.text)) cues_.addresses = true;
      const WordEntry* entry = index_.Find(word.text);
      if (entry == nullptr) continue;
      cues_.agency_word |= entry->agency;
      cues_.role_word |= entry->role;
      cues_.credit_word |= entry->credit;
      for (const Phrase& phrase : entry->phrases) {
        if (StandsAt(words_, pos, phrase) && IsInPlace(pos, phrase)) {
          Count(phrase.cue_class);
        }
      }
    }
    return cues_;
  }

 private:
  static bool IsAddress(absl::string_view word) {
    return word == "we" || word == "our" || word == "us" || word == "you" ||
           word == "your";
  }

  bool IsInPlace(size_t pos, const Phrase& phrase) const {
    const size_t end = pos + phrase.words.size();
    switch (phrase.place) {
      case Place::kWhole:
        return pos <= first_ && end >= last_;
      case Place::kBegin:
        return pos == 0;
      case Place::kEnd:
        return end == words_.size() && end <= kLongestHeading;
      case Place::kLabel:
        return pos == 0 && LabelEnds(line_, words_[end - 1]);
      case Place::kAny:
        return !words_[pos].quoted;
    }
    return false;
  }

  void Count(absl::string_view cue_class) {
    cues_.related |= cue_class == "related";
    cues_.related_line |= cue_class == "related-line";
    cues_.furniture |= cue_class == "furniture";
    cues_.notice |= cue_class == "notice" || cue_class == "syndicated";
    cues_.syndicated |= cue_class == "syndicated";
    cues_.byline |= cue_class == "byline";
    cues_.voice += cue_class == "voice";
  }

  const WordIndex& index_ = WordIndex::Get();
  const absl::Span<const LineWord> words_;
  const absl::string_view line_;
  size_t first_;
  size_t last_;
  Cues cues_;
};

}  // namespace

Cues FindCues(absl::Span<const LineWord> words, absl::string_view line) {
  return CueFinder(words, line).Find();
}

}  // namespace concord
