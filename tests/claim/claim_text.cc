#include "tests/claim/claim_text.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/claim/extract.h"

namespace concord {
namespace {

std::string Words(const v1::Article& article, const v1::TextSpan& span) {
  return article.text().substr(span.begin_byte(),
                               span.end_byte() - span.begin_byte());
}

void AddAttribution(const v1::Article& article,
                    const v1::Attribution& attribution, std::string& line) {
  absl::StrAppend(&line, " [by ",
                  attribution.speaker().empty() ? "?" : attribution.speaker(),
                  ": ", Words(article, attribution.cue()), "]");
  if (attribution.has_nested()) {
    AddAttribution(article, attribution.nested(), line);
  }
}

std::string ModalityName(v1::Modality modality) {
  return absl::AsciiStrToLower(
      absl::StripPrefix(v1::Modality_Name(modality), "MODALITY_"));
}

std::string Describe(const v1::Article& article, const v1::Claim& claim) {
  std::string line = claim.text();
  if (claim.rank() == v1::RANK_DETAIL) line += " [detail]";
  if (claim.has_attribution()) {
    AddAttribution(article, claim.attribution(), line);
  }
  if (claim.polarity() == v1::POLARITY_NEGATIVE) {
    absl::StrAppend(&line, " [not: ", Words(article, claim.polarity_cue()),
                    "]");
  }
  if (claim.modality() != v1::MODALITY_ASSERTED) {
    absl::StrAppend(&line, " [", ModalityName(claim.modality()), ": ",
                    Words(article, claim.modality_cue()), "]");
  }
  for (int flag : claim.flags()) {
    if (flag == v1::CLAIM_FLAG_UNRESOLVED_REFERENCE) line += " [unresolved]";
  }
  return line;
}

}  // namespace

v1::Article BodyArticle(absl::string_view text) {
  v1::Article article;
  article.set_document_id("document");
  article.set_article_id("article");
  article.set_text(std::string(text));
  v1::TimeInterval& published = *article.mutable_published();
  published.mutable_begin()->set_seconds(1652140800);  // 2022-05-10
  published.mutable_end()->set_seconds(1652140800 + 86400);
  published.set_granularity(v1::TIME_GRANULARITY_DAY);
  v1::Section& body = *article.add_sections();
  body.set_kind(v1::SECTION_KIND_BODY);
  body.mutable_span()->set_end_byte(static_cast<uint32_t>(text.size()));
  return article;
}

std::vector<std::string> DescribeClaims(absl::string_view text) {
  const v1::Article article = BodyArticle(text);
  std::vector<std::string> lines;
  for (const v1::Claim& claim : ExtractClaims(article)) {
    lines.push_back(Describe(article, claim));
  }
  return lines;
}

}  // namespace concord
