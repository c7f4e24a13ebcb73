#include "engine/pipeline/verify.h"

#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/utf8.h"
#include "engine/pipeline/stream_reader.h"

namespace concord {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

bool IsCharBoundary(absl::string_view text, size_t pos) {
  return pos == text.size() ||
         (pos < text.size() && !IsContinuationByte(text[pos]));
}

bool Slices(absl::string_view text, const v1::TextSpan& span) {
  return span.begin_byte() <= span.end_byte() &&
         span.end_byte() <= text.size() &&
         IsCharBoundary(text, span.begin_byte()) &&
         IsCharBoundary(text, span.end_byte());
}

absl::string_view SliceOf(absl::string_view text, const v1::TextSpan& span) {
  return text.substr(span.begin_byte(), span.end_byte() - span.begin_byte());
}

bool IsValidUtf8(absl::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const uint32_t length = Utf8SequenceLength(text, pos);
    if (length == 0) return false;
    pos += length;
  }
  return true;
}

// Calls fn(span) for every TextSpan inside `message`, however deep.
template <typename Fn>
void ForEachSpan(const Message& message, const Fn& fn) {
  if (message.GetDescriptor() == v1::TextSpan::descriptor()) {
    fn(static_cast<const v1::TextSpan&>(message));
    return;
  }
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      ForEachSpan(reflection.GetMessage(message, field), fn);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      ForEachSpan(reflection.GetRepeatedMessage(message, field, i), fn);
    }
  }
}

// Reads the records in order and remembers what later ones refer to.
class Verifier {
 public:
  explicit Verifier(absl::string_view bytes) : reader_(bytes) {}

  VerifyResult Run() &&;

 private:
  void Problem(absl::string_view what, absl::string_view id);
  void CheckShape(const v1::Record& record);
  void CheckTrailer(const v1::Trailer& trailer);
  void CheckId(absl::string_view kind, const std::string& id);
  void Check(const v1::Record& record);
  void Check(const v1::Article& article);
  void Check(const v1::Sentence& sentence);
  void Check(const v1::Claim& claim);
  void Check(const v1::Cluster& cluster);
  void Check(const v1::Story& story);
  void Check(const v1::Relation& relation);
  void Check(const v1::Agreement& agreement);
  void Check(const v1::Divergence& divergence);
  void Check(const v1::Unique& unique);
  void CheckSourceMap(const v1::Article& article);
  void CheckSections(const v1::Article& article);
  void CheckSpans(const Message& message, const v1::Article& article,
                  absl::string_view id);
  void CheckDispositions();

  const v1::Article* FindArticle(const std::string& id,
                                 absl::string_view owner);
  const v1::Claim* FindClaim(const std::string& id, absl::string_view owner);

  StreamReader reader_;
  VerifyResult result_;
  std::string verb_;
  int last_kind_ = 0;
  std::string last_id_;
  std::map<int, uint32_t> counts_;
  absl::flat_hash_map<std::string, v1::Article> articles_;
  absl::flat_hash_map<std::string, v1::Claim> claims_;
  std::vector<std::pair<std::string, std::string>> parents_;
  absl::flat_hash_set<std::string> agreeing_, diverging_, unique_;
};

void Verifier::Problem(absl::string_view what, absl::string_view id) {
  if (result_.problems.size() < VerifyResult::kMaxProblems) {
    result_.problems.push_back(absl::StrCat(id, ": ", what));
  }
}

const v1::Article* Verifier::FindArticle(const std::string& id,
                                         absl::string_view owner) {
  const auto it = articles_.find(id);
  if (it != articles_.end()) return &it->second;
  Problem(absl::StrCat("names article '", id, "', which is not here"), owner);
  return nullptr;
}

const v1::Claim* Verifier::FindClaim(const std::string& id,
                                     absl::string_view owner) {
  const auto it = claims_.find(id);
  if (it != claims_.end()) return &it->second;
  Problem(absl::StrCat("names claim '", id, "', which is not here"), owner);
  return nullptr;
}

void Verifier::CheckShape(const v1::Record& record) {
  const int kind = record.kind_case();
  if (kind == 0) return Problem("record of no known kind", "stream");
  if (last_kind_ == 0 && kind != v1::Record::kHeader) {
    Problem("does not begin with a header", "stream");
  }
  if (kind < last_kind_ || (kind == last_kind_ && kind == 1) ||
      last_kind_ == v1::Record::kTrailer) {
    Problem(absl::StrCat("a record of kind '", RecordKindName(record),
                         "' out of order"),
            "stream");
  }
  if (kind != last_kind_) last_id_.clear();
  last_kind_ = kind;
  ++counts_[kind];
}

void Verifier::CheckId(absl::string_view kind, const std::string& id) {
  if (id <= last_id_) {
    Problem(absl::StrCat(kind, " id not greater than the one before"), id);
  }
  last_id_ = id;
}

void Verifier::Check(const v1::Record& record) {
  CheckShape(record);
  switch (record.kind_case()) {
    case v1::Record::kHeader:
      verb_ = record.header().verb();
      if (record.header().schema() != "concord.v1") {
        Problem(absl::StrCat("is of schema '", record.header().schema(),
                             "'; this version reads 'concord.v1'"),
                "stream");
      }
      return;
    case v1::Record::kArticle:
      return Check(record.article());
    case v1::Record::kSentence:
      return Check(record.sentence());
    case v1::Record::kClaim:
      return Check(record.claim());
    case v1::Record::kCluster:
      return Check(record.cluster());
    case v1::Record::kStory:
      return Check(record.story());
    case v1::Record::kRelation:
      return Check(record.relation());
    case v1::Record::kAgreement:
      return Check(record.agreement());
    case v1::Record::kDivergence:
      return Check(record.divergence());
    case v1::Record::kUnique:
      return Check(record.unique());
    case v1::Record::kTrailer:
      return CheckTrailer(record.trailer());
    case v1::Record::kComparison:
    case v1::Record::kQuarantine:
    case v1::Record::KIND_NOT_SET:
      return;
  }
}

void Verifier::Check(const v1::Article& article) {
  const std::string& id = article.article_id();
  CheckId("article", id);
  if (id != IdBuilder("article")
                .Add(article.document_id())
                .Add(article.text())
                .Hex()) {
    Problem("article id is not that of its document and text", id);
  }
  if (!IsValidUtf8(article.text())) Problem("text is not UTF-8", id);
  CheckSpans(article, article, id);
  CheckSections(article);
  CheckSourceMap(article);
  articles_.emplace(id, article);
}

void Verifier::CheckSections(const v1::Article& article) {
  uint32_t end = 0;
  for (const v1::Section& section : article.sections()) {
    if (section.span().begin_byte() < end) {
      Problem("sections overlap or are out of order", article.article_id());
    }
    end = section.span().end_byte();
  }
}

void Verifier::CheckSourceMap(const v1::Article& article) {
  uint64_t covered = 0;
  for (const v1::SourceMapSegment& segment : article.source_map()) {
    if (segment.text_begin() != covered) break;
    covered += segment.text_length();
    if (uint64_t{segment.source_begin()} + segment.source_length() >
        article.source().bytes()) {
      Problem("source map points past the source", article.article_id());
    }
  }
  if (covered != article.text().size()) {
    Problem("source map does not cover the text", article.article_id());
  }
}

void Verifier::CheckSpans(const Message& message, const v1::Article& article,
                          absl::string_view id) {
  ForEachSpan(message, [&](const v1::TextSpan& span) {
    if (!Slices(article.text(), span)) {
      Problem(absl::StrCat("span [", span.begin_byte(), ", ", span.end_byte(),
                           ") does not slice its article"),
              id);
    }
  });
}

void Verifier::Check(const v1::Sentence& sentence) {
  const v1::Article* article = FindArticle(sentence.article_id(), "sentence");
  if (article == nullptr) return;
  CheckSpans(sentence, *article, "sentence");
  if (Slices(article->text(), sentence.span()) &&
      SliceOf(article->text(), sentence.span()) != sentence.text()) {
    Problem("text is not that of its span", "sentence");
  }
}

void Verifier::Check(const v1::Claim& claim) {
  const std::string& id = claim.claim_id();
  if (!claims_.emplace(id, claim).second) Problem("claim id twice", id);
  if (!claim.parent_claim_id().empty()) {
    parents_.emplace_back(id, claim.parent_claim_id());
  }
  const v1::Article* article = FindArticle(claim.article_id(), id);
  if (article == nullptr) return;
  CheckSpans(claim, *article, id);
  uint32_t end = 0;
  for (const v1::TextSpan& fragment : claim.fragments()) {
    if (fragment.begin_byte() < end) {
      Problem("fragments overlap or are out of order", id);
    }
    end = fragment.end_byte();
  }
}

void Verifier::Check(const v1::Cluster& cluster) {
  CheckId("cluster", cluster.cluster_id());
  // The claims of `cluster` and `group` are the caller's.
  if (verb_ != "reconcile") return;
  for (const std::string& id : cluster.claim_ids()) {
    FindClaim(id, cluster.cluster_id());
  }
}

void Verifier::Check(const v1::Story& story) {
  CheckId("story", story.story_id());
  for (const std::string& id : story.article_ids()) {
    FindArticle(id, story.story_id());
  }
}

void Verifier::Check(const v1::Relation& relation) {
  const std::string pair = absl::StrCat(relation.a(), " ", relation.b());
  CheckId("relation", pair);
  if (relation.a() >= relation.b()) Problem("sides not in order", pair);
  if (relation.reasons().empty()) Problem("decided without a reason", pair);
  const v1::Claim* a = FindClaim(relation.a(), pair);
  const v1::Claim* b = FindClaim(relation.b(), pair);
  if (a == nullptr || b == nullptr) return;
  const v1::Article* in_a = FindArticle(a->article_id(), pair);
  const v1::Article* in_b = FindArticle(b->article_id(), pair);
  if (in_a == nullptr || in_b == nullptr) return;
  for (const v1::Evidence& evidence : relation.evidence()) {
    CheckSpans(evidence.a(), *in_a, pair);
    CheckSpans(evidence.b(), *in_b, pair);
  }
}

void Verifier::Check(const v1::Agreement& agreement) {
  const std::string& id = agreement.agreement_id();
  CheckId("agreement", id);
  absl::flat_hash_set<absl::string_view> articles;
  for (const std::string& member : agreement.claim_ids()) {
    if (!agreeing_.insert(member).second) {
      Problem(absl::StrCat("claim '", member, "' is in two agreements"), id);
    }
    if (const v1::Claim* claim = FindClaim(member, id)) {
      articles.insert(claim->article_id());
    }
  }
  if (articles.size() < 2) Problem("spans fewer than two articles", id);
  const v1::Support& support = agreement.support();
  if (support.articles() != articles.size() || support.origins_min() < 1 ||
      support.origins_min() > support.origins_max() ||
      support.origins_max() > support.articles()) {
    Problem("support does not add up", id);
  }
}

void Verifier::Check(const v1::Divergence& divergence) {
  const std::string& id = divergence.divergence_id();
  CheckId("divergence", id);
  if (divergence.reasons().empty()) Problem("found without a reason", id);
  for (const std::string& member : divergence.claim_ids()) {
    FindClaim(member, id);
    const bool voices = divergence.type() == v1::DIVERGENCE_TYPE_ATTRIBUTION;
    if (!divergence.apparent() && !voices) diverging_.insert(member);
  }
  for (const v1::DivergenceSide& side : divergence.sides()) {
    if (side.claim_ids().empty()) {
      Problem("a side without claims", id);
      continue;
    }
    const v1::Claim* claim = FindClaim(side.claim_ids(0), id);
    if (claim == nullptr) continue;
    const v1::Article* article = FindArticle(claim->article_id(), id);
    if (article == nullptr) continue;
    CheckSpans(side, *article, id);
    if (Slices(article->text(), side.span()) &&
        SliceOf(article->text(), side.span()) != side.value()) {
      Problem("a side's value is not the text of its span", id);
    }
  }
}

void Verifier::Check(const v1::Unique& unique) {
  CheckId("unique", unique.claim_id());
  FindClaim(unique.claim_id(), "unique");
  unique_.insert(unique.claim_id());
  for (const std::string& id : unique.compared_article_ids()) {
    FindArticle(id, unique.claim_id());
  }
}

void Verifier::CheckTrailer(const v1::Trailer& trailer) {
  for (const v1::RecordCount& count : trailer.counts()) {
    const auto* field = v1::Record::descriptor()->FindFieldByName(count.kind());
    const uint32_t here = field == nullptr ? 0 : counts_[field->number()];
    if (here != count.count()) {
      Problem(absl::StrCat("holds ", here, " of kind '", count.kind(),
                           "'; its trailer says ", count.count()),
              "stream");
    }
  }
  if (trailer.digest() != reader_.trailer_digest()) {
    Problem("digest is not that of the stream's bytes", "stream");
  }
}

void Verifier::CheckDispositions() {
  for (const auto& [id, parent] : parents_) FindClaim(parent, id);
  if (verb_ != "reconcile") return;
  for (const auto& [id, claim] : claims_) {
    v1::Disposition borne_out = claim.disposition();
    if (unique_.contains(id)) borne_out = v1::DISPOSITION_UNIQUE;
    if (agreeing_.contains(id)) borne_out = v1::DISPOSITION_AGREEMENT;
    if (diverging_.contains(id)) borne_out = v1::DISPOSITION_DIVERGENCE;
    const bool in_a_set =
        borne_out == v1::DISPOSITION_UNIQUE       ? unique_.contains(id)
        : borne_out == v1::DISPOSITION_AGREEMENT  ? agreeing_.contains(id)
        : borne_out == v1::DISPOSITION_DIVERGENCE ? diverging_.contains(id)
                                                  : true;
    if (borne_out != claim.disposition() || !in_a_set ||
        borne_out == v1::DISPOSITION_UNSPECIFIED) {
      Problem("disposition is not borne out by the sets", id);
    }
  }
}

VerifyResult Verifier::Run() && {
  for (;;) {
    absl::StatusOr<std::optional<v1::Record>> record = reader_.Next();
    if (!record.ok()) {
      Problem(record.status().message(), "stream");
      break;
    }
    if (!record->has_value()) break;
    Check(**record);
  }
  if (last_kind_ != v1::Record::kTrailer) {
    Problem("has no trailer: it is torn", "stream");
  }
  CheckDispositions();
  std::vector<std::string> kinds;
  for (const auto& [kind, count] : counts_) {
    const auto* field = v1::Record::descriptor()->FindFieldByNumber(kind);
    if (field != nullptr && count > 0) {
      kinds.push_back(absl::StrCat(field->name(), " ", count));
    }
  }
  result_.summary = absl::StrJoin(kinds, ", ");
  return std::move(result_);
}

}  // namespace

VerifyResult VerifyStream(absl::string_view bytes) {
  return Verifier(bytes).Run();
}

}  // namespace concord
