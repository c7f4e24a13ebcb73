#include "engine/article/origin.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/agency.h"
#include "engine/article/byline.h"
#include "engine/article/dateline.h"
#include "engine/article/line_words.h"
#include "engine/base/span.h"

namespace concord {
namespace {

constexpr size_t kShortestName = 3;  // bytes

std::string ToString(absl::string_view view) { return std::string(view); }

// The agency's short name, or the name as printed where no table has it.
std::string AgencyName(absl::string_view printed) {
  const Agency known = FindAgencyAmong(printed);
  return ToString(known ? known.short_name : printed);
}

class OriginReader {
 public:
  explicit OriginReader(v1::Article& article)
      : text_(article.text()), origin_(*article.mutable_origin()) {}

  void Read(const v1::Section& section) {
    const ByteSpan span = {section.span().begin_byte(),
                           section.span().end_byte()};
    switch (section.kind()) {
      case v1::SECTION_KIND_DATELINE:
        return ReadDateline(span);
      case v1::SECTION_KIND_BYLINE:
        return ReadByline(span);
      case v1::SECTION_KIND_CREDIT:
        return ReadCredit(span, section.rule());
      case v1::SECTION_KIND_NOTICE:
        if (section.rule() == "syndication-notice") {
          Note(v1::ORIGIN_EVIDENCE_KIND_NOTICE, span);
        }
        return;
      default:
        return;
    }
  }

  void ReadAuthor(absl::string_view author) {
    if (absl::StartsWithIgnoreCase(author, "by ")) author.remove_prefix(3);
    if (author.empty()) return;
    // "Our team", of a menu, is no byline beside a name that the page states.
    if (!labelled_ && !SharesName(author)) origin_.set_byline(ToString(author));
    const bool agency = FindAgencyAmong(author).supplies_text;
    if (!agency && !LooksLikeAgency(author)) return;
    if (origin_.agency().empty()) origin_.set_agency(AgencyName(author));
    origin_.add_evidence()->set_kind(v1::ORIGIN_EVIDENCE_KIND_METADATA);
  }

  // What the drop names as an agency is one, known or not.
  void ReadAgency(absl::string_view agency) {
    if (agency.empty()) return;
    if (origin_.agency().empty()) origin_.set_agency(AgencyName(agency));
    origin_.add_evidence()->set_kind(v1::ORIGIN_EVIDENCE_KIND_METADATA);
  }

 private:
  // True where the printed byline and `author` have a name in common.
  bool SharesName(absl::string_view author) const {
    const LineWords printed(origin_.byline()), stated(author);
    return std::any_of(printed.begin(), printed.end(),
                       [&](const LineWord& word) {
                         return word.text.size() >= kShortestName &&
                                std::any_of(stated.begin(), stated.end(),
                                            [&](const LineWord& other) {
                                              return other.text == word.text;
                                            });
                       });
  }

  void ReadDateline(ByteSpan span) {
    std::optional<Dateline> dateline = DatelineAlone(text_, span);
    if (!dateline) {
      // As it stood before its sentence: the dash needs words behind it.
      dateline = DatelineBefore(
          text_, {span.begin, static_cast<uint32_t>(text_.size())});
    }
    if (!dateline) return;
    if (origin_.dateline().empty()) {
      origin_.set_dateline(ToString(Slice(text_, dateline->place)));
    }
    if (dateline->agency.empty()) return;
    origin_.set_agency(AgencyName(Slice(text_, dateline->agency)));
    Note(v1::ORIGIN_EVIDENCE_KIND_DATELINE, dateline->agency);
  }

  void ReadByline(ByteSpan span) {
    const std::optional<Byline> byline = ParseByline(text_, span);
    const ByteSpan author = byline ? byline->author : span;
    const absl::string_view printed = Slice(text_, author);
    if (origin_.byline().empty()) {
      origin_.set_byline(ToString(printed));
      labelled_ = author.begin > span.begin;
    }
    const Agency agency = FindAgencyAmong(printed);
    const bool named = agency.supplies_text || (byline && byline->agency);
    if (!named) return ReadContributors(span);
    NameAgency(AgencyName(printed), v1::ORIGIN_EVIDENCE_KIND_BYLINE, author);
  }

  // "(With inputs from PTI)": any word of it may be an agency.
  void ReadContributors(ByteSpan span) {
    for (const LineWord& word : WordsOf(Slice(text_, span))) {
      const ByteSpan at = {span.begin + word.span.begin,
                           span.begin + word.span.end};
      const Agency agency = FindAgency(Slice(text_, at));
      if (!agency.supplies_text) continue;
      return NameAgency(ToString(agency.short_name),
                        v1::ORIGIN_EVIDENCE_KIND_BYLINE, at);
    }
  }

  void ReadCredit(ByteSpan span, absl::string_view rule) {
    absl::string_view words = Slice(text_, span);
    if (rule == "agency-signs") {
      const size_t begin = words.find_first_not_of("()[]-–— ");
      const size_t end = words.find_last_not_of("()[]. ");
      if (begin == words.npos) return;
      NameAgency(AgencyName(words.substr(begin, end + 1 - begin)),
                 v1::ORIGIN_EVIDENCE_KIND_BYLINE, span);
    } else if (rule == "source-line") {
      const size_t colon = words.find(':');
      if (colon == words.npos) return;
      ReadSource(absl::StripAsciiWhitespace(words.substr(colon + 1)), span);
    }
  }

  void ReadSource(absl::string_view source, ByteSpan span) {
    const Agency agency = FindAgencyAmong(source);
    if (agency.supplies_text) {
      NameAgency(ToString(agency.short_name), v1::ORIGIN_EVIDENCE_KIND_NOTICE,
                 span);
    } else if (!source.empty()) {
      origin_.set_republished_from(ToString(source));
      Note(v1::ORIGIN_EVIDENCE_KIND_NOTICE, span);
    }
  }

  void NameAgency(std::string name, v1::OriginEvidenceKind kind,
                  ByteSpan span) {
    if (origin_.agency().empty()) origin_.set_agency(std::move(name));
    Note(kind, span);
  }

  void Note(v1::OriginEvidenceKind kind, ByteSpan span) {
    v1::OriginEvidence& evidence = *origin_.add_evidence();
    evidence.set_kind(kind);
    evidence.mutable_span()->set_begin_byte(span.begin);
    evidence.mutable_span()->set_end_byte(span.end);
  }

  absl::string_view text_;
  v1::Origin& origin_;
  bool labelled_ = false;  // the byline stands behind "By"
};

}  // namespace

void ReadOrigin(absl::string_view author, absl::string_view agency,
                v1::Article& article) {
  OriginReader reader(article);
  for (const v1::Section& section : article.sections()) reader.Read(section);
  reader.ReadAuthor(author);
  reader.ReadAgency(agency);
}

}  // namespace concord
