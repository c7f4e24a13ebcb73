#include "engine/reconcile/copies.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/base/parallel.h"
#include "engine/base/span.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/event_pairs.h"
#include "engine/reconcile/posting_index.h"
#include "engine/text/token.h"

namespace concord {
namespace {

constexpr size_t kRunWords = 4;
constexpr double kCopiedShare = 0.25;

// Fewer common runs than this may be a stock phrase or two.
constexpr size_t kLeastCommon = 8;

// Every fourth run, chosen by its hash, leads to candidates: of eight common
// runs some are sampled nine times in ten, of thirty practically always.
constexpr uint64_t kSampleMask = 3;

// The runs of words of a text, across punctuation but not into quotations.
class RunHasher {
 public:
  void Read(absl::string_view text, ByteSpan section) {
    last_words_.clear();
    bool quoted = false;
    for (const Token& token : Tokenize(text, section)) {
      if (token.kind == TokenKind::kOpenQuote) quoted = true;
      if (token.kind == TokenKind::kCloseQuote) quoted = false;
      if (quoted) last_words_.clear();
      if (quoted || !IsWord(token)) continue;
      Add(Slice(text, token.span));
    }
  }

  std::vector<uint64_t> Take() && {
    std::sort(runs_.begin(), runs_.end());
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
    return std::move(runs_);
  }

 private:
  static bool IsWord(const Token& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
  }

  void Add(absl::string_view surface) {
    const std::string word = absl::AsciiStrToLower(surface);
    last_words_.push_back(XXH3_64bits(word.data(), word.size()));
    if (last_words_.size() < kRunWords) return;
    const uint64_t* run = &last_words_[last_words_.size() - kRunWords];
    runs_.push_back(XXH3_64bits(run, kRunWords * sizeof(*run)));
  }

  std::vector<uint64_t> last_words_;
  std::vector<uint64_t> runs_;
};

size_t CommonCount(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++common;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

PostingIndex IndexRuns(const Corpus& corpus,
                       absl::Span<const std::vector<uint64_t>> passages) {
  PostingIndex index;
  for (uint32_t a = 0; a < passages.size(); ++a) {
    const uint64_t hash = ArticleHash(corpus.article(a).article_id());
    for (uint64_t run : CopyKeys(passages[a])) index.Add(run, a, hash);
  }
  index.Build(static_cast<uint32_t>(passages.size()), kCopyKeyCap);
  return index;
}

}  // namespace

std::vector<uint64_t> PassageHashes(const v1::Article& article) {
  RunHasher hasher;
  for (const v1::Section& section : article.sections()) {
    if (section.kind() != v1::SECTION_KIND_BODY) continue;
    hasher.Read(article.text(),
                {section.span().begin_byte(), section.span().end_byte()});
  }
  return std::move(hasher).Take();
}

double Containment(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b) {
  const size_t common = CommonCount(a, b);
  if (common < kLeastCommon) return 0.0;
  return static_cast<double>(common) /
         static_cast<double>(std::min(a.size(), b.size()));
}

bool AreCopies(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b) {
  return Containment(a, b) >= kCopiedShare;
}

std::vector<uint64_t> CopyKeys(absl::Span<const uint64_t> passages) {
  std::vector<uint64_t> keys;
  for (uint64_t run : passages) {
    if ((run & kSampleMask) == 0) keys.push_back(run);
  }
  return keys;
}

std::vector<CopiedPair> FindCopies(const Corpus& corpus, int threads,
                                   uint64_t& capped_postings) {
  std::vector<std::vector<uint64_t>> passages(corpus.articles());
  ParallelFor(passages.size(), threads, [&](size_t a) {
    passages[a] = PassageHashes(corpus.article(static_cast<uint32_t>(a)));
  });
  const PostingIndex index = IndexRuns(corpus, passages);
  capped_postings += index.capped();
  std::vector<CopiedPair> copies;
  for (uint32_t a = 0; a < corpus.articles(); ++a) {
    index.ForPartners(a, [&](uint32_t b, uint32_t) {
      if (!AreCopies(passages[a], passages[b])) return;
      copies.push_back({a, b});
    });
  }
  return copies;
}

}  // namespace concord
