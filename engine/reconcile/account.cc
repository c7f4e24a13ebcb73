#include "engine/reconcile/account.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/id.h"
#include "engine/cluster/cluster.h"
#include "engine/reconcile/agreement.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/disposition.h"
#include "engine/reconcile/divergence.h"
#include "engine/reconcile/origin.h"
#include "engine/reconcile/reconcile.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/soundness.h"
#include "engine/reconcile/story_book.h"
#include "engine/reconcile/wording_book.h"

namespace concord {
namespace {

using v1::Comparison;

template <typename Records, typename Id>
void SortById(Records& records, Id id) {
  std::sort(records.begin(), records.end(),
            [&](const auto& x, const auto& y) { return id(x) < id(y); });
}

// The agreeing pairs of two articles. The same words go before all others,
// however alike those are.
std::vector<AgreeingPair> AgreeingPairs(const Corpus& corpus,
                                        absl::Span<const JudgedPair> pairs) {
  std::vector<AgreeingPair> agreeing;
  for (const JudgedPair& p : pairs) {
    if (p.verdict.relation != Comparison::RELATION_AGREE) continue;
    const bool same_words =
        corpus.claim(p.pair.a).text() == corpus.claim(p.pair.b).text();
    agreeing.push_back(
        {p.pair, p.verdict.similarity + (same_words ? 1.0f : 0.0f)});
  }
  return agreeing;
}

// Claims that do not agree by themselves may stand in one group with a third
// that agrees with both, unless they are far from it or something speaks
// against it. Chosen by leaving out one story at a time; see
// tools/train_compare.
constexpr float kSameWithSupport = 0.1f;

bool Agrees(const Verdict& verdict) {
  return verdict.relation == Comparison::RELATION_AGREE ||
         verdict.relation == Comparison::RELATION_AGREE_WITHIN;
}

bool MayShareGroup(const Verdict& verdict) {
  if (Agrees(verdict)) return true;
  return verdict.relation != Comparison::RELATION_DIVERGE &&
         verdict.relation != Comparison::RELATION_PARALLEL &&
         verdict.same >= kSameWithSupport;
}

// Every two members agree, those with support too.
void SettleGroup(const Corpus& corpus, const ClaimSet& group,
                 RelationTable& relations) {
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; j < group.size(); ++j) {
      if (Agrees(relations.VerdictOn(group[i], group[j]))) continue;
      const bool within =
          corpus.ArticleOf(group[i]) == corpus.ArticleOf(group[j]);
      relations.Settle({group[i], group[j]},
                       within ? Comparison::RELATION_AGREE_WITHIN
                              : Comparison::RELATION_AGREE,
                       v1::REASON_CODE_AGREES_WITH_BOTH);
    }
  }
}

// All claims in the words of one of `firsts`, ascending.
ClaimSet AllOf(const WordingBook& wordings, const ClaimSet& firsts) {
  ClaimSet all;
  for (uint32_t first : firsts) {
    const absl::Span<const uint32_t> claims = wordings.ClaimsOf(first);
    all.insert(all.end(), claims.begin(), claims.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// Adds the wordings that stand in several articles and in none of `groups`.
void AddSharedWordings(const Corpus& corpus, const WordingBook& wordings,
                       std::vector<ClaimSet>& groups) {
  std::vector<bool> grouped(corpus.claims(), false);
  for (const ClaimSet& group : groups) {
    for (uint32_t first : group) grouped[first] = true;
  }
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    if (!wordings.IsFirst(c) || grouped[c]) continue;
    if (wordings.ArticlesOf(c).size() > 1) groups.push_back({c});
  }
}

std::vector<ClaimSet> FindAgreements(const Corpus& corpus,
                                     const WordingBook& wordings,
                                     RelationTable& relations) {
  const std::vector<AgreeingPair> pairs =
      AgreeingPairs(corpus, relations.pairs());
  std::vector<ClaimSet> groups =
      GroupAgreeing(pairs, [&](uint32_t a, uint32_t b) {
        return MayShareGroup(relations.VerdictOn(a, b));
      });
  for (const ClaimSet& group : groups) SettleGroup(corpus, group, relations);
  AddSharedWordings(corpus, wordings, groups);
  for (ClaimSet& group : groups) group = AllOf(wordings, group);
  std::sort(groups.begin(), groups.end());
  return groups;
}

std::string IdOf(const Corpus& corpus, const ArticleSet& articles) {
  std::vector<absl::string_view> ids;
  for (uint32_t a : articles) ids.push_back(corpus.article(a).article_id());
  return StoryId(ids);
}

std::vector<v1::Story> BuildStories(const Corpus& corpus,
                                    const StoryBook& book) {
  std::vector<v1::Story> stories;
  for (const ArticleSet& articles : book.stories()) {
    v1::Story& story = stories.emplace_back();
    story.set_story_id(IdOf(corpus, articles));
    for (uint32_t a : articles) {
      story.add_article_ids(corpus.article(a).article_id());
    }
  }
  SortById(stories, [](const auto& s) { return s.story_id(); });
  return stories;
}

// A claim in the words of another, which stands for it.
v1::Relation SameWordsRelation(const Corpus& corpus, uint32_t first,
                               uint32_t claim) {
  const bool within = corpus.ArticleOf(first) == corpus.ArticleOf(claim);
  v1::Relation relation;
  relation.set_a(corpus.claim(first).claim_id());
  relation.set_b(corpus.claim(claim).claim_id());
  relation.set_relation(within ? Comparison::RELATION_AGREE_WITHIN
                               : Comparison::RELATION_AGREE);
  relation.add_reasons(v1::REASON_CODE_SAME_WORDS);
  relation.set_similarity(1.0f);
  return relation;
}

// Two wordings of several articles may agree and meet in one of them.
Comparison::Relation RelationOf(const Corpus& corpus, const JudgedPair& pair) {
  const bool within =
      corpus.ArticleOf(pair.pair.a) == corpus.ArticleOf(pair.pair.b);
  return within && Agrees(pair.verdict) ? Comparison::RELATION_AGREE_WITHIN
                                        : pair.verdict.relation;
}

std::vector<v1::Relation> BuildRelations(const Corpus& corpus,
                                         const WordingBook& wordings,
                                         absl::Span<const JudgedPair> pairs) {
  std::vector<v1::Relation> relations;
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    if (wordings.IsFirst(c)) continue;
    relations.push_back(SameWordsRelation(corpus, wordings.FirstOf(c), c));
  }
  for (const JudgedPair& p : pairs) {
    v1::Relation& relation = relations.emplace_back();
    relation.set_a(corpus.claim(p.pair.a).claim_id());
    relation.set_b(corpus.claim(p.pair.b).claim_id());
    relation.set_relation(RelationOf(corpus, p));
    relation.mutable_types()->Add(p.verdict.types.begin(),
                                  p.verdict.types.end());
    relation.mutable_reasons()->Add(p.verdict.reasons.begin(),
                                    p.verdict.reasons.end());
    relation.mutable_evidence()->Add(p.verdict.evidence.begin(),
                                     p.verdict.evidence.end());
    relation.set_similarity(p.verdict.similarity);
  }
  SortById(relations, [](const auto& r) { return std::tie(r.a(), r.b()); });
  return relations;
}

// Makes the records of agreements.
class AgreementBuilder {
 public:
  AgreementBuilder(const Corpus& corpus, const OriginBook& origins)
      : corpus_(corpus), origins_(origins) {}

  v1::Agreement Build(const ClaimSet& members) const {
    v1::Agreement agreement;
    for (uint32_t c : members) {
      agreement.add_claim_ids(corpus_.claim(c).claim_id());
    }
    agreement.set_agreement_id(
        IdBuilder("agreement").Add(agreement.claim_ids(0)).Hex());
    *agreement.mutable_support() = SupportOf(members);
    agreement.set_kind(KindOf(members));
    return agreement;
  }

 private:
  v1::Support SupportOf(const ClaimSet& members) const {
    ArticleSet articles;
    for (uint32_t c : members) articles.push_back(corpus_.ArticleOf(c));
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()),
                   articles.end());
    v1::Support support = origins_.SupportOf(articles);
    if (ShareSpeaker(members)) {
      support.set_origins_min(1);
      support.add_reasons(v1::SUPPORT_REASON_SHARED_SPEAKER);
    }
    return support;
  }

  // True where all members are one named speaker's words.
  bool ShareSpeaker(const ClaimSet& members) const {
    const std::string& speaker =
        corpus_.claim(members.front()).attribution().speaker();
    return !speaker.empty() &&
           std::all_of(members.begin(), members.end(), [&](uint32_t c) {
             return corpus_.claim(c).attribution().speaker() == speaker;
           });
  }

  v1::AgreementKind KindOf(const ClaimSet& members) const {
    const std::string& text = corpus_.claim(members.front()).text();
    const bool same_words = std::all_of(
        members.begin(), members.end(),
        [&](uint32_t c) { return corpus_.claim(c).text() == text; });
    if (same_words) return v1::AGREEMENT_KIND_VERBATIM;
    const bool all_quoted =
        ShareSpeaker(members) &&
        std::all_of(members.begin(), members.end(), [&](uint32_t c) {
          return corpus_.claim(c).attribution().kind() ==
                 v1::ATTRIBUTION_KIND_DIRECT;
        });
    return all_quoted ? v1::AGREEMENT_KIND_QUOTE_VARIANT
                      : v1::AGREEMENT_KIND_PARAPHRASE;
  }

  const Corpus& corpus_;
  const OriginBook& origins_;
};

std::vector<v1::Agreement> BuildAgreements(const Corpus& corpus,
                                           const OriginBook& origins,
                                           absl::Span<const ClaimSet> groups) {
  const AgreementBuilder builder(corpus, origins);
  std::vector<v1::Agreement> agreements;
  for (const ClaimSet& members : groups) {
    agreements.push_back(builder.Build(members));
  }
  SortById(agreements, [](const auto& a) { return a.agreement_id(); });
  return agreements;
}

// The claims of divergences that are real and about more than who vouches, as
// indices.
std::vector<uint32_t> DivergingClaims(
    const Corpus& corpus, absl::Span<const v1::Divergence> divergences) {
  std::vector<uint32_t> claims;
  for (const v1::Divergence& d : divergences) {
    const bool voices = d.type() == v1::DIVERGENCE_TYPE_ATTRIBUTION;
    if (d.apparent() || voices) continue;
    for (const std::string& id : d.claim_ids()) {
      claims.push_back(corpus.IndexOf(id));
    }
  }
  return claims;
}

// Among the stories of an article the one with most articles.
const ArticleSet& GreatestStory(const StoryBook& stories, uint32_t article) {
  const ArticleSet* greatest = nullptr;
  for (uint32_t s : stories.StoriesOf(article)) {
    const ArticleSet& story = stories.stories()[s];
    if (greatest == nullptr || story.size() > greatest->size()) {
      greatest = &story;
    }
  }
  return *greatest;
}

// Articles that a record names one by one; of a greater story it names the id.
constexpr size_t kMaxListed = 100;

v1::Unique BuildUnique(const Corpus& corpus, const StoryBook& stories,
                       uint32_t claim) {
  const uint32_t article = corpus.ArticleOf(claim);
  const ArticleSet& story = GreatestStory(stories, article);
  v1::Unique unique;
  unique.set_claim_id(corpus.claim(claim).claim_id());
  unique.set_story_id(IdOf(corpus, story));
  size_t compared = 0;
  const bool listed = story.size() <= kMaxListed;
  for (uint32_t other : story) {
    if (other == article) continue;
    if (listed) {
      unique.add_compared_article_ids(corpus.article(other).article_id());
    }
    compared += corpus.ClaimsOf(other).size();
  }
  unique.set_compared_claims(static_cast<uint32_t>(compared));
  return unique;
}

std::vector<bool> InStory(const Corpus& corpus, const StoryBook& stories) {
  std::vector<bool> in_story(corpus.articles());
  for (uint32_t a = 0; a < corpus.articles(); ++a) {
    in_story[a] = !stories.StoriesOf(a).empty();
  }
  return in_story;
}

}  // namespace

Reconciliation BuildAccount(Corpus& corpus, const StoryBook& stories,
                            const WordingBook& wordings,
                            const OriginBook& origins,
                            RelationTable& relations) {
  // Grouping judges further pairs, so second thoughts come after it.
  const std::vector<ClaimSet> groups =
      FindAgreements(corpus, wordings, relations);
  DemoteUnsoundDivergences(wordings, relations);

  Reconciliation account;
  account.stories = BuildStories(corpus, stories);
  account.agreements = BuildAgreements(corpus, origins, groups);
  account.divergences =
      BuildDivergences(corpus, relations.pairs(), groups, [&](ClaimPair pair) {
        return stories.SameEvent(corpus.ArticleOf(pair.a),
                                 corpus.ArticleOf(pair.b));
      });
  account.relations = BuildRelations(corpus, wordings, relations.pairs());

  const std::vector<v1::Disposition> dispositions = Dispose(
      corpus, wordings, relations.pairs(), groups,
      DivergingClaims(corpus, account.divergences), InStory(corpus, stories));
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    corpus.mutable_claim(c).set_disposition(dispositions[c]);
    if (dispositions[c] != v1::DISPOSITION_UNIQUE) continue;
    account.uniques.push_back(BuildUnique(corpus, stories, c));
  }
  return account;
}

std::string StoryId(absl::Span<const absl::string_view> article_ids) {
  IdBuilder id("story");
  for (absl::string_view article_id : article_ids) id.Add(article_id);
  return id.Hex();
}

std::vector<v1::Cluster> BuildClusters(const Corpus& corpus,
                                       const Clustering& clustering) {
  std::map<uint32_t, v1::Cluster> by_root;
  for (const ClusterEdge& edge : clustering.edges) {
    v1::Cluster& cluster = by_root[clustering.root[edge.a]];
    v1::ClusterEdge& out = *cluster.add_edges();
    out.set_a(corpus.claim(edge.a).claim_id());
    out.set_b(corpus.claim(edge.b).claim_id());
    out.set_similarity(edge.similarity);
    const bool first = cluster.edges_size() == 1;
    cluster.set_min_similarity(
        first ? edge.similarity
              : std::min(cluster.min_similarity(), edge.similarity));
  }
  for (uint32_t c = 0; c < corpus.claims(); ++c) {
    const auto found = by_root.find(clustering.root[c]);
    if (found == by_root.end()) continue;
    found->second.add_claim_ids(corpus.claim(c).claim_id());
  }
  std::vector<v1::Cluster> clusters;
  for (auto& [root, cluster] : by_root) {
    cluster.set_cluster_id(
        IdBuilder("cluster").Add(cluster.claim_ids(0)).Hex());
    clusters.push_back(std::move(cluster));
  }
  SortById(clusters, [](const auto& c) { return c.cluster_id(); });
  return clusters;
}

}  // namespace concord
