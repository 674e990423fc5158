#include "emit/html/html_writer.h"

#include <cassert>

namespace cadre::emit::html {

HtmlWriter::HtmlWriter(size_t bytes) {
  out_.reserve(bytes);
  out_ += "<!doctype html>\n";
}

void HtmlWriter::voidElement(ElementName name, Attributes attributes) {
  assert(name.isVoid());
  begin(name, attributes);
  if (!name.isPhrasing()) out_ += '\n';
}

void HtmlWriter::text(StringRef text) { escape(text, false); }

void HtmlWriter::markdown(StringRef markdown, markdown::Scope scope) {
  out_ += markdown::toHtml(markdown, scope);
}

std::string HtmlWriter::take() && {
  assert(open_.empty());
  return std::move(out_);
}

void HtmlWriter::open(ElementName name, Attributes attributes) {
  assert(!name.isVoid());
  open_.push_back(name);
  begin(name, attributes);
}

void HtmlWriter::close() {
  const ElementName name = open_.pop_back_val();
  out_ += "</";
  out_ += name.text();
  out_ += name.isPhrasing() ? ">" : ">\n";
}

void HtmlWriter::begin(ElementName name, Attributes attributes) {
  out_ += '<';
  out_ += name.text();
  for (const ElementAttribute& attribute : attributes) {
    if (!attribute.value.data()) continue;
    out_ += ' ';
    out_ += attribute.name.text();
    out_ += "=\"";
    escape(attribute.value, true);
    out_ += '"';
  }
  out_ += '>';
}

void HtmlWriter::escape(StringRef text, bool isAttribute) {
  const StringRef special = isAttribute ? StringRef("&<>\"\0", 5) : StringRef("&<>\0", 4);
  while (true) {
    const size_t at = text.find_first_of(special);
    out_ += text.take_front(at);
    if (at == StringRef::npos) return;
    switch (text[at]) {
      case '&': out_ += "&amp;"; break;
      case '<': out_ += "&lt;"; break;
      case '>': out_ += "&gt;"; break;
      case '"': out_ += "&quot;"; break;
      default: out_ += "\xEF\xBF\xBD"; break;
    }
    text = text.drop_front(at + 1);
  }
}

}  // namespace cadre::emit::html
