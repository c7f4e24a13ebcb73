#include "engine/store/drop_plan.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revisions.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/read_articles.h"
#include "engine/store/record.h"

namespace concord {
namespace {

// What claims, links and origins are made from.
std::string Matter(const v1::Article& article) {
  v1::Article matter = article;
  matter.clear_external_id();
  matter.clear_source();
  matter.clear_source_map();
  matter.clear_repaired_sequences();
  matter.clear_revision();
  matter.clear_superseded_by();
  return matter.SerializeAsString();
}

class Planner {
 public:
  // `stored` is what the record has of one document, `settled` what is to stand
  // there; texts of the record that are not settled go for good.
  void PlanDocument(const std::vector<StoredArticle>& stored,
                    std::vector<v1::Article> settled) {
    std::map<std::string, const StoredArticle*> before;
    for (const StoredArticle& s : stored) before[s.article.article_id()] = &s;
    std::string latest_before, latest_now;
    for (const StoredArticle& s : stored) {
      if (s.live) latest_before = s.article.article_id();
    }
    for (v1::Article& article : settled) {
      if (article.superseded_by().empty()) latest_now = article.article_id();
      const auto found = before.find(article.article_id());
      Place(found == before.end() ? nullptr : found->second,
            std::move(article));
      if (found != before.end()) before.erase(found);
    }
    for (const auto& [id, gone] : before) {
      if (gone->live) plan_.go.push_back(*gone);
    }
    if (!stored.empty() && latest_now != latest_before) ++plan_.revised;
  }

  DropPlan& plan() { return plan_; }

 private:
  void Place(const StoredArticle* before, v1::Article article) {
    StoredArticle now;
    now.live = IsCurrent(article);
    now.article = std::move(article);
    if (before == nullptr) {
      (now.live ? plan_.come : plan_.kept).push_back(std::move(now));
      return;
    }
    now.row = before->row;
    now.drop_row = before->drop_row;
    now.claims = before->claims;
    const bool same_matter = Matter(before->article) == Matter(now.article);
    if (before->live == now.live && same_matter) {
      if (before->article.SerializeAsString() !=
          now.article.SerializeAsString()) {
        plan_.restated.push_back(std::move(now));
      }
      return;
    }
    if (before->live) plan_.go.push_back(*before);
    if (now.live) {
      plan_.come.push_back(std::move(now));
      return;
    }
    now.claims = 0;
    if (before->live) {
      plan_.superseded.push_back(std::move(now));
    } else {
      plan_.restated.push_back(std::move(now));
    }
  }

  DropPlan plan_;
};

}  // namespace

absl::StatusOr<DropPlan> PlanDrop(std::vector<v1::Article> articles,
                                  Record& record) {
  std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
    return a.document_id() < b.document_id();
  });
  Planner planner;
  for (size_t begin = 0, end; begin < articles.size(); begin = end) {
    const std::string document = articles[begin].document_id();
    for (end = begin;
         end < articles.size() && articles[end].document_id() == document;) {
      ++end;
    }
    CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredArticle> stored,
                             record.LoadDocument(document));
    std::vector<v1::Article> all;
    for (const StoredArticle& s : stored) all.push_back(s.article);
    for (size_t i = begin; i < end; ++i) all.push_back(std::move(articles[i]));
    SettledArticles settled = SettleRevisions(std::move(all));
    for (v1::Quarantine& quarantine : settled.quarantines) {
      // The drop's own were told apart when it was read: these are the
      // record's.
      if (quarantine.code() == v1::QUARANTINE_CODE_DUPLICATE) {
        ++planner.plan().known;
      } else {
        planner.plan().quarantines.push_back(std::move(quarantine));
      }
    }
    planner.PlanDocument(stored, std::move(settled.articles));
  }
  return std::move(planner.plan());
}

absl::StatusOr<DropPlan> PlanForget(const std::vector<StoredArticle>& forgotten,
                                    Record& record) {
  std::set<std::string> documents, ids;
  for (const StoredArticle& article : forgotten) {
    documents.insert(article.article.document_id());
    ids.insert(article.article.article_id());
  }
  Planner planner;
  for (const std::string& document : documents) {
    CONCORD_ASSIGN_OR_RETURN(const std::vector<StoredArticle> stored,
                             record.LoadDocument(document));
    std::vector<v1::Article> rest;
    for (const StoredArticle& s : stored) {
      if (!ids.contains(s.article.article_id())) rest.push_back(s.article);
    }
    planner.PlanDocument(stored, SettleRevisions(std::move(rest)).articles);
  }
  return std::move(planner.plan());
}

}  // namespace concord
