#include "bench/pipeline/news_drop.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr absl::string_view kOutlets[] = {"Harbour Post", "Inland Times",
                                          "Calder Herald", "Tarn Observer"};
constexpr absl::string_view kFirstNames[] = {
    "Ilse", "Marco", "Anneke", "Tomas", "Ruth", "Pavel", "Noor", "Edwin"};
constexpr absl::string_view kSyllables[] = {"bra", "cal", "dun", "fer", "gor",
                                            "hal", "kes", "lom", "mar", "ned",
                                            "pol", "ros", "tar", "vel", "wen"};

// Each row is one fact in several wordings. $N: the event's number; $P, $Q: two
// people; $T: a town; $C: a company; $D: a weekday.
const std::vector<std::vector<absl::string_view>>& Facts() {
  static const auto& facts = *new std::vector<std::vector<absl::string_view>>{
      {"A freight train left the rails near $T on $D, injuring $N people.",
       "At least $N people were hurt when a freight train derailed outside $T "
       "on $D.",
       "$N people were injured on $D after a goods train came off the tracks "
       "close to $T."},
      {"The line, which carries coal to the coast, was closed for two days, "
       "$C said.",
       "$C said in a statement that it had shut the line for two days.",
       "The railway will stay closed for two days, according to $C."},
      {"“We heard a noise like thunder,” said $P, who lives beside the track.",
       "$P, a resident, told reporters: “We heard a noise like thunder.”"},
      {"Investigators have not yet named a cause.",
       "The cause of the accident is not known, officials said.",
       "No cause has been given so far."},
      {"Mayor $Q visited the injured in hospital and called for an inquiry.",
       "$Q, the mayor of $T, called for an inquiry after she met the injured.",
       "The town's mayor, $Q, has demanded an investigation."},
      {"It was the third derailment on the route in five years.",
       "Two other trains have derailed on the route in the past five years."},
      {"$C, which was founded in 1974, employs more than 1,200 workers in $T.",
       "More than 1,200 people work for $C in the area."},
      {"The government denied that it had cut spending on maintenance.",
       "Ministers rejected claims that money for maintenance had been cut."},
      {"Repairs could cost up to $4 million, an official familiar with the "
       "matter said.",
       "An official put the cost of repairs at nearly $4 million."},
      {"Service is expected to resume on Friday if the weather holds.",
       "Trains should run again from Friday."},
  };
  return facts;
}

class NewsMaker {
 public:
  explicit NewsMaker(uint64_t seed) : random_(seed) {}

  void NewEvent() {
    town_ = Name();
    company_ = absl::StrCat(Name(), " Rail");
    first_ = absl::StrCat(Pick(kFirstNames), " ", Name());
    second_ = absl::StrCat(Pick(kFirstNames), " ", Name());
    injured_ = 3 + random_() % 60;
    day_ = 1 + random_() % 28;
  }

  std::string Article(size_t number, size_t outlet) {
    std::string text = absl::StrCat("Train derails near ", town_, "\\n\\n");
    for (int round = 0; round < 2; ++round) {
      for (const auto& wordings : Facts()) {
        if (random_() % 4 == 0) continue;
        absl::StrAppend(&text, Fill(wordings[random_() % wordings.size()]),
                        random_() % 3 == 0 ? "\\n\\n" : " ");
      }
    }
    return absl::StrFormat(
        "{\"id\":\"%d\",\"outlet\":\"%s\",\"url\":\"https://example.org/%d\","
        "\"published\":\"2026-03-%02d\",\"text\":\"%s\"}\n",
        number, kOutlets[outlet], number, day_, text);
  }

 private:
  template <size_t N>
  absl::string_view Pick(const absl::string_view (&from)[N]) {
    return from[random_() % N];
  }

  std::string Name() {
    std::string name =
        absl::StrCat(Pick(kSyllables), Pick(kSyllables), Pick(kSyllables));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  std::string Fill(absl::string_view wording) {
    static constexpr absl::string_view kDays[] = {"Monday", "Tuesday",
                                                  "Wednesday"};
    const size_t injured = injured_ + (random_() % 10 == 0 ? 1 : 0);
    return absl::StrReplaceAll(wording, {{"$N", absl::StrCat(injured)},
                                         {"$P", first_},
                                         {"$Q", second_},
                                         {"$T", town_},
                                         {"$C", company_},
                                         {"$D", kDays[day_ % 3]}});
  }

  std::mt19937_64 random_;
  std::string town_, company_, first_, second_;
  size_t injured_ = 0;
  size_t day_ = 1;
};

}  // namespace

std::string MakeNewsDrop(size_t articles, uint64_t seed) {
  constexpr size_t kTellings = 4;
  NewsMaker maker(seed);
  std::string drop;
  for (size_t i = 0; i < articles; ++i) {
    if (i % kTellings == 0) maker.NewEvent();
    absl::StrAppend(&drop, maker.Article(i, i % kTellings));
  }
  return drop;
}

}  // namespace concord
