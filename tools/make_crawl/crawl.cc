#include "tools/make_crawl/crawl.h"

#define ZLIB_CONST
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr size_t kTellings = 4;

struct Outlet {
  absl::string_view name;
  absl::string_view host;
};
constexpr Outlet kOutlets[kTellings] = {
    {"Harbour Post", "harbourpost.example"},
    {"Inland Times", "inlandtimes.example"},
    {"Calder Herald", "calderherald.example"},
    {"Tarn Observer", "tarnobserver.example"}};

constexpr absl::string_view kFirstNames[] = {
    "Ilse", "Marco", "Anneke", "Tomas", "Ruth", "Pavel", "Noor", "Edwin"};
constexpr absl::string_view kSyllables[] = {
    "bra", "cal", "dun", "fer", "gor", "hal", "kes", "lom", "mar", "ned",
    "pol", "ros", "tar", "vel", "wen", "sto", "gre", "lin", "der", "ham"};
constexpr absl::string_view kDays[] = {"Monday", "Tuesday", "Wednesday",
                                       "Thursday"};
constexpr absl::string_view kMonths[] = {"April", "May", "June", "July"};

std::string Record(absl::string_view type, absl::string_view uri,
                   absl::string_view date, absl::string_view content_type,
                   absl::string_view block) {
  return absl::StrCat(
      "WARC/1.1\r\nWARC-Type: ", type, "\r\nWARC-Target-URI: ", uri,
      "\r\nWARC-Date: ", date, "\r\nWARC-Record-ID: <urn:crawl:", type, ":",
      uri, ">\r\nContent-Type: ", content_type,
      "\r\nContent-Length: ", block.size(), "\r\n\r\n", block, "\r\n\r\n");
}

std::string Menu(absl::string_view host) {
  std::string menu = "<nav><ul>\n";
  for (const absl::string_view name :
       {"News", "World", "Business", "Sport", "Culture", "Weather", "Travel",
        "Opinion", "Science", "Health"}) {
    absl::StrAppend(&menu, "<li class=\"item\"><a href=\"https://", host, "/",
                    name, "\" data-track=\"menu\">", name, "</a></li>\n");
  }
  return menu + "</ul></nav>\n";
}

}  // namespace

std::vector<StoryKind> ParseStories(absl::string_view text) {
  std::vector<StoryKind> kinds;
  bool open = false;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!line.empty() && line[0] == '#') continue;
    if (line.empty()) {
      open = false;
      continue;
    }
    if (!open) kinds.emplace_back();
    open = true;
    kinds.back().push_back(absl::StrSplit(line, " | "));
  }
  return kinds;
}

void CrawlMaker::NewEvent() {
  kind_ = &kinds_[random_() % kinds_.size()];
  town_ = Name();
  company_ = absl::StrCat(Name(), " ", random_() % 2 == 0 ? "Works" : "Lines");
  place_ = absl::StrCat(Name(), " Street");
  first_ = absl::StrCat(kFirstNames[random_() % std::size(kFirstNames)], " ",
                        Name());
  second_ = absl::StrCat(kFirstNames[random_() % std::size(kFirstNames)], " ",
                         Name());
  number_ = 12 + random_() % 80;
  amount_ = 2 + random_() % 9;
  day_ = 1 + random_() % 28;
}

std::string CrawlMaker::Name() {
  std::string name;
  for (int i = 0; i < 3; ++i) {
    absl::StrAppend(&name, kSyllables[random_() % std::size(kSyllables)]);
  }
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string CrawlMaker::Fill(const std::string& wording) {
  const size_t number = number_ + (random_() % 10 == 0 ? 1 : 0);
  return absl::StrReplaceAll(
      wording, {{"$N", absl::StrCat(number)},
                {"$M", absl::StrCat(amount_)},
                {"$P", first_},
                {"$Q", second_},
                {"$T", town_},
                {"$C", company_},
                {"$L", place_},
                {"$A", std::string(kMonths[amount_ % std::size(kMonths)])},
                {"$D", std::string(kDays[day_ % std::size(kDays)])}});
}

std::string CrawlMaker::Article() {
  std::string html;
  for (size_t fact = 1; fact < kind_->size(); ++fact) {
    if (fact > 1 && random_() % 5 == 0) continue;
    const std::vector<std::string>& wordings = (*kind_)[fact];
    absl::StrAppend(&html, "<p class=\"text\">",
                    Fill(wordings[random_() % wordings.size()]), "</p>\n");
  }
  return html;
}

std::string CrawlMaker::Page(absl::string_view outlet) {
  const absl::string_view host = kOutlets[pages_ % kTellings].host;
  const std::string title = Fill(kind_->front().front());
  return absl::StrCat(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>",
      title, " | ", outlet, "</title>\n<meta property=\"og:site_name\" ",
      "content=\"", outlet, "\">\n<meta property=\"article:published_time\" ",
      absl::StrFormat("content=\"2026-03-%02dT09:30:00Z\">\n", day_),
      "<style>\n.card{margin:0 auto}.title{font:700 1rem/1.4 serif}\n</style>\n"
      "<script>window.queue=window.queue||[];queue.push({slot:\"top\"});"
      "</script>\n</head>\n<body>\n",
      Menu(host), "<main><article>\n<h1>", title,
      "</h1>\n<div class=\"byline\">By Ilse Marden</div>\n", Article(),
      "</article>\n<aside class=\"related\"><h2>Read more</h2>", Menu(host),
      "</aside></main>\n<footer>&copy; ", outlet,
      "</footer>\n</body></html>\n");
}

std::string CrawlMaker::Answer(absl::string_view page) {
  const std::string head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
  switch (random_() % 3) {
    case 0:
      return absl::StrCat(head, "Content-Encoding: gzip\r\n\r\n",
                          PackMember(page));
    case 1:
      return absl::StrCat(head, "Transfer-Encoding: chunked\r\n\r\n",
                          absl::Hex(page.size()), "\r\n", page,
                          "\r\n0\r\n\r\n");
    default:
      return absl::StrCat(head, "\r\n", page);
  }
}

std::vector<std::string> CrawlMaker::NextPage() {
  if (pages_ % kTellings == 0) NewEvent();
  const Outlet& outlet = kOutlets[pages_ % kTellings];
  const std::string uri =
      absl::StrCat("https://", outlet.host, "/news/", pages_);
  const std::string date = absl::StrFormat("2026-03-%02dT11:00:00Z", day_);
  const std::string answer_type = "application/http; msgtype=response";
  std::vector<std::string> records;
  records.push_back(Record("request", uri, date,
                           "application/http; msgtype=request",
                           "GET / HTTP/1.1\r\n\r\n"));
  records.push_back(
      Record("response", uri, date, answer_type, Answer(Page(outlet.name))));
  if (random_() % 10 == 0) {
    records.push_back(Record("response", uri + "/a.gif", date, answer_type,
                             "HTTP/1.1 200 OK\r\nContent-Type: image/gif"
                             "\r\n\r\nGIF89a"));
  }
  if (random_() % 20 == 0) {
    records.push_back(Record("response", uri + "/old", date, answer_type,
                             "HTTP/1.1 404 Not Found\r\nContent-Type: "
                             "text/html\r\n\r\n<p>Gone."));
  }
  if (random_() % 20 == 0) {
    records.push_back(
        Record("revisit", uri, date, answer_type, "HTTP/1.1 200 OK\r\n\r\n"));
  }
  ++pages_;
  return records;
}

std::string PackMember(absl::string_view content) {
  z_stream stream = {};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16,
               MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  std::string bytes(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(content.data());
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

}  // namespace concord
