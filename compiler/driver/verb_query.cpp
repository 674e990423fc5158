#include "diag/kinds/query.h"
#include "driver/checked_place.h"
#include "driver/query_text.h"
#include "driver/styled_text.h"
#include "driver/verbs.h"
#include "query/complete.h"
#include "query/query.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <memory>

namespace cadre::driver {

namespace {

using llvm::StringRef;

/// What diagnostics call the query: it is a file that nobody wrote down.
constexpr const char* queryFile = "<query>";

class Query {
public:
  explicit Query(Context& context) : context_(context) {}

  ExitCode run() {
    checkCall();
    if (context_.faults.hasErrors()) return context_.finish();
    file_ = context_.sources.add(queryFile, context_.options.operands.front());
    if (context_.options.complete) return complete();
    // What cannot be read needs no package.
    const std::optional<query::Query> written =
        query::parse(context_.sources, file_, context_.faults);
    if (!written || !place_.open(context_)) return context_.finish();
    // What rests on errors might be another answer tomorrow.
    if (!context_.isClean()) return context_.finish();
    answers_.isWorkspace = place_.results().size() > 1;
    for (const session::Result& result : place_.results()) ask(*written, *result.model);
    if (answers_.packages.empty()) {
      if (!failures_.empty()) context_.faults.append(std::move(failures_.front().diagnostics));
      return context_.finish();
    }
    reportLeftOut();
    checkExpectation(*written);
    print();
    return context_.finish();
  }

private:
  struct Failure {
    const model::Model* model;
    Diagnostics diagnostics;
  };

  // ---- The call --------------------------------------------------------------------------------

  void checkCall() {
    const Options& options = context_.options;
    const std::string& text = options.operands.front();
    if (options.operands.size() > 1) {
      reportUsage(context_.faults,
                  fmt::format("`{}` is one argument too many", options.operands[1]), {},
                  {fmt::format("a query is one argument, in single quotes: `cadre query '{}'`",
                               llvm::join(options.operands, " "))});
    } else if (!unicode::isValid(text)) {
      reportUsage(context_.faults, "the query is not UTF-8 text");
    } else if (options.json && options.csv) {
      reportUsage(context_.faults, "`--json` and `--csv` are two calls");
    }
  }

  // ---- The answer ------------------------------------------------------------------------------

  void ask(const query::Query& written, const model::Model& model) {
    auto view = std::make_unique<query::View>(model, written.isAll);
    for (const session::Result& result : place_.results())
      view->askedBeside.insert(result.model->framework().key);
    Diagnostics found;
    std::optional<query::Answer> answer = query::answer(written, *view, found);
    if (!answer) {
      failures_.push_back({&model, std::move(found)});
      return;
    }
    for (const Diagnostic& it : found.all()) tellOnce(it);
    answers_.packages.push_back({view.get(), std::move(*answer)});
    views_.push_back(std::move(view));
  }

  /// Members of a workspace have the same to say of a query.
  void tellOnce(const Diagnostic& told) {
    const auto isSame = [&](const Diagnostic& it) {
      return it.span == told.span && it.message == told.message;
    };
    if (llvm::none_of(context_.findings.all(), isSame)) context_.findings.add(told);
  }

  /// A member of a workspace that does not know a name has nothing to say of it.
  void reportLeftOut() {
    for (const Failure& it : failures_) {
      const Diagnostic& first = it.diagnostics.all().front();
      context_.findings.report(first.span, diag::MemberLeftOut, it.model->framework().key,
                               first.message);
    }
  }

  void checkExpectation(const query::Query& written) {
    double rows = 0;
    for (const PackageAnswer& it : answers_.packages) {
      for (const auto& row : it.answer.rows)
        rows += written.isCount ? row.back().front().number : 1;
    }
    const auto& expect = context_.options.expect;
    const bool isMet = expect && (*expect == "none") == (rows == 0);
    const Span whole = {file_, 0, static_cast<uint32_t>(context_.sources.text(file_).size())};
    // Those that were not asked might have had rows.
    if (isMet && rows == 0 && !failures_.empty()) {
      const std::string left =
          countOf(failures_.size(), "member") + (failures_.size() == 1 ? " was" : " were");
      context_.findings.report(whole, diag::UnknownExpectation, *expect, left);
    }
    if (!expect || isMet) return;
    const std::string found = rows == 0 ? "no row" : countOf(static_cast<size_t>(rows), "row");
    context_.findings.report(whole, diag::UnmetExpectation, found, *expect);
  }

  void print() {
    if (context_.options.json) {
      printJson(answers_, context_.out);
    } else if (context_.options.csv) {
      printCsv(answers_, context_.out);
    } else {
      printTable(answers_, {context_.colorOut, context_.terminalWidth}, context_.out);
      const auto hasNoRow = [](const PackageAnswer& it) { return it.answer.rows.empty(); };
      if (llvm::all_of(answers_.packages, hasNoRow) && context_.isTalking())
        context_.err << "no rows\n";
    }
  }

  // ---- Completion ------------------------------------------------------------------------------

  /// A line for each word: how the query goes on with it, and what it is. Says nothing where it
  /// knows nothing: a shell shows what it is told.
  ExitCode complete() {
    const StringRef text = context_.sources.text(file_);
    if (!place_.open(context_)) return context_.finish();
    context_.findings.take();
    std::vector<std::string> lines;
    for (const session::Result& result : place_.results()) {
      if (!result.model) continue;
      const query::Completion found = query::complete(text, text.size(), *result.model);
      for (const query::Candidate& it : found.candidates) {
        std::string line = it.text + "\t" + query::word(it.kind).str();
        if (!it.help.empty()) line += "\t" + it.help;
        if (!llvm::is_contained(lines, line)) lines.push_back(std::move(line));
      }
    }
    for (const std::string& line : lines) context_.out << line << '\n';
    return context_.finish();
  }

  Context& context_;
  CheckedPlace place_;
  FileId file_;
  std::vector<std::unique_ptr<query::View>> views_;
  Answers answers_;
  std::vector<Failure> failures_;
};

}  // namespace

ExitCode runQuery(Context& context) { return Query(context).run(); }

}  // namespace cadre::driver
