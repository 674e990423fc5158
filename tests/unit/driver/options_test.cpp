#include "driver/options.h"

#include "driver/help.h"
#include "support/test.h"

#include <llvm/ADT/StringExtras.h>

using namespace cadre;
using namespace cadre::driver;

namespace {

struct Parsed {
  Diagnostics diagnostics;
  Options options;

  explicit Parsed(std::vector<llvm::StringRef> arguments) { options = parseOptions(arguments, diagnostics); }

  /// The first message, and what it suggests.
  std::string fault() {
    if (diagnostics.empty()) return "";
    const Diagnostic& it = diagnostics.all().front();
    std::string out = it.message;
    for (const std::string& name : it.suggestions) out += " ? " + name;
    return out;
  }
};

}  // namespace

TEST_CASE("options are read in all their forms") {
  Parsed parsed({"build", "-o", "out", "--emit=json,sql", "pkg", "-qv", "-j4", "--max-diagnostics", "7",
                 "--message-format", "json", "--color=never", "--deny", "warnings", "--drafts", "--timings"});
  CHECK(parsed.fault().empty());
  const Options& options = parsed.options;
  CHECK(options.verb == Verb::Build);
  CHECK(options.operands == std::vector<std::string>{"pkg"});
  CHECK(*options.output == "out");
  CHECK(*options.emit == std::vector<std::string>{"json", "sql"});
  CHECK(options.quiet);
  CHECK(options.verbose);
  CHECK(*options.jobs == 4);
  CHECK(options.maxDiagnostics == 7);
  CHECK(options.format == diag::MessageFormat::Json);
  CHECK(options.color == ColorMode::Never);
  CHECK(options.denyWarnings);
  CHECK(options.drafts);
  CHECK(options.timings);
}

TEST_CASE("options may come before the verb, operands behind two dashes") {
  Parsed parsed({"-q", "check", "--", "-x.cadre", "--deny"});
  CHECK(parsed.fault().empty());
  CHECK(parsed.options.verb == Verb::Check);
  CHECK(parsed.options.quiet);
  CHECK(parsed.options.operands == std::vector<std::string>{"-x.cadre", "--deny"});
}

TEST_CASE("an import hands on options that it does not know") {
  Parsed parsed({"import", "onet", "a", "b", "--min-importance", "3.0", "--release=29.0.0", "-o", "out"});
  CHECK(parsed.fault().empty());
  CHECK(parsed.options.importOptions ==
        std::map<std::string, std::string>{{"min-importance", "3.0"}, {"release", "29.0.0"}});
  CHECK(parsed.options.operands.size() == 3);
}

TEST_CASE("nothing at all is no fault of parsing") {
  Parsed parsed({});
  CHECK(parsed.fault().empty());
  CHECK_FALSE(parsed.options.verb);
}

TEST_CASE("faults say what was meant") {
  CHECK(Parsed({"buidl"}).fault() == "there is no verb `buidl` ? build");
  CHECK(Parsed({"build", "--emti", "x"}).fault() == "there is no option `--emti` of `cadre build` ? --emit");
  CHECK(Parsed({"--verson"}).fault() == "there is no option `--verson` ? --version ? --json ? --verbose");
  CHECK(Parsed({"check", "-z"}).fault() == "there is no option `-z` of `cadre check`");
  CHECK(Parsed({"check", "--emit", "json"}).fault() == "`cadre check` has no option `--emit`");
  CHECK(Parsed({"build", "--emit", "jsno"}).fault() == "`jsno` is not a value of `--emit` ? json");
  CHECK(Parsed({"build", "--emit", ","}).fault() == "`--emit` names no output");
  CHECK(Parsed({"check", "--message-format", "jsn"}).fault() == "`jsn` is not a value of `--message-format` ? json");
  CHECK(Parsed({"check", "--message-format", "sarf"}).fault() == "`sarf` is not a value of `--message-format` ? sarif");
  CHECK(Parsed({"check", "--message-format"}).fault() == "`--message-format` needs a value: FORMAT");
  CHECK(Parsed({"check", "--report-file="}).fault() == "`--report-file` needs the name of a file");
  CHECK(Parsed({"check", "--color", "alway"}).fault() == "`alway` is not a value of `--color` ? always");
  CHECK(Parsed({"check", "--deny", "warning"}).fault() == "`warning` is not a value of `--deny` ? warnings");
  CHECK(Parsed({"check", "-j", "0"}).fault() == "`--jobs` takes a number from 1 on, and `0` is none");
  CHECK(Parsed({"check", "--max-diagnostics", "-1"}).fault() ==
        "`--max-diagnostics` takes a number, and `-1` is none");
  CHECK(Parsed({"check", "--quiet=yes"}).fault() == "`--quiet` takes no value");
  CHECK(Parsed({"build", "-o"}).fault() == "`-o` needs a value: DIR");
  CHECK(Parsed({"build", "-o", ""}).fault() == "`--output` needs the name of a directory");
  CHECK(Parsed({"build", "a", "b"}).fault() == "`b` is one argument too many");
  CHECK(Parsed({"new"}).fault() == "`cadre new` needs DIR");
  CHECK(Parsed({"import", "onet", "a", "--release"}).fault() == "`--release` needs a value");
}

TEST_CASE("the formats of an answer are those of the verb, wherever it stands") {
  CHECK(Parsed({"compare", "A", "B", "--format", "markdown"}).options.answerFormat == "markdown");
  CHECK(Parsed({"--format", "json", "compare", "A", "B"}).options.answerFormat == "json");
  CHECK(Parsed({"--format=html", "compare", "A", "B"}).fault() == "`html` is not a value of `--format`");
  CHECK(Parsed({"compare", "A", "B", "--format", "jso"}).fault() == "`jso` is not a value of `--format` ? json");
  CHECK(Parsed({"check", "--format", "json"}).fault() == "`cadre check` has no option `--format`");
  CHECK(Parsed({"compare", "--all", "--least", "0.5"}).options.least == 0.5);
  CHECK(Parsed({"compare", "--all", "--least", "1.5"}).fault() ==
        "`--least` takes a number above 0 and up to 1, and `1.5` is none");
  CHECK(Parsed({"compare", "--all", "--least", "nan"}).fault() ==
        "`--least` takes a number above 0 and up to 1, and `nan` is none");
  CHECK(Parsed({"compare", "--all", "--most", "-1"}).fault() == "`--most` takes a number, and `-1` is none");
}

TEST_CASE("help names every verb and every option") {
  std::string overview;
  llvm::raw_string_ostream out(overview);
  printHelp(out);
  for (const VerbRow& verb : verbRows()) {
    CHECK(overview.find(verb.name.str()) != std::string::npos);
    std::string page;
    llvm::raw_string_ostream pageOut(page);
    printHelp(verb.verb, pageOut);
    for (const OptionRow& option : optionRows()) {
      // Behind the name stands a space, or the value: `--check` is not `--check-baseline`.
      const bool isThere = page.find("--" + option.longName.str() + " ") != std::string::npos;
      CHECK(isThere == option.belongsTo(verb.name));
    }
  }
}
