#include "emit/html/details.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::emit::html {

namespace {

void attributeValue(Page& page, const Attribute& attribute, const AttributeValue& value) {
  switch (attribute.type) {
    case AttributeType::Number: return page.html().text(formatNumber(value.number));
    case AttributeType::Boolean: return page.words(value.boolean ? "yes" : "no");
    case AttributeType::Date:
      return page.html().leaf("time", value.text, {{"datetime", value.text}});
    case AttributeType::Url: return page.webLink(value.text);
    case AttributeType::Text:
    case AttributeType::OneOf: return page.html().text(value.text);
  }
}

std::string commaList(ArrayRef<StringRef> words) { return llvm::join(words, ", "); }

void attributeFacts(Page& page, const Declaration& declaration) {
  for (const AttributeValue& value : declaration.attributes) {
    if (!page.site().publication().contains(value.attribute)) continue;
    const Attribute& attribute = page.model()[value.attribute];
    const auto row = page.html().element("div");
    page.html().leaf("dt", attribute.title.isEmpty() ? attribute.name : attribute.title.plain,
                     {{"lang", page.languageOf(attribute)}});
    const auto shown = page.html().element("dd");
    attributeValue(page, attribute, value);
  }
}

void notice(Page& page, StringRef style, llvm::function_ref<void()> body) {
  const auto box = page.html().element("div", {{"class", "notice " + style.str()}});
  body();
}

void deprecation(Page& page, const Deprecation& deprecation) {
  {
    const auto line = page.html().element("p");
    {
      const auto strong = page.html().element("strong");
      page.words(deprecation.since.empty() ? "Deprecated" : "Deprecated since version ");
      page.html().text(deprecation.since);
    }
    if (!deprecation.successor.empty()) {
      page.html().text(" · ");
      page.words("Use instead:");
      page.html().text(" ");
      page.linkKey(deprecation.successor);
    }
  }
  page.prose(deprecation.because);
}

void statementText(Page& page, const StatementUse& use) {
  if (!use.shared) {
    page.text(use.bullet.text);
    if (use.bullet.label.empty()) return;
    page.html().text(" ");
    return page.html().leaf("span", use.bullet.label, {{"class", "label"}});
  }
  const Statement& statement = page.model()[use.shared];
  page.text(statement.text);
  badge(page, statement);
}

StringRef languageOf(const Page& page, const StatementUse& use) {
  return use.shared ? page.languageOf(page.model()[use.shared]) : StringRef();
}

}  // namespace

void pageHead(Page& page, StringRef kind, const Declaration& declaration,
              llvm::function_ref<void()> trail) {
  {
    const auto nav = page.html().element("nav", {{"class", "trail"}, {"aria-label", "Breadcrumb"}});
    const auto list = page.html().element("ol");
    trail();
  }
  const auto head = page.html().element("div", {{"class", "page-head"}});
  {
    const auto line = page.html().element("p", {{"class", "kicker"}});
    page.words(kind);
    if (!declaration.code.empty()) {
      page.html().text(" ");
      page.html().leaf("span", declaration.code, {{"class", "code"}});
    }
    if (page.model().isExternal(declaration)) {
      page.html().text(" ");
      page.html().leaf("span", page.model()[declaration.framework].key, {{"class", "badge"}});
    }
  }
  const auto heading = page.html().element("h1");
  page.title(declaration);
}

void notices(Page& page, const Declaration& declaration) {
  if (declaration.status == Status::Draft) {
    notice(page, "draft", [&] { page.words("p", "A draft: it may still change."); });
  }
  if (declaration.status == Status::Retired) {
    notice(page, "retired", [&] { page.words("p", "Retired: no longer in use."); });
  }
  if (declaration.deprecated) {
    notice(page, "deprecated", [&] { deprecation(page, *declaration.deprecated); });
  }
}

void badge(Page& page, const Declaration& declaration) {
  const StringRef text = declaration.status == Status::Retired ? "Retired"
                         : declaration.status == Status::Draft ? "Draft"
                         : declaration.deprecated              ? "Deprecated"
                                                               : "";
  if (text.empty()) return;
  page.html().text(" ");
  page.words("span", text, {{"class", "badge"}});
}

void fact(Page& page, StringRef label, llvm::function_ref<void()> value) {
  const auto row = page.html().element("div");
  page.words("dt", label);
  const auto shown = page.html().element("dd");
  value();
}

void fact(Page& page, StringRef label, StringRef value) {
  if (!value.empty()) fact(page, label, [&] { page.html().text(value); });
}

void commonFacts(Page& page, const Declaration& declaration) {
  attributeFacts(page, declaration);
  if (!declaration.keywords.empty()) {
    fact(page, "Keywords", commaList(declaration.keywords));
  }
  if (page.model().isExternal(declaration)) {
    fact(page, "Declared in", page.model()[declaration.framework].title.plain);
  }
  fact(page, "Since version", declaration.since);
  if (!declaration.reviewed.empty()) {
    fact(page, "Reviewed", [&] {
      page.html().leaf("time", declaration.reviewed, {{"datetime", declaration.reviewed}});
    });
  }
  for (const StringRef key : declaration.replaces) {
    fact(page, "Takes over from", [&] { page.linkKey(key); });
  }
  if (!declaration.was.empty()) fact(page, "Formerly", commaList(declaration.was));
}

void matches(Page& page, const Declaration& declaration) {
  if (declaration.matches.empty()) return;
  section(page, "matches", "In other schemes", [&] {
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const Match& match : declaration.matches) {
      const auto item = page.html().element("li");
      page.words(relationWords(match.relation));
      page.html().text(" ");
      page.html().leaf("span", match.scheme, {{"class", "badge"}});
      page.html().text(" ");
      page.webLink(match.target);
    }
  });
}

void statements(Page& page, ArrayRef<StatementUse> uses) {
  static constexpr StatementSort sorts[] = {StatementSort::Task, StatementSort::Knowledge,
                                            StatementSort::Skill, StatementSort::Ability};
  for (const StatementSort sort : sorts) {
    const auto isOfSort = [&](const StatementUse& use) {
      const bool isThere = !use.shared || page.site().publication().contains(use.shared);
      return use.sort == sort && isThere;
    };
    if (llvm::none_of(uses, isOfSort)) continue;
    section(page, word(sort), sortWords(sort), [&] {
      const auto list = page.html().element("ul", {{"class", "statements"}});
      for (const StatementUse& use : llvm::make_filter_range(uses, isOfSort)) {
        const auto item = page.html().element("li", {{"lang", languageOf(page, use)}});
        statementText(page, use);
      }
    });
  }
}

void credentialTerms(Page& page, const Credential& credential) {
  if (!credential.issuer.empty()) {
    page.html().text(" · ");
    page.html().text(credential.issuer);
  }
  if (credential.renewsEveryMonths) {
    page.html().text(" · ");
    page.words("renewed every " + periodWords(credential.renewsEveryMonths));
  }
}

void credentials(Page& page, ArrayRef<CredentialUse> uses) {
  const auto isPublished = [&](const CredentialUse& use) {
    return page.site().publication().contains(use.credential);
  };
  if (llvm::none_of(uses, isPublished)) return;
  section(page, "credentials", "Credentials", [&] {
    const auto list = page.html().element("ul", {{"class", "plain-list"}});
    for (const CredentialUse& use : llvm::make_filter_range(uses, isPublished)) {
      const Credential& credential = page.model()[use.credential];
      const auto item = page.html().element("li");
      page.webLink(credential.url, credential.title.plain);
      credentialTerms(page, credential);
      page.html().text(" ");
      page.importance(use.importance);
    }
  });
}

void section(Page& page, StringRef id, StringRef heading, llvm::function_ref<void()> body) {
  const auto element = page.html().element("section", {{"aria-labelledby", id}});
  page.words("h2", heading, {{"id", id}});
  body();
}

}  // namespace cadre::emit::html
