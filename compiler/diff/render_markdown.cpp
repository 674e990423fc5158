#include "diff/render.h"
#include "diff/wording.h"
#include "support/github_markdown.h"
#include "support/listing.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::diff {

namespace {

std::string escaped(llvm::StringRef plain) { return markdown::escapeForGithub(plain, markdown::Lines::Join, markdown::References::Part); }

std::string inMarkdown(const Phrase& phrase) {
  std::string out;
  for (const Part& part : phrase.parts()) {
    const bool isQuote = part.style == Part::Style::Before || part.style == Part::Style::After;
    // At the ends of words spaces stay as they are.
    const llvm::StringRef text = part.text;
    const llvm::StringRef core = text.trim(' ');
    const size_t lead = core.empty() ? text.size() : text.find(core);
    out += text.take_front(lead);
    out += isQuote ? "“" + escaped(core) + "”" : escaped(core);
    out += text.drop_front(lead + core.size());
  }
  return out;
}

std::string clauseInMarkdown(const Line& line) {
  std::string out = inMarkdown(clauseOf(line));
  if (const std::string reason = reasonOf(line); !reason.empty()) out += ", " + escaped(reason);
  if (const std::string accepted = acceptanceOf(line); !accepted.empty()) out += " _(" + escaped(accepted) + ")_";
  if (isBreaking(line)) out += " **(breaking)**";
  return out;
}

/// With a full stop, unless a quoted one ends it.
std::string withStop(std::string words) {
  if (!llvm::StringRef(words).ends_with(".”")) words += '.';
  return words;
}

std::string listed(const std::vector<std::string>& titles) {
  std::vector<std::string> out;
  for (const std::string& title : titles) out.push_back("**" + escaped(title) + "**");
  return enumerated(out);
}

/// What changed for one subject is one item, and so is what came through one cause.
void renderEntry(const Entry& entry, llvm::raw_ostream& out) {
  if (!entry.cause) {
    out << "- **" << escaped(entry.subject.title) << "**" << kindInBrackets(entry.subject) << ": ";
    std::vector<std::string> clauses;
    for (const Line& line : entry.lines) clauses.push_back(clauseInMarkdown(line));
    out << withStop(llvm::join(clauses, "; ")) << '\n';
    return;
  }
  out << "- Through " << causeInWords(*entry.cause) << " _" << escaped(entry.cause->title) << "_:\n";
  for (const Line& line : entry.lines)
    out << "  - " << listed(subjectsOf(entry, line)) << ": " << withStop(clauseInMarkdown(line)) << '\n';
}

void renderFramework(const Comparand& comparand, llvm::raw_ostream& out) {
  out << "## " << escaped(titleOf(comparand)) << "\n\n";
  if (comparand.presence != Comparand::Presence::Both) {
    out << (comparand.presence == Comparand::Presence::OnlyBefore ? "The framework is gone.\n" : "The framework is new.\n");
    return;
  }
  const bool isWarning = comparand.verdict.standing == Verdict::Standing::TooSmall ||
                         comparand.verdict.standing == Verdict::Standing::Backwards;
  const std::string verdict = escaped(verdictInWords(comparand));
  out << countsInWords(comparand) << ". " << (isWarning ? "**" + verdict + "**" : verdict) << '\n';
  for (const Section& section : report(comparand.difference)) {
    out << "\n### " << section.heading << "\n\n";
    for (const Entry& entry : section.entries) renderEntry(entry, out);
  }
}

}  // namespace

void renderMarkdown(const Comparanda& comparanda, llvm::raw_ostream& out) {
  bool isFirst = true;
  for (const Comparand& comparand : comparanda.frameworks) {
    if (!comparand.hasNews()) continue;
    if (!isFirst) out << '\n';
    isFirst = false;
    renderFramework(comparand, out);
  }
}

}  // namespace cadre::diff
