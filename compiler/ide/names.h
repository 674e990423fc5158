// Names as authors write them, read over a finished model: takes a text, gives the profile or the
// competency that it stands for in a package, or what might be meant; and the other way round.
// Reports nothing.
#pragma once

#include "model/names.h"

#include <string>
#include <vector>

namespace cadre::ide {

/// What the source of the package `from` may call `name`: a name of its own, one qualified by the
/// alias of a package that it uses or by the id of any that is known, or an old name (`was`). None
/// where there is no such.
model::ProfileId findProfile(const model::Model& model, model::FrameworkId from,
                             llvm::StringRef name);
model::CompetencyId findCompetency(const model::Model& model, model::FrameworkId from,
                                   llvm::StringRef name);

using model::nameIn;

/// What somebody asks about: a profile, or what it has to do with a competency.
struct Question {
  model::ProfileId profile;
  model::CompetencyId competency;
  std::string profileName;     ///< The part of the text that names the profile, as far as is known.
  std::string competencyName;  ///< The rest, empty without one.

  /// Everything that was named is there.
  [[nodiscard]] bool isWhole() const {
    return profile.isValid() && (competencyName.empty() || competency.isValid());
  }
};

/// Reads `PROFILE` or `PROFILE.COMPETENCY`, each as the source of the compiled package may write
/// it; the competency also as the profile's own package does.
Question readQuestion(const model::Model& model, llvm::StringRef text);

/// The names that a misspelt one, an old one or a title may have meant in any of the packages, best
/// first.
std::vector<std::string> suggestProfiles(model::ArrayRef<const model::Model*> models,
                                         llvm::StringRef name);
/// What the profile requires comes before the rest.
std::vector<std::string> suggestCompetencies(const model::Model& model, model::ProfileId profile,
                                             llvm::StringRef name);

}  // namespace cadre::ide
