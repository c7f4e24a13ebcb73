// Ids made from content: the same document and words give the same id on every
// machine, in every run and in every order of input.
//
// Example:
//   std::string id = IdBuilder("article").Add(document_id).Add(text).Hex();

#ifndef CONCORD_ENGINE_BASE_ID_H_
#define CONCORD_ENGINE_BASE_ID_H_

#include <string>

#include "absl/strings/string_view.h"

struct XXH3_state_s;  // of xxhash.h, which only id.cc needs

namespace concord {

// Name and version of the scheme below, echoed in every stream's header.
inline constexpr absl::string_view kIdScheme = "id:xxh3-128/v1";

// Builds an id of 32 hexadecimal digits: XXH3-128 over the kind and the fields,
// each led by its length, so that no two field lists share their bytes.
//
// An id names content; it does not prove it. XXH3 is no cryptographic hash, so
// whoever keeps records by id compares what it keeps (see
// QUARANTINE_CODE_ID_CLASH).
//
// Not safe for use from two threads at once.
class IdBuilder {
 public:
  // `kind` keeps ids of different kinds apart: "document", "article", "claim".
  explicit IdBuilder(absl::string_view kind) { Add(kind); }

  // Adds the next field. Returns *this.
  IdBuilder& Add(absl::string_view field);

  // 32 lower-case hexadecimal digits.
  std::string Hex() const;

 private:
  std::string bytes_;
};

// XXH3-128 of `bytes` as 32 lower-case hexadecimal digits: a checksum.
std::string DigestHex(absl::string_view bytes);

// DigestHex of bytes that come in pieces.
//
// Not safe for use from two threads at once.
class RunningDigest {
 public:
  RunningDigest();
  ~RunningDigest();
  RunningDigest(const RunningDigest&) = delete;
  RunningDigest& operator=(const RunningDigest&) = delete;

  void Update(absl::string_view bytes);

  // DigestHex of all bytes so far.
  std::string Hex() const;

 private:
  XXH3_state_s* state_;  // owned
};

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_ID_H_
