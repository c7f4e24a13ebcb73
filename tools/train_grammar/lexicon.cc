#include "tools/train_grammar/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace concord {
namespace {

// A form seen less often is not known: the tagger must learn to do without.
constexpr int kKnownCount = 4;
// A form has one tag for sure where it was seen this often with at most this
// share of others.
constexpr int kSureCount = 12;
constexpr int kSureOneIn = 300;
// A form that a verb has twice is known to be only one of the two when it was
// seen this often: of what did not come up in n, less than 3 in n is to come
// (the rule of three).
constexpr int kSureTwinCount = 300;
// A tag belongs to a form's class from this share on.
constexpr int kClassOneIn = 40;
constexpr size_t kMaxClasses = 255;
constexpr size_t kMaxListedSets = 65535;

constexpr TagSet SetOf(Tag a, Tag b) {
  return (TagSet{1} << static_cast<int>(a)) |
         (TagSet{1} << static_cast<int>(b));
}

// Forms that nearly all verbs spell alike: the one whose treebank happens to
// have "arrested" six times in passives must not take it for a participle only.
constexpr TagSet kTwins[] = {SetOf(Tag::kVBD, Tag::kVBN),
                             SetOf(Tag::kVB, Tag::kVBP)};

// `seen` and the twins of its tags that a word list has.
TagSet WithTwins(TagSet seen, TagSet listed) {
  for (TagSet twins : kTwins) {
    if ((seen & twins) != 0 && (listed & twins) == twins) seen |= twins;
  }
  return seen;
}

struct FormCount {
  uint32_t form = 0;
  int total = 0;
  std::array<int, kTagCount> by_tag{};
  TagSet listed = 0;

  size_t best() const {
    return std::max_element(by_tag.begin(), by_tag.end()) - by_tag.begin();
  }
  bool sure() const {
    return total >= kSureCount && tags() == SeenTags() &&
           (total - by_tag[best()]) * kSureOneIn <= total;
  }
  TagSet tags() const {
    return total < kSureTwinCount ? WithTwins(SeenTags(), listed) : SeenTags();
  }
  TagSet SeenTags() const {
    TagSet mask = 0;
    for (size_t t = 0; t < kTagCount; ++t) {
      if (by_tag[t] * kClassOneIn >= total) mask |= TagSet{1} << t;
    }
    return mask;
  }
};

// The known forms, the most frequent first.
std::vector<FormCount> CountForms(absl::Span<const GoldSentence> sentences) {
  std::map<uint32_t, FormCount> counts;
  std::vector<Word> words;
  for (const GoldSentence& s : sentences) {
    DescribeWords(s.text, s.tokens, words);
    for (size_t i = 0; i < words.size(); ++i) {
      FormCount& count = counts[words[i].form];
      count.form = words[i].form;
      ++count.total;
      ++count.by_tag[static_cast<size_t>(s.gold.tags[i])];
    }
  }
  std::vector<FormCount> forms;
  for (const auto& [form, count] : counts) {
    if (count.total >= kKnownCount && form != 0) forms.push_back(count);
  }
  std::stable_sort(
      forms.begin(), forms.end(),
      [](const FormCount& a, const FormCount& b) { return a.total > b.total; });
  return forms;
}

// Notes what the word list says of the forms.
void NoteListed(absl::Span<const ListedForm> listed,
                std::vector<FormCount>& forms) {
  std::map<uint32_t, TagSet> tags;
  for (const ListedForm& form : listed) tags[HashForm(form.form)] = form.tags;
  for (FormCount& form : forms) {
    const auto found = tags.find(form.form);
    if (found != tags.end()) form.listed = found->second;
  }
}

// Numbers sets of tags from 1 on, the set of most weight first; those beyond
// `limit` have no number.
std::map<TagSet, uint16_t> NumberSets(const std::map<TagSet, int>& weights,
                                      size_t limit) {
  std::vector<std::pair<int, TagSet>> order;
  for (const auto& [set, weight] : weights) order.emplace_back(-weight, set);
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), limit));
  std::map<TagSet, uint16_t> numbers;
  for (const auto& [weight, set] : order) {
    numbers[set] = static_cast<uint16_t>(numbers.size() + 1);
  }
  return numbers;
}

}  // namespace

TrainingLexicon::TrainingLexicon(absl::Span<const GoldSentence> sentences,
                                 absl::Span<const ListedForm> listed) {
  AddCounted(sentences, listed);
  AddListed(listed);
}

LexiconEntry& TrainingLexicon::Entry(uint32_t form) {
  const auto [at, is_new] = by_form_.try_emplace(form, entries_.size());
  if (is_new) {
    entries_.emplace_back();
    entries_.back().form = form;
  }
  return entries_[at->second];
}

void TrainingLexicon::AddCounted(absl::Span<const GoldSentence> sentences,
                                 absl::Span<const ListedForm> listed) {
  std::vector<FormCount> forms = CountForms(sentences);
  NoteListed(listed, forms);
  std::map<TagSet, int> weights;
  for (const FormCount& form : forms) weights[form.tags()] += form.total;
  const auto numbers = NumberSets(weights, kMaxClasses);
  for (const FormCount& form : forms) {
    LexiconEntry& entry = Entry(form.form);
    if (form.sure()) entry.sure_tag = static_cast<uint8_t>(form.best());
    const auto found = numbers.find(form.tags());
    if (found != numbers.end()) {
      entry.ambiguity = static_cast<uint8_t>(found->second);
    }
  }
}

void TrainingLexicon::AddListed(absl::Span<const ListedForm> listed) {
  std::map<TagSet, int> weights;
  for (const ListedForm& form : listed) ++weights[form.tags];
  const auto numbers = NumberSets(weights, kMaxListedSets);
  for (const ListedForm& form : listed) {
    const uint32_t hash = HashForm(form.form);
    if (hash != 0) Entry(hash).listed = numbers.at(form.tags);
  }
}

LexiconEntry TrainingLexicon::Find(uint32_t form) const {
  const auto found = by_form_.find(form);
  return found == by_form_.end() ? LexiconEntry() : entries_[found->second];
}

std::vector<LexiconEntry> TrainingLexicon::FindAll(
    absl::Span<const Word> words) const {
  std::vector<LexiconEntry> entries;
  for (const Word& word : words) entries.push_back(Find(word.form));
  return entries;
}

}  // namespace concord
