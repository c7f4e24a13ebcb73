#include "engine/lexicon/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"
#include "engine/lexicon/embedded_lexicon.h"
#include "engine/lexicon/lexicon_check.h"
#include "engine/lexicon/lexicon_format.h"

namespace concord {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the file is read in place, and it is little-endian");

// Closes a file descriptor at the end of its scope.
struct FileCloser {
  int fd;
  ~FileCloser() { close(fd); }
};

absl::StatusOr<absl::string_view> MapFile(const std::string& path) {
  // Not to wait for the writer of a pipe that is no lexicon anyway.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return absl::ErrnoToStatus(errno, path + ": lexicon: open");
  const FileCloser closer{fd};
  struct stat info;
  if (fstat(fd, &info) != 0) {
    return absl::ErrnoToStatus(errno, path + ": lexicon: stat");
  }
  if (!S_ISREG(info.st_mode)) {
    return absl::InvalidArgumentError(
        path + ": lexicon: expected a file, found something else");
  }
  const auto size = static_cast<size_t>(info.st_size);
  if (size == 0) return absl::string_view();  // cannot be mapped
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED) {
    return absl::ErrnoToStatus(errno, path + ": lexicon: map");
  }
  return absl::string_view(static_cast<const char*>(data), size);
}

template <typename T>
absl::Span<const T> SectionAt(absl::string_view bytes,
                              const LexiconPlace& place) {
  return {reinterpret_cast<const T*>(bytes.data() + place.offset),
          place.bytes / sizeof(T)};
}

absl::StatusOr<std::unique_ptr<const Lexicon>> OpenChosen() {
  const char* path = std::getenv("CONCORD_LEXICON");
  if (path != nullptr && *path != '\0') return Lexicon::Open(path);
  return Lexicon::FromBytes(EmbeddedLexicon(), "english.lexicon (built in)");
}

}  // namespace

absl::StatusOr<const Lexicon*> Lexicon::Chosen() {
  // Never destroyed: what it hands out is used for the life of the process.
  static const auto& chosen = *new auto(OpenChosen());
  if (!chosen.ok()) return chosen.status();
  return chosen->get();
}

const Lexicon& Lexicon::English() {
  static const Lexicon& english = *[] {
    const absl::StatusOr<const Lexicon*> chosen = Chosen();
    if (!chosen.ok()) {
      std::fprintf(stderr, "concord: %s\n",
                   std::string(chosen.status().message()).c_str());
      // At once: other threads may be at work.
      std::_Exit(2);
    }
    return *chosen;
  }();
  return english;
}

absl::StatusOr<std::unique_ptr<const Lexicon>> Lexicon::Open(
    const std::string& path) {
  std::unique_ptr<Lexicon> lexicon(new Lexicon);
  CONCORD_ASSIGN_OR_RETURN(lexicon->bytes_, MapFile(path));
  lexicon->mapped_ = !lexicon->bytes_.empty();
  CONCORD_RETURN_IF_ERROR(CheckLexicon(lexicon->bytes_, path));
  lexicon->FindSections();
  return lexicon;
}

absl::StatusOr<std::unique_ptr<const Lexicon>> Lexicon::FromBytes(
    absl::string_view bytes, absl::string_view name) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % alignof(LexiconHeader) != 0) {
    return absl::InvalidArgumentError(
        absl::StrCat(name, ": lexicon: bytes begin at no multiple of 8"));
  }
  std::unique_ptr<Lexicon> lexicon(new Lexicon);
  lexicon->bytes_ = bytes;
  CONCORD_RETURN_IF_ERROR(CheckLexicon(bytes, name));
  lexicon->FindSections();
  return lexicon;
}

void Lexicon::FindSections() {
  LexiconHeader header;
  std::memcpy(&header, bytes_.data(), sizeof(header));
  const LexiconPlace* places = header.sections;
  displacements_ = SectionAt<uint16_t>(bytes_, places[kDisplacementSection]);
  words_ = SectionAt<LexiconWord>(bytes_, places[kWordSection]);
  numbers_ = SectionAt<uint16_t>(bytes_, places[kNumberSection]);
  texts_ =
      bytes_.substr(places[kTextSection].offset, places[kTextSection].bytes);
}

Lexicon::~Lexicon() {
  if (mapped_) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

const LexiconWord* Lexicon::Find(absl::string_view word) const {
  const uint64_t hash = LexiconChecksum(word.data(), word.size());
  const auto buckets = static_cast<uint32_t>(displacements_.size());
  const auto slots = static_cast<uint32_t>(words_.size());
  const uint16_t displacement = displacements_[BucketOf(hash, buckets)];
  const LexiconWord& found = words_[SlotOf(hash, displacement, slots)];
  if (found.check != static_cast<uint32_t>(hash)) return nullptr;
  return Text(found) == word ? &found : nullptr;
}

absl::string_view Lexicon::Text(const LexiconWord& word) const {
  if (word.text == LexiconWord::kNone) return "";
  return texts_.substr(word.text + 1, static_cast<uint8_t>(texts_[word.text]));
}

absl::string_view Lexicon::Base(const LexiconWord& word) const {
  return word.base == LexiconWord::kNone ? "" : Text(words_[word.base]);
}

const LexiconWord* Lexicon::Family(const LexiconWord& word) const {
  return word.family == LexiconWord::kNone ? nullptr : &words_[word.family];
}

absl::Span<const uint16_t> Lexicon::Senses(const LexiconWord& word) const {
  return numbers_.subspan(word.lists, word.senses);
}

absl::Span<const uint16_t> Lexicon::Broader(const LexiconWord& word) const {
  return numbers_.subspan(word.lists + word.senses, word.broader);
}

absl::Span<const uint16_t> Lexicon::Antonyms(const LexiconWord& word) const {
  return numbers_.subspan(word.lists + word.senses + word.broader,
                          word.antonyms);
}

int Lexicon::Bits(absl::string_view word) const {
  const LexiconWord* found = Find(word);
  return found == nullptr ? 0 : found->bits;
}

bool Lexicon::HasMeaning(absl::string_view word) const {
  const LexiconWord* found = Find(word);
  return found != nullptr && found->HasMeaning();
}

}  // namespace concord
