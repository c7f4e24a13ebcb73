// The articles of a drop of any size, kept in temporary files on their way to
// their place in the stream.
//
// Example:
//   ArticleSpool spool;
//   CONCORD_RETURN_IF_ERROR(spool.Add(article));  // for each
//   CONCORD_RETURN_IF_ERROR(spool.Settle(withdrawals, quarantines));
//   CONCORD_RETURN_IF_ERROR(spool.ForEach([&](v1::Article article) {...}));

#ifndef CONCORD_ENGINE_PIPELINE_ARTICLE_SPOOL_H_
#define CONCORD_ENGINE_PIPELINE_ARTICLE_SPOOL_H_

#include <array>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"

namespace concord {

// Does what SettleRevisions and TakeOutWithdrawn do, to the same result, a part
// of the documents at a time: all versions of a document are in one part, by a
// hash of its id. The parts are then merged by article_id.
//
// Memory is a part, that is 1 in kParts of the articles, and a buffer for each
// part. The files lie below TMPDIR, or else /tmp, without a name, and are gone
// with the process. Errors carry the system's words.
//
// Not safe for use from two threads at once.
class ArticleSpool {
 public:
  static constexpr size_t kParts = 128;

  // Keeps an article.
  absl::Status Add(const v1::Article& article);

  // Settles what was added. Call once, after the last.
  absl::Status Settle(const std::vector<v1::Article>& withdrawals,
                      std::vector<v1::Quarantine>& quarantines);

  // Calls `use` for every article that is left, sorted by id; any number of
  // times, after Settle().
  absl::Status ForEach(const std::function<absl::Status(v1::Article)>& use);

  // After Settle(): how many there are.
  size_t size() const { return size_; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, CloseFile>;

  // Appends a length and the bytes of the article.
  static absl::Status Write(const v1::Article& article, std::FILE* file);
  // The next article; an empty one at the end.
  static absl::StatusOr<v1::Article> Read(std::FILE* file);
  absl::Status SettlePart(File& file,
                          const std::vector<v1::Article>& withdrawals,
                          std::vector<v1::Quarantine>& quarantines);

  std::array<File, kParts> parts_;  // null where nothing is in it
  size_t size_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_ARTICLE_SPOOL_H_
