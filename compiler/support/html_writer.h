// Writes HTML that is well formed by construction: takes elements, attributes and text, gives
// bytes. Text and attribute values are escaped; markup comes in as Markdown alone. Names of
// elements and attributes are checked when this program is compiled, so no text can become one.
#pragma once

#include "support/markdown.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace cadre {

using llvm::StringRef;

/// The name of an attribute: a literal of lower-case letters, digits and `-`.
class AttributeName {
public:
  template <size_t size>
  consteval AttributeName(const char (&name)[size]) : name_(name, size - 1) {
    for (const char c : name_) {
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') throw "not an attribute's name";
    }
  }
  [[nodiscard]] std::string_view text() const { return name_; }

private:
  std::string_view name_;
};

/// The name of an element: a literal, one of those that a site needs.
class ElementName {
public:
  template <size_t size>
  consteval ElementName(const char (&name)[size]) : name_(name, size - 1) {
    isVoid_ = isOneOf({"br", "link", "meta"});
    isPhrasing_ = isOneOf({"a", "abbr", "br", "code", "del", "em", "ins", "meter", "q", "span", "strong", "time"});
    const bool isFlow = isOneOf(
        {"article", "aside", "body", "caption", "dd",    "details", "div",  "dl",      "dt",
         "footer",  "h1",    "h2",   "h3",      "h4",    "h5",      "head", "header",  "html",
         "li",      "link",  "main", "meta",    "nav",   "ol",      "p",    "section", "summary",
         "table",   "tbody", "td",   "th",      "thead", "title",   "tr",   "ul"});
    if (!isFlow && !isPhrasing_) throw "not an element of a site";
  }
  [[nodiscard]] std::string_view text() const { return name_; }
  [[nodiscard]] bool isVoid() const { return isVoid_; }
  /// Stands within a line of text, where white space counts.
  [[nodiscard]] bool isPhrasing() const { return isPhrasing_; }

private:
  [[nodiscard]] consteval bool isOneOf(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      if (name == name_) return true;
    }
    return false;
  }

  std::string_view name_;
  bool isVoid_ = false;
  bool isPhrasing_ = false;
};

/// An attribute. A value without data (a default StringRef) leaves the attribute out; an empty one
/// does not.
struct ElementAttribute {
  AttributeName name;
  StringRef value;
};
using Attributes = std::initializer_list<ElementAttribute>;

class HtmlWriter {
public:
  /// Begins a document. `bytes` is how much to expect.
  explicit HtmlWriter(size_t bytes);

  /// An open element; ends with the scope.
  class [[nodiscard]] Element {
  public:
    Element(HtmlWriter& writer) : writer_(writer) {}
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element() { writer_.close(); }

  private:
    HtmlWriter& writer_;
  };

  /// Opens an element until the end of the scope.
  Element element(ElementName name, Attributes attributes = {}) {
    open(name, attributes);
    return {*this};
  }
  /// An element that holds text alone.
  void leaf(ElementName name, StringRef text, Attributes attributes = {}) {
    open(name, attributes);
    this->text(text);
    close();
  }
  /// An element that can hold nothing: `meta`, `br`, ….
  void voidElement(ElementName name, Attributes attributes = {});

  void text(StringRef text);
  /// A `style` element. `css` ships with cadre: nothing in it is escaped.
  void style(StringRef css);
  void markdown(StringRef markdown, markdown::Scope scope);

  [[nodiscard]] size_t size() const { return out_.size(); }
  /// The document. All elements must be closed.
  [[nodiscard]] std::string take() &&;

private:
  void open(ElementName name, Attributes attributes);
  void close();
  void begin(ElementName name, Attributes attributes);
  void escape(StringRef text, bool isAttribute);

  std::string out_;
  llvm::SmallVector<ElementName, 16> open_;
};

}  // namespace cadre
