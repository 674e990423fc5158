#include "diag/explain.h"
#include "diff/change.h"
#include "driver/checked_place.h"
#include "driver/explain_text.h"
#include "driver/profile_names.h"
#include "driver/styled_text.h"
#include "driver/verbs.h"
#include "ide/names.h"
#include "lint/catalogue.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::driver {

namespace {

using llvm::StringRef;

constexpr StringRef whereCodesStand = "a code stands in brackets behind `error`: `error[E0302]`";

/// A letter and four digits.
bool isCode(StringRef text) {
  return text.size() == 5 && llvm::isAlpha(text.front()) &&
         llvm::all_of(text.drop_front(), llvm::isDigit);
}

std::vector<StringRef> allCodes() {
  std::vector<StringRef> codes;
  for (const diag::KindRow& row : diag::allRows()) codes.emplace_back(row.code);
  return codes;
}

/// What looks like a code with a slip in it, and like no name that people give to a profile.
bool isAlmostCode(StringRef text) {
  const auto digits = llvm::count_if(text, llvm::isDigit);
  return text.size() >= 3 && text.size() <= 6 && digits >= 2 &&
         !suggest(text.upper(), allCodes()).empty();
}

/// A name as rules have them: small letters and hyphens, which no profile of ours begins with.
bool isAlmostRule(StringRef text) {
  const bool isLower = llvm::all_of(text, [](char c) { return llvm::isLower(c) || c == '-'; });
  return isLower && !suggest(text, lint::ruleNames()).empty();
}

/// The rule that the words name, however they are written: `Vague_Verb`, `vague verb`.
const lint::RuleRow* ruleInWords(StringRef text) {
  std::string name = text.lower();
  for (char& c : name) {
    if (c == '_' || c == ' ') c = '-';
  }
  return lint::findRule(name);
}

std::string pageOf(const lint::RuleRow& row) { return fmt::format("`cadre explain {}` shows the page of that rule", row.name); }

ExitCode explainRule(Context& context, StringRef asked) {
  if (const lint::RuleRow* row = lint::findRule(asked)) {
    printPage(context.out, withCarets(lint::page(row->name)), context.colorOut, context.pageWidth);
    return context.finish();
  }
  reportUsage(context.faults, fmt::format("there is no rule `{}`", asked), suggest(asked, lint::ruleNames()),
              {"`cadre lint --list` lists the rules",
               "a profile of that name is explained with `--in PATH`"});
  return context.finish();
}

ExitCode explainCode(Context& context, StringRef asked) {
  const std::string code = asked.upper();
  if (const StringRef page = diag::explain(code); !page.empty()) {
    printPage(context.out, page, context.colorOut, context.pageWidth);
    return context.finish();
  }
  for (const diag::KindRow& row : diag::allRows()) {
    if (code != row.code) continue;
    printPage(context.out, fmt::format("# {}: {}\n", row.code, row.text), context.colorOut, context.pageWidth);
    return context.finish();
  }
  reportUsage(context.faults, fmt::format("there is no code `{}`", asked),
              suggest(code, allCodes()),
              {whereCodesStand.str(), "a profile of that name is explained with `--in PATH`"});
  return context.finish();
}

/// What `cadre diff` means by a name.
ExitCode explainChange(Context& context, StringRef asked, const diff::ChangeName& name) {
  const diff::ChangeRow& row = diff::rowOf(name.id);
  const std::string page = fmt::format(
      "# {}: {}\n\n`cadre diff` tells this of two releases. It is of tier `{}` and takes a {} version, unless `[diff]` in "
      "`cadre.toml` says otherwise.\n\nWhat is agreed on is allowed beside what changes, for one release: "
      "`allow {} at \"2.0.0\" because \"…\"`.\n",
      asked, row.help, word(row.tier), word(row.step), asked);
  printPage(context.out, page, context.colorOut, context.pageWidth);
  return context.finish();
}

/// `cadre explain PROFILE[.COMPETENCY] --in PATH`
class ProfileExplainer {
public:
  explicit ProfileExplainer(Context& context)
      : context_(context), asked_(unicode::toNfc(context.options.operands.front())) {}

  ExitCode run() {
    if (!place_.open(context_)) {
      if (context_.options.in) return context_.finish();
      std::vector<std::string> help = {whereCodesStand.str(), "`--in PATH` names the package of a profile"};
      if (const lint::RuleRow* row = ruleInWords(asked_)) help = {pageOf(*row)};
      reportUsage(context_.faults, fmt::format("`{}` is not a code, and no profile can be sought here", asked_), {},
                  std::move(help));
      return context_.finish();
    }
    // What rests on errors might be another answer tomorrow.
    if (!context_.isClean()) return context_.finish();
    const model::Model* model = findModel();
    const ExitCode code = context_.finish();
    if (model) answer(*model);
    return code;
  }

private:
  /// The model that knows what was asked, which is then read into question_; null after a report.
  const model::Model* findModel() {
    std::vector<const model::Model*> whole;
    std::vector<const model::Model*> parts;
    for (const session::Result& result : place_.results()) {
      const ide::Question question = ide::readQuestion(*result.model, asked_);
      if (question.isWhole()) whole.push_back(&*result.model);
      if (question.profile) parts.push_back(&*result.model);
    }
    // Each member of a workspace knows the profiles of those that it uses: their own package knows
    // best.
    const auto ownsIt = [&](const model::Model* it) {
      return !it->isExternal((*it)[ide::readQuestion(*it, asked_).profile]);
    };
    if (whole.size() > 1 && llvm::any_of(whole, ownsIt))
      llvm::erase_if(whole, [&](const auto* it) { return !ownsIt(it); });
    if (whole.size() > 1 && ownsIt(whole.front())) return reportSeveral(whole), nullptr;
    if (!whole.empty()) return whole.front();
    if (!parts.empty()) return reportCompetency(*parts.front()), nullptr;
    return reportProfile(), nullptr;
  }

  void reportSeveral(llvm::ArrayRef<const model::Model*> models) {
    std::vector<std::string> names;
    for (const model::Model* it : models) {
      names.push_back(fmt::format("`{}.{}`", it->framework().key, asked_));
    }
    reportUsage(context_.faults,
                fmt::format("several packages have a profile `{}`",
                            ide::readQuestion(*models.front(), asked_).profileName),
                {}, {fmt::format("write {}", fmt::join(names, " or "))});
  }

  void reportCompetency(const model::Model& model) {
    const ide::Question question = ide::readQuestion(model, asked_);
    report(fmt::format("there is no competency `{}` for `{}` to require", question.competencyName,
                       question.profileName),
           ide::suggestCompetencies(model, question.profile, question.competencyName), {});
  }

  void reportProfile() {
    // Who knows the package that stands before it knows best where the name ends.
    std::string name;
    for (const session::Result& it : place_.results()) {
      std::string one = ide::readQuestion(*it.model, asked_).profileName;
      if (one.size() > name.size()) name = std::move(one);
    }
    const lint::RuleRow* row = ruleInWords(asked_);
    reportNoProfile(context_, place_.results(), name, row ? std::vector{pageOf(*row)} : std::vector<std::string>());
  }

  void report(std::string message, const std::vector<std::string>& near,
              std::vector<std::string> help) {
    reportUsage(context_.faults, std::move(message), {near.begin(), near.end()}, std::move(help));
  }

  void answer(const model::Model& model) const {
    const ide::Question question = ide::readQuestion(model, asked_);
    if (question.competency) {
      print(ide::explain(model, question.profile, question.competency), context_.sources,
            context_.colorOut, context_.out);
    } else {
      print(ide::explain(model, question.profile), context_.sources, context_.colorOut,
            context_.out);
    }
  }

  Context& context_;
  CheckedPlace place_;
  std::string asked_;
};

}  // namespace

ExitCode runExplain(Context& context) {
  const StringRef asked = context.options.operands.front();
  if (!context.options.in && (isCode(asked) || isAlmostCode(asked)))
    return explainCode(context, asked);
  const std::optional<diff::ChangeName> change = diff::findChangeName(asked);
  // A profile may be called `added`, too.
  if (!context.options.in && change && asked.contains('-')) return explainChange(context, asked, *change);
  if (!context.options.in && (lint::findRule(asked) || isAlmostRule(asked))) return explainRule(context, asked);
  return ProfileExplainer(context).run();
}

}  // namespace cadre::driver
