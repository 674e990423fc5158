// What the renderers of Markdown share: how a text is parsed, with guards between what stays text.
// Takes Markdown and a renderer, gives what that wrote. Private to the markdown_*.cpp of the
// folder.
#pragma once

#include "support/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <string>

namespace cadre::markdown::detail {

using llvm::StringRef;

/// The target of a link as part of a URL, fit for an attribute.
void appendTarget(std::string& out, StringRef target);
/// An attribute as plain text, without guards.
std::string readAttribute(const MD_ATTRIBUTE& attribute, char guard);
/// A control byte that does not occur in `text`; 0 if all do.
char findGuard(StringRef text);
/// Guarded text between two words that are no markup: no block can begin at the first, no space is
/// trimmed at the last, and to emphasis both ends look like the ends of a line.
std::string frame(StringRef markdown, char guard);
/// `shield`, for blocks.
std::string guarded(StringRef markdown, char guard);

/// What both renderers of parsed Markdown share: the text that they write, without guards.
class Renderer {
public:
  explicit Renderer(char guard) : guard_(guard) {}

  std::string take() {
    out_.erase(std::remove(out_.begin(), out_.end(), guard_), out_.end());
    return std::move(out_);
  }

protected:
  char guard_;
  std::string out_;
};

template <class Sink>
void parse(StringRef markdown, Sink& sink) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return static_cast<Sink*>(user)->enter(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return static_cast<Sink*>(user)->leave(type, detail), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return static_cast<Sink*>(user)->enterSpan(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return static_cast<Sink*>(user)->leaveSpan(type, detail), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return static_cast<Sink*>(user)->text(type, StringRef(text, size)), 0;
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &sink);
}

/// `renderer` has enter and leave of blocks, enterSpan and leaveSpan, text and take.
template <class Sink>
std::string render(StringRef markdown, Scope scope, char guard, Sink sink) {
  const bool isInline = scope == Scope::Inline;
  parse(isInline ? frame(markdown, guard) : guarded(markdown, guard), sink);
  std::string out = sink.take();
  return isInline && out.size() >= 2 ? out.substr(1, out.size() - 2) : out;
}

}  // namespace cadre::markdown::detail
