#include "driver/options.h"

#include "diff/settings.h"
#include "driver/ci_files.h"

#include "import/import.h"
#include "session/outputs.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <cstdint>

namespace cadre::driver {

namespace {

using llvm::StringRef;
using Names = std::vector<StringRef>;

constexpr VerbRow verbTable[] = {
#define VERB(id, name, operands, least, most, summary, more) {Verb::id, name, operands, least, most, summary, more},
#define OPTION(...)
#include "driver/options.def"
};

constexpr OptionRow optionTable[] = {
#define VERB(...)
#define OPTION(id, shortName, longName, value, verbs, help) \
  {OptionId::id, shortName, longName, value, verbs, help},
#include "driver/options.def"
};

/// `json`, `short` or `human`, in the order given.
std::string alternatives(const Names& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += fmt::format("`{}`", names[i]);
  }
  return out;
}

class Parser {
public:
  Parser(llvm::ArrayRef<StringRef> arguments, Diagnostics& diagnostics)
      : arguments_(arguments), diagnostics_(diagnostics) {}

  Options parse() {
    while (!arguments_.empty()) {
      const StringRef argument = take();
      if (argument == "--") {
        while (!arguments_.empty()) takeOperand(take());
      } else if (argument.starts_with("--")) {
        takeLong(argument.drop_front(2));
      } else if (argument.starts_with("-") && argument.size() > 1) {
        takeShort(argument.drop_front(1));
      } else {
        takeOperand(argument);
      }
    }
    for (const auto& [row, written] : seen_) checkVerb(*row, written);
    checkAnswerFormat();
    if (!options_.help && !options_.version && !diagnostics_.hasErrors()) checkOperands();
    return std::move(options_);
  }

private:
  StringRef take() {
    const StringRef first = arguments_.front();
    arguments_ = arguments_.drop_front();
    return first;
  }

  // ---- Operands

  void takeOperand(StringRef text) {
    if (verbGiven_) {
      options_.operands.push_back(text.str());
      return;
    }
    verbGiven_ = true;
    if (const VerbRow* row = findVerb(text)) {
      options_.verb = row->verb;
      return;
    }
    Names names;
    for (const VerbRow& row : verbTable) names.push_back(row.name);
    reportUsage(diagnostics_, fmt::format("there is no verb `{}`", text), suggest(text, names),
                {"`cadre help` lists the verbs"});
  }

  void checkOperands() {
    if (!options_.verb) return;
    const VerbRow& row = rowOf(*options_.verb);
    const std::string usage = fmt::format("write `cadre {} {}`", row.name, row.operands);
    if (options_.operands.size() < row.least) {
      reportUsage(diagnostics_, fmt::format("`cadre {}` needs {}", row.name, row.operands), {}, {usage});
    } else if (options_.operands.size() > row.most) {
      std::vector<std::string> help = {usage};
      if (options_.verb == Verb::Explain)
        help.emplace_back(fmt::format("the package of a profile is named with `--in`: `cadre explain {1} --in {0}`",
                                      options_.operands[0], options_.operands[row.most]));
      reportUsage(diagnostics_, fmt::format("`{}` is one argument too many", options_.operands[row.most]), {},
                  std::move(help));
    }
  }

  // ---- Options

  void takeLong(StringRef text) {
    const auto [name, value] = text.split('=');
    const bool hasValue = name.size() != text.size();
    const auto* row = llvm::find_if(optionTable, [&](const OptionRow& it) { return it.longName == name; });
    if (row != std::end(optionTable)) {
      takeOption(*row, ("--" + name).str(), hasValue ? std::optional(value) : std::nullopt);
    } else if (options_.verb == Verb::Import) {
      takeImportOption(name, hasValue ? std::optional(value) : std::nullopt);
    } else {
      unknownOption(("--" + name).str());
    }
  }

  /// `-o DIR`, `-oDIR`, `-qv`.
  void takeShort(StringRef text) {
    while (!text.empty()) {
      const StringRef letter = text.take_front(1);
      text = text.drop_front();
      const auto* row = llvm::find_if(optionTable, [&](const OptionRow& it) { return it.shortName == letter; });
      if (row == std::end(optionTable)) return unknownOption("-" + (letter + text).str());
      const bool takesRest = !row->value.empty() && !text.empty();
      takeOption(*row, ("-" + letter).str(), takesRest ? std::optional(text) : std::nullopt);
      if (takesRest) return;
    }
  }

  void takeOption(const OptionRow& row, const std::string& written, std::optional<StringRef> value) {
    seen_.emplace_back(&row, written);
    if (row.value.empty()) {
      if (value) return reportUsage(diagnostics_, fmt::format("`{}` takes no value", written));
      return set(row, {});
    }
    if (!value && arguments_.empty()) {
      return reportUsage(diagnostics_, fmt::format("`{}` needs a value: {}", written, row.value), {},
                         {fmt::format("`{} {}`: {}", written, row.value, helpOf(row, verbName()))});
    }
    set(row, value ? *value : take());
  }

  void takeImportOption(StringRef name, std::optional<StringRef> value) {
    if (import::isSwitch(name)) {
      if (value) return reportUsage(diagnostics_, fmt::format("`--{}` takes no value", name));
      options_.importOptions[name.str()] = "";
      return;
    }
    const bool isMissing = !value && arguments_.empty();
    if (isMissing && import::isOption(name)) {
      return reportUsage(diagnostics_, fmt::format("`--{}` needs a value", name));
    }
    // What no importer has is reported by the verb, which knows the names.
    options_.importOptions[name.str()] = isMissing ? "" : (value ? *value : take()).str();
  }

  void unknownOption(const std::string& written) {
    std::vector<std::string> known;
    for (const OptionRow& row : optionTable) {
      if (!options_.verb || row.belongsTo(rowOf(*options_.verb).name)) known.push_back("--" + row.longName.str());
    }
    const std::string verb = options_.verb ? rowOf(*options_.verb).name.str() : "";
    reportUsage(diagnostics_, fmt::format("there is no option `{}`{}", written,
                                          verb.empty() ? "" : fmt::format(" of `cadre {}`", verb)),
                suggest(written, Names(known.begin(), known.end())),
                {fmt::format("`cadre help{}{}` lists the options", verb.empty() ? "" : " ", verb)});
  }

  void checkVerb(const OptionRow& row, const std::string& written) {
    if (!options_.verb || row.belongsTo(rowOf(*options_.verb).name)) return;
    const StringRef verb = rowOf(*options_.verb).name;
    reportUsage(diagnostics_, fmt::format("`cadre {}` has no option `{}`", verb, written), {},
                {fmt::format("`cadre help {}` lists the options", verb)});
  }

  [[nodiscard]] StringRef verbName() const { return options_.verb ? rowOf(*options_.verb).name : ""; }

  /// Which values `--format` has follows from the verb, which may stand behind it.
  void checkAnswerFormat() {
    if (!options_.answerFormat || !options_.verb) return;
    const std::vector<StringRef> known = answerFormats(rowOf(*options_.verb).name);
    if (!known.empty()) oneOf("format", *options_.answerFormat, known);
  }

  // ---- Values

  void set(const OptionRow& row, StringRef value) {
    switch (row.option) {
      case OptionId::Output: return setOutput(value);
      case OptionId::Emit: return setEmit(value);
      case OptionId::Interface:
        if (isNamed("interface", value, "a file")) options_.interfaces.push_back(value.str());
        return;
      case OptionId::Depfile:
        if (isNamed("depfile", value, "a file")) options_.depfile = value.str();
        return;
      case OptionId::DepfileTarget:
        if (isNamed("depfile-target", value, "a file")) options_.depfileTarget = value.str();
        return;
      case OptionId::Since: options_.since = value.str(); return;
      case OptionId::Drafts: options_.drafts = true; return;
      case OptionId::Ci:
        if (oneOf("ci", value, ciServices())) options_.ci = value.str();
        return;
      case OptionId::Fix: options_.fix = true; return;
      case OptionId::UnsafeFixes: options_.unsafeFixes = true; return;
      case OptionId::List: options_.list = true; return;
      case OptionId::WriteBaseline: options_.writeBaseline = true; return;
      case OptionId::CheckBaseline: options_.checkBaseline = true; return;
      case OptionId::NoBaseline: options_.noBaseline = true; return;
      case OptionId::In: return setIn(value);
      case OptionId::CheckOnly: options_.checkOnly = true; return;
      case OptionId::Json: options_.json = true; return;
      case OptionId::Csv: options_.csv = true; return;
      case OptionId::Expect:
        if (oneOf("expect", value, optionWords(OptionId::Expect, ""))) options_.expect = value.str();
        return;
      case OptionId::Complete: options_.complete = true; return;
      case OptionId::Diff: options_.diff = true; return;
      case OptionId::FailOn:
        if (oneOf("fail-on", value, diff::failOnValues())) options_.failOn = value.str();
        return;
      case OptionId::Format: options_.answerFormat = value.str(); return;
      case OptionId::All: options_.all = true; return;
      case OptionId::Least: return setLeast(value);
      case OptionId::Most: return setMost(value);
      case OptionId::Label: options_.label = true; return;
      case OptionId::MessageFormat: return setFormat(value);
      case OptionId::ReportFile:
        if (isNamed("report-file", value, "a file")) options_.reportFile = value.str();
        return;
      case OptionId::Color: return setColor(value);
      case OptionId::Deny:
        if (oneOf("deny", value, optionWords(OptionId::Deny, ""))) options_.denyWarnings = true;
        return;
      case OptionId::MaxDiagnostics: return setMaxDiagnostics(value);
      case OptionId::Jobs: return setJobs(value);
      case OptionId::Timings: options_.timings = true; return;
      case OptionId::Quiet: options_.quiet = true; return;
      case OptionId::Verbose: options_.verbose = true; return;
      case OptionId::Help: options_.help = true; return;
      case OptionId::Version: options_.version = true; return;
    }
  }

  void setOutput(StringRef value) {
    if (isNamed("output", value, "a directory")) options_.output = value.str();
  }

  bool isNamed(StringRef option, StringRef value, StringRef what) {
    if (value.empty()) reportUsage(diagnostics_, fmt::format("`--{}` needs the name of {}", option, what));
    return !value.empty();
  }

  void setIn(StringRef value) {
    if (value.empty()) return reportUsage(diagnostics_, "`--in` needs the path of a package");
    options_.in = value.str();
  }

  void setEmit(StringRef value) {
    llvm::SmallVector<StringRef, 4> names;
    value.split(names, ',', -1, false);
    if (names.empty()) {
      reportUsage(diagnostics_, "`--emit` names no output", {},
                  {"the outputs are " + alternatives(session::outputNames())});
    }
    options_.emit.emplace();
    for (const StringRef name : names) {
      if (oneOf("emit", name.trim(), session::outputNames())) options_.emit->push_back(name.trim().str());
    }
  }

  void setFormat(StringRef value) {
    if (oneOf("message-format", value, diag::formatNames())) options_.format = *diag::findFormat(value);
  }

  void setLeast(StringRef value) {
    double least = 0;
    if (value.getAsDouble(least) || !(least > 0 && least <= 1)) {
      return reportUsage(diagnostics_,
                         fmt::format("`--least` takes a number above 0 and up to 1, and `{}` is none", value));
    }
    options_.least = least;
  }

  void setMost(StringRef value) {
    size_t most = 0;
    if (value.getAsInteger(10, most))
      return reportUsage(diagnostics_, fmt::format("`--most` takes a number, and `{}` is none", value));
    options_.most = most;
  }


  void setColor(StringRef value) {
    if (!oneOf("color", value, optionWords(OptionId::Color, ""))) return;
    options_.color = llvm::StringSwitch<ColorMode>(value)
                         .Case("always", ColorMode::Always)
                         .Case("never", ColorMode::Never)
                         .Default(ColorMode::Auto);
  }

  void setMaxDiagnostics(StringRef value) {
    if (!value.getAsInteger(10, options_.maxDiagnostics)) return;
    reportUsage(diagnostics_, fmt::format("`--max-diagnostics` takes a number, and `{}` is none", value));
  }

  void setJobs(StringRef value) {
    unsigned jobs = 0;
    if (value.getAsInteger(10, jobs) || jobs == 0) {
      return reportUsage(diagnostics_, fmt::format("`--jobs` takes a number from 1 on, and `{}` is none", value));
    }
    options_.jobs = jobs;
  }

  bool oneOf(StringRef option, StringRef value, const Names& known) {
    if (llvm::is_contained(known, value)) return true;
    const Names near = suggest(value, known);
    std::vector<std::string> help;
    if (near.empty()) help.push_back(fmt::format("`--{}` takes {}", option, alternatives(known)));
    reportUsage(diagnostics_, fmt::format("`{}` is not a value of `--{}`", value, option), near, std::move(help));
    return false;
  }

  llvm::ArrayRef<StringRef> arguments_;
  Diagnostics& diagnostics_;
  Options options_;
  bool verbGiven_ = false;
  std::vector<std::pair<const OptionRow*, std::string>> seen_;
};

}  // namespace

bool OptionRow::belongsTo(llvm::StringRef verb) const {
  llvm::SmallVector<StringRef, 4> names;
  verbs.split(names, ' ');
  return isCommon() || llvm::is_contained(names, verb);
}

llvm::ArrayRef<VerbRow> verbRows() { return verbTable; }
llvm::ArrayRef<OptionRow> optionRows() { return optionTable; }

const VerbRow& rowOf(Verb verb) { return verbTable[static_cast<size_t>(verb)]; }

std::vector<llvm::StringRef> answerFormats(llvm::StringRef verb) {
  if (verb == "compare") return {"text", "markdown", "json"};
  if (verb == "diff") return {"text", "markdown", "json", "html"};
  return {};
}

std::vector<llvm::StringRef> optionWords(OptionId option, llvm::StringRef verb) {
  if (option == OptionId::Format) return answerFormats(verb);
  if (option == OptionId::Color) return {"auto", "always", "never"};
  if (option == OptionId::Ci) return ciServices();
  if (option == OptionId::Deny) return {"warnings"};
  if (option == OptionId::Expect) return {"none", "some"};
  if (option == OptionId::FailOn) return diff::failOnValues().vec();
  return {};
}

std::vector<llvm::StringRef> shellNames() { return {"bash", "zsh", "fish"}; }

std::string helpOf(const OptionRow& row, llvm::StringRef verb) {
  if (row.option == OptionId::Format && verb.empty()) return "what the answer is shown as";
  if (row.option == OptionId::Format) return fmt::format("{} {}", row.help, llvm::join(answerFormats(verb), ", "));
  if (row.option != OptionId::MessageFormat) return row.help.str();
  return fmt::format("{} {}", row.help, llvm::join(diag::formatNames(), ", "));
}

const VerbRow* findVerb(llvm::StringRef name) {
  const auto* found = llvm::find_if(verbTable, [&](const VerbRow& row) { return row.name == name; });
  return found == std::end(verbTable) ? nullptr : found;
}

Options parseOptions(llvm::ArrayRef<llvm::StringRef> arguments, Diagnostics& diagnostics) {
  return Parser(arguments, diagnostics).parse();
}

void reportUsage(Diagnostics& diagnostics, std::string message, const std::vector<llvm::StringRef>& near,
                 std::vector<std::string> help) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  for (const StringRef name : near) diagnostic.suggestions.push_back(name.str());
  if (!near.empty()) help.insert(help.begin(), fmt::format("did you mean {}?", alternatives(near)));
  diagnostic.help = std::move(help);
  diagnostics.add(std::move(diagnostic));
}

}  // namespace cadre::driver
