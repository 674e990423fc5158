#include "driver/man_page.h"

#include "driver/values.h"
#include "emit/run.h"

#include <fmt/format.h>

namespace cadre::driver {

using llvm::StringRef;

namespace {

/// Text as man(7) shows it and nothing else; what stands in backticks is bold.
std::string escaped(StringRef text) {
  std::string out;
  bool isCode = false;
  for (const char c : text) {
    if (c == '`') {
      isCode = !isCode;
      out += isCode ? "\\fB" : "\\fR";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'' || c == '"') {
      out += c == '\'' ? "\\(aq" : "\\(dq";
    } else if (c == '\n') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return StringRef(out).starts_with(".") ? "\\&" + out : out;
}

class Page {
public:
  explicit Page(llvm::raw_ostream& out) : out_(out) {}

  void title(StringRef name, StringRef summary) {
    out_ << ".\\\" Written by the build of cadre from the tables of its command line.\n";
    out_ << fmt::format(".TH {} 1 \"\" \"cadre {}\" \"Cadre\"\n", escaped(StringRef(name).upper()),
                        CADRE_VERSION);
    section("NAME");
    line(fmt::format("{} \\- {}", escaped(name), escaped(summary)));
  }
  void section(StringRef name) { out_ << ".SH " << name << '\n'; }
  void synopsis(StringRef verb, StringRef operands) {
    section("SYNOPSIS");
    line(fmt::format("\\fBcadre {}\\fR {} [OPTION…]", escaped(verb), escaped(operands)));
  }
  void paragraph(StringRef text) {
    out_ << ".PP\n";
    line(escaped(text));
  }
  void term(const std::string& term, StringRef text) {
    out_ << ".TP\n";
    line(term);
    line(text.empty() ? "\\&" : escaped(text));
  }
  void option(const OptionForm& option) {
    std::string out;
    if (!option.shortName.empty()) out += fmt::format("\\fB\\-{}\\fR, ", option.shortName);
    out += fmt::format("\\fB\\-\\-{}\\fR", escaped(option.longName));
    if (!option.value.empty()) out += fmt::format(" \\fI{}\\fR", escaped(option.value));
    term(out, option.help);
  }
  void words(const std::vector<Word>& words) {
    for (const Word& it : words) term(fmt::format("\\fB{}\\fR", escaped(it.name)), it.help);
  }
  void exitStatus() {
    section("EXIT STATUS");
    term("0", "done");
    term("1", "the sources have findings: errors, or what was asked to be denied");
    term("2", "the call, the manifest or the outside world is at fault");
    term("3", "a fault of cadre itself");
  }
  void line(StringRef text) { out_ << text << '\n'; }

private:
  llvm::raw_ostream& out_;
};

/// The words of `--message-format`.
void messageFormats(Page& page) {
  page.section("FORMATS OF MESSAGES");
  for (const OptionForm& it : commonOptionForms()) {
    if (it.longName == "message-format") page.words(it.values.words);
  }
}

void outputs(Page& page) {
  page.section("OUTPUTS");
  for (const emit::Emitter& row : emit::emitters()) {
    page.term(fmt::format("\\fB{}\\fR{}", escaped(row.name), row.byDefault ? " (by default)" : ""),
              row.help);
    for (const emit::OptionInfo& option : emit::optionsOf(row.name))
      page.term(fmt::format("[emit.{}] \\fB{}\\fR", escaped(row.name), escaped(option.name)),
                option.help);
  }
}

}  // namespace

void printManPage(llvm::raw_ostream& out) {
  Page page(out);
  page.title("cadre", "a language and compiler for competency frameworks");
  page.synopsis("VERB", "");
  page.section("DESCRIPTION");
  page.paragraph(
      "A framework author declares competencies, levels of proficiency and job profiles in text; "
      "cadre "
      "checks them and writes what others read: JSON, a site, databases, tables.");
  page.section("VERBS");
  for (const VerbRow& verb : verbRows())
    page.term(fmt::format("\\fBcadre {}\\fR {}", escaped(verb.name), escaped(verb.operands)),
              verb.summary);
  page.section("OPTIONS OF EVERY VERB");
  for (const OptionForm& it : commonOptionForms()) page.option(it);
  messageFormats(page);
  page.exitStatus();
  page.section("SEE ALSO");
  std::string others;
  for (const VerbRow& verb : verbRows())
    others +=
        fmt::format("{}\\fBcadre\\-{}\\fR(1)", others.empty() ? "" : ", ", escaped(verb.name));
  page.line(others);
}

void printManPage(const VerbRow& verb, llvm::raw_ostream& out) {
  Page page(out);
  page.title("cadre-" + verb.name.str(), verb.summary);
  page.synopsis(verb.name, verb.operands);
  page.section("DESCRIPTION");
  page.paragraph(verb.more.empty() ? verb.summary : verb.more);
  page.section("OPTIONS");
  for (const OptionForm& it : optionForms(verb)) page.option(it);
  if (verb.verb == Verb::Build) outputs(page);
  if (verb.verb == Verb::Import) {
    page.section("FORMATS");
    page.words(operandValues(verb, 0).words);
  }
  page.exitStatus();
  page.section("SEE ALSO");
  page.line("\\fBcadre\\fR(1)");
}

}  // namespace cadre::driver
