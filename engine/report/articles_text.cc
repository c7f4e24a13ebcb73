#include "engine/report/articles_text.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/article.pb.h"
#include "engine/article/language.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// "pull quote" for SECTION_KIND_PULL_QUOTE.
std::string HumanName(absl::string_view enum_name, absl::string_view prefix) {
  absl::ConsumePrefix(&enum_name, prefix);
  return absl::StrReplaceAll(absl::AsciiStrToLower(enum_name), {{"_", " "}});
}

// "2026-03-04", and what it was read from.
std::string TimeText(const v1::TimeInterval& time, bool why) {
  const std::string day = DayOf(time);
  if (day.empty() || !why) return day;
  return absl::StrCat(
      day, "  (", HumanName(v1::TimeBasis_Name(time.basis()), "TIME_BASIS_"),
      time.zone_known() ? ", zone stated" : "", ": ", SafeText(time.surface()),
      ")");
}

void AppendFacts(const v1::Article& article, bool why, std::string& out) {
  const bool tell_language = why || !IsEnglish(article.language());
  const std::pair<absl::string_view, std::string> facts[] = {
      {"title", SafeText(article.title())},
      {"outlet", SafeText(article.outlet())},
      {"address", SafeText(article.uri())},
      {"language", tell_language ? SafeText(article.language()) : ""},
      {"published", TimeText(article.published(), why)},
      {"modified", TimeText(article.modified(), why)},
      {"superseded by", SafeText(article.superseded_by())},
      {"agency", SafeText(article.origin().agency())},
      {"byline", SafeText(article.origin().byline())},
      {"dateline", SafeText(article.origin().dateline())},
      {"republished from", SafeText(article.origin().republished_from())}};
  for (const auto& [name, value] : facts) {
    if (!value.empty()) {
      absl::StrAppendFormat(&out, "  %-17s %s\n", name, value);
    }
  }
}

void AppendSections(const v1::Article& article, bool why, std::string& out) {
  for (const v1::Section& section : article.sections()) {
    const ByteSpan span = {section.span().begin_byte(),
                           section.span().end_byte()};
    const std::string rule =
        why ? absl::StrFormat("%-21s ", section.rule()) : "";
    absl::StrAppendFormat(
        &out, "  %-11s %s%s\n",
        HumanName(v1::SectionKind_Name(section.kind()), "SECTION_KIND_"), rule,
        SafeText(Slice(article.text(), span)));
  }
}

// The rules that told the sections, with what each goes by.
void AppendRules(const std::vector<v1::Article>& articles, std::string& out) {
  std::set<absl::string_view> rules;
  for (const v1::Article& article : articles) {
    for (const v1::Section& section : article.sections()) {
      rules.insert(section.rule());
    }
  }
  absl::StrAppend(&out, "\nRules (", rules.size(), ")\n");
  const WordTable& table = WordTable::Named("section_rules");
  for (const absl::string_view rule : rules) {
    const WordTable::Row* row = table.Find(rule);
    absl::StrAppendFormat(&out, "  %-21s %s\n", rule,
                          row == nullptr ? "" : (*row)[1]);
  }
}

}  // namespace

std::string ArticlesText(const std::vector<v1::Article>& articles, bool why) {
  std::string out;
  for (const v1::Article& article : articles) {
    absl::StrAppend(&out, "\n", SafeText(article.external_id()), "  ",
                    article.article_id(), "\n");
    AppendFacts(article, why, out);
    AppendSections(article, why, out);
  }
  if (why) AppendRules(articles, out);
  return out;
}

}  // namespace concord
