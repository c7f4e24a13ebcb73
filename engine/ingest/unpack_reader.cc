#include "engine/ingest/unpack_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"

namespace concord {

UnpackReader::UnpackReader(ByteSource& in, Packing packing,
                           const Limits& limits)
    : in_(in), limits_(limits), codec_(MakeCodec(packing, limits)) {}

absl::StatusOr<bool> UnpackReader::Fill(std::string& buffer) {
  const size_t have = buffer.size();
  if (have == 0) {
    while (!seams_.empty() && seams_.front() < returned_) seams_.pop_front();
  }
  buffer.resize(kChunkBytes);
  absl::Span<char> room(&buffer[have], kChunkBytes - have);
  while (trouble_.ok() && !ended_ && !room.empty()) trouble_ = Advance(room);
  const uint64_t got = kChunkBytes - have - room.size();
  const uint64_t kept = std::min(got, Allowed() - returned_);
  if (kept < got) trouble_ = LimitMet();
  buffer.resize(have + kept);
  returned_ += kept;
  if (kept == 0) CONCORD_RETURN_IF_ERROR(trouble_);
  return kept > 0;
}

absl::Status UnpackReader::Advance(absl::Span<char>& room) {
  if (data_.empty() && !in_ended_) CONCORD_RETURN_IF_ERROR(Refill());
  if (!in_part_) return BeginPart();
  const size_t data_before = data_.size(), room_before = room.size();
  const absl::StatusOr<bool> part_ends = codec_->Decode(data_, room);
  produced_ += room_before - room.size();
  if (absl::IsDataLoss(part_ends.status())) {
    return Damaged("damaged", part_ends.status().message());
  }
  CONCORD_RETURN_IF_ERROR(part_ends.status());
  in_part_ = !*part_ends;
  if (!in_part_) {
    ended_ = codec_->signature().empty();
    return absl::OkStatus();
  }
  const bool stuck = data_.size() == data_before && room.size() == room_before;
  return stuck && in_ended_ ? Damaged("cut short", "") : absl::OkStatus();
}

absl::Status UnpackReader::Refill() {
  CONCORD_ASSIGN_OR_RETURN(const absl::string_view chunk, in_.Next());
  in_ended_ = chunk.empty();
  received_ += chunk.size();
  if (data_.empty()) {
    data_ = chunk;
  } else {
    joined_ = absl::StrCat(data_, chunk);
    data_ = joined_;
  }
  return absl::OkStatus();
}

absl::Status UnpackReader::BeginPart() {
  if (!codec_->signature().empty()) {
    data_.remove_prefix(std::min(data_.find_first_not_of('\0'), data_.size()));
  }
  if (data_.empty()) {
    ended_ = in_ended_;
    return absl::OkStatus();
  }
  if (!codec_->MayBegin(data_))
    return Damaged("followed by something else", "");
  codec_->Begin();
  in_part_ = true;
  part_begin_ = Consumed();
  if (seams_.empty() || seams_.back() != produced_) seams_.push_back(produced_);
  return absl::OkStatus();
}

std::optional<uint64_t> UnpackReader::NextSeam(uint64_t from) {
  const auto seam = std::lower_bound(seams_.begin(), seams_.end(), from);
  if (seam == seams_.end()) return std::nullopt;
  return *seam;
}

bool UnpackReader::Recover() {
  const absl::string_view signature = codec_->signature();
  if (!absl::IsDataLoss(trouble_) || signature.empty()) return false;
  // The part that failed is not tried again, however little of it was taken.
  if (Consumed() == part_begin_ && !data_.empty()) data_.remove_prefix(1);
  trouble_ = absl::OkStatus();
  in_part_ = false;
  size_t found;
  while ((found = data_.find(signature)) == absl::string_view::npos) {
    // The signature may begin in this chunk and end in the next.
    data_.remove_prefix(data_.size() -
                        std::min(data_.size(), signature.size() - 1));
    trouble_ = Refill();
    if (trouble_.ok() && !in_ended_) continue;
    data_ = "";
    ended_ = true;
    return false;
  }
  data_.remove_prefix(found);
  return true;
}

uint64_t UnpackReader::Allowed() const {
  const uint64_t by_ratio = std::max(limits_.inflate_ratio_from_bytes,
                                     limits_.max_inflate_ratio * Consumed());
  return std::max(returned_, std::min(limits_.max_inflated_bytes, by_ratio));
}

absl::Status UnpackReader::LimitMet() const {
  const std::string what =
      absl::StrCat("after ", Consumed(), " bytes of ", codec_->name(),
                   " the content is longer than ");
  if (Allowed() >= limits_.max_inflated_bytes) {
    return absl::ResourceExhaustedError(
        absl::StrCat(what, "the limit of ", limits_.max_inflated_bytes,
                     " bytes a file (max_inflated_bytes): split it, or raise "
                     "the limit"));
  }
  return absl::ResourceExhaustedError(absl::StrCat(
      what, limits_.max_inflate_ratio,
      " times that (max_inflate_ratio), which no text is: give the content "
      "itself if it is meant, or raise the limit"));
}

absl::Status UnpackReader::Damaged(absl::string_view how,
                                   absl::string_view detail) const {
  return absl::DataLossError(
      absl::StrCat(codec_->name(), " ", how, " at byte ", Consumed(),
                   detail.empty() ? "" : absl::StrCat(" (", detail, ")"),
                   ": get the file again"));
}

}  // namespace concord
