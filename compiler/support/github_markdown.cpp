#include "support/github_markdown.h"

#include "support/html_entities.h"
#include "support/markdown_render.h"
#include "support/markdown_shield.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::markdown {

using llvm::StringRef;

namespace {

using namespace detail;

bool isControl(char c) {
  return (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n') || c == '\x7F';
}

/// Writes words, with a backslash before what would be markup where it stands.
class Escaper {
public:
  Escaper(std::string& out, References references) : out_(out), references_(references) {}

  /// What comes next is the first on its line.
  void beginLine() {
    isAtStart_ = true;
    digits_ = 0;
  }

  void add(StringRef text) {
    for (size_t at = 0; at < text.size();) {
      const auto point = unicode::decode(text, at);
      if (!point.valid || isControl(text[at])) {
        out_ += "\xEF\xBF\xBD";
        isAtStart_ = false;
      } else if (point.length > 1) {
        out_ += text.substr(at, point.length);
        isAtStart_ = false;
      } else {
        add(text[at], text.substr(at + 1));
      }
      at += point.length;
    }
  }

private:
  void add(char c, StringRef rest) {
    const bool isSpace = c == ' ' || c == '\t';
    const bool isParted = references_ == References::Part && beginsReference(c, rest);
    if (needsBackslash(c, rest)) out_ += '\\';
    if (isParted && c == '-') out_ += parting;
    out_ += c;
    if (isParted && c != '-') out_ += parting;
    if (isSpace && isAtStart_) return;
    digits_ = llvm::isDigit(c) && (isAtStart_ || digits_) ? digits_ + 1 : 0;
    isAtStart_ = false;
  }

  [[nodiscard]] bool needsBackslash(char c, StringRef rest) const {
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '~':
      case '|':
      case '$':
      case '@': return true;
      case '_': return !isBetweenWords(rest);
      case '&': return rest.empty() || llvm::isAlnum(rest.front()) || rest.front() == '#';
      case ':': return rest.starts_with("//");
      case '#':
      case '-':
      case '=': return isAtStart_ && (endsWord(rest) || rest.front() == c);
      case '+': return isAtStart_ && endsWord(rest);
      case '>': return isAtStart_;
      case '.': return (digits_ && endsWord(rest)) || StringRef(out_).ends_with_insensitive("www");
      case ')': return digits_ && endsWord(rest);
      default: return false;
    }
  }

  /// `#12`, `@name`, `GH-12`; on GitLab also `!12`, `&12`, `%12`, `$12` and `~name`.
  [[nodiscard]] bool beginsReference(char c, StringRef rest) const {
    if (rest.empty()) return false;
    switch (c) {
      case '@':
      case '~': return llvm::isAlnum(rest.front());
      case '#':
      case '!':
      case '&':
      case '%':
      case '$': return llvm::isDigit(rest.front());
      case '-': return llvm::isDigit(rest.front()) && StringRef(out_).ends_with_insensitive("gh");
      default: return false;
    }
  }

  static bool endsWord(StringRef rest) {
    return rest.empty() || StringRef(" \t\n").contains(rest.front());
  }

  /// Whether both neighbours belong to words, so that `_` is a letter like any other.
  [[nodiscard]] bool isBetweenWords(StringRef rest) const {
    return !out_.empty() && llvm::isAlnum(out_.back()) && !rest.empty() &&
           llvm::isAlnum(rest.front());
  }

  static constexpr StringRef parting = "<!-- -->";
  std::string& out_;
  References references_;
  bool isAtStart_ = true;
  size_t digits_ = 0;  ///< Of a number that begins the line and that nothing but digits follows.
};

/// The longest run of backquotes.
size_t longestRun(StringRef text) {
  size_t longest = 0;
  for (size_t run = 0; const char c : text)
    longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  return longest;
}

class GithubRenderer : public Renderer {
public:
  GithubRenderer(char guard, Scope scope, References references)
      : Renderer(guard), isInline_(scope == Scope::Inline), escaper_(out_, references) {}

  // ---- Blocks. Each writes what separates it from the one before; `prefix_` begins its lines.

  void enter(MD_BLOCKTYPE type, const void* detail) {
    if (isInline_) return;
    switch (type) {
      case MD_BLOCK_UL:
        return enterList(
            {.isTight = static_cast<const MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0});
      case MD_BLOCK_OL: {
        const auto* list = static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
        return enterList(
            {.isTight = list->is_tight != 0, .number = list->start, .isOrdered = true});
      }
      case MD_BLOCK_LI: return enterItem();
      case MD_BLOCK_QUOTE:
        separate(2);
        out_ += "> ";
        prefix_ += "> ";
        isFirstInItem_ = true;
        return escaper_.beginLine();
      case MD_BLOCK_H:
        separate(2);
        out_ += "**";
        return;
      case MD_BLOCK_P: return separate(2);
      case MD_BLOCK_CODE:
        separate(2);
        code_.clear();
        isCode_ = true;
        return;
      default: return;
    }
  }

  void leave(MD_BLOCKTYPE type, const void*) {
    if (isInline_) return;
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        lists_.pop_back();
        if (lists_.empty()) gap_ = 2;
        return;
      case MD_BLOCK_LI: prefix_.resize(prefix_.size() - lists_.back().indent); return endBlock();
      case MD_BLOCK_QUOTE: prefix_.resize(prefix_.size() - 2); return endBlock();
      case MD_BLOCK_H: out_ += "**"; return endBlock();
      case MD_BLOCK_CODE: writeCodeBlock(); return endBlock();
      case MD_BLOCK_P: return endBlock();
      default: return;
    }
  }

  // ---- Spans

  void enterSpan(MD_SPANTYPE type, const void* detail) {
    flushGap();
    switch (type) {
      case MD_SPAN_EM: out_ += '*'; return;
      case MD_SPAN_STRONG: out_ += "**"; return;
      case MD_SPAN_CODE:
        code_.clear();
        isCode_ = true;
        return;
      case MD_SPAN_A: return enterLink(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
      default: return;
    }
  }

  void leaveSpan(MD_SPANTYPE type, const void*) {
    switch (type) {
      case MD_SPAN_EM: out_ += '*'; return;
      case MD_SPAN_STRONG: out_ += "**"; return;
      case MD_SPAN_CODE: return writeCode();
      case MD_SPAN_A:
        if (!target_.empty()) out_ += "](" + target_ + ")";
        target_.clear();
        return;
      default: return;
    }
  }

  void text(MD_TEXTTYPE type, StringRef text) {
    if (isCode_) {
      code_ += type == MD_TEXT_NULLCHAR ? StringRef("\xEF\xBF\xBD") : text;
      return;
    }
    flushGap();
    switch (type) {
      case MD_TEXT_BR: out_ += '\\'; return newLine();
      case MD_TEXT_SOFTBR: return isInline_ ? escaper_.add(" ") : newLine();
      case MD_TEXT_NULLCHAR: return escaper_.add(StringRef("\0", 1));
      case MD_TEXT_ENTITY: return words(html::findReference(text).value_or(text.str()));
      default: return words(text);
    }
  }

private:
  struct List {
    bool isTight = true;
    unsigned number = 1;
    bool isOrdered = false;
    size_t indent = 2;
  };

  /// Text with guards: they are written as they are, for taking them out later.
  void words(StringRef text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find(guard_), text.size());
      escaper_.add(text.take_front(end));
      if (end < text.size()) out_ += guard_;
      text = text.drop_front(std::min(end + 1, text.size()));
    }
  }

  void newLine() {
    out_ += '\n';
    out_ += prefix_;
    escaper_.beginLine();
  }

  /// At least `lines` line feeds before the next block, unless it is the first of its item.
  void separate(size_t lines) {
    if (isFirstInItem_ || out_.empty()) {
      gap_ = 0;
    } else {
      gap_ = std::max(gap_, lines);
    }
    flushGap();
    isFirstInItem_ = false;
    escaper_.beginLine();
  }

  void flushGap() {
    isFirstInItem_ = false;
    if (gap_ == 0) return;
    for (; gap_ > 1; --gap_) {
      out_ += '\n';
      out_ += StringRef(prefix_).rtrim(' ');
    }
    gap_ = 0;
    newLine();
  }

  void endBlock() { gap_ = std::max<size_t>(gap_, 1); }

  void enterList(List list) {
    if (lists_.empty()) gap_ = std::max<size_t>(gap_, out_.empty() ? 0 : 2);
    lists_.push_back(list);
  }

  void enterItem() {
    List& list = lists_.back();
    const bool isFirst = out_.empty() || isFirstInItem_;
    gap_ = isFirst ? 0 : std::max<size_t>(gap_, list.isTight ? 1 : 2);
    flushGap();
    const std::string mark = list.isOrdered ? std::to_string(list.number++) + ". " : "- ";
    list.indent = mark.size();
    out_ += mark;
    prefix_.append(mark.size(), ' ');
    isFirstInItem_ = true;
    escaper_.beginLine();
  }

  void enterLink(const MD_ATTRIBUTE& href) {
    const std::string target = readAttribute(href, guard_);
    target_.clear();
    if (target.empty() || !isAllowedTarget(target)) return;
    for (const char c : target) {
      const bool isPlain = llvm::isAlnum(c) || StringRef("-._~:/?#@!$+,;=%").contains(c);
      if (isPlain) {
        target_ += c;
      } else if (StringRef("()*&").contains(c)) {
        target_ += '\\';
        target_ += c;
      } else {
        target_ += '%';
        target_ += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
        target_ += llvm::hexdigit(static_cast<unsigned char>(c) & 15);
      }
    }
    // Behind `!` it would be an image.
    if (StringRef(out_).ends_with("!")) out_.insert(out_.size() - 1, "\\");
    out_ += '[';
  }

  void writeCode() {
    isCode_ = false;
    llvm::erase(code_, guard_);
    for (char& c : code_) {
      if (c == '\n' || isControl(c)) c = ' ';
    }
    const std::string fence(longestRun(code_) + 1, '`');
    const bool needsSpace =
        fence.size() > 1 || (StringRef(code_).starts_with(" ") && StringRef(code_).ends_with(" "));
    const StringRef space = needsSpace ? " " : "";
    out_ += fence + space.str() + code_ + space.str() + fence;
  }

  void writeCodeBlock() {
    isCode_ = false;
    llvm::erase(code_, guard_);
    const std::string fence(std::max<size_t>(longestRun(code_) + 1, 3), '`');
    out_ += fence;
    StringRef rest = code_;
    rest.consume_back("\n");
    llvm::SmallVector<StringRef, 8> lines;
    rest.split(lines, '\n');
    for (const StringRef line : lines) {
      newLine();
      out_ += line;
    }
    newLine();
    out_ += fence;
  }

  bool isInline_;
  Escaper escaper_;
  std::string prefix_;
  std::vector<List> lists_;
  size_t gap_ = 0;  ///< Line feeds that are due before anything else.
  bool isFirstInItem_ = false;
  bool isCode_ = false;
  std::string code_;
  std::string target_;  ///< Of the link that is open; empty where it stays text.
};

StringRef breakOf(Lines lines, size_t feeds) {
  switch (lines) {
    case Lines::Join: return " ";
    case Lines::Break: return "\\\n";
    case Lines::Blocks: return feeds > 1 ? "\n\n" : "\\\n";
  }
  llvm_unreachable("every form breaks lines");
}

}  // namespace

std::string escapeForGithub(StringRef plain, Lines lines, References references) {
  std::string out;
  Escaper escaper(out, references);
  size_t feeds = 0;
  while (!plain.empty()) {
    const auto [line, rest] = plain.split('\n');
    const StringRef words = line.trim(" \t\r");
    if (!words.empty()) {
      if (!out.empty()) out += breakOf(lines, feeds);
      escaper.beginLine();
      escaper.add(words);
      feeds = 0;
    }
    ++feeds;
    plain = rest;
  }
  return out;
}

std::string toGithub(StringRef markdown, Scope scope, References references) {
  if (const char guard = findGuard(markdown)) {
    const auto written = [&](References how) { return render(markdown, scope, guard, GithubRenderer(guard, scope, how)); };
    std::string out = written(References::Leave);
    // What stands beside emphasis can make its stars stars again; then the words have to do.
    if (toHtml(out, scope) == toHtml(markdown, scope)) return references == References::Leave ? out : written(references);
  }
  const bool isInline = scope == Scope::Inline;
  return escapeForGithub(toPlain(markdown, scope), isInline ? Lines::Break : Lines::Blocks, references);
}

}  // namespace cadre::markdown
