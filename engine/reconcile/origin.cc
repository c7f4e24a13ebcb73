#include "engine/reconcile/origin.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
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

// Joins articles that have a name in common, in time linear in the articles.
class OriginJoiner {
 public:
  explicit OriginJoiner(uint32_t articles) : origins_(articles) {}

  // Joins `article` with all that came before with the same value of a field.
  void Join(uint32_t article, absl::string_view field, const std::string& value,
            v1::SupportReason reason) {
    if (value.empty()) return;
    const uint32_t first =
        first_.emplace(absl::StrCat(field, " ", value), article).first->second;
    JoinTwo(article, first, reason);
  }

  // Joins `article`, which goes by `name`, with those that name it as their
  // source. Call after all calls of Join.
  void JoinSource(uint32_t article, const std::string& name) {
    if (name.empty()) return;
    const auto source = first_.find(absl::StrCat("source ", name));
    if (source == first_.end()) return;
    JoinTwo(article, source->second, v1::SUPPORT_REASON_REPUBLISHED);
  }

  DisjointSets& origins() { return origins_; }
  Reasons& reasons() { return reasons_; }

 private:
  void JoinTwo(uint32_t a, uint32_t b, v1::SupportReason reason) {
    if (a == b) return;
    origins_.Join(a, b);
    reasons_.insert(reason);
  }

  DisjointSets origins_;
  Reasons reasons_;
  absl::flat_hash_map<std::string, uint32_t> first_;
};

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
  OriginJoiner joiner(n);
  for (uint32_t i = 0; i < n; ++i) {
    const Facts& facts = facts_[articles[i]];
    joiner.Join(i, "text", absl::StrCat(facts.text_root),
                v1::SUPPORT_REASON_COPIED_TEXT);
    joiner.Join(i, "agency", facts.agency, v1::SUPPORT_REASON_SAME_AGENCY);
    joiner.Join(i, "publisher", facts.publisher,
                v1::SUPPORT_REASON_SAME_PUBLISHER);
    joiner.Join(i, "source", facts.source, v1::SUPPORT_REASON_REPUBLISHED);
  }
  for (uint32_t i = 0; i < n; ++i) {
    const Facts& facts = facts_[articles[i]];
    for (const std::string* name :
         {&facts.outlet, &facts.publisher, &facts.agency}) {
      joiner.JoinSource(i, *name);
    }
  }
  DisjointSets& origins = joiner.origins();
  Reasons& reasons = joiner.reasons();

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
