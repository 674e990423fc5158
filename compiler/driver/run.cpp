#include "driver/run.h"

#include "driver/fault.h"
#include "driver/help.h"
#include "driver/styled_text.h"
#include "driver/verbs.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>

namespace cadre::driver {

namespace {

bool isSet(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

/// Colour where someone looks, unless they asked for none: https://no-color.org.
bool wantsColor(ColorMode mode, llvm::raw_fd_ostream& stream) {
  if (mode != ColorMode::Auto) return mode == ColorMode::Always;
  const char* terminal = std::getenv("TERM");
  const bool isDumb = !terminal || llvm::StringRef(terminal) == "dumb";
  return !isSet("NO_COLOR") && !isDumb && stream.is_displayed();
}

/// The columns of the terminal, which COLUMNS may say otherwise; 0 where the output goes elsewhere.
size_t terminalColumns(const llvm::raw_fd_ostream& out) {
  if (!out.is_displayed()) return 0;
  size_t said = 0;
  if (isSet("COLUMNS") && !llvm::StringRef(std::getenv("COLUMNS")).getAsInteger(10, said) && said > 0) return said;
  winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// The columns for pages: fewer on a narrow terminal, and the same wherever else the output goes.
size_t pageColumns(size_t terminal) {
  constexpr size_t fewest = 20;
  return terminal == 0 ? pageWidth : std::clamp<size_t>(terminal, fewest, pageWidth);
}

void readSourceDate(Context& context) {
  if (!isSet("SOURCE_DATE_EPOCH")) return;
  const llvm::StringRef text(std::getenv("SOURCE_DATE_EPOCH"));
  uint64_t seconds = 0;
  if (text.getAsInteger(10, seconds)) {
    reportUsage(context.faults, fmt::format("SOURCE_DATE_EPOCH is `{}`, and not a number of seconds", text));
  } else {
    context.sourceDate = std::to_string(seconds);
  }
}

ExitCode runVerb(Context& context) {
  switch (*context.options.verb) {
    case Verb::New: return runNew(context);
    case Verb::Check: return runCheck(context);
    case Verb::Build: return runBuild(context);
    case Verb::Fmt: return runFmt(context);
    case Verb::Lint: return runLint(context);
    case Verb::Explain: return runExplain(context);
    case Verb::Diff: return runDiff(context);
    case Verb::Compare: return runCompare(context);
    case Verb::Query: return runQuery(context);
    case Verb::Translate: return runTranslate(context);
    case Verb::Import: return runImport(context);
    case Verb::Completion: return runCompletion(context);
    case Verb::Help: return runHelp(context);
  }
  llvm_unreachable("every verb has a case");
}

ExitCode runOptions(Context& context) {
  const Options& options = context.options;
  if (context.faults.hasErrors()) return context.finish();
  if (options.version) {
    context.out << "cadre " CADRE_VERSION "\n";
    return context.finish();
  }
  if (options.help) {
    if (options.verb) {
      printHelp(*options.verb, context.out);
    } else {
      printHelp(context.out);
    }
    return context.finish();
  }
  if (!options.verb && !context.isForPeople()) {
    reportUsage(context.faults, "the call names no verb", {}, {"`cadre help` lists the verbs"});
    return context.finish();
  }
  if (!options.verb) {
    printShortHelp(context.err);
    return ExitCode::Outside;
  }
  readSourceDate(context);
  return context.faults.hasErrors() ? context.finish() : runVerb(context);
}

/// What was asked for has arrived, or that is a fault of the world.
ExitCode close(llvm::raw_fd_ostream& out, llvm::raw_fd_ostream& err, ExitCode code) {
  out.flush();
  if (out.has_error()) {
    const std::string why = describe(out.error());
    out.clear_error();
    err << "error: cannot write to standard output: " << why << '\n';
    code = ExitCode::Outside;
  }
  err.flush();
  // Nobody is left to be told.
  if (err.has_error()) err.clear_error();
  return code;
}

ExitCode runGuarded(llvm::ArrayRef<llvm::StringRef> arguments, llvm::raw_fd_ostream& out,
                    llvm::raw_fd_ostream& err) {
  RealFileSystem files;
  Diagnostics faults;
  const Options options = parseOptions(arguments, faults);
  Context context(options, files, out, err);
  context.faults = std::move(faults);
  context.colorOut = wantsColor(options.color, out);
  context.colorErr = wantsColor(options.color, err);
  context.terminalWidth = terminalColumns(out);
  context.pageWidth = pageColumns(context.terminalWidth);
  context.openReport();
  return close(out, err, runOptions(context));
}

}  // namespace

int run(llvm::ArrayRef<llvm::StringRef> arguments, llvm::raw_fd_ostream& out, llvm::raw_fd_ostream& err) {
  installFaultHandlers();
  try {
    return static_cast<int>(runGuarded(arguments, out, err));
  } catch (const std::bad_alloc&) {
    err << "error: out of memory\n";
    return static_cast<int>(ExitCode::Outside);
  } catch (const std::exception& exception) {
    return reportFault(exception.what());
  } catch (...) {
    return reportFault("an unknown exception");
  }
}

}  // namespace cadre::driver
