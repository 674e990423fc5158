#include "ide/names.h"

#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

namespace cadre::ide {

using llvm::StringRef;
using model::CompetencyId;
using model::FrameworkId;
using model::Model;
using model::ProfileId;

namespace {

/// The row of a package that is called so, now or formerly.
template <class Record>
Id<Record> findOwn(const Table<Record>& table, FrameworkId framework, StringRef name) {
  Id<Record> former;
  for (const Record& record : table) {
    if (record.framework != framework) continue;
    if (record.name == name) return table.idOf(record);
    if (!former && llvm::is_contained(record.was, name)) former = table.idOf(record);
  }
  return former;
}

/// The package that `prefix` stands for in the source of `from`; none where it stands for nothing.
FrameworkId findPackage(const Model& model, FrameworkId from, StringRef prefix) {
  if (model[from].key == prefix) return from;
  for (const model::Use& use : model[from].uses) {
    if (use.name == prefix) return use.framework;
  }
  // What is inherited may come from a package that only another one uses.
  const auto& frameworks = model.tables().frameworks;
  for (const model::Framework& framework : frameworks) {
    if (framework.key == prefix) return frameworks.idOf(framework);
  }
  return {};
}

/// As the language finds names: own ones first, then those of the longest prefix that is a package.
template <class Record>
Id<Record> find(const Model& model, const Table<Record>& table, FrameworkId from, StringRef name) {
  if (const auto own = findOwn(table, from, name)) return own;
  for (size_t dot = name.rfind('.'); dot != StringRef::npos;
       dot = name.take_front(dot).rfind('.')) {
    const FrameworkId package = findPackage(model, from, name.take_front(dot));
    if (package) return findOwn(table, package, name.drop_front(dot + 1));
  }
  return {};
}

CompetencyId findRest(const Model& model, ProfileId profile, StringRef name) {
  if (const auto found = findCompetency(model, model[profile].framework, name)) return found;
  return findCompetency(model, FrameworkId(0), name);
}

/// The first name of the text, with the package before it, if that is known.
StringRef leadingName(const Model& model, StringRef text) {
  size_t begin = 0;
  for (size_t dot = text.find('.'); dot != StringRef::npos; dot = text.find('.', dot + 1)) {
    if (findPackage(model, FrameworkId(0), text.take_front(dot))) begin = dot + 1;
  }
  return text.take_front(text.find('.', begin));
}

/// A name that lacks the package before it comes before one that is only alike.
std::vector<std::string> suggestFrom(const std::vector<std::string>& names, StringRef name) {
  std::vector<std::string> out;
  llvm::copy_if(names, std::back_inserter(out),
                [&](StringRef full) { return full.ends_with(("." + name).str()); });
  if (!out.empty()) return out;
  const std::vector<StringRef> candidates(names.begin(), names.end());
  for (const StringRef found : suggest(name, candidates)) out.push_back(found.str());
  return out;
}

}  // namespace

ProfileId findProfile(const Model& model, FrameworkId from, StringRef name) {
  return find(model, model.tables().profiles, from, name);
}

CompetencyId findCompetency(const Model& model, FrameworkId from, StringRef name) {
  return find(model, model.tables().competencies, from, name);
}

std::string nameIn(const Model& model, FrameworkId from, const model::Declaration& declaration) {
  if (declaration.framework == from || !declaration.framework) return declaration.name.str();
  StringRef prefix = model[declaration.framework].key;
  for (const model::Use& use : model[from].uses) {
    if (use.framework == declaration.framework) prefix = use.name;
  }
  return (prefix + "." + declaration.name).str();
}

Question readQuestion(const Model& model, StringRef text) {
  Question best;
  // The whole text first: what is left when a dot ends the profile's name is a competency.
  for (size_t end = text.size(); end != StringRef::npos; end = text.take_front(end).rfind('.')) {
    Question question;
    question.profileName = text.take_front(end).str();
    question.competencyName = text.drop_front(std::min(end + 1, text.size())).str();
    question.profile = findProfile(model, FrameworkId(0), question.profileName);
    if (!question.profile) continue;
    if (!question.competencyName.empty()) {
      question.competency = findRest(model, question.profile, question.competencyName);
    }
    if (question.isWhole()) return question;
    best = question;
  }
  if (best.profile) return best;
  best.profileName = leadingName(model, text).str();
  best.competencyName = text.drop_front(std::min(best.profileName.size() + 1, text.size())).str();
  return best;
}

std::vector<std::string> suggestProfiles(const Model& model, StringRef name) {
  std::vector<std::string> names;
  for (const model::Profile& profile : model.tables().profiles) {
    names.push_back(nameIn(model, FrameworkId(0), profile));
  }
  return suggestFrom(names, name);
}

std::vector<std::string> suggestCompetencies(const Model& model, ProfileId profile,
                                             StringRef name) {
  std::vector<std::string> names;
  for (const model::Requirement& it : model[profile].requirements) {
    names.push_back(nameIn(model, FrameworkId(0), model[it.competency]));
  }
  std::vector<std::string> found = suggestFrom(names, name);
  if (!found.empty()) return found;
  names.clear();
  for (const model::Competency& it : model.tables().competencies) {
    names.push_back(nameIn(model, FrameworkId(0), it));
  }
  return suggestFrom(names, name);
}

}  // namespace cadre::ide
