#include "tests/grammar/slow_parser.h"

#include <algorithm>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "engine/grammar/features.h"
#include "engine/grammar/finite_verb.h"
#include "engine/grammar/kernels.h"
#include "engine/grammar/model_layout.h"
#include "engine/grammar/relative_clause.h"
#include "engine/grammar/word.h"

namespace concord {
namespace {

uint32_t ReadU32(const char* at) {
  uint32_t value;
  std::memcpy(&value, at, sizeof(value));
  return value;
}

std::vector<int> ReadWeights(const char* at, size_t n) {
  std::vector<int> weights;
  for (size_t i = 0; i < n; ++i) {
    weights.push_back(static_cast<int8_t>(at[i]));
  }
  return weights;
}

// A word's normal form, byte by byte.
std::string NormalForm(absl::string_view word) {
  std::string form = absl::StrReplaceAll(word, {{"\u2018", "'"},
                                                {"\u2019", "'"},
                                                {"\u201c", "\""},
                                                {"\u201d", "\""},
                                                {"\u2013", "-"},
                                                {"\u2014", "--"},
                                                {"\u2026", "..."}});
  form.resize(std::min(form.size(), kMaxWordBytes));
  for (char& c : form) {
    c = absl::ascii_isdigit(c) ? '0' : absl::ascii_tolower(c);
  }
  return form;
}

// The bytes of `text` as a number, the first the least, from byte `shift` on.
uint32_t AsNumber(absl::string_view text, size_t shift) {
  uint32_t number = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    number |= static_cast<uint32_t>(static_cast<uint8_t>(text[i]))
              << (8 * (i + shift));
  }
  return number;
}

}  // namespace

SlowParser::SlowParser(const GrammarModel& model) {
  ModelHeader header;
  std::memcpy(&header, model.bytes().data(), sizeof(header));
  const char* at = model.bytes().data() + sizeof(header);
  const auto rows = [&](ModelSection s) {
    return size_t{1} << header.section_bits[s];
  };
  for (size_t i = 0; i < rows(kLexiconSection); ++i, at += 8) {
    LexiconEntry entry;
    std::memcpy(&entry, at, sizeof(entry));
    if (entry.form != 0) lexicon_[entry.form] = entry;
  }
  for (size_t i = 0; i < rows(kTagSection); ++i, at += 64) {
    tags_[ReadU32(at + 60)] = ReadWeights(at, kTagCount);
  }
  for (uint32_t i = 0; i < rows(kMoveSection); ++i, at += 4) {
    const Weights weights = ReadWeights(at + 1, 3);
    // Most slots of a small model are empty; an absent row is a row of zeros.
    if (weights == Weights{0, 0, 0}) continue;
    moves_[{i, static_cast<uint8_t>(at[0])}] = weights;
  }
  for (size_t i = 0; i < rows(kLabelSection); ++i, at += 64) {
    labels_[ReadU32(at + 60)] = ReadWeights(at, kLabelCount);
  }
  move_bits_ = static_cast<int>(header.section_bits[kMoveSection]);
}

// One sentence on its way to a tree.
class SlowParse {
 public:
  SlowParse(const SlowParser& parser, absl::string_view text,
            absl::Span<const Token> tokens)
      : parser_(parser), n_(static_cast<int>(tokens.size())) {
    DescribeWords(text, tokens, words_);
    for (int i = 0; i < n_; ++i) {
      CheckAffixes(NormalForm(Slice(text, tokens[i].span)), words_[i]);
      const auto found = parser.lexicon_.find(words_[i].form);
      entries_.push_back(found == parser.lexicon_.end() ? LexiconEntry()
                                                        : found->second);
    }
  }

  ParsedSentence Run() {
    FindTags();
    heads_.assign(n_ + 2, 0);
    children_.assign(n_ + 2, {});
    FindHeads();
    FindLabels();
    ParsedSentence out;
    out.tags = tags_;
    for (int i = 1; i <= n_; ++i) {
      out.heads.push_back(heads_[i] == n_ + 1 ? kRootHead : heads_[i] - 1);
      out.labels.push_back(labels_[i]);
    }
    AttachRelativeClauses(words_, out);
    return out;
  }

 private:
  using Atoms = std::vector<uint32_t>;

  // The numbers of a word must be what its bytes say.
  static void CheckAffixes(const std::string& form, Word& word) {
    const size_t n = form.size();
    for (size_t k = 0; k < 4; ++k) {
      const size_t length = std::min(k + 1, n);
      word.suffix[k] = AsNumber(form.substr(n - length), 4 - length);
    }
    for (size_t k = 0; k < 3; ++k) {
      word.prefix[k] = AsNumber(form.substr(0, k + 1), 0);
    }
  }

  // Hashes of the features of a list that is numbered from `first` on.
  static std::vector<uint32_t> Hashes(
      absl::Span<const FeatureTemplate> templates, const Atoms& atoms,
      uint32_t first = 0) {
    std::vector<uint32_t> hashes;
    for (const FeatureTemplate& t : templates) {
      hashes.push_back(
          HashFeature(first++, atoms[t.a], atoms[t.b], atoms[t.c]));
    }
    return hashes;
  }

  static void Sum(const std::map<uint32_t, std::vector<int>>& table,
                  const std::vector<uint32_t>& hashes, std::vector<int>& sums) {
    for (uint32_t hash : hashes) {
      const auto row = table.find(hash);
      if (row == table.end()) continue;
      for (size_t k = 0; k < sums.size(); ++k) sums[k] += row->second[k];
    }
  }

  // --- tags

  uint32_t FormOf(int i) const { return Inside(i) ? words_[i].form : 0; }
  uint32_t ClassOf(int i) const {
    return Inside(i) ? entries_[i].ambiguity : 0;
  }
  uint32_t ListedOf(int i) const { return Inside(i) ? entries_[i].listed : 0; }
  uint32_t ShapeOf(int i) const { return Inside(i) ? words_[i].shape : 0; }
  uint32_t EndOf(int i) const { return Inside(i) ? words_[i].suffix[2] : 0; }
  uint32_t TagOf(int i) const {
    return i >= 0 ? 1 + static_cast<uint32_t>(tags_[i]) : 0;
  }
  bool Inside(int i) const { return i >= 0 && i < n_; }

  Atoms TagAtoms(int i) const {
    using namespace tagging;
    Atoms a(kAtomCount, 0);
    for (int k = -2; k <= 2; ++k) a[kW0 + k] = FormOf(i + k);
    for (int k = -1; k <= 2; ++k) a[kA0 + k] = ClassOf(i + k);
    for (int k = -1; k <= 1; ++k) a[kL0 + k] = ListedOf(i + k);
    for (int k = -1; k <= 1; ++k) a[kH0 + k] = ShapeOf(i + k);
    for (int k = 0; k < 3; ++k) a[kP1 + k] = words_[i].prefix[k];
    for (int k = 0; k < 4; ++k) a[kS1 + k] = words_[i].suffix[k];
    a[kS3P1] = EndOf(i + 1);
    a[kTM1] = TagOf(i - 1);
    a[kTM2] = TagOf(i - 2);
    a[kCL] = ClauseOf(i);
    return a;
  }

  // Finite verbs before, and words after that can be nothing else.
  uint32_t ClauseOf(int i) const {
    uint32_t before = 0, after = 0;
    for (int k = 0; k < i; ++k) before += IsFinite(tags_[k]);
    for (int k = i + 1; k < n_; ++k) {
      const uint8_t sure = entries_[k].sure_tag;
      after += sure < kTagCount && IsFinite(static_cast<Tag>(sure));
    }
    return 1 + 3 * std::min(before, 2u) + std::min(after, 2u);
  }

  // Tags all words; then, where the sentence wants a finite verb, does so again
  // with the likeliest participle made one.
  void FindTags() {
    TagFrom(0);
    const auto nearest = std::min_element(behind_.begin(), behind_.end());
    if (nearest == behind_.end() || *nearest >= 200) return;
    if (!WantsFiniteVerb(words_, tags_)) return;
    const auto i = static_cast<int>(nearest - behind_.begin());
    tags_.resize(i);
    tags_.push_back(Tag::kVBD);
    TagFrom(i + 1);
  }

  // By how much a word that is tagged as a participle is no past tense.
  int BehindOf(const std::vector<int>& sums) const {
    if (tags_.back() != Tag::kVBN) return INT_MAX;
    const std::vector<Tag> before(tags_.begin(), tags_.end() - 1);
    if (!MayFollowSubject(before)) return INT_MAX;
    return sums[static_cast<size_t>(Tag::kVBN)] -
           sums[static_cast<size_t>(Tag::kVBD)];
  }

  void TagFrom(int first) {
    behind_.resize(n_, INT_MAX);
    for (int i = first; i < n_; ++i) {
      if (entries_[i].sure_tag != LexiconEntry::kNotSure) {
        tags_.push_back(static_cast<Tag>(entries_[i].sure_tag));
        continue;
      }
      const Atoms atoms = TagAtoms(i);
      std::vector<uint32_t> hashes = Hashes(tagging::kStatic, atoms);
      for (uint32_t hash :
           Hashes(tagging::kDynamic, atoms, std::size(tagging::kStatic))) {
        hashes.push_back(hash);
      }
      std::vector<int> sums(kTagCount, 0);
      Sum(parser_.tags_, hashes, sums);
      tags_.push_back(static_cast<Tag>(
          std::max_element(sums.begin(), sums.end()) - sums.begin()));
      behind_[i] = BehindOf(sums);
    }
  }

  // --- heads; nodes as in parse_state.h

  uint32_t NodeForm(int node) const {
    return node == n_ + 1 ? 0x52454C54u : node == 0 ? 0 : FormOf(node - 1);
  }
  uint32_t NodeTag(int node) const {
    if (node == n_ + 1) return 1 + kTagCount;
    return node == 0 || node > n_ ? 0 : TagOf(node - 1);
  }

  // The k-th child from the left (k = 0 the leftmost) before the node, as far
  // as they are known; 0 for none.
  int LeftChild(int node, size_t k) const { return Child(node, k, true); }
  int RightChild(int node, size_t k) const { return Child(node, k, false); }
  int Child(int node, size_t k, bool left) const {
    std::vector<int> side = Side(node, left);
    return k < side.size() ? side[k] : 0;
  }
  // The children on one side, the outermost first.
  std::vector<int> Side(int node, bool left) const {
    std::vector<int> side;
    for (int child : children_[node]) {
      if ((child < node) == left) side.push_back(child);
    }
    std::sort(side.begin(), side.end());
    if (!left) std::reverse(side.begin(), side.end());
    return side;
  }
  uint32_t Valency(int node, bool left) const {
    return 1 +
           static_cast<uint32_t>(std::min<size_t>(3, Side(node, left).size()));
  }

  static uint32_t Steps(int distance) {
    const int limits[] = {1, 2, 3, 4, 6, 10, 20};
    return 1 +
           static_cast<uint32_t>(std::lower_bound(std::begin(limits),
                                                  std::end(limits), distance) -
                                 std::begin(limits));
  }

  uint32_t BetweenAtom(int from, int to) const {
    uint32_t verbs = 0, marks = 0;
    for (int node = from; node < to; ++node) {
      const Tag tag = tags_[node - 1];
      verbs += IsVerb(tag) || tag == Tag::kMD;
      marks += IsPunctuation(tag);
    }
    return 1 + 4 * std::min(verbs, 3u) + std::min(marks, 3u);
  }

  int FromTop(size_t k) const {
    return k < stack_.size() ? stack_[stack_.size() - 1 - k] : 0;
  }

  Atoms MoveAtomsNow() const {
    using namespace moving;
    Atoms a(kAtomCount, 0);
    const int s0 = FromTop(0), s1 = FromTop(1), s2 = FromTop(2), b0 = next_;
    a[kS0W] = NodeForm(s0), a[kS0T] = NodeTag(s0);
    a[kS1W] = NodeForm(s1), a[kS1T] = NodeTag(s1);
    a[kS2T] = NodeTag(s2);
    a[kB0W] = NodeForm(b0), a[kB0T] = NodeTag(b0);
    a[kB1W] = NodeForm(b0 + 1), a[kB1T] = NodeTag(b0 + 1);
    a[kB2T] = NodeTag(b0 + 2);
    a[kS0LT] = NodeTag(LeftChild(s0, 0)), a[kS0LW] = NodeForm(LeftChild(s0, 0));
    a[kS0L2T] = NodeTag(LeftChild(s0, 1));
    a[kS0RT] = NodeTag(RightChild(s0, 0));
    a[kS0RW] = NodeForm(RightChild(s0, 0));
    a[kS1LT] = NodeTag(LeftChild(s1, 0));
    a[kS1RT] = NodeTag(RightChild(s1, 0));
    a[kS1RW] = NodeForm(RightChild(s1, 0));
    a[kS1R2T] = NodeTag(RightChild(s1, 1));
    a[kB0LT] = NodeTag(LeftChild(b0, 0)), a[kB0LW] = NodeForm(LeftChild(b0, 0));
    a[kB0L2T] = NodeTag(LeftChild(b0, 1));
    a[kS0VL] = Valency(s0, true), a[kS0VR] = Valency(s0, false);
    a[kS1VR] = Valency(s1, false);
    a[kB0VL] = Valency(b0, true);
    if (s0 != 0) a[kS0B0D] = Steps(b0 - s0), a[kBetween] = BetweenAtom(s0, b0);
    if (s1 != 0) a[kS1S0D] = Steps(s0 - s1);
    a[kBM1T] = NodeTag(b0 - 1);
    a[kAhead] = AheadOf(b0);
    return a;
  }

  uint32_t AheadOf(int node) const {
    for (int i = node; i < n_; ++i) {
      const Tag tag = tags_[i];
      if (IsVerb(tag) || tag == Tag::kMD || IsPunctuation(tag)) {
        return TagOf(i);
      }
    }
    return 0;
  }

  std::vector<int> MoveSums() const {
    std::vector<int> sums(3, 0);
    for (uint32_t hash : Hashes(moving::kTemplates, MoveAtomsNow())) {
      const auto row =
          parser_.moves_.find({hash >> (32 - parser_.move_bits_), hash & 0xFF});
      if (row == parser_.moves_.end()) continue;
      for (size_t k = 0; k < 3; ++k) sums[k] += row->second[k];
    }
    return sums;
  }

  void FindHeads() {
    while (next_ <= n_ || !stack_.empty()) {
      const bool more = next_ <= n_;
      const bool may[] = {more, !stack_.empty() && (more || stack_.size() == 1),
                          stack_.size() >= 2};
      const std::vector<int> sums = MoveSums();
      int best = -1;
      for (int move = 0; move < 3; ++move) {
        if (may[move] && (best < 0 || sums[move] > sums[best])) best = move;
      }
      if (best == 0) {
        stack_.push_back(next_++);
      } else {
        const int child = FromTop(0);
        stack_.pop_back();
        Attach(child, best == 1 ? next_ : FromTop(0));
      }
    }
  }

  void Attach(int child, int head) {
    heads_[child] = head;
    children_[head].push_back(child);
  }

  // --- labels

  Atoms LabelAtomsOf(int d) const {
    using namespace labelling;
    const int h = heads_[d], g = heads_[h];
    const bool after = h < d;
    Atoms a(kAtomCount, 0);
    a[kDW] = NodeForm(d), a[kDT] = NodeTag(d);
    a[kDS] = EndOf(d - 1);
    a[kDMT] = NodeTag(d - 1), a[kDMW] = NodeForm(d - 1);
    a[kDPT] = NodeTag(d + 1), a[kDPW] = NodeForm(d + 1);
    a[kHW] = NodeForm(h), a[kHT] = NodeTag(h);
    a[kHMT] = NodeTag(h - 1), a[kHPT] = NodeTag(h + 1);
    a[kGT] = NodeTag(g);
    a[kDLT] = NodeTag(LeftChild(d, 0)), a[kDLW] = NodeForm(LeftChild(d, 0));
    a[kDL2W] = NodeForm(LeftChild(d, 1));
    a[kDRT] = NodeTag(RightChild(d, 0)), a[kDRW] = NodeForm(RightChild(d, 0));
    a[kHLT] = NodeTag(LeftChild(h, 0)), a[kHLW] = NodeForm(LeftChild(h, 0));
    a[kHL2W] = NodeForm(LeftChild(h, 1));
    a[kHRT] = NodeTag(RightChild(h, 0)), a[kHRW] = NodeForm(RightChild(h, 0));
    a[kSide] = 1 + after;
    a[kDistance] = 2 * Steps(std::abs(h - d)) + after;
    AddSiblings(d, h, a);
    a[kHL] = 1 + static_cast<uint32_t>(labels_[h]);
    return a;
  }

  void AddSiblings(int d, int h, Atoms& a) const {
    using namespace labelling;
    uint64_t seen = 0;
    int next = 0;
    for (int sibling : children_[h]) {
      if (sibling < d) {
        seen |= uint64_t{1} << static_cast<int>(labels_[sibling]);
        a[kPL] = 1 + static_cast<uint32_t>(labels_[sibling]);
      } else if (sibling > d && next == 0) {
        next = sibling;
      }
    }
    a[kSet] = static_cast<uint32_t>((seen * 0x9E3779B97F4A7C15) >> 32);
    a[kAfter] = NodeTag(next);
    a[kPlace] = 1 + 2 * (next == 0) + (h < d) + 4 * (a[kPL] == 0);
  }

  void FindLabels() {
    labels_.assign(n_ + 2, Label::kRoot);
    for (std::vector<int>& c : children_) std::sort(c.begin(), c.end());
    LabelChildren(n_ + 1);
  }

  // A head's children, then theirs: any order with heads first will do.
  void LabelChildren(int top) {
    std::vector<int> heads = {top};
    while (!heads.empty()) {
      const int head = heads.back();
      heads.pop_back();
      for (int child : children_[head]) {
        labels_[child] = head == n_ + 1 ? Label::kRoot : DecideLabel(child);
        heads.push_back(child);
      }
    }
  }

  Label DecideLabel(int node) const {
    std::vector<int> sums(kLabelCount, 0);
    Sum(parser_.labels_, Hashes(labelling::kTemplates, LabelAtomsOf(node)),
        sums);
    return static_cast<Label>(std::max_element(sums.begin() + 1, sums.end()) -
                              sums.begin());
  }

  const SlowParser& parser_;
  const int n_;
  std::vector<Word> words_;
  std::vector<LexiconEntry> entries_;
  std::vector<Tag> tags_;
  std::vector<int> behind_;  // by word; see BehindOf
  std::vector<int> stack_;
  int next_ = 1;
  std::vector<int> heads_;
  std::vector<std::vector<int>> children_;
  std::vector<Label> labels_;
};

ParsedSentence SlowParser::Parse(absl::string_view text,
                                 absl::Span<const Token> tokens) const {
  return SlowParse(*this, text, tokens).Run();
}

}  // namespace concord
