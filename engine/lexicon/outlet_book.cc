#include "engine/lexicon/outlet_book.h"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/base/id.h"
#include "engine/base/status_macros.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

constexpr size_t kColumns = 3;
constexpr size_t kPartBytes = 1 << 16;  // of a file, read at a time

bool IsUtf8(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const uint32_t length = Utf8SequenceLength(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace

absl::StatusOr<OutletBook> OutletBook::Open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::ErrnoToStatus(errno, path + ": outlets: open");
  std::string text;
  // A little more than is taken tells a file that is too long.
  for (std::string part(kPartBytes, '\0'); file && text.size() <= kMostBytes;) {
    file.read(part.data(), static_cast<std::streamsize>(part.size()));
    text.append(part, 0, static_cast<size_t>(file.gcount()));
  }
  if (file.bad()) {
    return absl::InvalidArgumentError(path + ": outlets: expected a file");
  }
  return Parse(text, path);
}

absl::StatusOr<OutletBook> OutletBook::Parse(absl::string_view text,
                                             absl::string_view name) {
  if (text.size() > kMostBytes) {
    return absl::InvalidArgumentError(absl::StrCat(
        name, ": outlets: expected at most ", kMostBytes, " bytes"));
  }
  absl::ConsumePrefix(&text, "\xEF\xBB\xBF");  // as some editors begin a file
  OutletBook book;
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    absl::ConsumeSuffix(&line, "\r");
    const absl::Status status = book.AddLine(line, ++number);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(name, ":", number, ": ", status.message()));
    }
  }
  if (!book.outlets_.empty()) book.digest_ = DigestHex(text);
  return book;
}

absl::Status OutletBook::AddLine(absl::string_view line, size_t number) {
  if (absl::StripAsciiWhitespace(line).empty() || line.front() == '#') {
    return absl::OkStatus();
  }
  if (!IsUtf8(line)) return absl::InvalidArgumentError("is not UTF-8");
  std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
  if (columns.size() > kColumns) {
    return absl::InvalidArgumentError(absl::StrCat(
        "expected ", kColumns, " columns (name, owner, aliases), found ",
        columns.size()));
  }
  columns.resize(kColumns);
  Outlet outlet;
  outlet.name = std::string(absl::StripAsciiWhitespace(columns[0]));
  outlet.owner = std::string(absl::StripAsciiWhitespace(columns[1]));
  outlet.line = number;
  if (outlet.name.empty()) {
    return absl::InvalidArgumentError("expected a name in the first column");
  }
  outlets_.push_back(outlet);
  CONCORD_RETURN_IF_ERROR(AddName(outlet.name));
  for (const absl::string_view alias : absl::StrSplit(columns[2], ';')) {
    CONCORD_RETURN_IF_ERROR(AddName(alias));
  }
  return absl::OkStatus();
}

// Gives a name to the last outlet.
absl::Status OutletBook::AddName(absl::string_view name) {
  const std::string folded = Folded(name);
  if (folded.empty()) return absl::OkStatus();
  const size_t last = outlets_.size() - 1;
  const auto [found, added] = by_name_.emplace(folded, last);
  if (added || found->second == last) return absl::OkStatus();
  const Outlet& other = outlets_[found->second];
  return absl::InvalidArgumentError(absl::StrCat(
      "'", folded, "' is the name of '", other.name, "', line ", other.line));
}

std::string OutletBook::Folded(absl::string_view name) {
  std::string folded = absl::AsciiStrToLower(name);
  absl::RemoveExtraAsciiWhitespace(&folded);
  return folded;
}

const Outlet* OutletBook::Find(absl::string_view name) const {
  const auto found = by_name_.find(Folded(name));
  return found == by_name_.end() ? nullptr : &outlets_[found->second];
}

const Outlet* OutletBook::FindHost(absl::string_view host) const {
  // No host is longer (RFC 1035, 2.3.4), and every label costs a look-up.
  constexpr size_t kLongestHost = 255;
  if (host.size() > kLongestHost) return nullptr;
  while (true) {
    if (const Outlet* outlet = Find(host)) return outlet;
    const size_t dot = host.find('.');
    if (dot == absl::string_view::npos) return nullptr;
    host.remove_prefix(dot + 1);
  }
}

}  // namespace concord
