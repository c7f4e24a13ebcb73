// Small drops, made up at random: a handful of articles that tell, retell and
// contradict the same few matters.

#ifndef CONCORD_TESTS_RECONCILE_SMALL_WORLD_H_
#define CONCORD_TESTS_RECONCILE_SMALL_WORLD_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "tests/reconcile/builders.h"

namespace concord {

struct SmallWorld {
  std::vector<v1::Article> articles;
  std::vector<v1::Claim> claims;
};

// One sentence and, where it has a number, where.
struct MadeSentence {
  std::string text;
  size_t number_begin = 0;
  size_t number_length = 0;
  int number = 0;
};

class SmallWorldMaker {
 public:
  explicit SmallWorldMaker(uint32_t seed) : random_(seed) {}

  SmallWorld Make(int articles, int sentences) {
    SmallWorld world;
    for (int i = 0; i < articles; ++i) {
      std::vector<MadeSentence> told;
      for (int s = 0; s < sentences; ++s) told.push_back(MakeSentence());
      Tell(absl::StrCat("article", i), absl::StrCat("Outlet ", i), told, world);
    }
    return world;
  }

  // One article, printed by two outlets.
  SmallWorld MakeTwins(int sentences) {
    SmallWorld world;
    std::vector<MadeSentence> told;
    for (int s = 0; s < sentences; ++s) told.push_back(MakeSentence());
    Tell("left", "Left Times", told, world);
    Tell("right", "Right Post", told, world);
    return world;
  }

 private:
  template <size_t n>
  absl::string_view Pick(const absl::string_view (&words)[n]) {
    return words[random_() % n];
  }

  MadeSentence MakeSentence() {
    static constexpr absl::string_view kWho[] = {
        "The coastguard", "Mayor Ilse Brandt", "The ferry company",
        "A union of dockers", "The Nordkyst"};
    static constexpr absl::string_view kDid[] = {
        "rescued",    "did not rescue", "will rescue", "evacuated",
        "threatened", "criticised",     "searched for"};
    static constexpr absl::string_view kWhom[] = {
        "passengers", "lorries", "fishing boats", "crew members"};
    static constexpr absl::string_view kWhere[] = {
        "off Hestoya", "in Valmora harbour", "on Tuesday", "on Friday",
        "before dawn"};
    MadeSentence made;
    made.text = absl::StrCat(Pick(kWho), " ", Pick(kDid), " ");
    if (random_() % 2 == 0) {
      made.number = 10 + static_cast<int>(random_() % 3) * 100;
      made.number_begin = made.text.size();
      absl::StrAppend(&made.text, made.number);
      made.number_length = made.text.size() - made.number_begin;
      made.text += " ";
    }
    absl::StrAppend(&made.text, Pick(kWhom), " ", Pick(kWhere), ".");
    return made;
  }

  static void Tell(const std::string& id, const std::string& outlet,
                   const std::vector<MadeSentence>& told, SmallWorld& world) {
    std::string text;
    std::vector<size_t> begins;
    for (const MadeSentence& sentence : told) {
      begins.push_back(text.size());
      absl::StrAppend(&text, sentence.text, "\n\n");
    }
    world.articles.push_back(MakeArticle(id, text, outlet));
    for (size_t s = 0; s < told.size(); ++s) {
      world.claims.push_back(MakeClaimOf(
          absl::StrCat(id, "#", s), world.articles.back(), told[s], begins[s]));
    }
  }

  static v1::Claim MakeClaimOf(const std::string& id,
                               const v1::Article& article,
                               const MadeSentence& sentence, size_t begin) {
    v1::Claim claim = MakeClaim(id, article, sentence.text);
    const auto at = [&](size_t offset) {
      return static_cast<uint32_t>(begin + offset);
    };
    claim.mutable_span()->set_begin_byte(at(0));
    claim.mutable_span()->set_end_byte(at(sentence.text.size()));
    *claim.add_fragments() = claim.span();
    if (sentence.number_length == 0) return claim;
    v1::Quantity& quantity = *claim.add_quantities();
    quantity.set_low(sentence.number);
    quantity.set_high(sentence.number);
    quantity.set_comparator(v1::COMPARATOR_EXACT);
    quantity.mutable_span()->set_begin_byte(at(sentence.number_begin));
    quantity.mutable_span()->set_end_byte(
        at(sentence.number_begin + sentence.number_length));
    return claim;
  }

  std::mt19937 random_;
};

}  // namespace concord

#endif  // CONCORD_TESTS_RECONCILE_SMALL_WORLD_H_
