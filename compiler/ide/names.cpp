#include "ide/names.h"

#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

#include <set>

namespace cadre::ide {

using llvm::StringRef;
using model::CompetencyId;
using model::FrameworkId;
using model::Model;
using model::ProfileId;

namespace {

CompetencyId findRest(const Model& model, ProfileId profile, StringRef name) {
  if (const auto found = findCompetency(model, model[profile].framework, name)) return found;
  return findCompetency(model, FrameworkId(0), name);
}

/// The first name of the text, with the package before it, if that is known.
StringRef leadingName(const Model& model, StringRef text) {
  size_t begin = 0;
  for (size_t dot = text.find('.'); dot != StringRef::npos; dot = text.find('.', dot + 1)) {
    if (model::findPackage(model, FrameworkId(0), text.take_front(dot))) begin = dot + 1;
  }
  return text.take_front(text.find('.', begin));
}

}  // namespace

ProfileId findProfile(const Model& model, FrameworkId from, StringRef name) {
  return model::findNamed(model, model.tables().profiles, from, name);
}

CompetencyId findCompetency(const Model& model, FrameworkId from, StringRef name) {
  return model::findNamed(model, model.tables().competencies, from, name);
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

std::vector<std::string> suggestProfiles(model::ArrayRef<const Model*> models, StringRef name) {
  std::vector<std::string> alike;
  for (const Model* model : models) {
    for (std::string& one :
         model::calledAlike(*model, model->tables().profiles, FrameworkId(0), name)) {
      if (!llvm::is_contained(alike, one)) alike.push_back(std::move(one));
    }
  }
  if (!alike.empty()) return alike;
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const Model* model : models) {
    for (const model::Profile& profile : model->tables().profiles) {
      std::string one = nameIn(*model, FrameworkId(0), profile);
      if (seen.insert(one).second) names.push_back(std::move(one));
      // Who writes the package before it, means one of that package.
      std::string whole = ((*model)[profile.framework].key + "." + profile.name).str();
      if (name.contains('.') && seen.insert(whole).second) names.push_back(std::move(whole));
    }
  }
  return suggestNames(name, names);
}

std::vector<std::string> suggestCompetencies(const Model& model, ProfileId profile,
                                             StringRef name) {
  std::vector<std::string> names;
  for (const model::Requirement& it : model[profile].requirements) {
    names.push_back(nameIn(model, FrameworkId(0), model[it.competency]));
  }
  std::vector<std::string> found =
      model::calledAlike(model, model.tables().competencies, FrameworkId(0), name);
  llvm::stable_sort(found, [&](const std::string& a, const std::string& b) {
    return llvm::is_contained(names, a) && !llvm::is_contained(names, b);
  });
  if (found.empty()) found = suggestNames(name, names);
  if (!found.empty()) return found;
  names.clear();
  for (const model::Competency& it : model.tables().competencies) {
    names.push_back(nameIn(model, FrameworkId(0), it));
  }
  return suggestNames(name, names);
}

}  // namespace cadre::ide
