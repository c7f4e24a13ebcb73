#include "engine/pipeline/article_spool.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revisions.h"
#include "engine/article/withdrawals.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

absl::Status SystemError() {
  return absl::ErrnoToStatus(
      errno == 0 ? EIO : errno,
      "cannot keep the articles in a temporary file (TMPDIR says where)");
}

// A file below TMPDIR, or else /tmp, that nobody else can open and that is gone
// with the process; null where there can be none.
std::FILE* OpenTemporary() {
  const char* folder = std::getenv("TMPDIR");
  std::string path =
      absl::StrCat(folder == nullptr || *folder == '\0' ? "/tmp" : folder,
                   "/concord-XXXXXX");
  const int fd = mkstemp(path.data());
  if (fd < 0) return nullptr;
  unlink(path.c_str());
  return fdopen(fd, "w+b");
}

// The part that a document is in; the result does not depend on it.
size_t PartOf(const v1::Article& article) {
  return std::hash<std::string>()(article.document_id()) % ArticleSpool::kParts;
}

}  // namespace

absl::Status ArticleSpool::Write(const v1::Article& article, std::FILE* file) {
  const std::string bytes = article.SerializeAsString();
  const auto size = static_cast<uint32_t>(bytes.size());
  if (std::fwrite(&size, sizeof(size), 1, file) != 1 ||
      std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
    return SystemError();
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::Article> ArticleSpool::Read(std::FILE* file) {
  v1::Article article;
  uint32_t size = 0;
  if (std::fread(&size, sizeof(size), 1, file) != 1) {
    if (std::ferror(file)) return SystemError();
    return article;
  }
  std::string bytes(size, '\0');
  if (std::fread(bytes.data(), 1, size, file) != size ||
      !article.ParseFromString(bytes)) {
    return SystemError();
  }
  return article;
}

absl::Status ArticleSpool::Add(const v1::Article& article) {
  File& part = parts_[PartOf(article)];
  if (part == nullptr) part.reset(OpenTemporary());
  if (part == nullptr) return SystemError();
  return Write(article, part.get());
}

absl::Status ArticleSpool::Settle(const std::vector<v1::Article>& withdrawals,
                                  std::vector<v1::Quarantine>& quarantines) {
  for (File& part : parts_) {
    if (part == nullptr) continue;
    CONCORD_RETURN_IF_ERROR(SettlePart(part, withdrawals, quarantines));
  }
  return absl::OkStatus();
}

absl::Status ArticleSpool::SettlePart(
    File& file, const std::vector<v1::Article>& withdrawals,
    std::vector<v1::Quarantine>& quarantines) {
  std::rewind(file.get());
  std::vector<v1::Article> articles;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(v1::Article article, Read(file.get()));
    if (article.article_id().empty()) break;
    articles.push_back(std::move(article));
  }
  std::vector<v1::Quarantine> withdrawn =
      TakeOutWithdrawn(withdrawals, articles);
  SettledArticles settled = SettleRevisions(std::move(articles));
  std::move(withdrawn.begin(), withdrawn.end(),
            std::back_inserter(quarantines));
  std::move(settled.quarantines.begin(), settled.quarantines.end(),
            std::back_inserter(quarantines));
  size_ += settled.articles.size();
  file.reset(OpenTemporary());
  if (file == nullptr) return SystemError();
  for (const v1::Article& article : settled.articles) {
    CONCORD_RETURN_IF_ERROR(Write(article, file.get()));
  }
  return std::fflush(file.get()) == 0 ? absl::OkStatus() : SystemError();
}

absl::Status ArticleSpool::ForEach(
    const std::function<absl::Status(v1::Article)>& use) {
  struct Head {
    v1::Article article;
    std::FILE* file = nullptr;
  };
  const auto later = [](const Head& a, const Head& b) {
    return a.article.article_id() > b.article.article_id();
  };
  std::vector<Head> heads;  // a heap, the least id first
  const auto push_next = [&](std::FILE* file) -> absl::Status {
    CONCORD_ASSIGN_OR_RETURN(v1::Article article, Read(file));
    if (article.article_id().empty()) return absl::OkStatus();
    heads.push_back({std::move(article), file});
    std::push_heap(heads.begin(), heads.end(), later);
    return absl::OkStatus();
  };
  for (const File& part : parts_) {
    if (part == nullptr) continue;
    std::rewind(part.get());
    CONCORD_RETURN_IF_ERROR(push_next(part.get()));
  }
  while (!heads.empty()) {
    std::pop_heap(heads.begin(), heads.end(), later);
    Head head = std::move(heads.back());
    heads.pop_back();
    CONCORD_RETURN_IF_ERROR(use(std::move(head.article)));
    CONCORD_RETURN_IF_ERROR(push_next(head.file));
  }
  return absl::OkStatus();
}

}  // namespace concord
