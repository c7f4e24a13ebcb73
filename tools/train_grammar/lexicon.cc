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
constexpr int kSureCount = 20;
constexpr int kSureOneIn = 400;
// A tag belongs to a form's class from this share on.
constexpr int kClassOneIn = 40;
constexpr size_t kMaxClasses = 255;

struct FormCount {
  uint32_t form = 0;
  int total = 0;
  std::array<int, kTagCount> by_tag{};

  size_t best() const {
    return std::max_element(by_tag.begin(), by_tag.end()) - by_tag.begin();
  }
  bool sure() const {
    return total >= kSureCount &&
           (total - by_tag[best()]) * kSureOneIn <= total;
  }
  uint64_t tags() const {
    uint64_t mask = 0;
    for (size_t t = 0; t < kTagCount; ++t) {
      if (by_tag[t] * kClassOneIn >= total) mask |= uint64_t{1} << t;
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

// Numbers the sets of tags, the most frequent first; rare ones fall to 0.
std::map<uint64_t, uint8_t> NumberClasses(const std::vector<FormCount>& forms) {
  std::map<uint64_t, int> sizes;
  for (const FormCount& form : forms) sizes[form.tags()] += form.total;
  std::vector<std::pair<int, uint64_t>> order;
  for (const auto& [mask, size] : sizes) order.emplace_back(-size, mask);
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), kMaxClasses));
  std::map<uint64_t, uint8_t> numbers;
  for (const auto& [size, mask] : order) {
    numbers[mask] = static_cast<uint8_t>(numbers.size() + 1);
  }
  return numbers;
}

}  // namespace

TrainingLexicon::TrainingLexicon(absl::Span<const GoldSentence> sentences) {
  const std::vector<FormCount> forms = CountForms(sentences);
  const std::map<uint64_t, uint8_t> classes = NumberClasses(forms);
  for (const FormCount& form : forms) {
    LexiconEntry entry;
    entry.form = form.form;
    if (form.sure()) entry.sure_tag = static_cast<uint8_t>(form.best());
    const auto found = classes.find(form.tags());
    if (found != classes.end()) entry.ambiguity = found->second;
    by_form_[entry.form] = entries_.size();
    entries_.push_back(entry);
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
