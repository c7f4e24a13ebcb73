#include "tools/train_grammar/treebank.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

// The columns of a word's line.
enum Column {
  kId,
  kForm,
  kLemma,
  kUpos,
  kXpos,
  kFeats,
  kHead,
  kDeprel,
  kDeps,
  kMisc,
  kColumnCount
};

// Builds one sentence from its lines.
class SentenceReader {
 public:
  absl::Status Add(const std::vector<absl::string_view>& columns) {
    const absl::string_view id = columns[kId];
    // An elided word, "8.1", has no surface.
    if (absl::StrContains(id, '.')) return absl::OkStatus();
    const bool glued = absl::StrContains(columns[kMisc], "SpaceAfter=No");
    if (absl::StrContains(id, '-')) return AddRange(id, glued);
    return AddWord(columns, glued);
  }

  // The sentence that is finished; the next begins.
  GoldSentence Take() {
    for (int32_t& head : sentence_.gold.heads) --head;
    GoldSentence done = std::move(sentence_);
    *this = SentenceReader();
    return done;
  }
  bool empty() const { return sentence_.tokens.empty(); }

 private:
  // "7-8  don't": the words 7 and 8 stand without white space between them, and
  // what follows the second is noted here.
  absl::Status AddRange(absl::string_view id, bool glued) {
    const std::vector<absl::string_view> ends = absl::StrSplit(id, '-');
    if (!absl::SimpleAtoi(ends.back(), &range_end_)) {
      return absl::InvalidArgumentError("bad range");
    }
    range_glued_ = glued;
    return absl::OkStatus();
  }

  absl::Status AddWord(const std::vector<absl::string_view>& columns,
                       bool glued) {
    ParsedSentence& gold = sentence_.gold;
    const std::optional<Tag> tag = TagFromName(columns[kXpos]);
    const std::optional<Label> label = LabelFromName(columns[kDeprel]);
    int32_t head = 0;
    if (!tag || !label || !absl::SimpleAtoi(columns[kHead], &head)) {
      return absl::InvalidArgumentError("unknown tag, label or head");
    }
    gold.tags.push_back(*tag);
    gold.labels.push_back(*label);
    gold.heads.push_back(head);
    AddToken(columns[kForm]);
    const auto position = static_cast<int>(sentence_.tokens.size());
    const bool in_range = position <= range_end_;
    space_ = !(in_range ? position < range_end_ || range_glued_ : glued);
    return absl::OkStatus();
  }

  void AddToken(absl::string_view form) {
    std::string& text = sentence_.text;
    if (space_ && !text.empty()) text.push_back(' ');
    Token token;
    token.space_before = space_;
    token.span.begin = static_cast<uint32_t>(text.size());
    absl::StrAppend(&text, form);
    token.span.end = static_cast<uint32_t>(text.size());
    sentence_.tokens.push_back(token);
  }

  GoldSentence sentence_;
  bool space_ = true;
  int range_end_ = 0;
  bool range_glued_ = false;
};

}  // namespace

absl::StatusOr<std::vector<GoldSentence>> ParseTreebank(
    absl::string_view conllu) {
  std::vector<GoldSentence> sentences;
  SentenceReader reader;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(conllu, '\n')) {
    ++number;
    if (absl::StartsWith(line, "#")) continue;
    if (line.empty()) {
      if (!reader.empty()) sentences.push_back(reader.Take());
      continue;
    }
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    const absl::Status status =
        columns.size() == kColumnCount
            ? reader.Add(columns)
            : absl::InvalidArgumentError("not ten columns");
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", number, ": ", status.message()));
    }
  }
  return sentences;
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot open ", path));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace concord
