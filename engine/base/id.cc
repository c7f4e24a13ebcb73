#include "engine/base/id.h"

#include <xxhash.h>

#include <cstdint>
#include <string>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

std::string ToHex(XXH128_hash_t hash) {
  return absl::StrFormat("%016x%016x", hash.high64, hash.low64);
}

}  // namespace

IdBuilder& IdBuilder::Add(absl::string_view field) {
  // Little-endian by construction, so that ids do not depend on the machine.
  for (uint64_t n = field.size(), i = 0; i < 8; ++i, n >>= 8) {
    bytes_.push_back(static_cast<char>(n & 0xff));
  }
  bytes_.append(field.data(), field.size());
  return *this;
}

std::string IdBuilder::Hex() const { return DigestHex(bytes_); }

std::string DigestHex(absl::string_view bytes) {
  return ToHex(XXH3_128bits(bytes.data(), bytes.size()));
}

RunningDigest::RunningDigest() : state_(XXH3_createState()) {
  XXH3_128bits_reset(state_);
}

RunningDigest::~RunningDigest() { XXH3_freeState(state_); }

void RunningDigest::Update(absl::string_view bytes) {
  XXH3_128bits_update(state_, bytes.data(), bytes.size());
}

std::string RunningDigest::Hex() const {
  return ToHex(XXH3_128bits_digest(state_));
}

}  // namespace concord
