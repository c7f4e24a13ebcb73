// Divergences, agreements and unique claims: the account itself.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/lexicon/word_table.h"
#include "engine/report/html_parts.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// One past the run of bytes that are all, or all not, of words.
size_t RunEnd(absl::string_view text, size_t pos) {
  const bool word = IsWordByte(text[pos]);
  while (pos < text.size() && IsWordByte(text[pos]) == word) ++pos;
  return pos;
}

// True for words that bind others together: one more or less of them is no
// difference between accounts.
bool Binds(absl::string_view word) {
  static const WordTable& words = WordTable::Named("function_words");
  const WordTable::Row* const row = words.Find(word);
  if (row == nullptr) return false;
  const absl::string_view kind = (*row)[3];
  return kind == "article" || kind == "auxiliary" || kind == "preposition" ||
         kind == "conjunction";
}

// `text` with the words that `others` lacks marked, neighbours in one mark.
void WriteMarked(HtmlWriter& html, absl::string_view text,
                 const WordSet& others) {
  size_t plain = 0;            // what is before it is written
  size_t first = text.size();  // of the run of marked words, if any
  size_t last = 0;             // one past its last word
  const auto flush = [&](size_t until) {
    if (first < last) {
      html.Text(text.substr(plain, first - plain));
      html.Leaf("mark", {}, text.substr(first, last - first));
      plain = last;
    }
    html.Text(text.substr(plain, until - plain));
    plain = until;
    first = text.size();
    last = 0;
  };
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = RunEnd(text, pos);
    if (IsWordByte(text[pos])) {
      const std::string word =
          absl::AsciiStrToLower(text.substr(pos, end - pos));
      if (std::binary_search(others.begin(), others.end(), word)) {
        flush(pos);
      } else if (!Binds(word)) {
        first = std::min(first, pos);
        last = end;
      }
    }
    pos = end;
  }
  flush(text.size());
}

std::string SpeakersOf(const v1::Claim& claim) {
  std::vector<absl::string_view> speakers;
  for (const v1::Attribution* at = &claim.attribution();
       !at->speaker().empty() && speakers.size() < 8; at = &at->nested()) {
    speakers.push_back(at->speaker());
  }
  return absl::StrJoin(speakers, ", as told by ");
}

template <typename Codes, typename Code>
std::string Reasons(const Codes& codes, Code) {
  return absl::StrJoin(codes, "; ", [](std::string* out, int code) {
    absl::StrAppend(out, WordsOf(static_cast<Code>(code)));
  });
}

// Words of all claims of all sides but `own`.
WordSet WordsOfOthers(const PageContext& page, const v1::Divergence& divergence,
                      int own) {
  std::string all;
  for (int i = 0; i < divergence.sides_size(); ++i) {
    if (i == own) continue;
    for (const std::string& id : divergence.sides(i).claim_ids()) {
      const size_t claim = page.run.ClaimIndex(id);
      if (claim == RunRecords::kNone) continue;
      absl::StrAppend(&all, page.run.claims[claim].text(), " ");
    }
  }
  return WordsIn(all);
}

void WriteDivergence(HtmlWriter& html, const PageContext& page, size_t index) {
  const v1::Divergence& divergence = page.run.divergences[index];
  const std::string severity =
      divergence.apparent() ? "none"
                            : std::string(WordsOf(divergence.severity()));
  html.Open("article", {{"class", absl::StrCat("card divergence ", severity)},
                        {"id", Anchor('d', index)},
                        {"tabindex", "-1"},
                        {"data-severity", severity}});
  html.Open("h3");
  if (!divergence.apparent())
    html.Leaf("span", {{"class", "severity"}}, severity);
  html.Text(WordsOf(divergence.type()));
  html.Close();
  html.Open("div", {{"class", "sides"}});
  for (int i = 0; i < divergence.sides_size(); ++i) {
    const WordSet others = WordsOfOthers(page, divergence, i);
    html.Open("div", {{"class", "side"},
                      {"role", "group"},
                      {"aria-label", absl::StrCat("Side ", i + 1, " of ",
                                                  divergence.sides_size())}});
    for (const std::string& id : divergence.sides(i).claim_ids()) {
      WriteClaim(html, page, id, &others);
    }
    html.Close();
  }
  html.Close();
  html.Open("p", {{"class", "reason"}});
  html.Leaf("b", {}, divergence.apparent() ? "Why it is none: " : "Why: ");
  html.Text(absl::StrCat(Reasons(divergence.reasons(), v1::ReasonCode()), "."));
  html.Close();
  html.Close();
}

std::string OriginsOf(const v1::Support& support) {
  if (support.origins_min() == support.origins_max()) {
    return Plural(support.origins_min(), "origin", "origins");
  }
  return absl::StrCat(support.origins_min(), " to ", support.origins_max(),
                      " origins");
}

void WriteAgreement(HtmlWriter& html, const PageContext& page, size_t index) {
  const v1::Agreement& agreement = page.run.agreements[index];
  const v1::Support& support = agreement.support();
  html.Open("article", {{"class", "card agreement"},
                        {"id", Anchor('a', index)},
                        {"tabindex", "-1"}});
  html.Open("h3");
  html.Text(OriginsOf(support));
  html.Open("small");
  html.Text(absl::StrCat(Plural(support.outlets(), "outlet", "outlets"), ", ",
                         Plural(support.articles(), "article", "articles"),
                         ", ", WordsOf(agreement.kind())));
  html.Close();
  html.Close();
  for (const std::string& id : agreement.claim_ids()) {
    WriteClaim(html, page, id, nullptr);
  }
  if (support.reasons_size() > 0) {
    html.Leaf(
        "p", {{"class", "reason"}},
        absl::StrCat(
            "Origins: ", Reasons(support.reasons(), v1::SupportReason()), "."));
  }
  html.Close();
}

}  // namespace

WordSet WordsIn(absl::string_view text) {
  WordSet words;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = RunEnd(text, pos);
    if (IsWordByte(text[pos])) {
      words.push_back(absl::AsciiStrToLower(text.substr(pos, end - pos)));
    }
    pos = end;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void WriteClaim(HtmlWriter& html, const PageContext& page,
                absl::string_view claim_id, const WordSet* other_words) {
  const size_t index = page.run.ClaimIndex(claim_id);
  if (index == RunRecords::kNone) return;
  const v1::Claim& claim = page.run.claims[index];
  const v1::Article& article = page.ArticleOf(claim);
  html.Open("figure", {{"class", "claim"}});
  html.Open("blockquote");
  html.Open("bdi");
  if (other_words == nullptr) {
    html.Text(claim.text());
  } else {
    WriteMarked(html, claim.text(), *other_words);
  }
  html.Close();
  html.Close();
  html.Open("figcaption");
  html.Open("a", {{"href", "#" + Anchor('c', index)}});
  html.Leaf("bdi", {{"class", "outlet"}}, OutletOf(article));
  html.Close();
  if (const std::string day = DayOf(article.published()); !day.empty()) {
    html.Text(" ");
    html.Leaf("time", {{"datetime", day}}, day);
  }
  if (const std::string speakers = SpeakersOf(claim); !speakers.empty()) {
    html.Open("span", {{"class", "speaker"}});
    html.Text("according to ");
    html.Leaf("bdi", {}, speakers);
    html.Close();
  }
  html.Close();
  html.Close();
}

void WriteDivergences(HtmlWriter& html, const PageContext& page,
                      bool apparent) {
  const std::vector<v1::Divergence>& all = page.run.divergences;
  std::vector<size_t> shown;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].apparent() == apparent) shown.push_back(i);
  }
  if (apparent && shown.empty()) return;
  std::stable_sort(shown.begin(), shown.end(), [&](size_t a, size_t b) {
    return all[a].severity() > all[b].severity();
  });
  if (apparent) {
    OpenPart(html, {"id", "apparent"}, "No conflict, though it looks like one",
             shown.size(), "");
  } else {
    OpenPart(html, {"id", "divergences"}, "Where accounts diverge",
             shown.size(),
             "Highest severity first. The words that one side has and the "
             "others lack are marked.");
  }
  for (const size_t i : shown) WriteDivergence(html, page, i);
  html.Close();
}

void WriteAgreements(HtmlWriter& html, const PageContext& page) {
  const std::vector<v1::Agreement>& all = page.run.agreements;
  std::vector<size_t> order(all.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const auto weight = [&](size_t i) {
      return std::make_pair(all[i].support().origins_max(),
                            all[i].claim_ids_size());
    };
    return weight(a) > weight(b);
  });
  OpenPart(html, {"id", "agreements"}, "Where they agree", all.size(),
           "Most origins first. Outlets that print one text are one origin.");
  html.Open("div", {{"class", "columns"}});
  for (const size_t i : order) WriteAgreement(html, page, i);
  html.Close();
  html.Close();
}

void WriteUniques(HtmlWriter& html, const PageContext& page) {
  std::map<std::string, std::vector<size_t>> by_outlet;
  size_t count = 0;
  for (size_t i = 0; i < page.run.uniques.size(); ++i) {
    const size_t claim = page.run.ClaimIndex(page.run.uniques[i].claim_id());
    // A detail is read with its matter, which stands above or elsewhere.
    if (claim == RunRecords::kNone ||
        page.run.claims[claim].rank() == v1::RANK_DETAIL) {
      continue;
    }
    const v1::Article& article = page.ArticleOf(page.run.claims[claim]);
    by_outlet[std::string(OutletOf(article))].push_back(i);
    ++count;
  }
  OpenPart(html, {"id", "unique"}, "What only one says", count,
           "Not mentioned in any other article on the event; that is no "
           "denial.");
  for (const auto& [outlet, uniques] : by_outlet) {
    html.Open("details", {{"class", "outlet-uniques"}});
    html.Open("summary");
    html.Leaf("bdi", {}, outlet);
    html.Leaf("span", {{"class", "count"}}, absl::StrCat(uniques.size()));
    html.Close();
    for (const size_t i : uniques) {
      html.Open("div", {{"class", "card unique"},
                        {"id", Anchor('u', i)},
                        {"tabindex", "-1"}});
      WriteClaim(html, page, page.run.uniques[i].claim_id(), nullptr);
      html.Close();
    }
    html.Close();
  }
  html.Close();
}

void WriteUnsure(HtmlWriter& html, const PageContext& page) {
  if (page.run.unsure.empty()) return;
  const size_t left_out = page.run.unsure_count - page.run.unsure.size();
  OpenPart(html, {"id", "review"}, "To review", page.run.unsure_count,
           left_out == 0
               ? "Compared, and left undecided."
               : absl::StrCat("Compared, and left undecided. The first ",
                              page.run.unsure.size(), " are shown, ", left_out,
                              " more are in the record stream."));
  html.Open("details");
  html.Leaf("summary", {}, "Show the pairs");
  for (const v1::Relation& relation : page.run.unsure) {
    html.Open("div", {{"class", "card sides"}, {"tabindex", "-1"}});
    WriteClaim(html, page, relation.a(), nullptr);
    WriteClaim(html, page, relation.b(), nullptr);
    html.Close();
  }
  html.Close();
  html.Close();
}

}  // namespace concord
