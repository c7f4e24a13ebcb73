// WordNet 3.0 as the table builder needs it: single lower-case words, their
// senses in order of frequency, and the pointers between them. Format:
// wndb(5WN), cntlist(5WN), morphy(7WN).

#ifndef CONCORD_TOOLS_WORD_TABLES_WORDNET_H_
#define CONCORD_TOOLS_WORD_TABLES_WORDNET_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// A pointer from a synset, or from one word of it, to another.
struct WordNetPointer {
  std::string symbol;  // "@" hypernym, "!" antonym, "+" derivation, "&" similar
  std::string target;  // key of the synset
  int source_word = 0;  // 1-based; 0 where the whole synset points
  int target_word = 0;
};

struct WordNetSynset {
  std::vector<std::string> words;  // "" for names and phrases: places count
  std::vector<WordNetPointer> pointers;
};

// A word of one part of speech.
struct WordNetEntry {
  std::vector<std::string> senses;  // keys of synsets, most frequent first
  int tagged = 0;                   // occurrences in the tagged corpora
  int tagged_senses = 0;            // senses that occur there
};

struct WordNet {
  // By part of speech ("n", "v", "a", "r") and offset: "v00158503".
  std::map<std::string, WordNetSynset> synsets;
  // By part of speech, then word.
  std::map<char, std::map<std::string, WordNetEntry>> entries;
  // Irregular forms by part of speech: "went" -> "go".
  std::map<char, std::map<std::string, std::string>> exceptions;
};

// Reads the files of `folder` (Debian: /usr/share/wordnet). Ends the process
// with a message where one is missing.
WordNet ReadWordNet(const std::string& folder);

// The files that ReadWordNet reads, in a fixed order.
std::vector<std::string> WordNetFiles(const std::string& folder);

// A reading of `form` as an inflected word.
struct WordNetReading {
  std::string base;
  int tagged = 0;  // occurrences of the base in that part of speech
};

// The readings of `form` as an inflection of another word, by Morphy's rules.
std::vector<WordNetReading> InflectedReadings(const WordNet& net,
                                              const std::string& form);

// Occurrences of `word` as a word of its own; -1 where it is none.
int OwnReading(const WordNet& net, const std::string& word);

}  // namespace concord

#endif  // CONCORD_TOOLS_WORD_TABLES_WORDNET_H_
