#include "sema/licences.h"

#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::sema {

using llvm::ArrayRef;
using llvm::StringRef;

namespace {

constexpr StringRef licences[] = {
#define LICENCE(id) id,
#define EXCEPTION(id)
#include "sema/spdx.def"
};
constexpr StringRef exceptions[] = {
#define LICENCE(id)
#define EXCEPTION(id) id,
#include "sema/spdx.def"
};

bool isOwn(StringRef id) {
  if (id.consume_front("DocumentRef-")) {
    const auto [document, licence] = id.split(':');
    return !document.empty() && isOwn(licence);
  }
  return id.consume_front("LicenseRef-") && !id.empty() && llvm::all_of(id, [](char c) {
    return llvm::isAlnum(c) || c == '-' || c == '.';
  });
}

/// Letters and digits alone, without the words that titles of licences have.
std::string squeezed(StringRef text) {
  std::string out;
  llvm::SmallVector<StringRef, 8> words;
  const std::string lower = text.lower();
  StringRef(lower).split(words, ' ', -1, false);
  for (StringRef word : words) {
    if (llvm::is_contained({"license", "licence", "the", "version", "public"}, word)) continue;
    if (word.size() > 1 && word[0] == 'v' && llvm::isDigit(word[1])) word = word.drop_front();
    for (const char c : word) {
      if (llvm::isAlnum(c)) out += c;
    }
  }
  return out;
}

std::vector<StringRef> alike(StringRef text, ArrayRef<StringRef> known) {
  const std::string wanted = squeezed(text);
  std::vector<StringRef> out;
  for (const StringRef id : known) {
    if (squeezed(id) == wanted) out.push_back(id);
  }
  if (!out.empty()) return out;
  return suggest(text, known);
}

/// Reads an expression from left to right; stops at the first fault.
class Reader {
public:
  explicit Reader(StringRef text) : all_(text.trim()), rest_(all_) {}

  LicenceFault read() {
    if (all_.empty()) return whole();
    expression();
    if (fault_.text.empty() && !peek().empty()) return whole();
    return fault_;
  }

private:
  LicenceFault whole() const { return {all_, false, alike(all_, licences)}; }
  void failWhole() {
    if (fault_.text.empty()) fault_ = whole();
    rest_ = {};
  }

  [[nodiscard]] StringRef peek() const {
    const StringRef text = rest_.ltrim();
    if (text.starts_with("(") || text.starts_with(")")) return text.take_front(1);
    return text.take_until([](char c) { return c == ' ' || c == '(' || c == ')'; });
  }
  StringRef take() {
    const StringRef token = peek();
    rest_ = rest_.ltrim().drop_front(token.size());
    return token;
  }

  void expression() {
    while (true) {
      operand();
      const StringRef joint = peek();
      if (!fault_.text.empty() || (joint != "AND" && joint != "OR")) return;
      take();
    }
  }

  void operand() {
    const StringRef token = take();
    if (token == "(") {
      if (++depth_ > 50) return failWhole();
      expression();
      --depth_;
      if (fault_.text.empty() && take() != ")") failWhole();
      return;
    }
    if (token.empty() || token == ")") return failWhole();
    StringRef id = token;
    id.consume_back("+");
    if (!isOwn(token)) check(id, licences);
    if (peek() != "WITH") return;
    take();
    const StringRef exception = take();
    if (exception.empty()) return failWhole();
    check(exception, exceptions);
  }

  void check(StringRef id, ArrayRef<StringRef> known) {
    if (!fault_.text.empty() || llvm::is_contained(known, id)) return;
    for (const StringRef one : known) {
      if (!one.equals_insensitive(id)) continue;
      fault_ = {id, true, {one}};
      return;
    }
    // Words that no operator joins are no expression: a title, most often.
    const StringRef next = peek();
    const bool joined = next.empty() || next == ")" || next == "AND" || next == "OR" || next == "WITH";
    fault_ = joined ? LicenceFault{id, false, alike(id, known)} : whole();
  }

  StringRef all_;
  StringRef rest_;
  LicenceFault fault_;
  unsigned depth_ = 0;
};

}  // namespace

LicenceFault checkLicence(StringRef expression) { return Reader(expression).read(); }

}  // namespace cadre::sema
