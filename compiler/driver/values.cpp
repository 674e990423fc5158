#include "driver/values.h"

#include "diag/explain.h"
#include "import/import.h"
#include "lint/catalogue.h"
#include "session/outputs.h"

#include <llvm/ADT/StringSwitch.h>

namespace cadre::driver {

using llvm::StringRef;

namespace {

std::vector<Word> words(const std::vector<StringRef>& names) {
  std::vector<Word> out;
  for (const StringRef name : names) out.push_back({name.str(), ""});
  return out;
}

std::vector<Word> outputWords() {
  std::vector<Word> out;
  for (const session::OutputRow& row : session::outputs())
    out.push_back({row.name.str(), row.help.str()});
  return out;
}

std::vector<Word> messageFormatWords() {
  std::vector<Word> out;
  for (const diag::FormatRow& row : diag::formatRows())
    out.push_back({row.name.str(), row.help.str()});
  return out;
}

std::vector<Word> importerWords() {
  std::vector<Word> out;
  for (const import::Importer& row : import::importers())
    out.push_back({row.name.str(), row.reads.str()});
  return out;
}

/// Rules, then codes: what `explain` has a page of.
std::vector<Word> pageWords() {
  std::vector<Word> out = words(lint::ruleNames());
  for (const diag::KindRow& row : diag::allRows()) out.push_back({std::string(row.code), ""});
  return out;
}

std::vector<Word> verbWords() {
  std::vector<Word> out;
  for (const VerbRow& row : verbRows()) out.push_back({row.name.str(), row.summary.str()});
  return out;
}

/// A value that is called so.
ValueKind kindOf(StringRef value) {
  return llvm::StringSwitch<ValueKind>(value)
      .Case("DIR", ValueKind::Directory)
      .Case("FILE", ValueKind::File)
      .Case("PATH", ValueKind::Path)
      .Case("OLD", ValueKind::Path)
      .Default(ValueKind::Free);
}

Values valuesOf(const OptionRow& row, StringRef verb) {
  if (row.option == OptionId::Emit) return {ValueKind::WordList, outputWords()};
  if (row.option == OptionId::MessageFormat) return {ValueKind::Words, messageFormatWords()};
  const std::vector<StringRef> known = optionWords(row.option, verb);
  if (!known.empty()) return {ValueKind::Words, words(known)};
  return {kindOf(row.value), {}};
}

OptionForm formOf(const OptionRow& row, StringRef verb) {
  return {row.shortName.str(), row.longName.str(), row.value.str(), helpOf(row, verb),
          valuesOf(row, verb)};
}

void addImportOptions(std::vector<OptionForm>& out) {
  for (const import::Importer& importer : import::importers()) {
    for (const import::OptionInfo& option : importer.options) {
      OptionForm form;
      form.longName = option.name.str();
      form.help = fmt::format("{}: {}", importer.name, option.does);
      if (option.form == import::OptionForm::File) form.values.kind = ValueKind::File;
      if (option.form != import::OptionForm::Switch)
        form.value = option.form == import::OptionForm::File ? "FILE" : "VALUE";
      out.push_back(std::move(form));
    }
  }
}

}  // namespace

std::vector<OptionForm> optionForms(const VerbRow& verb) {
  std::vector<OptionForm> out;
  for (const OptionRow& row : optionRows()) {
    if (!row.isCommon() && row.belongsTo(verb.name)) out.push_back(formOf(row, verb.name));
  }
  if (verb.verb == Verb::Import) addImportOptions(out);
  for (OptionForm& it : commonOptionForms()) out.push_back(std::move(it));
  return out;
}

std::vector<OptionForm> commonOptionForms() {
  std::vector<OptionForm> out;
  for (const OptionRow& row : optionRows()) {
    if (row.isCommon()) out.push_back(formOf(row, ""));
  }
  return out;
}

Values operandValues(const VerbRow& verb, size_t place) {
  if (place >= verb.most) return {};
  const bool isFirst = place == 0;
  if (verb.verb == Verb::Explain) return {ValueKind::Profile, pageWords()};
  if (verb.verb == Verb::Compare) return {ValueKind::Profile, {}};
  // All further ones are one too many.
  if (verb.verb == Verb::Query) return {isFirst ? ValueKind::Query : ValueKind::Free, {}};
  if (verb.verb == Verb::Help) return {ValueKind::Words, verbWords()};
  if (verb.verb == Verb::Completion) return {ValueKind::Words, words(shellNames())};
  if (verb.verb == Verb::Translate)
    return isFirst ? Values{ValueKind::Words, words({"status", "accept"})} : Values{};
  if (verb.verb == Verb::Import)
    return isFirst ? Values{ValueKind::Words, importerWords()} : Values{ValueKind::Path, {}};
  // The others say it by what their operands are called.
  if (verb.operands.contains("PATH")) return {ValueKind::Path, {}};
  return {verb.operands.contains("DIR") ? ValueKind::Directory : ValueKind::Free, {}};
}

}  // namespace cadre::driver
