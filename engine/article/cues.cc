#include "engine/article/cues.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/article/line_words.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

enum class Place { kWhole, kBegin, kEnd, kLabel, kAny };

// A phrase of the table.
struct Phrase {
  std::vector<LineWord> words;
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

// The table by the first words of its phrases.
using Index = absl::flat_hash_map<std::string, std::vector<Phrase>>;

const Index& Phrases() {
  static const Index& index = *[] {
    auto* made = new Index;
    for (const auto& row : WordTable::Named("boilerplate_cues").rows()) {
      Phrase phrase = {WordsOf(row[0]), PlaceNamed(row[1]), row[2]};
      (*made)[phrase.words[0].text].push_back(std::move(phrase));
    }
    return made;
  }();
  return index;
}

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
      const auto found = Phrases().find(word.text);
      if (found == Phrases().end()) continue;
      for (const Phrase& phrase : found->second) {
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
