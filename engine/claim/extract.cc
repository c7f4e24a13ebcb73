#include "engine/claim/extract.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/article/article.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/build.h"
#include "engine/claim/draft.h"
#include "engine/claim/quotation.h"
#include "engine/claim/reference.h"
#include "engine/claim/voice.h"
#include "engine/claim/word_class.h"
#include "engine/value/name.h"

namespace concord {
namespace {

class Extractor {
 public:
  Extractor(const v1::Article& article, const Limits& limits)
      : article_(article), limits_(limits) {}

  std::vector<v1::Claim> Run() {
    AnalyseSentences();
    voices_ = FollowQuotations(sentences_);
    for (size_t i = 0; i < sentences_.size(); ++i) {
      AddClaims(i);
      NoteNames(sentences_[i]);
    }
    return std::move(claims_);
  }

 private:
  void AnalyseSentences() {
    std::optional<v1::TimeInterval> published;
    if (article_.has_published()) published = article_.published();
    QuotationReader quotations;
    uint32_t before = 0;
    for (const v1::Sentence& sentence : ArticleSentences(article_)) {
      const ByteSpan span{sentence.span().begin_byte(),
                          sentence.span().end_byte()};
      sentences_.push_back(Analyse(article_.text(), span,
                                   IsNewParagraph(before, span.begin),
                                   quotations, published));
      sentences_.back().section = sentence.section();
      for (const auto& name : sentences_.back().names) names_.Add(name);
      before = span.end;
    }
  }

  // A line break stands between the sentences.
  bool IsNewParagraph(uint32_t end, uint32_t begin) const {
    const absl::string_view text = article_.text();
    return begin == 0 ||
           text.substr(end, begin - end).find('\n') != absl::string_view::npos;
  }

  void AddClaims(size_t index) {
    SentenceAnalysis& sentence = sentences_[index];
    references_.BeginSentence();
    if (IsQuestion(sentence) || IsMarkup(sentence)) return;
    AddHeadline(sentence);
    const ArticleContext context{sentences_, &names_, &references_, &voices_,
                                 index};
    const size_t first = claims_.size();
    if (first + sentence.drafts.size() > limits_.max_claims_per_article) return;
    for (const Draft& draft : sentence.drafts) {
      v1::Claim claim = BuildClaim(sentence, draft, context);
      claim.set_article_id(article_.article_id());
      claim.set_claim_id(IdOf(ClaimWords(sentence, draft)));
      claims_.push_back(std::move(claim));
    }
    for (size_t i = 0; i < sentence.drafts.size(); ++i) {
      const int parent = sentence.drafts[i].parent;
      if (parent < 0) continue;
      claims_[first + i].set_parent_claim_id(
          claims_[first + parent].claim_id());
    }
  }

  // Template or link marks of a wiki that a scraper left: mangled.
  static bool IsMarkup(const SentenceAnalysis& sentence) {
    const absl::string_view text =
        Slice(sentence.view->text(), sentence.view->span());
    static constexpr absl::string_view kMarks[] = {"{{", "}}", "[[", "]]"};
    return std::any_of(
        std::begin(kMarks), std::end(kMarks),
        [&](absl::string_view mark) { return absl::StrContains(text, mark); });
  }

  static bool IsQuestion(const SentenceAnalysis& sentence) {
    const SentenceView& view = *sentence.view;
    for (size_t i = view.size(); i-- > 0;) {
      if (view.Is(i, WordClass::kCloseQuote)) continue;
      return view.word(i) == "?";
    }
    return true;
  }

  // A headline without a verb still tells something.
  static void AddHeadline(SentenceAnalysis& sentence) {
    if (!sentence.drafts.empty() || sentence.view->size() < 3 ||
        sentence.section != v1::SECTION_KIND_HEADLINE) {
      return;
    }
    Draft draft;
    draft.span = sentence.view->all();
    draft.pieces = {draft.span};
    sentence.drafts.push_back(draft);
  }

  void NoteNames(const SentenceAnalysis& sentence) {
    for (const v1::Entity& name : sentence.names) {
      v1::Entity full = name;
      full.set_name(names_.FullName(name.name()));
      references_.Note(full, IsSubject(sentence, name));
    }
  }

  static bool IsSubject(const SentenceAnalysis& sentence,
                        const v1::Entity& name) {
    for (const Clause& clause : sentence.clauses) {
      if (clause.subject.empty() || clause.kind == ClauseKind::kApposition) {
        continue;
      }
      const ByteSpan subject = sentence.view->Bytes(clause.subject);
      if (subject.begin <= name.span().begin_byte() &&
          name.span().end_byte() == subject.end) {
        return true;
      }
    }
    return false;
  }

  // Claims of the same words in one document are told apart by their order.
  std::string IdOf(const std::string& words) {
    const int ordinal = ordinals_[words]++;
    return IdBuilder("claim")
        .Add(article_.document_id())
        .Add(words)
        .Add(absl::StrCat(ordinal))
        .Hex();
  }

  const v1::Article& article_;
  const Limits& limits_;
  std::vector<SentenceAnalysis> sentences_;
  Voices voices_;
  NameBook names_;
  References references_;
  absl::flat_hash_map<std::string, int> ordinals_;
  std::vector<v1::Claim> claims_;
};

}  // namespace

std::vector<v1::Claim> ExtractClaims(const v1::Article& article,
                                     const Limits& limits) {
  return Extractor(article, limits).Run();
}

}  // namespace concord
