#include "query/reporter.h"

#include "diag/kinds/query.h"
#include "query/levels.h"
#include "query/names.h"
#include "support/listing.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

namespace cadre::query {

std::string quoted(StringRef text) { return "`" + text.str() + "`"; }

namespace {

/// Where what the row refers to has a field of that name: `requirements.level`.
std::vector<std::string> inside(const FieldType& type, StringRef name) {
  std::vector<std::string> out;
  if (type.type != Type::Row) return out;
  for (const FieldRow* field : fieldsOf(type.source)) {
    const bool isOther = field->type.type == Type::Row && field->type.source != type.source;
    const FieldRow* found = isOther ? findField(field->type.source, name) : nullptr;
    const bool isSelf = found && found->name == rowOf(field->type.source).name;
    if (found && !isSelf && found->source != SourceId::Declaration && out.size() < 3)
      out.push_back((field->name + "." + name).str());
  }
  return out;
}

std::string restOf(const Dotted& path, size_t part) {
  std::string out = path.parts[part].text;
  for (size_t i = part + 1; i < path.parts.size(); ++i) out += "." + path.parts[i].text;
  return out;
}
std::vector<StringRef> refs(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

}  // namespace

void Reporter::field(const Dotted& path, const PathFault& fault, bool isAlone) {
  const Word& word = path.parts[fault.part];
  const FieldType of = fault.before.element();
  const std::vector<std::string> known = continuationsOf(view_, of);
  auto builder = diagnostics_.report(word.span, diag::UnknownField, describe(of), word.text);
  const std::string rest = restOf(path, fault.part);
  std::vector<std::string> near = suggestNames(word.text, known);
  if (near.empty() && rest != word.text) near = suggestNames(rest, known);
  // A singular where the field has several, and the other way round.
  const StringRef stem = StringRef(word.text).rtrim('s');
  for (const std::string& name : known) {
    if (stem.empty()) break;
    if (name == stem || name == (stem + "s").str() || name == (stem.drop_back() + "ies").str())
      near = {name};
  }
  if (near.empty()) near = inside(of, word.text);
  if (isAlone && (near.empty() || !whatIs(view_, path.text()).empty())) {
    // It reads as the second value of `family = A or B`.
    builder.help(diag::QueryHint, "one of several names is asked for by `in (A, B)`");
  } else if (!near.empty()) {
    builder.didYouMean(word.span, {near.begin(), near.end()});
  } else if (of.isProse) {
    builder.note(diag::LanguagesAre,
                 known.empty() ? "not listed by this framework" : enumerated(refs(known)));
  } else if (known.empty()) {
    builder.note(diag::HasNoFields, describe(of));
  } else {
    builder.note(diag::FieldsAre, enumerated(refs(known)));
  }
}

void Reporter::name(const Dotted& written, StringRef what, ArrayRef<SourceId> sources,
                    const std::string& help) {
  const std::string text = written.text();
  auto builder = diagnostics_.report(written.span(), diag::UnknownQueryName, what, text);
  std::vector<std::string> near;
  std::vector<std::string> names;
  for (const SourceId source : sources) {
    llvm::append_range(near, namesLike(view_, source, text));
    llvm::append_range(names, namesOf(view_, source));
  }
  const bool isCalledSo = !near.empty();
  if (!isCalledSo) near = suggestNames(text, names);
  const std::string other = whatIs(view_, text);
  if (!other.empty()) builder.note(diag::IsAnotherThing, text, other);
  if (!help.empty()) {
    builder.help(diag::QueryHint, help);
  } else if (other.empty() || isCalledSo) {
    if (near.size() > 3) near.resize(3);
    builder.didYouMean(written.span(), {near.begin(), near.end()});
  }
}

void Reporter::level(const Operand& operand, const LevelTargets& found, model::ScaleId scale) {
  const std::string where =
      scale ? "scale " + quoted(nameOf(view_, view_.rowOf(scale))) : std::string("any scale");
  auto builder = diagnostics_.report(operand.span, diag::UnknownQueryLevel, found.name, where);
  const std::vector<StringRef> names = levelNames(view_.model, scale);
  std::vector<StringRef> near = suggest(found.name, names);
  // What people see is the title.
  for (const model::Level& it : view_.model.tables().levels) {
    if (it.title.plain.equals_insensitive(found.name) && llvm::is_contained(names, it.name))
      near = {it.name};
  }
  if (operand.form == Operand::Form::Name && !near.empty()) {
    builder.didYouMean(operand.span, near);
    return;
  }
  size_t told = 0;
  for (const model::Scale& it : view_.model.tables().scales) {
    if ((scale && &view_.model[scale] != &it) || ++told > diag::mostLabels) continue;
    const std::string name = nameOf(view_, view_.rowOf(view_.model.tables().scales.idOf(it)));
    if (it.kind == model::ScaleKind::Numeric) {
      builder.note(diag::QueryRangeIs, name, model::formatNumber(it.low),
                   model::formatNumber(it.high));
    } else {
      builder.note(diag::QueryLevelsAre, name,
                   enumerated(llvm::ArrayRef<StringRef>(
                       levelNames(view_.model, view_.model.tables().scales.idOf(it)))));
    }
  }
}

DiagnosticBuilder Reporter::wrongOperator(Span span, const std::string& what,
                                          const std::string& name, const FieldType& type) {
  return diagnostics_.report(span, diag::WrongOperator, what, name, describe(type));
}

}  // namespace cadre::query
