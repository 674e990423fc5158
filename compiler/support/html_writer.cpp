#include "support/html_writer.h"

#include <cassert>

namespace cadre {

namespace {

/// What stands for a character that cannot stand for itself; empty for all others.
StringRef escapeOf(char c, bool isAttribute) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return isAttribute ? "&quot;" : "";
    case '\0': return "\xEF\xBF\xBD";
    default: return {};
  }
}

}  // namespace

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

void HtmlWriter::style(StringRef css) {
  assert(!css.contains("</"));
  out_ += "<style>\n";
  out_ += css;
  out_ += "</style>\n";
}

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
  size_t done = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const StringRef escaped = escapeOf(text[at], isAttribute);
    if (escaped.empty()) continue;
    out_ += text.slice(done, at);
    out_ += escaped;
    done = at + 1;
  }
  out_ += text.substr(done);
}

}  // namespace cadre
