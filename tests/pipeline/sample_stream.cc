#include "tests/pipeline/sample_stream.h"

#include <algorithm>
#include <string>
#include <vector>

#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/pipeline/record_sink.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

v1::Article MakeArticle(const std::string& outlet, const std::string& text) {
  v1::Article article;
  article.set_document_id(IdBuilder("document").Add(outlet).Hex());
  article.set_article_id(
      IdBuilder("article").Add(article.document_id()).Add(text).Hex());
  article.set_outlet(outlet);
  article.set_text(text);
  article.set_revision(1);
  article.mutable_source()->set_bytes(static_cast<uint32_t>(text.size()));
  v1::SourceMapSegment& segment = *article.add_source_map();
  segment.set_text_length(static_cast<uint32_t>(text.size()));
  segment.set_source_length(static_cast<uint32_t>(text.size()));
  return article;
}

v1::Claim MakeClaim(const v1::Article& article, const std::string& words,
                    v1::Disposition disposition) {
  v1::Claim claim;
  claim.set_claim_id(
      IdBuilder("claim").Add(article.document_id()).Add(words).Hex());
  claim.set_article_id(article.article_id());
  const size_t begin = article.text().find(words);
  claim.mutable_span()->set_begin_byte(static_cast<uint32_t>(begin));
  claim.mutable_span()->set_end_byte(
      static_cast<uint32_t>(begin + words.size()));
  *claim.add_fragments() = claim.span();
  claim.set_text(words);
  claim.set_disposition(disposition);
  return claim;
}

}  // namespace

std::vector<v1::Record> SampleRecords() {
  std::vector<v1::Article> articles = {
      MakeArticle("Harbour Post", "The pier opened. Gulls came."),
      MakeArticle("Inland Times", "The pier opened. It’s blue.")};
  std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
    return a.article_id() < b.article_id();
  });
  std::vector<v1::Record> records(1);
  records[0].mutable_header()->set_schema("concord.v1");
  records[0].mutable_header()->set_verb("reconcile");
  for (const v1::Article& article : articles) {
    *records.emplace_back().mutable_article() = article;
  }
  v1::Agreement agreement;
  std::vector<v1::Unique> uniques;
  for (const v1::Article& article : articles) {
    const v1::Claim shared =
        MakeClaim(article, "The pier opened", v1::DISPOSITION_AGREEMENT);
    agreement.add_claim_ids(shared.claim_id());
    *records.emplace_back().mutable_claim() = shared;
    const bool harbour = article.outlet() == "Harbour Post";
    const v1::Claim own = MakeClaim(
        article, harbour ? "Gulls came" : "It’s blue", v1::DISPOSITION_UNIQUE);
    *records.emplace_back().mutable_claim() = own;
    uniques.emplace_back().set_claim_id(own.claim_id());
  }
  agreement.set_agreement_id(IdBuilder("agreement").Hex());
  agreement.mutable_support()->set_articles(2);
  agreement.mutable_support()->set_outlets(2);
  agreement.mutable_support()->set_origins_min(1);
  agreement.mutable_support()->set_origins_max(2);
  *records.emplace_back().mutable_agreement() = agreement;
  std::sort(uniques.begin(), uniques.end(), [](const auto& a, const auto& b) {
    return a.claim_id() < b.claim_id();
  });
  for (const v1::Unique& unique : uniques) {
    *records.emplace_back().mutable_unique() = unique;
  }
  return records;
}

std::string Stream(const std::vector<v1::Record>& records,
                   RecordFormat format) {
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(format, sink);
  for (const v1::Record& record : records) {
    EXPECT_TRUE(writer.Write(record).ok());
  }
  EXPECT_TRUE(writer.Finish({}).ok());
  return bytes;
}

}  // namespace concord
