#include "diff/report.h"
#include "diff/wording.h"
#include "emit/html/details.h"
#include "emit/html/pages.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::emit::html {

namespace {

/// The page of a profile or competency tells this many of its changes; the page of all changes
/// tells the rest.
constexpr size_t mostOnOwnPage = 6;

/// A title, as a link where the page has one to give.
void titleOrLink(Page& page, StringRef title, StringRef href) {
  if (href.empty()) return page.html().text(title);
  page.html().leaf("a", title, {{"href", page.fromHere(href)}});
}

void subject(Page& page, const diff::Subject& subject) {
  titleOrLink(page, subject.title, page.site().findHref(subject));
}

/// The page of what caused changes: of a base profile, unless it is abstract.
StringRef hrefOf(const Page& page, const diff::Cause& cause) {
  if (cause.kind != diff::Cause::Kind::Base) return {};
  return page.site().findHref({"profile", cause.id, cause.title, false});
}

StringRef competencyOf(const diff::Change& change) {
  const auto found =
      llvm::find_if(change.facts, [](const auto& it) { return it.first == "competency"; });
  return found == change.facts.end() ? StringRef() : StringRef(found->second);
}

/// A name in what is said of the change: a link where it is the competency that the change is
/// about.
void name(Page& page, const diff::Change& change, StringRef text) {
  const auto strong = page.html().element("strong");
  const StringRef key = competencyOf(change);
  const Declaration* found = key.empty() ? nullptr : page.site().find(key);
  const bool isIt = found && readable::titleOf(*found) == text;
  titleOrLink(
      page, text,
      isIt ? page.site().findHref({"competency", key.str(), text.str(), false}) : StringRef());
}

void clause(Page& page, const diff::Change& change, const diff::Phrase& said) {
  for (const diff::Part& part : said.parts()) {
    switch (part.style) {
      case diff::Part::Style::Words: page.words(part.text); break;
      case diff::Part::Style::Name: name(page, change, part.text); break;
      case diff::Part::Style::Before: page.html().leaf("del", part.text); break;
      case diff::Part::Style::After: page.html().leaf("ins", part.text); break;
    }
  }
}

/// Behind what is said: what it comes from, that it was agreed, or that it breaks what held before.
void terms(Page& page, const diff::Line& line) {
  if (const std::string reason = diff::reasonOf(line); !reason.empty()) page.words(", " + reason);
  if (diff::isBreaking(line)) {
    page.html().text(" ");
    page.words("span", "(breaking)", {{"class", "breaking"}});
  }
  const std::string accepted = diff::acceptanceOf(line);
  if (accepted.empty()) return;
  page.html().text(" ");
  page.words("span", "(" + accepted + ")", {{"class", "accepted"}});
}

void subjects(Page& page, const diff::Line& line) {
  llvm::interleave(
      line.changes, [&](const diff::Change* change) { subject(page, change->subject); },
      [&] { page.html().text(", "); });
  page.html().text(": ");
}

void entry(Page& page, const diff::Entry& entry) {
  const auto block = page.html().element("div", {{"class", "change"}});
  {
    const auto heading = page.html().element("h3");
    if (entry.cause) {
      page.words("Through " + diff::causeInWords(*entry.cause));
      page.html().text(" ");
      titleOrLink(page, entry.cause->title, hrefOf(page, *entry.cause));
    } else {
      subject(page, entry.subject);
      if (const std::string kind = diff::kindInBrackets(entry.subject); !kind.empty()) {
        page.html().text(" ");
        page.words("span", StringRef(kind).ltrim(), {{"class", "of"}});
      }
    }
  }
  const auto list = page.html().element("ul");
  for (const diff::Line& line : entry.lines) {
    const auto item = page.html().element("li");
    if (entry.cause) subjects(page, line);
    clause(page, *line.changes.front(), diff::clauseOf(line));
    terms(page, line);
  }
}

void facts(Page& page, ArrayRef<diff::Section> sections) {
  const diff::Difference& difference = page.site().changes()->difference;
  const auto aside = page.html().element("aside");
  const auto box = page.html().element("div", {{"class", "facts"}});
  page.words("h2", "At a glance");
  const auto list = page.html().element("dl");
  fact(page, "From version", difference.before.version);
  fact(page, "To version", difference.after.version);
  for (const diff::Section& each : sections) {
    fact(page, each.heading, [&] {
      const auto link = page.html().element("a", {{"href", ("#" + each.name).str()}});
      page.html().text(std::to_string(each.lines) + " ");
      page.words(each.lines == 1 ? "change" : "changes");
    });
  }
}

}  // namespace

void changesOf(Page& page, DeclKind kind, const Declaration& declaration) {
  const ArrayRef<const diff::Change*> all = page.site().changesOf(kind, declaration.key);
  if (all.empty()) return;
  const auto box =
      page.html().element("section", {{"class", "changed"}, {"aria-labelledby", "changed"}});
  page.words("h2", "Changed since " + page.site().changes()->difference.before.version,
             {{"id", "changed"}});
  {
    const auto list = page.html().element("ul");
    for (const diff::Change* change : all.take_front(mostOnOwnPage)) {
      const auto item = page.html().element("li");
      clause(page, *change, change->clause);
      terms(page, {{}, {change}});
      const bool isShared = change->cause && !diff::causeInWords(*change->cause).empty();
      if (!isShared) continue;
      page.words(", through " + diff::causeInWords(*change->cause));
      page.html().text(" ");
      titleOrLink(page, change->cause->title, hrefOf(page, *change->cause));
    }
  }
  const auto line = page.html().element("p", {{"class", "hint"}});
  const std::string rest = all.size() > mostOnOwnPage ? std::to_string(all.size() - mostOnOwnPage) +
                                                            " more on the page of all changes"
                                                      : std::string("All changes");
  page.words("a", rest, {{"href", page.fromHere("changes.html")}});
}

std::string changesPage(const Site& site) {
  const diff::Difference& difference = site.changes()->difference;
  const std::vector<diff::Section> sections = diff::report(difference);
  Page page(site, Depth::Root, size_t{8192} + 512 * difference.changes.size());
  return page.write("What changed", [&] {
    {
      const auto head = page.html().element("div", {{"class", "page-head"}});
      {
        const auto line = page.html().element("p", {{"class", "kicker"}});
        page.words("Since");
        page.html().text(" " + difference.before.version);
      }
      page.words("h1", "What changed");
    }
    const auto columns = page.html().element("div", {{"class", "columns"}});
    facts(page, sections);
    const auto main = page.html().element("div", {{"class", "story changes"}});
    for (const diff::Section& each : sections) {
      section(page, each.name, each.heading, [&] {
        for (const diff::Entry& it : each.entries) entry(page, it);
      });
    }
  });
}

}  // namespace cadre::emit::html
