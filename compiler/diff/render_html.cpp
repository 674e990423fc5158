#include "diff/render.h"
#include "diff/wording.h"
#include "support/html_writer.h"
#include "support/listing.h"

#include "diff_page_files.h"

namespace cadre::diff {

namespace {

void writePhrase(HtmlWriter& out, const Phrase& phrase) {
  for (const Part& part : phrase.parts()) {
    switch (part.style) {
      case Part::Style::Words: out.text(part.text); break;
      case Part::Style::Name: out.leaf("strong", part.text); break;
      case Part::Style::Before: out.leaf("del", part.text); break;
      case Part::Style::After: out.leaf("ins", part.text); break;
    }
  }
}

void writeLine(HtmlWriter& out, const Entry& entry, const Line& line) {
  const auto item = out.element("li");
  const std::vector<std::string> subjects = subjectsOf(entry, line);
  if (!subjects.empty()) out.text(enumerated(subjects) + ": ");
  writePhrase(out, clauseOf(line));
  if (const std::string reason = reasonOf(line); !reason.empty()) out.text(", " + reason);
  if (const std::string accepted = acceptanceOf(line); !accepted.empty())
    out.leaf("span", " (" + accepted + ")", {{"class", "accepted"}});
  if (isBreaking(line)) out.leaf("span", " (breaking)", {{"class", "breaking"}});
}

/// The headings of one framework: below that of the page, where there are several.
struct Headings {
  ElementName title;
  ElementName section;
  ElementName entry;
};

void writeEntry(HtmlWriter& out, const Entry& entry, const Headings& headings) {
  const auto article = out.element("article");
  {
    const auto heading = out.element(headings.entry);
    if (entry.cause) {
      out.text("Through " + causeInWords(*entry.cause) + " " + entry.cause->title);
    } else {
      out.text(entry.subject.title);
      if (const std::string kind = kindInBrackets(entry.subject); !kind.empty())
        out.leaf("span", kind, {{"class", "kind"}});
    }
  }
  const auto list = out.element("ul");
  for (const Line& line : entry.lines) writeLine(out, entry, line);
}

void writeFramework(HtmlWriter& out, const Comparand& comparand, const Headings& headings) {
  out.leaf(headings.title, titleOf(comparand));
  if (comparand.presence != Comparand::Presence::Both) {
    out.leaf("p", comparand.presence == Comparand::Presence::OnlyBefore ? "The framework is gone." : "The framework is new.");
    return;
  }
  const bool isEnough = comparand.verdict.standing == Verdict::Standing::Enough;
  out.leaf("p", countsInWords(comparand) + ".");
  out.leaf("p", verdictInWords(comparand), {{"class", isEnough ? "verdict" : "verdict wanting"}});
  for (const Section& section : report(comparand.difference)) {
    const auto part = out.element("section", {{"class", section.name}});
    out.leaf(headings.section, section.heading);
    for (const Entry& entry : section.entries) writeEntry(out, entry, headings);
  }
}

}  // namespace

void renderHtml(const Comparanda& comparanda, llvm::raw_ostream& stream) {
  HtmlWriter out(4096);
  {
    const auto html = out.element("html", {{"lang", "en"}});
    {
      const auto head = out.element("head");
      out.voidElement("meta", {{"charset", "utf-8"}});
      out.voidElement("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
      std::vector<std::string> titles;
      for (const Comparand& comparand : comparanda.frameworks) titles.push_back(titleOf(comparand));
      out.leaf("title", "What changed: " + enumerated(titles));
      out.style(embedded::diff_page::find("diff.css"));
    }
    const auto body = out.element("body");
    const bool isOne = comparanda.frameworks.size() == 1;
    const auto main = isOne ? out.element("main") : out.element("main", {{"class", "several"}});
    if (!isOne) out.leaf("h1", "What changed");
    const Headings headings = isOne ? Headings{"h1", "h2", "h3"} : Headings{"h2", "h3", "h4"};
    for (const Comparand& comparand : comparanda.frameworks) writeFramework(out, comparand, headings);
  }
  stream << std::move(out).take();
}

}  // namespace cadre::diff
