#include "engine/reconcile/origin.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/lexicon/outlet_book.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/disjoint_sets.h"

namespace concord {
namespace {

// "https://www.example.org/a/b" -> "example.org"; empty where there is none.
std::string HostOf(absl::string_view uri) {
  const size_t scheme = uri.find("://");
  if (scheme == absl::string_view::npos) return "";
  uri.remove_prefix(scheme + 3);
  uri = uri.substr(0, uri.find_first_of("/?#"));
  absl::ConsumePrefix(&uri, "www.");
  return absl::AsciiStrToLower(uri);
}

// The name of `outlet`, or `name` where it is nullptr.
std::string NameOf(const Outlet* outlet, absl::string_view name) {
  return OutletBook::Folded(outlet == nullptr ? name : outlet->name);
}

std::string KnownName(absl::string_view name, const OutletBook& outlets) {
  return NameOf(outlets.Find(name), name);
}

// Why two articles are one origin, kept in the enum's order.
using Reasons = std::set<v1::SupportReason>;

}  // namespace

OriginBook::OriginBook(const Corpus& corpus,
                       absl::Span<const CopiedPair> copied,
                       const OutletBook& outlets) {
  DisjointSets texts(corpus.articles());
  for (const CopiedPair& pair : copied) texts.Join(pair.a, pair.b);
  for (uint32_t a = 0; a < corpus.articles(); ++a) {
    facts_.push_back(FactsOf(corpus.article(a), outlets));
    facts_.back().text_root = texts.Root(a);
  }
}

OriginBook::Facts OriginBook::FactsOf(const v1::Article& article,
                                      const OutletBook& outlets) {
  const bool named = !article.outlet().empty();
  const std::string name = named ? article.outlet() : HostOf(article.uri());
  const Outlet* outlet = named ? outlets.Find(name) : outlets.FindHost(name);

  Facts facts;
  facts.outlet = NameOf(outlet, name);
  facts.publisher = outlet == nullptr || outlet->owner.empty()
                        ? facts.outlet
                        : KnownName(outlet->owner, outlets);
  facts.agency = KnownName(article.origin().agency(), outlets);
  facts.source = KnownName(article.origin().republished_from(), outlets);
  facts.known = !facts.agency.empty() || !facts.source.empty() ||
                !article.origin().byline().empty();
  return facts;
}

bool OriginBook::SamePublisher(uint32_t a, uint32_t b) const {
  const std::string& publisher = facts_[a].publisher;
  return !publisher.empty() && publisher == facts_[b].publisher;
}

bool OriginBook::NamesAsSource(uint32_t a, uint32_t b) const {
  const std::string& source = facts_[a].source;
  return !source.empty() &&
         (source == facts_[b].outlet || source == facts_[b].publisher ||
          source == facts_[b].source || source == facts_[b].agency);
}

uint32_t OriginBook::CountOutlets(absl::Span<const uint32_t> articles) const {
  absl::flat_hash_set<std::string> named;
  uint32_t unnamed = 0;
  for (uint32_t a : articles) {
    const std::string& name = facts_[a].outlet;
    if (name.empty())
      ++unnamed;
    else
      named.insert(name);
  }
  return static_cast<uint32_t>(named.size()) + unnamed;
}

v1::Support OriginBook::SupportOf(absl::Span<const uint32_t> articles) const {
  const auto n = static_cast<uint32_t>(articles.size());
  DisjointSets origins(n);
  Reasons reasons;
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t j = i + 1; j < n; ++j) {
      const uint32_t a = articles[i];
      const uint32_t b = articles[j];
      const auto join_if = [&](bool holds, v1::SupportReason reason) {
        if (!holds) return;
        origins.Join(i, j);
        reasons.insert(reason);
      };
      join_if(!facts_[a].agency.empty() && facts_[a].agency == facts_[b].agency,
              v1::SUPPORT_REASON_SAME_AGENCY);
      join_if(facts_[a].text_root == facts_[b].text_root,
              v1::SUPPORT_REASON_COPIED_TEXT);
      join_if(SamePublisher(a, b), v1::SUPPORT_REASON_SAME_PUBLISHER);
      join_if(NamesAsSource(a, b) || NamesAsSource(b, a),
              v1::SUPPORT_REASON_REPUBLISHED);
    }
  }

  absl::flat_hash_set<uint32_t> all;
  absl::flat_hash_set<uint32_t> known;
  for (uint32_t i = 0; i < n; ++i) {
    all.insert(origins.Root(i));
    if (facts_[articles[i]].known) known.insert(origins.Root(i));
  }
  if (known.size() < all.size()) {
    reasons.insert(v1::SUPPORT_REASON_UNKNOWN_ORIGIN);
  }

  v1::Support support;
  support.set_articles(n);
  support.set_outlets(CountOutlets(articles));
  support.set_origins_min(
      std::max<uint32_t>(1, static_cast<uint32_t>(known.size())));
  support.set_origins_max(static_cast<uint32_t>(all.size()));
  for (v1::SupportReason reason : reasons) support.add_reasons(reason);
  return support;
}

}  // namespace concord
