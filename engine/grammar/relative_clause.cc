#include "engine/grammar/relative_clause.h"

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"

namespace concord {
namespace {

// How far up the tree is looked; what is nested deeper is left as it is.
constexpr int kMostSteps = 32;

bool IsRelative(const Word& word, Tag tag) {
  static const uint32_t kWhat = HashForm("what");
  static const uint32_t kWhere = HashForm("where");
  switch (tag) {
    case Tag::kWDT:
    case Tag::kWPPoss:
      return true;
    case Tag::kWP:
      return word.form != kWhat;  // "what" stands for its own noun
    case Tag::kWRB:
      return word.form == kWhere;
    default:
      return false;
  }
}

class Attacher {
 public:
  Attacher(absl::Span<const Word> words, ParsedSentence& parse)
      : words_(words), parse_(parse) {}

  // Attaches the clause that the word at `pronoun` begins, if it does.
  void Attach(int32_t pronoun) {
    if (!IsRelative(words_[pronoun], parse_.tags[pronoun])) return;
    const int32_t begin = BeginOf(pronoun);
    const bool comma = begin > 0 && parse_.tags[begin - 1] == Tag::kComma;
    const int32_t before = begin - 1 - comma;
    if (before < 0 || !IsNoun(parse_.tags[before])) return;
    const int32_t verb = ClauseHead(pronoun, begin);
    if (verb == pronoun || IsRelativeClause(verb)) return;
    if (!StandsBeside(before, verb)) return;
    if (parse_.heads[verb] != before) parse_.heads[verb] = HeadOfName(before);
    parse_.labels[verb] = Label::kAclRelcl;
    if (comma) parse_.heads[before + 1] = verb;
  }

 private:
  bool IsRelativeClause(int32_t verb) const {
    return parse_.labels[verb] == Label::kAclRelcl ||
           parse_.labels[verb] == Label::kAdvclRelcl;
  }

  // "in which": "in".
  int32_t BeginOf(int32_t pronoun) const {
    const int32_t last = pronoun - 1;
    const bool preposition =
        parse_.tags[last] == Tag::kIN && parse_.heads[last] == pronoun;
    return preposition ? last : pronoun;
  }

  // The highest word above the pronoun that is reached within the clause.
  int32_t ClauseHead(int32_t pronoun, int32_t begin) const {
    int32_t at = pronoun;
    for (int step = 0; step < kMostSteps && parse_.heads[at] >= begin; ++step) {
      at = parse_.heads[at];
    }
    return at;
  }

  // True where the word `before` is below the head of `verb` and not below
  // `verb` itself, nor below the comma: as the tree is projective, the words of
  // `verb` are then one run that begins after `before`.
  bool StandsBeside(int32_t before, int32_t verb) const {
    const int32_t head = parse_.heads[verb];
    if (head == kRootHead || head > before) return false;
    int32_t at = before;
    for (int step = 0; step < kMostSteps; ++step) {
      if (at == head) return true;
      at = parse_.heads[at];
      if (at == kRootHead || at == verb || at == before + 1) return false;
    }
    return false;
  }

  // "Ana Ruiz": "Ana".
  int32_t HeadOfName(int32_t noun) const {
    const int32_t head = parse_.heads[noun];
    const bool flat = parse_.labels[noun] == Label::kFlat && head < noun;
    return flat && head != kRootHead ? head : noun;
  }

  absl::Span<const Word> words_;
  ParsedSentence& parse_;
};

}  // namespace

void AttachRelativeClauses(absl::Span<const Word> words,
                           ParsedSentence& parse) {
  Attacher attacher(words, parse);
  for (size_t i = 1; i < words.size(); ++i) {
    attacher.Attach(static_cast<int32_t>(i));
  }
}

}  // namespace concord
