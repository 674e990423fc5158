// One page as Markdown: takes texts of a framework and the page's own words, gives headings,
// paragraphs and lists in which nothing is markup that is not meant to be. Knows nothing of
// what a page is about.
#pragma once

#include "emit/markdown/words.h"
#include "model/model.h"
#include "support/github_markdown.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <string>

namespace cadre::emit::markdown {

using namespace model;

/// A piece of a line that is Markdown already.
class Inline {
public:
  Inline() = default;
  /// Words, whatever stands in them.
  static Inline words(StringRef plain);
  /// Words in one line.
  static Inline line(StringRef plain);
  static Inline strong(const Inline& inner);
  static Inline emphasis(const Inline& inner);
  /// A link to a page beside this one; `path` is relative, as it is called on disk.
  static Inline link(const Inline& inner, StringRef path);
  /// A link to the web, if the address is one of the web; else the words alone.
  static Inline webLink(StringRef plain, StringRef address);
  /// What is Markdown already.
  static Inline markdown(std::string text);

  [[nodiscard]] bool isEmpty() const { return text_.empty(); }
  [[nodiscard]] StringRef text() const { return text_; }

  friend Inline operator+(Inline left, const Inline& right) {
    left.text_ += right.text_;
    return left;
  }

private:
  std::string text_;
};

/// A word of the page itself, with an argument in place of its `{}`.
Inline wordWith(StringRef word, const Inline& argument);

class Page {
public:
  void heading(unsigned depth, const Inline& text);
  void paragraph(const Inline& text);
  /// Paragraphs and lists.
  void blocks(std::string markdown);
  /// A quotation of one paragraph: for what a reader must see first.
  void notice(const Inline& text);
  /// An item of a list; items that follow one another are one list.
  void item(const Inline& text);
  /// What `body` writes belongs to the last item.
  void nested(llvm::function_ref<void()> body);

  [[nodiscard]] std::string take() && { return std::move(out_); }

private:
  enum class Last : uint8_t { Nothing, Block, Item };
  void begin(Last kind);

  std::string out_;
  Last last_ = Last::Nothing;
};

}  // namespace cadre::emit::markdown
