#include "engine/article/head_line.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/byline.h"
#include "engine/article/line.h"
#include "engine/article/line_class.h"
#include "engine/base/span.h"

namespace concord {
namespace {

constexpr size_t kLongestHeadLine = 200;  // bytes

bool IsHeadMatter(v1::SectionKind kind) {
  return kind == v1::SECTION_KIND_BYLINE ||
         kind == v1::SECTION_KIND_TIMESTAMP ||
         kind == v1::SECTION_KIND_DATELINE ||
         kind == v1::SECTION_KIND_BOILERPLATE;
}

LinePiece PieceAt(absl::string_view text, ByteSpan span) {
  const Line line = LineAt(text, span);
  LinePiece piece = {line.span, ClassifyLine(text, line).kind};
  if (piece.kind == v1::SECTION_KIND_UNSPECIFIED &&
      IsPersonName(Slice(text, line.span))) {
    piece.kind = v1::SECTION_KIND_BYLINE;
  }
  return piece;
}

std::vector<LinePiece> SplitAt(absl::string_view mark, absl::string_view text,
                               ByteSpan span) {
  std::vector<LinePiece> pieces;
  uint32_t begin = span.begin;
  for (const absl::string_view part : absl::StrSplit(Slice(text, span), mark)) {
    const uint32_t end = begin + static_cast<uint32_t>(part.size());
    const LinePiece piece = PieceAt(text, {begin, end});
    begin = end + static_cast<uint32_t>(mark.size());
    if (piece.span.empty()) continue;
    if (!IsHeadMatter(piece.kind)) return {};
    pieces.push_back(piece);
  }
  const bool dated_or_signed =
      std::any_of(pieces.begin(), pieces.end(), [](const LinePiece& piece) {
        return piece.kind != v1::SECTION_KIND_BOILERPLATE;
      });
  return dated_or_signed && pieces.size() > 1 ? pieces
                                              : std::vector<LinePiece>();
}

}  // namespace

std::vector<LinePiece> SplitHeadLine(absl::string_view text, const Line& line) {
  if (line.span.size() > kLongestHeadLine) return {};
  for (const absl::string_view mark :
       {"\n", " on ", "|", "·", "•", " — ", " – ", " - "}) {
    if (!absl::StrContains(Slice(text, line.span), mark)) continue;
    std::vector<LinePiece> pieces = SplitAt(mark, text, line.span);
    if (!pieces.empty()) return pieces;
  }
  return {};
}

}  // namespace concord
