#include "engine/article/address.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// The parts of "scheme://host/path?query#fragment". The host is empty where it
// is no such address.
struct AddressParts {
  absl::string_view host, path, query;
};

AddressParts PartsOf(absl::string_view uri) {
  const size_t scheme = uri.find("://");
  if (scheme == uri.npos) return {};
  uri.remove_prefix(scheme + 3);
  uri = uri.substr(0, uri.find('#'));
  AddressParts parts;
  const size_t query = std::min(uri.find('?'), uri.size());
  if (query < uri.size()) parts.query = uri.substr(query + 1);
  uri = uri.substr(0, query);
  const size_t path = std::min(uri.find('/'), uri.size());
  parts.host = uri.substr(0, path);
  parts.path = uri.substr(path);
  return parts;
}

std::string PlainHost(absl::string_view host) {
  std::string plain = absl::AsciiStrToLower(host);
  for (const absl::string_view prefix : {"www.", "m.", "mobile.", "amp."}) {
    // "m.test" is a site.
    if (absl::StartsWith(plain, prefix) &&
        absl::StrContains(plain.substr(prefix.size()), '.')) {
      return plain.substr(prefix.size());
    }
  }
  return plain;
}

// The path without a slash at its end and the marks of an AMP page.
absl::string_view PlainPath(absl::string_view path) {
  absl::string_view before;
  do {
    before = path;
    absl::ConsumeSuffix(&path, "/");
    absl::ConsumeSuffix(&path, "/amp");
    absl::ConsumeSuffix(&path, ".amp");
    absl::ConsumeSuffix(&path, "/index.html");
  } while (path != before);
  if (absl::StartsWith(path, "/amp/")) path.remove_prefix(4);
  return path;
}

bool IsTracking(absl::string_view parameter) {
  static const WordTable& table = WordTable::Named("tracking_parameters");
  const std::string name =
      absl::AsciiStrToLower(parameter.substr(0, parameter.find('=')));
  if (table.Contains(name)) return true;
  const size_t group = name.find('_');
  return group != name.npos && table.Contains(name.substr(0, group + 1));
}

}  // namespace

std::string HostOf(absl::string_view uri) {
  return PlainHost(PartsOf(uri).host);
}

std::string DocumentAddress(absl::string_view uri) {
  const AddressParts parts = PartsOf(uri);
  if (parts.host.empty()) return std::string(uri);
  std::string address =
      absl::StrCat(PlainHost(parts.host), PlainPath(parts.path));
  char mark = '?';
  for (const absl::string_view parameter : absl::StrSplit(parts.query, '&')) {
    if (parameter.empty() || IsTracking(parameter)) continue;
    absl::StrAppend(&address, absl::string_view(&mark, 1), parameter);
    mark = '&';
  }
  return address;
}

}  // namespace concord
