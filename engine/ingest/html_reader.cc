#include "engine/ingest/html_reader.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/id.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_blocks.h"
#include "engine/ingest/html_element.h"
#include "engine/ingest/html_head.h"
#include "engine/ingest/html_tokenizer.h"
#include "engine/ingest/markup_hint.h"

namespace concord {
namespace {

constexpr size_t kMostOpenElements = 512;

class HtmlReader {
 public:
  explicit HtmlReader(absl::string_view page) : tokens_(page) {
    containers_.emplace_back();
    open_.reserve(kMostOpenElements);
  }

  void ReadTo(Document& document) {
    HtmlToken token;
    while (tokens_.Next(token)) {
      switch (token.kind) {
        case HtmlTokenKind::kText:
          if (count_skipped_ == 0) {
            blocks_.AddText(token.bytes, token.begin, SettingHere());
          }
          break;
        case HtmlTokenKind::kStartTag:
          StartTag(token);
          break;
        case HtmlTokenKind::kEndTag:
          EndTag(FindHtmlElement(token.name));
          break;
      }
    }
    CloseTo(0);
    containers_[0].end = static_cast<uint32_t>(containers_.size());
    blocks_.MoveTo(document);
    head_.MoveTo(document);
    document.containers = std::move(containers_);
  }

 private:
  // An element that is open, with what holds inside it.
  struct Open {
    const HtmlElement* element = nullptr;
    BlockHint hint = BlockHint::kNone;
    uint8_t heading_level = 0;
    bool opens_container = false;
    bool furniture = false;
    bool caption = false;
    bool keep_space = false;
    uint32_t container = 0;
  };

  void StartTag(const HtmlToken& token) {
    const HtmlElement& element = FindHtmlElement(token.name);
    ReadMetadata(element, token);
    if (element.raw) {
      const HtmlToken content = tokens_.RawText(token.name);
      if (element.name == "title" && count_skipped_ == 0) {
        head_.ReadTitle(content.bytes);
      }
      if (element.name == "script") {
        head_.ReadScript(token.attributes, content.bytes);
      }
      return;
    }
    if (element.is_void) {
      if (element.name == "br" && count_skipped_ == 0) {
        blocks_.AddLineBreak(token.begin, token.bytes.size());
      } else if (element.flow != HtmlFlow::kInline) {
        blocks_.EndBlock();
      }
      return;
    }
    if (element.flow != HtmlFlow::kInline) {
      blocks_.EndBlock();
      CloseImplied(element);
    }
    Push(element, token.attributes);
  }

  void ReadMetadata(const HtmlElement& element, const HtmlToken& token) {
    if (element.name == "meta") head_.ReadMeta(token.attributes);
    if (element.name == "link") head_.ReadLink(token.attributes);
    if (element.name == "html") head_.ReadRoot(token.attributes);
    if (element.name == "time") {
      head_.ReadTime(token.attributes, count_articles_ > 0);
    }
  }

  // A paragraph ends where any block begins; an item where the next one does.
  void CloseImplied(const HtmlElement& element) {
    for (size_t i = open_.size(); i > 0; --i) {
      const HtmlElement& other = *open_[i - 1].element;
      const bool ends =
          (other.flow == HtmlFlow::kLeaf &&
           other.hint != BlockHint::kListItem &&
           other.hint != BlockHint::kCaption) ||
          (other.index == element.index && other.hint == BlockHint::kListItem);
      if (ends) return CloseTo(i - 1);
      if (other.flow == HtmlFlow::kGroup ||
          other.flow == HtmlFlow::kContainer) {
        return;
      }
    }
  }

  void Push(const HtmlElement& element, absl::string_view attributes) {
    if (open_.size() == kMostOpenElements) {
      ++not_opened_;
      return;
    }
    Open here = open_.empty() ? Open() : open_.back();
    here.element = &element;
    here.opens_container = false;
    if (element.flow != HtmlFlow::kInline) {
      here.hint = element.hint;
      here.heading_level = element.heading_level;
      here.keep_space = element.name == "pre";
      ReadHint(element, attributes, here);
    }
    open_.push_back(here);
    ++count_[element.index];
    count_skipped_ += element.skipped;
    count_links_ += element.name == "a";
    count_articles_ += element.article;
  }

  void ReadHint(const HtmlElement& element, absl::string_view attributes,
                Open& here) {
    const bool page = element.name == "body" || element.name == "html";
    const MarkupHint hint = page ? MarkupHint() : ReadMarkupHint(attributes);
    here.caption |= hint.caption || element.hint == BlockHint::kCaption;
    const bool furniture = element.furniture || hint.furniture || hint.comments;
    here.furniture = element.flow == HtmlFlow::kLeaf && furniture;
    if (element.flow == HtmlFlow::kLeaf) return;
    if (element.flow == HtmlFlow::kGroup && !furniture) return;
    Container container;
    container.parent = here.container;
    container.hint = hint.article      ? ContainerHint::kBody
                     : element.article ? ContainerHint::kArticle
                     : hint.comments   ? ContainerHint::kComments
                     : furniture       ? ContainerHint::kFurniture
                                       : ContainerHint::kNone;
    here.container = static_cast<uint32_t>(containers_.size());
    here.opens_container = true;
    containers_.push_back(container);
  }

  void EndTag(const HtmlElement& element) {
    if (element.flow != HtmlFlow::kInline) {
      blocks_.EndBlock();
      not_opened_ = 0;
    } else if (not_opened_ > 0) {
      --not_opened_;
      return;
    }
    if (count_[element.index] == 0) return;
    size_t i = open_.size();
    while (open_[i - 1].element->index != element.index) {
      // The end of a link or a span closes nothing around it.
      const bool crosses = open_[i - 1].element->flow != HtmlFlow::kInline;
      if (crosses && element.flow == HtmlFlow::kInline && !element.skipped) {
        return;
      }
      --i;
    }
    CloseTo(i - 1);
  }

  // Closes all open elements but the first `size`.
  void CloseTo(size_t size) {
    while (open_.size() > size) {
      const Open& here = open_.back();
      --count_[here.element->index];
      count_skipped_ -= here.element->skipped;
      count_links_ -= here.element->name == "a";
      count_articles_ -= here.element->article;
      if (here.opens_container) {
        containers_[here.container].end =
            static_cast<uint32_t>(containers_.size());
      }
      open_.pop_back();
    }
  }

  HtmlBlocks::Setting SettingHere() const {
    HtmlBlocks::Setting setting;
    if (open_.empty()) return setting;
    const Open& here = open_.back();
    setting.hint = here.furniture ? BlockHint::kFurniture
                   : here.caption ? BlockHint::kCaption
                                  : here.hint;
    setting.heading_level = here.heading_level;
    setting.container = here.container;
    setting.in_link = count_links_ > 0;
    setting.keep_space = here.keep_space;
    return setting;
  }

  HtmlTokenizer tokens_;
  HtmlBlocks blocks_;
  HtmlHead head_;
  std::vector<Container> containers_;
  std::vector<Open> open_;
  std::array<int, kHtmlElementCount> count_ = {};  // open ones, by element
  int count_skipped_ = 0;
  int count_links_ = 0;
  int count_articles_ = 0;
  size_t not_opened_ = 0;  // inline elements beyond the limit
};

}  // namespace

Document ReadHtml(absl::string_view page) {
  Document document;
  document.layout = Layout::kMarkup;
  document.source.set_bytes(static_cast<uint32_t>(page.size()));
  document.source.set_digest(DigestHex(page));
  HtmlReader(page).ReadTo(document);
  return document;
}

}  // namespace concord
