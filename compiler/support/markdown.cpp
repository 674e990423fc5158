#include "support/markdown.h"

#include "support/html_entities.h"
#include "support/markdown_render.h"
#include "support/markdown_shield.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace cadre::markdown {

using llvm::StringRef;

namespace detail {

void appendTarget(std::string& out, StringRef target) {
  for (const char c : target) {
    if (c == '&') {
      out += "&amp;";
    } else if (llvm::isAlnum(c) || StringRef("-._~:/?#@!$()*+,;=%").contains(c)) {
      out += c;
    } else {
      out += '%';
      out += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
      out += llvm::hexdigit(static_cast<unsigned char>(c) & 15);
    }
  }
}

std::string readAttribute(const MD_ATTRIBUTE& attribute, char guard) {
  std::string out;
  for (size_t i = 0; attribute.size && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET from = attribute.substr_offsets[i];
    const StringRef piece(attribute.text + from, attribute.substr_offsets[i + 1] - from);
    const bool isReference = attribute.substr_types[i] == MD_TEXT_ENTITY;
    out += isReference ? html::findReference(piece).value_or(piece.str()) : piece.str();
  }
  out.erase(std::remove(out.begin(), out.end(), guard), out.end());
  return out;
}

char findGuard(StringRef text) {
  for (char c = 1; c < ' '; ++c) {
    if (c >= '\t' && c <= '\r') continue;
    if (!text.contains(c)) return c;
  }
  return 0;
}

namespace {

/// Line breaks of inline text as the spaces that they stand for. A backslash that ends a line is a
/// break too.
std::string joinLines(StringRef text) {
  std::string out;
  for (bool isFirst = true, isLast = false; !isLast; isFirst = false) {
    const size_t end = text.find_first_of("\r\n");
    isLast = end == StringRef::npos;
    StringRef line = text.take_front(end);
    text = isLast ? StringRef() : text.drop_front(end + 1);
    if (!isFirst) line = line.ltrim(" \t");
    if (!isLast) line = line.rtrim(" \t");
    if (!isLast && (line.size() - line.rtrim('\\').size()) % 2 == 1) line = line.drop_back();
    if (!isFirst && !line.empty()) out += ' ';
    out += line;
  }
  return out;
}

}  // namespace

std::string frame(StringRef markdown, char guard) {
  std::string out{guard, ' '};
  out += shield(joinLines(markdown), guard);
  out += ' ';
  out += guard;
  return out;
}

std::string guarded(StringRef markdown, char guard) { return shield(markdown, guard); }

}  // namespace detail

namespace {

using namespace detail;

void appendEscaped(std::string& out, StringRef text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\0': out += "\xEF\xBF\xBD"; break;
      default: out += c; break;
    }
  }
}

/// Words alone. Blocks are an empty line apart, the items of a tight list a line.
class PlainRenderer : public Renderer {
public:
  using Renderer::Renderer;

  void enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_UL: return enterList(static_cast<const MD_BLOCK_UL_DETAIL*>(detail)->is_tight);
      case MD_BLOCK_OL: return enterList(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->is_tight);
      case MD_BLOCK_LI: return need(isTight_ ? 1 : 2);
      case MD_BLOCK_DOC: return;
      default: return need(2);
    }
  }
  void leave(MD_BLOCKTYPE type, const void*) {
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) need(--depth_ == 0 ? 2 : 1);
    if (type == MD_BLOCK_CODE && StringRef(out_).ends_with("\n")) out_.pop_back();
  }
  void enterSpan(MD_SPANTYPE, const void*) {}
  void leaveSpan(MD_SPANTYPE, const void*) {}

  void text(MD_TEXTTYPE type, StringRef text) {
    if (!out_.empty()) out_.append(gap_, '\n');
    gap_ = 0;
    if (type == MD_TEXT_BR) {
      out_ += '\n';
    } else if (type == MD_TEXT_SOFTBR) {
      out_ += ' ';
    } else if (type == MD_TEXT_NULLCHAR) {
      out_ += '\0';
    } else if (type == MD_TEXT_ENTITY) {
      out_ += html::findReference(text).value_or(text.str());
    } else {
      out_ += text;
    }
  }

private:
  void need(size_t lines) { gap_ = std::max(gap_, lines); }

  void enterList(bool isTight) {
    need(depth_++ == 0 ? 2 : 1);
    isTight_ = isTight;
  }

  size_t gap_ = 0;
  int depth_ = 0;
  bool isTight_ = true;
};

/// HTML. Headings are strong paragraphs, for the page around the text has headings of its own.
class HtmlRenderer : public Renderer {
public:
  HtmlRenderer(char guard, Scope scope) : Renderer(guard), isInline_(scope == Scope::Inline) {}

  void enter(MD_BLOCKTYPE type, const void* detail) {
    if (isInline_) return;
    if (type == MD_BLOCK_OL) return enterOrdered(*static_cast<const MD_BLOCK_OL_DETAIL*>(detail));
    out_ += tags(type).first;
  }
  void leave(MD_BLOCKTYPE type, const void*) {
    if (!isInline_) out_ += tags(type).second;
  }

  void enterSpan(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_A) return enterLink(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
    out_ += tags(type).first;
  }
  void leaveSpan(MD_SPANTYPE type, const void*) {
    if (type != MD_SPAN_A) {
      out_ += tags(type).second;
    } else if (isInLink_) {
      out_ += "</a>";
      isInLink_ = false;
    }
  }

  void text(MD_TEXTTYPE type, StringRef text) {
    if (type == MD_TEXT_BR) {
      out_ += "<br>\n";
    } else if (type == MD_TEXT_SOFTBR) {
      out_ += isInline_ ? ' ' : '\n';
    } else if (type == MD_TEXT_NULLCHAR) {
      out_ += "\xEF\xBF\xBD";
    } else if (type == MD_TEXT_ENTITY) {
      appendEscaped(out_, html::findReference(text).value_or(text.str()));
    } else {
      appendEscaped(out_, text);
    }
  }

private:
  using Tags = std::pair<StringRef, StringRef>;

  static Tags tags(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: return {"<blockquote>\n", "</blockquote>\n"};
      case MD_BLOCK_UL: return {"<ul>\n", "</ul>\n"};
      case MD_BLOCK_OL: return {"<ol>\n", "</ol>\n"};
      case MD_BLOCK_LI: return {"<li>", "</li>\n"};
      case MD_BLOCK_H: return {"<p><strong>", "</strong></p>\n"};
      case MD_BLOCK_CODE: return {"<pre><code>", "</code></pre>\n"};
      case MD_BLOCK_P: return {"<p>", "</p>\n"};
      default: return {};
    }
  }
  static Tags tags(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM: return {"<em>", "</em>"};
      case MD_SPAN_STRONG: return {"<strong>", "</strong>"};
      case MD_SPAN_CODE: return {"<code>", "</code>"};
      default: return {};
    }
  }

  void enterOrdered(const MD_BLOCK_OL_DETAIL& detail) {
    out_ += detail.start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(detail.start) + "\">\n";
  }

  void enterLink(const MD_ATTRIBUTE& href) {
    const std::string target = readAttribute(href, guard_);
    isInLink_ = !target.empty() && isAllowedTarget(target);
    if (!isInLink_) return;
    out_ += "<a href=\"";
    appendTarget(out_, target);
    out_ += "\">";
  }

  bool isInline_;
  bool isInLink_ = false;
};

bool mayHoldMarkup(StringRef text, Scope scope) {
  if (text.find_first_of(StringRef("\\`*_[<&\n\r\0", 10)) != StringRef::npos) return true;
  if (scope == Scope::Inline || text.empty()) return false;
  return StringRef("#+-~>0123456789 \t").contains(text.front()) || text.back() == ' ' ||
         text.back() == '\t';
}

bool isWordAt(StringRef text, size_t at) {
  if (llvm::isAlnum(text[at])) return true;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  const auto point = unicode::decode(text, at);
  return point.value >= 0x80 && unicode::isIdentifierStart(point.value);
}

bool isSpaceAt(StringRef text, size_t at) { return text[at] == ' ' || text[at] == '\t'; }

/// Whether a run of `*` or `_` at [from, to) can begin or end emphasis.
bool mayDelimit(StringRef text, size_t from, size_t to) {
  const bool spaceBefore = from == 0 || isSpaceAt(text, from - 1);
  const bool spaceAfter = to == text.size() || isSpaceAt(text, to);
  if (spaceBefore && spaceAfter) return false;
  if (text[from] == '*' || spaceBefore || spaceAfter) return true;
  return !isWordAt(text, from - 1) || !isWordAt(text, to);
}

/// Whether the character at `at`, neither `*` nor `_`, is markup where it stands. `hasTarget`: the
/// text holds `](`; `lastClose` is the place of the last `>`.
bool needsEscape(StringRef text, size_t at, bool hasTarget, size_t lastClose) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  switch (text[at]) {
    case '\\': return isPunctuation(next);
    case '`': return true;
    case '[': return hasTarget || at == 0;
    case '<': return next != ' ' && lastClose != StringRef::npos && lastClose > at;
    case '&': {
      const size_t length = html::referenceLength(text.substr(at));
      return length && html::findReference(text.substr(at, length)).has_value();
    }
    default: return false;
  }
}

}  // namespace

std::string toPlain(StringRef markdown, Scope scope) {
  const char guard = findGuard(markdown);
  if (!guard || !mayHoldMarkup(markdown, scope)) return markdown.str();
  return render(markdown, scope, guard, PlainRenderer(guard));
}

std::string toHtml(StringRef markdown, Scope scope) {
  const char guard = findGuard(markdown);
  if (guard && mayHoldMarkup(markdown, scope)) {
    return render(markdown, scope, guard, HtmlRenderer(guard, scope));
  }
  std::string out;
  const bool isParagraph = scope == Scope::Blocks && !markdown.empty();
  if (isParagraph) out += "<p>";
  appendEscaped(out, markdown);
  if (isParagraph) out += "</p>\n";
  return out;
}

std::string escape(StringRef plain) {
  if (!mayHoldMarkup(plain, Scope::Inline)) return plain.str();
  const bool hasTarget = plain.contains("](");
  const size_t lastClose = plain.rfind('>');
  std::string out;
  for (size_t at = 0; at < plain.size();) {
    const char c = plain[at];
    const bool isDelimiter = c == '*' || c == '_';
    const size_t found = isDelimiter ? plain.find_first_not_of(c, at) : at + 1;
    const size_t end = std::min(found, plain.size());
    const bool isMarkup =
        isDelimiter ? mayDelimit(plain, at, end) : needsEscape(plain, at, hasTarget, lastClose);
    for (; at < end; ++at) {
      if (isMarkup) out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace cadre::markdown
