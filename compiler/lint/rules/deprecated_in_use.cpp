#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

using model::Competency;

const Competency* findCompetency(StringRef key, const Model& model) {
  for (const Competency& it : model.tables().competencies) {
    if (it.key == key) return &it;
  }
  return nullptr;
}

/// What the source calls a declaration: with its package where it is another one's. Nothing where
/// no `use` names that.
std::string nameFor(const Declaration& declaration, const Model& model) {
  if (!model.isExternal(declaration)) return declaration.name.str();
  for (const model::Use& use : model.framework().uses) {
    if (use.framework == declaration.framework) return (use.name + "." + declaration.name).str();
  }
  return {};
}

/// The name in a line `requires NAME …`; the whole line where it is written in another way.
Span nameIn(Span line, const Competency& competency, const SourceManager& sources) {
  const StringRef text = sources.text(line);
  StringRef rest = text;
  if (!rest.consume_front("requires") && !rest.consume_front("lowers")) return line;
  rest = rest.ltrim();
  const StringRef name = rest.take_until([](char c) { return llvm::isSpace(c) || c == '/'; });
  const StringRef last = competency.name.rsplit('.').second.empty()
                             ? competency.name
                             : competency.name.rsplit('.').second;
  if (!name.ends_with(last)) return line;
  const auto begin = line.begin + static_cast<uint32_t>(name.data() - text.data());
  return {line.file, begin, begin + static_cast<uint32_t>(name.size())};
}

/// Whether the successor can stand in the place of the other at the level that is asked for.
bool canReplace(const Competency& successor, const Competency& gone, const model::LevelValue& level,
                ArrayRef<model::Requirement> others, const Model& model) {
  if (successor.deprecated || successor.status == model::Status::Retired ||
      successor.scale != gone.scale)
    return false;
  const auto levels = model.offeredLevels(successor);
  if (level.level && !llvm::is_contained(levels, level.level)) return false;
  return llvm::none_of(
      others, [&](const model::Requirement& it) { return &model[it.competency] == &successor; });
}

/// A line that asks for a competency, and the lines beside it.
struct Line {
  Span span;
  const model::Requirement& requirement;
  ArrayRef<model::Requirement> beside;
  model::Status status;  ///< Of the profile.
};

void check(const Line& line, Context& context) {
  const Model& model = context.model();
  const Competency& gone = model[line.requirement.competency];
  const bool isRetired = gone.status == model::Status::Retired;
  // That something published requires what is retired is an error of its own.
  if (isRetired ? line.status == model::Status::Published : !gone.deprecated) return;
  const Span goneAt = model.isExternal(gone) ? Span{} : gone.span;
  const Span place = nameIn(line.span, gone, context.sources());
  const std::string how = isRetired ? "retired"
                          : gone.deprecated->since.empty()
                              ? "deprecated"
                              : ("deprecated since " + gone.deprecated->since).str();
  auto builder = context.report(rule::DeprecatedInUse{}, Place(place, goneAt).knownBy(gone.key.str()), titleOf(gone), how);
  builder.label(goneAt, note::GoneHere);
  if (!gone.deprecated) return;
  if (!gone.deprecated->because.isEmpty())
    builder.note(note::GoneBecause, gone.deprecated->because.plain);
  const Competency* const successor = findCompetency(gone.deprecated->successor, model);
  if (!successor) return;
  const std::string name = nameFor(*successor, model);
  builder.help(note::UseInstead, name.empty() ? StringRef(successor->key) : StringRef(name));
  if (name.empty() || place == line.span) return;
  if (canReplace(*successor, gone, line.requirement.level, line.beside, model))
    builder.unsafeFix("require `" + name + "` instead", place, name);
}

}  // namespace

void check(rule::DeprecatedInUse, const Model& model, Context& context) {
  for (const Profile& profile : model.tables().profiles) {
    if (model.isExternal(profile) || profile.status == model::Status::Retired || profile.deprecated)
      continue;
    const model::ProfileId id = model.tables().profiles.idOf(profile);
    for (const model::Requirement& requirement : profile.requirements) {
      // What is inherited is said where it is written.
      for (const model::Origin& origin : requirement.origins) {
        if (origin.kind == model::OriginKind::Own && origin.profile == id)
          check({origin.span, requirement, profile.requirements, profile.status}, context);
      }
    }
  }
  for (const model::Rule& every : model.tables().rules) {
    if (model.isExternal(every) || every.status == model::Status::Retired) continue;
    for (const model::Requirement& requirement : every.requirements)
      check({requirement.span, requirement, every.requirements, every.status}, context);
  }
}

}  // namespace cadre::lint
