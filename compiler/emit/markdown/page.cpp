#include "emit/markdown/page.h"

#include "support/address.h"
#include "support/slug.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::markdown {

namespace md = cadre::markdown;

namespace {

/// The address as the target of a link: what could end it or be read as markup behind `%`.
std::string targetOf(StringRef address) {
  std::string out;
  for (const char c : percentEncoded(address, [](char it) {
         return llvm::isAlnum(it) || StringRef("-._~:/?#@!$+,;=%&").contains(it);
       })) {
    if (c == '&') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

// ---- Inline

Inline Inline::markdown(std::string text) {
  Inline out;
  out.text_ = std::move(text);
  return out;
}

Inline Inline::words(StringRef plain) {
  return markdown(md::escapeForGithub(plain, md::Lines::Break));
}

Inline Inline::line(StringRef plain) {
  return markdown(md::escapeForGithub(plain, md::Lines::Join));
}

Inline Inline::strong(const Inline& inner) {
  return inner.isEmpty() ? inner : markdown("**" + inner.text_ + "**");
}

Inline Inline::emphasis(const Inline& inner) {
  return inner.isEmpty() ? inner : markdown("*" + inner.text_ + "*");
}

Inline Inline::link(const Inline& inner, StringRef path) {
  return markdown("[" + inner.text_ + "](" + percentEncode(path) + ")");
}

Inline Inline::webLink(StringRef plain, StringRef address) {
  const Inline inner = line(plain);
  if (!isWebAddress(address)) return inner;
  return markdown("[" + inner.text_ + "](" + targetOf(address) + ")");
}

Inline wordWith(StringRef word, const Inline& argument) {
  const auto [before, after] = word.split("{}");
  return Inline::markdown(before.str() + argument.text().str() + after.str());
}

// ---- Blocks

void Page::begin(Last kind) {
  const bool goesOn = kind != Last::Block && kind == last_;
  if (!goesOn && last_ != Last::Nothing) out_ += '\n';
  last_ = kind;
}

void Page::heading(unsigned depth, const Inline& text) {
  begin(Last::Block);
  out_ += std::string(depth, '#') + " " + text.text().str() + "\n";
}

void Page::paragraph(const Inline& text) {
  if (text.isEmpty()) return;
  begin(Last::Block);
  out_ += text.text().str() + "\n";
}

void Page::blocks(std::string markdown) {
  const StringRef text = StringRef(markdown).rtrim('\n');
  if (text.empty()) return;
  begin(Last::Block);
  out_ += text.str() + "\n";
}

void Page::notice(const Inline& text) {
  begin(Last::Block);
  llvm::SmallVector<StringRef, 4> lines;
  text.text().split(lines, '\n');
  for (const StringRef line : lines) out_ += "> " + line.str() + "\n";
}

void Page::item(const Inline& text) {
  begin(Last::Item);
  llvm::SmallVector<StringRef, 4> lines;
  text.text().split(lines, '\n');
  for (size_t i = 0; i < lines.size(); ++i) out_ += (i == 0 ? "- " : "  ") + lines[i].str() + "\n";
}

void Page::nested(llvm::function_ref<void()> body) {
  std::string outer = std::move(out_);
  out_.clear();
  last_ = Last::Nothing;
  body();
  const bool isList = StringRef(out_).starts_with("- ");
  llvm::SmallVector<StringRef, 8> lines;
  StringRef(out_).rtrim('\n').split(lines, '\n');
  if (!out_.empty() && !isList) outer += '\n';
  for (const StringRef line : lines) {
    if (!out_.empty()) outer += (line.empty() ? "" : "  ") + line.str() + "\n";
  }
  out_ = std::move(outer);
  last_ = Last::Item;
}

}  // namespace cadre::emit::markdown
