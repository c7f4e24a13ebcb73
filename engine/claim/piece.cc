#include "engine/claim/piece.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

using enum WordClass;

bool IsMark(const SentenceView& s, uint32_t i) {
  const WordClass c = s.class_of(i);
  return c == kComma || c == kStop || c == kConjunction || c == kOpenBracket;
}

// The quotation that begins the range ends before the range does.
bool ClosesInside(const SentenceView& s, TokenRange range) {
  for (uint32_t i = range.begin + 1; i < range.end; ++i) {
    if (!s.Is(i, kCloseQuote)) continue;
    while (i + 1 < range.end &&
           (IsMark(s, i + 1) || s.Is(i + 1, kCloseQuote))) {
      ++i;
    }
    return i + 1 < range.end;
  }
  return false;
}

// The quotation that ends the range begins inside it.
bool OpensInside(const SentenceView& s, TokenRange range) {
  for (uint32_t i = range.end - 1; i-- > range.begin;) {
    if (s.Is(i, kOpenQuote)) return i > range.begin;
  }
  return false;
}

bool IsLeadingEdge(const SentenceView& s, TokenRange range) {
  const uint32_t i = range.begin;
  if (s.Is(i, kOpenQuote)) return !ClosesInside(s, range);
  return IsMark(s, i) || s.Is(i, kCloseBracket) || s.Is(i, kCloseQuote);
}

bool IsTrailingEdge(const SentenceView& s, TokenRange range) {
  const uint32_t i = range.end - 1;
  if (s.Is(i, kCloseQuote)) return !OpensInside(s, range);
  return IsMark(s, i) || s.Is(i, kOpenQuote);
}

}  // namespace

void AddTrimmed(const SentenceView& sentence, TokenRange range,
                std::vector<TokenRange>& pieces) {
  while (!range.empty() && IsLeadingEdge(sentence, range)) ++range.begin;
  while (!range.empty() && IsTrailingEdge(sentence, range)) --range.end;
  if (!range.empty()) pieces.push_back(range);
}

void AddRun(TokenRange range, std::vector<TokenRange>& pieces) {
  pieces.push_back(range);
  std::sort(pieces.begin(), pieces.end());
  for (size_t i = 1; i < pieces.size();) {
    if (pieces[i].begin < pieces[i - 1].end) {
      pieces[i - 1].end = std::max(pieces[i - 1].end, pieces[i].end);
      pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

void CutOut(const SentenceView& sentence, TokenRange range,
            std::vector<TokenRange>& pieces) {
  std::vector<TokenRange> left;
  for (TokenRange piece : pieces) {
    if (piece.end <= range.begin || range.end <= piece.begin) {
      left.push_back(piece);
      continue;
    }
    AddTrimmed(sentence, {piece.begin, range.begin}, left);
    AddTrimmed(sentence, {range.end, piece.end}, left);
  }
  pieces = std::move(left);
}

}  // namespace concord
