#include "engine/lexicon/word_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/embedded_tables.h"

namespace concord {
namespace {

absl::string_view EmbeddedText(absl::string_view name) {
  for (const EmbeddedTable& table : EmbeddedTables()) {
    if (table.name == name) return table.text;
  }
  std::fprintf(stderr, "concord: bug: no word table named '%.*s'\n",
               static_cast<int>(name.size()), name.data());
  std::abort();
}

size_t CountWords(absl::string_view key) {
  return 1 + static_cast<size_t>(std::count(key.begin(), key.end(), ' '));
}

}  // namespace

const WordTable& WordTable::Named(absl::string_view name) {
  static std::mutex mutex;
  // Never destroyed: rows are handed out for the life of the process.
  static auto& tables =
      *new std::map<std::string, std::unique_ptr<const WordTable>>();
  std::lock_guard<std::mutex> lock(mutex);
  std::unique_ptr<const WordTable>& table = tables[std::string(name)];
  if (table == nullptr) table = std::make_unique<WordTable>(EmbeddedText(name));
  return *table;
}

WordTable::WordTable(absl::string_view text) {
  size_t columns = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rows_.push_back(absl::StrSplit(line, '\t'));
    columns = std::max(columns, rows_.back().size());
  }
  for (size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].resize(columns);
    by_key_.emplace(rows_[i].front(), i);
    max_key_words_ = std::max(max_key_words_, CountWords(rows_[i].front()));
  }
}

const WordTable::Row* WordTable::Find(absl::string_view key) const {
  const auto it = by_key_.find(key);
  return it == by_key_.end() ? nullptr : &rows_[it->second];
}

}  // namespace concord
