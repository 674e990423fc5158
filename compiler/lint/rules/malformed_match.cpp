#include "lint/rule.h"
#include "lint/schemes.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

using model::Match;

constexpr StringRef escoBegin = "data.europa.eu/esco/";

/// Whether it is meant as an address, right or wrong.
bool isMeantAsAddress(StringRef target) {
  return target.contains("://") || target.contains(":/") ||
         target.starts_with_insensitive("www.") || target.starts_with_insensitive("http") ||
         target.starts_with_insensitive(escoBegin);
}

/// An address with a scheme, a host and nothing that has no place in it.
bool isAddress(StringRef target) {
  const size_t colon = target.find("://");
  if (colon == StringRef::npos || colon == 0) return false;
  const StringRef scheme = target.take_front(colon);
  const StringRef host = target.drop_front(colon + 3).take_until(
      [](char c) { return c == '/' || c == '?' || c == '#'; });
  return llvm::all_of(scheme, [](char c) { return llvm::isAlpha(c); }) && !host.empty() &&
         target.find_first_of(" \t\n<>\"{}|\\^`") == StringRef::npos;
}

class Judge {
public:
  Judge(const Match& match, Context& context) : match_(match), context_(context) {}

  void run() {
    const StringRef target = match_.target;
    const Scheme* const scheme = findScheme(match_.scheme);
    if (isMeantAsAddress(target)) return address(scheme && scheme->name == "esco");
    if (!scheme || isCodeOf(*scheme, target)) return;
    const std::string bare = target.trim().upper();
    const bool isNearly = isCodeOf(*scheme, bare);
    auto builder = report(diag::sentence(note::NotACode.text, match_.scheme, scheme->example));
    if (isNearly) fix(builder, bare);
  }

private:
  void address(bool isEsco) {
    const StringRef target = match_.target;
    const bool hasScheme = target.contains("://");
    if (!isAddress(target)) {
      auto builder = report(diag::sentence(note::NotAnAddress.text));
      const std::string whole = (isEsco ? "http://" : "https://") + target.str();
      if (!hasScheme && !target.contains(":/") && isAddress(whole)) fix(builder, whole);
      return;
    }
    if (!isEsco || !target.contains(escoBegin)) return;
    // Linked data compares addresses letter by letter, and the releases have this one.
    if (target.starts_with("https://")) {
      auto builder = report(diag::sentence(note::EscoBeginsHttp.text));
      fix(builder, "http://" + target.drop_front(8).str());
    }
  }

  DiagnosticBuilder report(const std::string& reason) {
    return context_.report(rule::MalformedMatch{}, match_.span, match_.target, reason);
  }
  void fix(DiagnosticBuilder& builder, const std::string& right) {
    builder.unsafeFix("write `" + right + "`", match_.span, "\"" + right + "\"");
  }

  const Match& match_;
  Context& context_;
};

}  // namespace

void check(rule::MalformedMatch, const Declaration& declaration, Context& context) {
  for (const Match& match : declaration.matches) Judge(match, context).run();
}

}  // namespace cadre::lint
